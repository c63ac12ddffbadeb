"""Fit the names' confidences to how often they are right: python -m training.calibrate FILE... --model FOLDER."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray

from pipeline.annotate.encoder import Encoder
from pipeline.encoder.decoding import spans
from pipeline.encoder.labels import Calibration
from pipeline.encoder.model import FOLDER
from pipeline.encoder.reading import calibrated
from pipeline.encoder.setting import Setting
from training.corpus import Document, read
from training.evaluate import as_doc

Floats = NDArray[np.float64]
_BINS = 10
_RAW = Calibration(slope=1.0, offset=0.0)


def main() -> None:
    """Write the line that fits all of the files; print the error of lines fitted to one half of them, on the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="development part, plain or .gz")
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--setting", type=Setting, choices=[*Setting], default=Setting.ACCURATE)
    options = parser.parse_args()
    setting = options.setting
    path = options.model / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    _write(path, {**labels, "calibration": {**labels["calibration"], setting: asdict(_RAW)}})
    documents = [document for file in options.files for document in read(file)]
    chances, right, halves = _observed(documents, options.model, setting)
    line = fitted(chances, right)
    _write(path, {**labels, "calibration": {**labels["calibration"], setting: asdict(line)}})
    crossed = np.zeros_like(chances)
    for half in (0, 1):
        other = fitted(chances[halves != half], right[halves != half])
        crossed[halves == half] = _applied(chances[halves == half], other)
    print(f"names {len(right)}, right {right.mean():.4f}, {line}")
    print(f"calibration error: raw {error(chances, right):.4f}, fitted on the other half {error(crossed, right):.4f}")


def fitted(chances: Floats, right: Floats) -> Calibration:
    """The line between log-odds under which `right` is most likely, by Newton's method."""
    odds = np.log(chances / (1 - chances))
    rows, line = np.stack([odds, np.ones_like(odds)], axis=1), np.array([1.0, 0.0])
    for _ in range(50):
        guess = 1 / (1 + np.exp(-rows @ line))
        curve = (rows * (guess * (1 - guess))[:, None]).T @ rows + 1e-6 * np.eye(2)
        line += np.linalg.solve(curve, rows.T @ (right - guess))
    return Calibration(slope=round(float(line[0]), 4), offset=round(float(line[1]), 4))


def error(chances: Floats, right: Floats) -> float:
    """Expected calibration error over ten bins of equal width.

    >>> error(np.array([0.75, 0.75, 0.75, 0.75]), np.array([1.0, 1.0, 1.0, 0.0]))
    0.0
    """
    bins = np.minimum((chances * _BINS).astype(int), _BINS - 1)
    gaps = [abs(chances[bins == one].sum() - right[bins == one].sum()) for one in range(_BINS)]
    return float(sum(gaps) / len(chances))


def _applied(chances: Floats, line: Calibration) -> Floats:
    return np.array([calibrated(chance, line) for chance in chances.tolist()])


def _observed(documents: Sequence[Document], folder: Path, setting: Setting) -> tuple[Floats, Floats, NDArray[np.intp]]:
    """Each name's probability, whether it is right, and the half of the documents that it is in."""
    vocabulary = spacy.blank("nb").vocab
    rows = list[tuple[float, bool, int]]()
    docs = Encoder(folder, threads=2, setting=setting).pipe(as_doc(document, vocabulary) for document in documents)
    for number, (document, doc) in enumerate(zip(documents, docs, strict=True)):
        tags = [token.entity for sentence in document.sentences for token in sentence.tokens]
        places = [token.idx for token in doc if not token.is_space]
        right = {(places[start], kind, end - start) for start, end, kind in spans(tags)}
        for name in doc.ents:
            length = sum(not token.is_space for token in name)
            rows.append((name._.confidence, (name.start_char, name.label_, length) in right, number % 2))
    chances, hits, halves = zip(*rows, strict=True)
    return np.array(chances, np.float64), np.array(hits, np.float64), np.array(halves, np.intp)


def _write(path: Path, labels: dict[str, object]) -> None:
    path.write_text(json.dumps(labels, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
