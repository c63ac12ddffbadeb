"""Scoring: what counts as found, and the same figures as the scorer of the gold folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import ReadError
from models.record import Record
from pipeline.evaluate.answers import Answer, Case, read_cases
from pipeline.evaluate.score import score

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "gold"
TEXT = "Seks kommuner\n\n– Vi gleder oss til samarbeidet fremover, sier Kari Vik fredag."

ANSWER = {
    "language": "nb",
    "title": "Seks kommuner",
    "lead": None,
    "published": "2022-09-30",
    "updated": None,
    "publisher": None,
    "municipalities": [],
    "counties": [],
    "organizations": [{"name": "NRK", "optional": True}],
    "people": [{"name": "Kari Vik", "roles": []}],
    "dates": [{"text": "fredag", "value": "2022-09-30"}],
    "counts": [{"text": "Seks kommuner", "value": 6, "unit": "kommune"}],
    "quotes": [{"speaker": "Kari Vik", "text": "Vi gleder oss til samarbeidet fremover"}],
}


def value(text, **fields):
    start = TEXT.index(text)
    mention = {"start": start, "end": start + len(text), "text": text}
    return {"confidence": 0.9, "by": "x", **fields}, mention


def record(**fields):
    source = {"uri": "folder/case.txt", "media_type": "text/plain", "sha256": "0", "size": 1, "scraper": "plain"}
    given = {"id": "1", "source": source, "publisher": None, "language": "nb", "title": "Seks kommuner", "lead": None}
    given |= {"published": "2022-09-30", "updated": None, "text": TEXT, "sections": []}
    return Record.model_validate(given | fields)


def quote(text):
    fields, mention = value(text, speaker="Kari Vik")
    return {**fields, "text": text, "mention": mention}


def scored(one, answer=ANSWER):
    return score([Case("case", Answer.model_validate(answer))], [one] if one else [])


def test_an_item_is_found_missed_or_false():
    fields, mention = value("Kari Vik", name="Kari Vik")
    wrong, other = value("Seks kommuner", name="Seks Kommuner")
    result = scored(record(people=[{**fields, "mentions": [mention]}, {**wrong, "mentions": [other]}]))
    people = result.fields["people"]
    assert (people.hit, people.missed, people.false) == (1, 0, 1)
    assert (people.precision, people.recall) == (0.5, 1)
    assert result.fields["dates"].missed == 1
    assert ("case", "people", "false") in {(e.stem, e.field, e.kind) for e in result.errors}


def test_an_optional_item_costs_nothing_either_way():
    fields, mention = value("Kari", name="NRK")
    assert scored(record()).fields["organizations"].f1 == 1
    with_it = scored(record(organizations=[{**fields, "mentions": [mention]}])).fields["organizations"]
    assert (with_it.hit, with_it.missed, with_it.false) == (0, 0, 0)


@pytest.mark.parametrize(
    ("text", "hits"), [("Vi gleder oss til samarbeidet", 1), ("Vi gleder oss", 0), (TEXT[15:60], 1)]
)
def test_a_quote_is_found_by_at_least_half_of_it(text, hits):
    assert scored(record(quotes=[quote(text)])).fields["quotes"].hit == hits


def test_a_case_without_a_record_is_all_missed():
    result = scored(None)
    assert (result.cases, result.records) == (1, 0)
    assert result.fields["title"].missed == 1


def test_a_folder_without_answers_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="no answers"):
        read_cases(tmp_path)


@pytest.mark.parametrize("answer", ["{", "{}", '{"title": 1}'])
def test_a_malformed_answer_is_named(tmp_path, answer):
    (tmp_path / "case.json").write_text(answer, encoding="utf-8")
    with pytest.raises(ReadError, match=r"case\.json"):
        read_cases(tmp_path)


@pytest.mark.skipif(not SHARED.exists(), reason="the scorer of the gold folder is not here")
def test_the_figures_are_those_of_the_gold_scorer(fixture_records):
    folder = ROOT / "fixtures" / "releases"
    arguments = [sys.executable, SHARED / "score.py", folder, fixture_records, "--json"]
    theirs = json.loads(subprocess.run(arguments, capture_output=True, check=True, text=True).stdout)
    lines = fixture_records.read_text(encoding="utf-8").splitlines()
    ours = score(read_cases(folder), [Record.model_validate_json(line) for line in lines])
    for name, row in ours.fields.items():
        assert (row.hit, row.missed, row.false) == tuple(theirs[name][key] for key in ("hit", "missed", "false"))
        assert round(row.f1, 4) == theirs[name]["f1"]
