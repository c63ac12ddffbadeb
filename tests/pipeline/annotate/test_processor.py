"""What the encoder finds out of the processor, and that it reads the same with care and without."""

import platform
from pathlib import Path

import numpy as np
import pytest

from pipeline.encoder import model
from pipeline.encoder.model import FOLDER, Model
from pipeline.encoder.processor import overflows
from pipeline.encoder.setting import Setting
from pipeline.encoder.windows import Unit, windows

CPUINFO = Path("/proc/cpuinfo")
WIDE = {"avx512_vnni", "avx_vnni"}  # what adds such products in thirty-two bits


def test_a_processor_that_adds_in_sixteen_bits_is_told_from_others():
    if platform.machine() != "x86_64" or not CPUINFO.exists():
        pytest.skip("only on x86-64 under Linux is it written down what the processor can do")
    flags = {*CPUINFO.read_text().split("flags", 1)[1].split("\n", 1)[0].split()}
    if "avx2" not in flags:
        pytest.skip("this processor has no AVX2")
    assert overflows() is not bool(flags & WIDE)


def test_scores_are_the_same_with_care_and_without(monkeypatch):
    text = [Unit((number,)) for number in range(100, 200)]
    plain = next(Model(FOLDER, Setting.ACCURATE).scores(windows(text), threads=1))
    monkeypatch.setattr(model, "overflows", lambda: True)
    careful = next(Model(FOLDER, Setting.ACCURATE).scores(windows(text), threads=1))
    for own, other in zip(plain, careful, strict=True):
        assert np.array_equal(own, other)
