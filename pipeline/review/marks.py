"""Note in the index how far each article is reviewed, from the patches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.review.patches import DONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.review.index import Index
    from pipeline.review.patches import Patch, PatchFile

UNTOUCHED, BEGUN, FINISHED = 0, 1, 2


def stage(patches: Iterable[Patch]) -> int:
    """How far an article with these patches in force is: untouched, begun or finished."""
    state = UNTOUCHED
    for patch in patches:
        state = (FINISHED if patch.new else BEGUN) if patch.path == DONE else max(state, BEGUN)
    return state


def mark_all(index: Index, patches: PatchFile) -> None:
    """Note it for every article of the index."""
    index.clear_marks()
    index.mark((article, stage(patches.of(article))) for article in patches.articles())
