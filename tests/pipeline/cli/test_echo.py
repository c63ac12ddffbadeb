"""No command lets a text, a name or an address of a stranger drive the terminal."""

import json
import re

import pytest

from models.record import Record

EVIL = "\x1b]0;eid\x07\x9b31m\x7f\u202e"
DRIVES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\ud800-\udfff]")
TEXT = f"{EVIL}Kari"


def hostile():
    """A record that holds the codes wherever a record holds text."""
    sure = {"confidence": 0.5, "by": EVIL}
    where = {"start": 0, "end": len(TEXT), "text": TEXT}
    county = {"code": "15", "name": EVIL}
    place = {"code": "1506", "name": EVIL, "historical": False, "mentions": [where], **sure}
    role = {"title": EVIL, "organization": EVIL, "mention": where, **sure}
    day = {"start": None, "end": None, "precision": "day", "mentions": [where], **sure}
    return Record.model_validate(
        {
            "id": EVIL,
            "source": {"uri": f"{EVIL}.txt", "media_type": EVIL, "sha256": EVIL, "size": 1, "scraper": EVIL},
            "publisher": EVIL,
            "language": EVIL,
            "title": EVIL,
            "lead": EVIL,
            "published": None,
            "updated": None,
            "text": TEXT,
            "sections": [],
            "municipalities": [{**place, "county": county, "current_codes": ["1506"]}],
            "counties": [{**place, "code": "15"}],
            "organizations": [{"name": EVIL, "mentions": [where], **sure}],
            "people": [{"name": EVIL, "party": EVIL, "roles": [role], "mentions": [where], **sure}],
            "dates": [{"edtf": EVIL, **day}],
            "counts": [{"value": 1, "unit": EVIL, "kind": "count", "mention": where, **sure}],
            "quotes": [{"speaker": EVIL, "text": EVIL, "mention": where, **sure}],
            "warnings": [EVIL],
        }
    )


ANSWER = {"language": "nb", "title": EVIL, "lead": None, "published": None, "updated": None, "publisher": EVIL}
ANSWER |= {"municipalities": [], "counties": [EVIL], "organizations": [EVIL], "people": [], "dates": [], "counts": []}


@pytest.fixture
def there(tmp_path):
    """A folder of records, answers, patches and documents whose names and texts hold codes."""
    line = hostile().model_dump_json()
    patch = {"id": "1", "article": EVIL, "path": f"/people/{EVIL}", "reviewer": EVIL, "time": "2024-01-01T00:00:00Z"}
    (tmp_path / "r.jsonl").write_text(line + "\n", encoding="utf-8")
    (tmp_path / "r.patches.jsonl").write_text(json.dumps(patch) + "\n", encoding="utf-8")
    (tmp_path / f"{EVIL}.jsonl").write_text(json.dumps({EVIL: 1}) + "\n", encoding="utf-8")
    (tmp_path / f"{EVIL}.patches.jsonl").write_text(json.dumps({EVIL: 1}) + "\n", encoding="utf-8")
    (tmp_path / f"{EVIL}.txt").write_bytes(b"")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / f"{EVIL}.json").write_text(json.dumps({**ANSWER, "quotes": []}), encoding="utf-8")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / f"{EVIL}.json").write_text(json.dumps({EVIL: 1}), encoding="utf-8")
    (tmp_path / "list.txt").write_text(f"http://127.0.0.1:1/{EVIL}\nhttp://[{EVIL}/\n", encoding="utf-8")
    (tmp_path / "evil.html").write_text(
        f"<h1>{TEXT}</h1><p>Det er {EVIL} 12 hus i Molde. {'Huset er fint. ' * 50}", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "r.jsonl"), 0),
        (("show", f"{EVIL}.txt"), 1),
        (("show", f"{EVIL}.jsonl"), 1),
        (("show", b"\xff\xfe.txt".decode("utf-8", "surrogateescape")), 1),
        (("evaluate", "gold", "r.jsonl", "--errors"), 0),
        (("evaluate", "bad", "r.jsonl"), 1),
        (("load", f"{EVIL}.jsonl", "--to", "sqlite:///r.db"), 3),
        (("load", "r.jsonl", "--to", f"{EVIL}.txt"), 2),
        (("show", "r.jsonl", f"{EVIL}.txt"), 2),
        (("report", "r.jsonl", "-o", f"{EVIL}.html"), 0),
        (("review", f"{EVIL}.jsonl", "--no-browser", "--port", "0"), 1),
        (("export-reviewed", "r.jsonl", "-o", f"{EVIL}out.jsonl", "--gold", EVIL), 3),
        (("fetch", "list.txt", "-o", f"{EVIL}.warc.gz"), 3),
        (("run", f"{EVIL}.txt", "evil.html", "-o", f"{EVIL}out.jsonl"), 3),
        (("run", f"{EVIL}.txt", "-o", "out.jsonl", "--log", "json"), 3),
        (("run", f"{EVIL}.txt", "-o", f"{EVIL}.txt/out.jsonl"), 1),
        (("places", EVIL), 1),
        (("counts", f"{EVIL} 12 hus", "--json"), 0),
    ],
    ids=lambda value: ascii(value)[:60],
)
def test_what_a_command_prints_drives_no_terminal(utdrag, there, arguments, code):
    done = utdrag(*arguments, cwd=there, errors="surrogateescape")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert DRIVES.findall(done.stdout + done.stderr) == []
    assert done.stdout or done.stderr


def test_json_on_the_terminal_says_what_the_record_says(utdrag, there):
    (there / "evil.html").rename(there / f"{EVIL}.html")
    shown = json.loads(utdrag("show", "--json", f"{EVIL}.html", cwd=there).stdout)
    assert shown["source"]["uri"] == f"{EVIL}.html"
