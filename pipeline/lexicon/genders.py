"""The gender that a given name tells, as far as it tells one."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import rows

ENDINGS = ("hild", "bjørg", "gunn", "frid", "laug", "borg", "dis", "unn", "veig", "mari", "anne", "ine", "ette", "a")


@cache
def gender(name: str) -> str | None:
    """`f` or `m` for a given name, by its last part where it is made of two; None where the name does not tell.

    A name in -a is a woman's unless the table says another thing.

    >>> [gender(name) for name in ("Odd-Arne", "Gro", "Alvhild", "Fartun", "Marta", "Sturla")]
    ['m', 'f', 'f', None, 'f', 'm']
    """
    known = _known()
    if name in known:
        return known[name] or None
    parts = name.split("-")
    if len(parts) > 1:
        return next((found for part in parts if (found := gender(part))), None)
    return "f" if name.endswith(ENDINGS) else None


@cache
def _known() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in rows("name_genders.csv")}
