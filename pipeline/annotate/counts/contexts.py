"""The words around a number that stands alone, by which what it counts is understood."""

from __future__ import annotations

import re

from pipeline.lexicon.tables import rows


def _words(role: str) -> str:
    return "|".join(row["word"] for row in rows("count_words.csv") if row["role"] == role)


# texts between two numbers: that make them a pair, that make a row, that end a row
JOINS = {
    "pair": (" mot ", " til ", " eller ", " og ", ", mot ", " av "),
    "row": (", ", " og ", " eller ", " eller kanskje "),
    "end": (" og ", " eller "),
}
OPENS = (
    "er",
    "ar",
    "ene",
    "ane",
    "te",
    "de",
    "ge",
    "dom",
    "folk",
    "barn",
    "år",
    "ende",
    "ande",
    "stk",
    "tal",
    "tall",
    "nn",
)
OF = re.compile(r"[ ]av[ ]")
WHEREOF = re.compile(  # hvorav 33, av dei 9, av disse var 12
    rf"(?:^|\W)(?:{_words('whereof')}|av (?:dem|disse|desse|dei|de))(?:[ ](?:er|var|har|hadde|ble|blei|vart|bare|berre))?[ ]$",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?:^|[\n\t.;,][ ]*)(?:[^\W\d_]+[ ]){0,2}([^\W\d_-]+)[ ]?:[ ]?$")  # Medlemmer: 73
MORE = re.compile(rf"[ ](?:{_words('more')})\b(?![ ]og[ ])")  # 40 000 mer enn sist
REST_WORDS = "i|på|for|til|frå|fra|hos|ved|med|under|etter|før|innan|innen|og|mens|medan|men|per|pr|kvar|hver|da|då|når"
RESTS = re.compile(rf"[ ]?(?:[.,;:)!?»\"\n]|$|–|[ ](?:{REST_WORDS})\b)|[ ](?:{REST_WORDS})\b")
COORDINATED = re.compile(  # Ringerike 70 prosent, Hole 16 og Jevnaker 14 | … og tre i 60 prosent | …, i Modum drøyt 400
    r"(?:,|;|\bog|\bmens|\bmedan)[ ](?:(?:i|på|for|fra|frå)[ ])?(?:[A-ZÆØÅ][\w-]*[ ](?:og[ ](?=[A-Z]))?){0,3}"
    r"(?:(?:er|var|slepp|slipp|med|har|hadde|fikk|fekk|får|betaler|betalte|unna|på)[ ]){0,2}$"
)
COPULA = re.compile(
    rf"\b(?:{_words('copula')})[ ](?:det[ ]|tallet[ ]|talet[ ]|nå[ ]|no[ ]|bare[ ]|berre[ ]|til sammen[ ]|til saman[ ]|i alt[ ]|på[ ]|om[ ]|opp i[ ])?$"
    r"|\b(?:tallet|talet)[ ](?:på[ ])?$|\bdreie seg om[ ]$"
)
SAME = re.compile(r"(?:^|\W)(?:de|dei|alle|disse|desse|alle de|alle dei)[ ]$", re.IGNORECASE)
MANY = re.compile(r"\b(?:mange|antall|antallet|talet på|tallet på|tal på|mengden|mengda)(?=[ ])", re.IGNORECASE)
