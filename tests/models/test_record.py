"""The record: its invariants, its JSON, and the committed schema."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from models.record import CalendarDate, Count, Mention, Record, Source
from models.schema import schema_text

TEXT = "Fem kommuner\n\nFem kommuner signerte fredag 🎉 avtalen."
ROOT = Path(__file__).parents[2]


def record(**fields):
    source = Source(uri="a.txt", media_type="text/plain", sha256="0" * 64, size=10, scraper="plain")
    given = {"publisher": None, "language": "nb", "title": "Fem kommuner", "lead": None, "sections": ()}
    given |= {"published": date(2022, 9, 30), "updated": None, "text": TEXT}
    return Record(id=source.id, source=source, **(given | fields))


def count(start=0, end=12, text="Fem kommuner", value=5):
    mention = Mention(start=start, end=end, text=text)
    return Count(value=value, unit="kommune", kind="count", mention=mention, confidence=0.9, by="number-noun")


def test_a_mention_must_stand_where_it_says():
    assert record(counts=(count(),)).counts[0].value == Decimal(5)
    with pytest.raises(ValidationError, match="does not stand at 1-13"):
        record(counts=(count(1, 13),))


def test_offsets_count_code_points():
    start = TEXT.index("avtalen")
    fredag = CalendarDate.of("2022-09-30", (Mention(start=start, end=start + 7, text="avtalen"),), confidence=1, by="x")
    assert record(dates=(fredag,)).dates[0].start == "2022-09-30"


def test_sections_must_be_in_order():
    parts = [{"kind": "paragraph", "start": 14, "end": 20}, {"kind": "title", "start": 0, "end": 12}]
    with pytest.raises(ValidationError, match="out of place"):
        record(sections=parts)


def test_values_are_frozen_and_know_their_fields():
    with pytest.raises(ValidationError):
        record().title = "Seks"
    with pytest.raises(ValidationError, match="Extra inputs"):
        record(municipality="Molde")


@pytest.mark.parametrize(
    ("value", "written"), [(5, "5"), (Decimal("2.50"), "2.5"), (0.1, "0.1"), (Decimal("1E+6"), "1000000")]
)
def test_a_count_is_a_json_number(value, written):
    line = count(value=value).model_dump_json()
    assert f'"value":{written},' in line


@pytest.mark.parametrize(
    "stamp",
    [date(2022, 9, 30), datetime(2022, 9, 30, tzinfo=UTC), datetime(2022, 9, 30, 14, 5, tzinfo=UTC), None],
)
def test_a_record_comes_back_from_its_json(stamp):
    one = record(published=stamp, counts=(count(),))
    again = Record.model_validate_json(one.model_dump_json())
    assert again == one
    assert type(again.published) is type(stamp)


def test_a_time_without_an_offset_is_refused():
    with pytest.raises(ValidationError):
        record(published="2022-09-30T14:00")


def test_values_below_a_confidence_are_left_out():
    mention = {"start": 0, "end": 4, "text": "Fem "}
    sure, unsure = {"confidence": 0.9, "by": "a"}, {"confidence": 0.5, "by": "b"}
    role = {"title": "leder", "mention": mention}
    people = [{"name": "Kari", "mentions": [mention], "roles": [{**role, **sure}, {**role, **unsure}], **sure}]
    names = [{"name": "A", "mentions": [mention], **unsure}, {"name": "B", "mentions": [mention], **sure}]
    kept = record(people=people, organizations=names).above(0.9)
    assert ([one.name for one in kept.organizations], len(kept.people[0].roles)) == (["B"], 1)
    assert record(people=people, organizations=names).above(0) == record(people=people, organizations=names)


def test_the_id_hangs_on_source_and_content():
    one = Source(uri="a", media_type="text/html", sha256="1", size=1, scraper="generic")
    assert one.id == one.model_copy(update={"size": 2}).id
    assert len({one.id, one.model_copy(update={"uri": "b"}).id, one.model_copy(update={"sha256": "2"}).id}) == 3


def test_the_committed_schema_is_that_of_the_models():
    committed = (ROOT / "schema" / "record.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(), "run: utdrag schema > schema/record.schema.json"
    assert json.loads(committed)["properties"]["counts"]["items"] == {"$ref": "#/$defs/Count"}
