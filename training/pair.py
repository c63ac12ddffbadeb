"""Two networks that ship together: the accurate one, and a faster one on the first of its layers."""

from collections.abc import Mapping

from torch import Tensor, nn

from pipeline.encoder.setting import Setting
from training.model import Inputs, Network, Noise


class Pair(nn.Module):
    """Two networks whose embeddings and first layers are the same, and learn from what both get wrong."""

    def __init__(self, accurate: Network, fast: Network, shared: int) -> None:
        """Join the networks; the first `shared` layers have to be such as read pieces in both."""
        super().__init__()
        if shared > min(accurate.piece_layers, fast.piece_layers):
            raise ValueError(f"only layers that read pieces can be shared, which {shared} first ones are not")
        fast.word, fast.position, fast.ln = accurate.word, accurate.position, accurate.ln
        for number in range(shared):
            fast.layers[number] = accurate.layers[number]
        self.accurate, self.fast, self.shared = accurate, fast, shared

    def networks(self) -> tuple[Network, Network]:
        """The accurate network and the fast one."""
        return self.accurate, self.fast

    def states(self, inputs: Inputs, noise: Noise | None = None) -> tuple[list[Tensor], list[Tensor]]:
        """States after each layer of either network; the shared layers are gone through once."""
        own = self.accurate.states(inputs, noise)
        return own, self.fast.states(inputs, noise, own[: self.shared])

    def with_weights(self, weights: Mapping[str, Tensor]) -> dict[str, Network]:
        """Networks by setting like these, with some weights in place of theirs, named as `named_parameters` does."""
        names = {id(weight): name for name, weight in self.named_parameters()}
        parts = dict[str, Network]()
        for setting, network in zip(Setting, self.networks(), strict=True):
            own = {name: weights.get(names[id(weight)], weight) for name, weight in network.named_parameters()}
            copy = Network(network.sizes).to(network.word.weight.device)
            copy.load_state_dict(own)
            parts[setting] = copy
        return parts
