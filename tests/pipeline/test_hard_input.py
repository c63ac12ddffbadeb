"""Texts that are nothing but names, marks or another language give a valid record, in time that grows with their length."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from models.record import Record, Source
from models.release import Block, Release
from pipeline.annotate import annotate, organizations, people, quotes, sections, sentences
from pipeline.annotate.tokenizer import language as blank
from pipeline.lexicon.tables import rows
from pipeline.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

GIVEN = [row["name"] for row in rows("given_names.csv") if row["word"] == "no" and row["origin"] == "no"]
SURNAMES = [row["name"] for row in rows("surnames.csv")]
MANY = 10_000
SIZE = 1_000  # units of the shorter text
GROWTH = 8  # four times the text may take this many times as long: linear is 4, quadratic 16
LEAST = 1.0  # seconds: what is quicker is not measured
SECONDS = 60  # for ten thousand names


def release(*paragraphs: str, language: str | None = "nb") -> Release:
    source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
    blocks = (Block("title", "Nytt fra bygda"), *(Block("paragraph", text) for text in paragraphs))
    return Release(source, blocks, language=language)


def record(*paragraphs: str, language: str | None = "nb") -> Record:
    given = release(*paragraphs, language=language)
    return normalise(annotate(given), given)


def names(count: int) -> list[str]:
    """So many different names."""
    return [
        f"{GIVEN[i % len(GIVEN)]} {SURNAMES[(i // len(GIVEN) * 601 + i * 7) % len(SURNAMES)]}" for i in range(count)
    ]


def by_rules(*paragraphs: str) -> tuple[Doc, Release]:
    """The document as the rules read it, without the encoder, whose time is its own tests' subject."""
    given = release(*paragraphs)
    doc = blank("nb").make_doc(given.text)
    doc.user_data["language"], doc.user_data["publisher"] = "nb", None
    sections.annotate(doc, given)
    for component in (sentences, organizations, people, quotes):
        doc = component.annotate(doc)
    return doc, given


def is_valid(read: Record) -> bool:
    mentions = [mention for person in read.people for mention in person.mentions]
    mentions += [role.mention for person in read.people for role in person.roles]
    mentions += [mention for organization in read.organizations for mention in organization.mentions]
    mentions += [quote.mention for quote in read.quotes]
    return all(read.text[mention.start : mention.end] == mention.text for mention in mentions)


def test_a_text_of_names_alone_gives_them_all() -> None:
    held = names(60)
    for read in (record(", ".join(held)), record(*held)):
        assert [person.name for person in read.people] == list(dict.fromkeys(held))
        assert is_valid(read)


@pytest.mark.clock
def test_ten_thousand_names_are_ten_thousand_people() -> None:
    held = list(dict.fromkeys(names(MANY)))
    start = process_time()
    read = normalise(*by_rules(", ".join(held)))
    assert process_time() - start < SECONDS
    assert len(read.people) > 0.9 * len(held)
    assert is_valid(read)


def test_a_paragraph_of_unbalanced_marks_gives_a_valid_record() -> None:
    for text in ('« “ " » ” ' * 200, "«Vi er « få, sier Kari Vik. " * 50, "( [ « – " * 300 + "Kari Vik"):
        assert is_valid(record(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "Kommunstyrelsens ordförande Anna Lindqvist säger att beslutet är viktigt för hela staden. "
                "Hon hoppas att bygget kan börja under hösten och att skolorna får mer pengar."
            ),
            "Anna Lindqvist",
        ),
        (
            (
                "Borgmester Mette Sørensen siger, at beslutningen er vigtig for hele byen. Hun håber, at byggeriet "
                "kan begynde til efteråret, og at skolerne får flere penge af staten, når loven er vedtaget."
            ),
            "Mette Sørensen",
        ),
        (
            (
                "The mayor, Susan Miller, said that the decision is important for the whole town. She hopes that the "
                "building can start in the autumn, and that the schools will get more money from the government."
            ),
            "Susan Miller",
        ),
    ],
    ids=["swedish", "danish", "english"],
)
def test_another_language_is_said_and_read_as_far_as_it_goes(text: str, name: str) -> None:
    given = release(text, language=None)
    given = Release(given.source, (Block("title", text.split(".", maxsplit=1)[0]), *given.blocks[1:]))
    read = normalise(annotate(given), given)
    assert "not-norwegian" in read.warnings
    assert {person.name for person in read.people} <= {name}
    assert is_valid(read)


TEXTS: dict[str, Callable[[int], list[str]]] = {
    "names and commas": lambda count: [", ".join(names(count))],
    "names in a row": lambda count: [" ".join(names(count))],
    "names in lines": names,
    "one name": lambda count: ["Kari Vik " * count],
    "names and roles": lambda count: [", ".join(f"{name}, leder i Vik IL" for name in names(count // 2))],
    "titles": lambda count: ["leder og " * count],
    "titles and commas": lambda count: [", leder" * count],
    "verbs": lambda count: ["Kari Vik er " * count],
    "relatives": lambda count: ["Kari Vik" + ", som er som er" * count],
    "pronouns": lambda count: ["Kari Vik. " + "Han er leder. " * count],
    "unknown surnames": lambda count: [". ".join(names(200)) + ". " + "Rektor Xyzqwe sa. " * count],
    "brackets": lambda count: ["( " * count],
    "signs without a space": lambda count: ["(" * 4 * count],
    "marks": lambda count: ['« “ " ' * count],
    "capitals": lambda count: ["Abc Def " * count],
    "companies": lambda count: ["Vik Fisk AS. " * count],
    "stand-ins": lambda count: ["Vik Fisk AS. " + "Selskapets leder Kari Vik. " * count],
    "halves": lambda count: ["barne- og " * count],
}


@pytest.mark.clock
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_time_grows_with_the_length(text: Callable[[int], list[str]]) -> None:
    def seconds(count: int) -> float:
        start = process_time()
        normalise(*by_rules(*text(count)))
        return process_time() - start

    seconds(10)
    assert seconds(4 * SIZE) < max(GROWTH * seconds(SIZE), LEAST)
