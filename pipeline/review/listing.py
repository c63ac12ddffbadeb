"""The list of articles: filtered, sorted and paged by what its address asks for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.review.kinds import BY_FIELD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

PAGE = 50  # articles
SORTS = {
    "newest": "published DESC, n DESC",
    "oldest": "published, n",
    "title": "title, n",
    "publisher": "publisher, n",
    "doubt": "doubt, n",
}
COLUMNS = "id, title, published, publisher, language, doubt, municipalities, warnings, sizes, state"
STATES = {"untouched": 0, "begun": 1, "done": 2}
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list: its rows, how many articles there are in all, and which page it is of how many."""

    rows: list[dict[str, Any]]
    total: int
    page: int
    pages: int


def listing(db: sqlite3.Connection, asked: Mapping[str, str]) -> Listed:
    """The articles that the filters of an address leave; an unknown filter value leaves none, an unknown sort is "newest"."""
    where, values = _filters(asked)
    total = db.execute(f"SELECT count(*) FROM article {where}", values).fetchone()[0]  # noqa: S608 - our own words
    pages = max(1, -(-total // PAGE))
    page = min(max(1, int(asked["page"]) if asked.get("page", "").isdigit() else 1), pages)
    order = SORTS.get(asked.get("sort", ""), SORTS["newest"])
    chosen = [
        row["n"]
        for row in db.execute(
            f"SELECT n FROM article {where} ORDER BY {order} LIMIT ? OFFSET ?",  # noqa: S608 - our own words
            [*values, PAGE, (page - 1) * PAGE],
        )
    ]
    marks = ", ".join("?" * len(chosen))
    found = db.execute(f"SELECT n, {COLUMNS} FROM article WHERE n IN ({marks})", chosen)  # noqa: S608 - our own words
    rows = {row["n"]: _shown(row) for row in found}
    return Listed([rows[n] for n in chosen], total, page, pages)


def neighbours(db: sqlite3.Connection, article: str) -> tuple[str | None, str | None]:
    """The articles before and after one in the file; None at its ends."""
    n = db.execute("SELECT n FROM article WHERE id = ?", (article,)).fetchone()[0]
    before = db.execute("SELECT id FROM article WHERE n < ? ORDER BY n DESC LIMIT 1", (n,)).fetchone()
    after = db.execute("SELECT id FROM article WHERE n > ? ORDER BY n LIMIT 1", (n,)).fetchone()
    return before and before[0], after and after[0]


def choices(db: sqlite3.Connection) -> dict[str, list[str]]:
    """What each filter offers, as it was worked out when the index was made."""
    found: dict[str, list[str]] = json.loads(db.execute("SELECT value FROM about WHERE name = 'choices'").fetchone()[0])
    return found


def kinds(fields: Iterable[str]) -> int:
    """Kinds of value as bits, so that a filter needs no other table; 0 for what is no kind."""
    order = [*BY_FIELD]
    return sum(1 << order.index(field) for field in fields if field in BY_FIELD)


def _filters(asked: Mapping[str, str]) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    for field in ("municipality", "warning"):
        if asked.get(field):
            parts.append("n IN (SELECT n FROM has WHERE field = ? AND name = ?)")
            values += [field, asked[field]]
    if asked.get("kind"):
        parts.append("kinds & ?")
        values.append(kinds([asked["kind"]]))
    for field in ("publisher", "language"):
        if asked.get(field):
            parts.append(f"{field} = ?")
            values.append(asked[field])
    if asked.get("from"):
        parts.append("published >= ?")
        values.append(asked["from"])
    if asked.get("to"):
        parts.append("published < ?")
        values.append(asked["to"] + "U")  # after "2022-09-30" and "2022-09-30T14:00"
    if asked.get("state"):
        parts.append("state = ?")
        values.append(STATES.get(asked["state"], -1))
    words = WORD.findall(asked.get("q", ""))
    if words:
        parts.append("n IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(" ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*')
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), values


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    lists = ("municipalities", "warnings", "sizes")
    return {name: json.loads(row[name]) if name in lists else row[name] for name in row.keys()}  # noqa: SIM118 - a Row
