"""Keep answers on words: a text repeats its words, and texts repeat each other's."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = 50_000  # answers of one question
LONGEST = 100  # characters: what is longer is no word that comes again, and would fill the memory

AnswerT = TypeVar("AnswerT")


def remembered(answer: Callable[[str], AnswerT]) -> Callable[[str], AnswerT]:
    """The function, its answers on words kept, the latest of them; those on longer texts are worked out each time.

    >>> asked = []
    >>> length = remembered(lambda text: asked.append(text) or len(text))
    >>> length("ord"), length("ord"), length("x" * 1000), length("x" * 1000), len(asked)
    (3, 3, 1000, 1000, 3)
    """
    kept = lru_cache(maxsize=KEPT)(answer)

    @wraps(answer)
    def given(word: str) -> AnswerT:
        return kept(word) if len(word) <= LONGEST else answer(word)

    return given
