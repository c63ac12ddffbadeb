"""The small words around speech: what ends a clause, which nouns mean one known person."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.lexicon.tables import column, rows
from pipeline.lexicon.titles import title_word

Kind = Literal["name", "pronoun", "role", "other"]

WORD = re.compile(r"\s?(?P<word>[\wÆØÅæøå-]+)")
STOP = re.compile(r"[.!?](?=\s+[«\"“–—-]?\s?[A-ZÆØÅ]|\s*\Z)|[\n;:«“\"]|\s[–—]\s")
AGED = re.compile(r"\d{1,3}-årin(?:gen|ga)")  # 26-åringen
RECEIVER = re.compile(r"(?P<before>[\wæøå-]{1,30})\stil\s")  # opplyser politiet til | far til
REACH = 160  # characters from the verb to the one who speaks


def is_person_noun(word: str) -> bool:
    """Whether a word means one known person: "ordføreren", "26-åringen", "naboen".

    >>> [is_person_noun(word) for word in ("ordføraren", "26-åringen", "naboen", "kommunen", "ordfører")]
    [True, True, True, False, False]
    """
    low = word.lower()
    return AGED.fullmatch(low) is not None or low in column("person_nouns.csv", "word") or is_title(low, "definite")


def is_title(word: str, form: str) -> bool:
    """Whether a word is a title in the form.

    >>> is_title("snikkaren", "definite"), is_title("snikkar", "definite"), is_title("huset", "definite")
    (True, False, False)
    """
    title = title_word(word)
    return title is not None and title.form == form


def is_received(gap: str) -> bool:
    """Whether the words before a name make it the one who is told, no speaker.

    >>> is_received(" politiet til "), is_received(" far til ein av elevane, ")
    (True, False)
    """
    receiver = RECEIVER.search(gap)
    return receiver is not None and receiver["before"].lower() not in column("kinship.csv", "word")


def of_kind(kind: str) -> frozenset[str]:
    """The words of a kind in the table of small words.

    >>> "også" in of_kind("skipped"), "også" in of_kind("own")
    (True, False)
    """
    return frozenset(row["word"] for row in rows("speech_words.csv") if row["kind"] == kind)
