"""Tell the lines of a letterhead, under the name of who wrote the letter: address, telephone, mail, web."""

from __future__ import annotations

import re

_PLACE = r"\d{4} [A-ZÆØÅ][\w-]{1,30}(?: [\w-]{1,30}){0,3}"
ADDRESS = re.compile(  # Strandgata 14, 6800 Førde | Postboks 12, 6801 Førde | 2420 Trysil
    rf"(?:[A-ZÆØÅ][\w.-]{{1,30}}(?: [\w.-]{{1,30}}){{0,3}} \d{{1,5}} ?[A-Za-z]?,? ?(?:[|•·–-] ?)?)?{_PLACE}"
)
TELEPHONE = re.compile(
    r"(?:Telefon|Tlf|Tel|Mobil|Sentralbord)\b\.?:? ?[+\d(][\d ()+]{4,20}(?:[^\d\n][^\n]{0,80})?", re.IGNORECASE
)
WRITTEN = re.compile(  # E-post: post@vik.no | www.vik.no | Nettside: vik.no
    r"(?:(?:E-?post|Mail|Nettside|Web)\b\.?:? ?)?(?:[\w.+-]{1,60}@|https?://|www\.)[\w./-]{1,100}"
    r"|(?:Nettside|Web)\b\.?:? ?[\w-]{1,60}\.[\w./-]{1,100}",
    re.IGNORECASE,
)
LABELLED = re.compile(  # Postboks 12, Førde | Besøksadresse: Rådhuset | Org.nr. 912 345 678
    r"(?:Postboks \d{1,5}\b|(?:Besøksadresse|Postadresse|Adresse):|Org(?:anisasjons)?\.? ?(?:nr|nummer)\b\.?:? ?\d)[^\n]{0,100}",
    re.IGNORECASE,
)
MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}")


def is_letterhead(text: str) -> bool:
    """Whether a line tells where a body is found and reached, and nothing else.

    >>> is_letterhead("Strandgata 14, 6800 Førde"), is_letterhead("post@vik.no"), is_letterhead("Vik får 14 nye boliger")
    (True, True, False)
    >>> is_letterhead("Telefon 57 00 00 00 | www.vik.no"), is_letterhead("Mobil i skolen blir forbudt fra 2024")
    (True, False)
    """
    return any(pattern.fullmatch(text) for pattern in (ADDRESS, TELEPHONE, WRITTEN, LABELLED))
