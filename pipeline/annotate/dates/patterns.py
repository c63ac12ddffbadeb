"""The parts that the patterns of calendar expressions share, in the letters of `lexicon.calendar.kinds`."""

LEFT = r"(?<![\w.,:/%-])"  # a number that is no part of another: not in E39, 4.2.1, K-2030
LEFT_OR_DASH = r"(?<![\w.,:/%])"  # may end an interval: –11. juli
RIGHT = r"(?![\w%]|[.,:/-]\d|-[A-Za-z])"  # not 2022-budsjettet, 2.019, 2022/318
UNHYPHENED = r"(?!-(?!M)[A-Za-z])"  # not mai-tog

DASH = r"(?: ?- ?)"
UNTIL = rf"(?:{DASH}| t )"
PART = r"[P&]"  # kveld, natt
DAY = r"(?:1\.?|O)"  # 3., tredje
NUMBER = r"(?:[12]|N)"  # 7, sju
WEEKDAY = rf"(?:W(?: {PART})?|w\.?)"  # fredag, fredag kveld, fre.
YEAR = rf"(?P<year>4)(?:{RIGHT}|(?=-1\. ?[Mm]))"  # also 1. desember 2024–28. februar 2025
NIGHT_TO = r"(?:& t (?:d )?)?"  # natt til
