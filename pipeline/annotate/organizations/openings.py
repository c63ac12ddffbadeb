"""Find names that begin with a word saying what they are: "Universitetet i Agder", "Helse Førde", "Stiftelsen Nes"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.heads import candidate
from pipeline.lexicon.bodies import ends, openings
from pipeline.lexicon.names import is_given, is_surname
from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.annotate.organizations.words import Candidate, Words

LONGEST = 4  # words behind the opening
LONGEST_OPENING = 3
BRANCHES_IN_COUNTIES = ("forbundet", "laget")  # "i" joins these to counties alone


def opened(words: Words) -> Iterator[Candidate]:
    """The names that such an opening and what follows make."""
    for index in words.such(_first_words().__contains__):
        if not words.capital(index):
            continue
        for length in range(LONGEST_OPENING, 0, -1):
            last = _last(words, index, length)
            if last is not None:
                yield candidate(words, index, last, "org-opening")
                break


@cache
def _first_words() -> frozenset[str]:
    return frozenset(opening.partition(" ")[0] for opening in openings())


def _last(words: Words, first: int, length: int) -> int | None:
    end = first + length
    if end > len(words) or not all(words.joined(i) for i in range(first + 1, end + 1)):
        return None
    opening = " ".join(words.at(i) for i in range(first, end))
    if opening not in openings():
        return None
    links, bare = openings()[opening]
    if words.at(end) in links:
        last = _name_end(words, end + 1)
        if last is not None and opening.endswith(BRANCHES_IN_COUNTIES):
            return last if _is_county(words.text[words.starts[end + 1] : words.ends[last]]) else None
        return last
    if not bare or (is_given(words.at(end)) and opening != "Stiftelsen"):
        return None
    return _name_end(words, end)


def _name_end(words: Words, index: int) -> int | None:
    """The last word of the name that begins at a word, None where no name does."""
    if not (words.joined(index) and words.capital(index)):
        return None
    last = index
    while last + 1 < len(words) and last - index < LONGEST and words.joined(last + 1):
        if _is_person(words, last + 1):
            break
        if words.capital(last + 1) or words.at(last + 1) in ends("legal"):
            last += 1
        elif words.at(last + 1) == "&" and words.joined(last + 2) and words.capital(last + 2):
            last += 2  # Advokatfirmaet Brekke & Moi
        elif words.at(last + 1) == "og" and _is_county(" ".join(words.at(i) for i in (last, last + 1, last + 2))):
            last += 2
        elif words.at(last) == "Region" and words.at(last + 1) in ("vest", "sør", "øst", "nord", "midt"):
            return last + 1
        else:
            break
    return last


def _is_person(words: Words, index: int) -> bool:
    """Whether a person's name begins at a word: "leiar i Fagforbundet Hordaland Randi Vigre"."""
    after = index + 1
    return (
        is_given(words.at(index))
        and words.joined(after)
        and words.capital(after)
        and (is_surname(words.at(after)) or words.label(index) == "PER")
    )


def _is_county(text: str) -> bool:
    return text.removesuffix("s") in column("organization_areas.csv", "area") or text in column(
        "organization_areas.csv", "area"
    )
