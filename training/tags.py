"""Map the treebank's part-of-speech tags and features to the universal ones."""

from collections.abc import Collection

_PLAIN = {
    "adj": "ADJ",
    "adv": "ADV",
    "clb": "PUNCT",
    "inf-merke": "PART",
    "interj": "INTJ",
    "konj": "CCONJ",
    "prep": "ADP",
    "pron": "PRON",
    "sbu": "SCONJ",
    "symb": "SYM",
    "ukjent": "X",
}
_AUXILIARIES = frozenset(
    "ha være vere bli verte kunne ville vilje skulle måtte måte burde bør få tore".split()  # noqa: SIM905
)
_COPULAS = frozenset(["være", "vere"])
_NUMERALS = frozenset(
    [
        "null",
        "to",
        "tre",
        "fire",
        "fem",
        "seks",
        "sju",
        "syv",
        "åtte",
        "ni",
        "ti",
        "elleve",
        "elve",
        "tolv",
        "tretten",
        "fjorten",
        "femten",
        "seksten",
        "sytten",
        "atten",
        "nitten",
        "tjue",
        "tyve",
        "tretti",
        "tredve",
        "førti",
        "femti",
        "seksti",
        "sytti",
        "åtti",
        "nitti",
        "hundre",
        "tusen",
        "million",
        "milliard",
    ]
)
_NUMBER = {"ent": "Sing", "eint": "Sing", "fl": "Plur"}
_DEFINITE = {"ub": "Ind", "be": "Def", "bu": "Def"}
_INFLECTED = frozenset(["subst", "adj", "det", "pron"])


def universal_tag(form: str, lemma: str, tag: str, traits: Collection[str], children: Collection[str]) -> str:
    """Universal part of speech of a word; `children` are the relations of the words that hang on it.

    A verb is an auxiliary where a bare verb hangs on it (`har sagt`, `skal gå`), and "være" also as a copula.

    >>> universal_tag("skal", "skulle", "verb", ["pres"], ["SUBJ", "INFV"])
    'AUX'
    >>> universal_tag("har", "ha", "verb", ["pres"], ["SUBJ", "DOBJ"])
    'VERB'
    >>> universal_tag("20", "20", "det", ["fl", "kvant"], []), universal_tag("alle", "all", "det", ["fl", "kvant"], [])
    ('NUM', 'DET')
    """
    if tag == "subst":
        return "PROPN" if "prop" in traits else "NOUN"
    if tag == "verb":
        helps = lemma in _AUXILIARIES and "INFV" in children
        return "AUX" if helps or (lemma in _COPULAS and "SPRED" in children) else "VERB"
    if tag == "det":
        return "NUM" if "kvant" in traits and is_number(form) else "DET"
    return _PLAIN.get(tag, "PUNCT")


def is_number(form: str) -> bool:
    """Whether a determiner is written in digits or is a numeral.

    >>> is_number("1,2"), is_number("Tre"), is_number("mange")
    (True, True, False)
    """
    return form[:1].isdigit() or form.lower() in _NUMERALS


def features(tag: str, traits: Collection[str]) -> str:
    """Number and definiteness in the universal form, or "".

    >>> features("subst", ["appell", "mask", "be", "ent"])
    'Definite=Def|Number=Sing'
    >>> features("verb", ["pres"])
    ''
    """
    if tag not in _INFLECTED:
        return ""
    definite = next((_DEFINITE[trait] for trait in traits if trait in _DEFINITE), None)
    number = next((_NUMBER[trait] for trait in traits if trait in _NUMBER), None)
    parts = [f"Definite={definite}" if definite else "", f"Number={number}" if number else ""]
    return "|".join(part for part in parts if part)
