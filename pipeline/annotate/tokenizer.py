"""Cut Norwegian text into tokens: spaCy's rules, the same for both written standards, and a few more cuts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from pipeline.lexicon.tables import column

if TYPE_CHECKING:
    from spacy.language import Language

# Places inside a chunk of characters where a token ends, beside spaCy's own:
INFIXES = (
    r"[–—/()\[\]«»”“\"…]",  # 10–15, Nes/NTB, Kari(47
    rf"(?<=[{ALPHA}][{ALPHA}])[.!?,:;](?=[{ALPHA}0-9])",  # sa.Han, kl.14
    r"(?<=[0-9%])[-](?=[0-9])",  # 10-15
    rf"(?<=[0-9])(?=[{ALPHA}][{ALPHA}])",  # 100kr
    r"(?<=%)(?=[^%])",  # 70%/30%
)


@cache
def language(code: str) -> Language:
    """An empty spaCy pipeline for `nb` or `nn` with the tokenizer of this module.

    >>> [token.text for token in language("nn")("NRK-journalist Kari Nes/NTB, 10–15 bl.a. 100kr!")]
    ['NRK-journalist', 'Kari', 'Nes', '/', 'NTB', ',', '10', '–', '15', 'bl.a.', '100', 'kr', '!']
    """
    nlp = spacy.blank(code)
    rules = spacy.blank("nb").Defaults
    tokenizer = Tokenizer(
        nlp.vocab,
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex((*(rules.infixes or ()), *INFIXES)).finditer,
    )
    for abbreviation in column("abbreviations.csv", "abbreviation"):
        tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    nlp.tokenizer = tokenizer
    nlp.max_length = 100_000_000  # the size limit on documents is the reader's
    return nlp
