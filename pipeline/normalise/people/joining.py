"""Join the mentions of a text into people: one person once, two people never as one."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from pipeline.lexicon.names import fold, is_behind, is_given, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterable

SLIP = 75  # per cent: "Brydal" and "Brydalen" behind the same given names
SAME_WORD = 90  # per cent: "Toril" and "Torill" before the same surname
SHORTEST_SLIP = 4  # letters
MOST_PEOPLE = 300  # in a longer list misspellings are not looked for


@dataclass(frozen=True, slots=True)
class Called:
    """One mention: its place, its name, whether that is a full one, and the block that it stands in."""

    start: int
    end: int
    name: str
    full: bool
    block: int


@dataclass(slots=True)
class Group:
    """The mentions of one person."""

    names: list[str] = field(default_factory=list)
    mentions: list[Called] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest name; of two as full, the first of the text."""
        return max(self.names, key=lambda name: len(_parts(name)))


def join(mentions: Iterable[Called]) -> list[Group]:
    """The people of a text in the order of their first mention; "Per Olav" is who has been called Per Olav Vik.

    >>> text = [("Terje Kvam-Lunde", 0), ("Kari Vik", 0), ("Ola Vik", 0), ("Terje Kvam Lunde", 1), ("Kari Anne Vik", 1)]
    >>> called = [Called(10 * i, 10 * i + 5, name, True, block) for i, (name, block) in enumerate(text)]
    >>> [(group.name, len(group.mentions)) for group in join(called)]
    [('Terje Kvam-Lunde', 2), ('Kari Anne Vik', 2), ('Ola Vik', 1)]
    """
    ordered = sorted(mentions, key=lambda mention: mention.start)
    openings = {" ".join(parts[:2]) for mention in ordered if mention.full and len(parts := _parts(mention.name)) > 2}
    ordered = [replace(mention, full=mention.full and fold(mention.name) not in openings) for mention in ordered]
    groups = _by_full_name([mention for mention in ordered if mention.full])
    index = _Index(groups)
    for mention in ordered:
        if not mention.full and (group := index.group(mention)):
            group.mentions.append(mention)
            index.note(group, mention)
    for group in groups:
        group.mentions.sort(key=lambda mention: mention.start)
    return sorted(groups, key=lambda group: group.mentions[0].start)


def _by_full_name(mentions: list[Called]) -> list[Group]:
    groups: list[Group] = []
    same: dict[str, Group] = {}
    near: defaultdict[str, list[Group]] = defaultdict(list)
    for mention in mentions:
        folded = fold(mention.name)
        group = same.get(folded) or next((g for g in near[_end(folded)] if _shorter(g, mention)), None)
        if group is None and len(groups) <= MOST_PEOPLE:
            group = next((g for g in groups if _is_slip(g, mention)), None)
        if group is None:
            group = Group()
            groups.append(group)
            near[_end(folded)].append(group)
        same[folded] = group
        group.names.append(mention.name)
        group.mentions.append(mention)
    return groups


def _parts(name: str) -> list[str]:
    """The words of a folded name without "jr." and the like."""
    parts = fold(name).split()
    return [part for part in parts if not is_behind(part)] or parts


def _end(folded: str) -> str:
    return _parts(folded)[-1]


def _shorter(group: Group, mention: Called) -> bool:
    """Whether one name is the other with fewer words, or with initials: "Kristin de Jong", "Live M. Tronslien"."""
    one, two = sorted((_parts(group.name), _parts(mention.name)), key=len)
    if one == two[-len(one) :]:  # Romano Bakken
        return True
    if len(one) < 2 or not _begins(one[0], two[0]) or one[-1] != two[-1]:
        return False
    rest = iter(two[1:-1])
    return all(any(_begins(part, other) for other in rest) for part in one[1:-1])


def _begins(one: str, two: str) -> bool:
    """Whether two words are the same, or one is the other's initial."""
    short, long = sorted((one, two), key=len)
    return one == two or (len(short) == 1 and long.startswith(short))


def _is_slip(group: Group, mention: Called) -> bool:
    """Whether a name in another block is a misspelling of a group's: never of two names side by side."""
    one, two = _parts(group.name), _parts(mention.name)
    if len(one) < 2 or len(two) < 2 or any(mention.block == other.block for other in group.mentions):
        return False
    if one[0] == two[0]:
        return _alike(one[-1], two[-1], SLIP) and (
            len(one) != len(two) or one[1:-1] == two[1:-1] or _alike(" ".join(one), " ".join(two), SAME_WORD)
        )
    return _alike(one[0], two[0], SAME_WORD) and (one[-1] == two[-1] or _alike(one[-1], two[-1], SLIP))


def _alike(one: str, two: str, least: int) -> bool:
    if one == two:
        return True
    return min(len(one), len(two)) >= SHORTEST_SLIP and fuzz.ratio(one, two) >= least


class _Index:
    """The groups by the parts of their names."""

    def __init__(self, groups: list[Group]) -> None:
        self._parts: defaultdict[str, list[Group]] = defaultdict(list)
        self._groups = groups
        for group in groups:
            for part in {part for name in dict.fromkeys(group.names) for part in _handles(name)}:
                self._parts[part].append(group)
        self._starts = {id(group): [mention.start for mention in group.mentions] for group in groups}

    def group(self, mention: Called) -> Group | None:
        """The person that a mention by part of a name means: of several the one named last before it."""
        held = (
            self._parts.get(fold(mention.name))
            or self._parts.get(fold(mention.name.removesuffix("s")))
            or self._alike(mention)
        )
        if not held:
            return None
        return max(held[:MOST_PEOPLE], key=lambda group: self._last(group, mention.start))

    def note(self, group: Group, mention: Called) -> None:
        """Count a mention that has been joined to a group."""
        insort(self._starts[id(group)], mention.start)

    def _last(self, group: Group, before: int) -> int:
        """Where a group was last mentioned before a place, less than nothing where it was not yet."""
        starts = self._starts[id(group)]
        place = bisect_right(starts, before)
        return starts[place - 1] if place else -starts[0] - 1

    def _alike(self, mention: Called) -> list[Group]:
        if len(self._groups) > MOST_PEOPLE:
            return []
        name = fold(mention.name)
        scored = [
            (fuzz.ratio(name, _end(other)), group) for group in self._groups for other in dict.fromkeys(group.names)
        ]
        best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return [best[1]] if best[1] is not None and best[0] >= SLIP else []


def _handles(name: str) -> list[str]:
    """The parts of a name that it is mentioned by: "de Jong", "Jong", "Kristin"."""
    parts = fold(name).split()
    while len(parts) > 2 and is_behind(parts[-1]):
        parts = parts[:-1]
    surnames = [" ".join(parts[cut:]) for cut in range(1, len(parts))]
    givens = [parts[0], " ".join(parts[:2])] if len(parts) > 2 else parts[:1]
    words = name.split()
    if "-" in words[0]:
        givens.append(fold(words[0]))
    return [*surnames, *givens]


def surname(name: str) -> str:
    """The last word of a name with its particles: "van der Meer"."""
    parts = name.split()
    cut = len(parts) - 1
    while cut > 1 and is_inside(parts[cut - 1]) and not is_given(parts[cut - 1]):
        cut -= 1
    return " ".join(parts[cut:])
