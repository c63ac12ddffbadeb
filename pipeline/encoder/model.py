"""Run the encoder's model files, one window at a time."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from pipeline.encoder.labels import Labels
from pipeline.encoder.processor import overflows
from pipeline.encoder.setting import Setting
from pipeline.encoder.subwords import Subwords
from pipeline.encoder.windows import Window

FOLDER = Path(__file__).parent
Scores = tuple[NDArray[np.float32], ...]  # entity, pos, features, lemma: a row a word each

_TASKS = ("entity", "pos", "features", "lemma")


class Model:
    """A loaded model with its sub-words and labels: the trunk that all settings share, and the top of one.

    A window runs alone, never padded into a batch: the model rounds its inner values by the range that they span
    in one run, so that a neighbour would sway them.
    """

    def __init__(self, folder: Path, setting: Setting) -> None:
        self.labels = Labels.read(folder / "labels.json", setting)
        self.subwords = _subwords(folder / "tokenizer.json")
        careful = overflows()
        self._trunk, self._top = (_session(folder / f"{part}.onnx", careful=careful) for part in ("trunk", setting))
        self._inputs = {given.name for given in self._top.get_inputs()}

    def scores(self, windows: Iterable[Window], threads: int) -> Iterator[Scores]:
        """Scores of each window's words, by `threads` windows at once."""
        if threads == 1:
            yield from map(self._run, windows)
            return
        with ThreadPoolExecutor(threads) as pool:
            yield from pool.map(self._run, windows)

    def _run(self, window: Window) -> Scores:
        starts, ends, words = (np.array(part, np.int64) for part in (window.starts, window.ends, window.words))
        (states,) = self._trunk.run(["states"], {"ids": np.array([window.ids], np.int64)})
        known = {
            "states": states,
            "first": starts[words],
            "last": ends[words],
            "starts": starts,
            "ends": ends,
            "words": words,
        }
        inputs = {name: values for name, values in known.items() if name in self._inputs}
        return tuple(self._top.run(_TASKS, inputs))


@cache
def loaded(folder: Path = FOLDER, setting: Setting = Setting.ACCURATE) -> Model:
    """Give the model in `folder`, read once a process."""
    return Model(folder, setting)


@cache
def _subwords(path: Path) -> Subwords:
    return Subwords.load(path)


@cache
def _session(path: Path, *, careful: bool) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    if careful:  # with a fifth more time it then reads as all others do; those would lose two fifths by it
        options.add_session_config_entry("session.x64quantprecision", "1")
    # The fused form of a sum and its normalisation takes several times as long as the two by themselves.
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
