"""Help: each command in one whole line, every paragraph filled, no type names where a word says more."""

import pytest

from pipeline.cli import COMMANDS

NAMES = [command.__name__.replace("_", "-") for command in COMMANDS]


def test_each_command_is_told_in_one_whole_line(utdrag, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    shown = utdrag("--help").stdout
    assert "..." not in shown.partition("Commands:")[2]
    assert all(f"\n  {name} " in shown for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_help_fits_80_columns_and_names_no_types(utdrag, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "80")
    shown = utdrag(name, "--help").stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert not any(word in shown for word in ("<int", "<float", "<bool"))
