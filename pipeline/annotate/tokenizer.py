"""Cut Norwegian text into tokens: spaCy's rules, the same for both written standards, and a few more cuts."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from pipeline.lexicon.tables import column
from pipeline.spans import TEXT

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

# Places inside a chunk of characters where a token ends, beside spaCy's own:
INFIXES = (
    r"[–—/()\[\]«»”“\"…]",  # 10–15, Nes/NTB, Kari(47
    rf"(?<=[{ALPHA}][{ALPHA}])[.!?,:;](?=[{ALPHA}0-9])",  # sa.Han, kl.14
    r"(?<=[0-9%])[-](?=[0-9])",  # 10-15
    rf"(?<=[0-9])(?=[{ALPHA}][{ALPHA}])",  # 100kr
    r"(?<=%)(?=[^%])",  # 70%/30%
)


LONGEST_RUN = 200  # characters without a space, an address perhaps: no word is longer
RUN = re.compile(rf"\S{{{LONGEST_RUN}}}")
KEPT = 50_000  # runs of characters whose tokens are kept in memory


class _Bounded:
    """spaCy's tokenizer, whose time grows with the square of a run of signs, over runs of bounded length."""

    def __init__(self, tokenizer: Tokenizer, vocab: Vocab) -> None:
        self._tokenizer = tokenizer
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The document of a text."""
        doc = self._cut(text)
        doc.user_data[TEXT] = text  # what the tokens put together again make
        return doc

    def _cut(self, text: str) -> Doc:
        cuts = [match.end() for match in RUN.finditer(text)]
        if not cuts:
            whole: Doc = self._tokenizer(text)
            return whole
        parts = (self._tokenizer(text[start:end]) for start, end in pairwise([0, *cuts, len(text)]) if start < end)
        pieces = [(token.text, bool(token.whitespace_)) for part in parts for token in part]
        return Doc(self._vocab, words=[word for word, _ in pieces], spaces=[spaced for _, spaced in pieces])


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
        max_cache_size=KEPT,
    )
    for abbreviation in column("abbreviations.csv", "abbreviation"):
        tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    nlp.tokenizer = _Bounded(tokenizer, nlp.vocab)
    nlp.max_length = 100_000_000  # the size limit on documents is the reader's
    return nlp
