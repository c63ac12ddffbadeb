"""Write the model that ships: python -m training.export CHECKPOINT --out DIR."""

import argparse
import json
from pathlib import Path
from shutil import copyfile

from training.checkpoints import loaded
from training.graph import built

_POSITIONS = 256  # pieces that a window may hold at most
_RAW = {"slope": 1.0, "offset": 0.0}  # until training.calibrate has measured it


def main() -> None:
    """Export the checkpoint, its tokenizer and its labels to a folder, in eight bits unless told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float32", action="store_true", help="do not round the weights")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    export(options.checkpoint, options.out, eight_bit=not options.float32)


def export(checkpoint: Path, out: Path, *, eight_bit: bool) -> None:
    """Write encoder.onnx, tokenizer.json and labels.json to `out`."""
    network = loaded(checkpoint)
    weights = {name: values.float().numpy() for name, values in network.state_dict().items()}
    sizes = network.sizes
    model = built(weights, sizes, _POSITIONS, eight_bit=eight_bit)
    (out / "encoder.onnx").write_bytes(model.SerializeToString())
    copyfile(checkpoint.parent / "tokenizer.json", out / "tokenizer.json")
    labels = json.loads((checkpoint.parent / "labels.json").read_text(encoding="utf-8"))
    text = json.dumps({**labels, "calibration": _RAW}, ensure_ascii=False, separators=(",", ":"))
    (out / "labels.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
