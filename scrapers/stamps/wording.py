"""The words of stamps: what a day and a clock time look like, and the labels before them."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mars|apr(?:il)?|mai|juni|juli|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|des(?:ember)?)\.?"
)
_DAY = rf"(?:\d{{1,2}}\. ?{_MONTH} \d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}[-/ ]\d{{4}})"
_CLOCK = r"(?:(?:,? ?[-–|]? ?(?:kl\.?|klokken|klokka)? ?|T)\d{1,2}[.:]\d\d(?::\d\d)?(?!\d|\.\d))?"
_WEEKDAY = r"(?:(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag,? (?:den )?)?"
_TODAY = r"(?:i dag|i går)(?:,? ?(?:kl\.?|klokken|klokka)? ?\d{1,2}[.:]\d\d)?"
STAMP = re.compile(rf"{_WEEKDAY}(?P<stamp>{_DAY}{_CLOCK})", re.IGNORECASE)  # torsdag 29. april 2021 kl. 08.30
_ANY = rf"(?:{STAMP.pattern}|(?P<today>{_TODAY}))"
PUBLISHED = re.compile(
    r"\b(?:først publisert|publisert|publ\.?|publiseringsdato|publiseringstidspunkt|dato|opprettet|oppretta|lagt ut|lagt inn"
    r"|lagt til|sendt(?=:)|pressemelding|pressemelding nr\. ?\S+)(?P<by> (?:av|i) [^\d|]{2,40})?(?: den)?:? ?[–-]? ?"
    + _ANY,
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:sist )?(?:oppdatert|endret|endra|redigert|revidert|ajourført|ajour)(?: den)?:? ?"
    + _ANY.replace("<stamp>", "<updated>"),
    re.IGNORECASE,
)
# a change on the day of publication: 16.05.2023 kl. 05.55, sist endret kl. 14.20
CHANGED_AT = re.compile(
    r"\b(?:sist )?(?:oppdatert|endret|endra):? (?P<clock>kl\.? ?\d{1,2}[.:]\d\d)(?!\d|\.\d)", re.IGNORECASE
)
READING_TIME = re.compile(r"\blesetid:? ?(?:(?:ca|om lag)\.? ?)?\d{1,3} ?min(?:utt(?:er|ar)?)?\b\.?", re.IGNORECASE)
PAGE = re.compile(r"[ –|,-]{1,4}(?:side|s\.) ?\d{1,3}\b", re.IGNORECASE)  # of a paper: – side 8
DAY = re.compile(_DAY, re.IGNORECASE)
_UNDATED = r"\b(?:sist )?(?:oppdatert|endret|endra):? ?(?:i dag|i går)?(?: ?kl\.? ?\d{1,2}[.:]\d\d)?"
UNDATED = re.compile(_UNDATED, re.IGNORECASE)
UNDATED_LINE = re.compile(rf"(?:{_UNDATED}|\s|[|/·•,;:()–-])+", re.IGNORECASE)  # Oppdatert: i dag
# a label that stands alone, its stamp in the next block: Publisert | 12. oktober 2021
LABEL = re.compile(r"(?:sist )?(?:publisert|oppdatert|endret|endra|dato)(?: den)?:?", re.IGNORECASE)
LAST_CHANGE = re.compile(r"\bsist (?:oppdatert|endret|endra)\b.{0,60}", re.IGNORECASE)
# days that are none of the article's: Neste oppdatering: 3. mai 2021
OTHER_DAY = re.compile(
    r"\b(?:neste (?:oppdatering|publisering)|høringsfrist|høyringsfrist|søknadsfrist|søknadsfristen|frist|møtedato"
    r"|lesetid|gyldig til|publisert under)\b:?|\b(?:tid|tidspunkt|når|tid og stad|tid og sted|påmeldingsfrist):",
    re.IGNORECASE,
)
# lines of the page's own business: Neste oppdatering: 3. mai 2021
NOTE = re.compile(
    r"(?:neste (?:oppdatering|publisering)|lesetid|publisert under)\b:?|(?:for )?\d+ \w+ (?:siden|sidan)\Z",
    re.IGNORECASE,
)
