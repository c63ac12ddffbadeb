"""The network in PyTorch: a post-norm encoder with four heads, one a task."""

from collections.abc import Mapping, Sequence
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
    word_layers: int = 0  # the last so many layers read whole words, those before them pieces


@dataclass(frozen=True)
class Inputs:
    """A batch as the network reads it."""

    ids: Tensor  # (windows, pieces); piece 1 pads
    first: Tensor  # (windows, units) the first and the last piece of each unit; what pads has none
    last: Tensor
    words: Tensor  # places of the words among the flattened units
    heads: Tensor  # places of the words' first and last pieces among the flattened pieces
    tails: Tensor


class Noise:
    """Dropout by slices of one mask made beforehand, many times faster on a CPU than a fresh one."""

    def __init__(self, rate: float, device: str = "cpu") -> None:
        keep = torch.rand(_NOISE_VALUES, device=device) >= rate
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

    @property
    def piece_layers(self) -> int:
        """How many layers read pieces."""
        return self.sizes.layers - self.sizes.word_layers

    def states(
        self, inputs: Inputs, noise: Noise | None = None, known: Mapping[int, Tensor] | None = None
    ) -> dict[int, Tensor]:
        """States by the number of the layer that gives them: (windows, pieces or units, hidden).

        Those after a layer may be `known`, with or without those before it: the layers behind it go on from there.
        """
        after = dict(known or {})
        done, mask = max(after, default=-1), self._mask(inputs.ids == 1)
        if after:
            states = after[done]
        else:
            states = self.ln(self.word(inputs.ids) + self.position.weight[: inputs.ids.shape[1]])
            states = noise(states) if noise else states
        for number in range(done + 1, len(self.layers)):
            if number == self.piece_layers:
                states, mask = self._joined(states, inputs), self._mask(inputs.last < inputs.first)
            states = after[number] = self.layers[number](states, mask, noise)
        return after

    def word_states(self, states: Mapping[int, Tensor], number: int, inputs: Inputs) -> Tensor:
        """States of the words after the layer of a number: where it reads pieces, of their first pieces."""
        return states[number].flatten(0, 1)[inputs.words if number >= self.piece_layers else inputs.heads]

    def scores(self, states: Mapping[int, Tensor], inputs: Inputs, noise: Noise | None = None) -> dict[str, Tensor]:
        """Scores of the words by task."""
        head = self.word_states(states, len(self.layers) - 1, inputs)
        both = torch.cat([head, states[self.piece_layers - 1].flatten(0, 1)[inputs.tails]], dim=-1)
        if noise:
            head, both = noise(head), noise(both)
        scores = {self.entity_task: self.outputs[self.entity_task](head)}
        return scores | {task: self.outputs[task](both) for task in self.other_tasks}

    def forward(self, inputs: Inputs, noise: Noise | None = None) -> dict[str, Tensor]:
        """Scores by task of a batch's words."""
        return self.scores(self.states(inputs, noise), inputs, noise)

    def _mask(self, hidden: Tensor) -> Tensor:
        """What is added to attention so that it does not see these places."""
        nothing = torch.zeros(hidden.shape, dtype=self.word.weight.dtype, device=hidden.device)
        return nothing.masked_fill(hidden, float("-inf"))[:, None, None]

    def _joined(self, states: Tensor, inputs: Inputs) -> Tensor:
        """States of units: the means of their pieces' states."""
        first, last = inputs.first[..., None], inputs.last[..., None]
        pieces = torch.arange(states.shape[1], device=states.device)
        own = (pieces >= first) & (pieces <= last)
        return (own / (last - first + 1).clamp(min=1)).to(states.dtype) @ states


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


def student(teacher: Network, layers: Sequence[int], word_layers: int = 0) -> Network:
    """A copy of `teacher` with only the layers of these numbers, the last `word_layers` of which read whole words."""
    network = Network(replace(teacher.sizes, layers=len(layers), word_layers=word_layers))
    state = teacher.state_dict()
    own = {name: values for name, values in state.items() if not name.startswith("layers.")}
    for place, layer in enumerate(layers):
        prefix = f"layers.{layer}."
        own |= {f"layers.{place}.{name[len(prefix) :]}": state[name] for name in state if name.startswith(prefix)}
    network.load_state_dict(own)
    return network.to(teacher.word.weight)
