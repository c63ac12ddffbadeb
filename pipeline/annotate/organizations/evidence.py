"""Find names by what the encoder reads, and by where they stand: in a credit, or in brackets behind what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.genitives import bare
from pipeline.annotate.organizations.words import Candidate, is_country
from pipeline.lexicon.bodies import bodies as known_bodies
from pipeline.lexicon.bodies import ends, is_definite
from pipeline.lexicon.names import is_given, is_party, is_small, is_surname
from pipeline.lexicon.tables import column
from pipeline.lexicon.titles import title_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from pipeline.annotate.organizations.words import Words

SURE = 0.45  # the least confidence of a name that the encoder alone has read
SURE_OF_COUNTRY = 0.3  # the same, where its country stands before it
SHORT_PARTY = 3
NAME = r"[A-ZÆØÅ][\w.’'/&-]{0,40}(?:[ ](?:og[ ])?[A-ZÆØÅ\d][\w.’'/&-]{0,40}){0,4}"
# Foto: Kari Vik / NTB | Foto: Kari Vik, Romsdals Budstikke
CREDIT = re.compile(rf"\b[Ff]oto(?:graf)?:?[ ](?:{NAME}(?:[ ]?/[ ]?|,[ ]))?({NAME})(?=\W*(?:$|\n|\)))")
TICKER = re.compile(r"\b(?:[Tt]icker(?:kode|en)?|OSE|OSEBX)[ ]?:[ ]?\Z")  # (ticker: VIK)
TICKER_REACH = 14  # characters
BEHIND = re.compile(r" ([a-zæøå-]{3,30})(?: ([a-zæøå-]{3,30}))?")
SHIPS = ("KNM", "MF", "MS", "MK", "MT", "KV", "RS", "DS")  # before the names of ships
REST = re.compile(r"[.](?=[ ][a-zæøå])|[ ](\d{1,3})(?![\w.,])")  # Bluewave Systems Inc. | Reinbeitedistrikt 16
NUMBERED = ("reinbeitedistrikt", "avdeling")
ABBREVIATED_FORMS = (" inc", " ltd", " corp")
AUTHORITIES = ("kommune", "kommunes", "fylkeskommune", "fylkeskommunes", "kommuner", "kommunar", "fylkeskommunar")
COUNCILS = ("kommunestyre", "kommunestyret", "fylkesting", "fylkestinget", "bystyre", "bystyret", "formannskap")


def read(words: Words) -> Iterator[Candidate]:
    """The organisations that the encoder has read with some confidence."""
    for span in words.doc.ents:
        if _is_sure(words, span) and _may_be(words, span):
            if span.text in words.people or span.text.removesuffix("s") in words.people:
                continue  # «Fardal håper», where the text has Signy Fardal
            if parts := _joined(span):
                yield from parts
                continue
            name = _name(words, span)
            start = span.start_char + _nationality(words, span.start_char, name)
            name = name[start - span.start_char :]
            yield Candidate(start, start + len(name), "org-encoder", name)
        elif span.label_ in ("EVT", "PROD") and is_definite(span.text):
            yield Candidate(span.start_char, span.end_char, "org-encoder", span.text)


def _is_sure(words: Words, span: Span) -> bool:
    """Whether the encoder reads a body with some confidence, with less behind a country: "finske Outokumpu"."""
    index = words.index_at.get(span.start_char, 0)
    if span.label_ in ("ORG", "PROD") and words.joined(index) and is_country(words.at(index - 1)):
        return float(span._.confidence or 0) >= SURE_OF_COUNTRY
    return span.label_ == "ORG" and float(span._.confidence or 0) >= SURE


def _joined(span: Span) -> list[Candidate]:
    """The known bodies of capitals that hyphens join: "NTB-AFP"."""
    parts = span.text.split("-")
    if len(parts) == 1 or not all(part.isupper() and part in known_bodies() for part in parts):
        return []
    starts = [span.start_char + len("-".join([*parts[:place], ""])) for place in range(len(parts))]
    return [Candidate(start, start + len(part), "org-encoder", part) for start, part in zip(starts, parts, strict=True)]


def _nationality(words: Words, start: int, name: str) -> int:
    """How many characters of a name tell which country it is of, where it is no known body: "Svenske Södra Cell"."""
    first, _, rest = name.partition(" ")
    index = words.index_at.get(start)
    if index is None or not words.opens(index):
        return 0
    stands = is_country(first) and rest[:1].isupper() and name not in known_bodies()
    return len(first) + 1 if stands else 0


def _name(words: Words, span: Span) -> str:
    text: str = span.text.partition("\n")[0].rstrip()  # Vik Nett AS, above Mobil 900 00 123
    if text.count(".") == 1:
        text = text.removesuffix(".")  # Medkila 2., UiT.
    match = REST.match(words.text, span.start_char + len(text))
    if match and text.lower().endswith(NUMBERED if match[1] else ABBREVIATED_FORMS):
        return text + match[0]
    name, base = bare(text), text.removesuffix("s")
    if name == text != base and base.split(" ")[-1] in words.capitalised:
        return base  # Modems, where the text has Modem too
    if name == text != base and " " not in text and _is_owner(words.text, span.end_char):
        return base  # Fiskebåts direktør
    return name


def _is_owner(text: str, end: int) -> bool:
    """Whether a title follows the characters before `end`, at once or behind an adjective: "Fiskebåts nye direktør"."""
    match = BEHIND.match(text, end)
    if match is None:
        return False
    return title_word(match[1]) is not None or (
        match[1].endswith("e") and bool(match[2]) and title_word(match[2]) is not None
    )


def _may_be(words: Words, span: Span) -> bool:
    text: str = span.text
    last = text.rsplit(" ", maxsplit=1)[-1].lower()
    before = words.text[max(0, span.start_char - 1) : span.start_char]
    if (
        len(text) == 1
        or is_small(text)
        or not text[0].isupper()
        or text in words.places
        or last in (*AUTHORITIES, *COUNCILS)
    ):
        return False
    if is_party(text) and (len(text) <= SHORT_PARTY or before == "("):
        return False
    if text.upper() in ends("legal") or text.upper() in column("no_organizations.csv", "word") or is_country(text):
        return False
    if TICKER.search(words.text, max(0, span.start_char - TICKER_REACH), span.start_char):
        return False
    if text in SHIPS and words.text.startswith(" «", span.end_char):  # MF «Lagatun»
        return False
    if before == "«" and words.text[span.end_char : span.end_char + 1] == "»":  # a ship
        return False
    if " " not in text and text.lower().endswith(tuple(column("organization_awards.csv", "ending"))):
        return False
    return not _generic(text)


def _generic(text: str) -> bool:
    """Whether a text is one word that names a body only by its kind: "Brannvesenet", "Statsforvalteren"."""
    low = text.lower().removesuffix("s")
    return " " not in text and low in (
        "statsforvalteren", "statsforvaltaren", "fylkesmannen", "brannvesenet", "politiet", "kommunen", "staten",
        "regjeringen", "regjeringa", "fylkestinget", "kommunestyret", "bystyret", "formannskapet", "departementet",
        "direktoratet", "styret", "universitetet", "sykehuset", "sjukehuset", "kirken", "kyrkja", "tingretten",
        "lagmannsretten", "kontrollutvalget", "kontrollutvalet", "byrådet", "fylkeskommunen", "skolen", "skulen",
        "banken", "klubben", "foreningen",
    )  # fmt: skip


def credited(words: Words) -> Iterator[Candidate]:
    """What stands last in the credit of a picture and is no person."""
    for match in CREDIT.finditer(words.text):
        name = match[1].rstrip(".")
        parts = name.split(" ")
        person = len(parts) > 1 and is_given(parts[0]) and (is_surname(parts[-1]) or len(parts) == 2)
        authority = parts[-1] in AUTHORITIES or f"{match[1]} kommune" in words.text[match.start(1) : match.end(1) + 10]
        index = words.index_at.get(match.start(1))
        label = words.label(index) if index is not None else ""
        if person or authority or label == "PER" or (name in words.places and label != "ORG") or parts[-1][0].isdigit():
            continue
        alone = "/" not in match[0] and "," not in match[0]
        if alone and label != "ORG":
            continue
        yield Candidate(match.start(1), match.start(1) + len(name), "org-credit", name)
