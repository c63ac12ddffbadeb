"""The words around a number that stands alone, by which what it counts is understood."""

from __future__ import annotations

import re

from pipeline.lexicon.tables import rows


def _words(role: str) -> str:
    return "|".join(row["word"] for row in rows("count_words.csv") if row["role"] == role)


# texts between two numbers: that make them a pair, that make a row, that end a row
JOINS = {
    "pair": (" mot ", " til ", " eller ", " og ", ", mot ", " av ", " ned til ", " opp til "),
    "row": (", ", " og ", " eller ", " eller kanskje "),
    "end": (" og ", " eller "),
}
OF = re.compile(r"[ ]av[ ]")
# to av de | to av landets | to av sine | fire av totalt
OF_ALL = re.compile(
    r"[ ]av[ ](?:(?:de|dei|disse|desse|alle|totalt|i alt|til sammen|til saman|våre|mine|dine|sine|deira|[^\W\d_]+s)[ ]){0,2}"
)
_THOSE = r"av (?:dem|dette|det|disse|desse|dei|de)"
WHEREOF = re.compile(  # hvorav 33, av dei 9, av disse var 12
    rf"(?:^|\W)(?:{_words('whereof')}|{_THOSE})(?:[ ](?:er|var|har|hadde|ble|blei|vart|bare|berre))?[ ]$",
    re.IGNORECASE,
)
FIRST = re.compile(r"[«\"–\- ]*(?:(?:Bare|Berre|Kun)[ ])?")  # Bare 13 ble innvilget
CLAUSE = re.compile(  # …, og 97 fullførte | da ni meldte forfall
    rf"{FIRST.pattern}|.*[ ](?:og|mens|medan|men|at|da|då|når|fordi|hvis|dersom|viss)[«\"–\- ]*(?:(?:bare|berre|kun)[ ])?",
    re.DOTALL,
)
AMONG = re.compile(r"[ ](?:blant|av|mellom)[ ](?:de|dei)[ ]$")  # er blant de åtte
MORE = re.compile(rf"[ ](?:{_words('more')})\b(?![ ]og[ ])")  # 40 000 mer enn sist
# mot 29 | opp fra 88 | , til 6 480
AGAINST = re.compile(
    r"(?:\b(?:mot|framfor|fremfor)(?:[ ](?:bare|berre|bortimot|normalt|vanligvis|vanlegvis))?|\b(?:opp|ned)[ ](?:fra|frå|til)|,[ ](?:til|fra|frå))[ ]$"
)
MORE_OF_IT = re.compile(r"[ ]til[ ]?(?:[.,;:)!?»\n]|$)")  # opsjon på to til
NEW = re.compile(r"[ ](?:nye|ny)[ ]?(?:[.,;:)!?»\n]|$)")  # rektor leter etter to nye
WHERE = re.compile(r",[ ](?:der|hvor|kor)(?:[ ]av)?[ ]")  # 61 millioner, der 44 kommer fra sykehusene
REST_WORDS = (
    "i|på|for|til|frå|fra|hos|ved|med|under|etter|før|innan|innen|og|mens|medan|men|per|pr|kvar|hver|da|då|når|som|"
    "overalt|totalt|årlig|årleg|daglig|dagleg|uten|utan|"
    "ja|nei|ute|inne|hjemme|heime|borte|tilbake|igjen|att|her|der|sammenlignet|samanlikna|over|mot|siden|sidan|framfor|fordelt|utenfor|utanfor|av|at|"
    "de[nt] (?:neste|andre|første|fyrste|siste|tredje)"
)
RESTS = re.compile(rf"[ ]?(?:[.,;:)!?»\"\n]|$|–|[ ](?:{REST_WORDS})\b)|[ ](?:{REST_WORDS})\b")
_VERBS = (
    "er|var|slepp|slipp|med|har|hadde|fikk|fekk|får|betaler|betalar|betalte|unna|på|i|hos|ved|for|selger|sel|solgte|selde|"
    "ga|gav|gir|gjev|tok|tar|tek|kom|kjem|kommer|kostar|koster|kostet|kosta|tel|teller|registrerte"
)
# Ringerike 70 prosent, Hole 16 og Jevnaker 14 | … og tre i 60 prosent | …, i Modum drøyt 400 | 390 kr, festivalpass 850
COORDINATED = re.compile(
    r"(?:,|;|\bog|\bmens|\bmedan|\bmen)[ ](?:(?:bare|berre|kun|i|på|for|fra|frå|av)[ ])?"
    r"(?:(?:[A-ZÆØÅ][\w-]*|i|på|og)[ ](?:og[ ](?=[A-Z]))?){0,6}(?:[a-zæøå-]{4,24}[ ])?"
    rf"(?:(?:{_VERBS})[ ]){{0,2}}$"
)
# Aajege får 1,9 millioner, Gïelem nastedh i Snåsa 1,5 | Equinor opp 0,8 prosent, Mowi ned 2,1
NAMED = re.compile(
    r"(?:,|;|\bog|\bmens|\bmedan)[ ](?:(?:[^\W\d_]+[ ]){1,5}?[A-ZÆØÅ][^\W\d_]+|[A-ZÆØÅ][\w-]+[ ](?:opp|ned))[ ]$"
)
COPULA = re.compile(
    rf"\b(?:{_words('copula')})[ ](?:det[ ]|tallet[ ]|talet[ ]|nå[ ]|no[ ]|bare[ ]|berre[ ]|til sammen[ ]|til saman[ ]|i alt[ ]|på[ ]|om[ ]|opp i[ ])?$"
    r"|\bdreie seg om[ ]$"
)
# for de andre er tallet 29 | er satsen 90 | i 2000 var delen 15,1
TALLY = re.compile(
    r"\b(?:tallet|talet|satsen|delen|grensen|grensa|snittet|gjennomsnittet)[ ](?:(?:er|var|på)[ ]){0,2}$"
)
BECAME = re.compile(r"(?:Men[ ]|Så[ ])?[Dd]et[ ](?:ble|blei|vart|har[ ]blitt|har[ ]vorte|er[ ]blitt)(?:[ ]til)?[ ]$")
FROM = re.compile(  # økte fra 3 120 i 2023 til 3 655
    r"\b(?:øk|auk|ste[gi]|vok[st]|veks|vaks|fall|falt|sank|synk|søkk|redus|gått|gikk|gjekk|går|kom|opp|ned)\w{0,6}[ ](?:fra|frå)[ ]$"
)
LIGHT = "bare|berre|alt|allerede|nå|no|han|ho|hun|de|dei|det|vi|me|til sammen|til saman|i alt"
OBJECT = re.compile(
    rf"(?<!\w)(?!fyl|(?:{LIGHT})\b)(\w+)[ ](?:(?:{LIGHT})[ ]){{0,2}}$"
)  # endte med 26, vunnet i elleve, har tilbudt 6 200, leverte 60
PARTICLE = re.compile(r"(?<!\w)(\w+)[ ](?:av|opp|ned|inn|ut)[ ]$")  # har satt av 7,5, gikk ned 2,8
PREPOSITIONS = ("med", "i", "på", "til", "for", "unna", "om", "hos")
# eldst er Olav på 84, ein gut på fire
BRACKETED = re.compile(r"\([^()\d]*$")  # Isane (9 mål) og Krumsvik (8)
AGE = re.compile(
    r"\b(?:[A-ZÆØÅ][\w-]+[ ](?:\([^()]*\)[ ])?|(?:gutt?(?:en)?|jent[ea]|jenten|mann(?:en)?|kvinn[ea]|kvinnen|barn(?:et)?|datter(?:en)?"
    r"|dotter[ai]?|sønn?(?:en)?|son(?:en)?|far(?:en)?|mor[ai]?|eldste|yngste|eldst|yngst)[ ])på[ ]$"
)
POLLED = re.compile(  # lå Ap på 21,8: no age
    r"\b(?:lå|låg|ligger|ligg|endte|enda|havnet|hamna|får|fekk|fikk|sto|stod|står)[ ](?:[A-ZÆØÅ][\w-]*[ ](?:og[ ])?){1,4}på[ ]$"
)
FORMER = re.compile(r"[ ](?:første|fyrste|siste|neste)\b")  # de ni første i Ålesund
REMAINING = re.compile(r"[ ](?:andre|øvrige|resterende|attverande|gjenværende)\b")  # de tre andre
SAME = re.compile(r"(?:^|\W)(?:de|dei|alle|disse|desse|alle de|alle dei)[ ]$", re.IGNORECASE)
OTHERS = re.compile(
    r"(?:^|\W)(?:de|dei)[ ](?:øvrige|andre|resterende|attverande|siste|første|fyrste)[ ]$", re.IGNORECASE
)
_ROWS = rows("money_contexts.csv")
MONEY_NOUNS = tuple(sorted(row["word"] for row in _ROWS if row["role"] == "noun"))
MONEY_VERBS = frozenset(row["word"] for row in _ROWS if row["role"] == "verb")
LAST_WORD = re.compile(r"([^\W\d_]+)[ ](?P<link>(?:(?:er|var|vart|ble|blei|blir|på|til|med|om)[ ]){0,3})$")


def is_money(left: str) -> bool:
    """Whether the words before a bare number say that it is crowns.

    >>> [is_money(left) for left in ("et underskudd på ", "Billetten koster ", "ei gruppe på ", "Prisen kommune ")]
    [True, True, False, False]
    """
    found = LAST_WORD.search(left)
    if found is None:
        return False
    word = found[1].lower()
    return word in MONEY_VERBS or (bool(found["link"]) and word.endswith(MONEY_NOUNS))


def begins_with_money(sentence: str) -> bool:
    """Whether the first word of a sentence is a price, fee or other sum: "Prisen for et rom starter på"."""
    return sentence.lstrip("«–- ").partition(" ")[0].lower().endswith(MONEY_NOUNS)
