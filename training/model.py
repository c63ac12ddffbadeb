"""The network in PyTorch: a post-norm encoder with four heads, one a task."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

_NOISE_VALUES = 1 << 24


@dataclass(frozen=True)
class Sizes:
    """What a network is built from."""

    pieces: int
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    outputs: dict[str, int]  # labels of each task, entities first


class Noise:
    """Dropout by slices of one mask made beforehand, many times faster on a CPU than a fresh one."""

    def __init__(self, rate: float) -> None:
        keep = torch.rand(_NOISE_VALUES) >= rate
        self._mask = (keep / (1 - rate)).to(torch.bfloat16)

    def __call__(self, values: Tensor) -> Tensor:
        """Give `values` with some of them put out."""
        start = int(torch.randint(0, _NOISE_VALUES - values.numel(), (1,)))
        return values * self._mask[start : start + values.numel()].view(values.shape)


class Layer(nn.Module):
    """Self-attention and a feed-forward step, each added to its input and normalised."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.ao = nn.Linear(sizes.hidden, sizes.hidden)
        self.aln = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.fi = nn.Linear(sizes.hidden, sizes.feed_forward)
        self.fo = nn.Linear(sizes.feed_forward, sizes.hidden)
        self.oln = nn.LayerNorm(sizes.hidden, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor, noise: Noise | None) -> Tensor:
        """States after this layer."""
        rows, length, hidden = states.shape
        query, key, value = (
            part.view(rows, length, self.heads, -1).transpose(1, 2) for part in self.qkv(states).split(hidden, dim=-1)
        )
        # Written out: the fused form's way back is five times slower on a CPU.
        weights = torch.softmax(query @ key.transpose(2, 3) * (hidden // self.heads) ** -0.5 + mask, dim=-1)
        mixed = weights @ value
        attended = self.ao(mixed.transpose(1, 2).reshape(rows, length, hidden))
        states = self.aln(states + (noise(attended) if noise else attended))
        widened = self.fo(functional.gelu(self.fi(states)))
        return self.oln(states + (noise(widened) if noise else widened))


class Network(nn.Module):
    """Scores of every label for every word of a batch of windows."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.word = nn.Embedding(sizes.pieces, sizes.hidden)
        self.position = nn.Embedding(sizes.positions, sizes.hidden)
        self.ln = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        entities, *others = sizes.outputs
        self.entity_task, self.other_tasks = entities, tuple(others)
        self.outputs = nn.ModuleDict({entities: nn.Linear(sizes.hidden, sizes.outputs[entities])})
        self.outputs.update({task: nn.Linear(2 * sizes.hidden, sizes.outputs[task]) for task in others})

    def states(self, ids: Tensor, noise: Noise | None = None) -> list[Tensor]:
        """States of all pieces after each layer; piece 1 pads."""
        mask = torch.zeros(ids.shape, dtype=self.word.weight.dtype).masked_fill(ids == 1, float("-inf"))[:, None, None]
        states = self.ln(self.word(ids) + self.position.weight[: ids.shape[1]])
        states = noise(states) if noise else states
        after = list[Tensor]()
        for layer in self.layers:
            states = layer(states, mask, noise)
            after.append(states)
        return after

    def scores(self, states: Tensor, first: Tensor, last: Tensor, noise: Noise | None = None) -> dict[str, Tensor]:
        """Scores by task for the words whose first and last pieces stand at these places of the flattened batch."""
        flat = states.flatten(0, 1)
        head, both = flat[first], torch.cat([flat[first], flat[last]], dim=-1)
        if noise:
            head, both = noise(head), noise(both)
        scores = {self.entity_task: self.outputs[self.entity_task](head)}
        return scores | {task: self.outputs[task](both) for task in self.other_tasks}

    def forward(self, ids: Tensor, first: Tensor, last: Tensor, noise: Noise | None = None) -> dict[str, Tensor]:
        """Scores by task of a batch's words."""
        return self.scores(self.states(ids, noise)[-1], first, last, noise)


def initial_state(weights: dict[str, NDArray[np.float32]], kept: tuple[int, ...], layers: int) -> dict[str, Tensor]:
    """Network weights of the base encoder's, with only the `kept` pieces."""
    state = {
        "word.weight": weights["emb.word"][list(kept)],
        "position.weight": weights["emb.pos"] + weights["emb.type"][0],
        "ln.weight": weights["emb.ln.w"],
        "ln.bias": weights["emb.ln.b"],
    }
    for layer in range(layers):
        for short, full in (("w", "weight"), ("b", "bias")):
            thirds = [weights[f"l{layer}.{part}.{short}"] for part in "qkv"]
            state[f"layers.{layer}.qkv.{full}"] = np.concatenate(thirds)
            for part in ("ao", "aln", "fi", "fo", "oln"):
                state[f"layers.{layer}.{part}.{full}"] = weights[f"l{layer}.{part}.{short}"]
    return {name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in state.items()}


def student(teacher: Network, layers: Sequence[int]) -> Network:
    """A copy of `teacher` with only the layers of these numbers."""
    network = Network(replace(teacher.sizes, layers=len(layers)))
    state = teacher.state_dict()
    own = {name: values for name, values in state.items() if not name.startswith("layers.")}
    for place, layer in enumerate(layers):
        prefix = f"layers.{layer}."
        own |= {f"layers.{place}.{name[len(prefix) :]}": state[name] for name in state if name.startswith(prefix)}
    network.load_state_dict(own)
    return network.to(torch.bfloat16)
