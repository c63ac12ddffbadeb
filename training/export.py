"""Write the model that ships: python -m training.export CHECKPOINT --out DIR [--setting fast]."""

import argparse
import json
from pathlib import Path
from shutil import copyfile

from pipeline.encoder.setting import Setting
from training.checkpoints import loaded
from training.graph import top, trunk

_POSITIONS = 256  # pieces that a window may hold at most
_RAW = {"slope": 1.0, "offset": 0.0}  # until training.calibrate has measured it


def main() -> None:
    """Export the checkpoint, its tokenizer and its labels to a folder, in eight bits unless told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--setting", type=Setting, choices=[*Setting], default=Setting.ACCURATE)
    parser.add_argument("--shared", type=int, default=6, help="first layers, which all settings of a folder share")
    parser.add_argument("--float32", action="store_true", help="do not round the weights")
    options = parser.parse_args()
    try:
        export(options.checkpoint, options.out, options.setting, options.shared, eight_bit=not options.float32)
    except ValueError as error:
        parser.error(str(error))


def export(checkpoint: Path, out: Path, setting: Setting, shared: int, *, eight_bit: bool) -> None:
    """Write trunk.onnx, the setting's own layers, tokenizer.json and labels.json to `out`.

    Raises ValueError where another setting in `out` does not share the checkpoint's first layers, or where these read
    words.
    """
    out.mkdir(parents=True, exist_ok=True)
    network = loaded(checkpoint)
    if shared > network.piece_layers:
        raise ValueError(f"only the first {network.piece_layers} layers of {checkpoint} read pieces, and can be shared")
    weights = {name: values.float().numpy() for name, values in network.state_dict().items()}
    sizes, below = network.sizes, out / "trunk.onnx"
    own = trunk(weights, sizes, shared, _POSITIONS, eight_bit=eight_bit).SerializeToString()
    others = [out / f"{other}.onnx" for other in Setting if other != setting]
    if any(other.exists() for other in others) and below.read_bytes() != own:
        raise ValueError(f"the first {shared} layers of {checkpoint} are not those of {below}")
    below.write_bytes(own)
    (out / f"{setting}.onnx").write_bytes(top(weights, sizes, shared, eight_bit=eight_bit).SerializeToString())
    copyfile(checkpoint.parent / "tokenizer.json", out / "tokenizer.json")
    _label(out / "labels.json", json.loads((checkpoint.parent / "labels.json").read_text(encoding="utf-8")), setting)


def _label(path: Path, labels: dict[str, object], setting: Setting) -> None:
    """Write the labels, with no calibration of this setting yet and the one that another had."""
    known = json.loads(path.read_text(encoding="utf-8")).get("calibration", {}) if path.exists() else {}
    text = json.dumps({**labels, "calibration": {**known, setting: _RAW}}, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
