"""Update bfloat16 weights by AdamW on float32 copies, and keep a moving average of those."""

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn

_DECAY = 0.01  # of matrices; biases and norms do not shrink


class Optimizer:
    """AdamW over float32 copies of a network's weights."""

    def __init__(self, network: nn.Module, rate_of: Callable[[str], float], average: float) -> None:
        named = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
        self._low = [weight for _, weight in named]
        self._full = [weight.detach().float().clone() for weight in self._low]
        self._mean = [weight.clone() for weight in self._full]
        self._average = average
        groups = [
            {"params": [full], "lr": rate_of(name), "weight_decay": _DECAY if full.dim() > 1 else 0.0}
            for (name, _), full in zip(named, self._full, strict=True)
        ]
        self._peaks = [group["lr"] for group in groups]
        self._adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
        self._names = [name for name, _ in named]
        self._steps = 0

    def step(self, share: float) -> float:
        """Apply the gradients at `share` of the peak rates; give the gradients' norm before it is held to 1."""
        for low, full in zip(self._low, self._full, strict=True):
            full.grad = low.grad.float() if low.grad is not None else torch.zeros_like(full)
            low.grad = None
        norm = float(nn.utils.clip_grad_norm_(self._full, 1.0))
        if not math.isfinite(norm):
            return norm
        for group, peak in zip(self._adam.param_groups, self._peaks, strict=True):
            group["lr"] = peak * share
        self._adam.step()
        self._steps += 1
        weight = 1 - min(self._average, self._steps / (self._steps + 10))
        torch._foreach_lerp_(self._mean, self._full, weight)
        with torch.no_grad():
            torch._foreach_copy_(self._low, self._full)
        return norm

    def averaged(self) -> dict[str, Tensor]:
        """Moving average of the weights by name."""
        return dict(zip(self._names, self._mean, strict=True))


def share(progress: float, warm_up: float = 0.06) -> float:
    """Part of the peak rate: a straight rise, then a straight fall to nothing.

    >>> share(0.03), share(0.53), share(1.0)
    (0.5, 0.5, 0.0)
    """
    return min(progress / warm_up, max(0.0, (1 - progress) / (1 - warm_up)))
