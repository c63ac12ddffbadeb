"""The quick reader of records accepts nothing that the model does not, and finds the same values in what it accepts."""

import json
import random
import re

import pytest

from models.decode import decode
from models.record import Record

SPAN = {"start": 0, "end": 4, "text": "Kari"}
SURE = {"confidence": 0.5, "by": "hand"}
WHOLE = {
    "schema_version": "1.0",
    "id": "a",
    "source": {
        "uri": "u",
        "media_type": "text/html",
        "sha256": "0",
        "size": 4,
        "retrieved_at": "2024-01-02T03:04:05.678901+00:00",
        "scraper": "plain",
    },
    "publisher": "Molde",
    "language": "nb",
    "title": "Kari",
    "lead": None,
    "published": "2022-09-30",
    "updated": "2022-09-30T00:10:00+02:00",
    "text": "Kari Lie 🎉",
    "sections": [{"kind": "title", "start": 0, "end": 4}, {"kind": "paragraph", "start": 4, "end": 10}],
    "municipalities": [
        {
            **SURE,
            "code": "1506",
            "name": "Molde",
            "county": {"code": "15", "name": "Møre og Romsdal"},
            "historical": False,
            "current_codes": ["1506", "1507"],
            "mentions": [SPAN],
        }
    ],
    "counties": [{**SURE, "code": "15", "name": "Møre og Romsdal", "historical": True, "mentions": [SPAN]}],
    "organizations": [{**SURE, "name": "Kari", "mentions": [SPAN]}],
    "people": [
        {
            **SURE,
            "name": "Kari",
            "party": None,
            "roles": [{**SURE, "title": "leder", "organization": None, "municipality": "1506", "mention": SPAN}],
            "mentions": [SPAN, SPAN],
        }
    ],
    "dates": [
        {**SURE, "edtf": "2022", "start": "2022-01-01", "end": None, "precision": "year", "mentions": [SPAN]},
    ],
    "counts": [
        {**SURE, "value": 3, "value_max": 4.5, "unit": "x", "kind": "count", "qualifier": "about", "mention": SPAN}
    ],
    "quotes": [{**SURE, "speaker": "Kari", "text": "Ja", "mention": SPAN}],
    "warnings": ["short"],
}
VALUES = re.split(
    r"\s+",
    """0 -0 -0.0 1 -1 4 5.5 1.0 1e2 1E-7 1e18 1e22 1e23 1e400 5e-324 0.1 0.30000000000000004 9007199254740993
    9007199254740993.0 9223372036854775808 -9223372036854775809 18446744073709551616 1000000000000000000000000000000
    12345678901234567890.5 0.12345678901234567890123 01 +1 1. .5 NaN Infinity -Infinity true false null [] {} [1] [null]
    "" "x" "1" "15" "1.0" "NaN" "nb" "count" "half" "title" "Kari" "1234" "٣٤٥٦" "12345" "1234\\n" "\\u0000" "\\x41" "\\/"
    "\\u00e5" "\\ud800" "\\ud83d\\ude00" "\\ude00\\ud83d" "2022-01-01" "0030-01-01" "2022-02-30" "20220101" "2022-W01-1"
    "2022-01-01T10:00" "2022-01-01T10:00Z" "2022-01-01T10:00:00+02:00" "2022-01-01T24:00:00Z" 1700000000 1700000000.5
    {"start":0,"end":4,"text":"Kari"} {"code":"15","name":"x"} 'x' nul tru "a"b""",
)
BYTES = (
    b"\0",
    b"\t",
    b"\n",
    b" ",
    b"\x1f",
    b"\x7f",
    b"\xff",
    b"\xc3",
    b"\xef\xbb\xbf",
    b",",
    b'"',
    b"\\",
    b"{",
    b"/**/",
)


def outcome(read, line):
    """What a reader makes of a line: every value with its type, or None where it refuses."""
    try:
        return plain(read(line))
    except ValueError:
        return None


def plain(value):
    """A value in tuples of names, types and reprs, whatever class holds it."""
    fields = getattr(type(value), "model_fields", None) or getattr(value, "__struct_fields__", None)
    if fields:
        return tuple((name, plain(getattr(value, name))) for name in fields)
    return tuple(map(plain, value)) if isinstance(value, tuple) else (type(value).__name__, repr(value))


def agree(line):
    """Whether the quick reader refuses a line or finds in it what the model does; and whether it took it."""
    found = outcome(decode, line)
    return found is None or found == outcome(Record.model_validate_json, line), found is not None


def written(value, change, here=()):
    """A value as JSON, `change` applied to each member: a function from its path, key and JSON to its members as text."""
    if isinstance(value, dict):
        members = [(key, written(one, change, (*here, key)), (*here, key)) for key, one in value.items()]
        return (
            "{" + ",".join(part for key, text, at in members for part in change(at, f"{json.dumps(key)}:", text)) + "}"
        )
    if isinstance(value, list):
        items = [(written(one, change, (*here, n)), (*here, n)) for n, one in enumerate(value)]
        return "[" + ",".join(part for text, at in items for part in change(at, "", text)) + "]"
    return json.dumps(value, ensure_ascii=False)


def paths(value, here=()):
    """The path of every member, however deep."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in members:
        yield (*here, key)
        yield from paths(one, (*here, key))


CHANGES = {
    "another value": lambda key, _text, other: [key + other],
    "left out": lambda _key, _text, _other: [],
    "twice, the last another": lambda key, text, other: [key + text, key + other],
    "twice, the first another": lambda key, text, other: [key + other, key + text],
    "an unknown member beside it": lambda key, text, other: [key + text, f'"extra":{other}' if key else other],
}


@pytest.mark.parametrize("changed", CHANGES)
def test_a_member_that_is_changed(changed):
    change, taken = CHANGES[changed], 0
    for path in paths(WHOLE):
        for other in VALUES if changed != "left out" else [""]:
            line = written(
                WHOLE,
                lambda at, key, text: change(key, text, other) if at == path else [key + text],  # noqa: B023
            )
            agreed, took = agree(line.encode())
            assert agreed, (path, other)
            taken += took
    assert taken > 20  # such changes are not all refused


def test_bytes_that_are_changed():
    dice, line, taken = random.Random(1), json.dumps(WHOLE, ensure_ascii=False).encode(), 0  # noqa: S311 - no secret
    for _ in range(20_000):
        broken, at = bytearray(line), dice.randrange(len(line))
        end = at + dice.choice((0, 0, 1, 2, 50))
        broken[at:end] = dice.choice((*BYTES, b"", bytes([dice.randrange(256)])))
        agreed, took = agree(bytes(broken))
        assert agreed, bytes(broken)
        taken += took
    assert taken > 1_000


@pytest.mark.parametrize("line", [b"", b" ", b"null", b"[]", b"{}", b"\xff", b"{" * 5_000])
def test_what_is_no_record_is_refused(line):
    assert outcome(decode, line) is outcome(Record.model_validate_json, line) is None
    with pytest.raises(ValueError, match=r"."):
        decode(line)


def test_all_that_the_model_writes_is_taken():
    record = Record.model_validate(WHOLE)
    assert agree(record.model_dump_json().encode()) == (True, True)
    assert plain(decode(record.model_dump_json().encode())) == plain(record)
