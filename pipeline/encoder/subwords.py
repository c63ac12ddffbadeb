"""Cut words into the sub-word pieces that the encoder knows."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Tokenizer

START, PAD, END, UNKNOWN = 0, 1, 2, 3
SPACE = "▁"
_LONGEST_WORD = 96  # characters; of a longer one (an address, a key) both ends are read
_MOST_PIECES = 24  # of a word, for the same reason
_CACHED_WORDS = 100_000

Word = tuple[str, bool]  # a word, and whether white space stands before it


class Subwords:
    """The pieces of words, each word on its own, so that any division of a text into words will do."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[Word, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> "Subwords":
        """Sub-words by the tokenizer file at `path`."""
        return cls(Tokenizer.from_file(str(path)))

    def pieces(self, words: Iterable[Word]) -> Iterator[tuple[int, ...]]:
        """Numbers of the pieces of each word, at least one a word."""
        listed = list(words)
        found = self._known
        if len(found) > _CACHED_WORDS:
            found.clear()
        missing = list(dict.fromkeys(word for word in listed if word not in found))
        encodings = self._tokenizer.encode_batch([_marked(*word) for word in missing], add_special_tokens=False)
        for word, encoding in zip(missing, encodings, strict=True):
            found[word] = _bounded(tuple(encoding.ids)) or (UNKNOWN,)
        return (found[word] for word in listed)


def _marked(word: str, spaced: bool) -> str:  # noqa: FBT001
    """Give the word in the form that the pieces are in, with its white space.

    >>> _marked("Oslo", True), _marked(",", False), len(_marked("x" * 10_000, False))
    ('▁Oslo', ',', 96)
    """
    if len(word) > _LONGEST_WORD:
        word = word[: _LONGEST_WORD // 2] + word[-_LONGEST_WORD // 2 :]
    return (SPACE if spaced else "") + SPACE.join(word.split())


def _bounded(ids: tuple[int, ...]) -> tuple[int, ...]:
    return ids if len(ids) <= _MOST_PIECES else ids[: _MOST_PIECES // 2] + ids[-_MOST_PIECES // 2 :]
