"""Make a checkpoint of the model that ships, to teach others by it: python -m training.unpack --out DIR."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from pipeline.encoder.model import FOLDER
from pipeline.encoder.setting import Setting
from training.checkpoints import saved
from training.model import Network, Sizes

_TASKS = ("entity", "pos", "features", "lemma")


def main() -> None:
    """Write shipped.pt, tokenizer.json and labels.json to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of another model than the shipped one")
    parser.add_argument("--setting", type=Setting, choices=[*Setting], default=Setting.ACCURATE)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    unpack(options.model, options.setting, options.out)


def unpack(folder: Path, setting: Setting, out: Path) -> None:
    """Write the model in `folder`, in one of its settings, to `out` as a checkpoint."""
    out.mkdir(parents=True, exist_ok=True)
    parts = [onnx.load(str(folder / f"{part}.onnx")) for part in ("trunk", setting)]
    saved(network(*parts), out / "shipped.pt")
    copyfile(folder / "tokenizer.json", out / "tokenizer.json")
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels.pop("calibration")
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")


def network(trunk: onnx.ModelProto, top: onnx.ModelProto) -> Network:
    """The network whose graphs these are, its eight-bit weights as the numbers that they stand for."""
    tensors = {tensor.name: tensor for part in (trunk, top) for tensor in part.graph.initializer}
    kept = {name: numpy_helper.to_array(tensor) for name, tensor in tensors.items()}
    layers = sum(name.endswith(".fi.weight") for name in kept)
    state = {
        "word.weight": _restored(kept, "word", "word_scales"),
        "position.weight": torch.from_numpy(kept["position"][0].copy()),
    }
    for name, values in kept.items():
        scales = name.replace(".weight", ".scales")
        if name.endswith(".weight") and scales in kept:
            state[name] = _restored(kept, name, scales).T.contiguous()
        elif name.endswith(".weight") and values.ndim > 1:
            state[name] = torch.from_numpy(values.T.copy())
        elif name.endswith((".weight", ".bias")):
            state[name] = torch.from_numpy(values.copy())
    pieces, hidden = state["word.weight"].shape
    sizes = Sizes(
        pieces=pieces,
        hidden=hidden,
        layers=layers,
        heads=_heads(kept),
        feed_forward=len(state["layers.0.fi.bias"]),
        positions=len(state["position.weight"]),
        outputs={task: len(state[f"outputs.{task}.bias"]) for task in _TASKS},
        word_layers=_word_layers(top, layers),
    )
    whole = Network(sizes)
    whole.load_state_dict(state)
    return whole


def _restored(kept: Mapping[str, NDArray[np.generic]], numbers: str, scales: str) -> Tensor:
    """Weights of a matrix in eight bits."""
    return torch.from_numpy(np.asarray(kept[numbers] * kept[scales], np.float32))


def _heads(kept: Mapping[str, NDArray[np.generic]]) -> int:
    """How many heads attention has."""
    shape = next(values for name, values in kept.items() if name.endswith(".by_head"))
    return int(shape[2])


def _word_layers(top: onnx.ModelProto, layers: int) -> int:
    """How many of the last layers read words: those from the one on that reads the units' states."""
    opening = next((node.name for node in top.graph.node if node.input and node.input[0] == "units"), None)
    return layers - int(opening.split(".")[1]) if opening else 0


if __name__ == "__main__":
    main()
