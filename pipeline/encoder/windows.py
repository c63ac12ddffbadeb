"""Cut a text of any length into overlapping windows that the encoder can take in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.encoder.subwords import END, START

LONGEST = 208  # pieces of a window, its two marks included; training went up to 224
_CONTEXT = 24  # pieces repeated before the words to read, and behind them where no sentence ends


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of the text, or a break between its blocks."""

    ids: tuple[int, ...]
    is_break: bool = False
    ends_sentence: bool = False


BREAK = Unit((END,), is_break=True)


@dataclass(frozen=True, slots=True)
class Window:
    """Input of one run: pieces, the first and the last piece of each unit (marks too), which units it answers for."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[int, ...]  # places among the units, breaks left out


def windows(units: Sequence[Unit], longest: int = LONGEST) -> Iterator[Window]:
    """Windows whose words, one window after the other, are all words of `units`, each once.

    >>> text = [Unit((n,)) for n in range(10, 30)]
    >>> [len(window.words) for window in windows(text, longest=40)]
    [20]
    >>> sum(len(window.words) for window in windows(text * 20, longest=100))
    400
    """
    start, room = 0, longest - 2
    while start < len(units):
        left = _before(units, start, _CONTEXT)
        end = _after(units, left, room)
        stop = end if end == len(units) else _cut(units, start, end)
        behind = stop if stop == end or units[stop - 1].ends_sentence or units[stop - 1].is_break else end
        window = _window(units, left, start, stop, behind)
        if window.words:
            yield window
        start = stop


def _before(units: Sequence[Unit], at: int, pieces: int) -> int:
    """Place of the first unit of the `pieces` before `at`."""
    while at and pieces >= len(units[at - 1].ids):
        at -= 1
        pieces -= len(units[at].ids)
    return at


def _after(units: Sequence[Unit], at: int, pieces: int) -> int:
    """Place after the last unit of the `pieces` from `at` on."""
    while at < len(units) and pieces >= len(units[at].ids):
        pieces -= len(units[at].ids)
        at += 1
    return at


def _cut(units: Sequence[Unit], start: int, end: int) -> int:
    """Where the words to read stop: the last sentence's end in the window's second half, or short of its end."""
    middle = (start + end) // 2
    for stop in range(end, middle, -1):
        if units[stop - 1].is_break or units[stop - 1].ends_sentence:
            return stop
    return max(_before(units, end, _CONTEXT), start + 1)


def _window(units: Sequence[Unit], left: int, start: int, stop: int, right: int) -> Window:
    ids, starts, ends, words = [START], [0], [0], list[int]()
    for place in range(left, right):
        unit = units[place]
        if start <= place < stop and not unit.is_break:
            words.append(len(starts))
        starts.append(len(ids))
        ids.extend(unit.ids)
        ends.append(len(ids) - 1)
    length = len(ids)
    return Window((*ids, END), (*starts, length), (*ends, length), tuple(words))
