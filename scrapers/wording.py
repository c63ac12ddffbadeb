"""What Norwegian pages write around an article: stamps, by-lines, captions, contacts, furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mars|apr(?:il)?|mai|juni|juli|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|des(?:ember)?)\.?"
)
_DAY = rf"(?:\d{{1,2}}\. ?{_MONTH} \d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
_CLOCK = r"(?:(?:,? ?[-–|]? ?(?:kl\.?|klokken|klokka)? ?|T)\d{1,2}[.:]\d\d(?::\d\d)?(?!\d|\.\d))?"
_WEEKDAY = r"(?:(?:man|tirs|tys|ons|tors|fre|lør|laur|søn)dag,? (?:den )?)?"
STAMP = re.compile(rf"{_WEEKDAY}(?P<stamp>{_DAY}{_CLOCK})", re.IGNORECASE)  # torsdag 29. april 2021 kl. 08.30
PUBLISHED = re.compile(
    r"\b(?:først publisert|publisert|publ\.?|publiseringsdato|publiseringstidspunkt|dato|opprettet|oppretta|lagt ut|lagt inn"
    r"|lagt til|pressemelding|pressemelding nr\. ?\S+)(?: av [^\d|]{2,40})?(?: den)?:? ?[–-]? ?" + STAMP.pattern,
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:sist )?(?:oppdatert|endret|endra|redigert|revidert|ajourført|ajour)(?: den)?:? ?"
    + STAMP.pattern.replace("<stamp>", "<updated>"),
    re.IGNORECASE,
)
_UNDATED = re.compile(
    r"\b(?:sist )?(?:oppdatert|endret|endra):? ?(?:i dag|i går)?(?: kl\.? ?\d\d[.:]\d\d)?", re.IGNORECASE
)
UNDATED_LINE = re.compile(rf"(?:{_UNDATED.pattern}|\s|[|/·•,;:()–-])+", re.IGNORECASE)  # Oppdatert: i dag
_SEPARATORS = re.compile(r"[\s|/·•,;:()–-]+")
LONGEST_STAMP_LINE = 140
LONGEST_REST = 50

BYLINE = re.compile(
    r"(?:Av|Tekst(?: og foto)?|Foto(?: og tekst)?|Skrevet av|Skriv[ei]n? av|Forfattar|Forfatter|Journalist):? ?(?=[A-ZÆØÅÁ])"
    r"[^.!?]{3,120}\.?"
)
PICTURE = re.compile(r"[^\n/]{1,80}\.(?:jpe?g|png|gif|webp|tiff?|heic|bmp)", re.IGNORECASE)  # gruppebilde 2.jpg
CREDIT = re.compile(r"\(?\b(?:Foto|Illustrasjon|Illustrasjonsfoto|Arkivfoto|Bilde|Grafikk): ?[^\n]{2,80}\Z")
FROM_LEFT = re.compile(r"\(?(?:F\.v\.|Fra v(?:enstre|\.)|Frå v(?:enstre|\.)|Bak fra|Bak frå)", re.IGNORECASE)
CONTACT = re.compile(
    r"(?:Presse|Medie)?kontakt(?:person(?:er|ar)?|er|ar|informasjon)?(?: for (?:presse|media)\w*)?:?(?= |\Z)"
    r"|Pressevakt\b|Pressetelefon\b|For (?:mer|meir|ytterligere|nærmere|nærare) (?:informasjon|opplysninger|opplysningar)\b"
    r"|Kontakt(?:opplysninger|opplysningar|info)\b|Spørsmål (?:kan )?rettes til\b",
    re.IGNORECASE,
)
FACTS = re.compile(r"(?:\w+ ?)?fakta(?:boks)?(?: om [^\n.]{1,60})?:?\Z|Bakgrunn:?\Z|Dette er saken:?\Z", re.IGNORECASE)
FURNITURE = re.compile(
    r"Les (?:også|og|mer|meir|saken|saka)\b|Se også\b|Sjå òg\b|Hopp til|Skriv ut\b|Del (?:på|denne|artikkel|saka|saken|sida|siden)\b"
    r"|Tips (?:en venn|ein ven|oss)\b|Du er her\b|(?:Her finner du|Her finn du)\b|Artikkelen fortsetter|Annonse\b"
    r"|Relatert|Relaterte|Mest lest|Mest lese|Flere (?:saker|nyheter)|Fleire (?:saker|nyheiter|nyhende)|Siste (?:nytt|nyheter|nyheiter)"
    r"|Kommentarer?\b ?\(|Logg inn\b|Meny\b|Ansvarl[ei]g redaktør|Fant du det du|Fann du det du|©|Emner:|Stikkord:|Følg oss"
    r"|Vi bruker informasjonskapsler|Vi brukar informasjonskapslar|Org\.? ?nr|Abonner\b|Last ned\b|Søk\Z|Til toppen",
    re.IGNORECASE,
)
ENDING = re.compile(  # headings behind which no article text follows
    r"(?:Mest (?:lest|lese)|Relater(?:t|te)\b|Flere (?:saker|nyheter|artikler)|Fleire (?:saker|nyheiter|nyhende|artiklar)"
    r"|Siste (?:nytt|nyheter|nyheiter|saker|meldinger|meldingar)|Mer fra|Meir frå|Kommentarer|Kommentarar|Si din mening"
    r"|Les også|Se også|Sjå også)\b",
    re.IGNORECASE,
)
TRAIL = re.compile(
    r"[^.!?:]{1,60}(?: {2,}| ?[|>»/›] ?| : )[^.!?]{1,200}"
)  # Forsiden > Presse; Nyheter   Sport   Kultur


# a label that stands alone, its stamp in the next block: Publisert | 12. oktober 2021
LABEL = re.compile(r"(?:sist )?(?:publisert|oppdatert|endret|endra|dato)(?: den)?:?", re.IGNORECASE)
LAST_CHANGE = re.compile(r"\bsist (?:oppdatert|endret|endra)\b.{0,60}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of one line in words, and what else the line holds ("Av Kari Vik"), "" where nothing."""

    published: str | None
    updated: str | None
    rest: str


