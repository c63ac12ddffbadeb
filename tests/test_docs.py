"""What the documents show is what the commands print, and what they link to is there."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md")])
CONSOLE = re.compile(r"```console\n\$ utdrag (?P<command>[^\n]+)\n(?P<shown>.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
NAMED = re.compile(r"`((?:pipeline|scrapers|models|tests|training|fuzz|benchmarks|fixtures|docs|schema)/[\w./-]+)`")
EXAMPLES = [
    pytest.param(found["command"], found["shown"], id=f"{path.name}-{found['command'][:30]}")
    for path in DOCUMENTS
    for found in CONSOLE.finditer(path.read_text(encoding="utf-8"))
]


def words(text):
    """The words of a printed table or JSON, its lines and headings aside."""
    return re.sub(r"[─-╿]", " ", text).split()


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_an_example_prints_what_it_shows(command, shown, utdrag):
    done = utdrag(*shlex.split(command))
    assert done.returncode == 0, done.stderr
    printed = words(done.stdout)
    wanted = words(shown)
    assert any(printed[at : at + len(wanted)] == wanted for at in range(len(printed) - len(wanted) + 1)), done.stdout


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_names_is_there(path):
    text = path.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (path.parent / link).exists()] == []
    named = [name for name in NAMED.findall(text) if "NAME" not in name and "eksempel" not in name]
    assert [name for name in named if not (ROOT / name).exists()] == []
