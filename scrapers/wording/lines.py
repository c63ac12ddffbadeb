"""What a line of an article's page is by its wording: by-line, caption, contact, fact box, furniture."""

from __future__ import annotations

import re

from scrapers.wording.tables import phrases

BYLINE = re.compile(
    r"(?:[aA][vV]|Tekst(?: og foto)?|TEKST(?: OG FOTO)?|Foto(?: og tekst)?|FOTO(?: OG TEKST)?|Skrevet av|Skriv[ei]n? av|Forfattar"
    r"|Forfatter|Journalist|(?:Referat|Reportasje|Intervju|Omtale|Analyse|Kommentar|Melding) (?:av|ved)):? ?(?=[A-ZÆØÅÁ])"
    r"(?:[^.!?]|(?<=[ -][A-ZÆØÅ])\.|(?<=[ -](?:Aa|Th|Jo|Kr|Fr|St))\.){3,120}\.?"  # Av Kari Aa. Vik
)
PICTURE = re.compile(r"[^\n/]{1,80}\.(?:jpe?g|png|gif|webp|tiff?|heic|bmp)", re.IGNORECASE)  # gruppebilde 2.jpg
CREDIT = re.compile(r"\(?\b(?:Foto|FOTO|Illustrasjon|Illustrasjonsfoto|Arkivfoto|Bilde|Grafikk): ?[^\n]{2,80}\Z")
FROM_LEFT = re.compile(r"\(?(?:F\.v\.|Fra v(?:enstre|\.)|Frå v(?:enstre|\.)|Bak fra|Bak frå)", re.IGNORECASE)
CONTACT = re.compile(
    r"(?:Presse|Medie)?kontakt(?:person(?:er|ar)?|er|ar|informasjon)?(?: for (?:presse|media)\w*)?:?(?= |\Z)"
    r"|Pressevakt\b|Pressetelefon\b|For (?:mer|meir|ytterligere|nærmere|nærare) (?:informasjon|opplysninger|opplysningar)\b"
    r"|Kontakt(?:opplysninger|opplysningar|info)\b|Spørsmål (?:kan )?rettes til\b",
    re.IGNORECASE,
)
CONTACT_PERSON = re.compile(
    r"Kontaktperson(?:er|ar)?:? (?=[^\n]{5,200}\Z)", re.IGNORECASE
)  # Kontaktperson: Per Li, tlf. 22
FACTS = re.compile(r"(?:\w+ ?)?fakta(?:boks)?(?: om [^\n.]{1,60})?:?\Z|Bakgrunn:?\Z|Dette er saken:?\Z", re.IGNORECASE)
TRAIL = re.compile(
    r"[^.!?:]{1,60}(?: {2,}| ?[|>»/›] ?| : )[^.!?]{1,200}"
)  # Forsiden > Presse; Nyheter   Sport   Kultur
SENT = re.compile(  # Pressemelding fra Vik kommune; Avsender: Vik kommune
    r"(?:(?:(?:Presse|Nyheits|Nyhets|Børs)meldin[gk]|Nyhe(?:i?t|i?ter)|Aktuelt) (?:fra|frå):?|(?:Fr[aå]|Avsend[ea]r|Utgiv[ea]r|Utsted[ea]r):)"
    r" (?P<name>[^.!?:|]{2,80})\Z",
    re.IGNORECASE,
)
LONGEST_FURNITURE = 160

ALONE = phrases("furniture.csv", "alone")
START = phrases("furniture.csv", "start")
LINKED = phrases("furniture.csv", "linked")
HEADING = phrases("furniture.csv", "heading")
LINKED_HEADING = phrases("furniture.csv", "linked_heading")
COMMENTS = phrases("furniture.csv", "comments")
MACHINE = phrases("furniture.csv", "machine")


def is_furniture(text: str, linked: float) -> bool:
    """Whether a text is page furniture by its words; `linked` is the share of it that is links.

    >>> is_furniture("Les mer om ordningen", 1.0), is_furniture("Les mer om ordningen på nettet, sier hun.", 0.0)
    (True, False)
    """
    if ALONE.fullmatch(text.strip(" :.")):
        return True
    if len(text) < LONGEST_FURNITURE and START.match(text):
        return True
    return LINKED.match(text) is not None and (linked > 0.3 or len(text) < len("Relaterte saker på nett:"))


def heads_others(text: str, linked: float) -> bool:
    """Whether a heading stands above a list of other articles.

    >>> heads_others("Mest lest", 0.0), heads_others("Mer om saken", 0.0)
    (True, False)
    """
    return HEADING.match(text) is not None or (linked > 0.3 and LINKED_HEADING.match(text) is not None)