def stamps(line: str) -> Stamps | None:
    """The stamps of a line that holds little else, None where it is no such line.

    >>> stamps("Publisert 07.05.2021 | Sist endra 10.05.2021")
    Stamps(published='07.05.2021', updated='10.05.2021', rest='')
    >>> stamps("29. august 2016 kl. 08:05 | Tekst: Rune S. Bø")
    Stamps(published='29. august 2016 kl. 08:05', updated=None, rest='Tekst: Rune S. Bø')
    >>> stamps("Innsatsen ble oppdatert 3. mai 2021, og da ble det bestemt at alle skulle få sitt eget kort i posten.") is None
    True
    """
    if len(line) > LONGEST_STAMP_LINE:
        return None
    updated = UPDATED.search(line)
    without = line[: updated.start()] + line[updated.end() :] if updated else line
    published = PUBLISHED.search(without) or STAMP.search(without)
    rest = without[: published.start()] + without[published.end() :] if published else without
    rest = _UNDATED.sub("", rest)
    second = STAMP.search(rest) if published and not updated and not PUBLISHED.search(rest) else None
    rest = rest[: second.start()] + rest[second.end() :] if second else rest  # a second bare stamp is the update
    rest = rest.strip(" |/·•,;:()–-\t")
    if not (published or updated) or (len(rest) > LONGEST_REST and not BYLINE.match(rest)):
        return None
    if (
        published
        and not PUBLISHED.search(without)
        and not updated
        and len(_SEPARATORS.sub(" ", rest).split()) > (5 if "|" in line else 2)
        and not BYLINE.match(rest)
    ):
        return None
    return Stamps(
        published["stamp"] if published else None,
        updated["updated"] if updated else second["stamp"] if second else None,
        rest,
    )
