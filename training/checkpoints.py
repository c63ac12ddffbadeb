"""Keep networks in files, and score them as they are kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor

from pipeline.encoder.subwords import Subwords
from training.corpus import Document
from training.development import scored
from training.labels import Labels
from training.model import Network, Sizes


def saved(network: Network, checkpoint: Path) -> None:
    """Write `network` to the file `checkpoint`."""
    torch.save({"sizes": asdict(network.sizes), "weights": network.state_dict()}, checkpoint)


def loaded(checkpoint: Path) -> Network:
    """The network of a checkpoint file."""
    kept = torch.load(checkpoint, map_location="cpu", weights_only=True)
    network = Network(Sizes(**kept["sizes"]))
    network.load_state_dict(kept["weights"])
    return network


def keeper(
    network: Network, folder: Path, development: Sequence[Document], subwords: Subwords, labels: Labels
) -> Callable[[int, Mapping[str, Tensor]], None]:
    """What keeps a state of learning: it writes the averaged weights to `folder` and prints their scores."""

    def keep(epoch: int, weights: Mapping[str, Tensor]) -> None:
        averaged = Network(network.sizes).to(network.word.weight.device)
        averaged.load_state_dict({**network.state_dict(), **weights})
        saved(averaged, folder / f"epoch{epoch:02}.pt")
        scores = scored(averaged.to(torch.bfloat16), development, subwords, labels)
        print(f"epoch {epoch}", " ".join(f"{name} {value:.4f}" for name, value in scores.items()), flush=True)

    return keep
