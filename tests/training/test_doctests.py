"""The examples in the workshop's own docstrings hold."""

import doctest
import importlib
from pathlib import Path

import pytest

import training

MODULES = sorted(path.stem for path in Path(training.__file__).parent.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    try:
        module = importlib.import_module(f"training.{name}")
    except ModuleNotFoundError as missing:
        pytest.skip(f"training's dependency {missing.name} is not installed")
    assert doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0
