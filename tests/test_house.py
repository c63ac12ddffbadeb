"""The house: lists are complete, every table row can be read, every module says what it is for."""

import ast
import importlib
import json
import pkgutil
from pathlib import Path

import pytest

from models.edtf import precision
from pipeline.annotate import COMPONENTS
from pipeline.cli import COMMANDS
from pipeline.lexicon.priors import prior
from pipeline.lexicon.tables import rows

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("models", "scrapers", "pipeline") for path in (ROOT / room).rglob("*.py"))
TOPICS = ("places", "organizations", "people", "dates", "counts", "quotes")
PRIORS = ("places", "organizations", "people", "roles", "dates", "counts", "quotes")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_opens_with_one_sentence(path):
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doc
    assert doc.splitlines()[0][-1] in ".:"


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_its_room_on_both_floors_and_its_place_in_the_order(topic):
    room = importlib.import_module(f"pipeline.annotate.{topic}")
    # by name: pytest may import a room twice, for its tests and for its doctests
    assert room.annotate.__module__ in [component.__module__ for component in COMPONENTS]
    assert importlib.import_module(f"pipeline.normalise.{topic}").normalise


def test_every_command_module_is_listed():
    names = {info.name for info in pkgutil.iter_modules([str(ROOT / "pipeline" / "cli")])}
    listed = {(command.__module__, command.__name__) for command in COMMANDS}
    assert listed == {(f"pipeline.cli.{name}", name) for name in names - {"echo", "phrases", "progress", "terminal"}}


@pytest.mark.parametrize("field", PRIORS)
def test_every_prior_is_a_share(field):
    table = rows(f"confidence/{field}.csv")
    assert table
    assert len({row["by"] for row in table}) == len(table)
    assert all(0 < prior(field, row["by"]) <= 1 for row in table)


def test_the_record_knows_every_precision():
    schema = json.loads((ROOT / "schema" / "record.schema.json").read_text(encoding="utf-8"))
    values = ["2022-09-30T14:00", "2022-09-30", "2022-09-12/2022-09-18", "2022-09", "2022-21", "2022-33", "2022-40"]
    known = schema["$defs"]["CalendarDate"]["properties"]["precision"]["enum"]
    assert {*map(precision, values), "year", "decade", "century", "interval"} == set(known)
