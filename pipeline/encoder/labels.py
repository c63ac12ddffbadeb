"""Read the labels that the encoder's outputs stand for, and how sure its scores are."""

import json
from dataclasses import dataclass
from pathlib import Path

from pipeline.encoder.lemmas import Script
from pipeline.encoder.setting import Setting


@dataclass(frozen=True)
class Calibration:
    """The line that turns the log-odds of a name's raw probability into those of its being right."""

    slope: float
    offset: float


@dataclass(frozen=True)
class Labels:
    """Labels by number of each output."""

    entity: tuple[str, ...]
    pos: tuple[str, ...]
    features: tuple[str, ...]
    lemma: tuple[Script, ...]
    calibration: Calibration

    @classmethod
    def read(cls, path: Path, setting: Setting) -> "Labels":
        """Labels of the file at `path`, with the calibration of a setting."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            entity=tuple(raw["entity"]),
            pos=tuple(raw["pos"]),
            features=tuple(raw["features"]),
            lemma=tuple(Script(**script) for script in raw["lemma"]),
            calibration=Calibration(**raw["calibration"][setting]),
        )
