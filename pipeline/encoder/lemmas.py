"""Turn word forms into lemmas by edit scripts: a casing, an ending to take off, one to put on."""

from collections.abc import Callable
from dataclasses import dataclass

KEEP, LOWER, TITLE = "keep", "lower", "title"
_CASINGS: dict[str, Callable[[str], str]] = {KEEP: str, LOWER: str.lower, TITLE: str.title}


@dataclass(frozen=True, slots=True)
class Script:
    """An edit that makes a lemma of a word form.

    >>> Script("lower", "en", "").apply("Menyen")
    'meny'
    >>> Script("lower", "ene", "").apply("Oslo") is None
    True
    """

    casing: str
    cut: str
    add: str

    def apply(self, form: str) -> str | None:
        """Lemma of `form`, or None where the ending to take off is not there."""
        cased = _CASINGS[self.casing](form)
        if not cased.endswith(self.cut):
            return None
        return cased[: len(cased) - len(self.cut)] + self.add


def script_between(form: str, lemma: str) -> Script:
    """Shortest script that makes `lemma` of `form`.

    >>> script_between("Sto", "stå")
    Script(casing='lower', cut='o', add='å')
    >>> script_between("OSLO", "Oslo").casing, script_between("NRKs", "NRK").casing
    ('title', 'keep')
    """
    casings = [LOWER, KEEP, TITLE] if lemma == lemma.lower() else [KEEP, TITLE, LOWER]
    scripts = [_script(form, lemma, casing) for casing in casings]
    return min(scripts, key=lambda script: len(script.cut) + len(script.add))


def _script(form: str, lemma: str, casing: str) -> Script:
    cased = _CASINGS[casing](form)
    shared = next(
        (place for place, (one, other) in enumerate(zip(cased, lemma, strict=False)) if one != other),
        min(len(cased), len(lemma)),
    )
    return Script(casing, cased[shared:], lemma[shared:])
