"""What holds for any text, number, day, record and bytes that hypothesis thinks of."""

import json
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.edtf import bounds, precision
from models.errors import ReleaseError
from models.page import Page
from models.record import Record
from pipeline.annotate import dates, sentences
from pipeline.annotate.tokenizer import language
from pipeline.lexicon.numbers import find, number
from pipeline.load.layout import LAYOUT, prepare
from pipeline.load.loading import write
from pipeline.load.reading import Loadable, loadable
from pipeline.load.rows import rows
from pipeline.load.sqlite import SQLite
from pipeline.load.tables import ARTICLE_TABLES
from pipeline.normalise import dates as worth
from pipeline.normalise.context import Context
from pipeline.run import attempt
from scrapers.sources import pages

quick = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
few = settings(quick, max_examples=20)
WORDS = (
    "mandag", "12. mai", "2024", "kl. 14.30", "i fjor", "neste uke", "1.–3. juni", "to", "tre hundre", "millioner", "½",
    "prosent", "3,5", "12 000", "–", "«", "»", "sier", "Kari Vik", "Os", "Våler", "Herøy kommune", "i", "og", ".", ",",
    "\n\n", "(", "ordfører", "jul", "påske", "vinteren", "1. kvartal", "tiår", "−", "1:2", "i", "halvannen", "31.2.",
)  # fmt: skip
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
days = st.dates(min_value=date.min, max_value=date.max)


@quick
@given(texts)
def test_numbers_of_any_text_stand_where_they_say(text):
    for one in find(text):
        assert 0 <= one.start < one.end <= len(text)
        assert isinstance(one.value, Decimal)
    number(text)


@quick
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_number_in_figures_is_read_back(value):
    assert number(str(value)) == value
    assert number(f"{value:,}".replace(",", " ")) == value


@quick
@given(texts, days, st.sampled_from(["nb", "nn"]))
def test_dates_of_any_text_on_any_day_are_edtf_of_the_words_they_stand_at(text, day, code):
    doc = dates.annotate(sentences.annotate(language(code).make_doc(text)))
    for value in worth.normalise(doc, Context(published=day, language=code)).values:
        assert (value.start, value.end) == bounds(value.edtf)
        assert value.precision == precision(value.edtf)
        assert all(text[mention.start : mention.end] == mention.text for mention in value.mentions)


@quick
@given(texts)
def test_any_text_gives_a_record_or_a_reason(text):
    found = attempt(Page("a.txt", f"Ny skole i Os\n\n{text}".encode("utf-8", "replace"), "text/plain"))
    assert not isinstance(found, ReleaseError) or "internal error" not in found.reason
    assert isinstance(found, ReleaseError) or Record.model_validate_json(found[0].model_dump_json()) == found[0]


@quick
@given(days, st.integers(min_value=0, max_value=400))
def test_every_day_and_interval_has_its_bounds(day, more):
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat())
    last = min(day + timedelta(days=more), date.max) if (date.max - day).days >= more else date.max
    assert bounds(f"{day.isoformat()}/{last.isoformat()}") == (day.isoformat(), last.isoformat())


texts_of_records = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
sure = {"confidence": st.floats(0, 1), "by": texts_of_records}
stamps = st.one_of(st.none(), days.map(str), st.just("2024-03-31T02:30:00+02:00"), st.just("0001-01-01"))
maybe = st.none() | texts_of_records


@st.composite
def records(draw):
    """A record of any texts, its mentions where the text has them."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=60))

    def where():
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return {"start": start, "end": end, "text": text[start:end]}

    def several(**fields):
        held = draw(st.lists(st.fixed_dictionaries(sure | fields), max_size=2))
        return [one | {"mentions": [where() for _ in range(draw(st.integers(1, 2)))]} for one in held]

    def single(**fields):
        return [one | {"mention": where()} for one in draw(st.lists(st.fixed_dictionaries(sure | fields), max_size=2))]

    people = [
        one | {"roles": single(title=texts_of_records, organization=maybe, municipality=st.just("1506") | st.none())}
        for one in several(name=texts_of_records, party=maybe)
    ]
    figures = st.integers(-(10**17), 10**17) | st.decimals(-1000, 1000, places=3).map(float)
    found = draw(days).isoformat()
    source = {"uri": texts_of_records, "media_type": texts_of_records, "sha256": texts_of_records}
    fields = {
        "id": draw(texts_of_records),
        "source": draw(st.fixed_dictionaries(source | {"size": st.integers(0, 2**40), "scraper": texts_of_records})),
        "publisher": draw(maybe),
        "language": draw(texts_of_records),
        "title": draw(texts_of_records),
        "lead": draw(maybe),
        "published": draw(stamps),
        "updated": draw(stamps),
        "text": text,
        "sections": [{"kind": "paragraph", "start": 0, "end": len(text)}],
        "organizations": several(name=texts_of_records),
        "people": people,
        "dates": several(edtf=st.just(found), start=st.just(found), end=st.just(found), precision=st.just("day")),
        "counts": single(value=figures, unit=texts_of_records, kind=st.sampled_from(["count", "money", "measure"])),
        "quotes": single(speaker=texts_of_records, text=texts_of_records),
        "warnings": draw(st.lists(texts_of_records, max_size=2)),
    }
    return Record.model_validate(fields)


@quick
@given(records())
def test_a_record_comes_back_from_its_json(record):
    line = record.model_dump_json()
    again = Record.model_validate_json(line)
    assert again == record
    assert again.model_dump_json() == line
    assert Record.model_validate(json.loads(line)) == record


@few
@given(st.lists(records(), max_size=3, unique_by=lambda record: record.id))
def test_any_record_loads_and_reads_back_the_same(made):
    lines = [loadable(number, record.model_dump_json().encode()) for number, record in enumerate(made, 1)]
    assert all(isinstance(one, Loadable) for one in lines)
    with SQLite(":memory:", "memory") as store:
        prepare(store, LAYOUT)
        tally, refused = write(store, lines)
        assert (tally["new"], refused) == (len(made), [])
        for table in ARTICLE_TABLES:
            names = ", ".join(column.name for column in table.columns)
            kept = sorted(map(repr, store.execute(f"SELECT {names} FROM {table.name}")))  # noqa: S608 - our own names
            wanted = [
                row for record, one in zip(made, lines, strict=True) for row in rows(record, one.digest)[table.name]
            ]
            assert len(kept) == len(wanted)
            if table.name != "counts":  # SQLite keeps whole numbers as numbers
                assert kept == sorted(repr(tuple(map(stored, row))) for row in wanted)


def stored(value):
    """A value as SQLite gives it back."""
    return int(value) if isinstance(value, bool) else value


@quick
@given(st.binary(max_size=200), st.sampled_from([".html", ".txt", ".json", ".jsonl", ".zip", ".tar", ".tgz", ".gz", ".warc", ".xml", ".rss", ".xz", ".bz2", ".zst", "", ".warc.gz"]), st.sampled_from([b"", b"PK\x03\x04", b"WARC/1.0\r\n", b'{"uri":', b"<urlset>", b"<rss>", b"\x1f\x8b\x08\0", b"BZh9", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"]))  # fmt: skip
def test_any_bytes_by_any_name_are_a_page_or_a_reason(tmp_path, content, suffix, head):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(head + content)
    found = list(pages([str(path)]))
    assert found
    assert all(one.reason if isinstance(one, ReleaseError) else one.content for one in found)
