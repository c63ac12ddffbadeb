"""No regular expression of ours takes more than linear time, whatever it is given."""

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("models", "scrapers", "pipeline")
UNITS = (
    " ", "a", "1", "A", ".", "-", "–", "\n", "\t", "«", "'", "(", "<", "/", ":", ",", "å",
    "a ", "1 ", "A ", "1.", "1, ", "Aa ", "A.", "a-", "a\n", "1/", "a@", "a.", "Os og ", "1.–", " \n", "\u00a0", "12 000 ",
)  # fmt: skip
LONG = 12_000  # characters
SLOW = 0.7  # processor seconds: what is linear takes some thousandths, what is quadratic a second or more
# Patterns that look back from a place, over a window of the text: how many characters they are given at most.
WINDOWS = {
    "scrapers.stamps.value._CLOCK": 400,
    "pipeline.annotate.counts.blocked.STREET": 40,
    "pipeline.annotate.counts.contexts.LAST_WORD": 80,
    "pipeline.annotate.counts.qualifiers.BEFORE": 48,
    "pipeline.annotate.places.evidence.NAMED_ROLE": 100,
    "pipeline.annotate.places.surroundings.BEFORE": 80,
    "pipeline.lexicon.numbers.finder.BEFORE": 24,
    "pipeline.normalise.stamps.CLOCK": 100,
}
SOURCES = "\n".join(path.read_text(encoding="utf-8") for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
SOUGHT = set(re.findall(r"\b(\w+)\.(?:search|finditer|findall|sub|subn|split)\(", SOURCES))


def _patterns():
    found = {}
    for package in PACKAGES:
        root = importlib.import_module(package)
        names = [package, *(info.name for info in pkgutil.walk_packages(root.__path__, f"{package}."))]
        for name in names:
            for what, value in vars(importlib.import_module(name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found.setdefault((value.pattern, value.flags), f"{name}.{what}")
    return [pytest.param(re.compile(*key), name, id=name) for key, name in found.items()]


@pytest.mark.clock
@pytest.mark.parametrize(("pattern", "name"), _patterns())
def test_a_pattern_takes_linear_time(pattern, name):
    sought = name.rpartition(".")[2] in SOUGHT
    for unit in UNITS:
        text = (unit * LONG)[: WINDOWS.get(name, LONG)] + "\x00"
        started = time.process_time()
        pattern.match(text)
        pattern.fullmatch(text)
        if sought:
            for _ in pattern.finditer(text):
                pass
        assert time.process_time() - started < SLOW, f"slow on {unit!r} many times over"
