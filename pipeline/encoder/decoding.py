"""Find the best row of entity tags in which every I- continues a name of its type."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_FORBIDDEN = np.float32(-1e9)


class TagDecoder:
    """The rules of the IOB2 tags as a table of allowed steps."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        self._allowed = np.array([[_follows(after, before) for after in tags] for before in tags])
        self._opens = np.array([not tag.startswith("I-") for tag in tags])
        self._cost = np.where(self._allowed, np.float32(0), _FORBIDDEN)

    def best(self, scores: Scores) -> NDArray[np.intp]:
        """Numbers of the tags with the highest sum of `scores` (a row a word) that keep the rules.

        >>> decoder = TagDecoder(["O", "B-PER", "I-PER"])
        >>> decoder.best(np.array([[2, 1.5, 0], [0, 0, 3]], np.float32)).tolist()
        [1, 2]
        """
        best: NDArray[np.intp] = scores.argmax(axis=1)
        wrong = np.flatnonzero(~np.concatenate([self._opens[best[:1]], self._allowed[best[:-1], best[1:]]]))
        outside = np.flatnonzero(best == 0)
        done = -1
        for place in wrong.tolist():
            if place <= done:
                continue
            # The stretch between two clear O's is searched, with one O more on either side.
            before = outside[outside < place]
            after = outside[outside > place]
            start = int(before[-2]) if len(before) > 1 else 0
            done = int(after[1]) if len(after) > 1 else len(best) - 1
            best[start : done + 1] = self._searched(scores[start : done + 1])
        return best

    def _searched(self, scores: Scores) -> NDArray[np.intp]:
        total = np.where(self._opens, scores[0], _FORBIDDEN)
        back = np.zeros(scores.shape, np.intp)
        for place in range(1, len(scores)):
            paths = total[:, None] + self._cost
            back[place] = paths.argmax(axis=0)
            total = paths.max(axis=0) + scores[place]
        path = [int(total.argmax())]
        for place in range(len(scores) - 1, 0, -1):
            path.append(int(back[place, path[-1]]))
        return np.array(path[::-1], np.intp)


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """First word, word after the last, and type of each name.

    >>> spans(["B-PER", "I-PER", "O", "B-ORG", "B-ORG"])
    [(0, 2, 'PER'), (3, 4, 'ORG'), (4, 5, 'ORG')]
    """
    found, start = list[tuple[int, int, str]](), 0
    for place, tag in enumerate([*tags, "O"]):
        if place and tags[place - 1] != "O" and not tag.startswith("I-"):
            found.append((start, place, tags[place - 1][2:]))
        if tag.startswith("B-"):
            start = place
    return found


def _follows(after: str, before: str) -> bool:
    return not after.startswith("I-") or before[2:] == after[2:]
