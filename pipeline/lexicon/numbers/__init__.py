"""Read Norwegian numbers: cardinals and ordinals in digits and words, both standards, old and new counting."""

from pipeline.lexicon.numbers.cardinals import integer
from pipeline.lexicon.numbers.finder import Number, find
from pipeline.lexicon.numbers.ordinals import ordinal
from pipeline.lexicon.numbers.phrases import number

__all__ = ["Number", "find", "integer", "number", "ordinal"]
