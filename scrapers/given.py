"""What is known of a release beforehand, set into what was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.release import Block
from scrapers.text import clean, line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.release import Release

GUESSES = {"publisher": "publisher-guessed", "published": "publication-date-guessed"}


def with_given(release: Release, given: Mapping[str, str]) -> Release:
    """The release with the title, lead, stamps and publisher that were given with its page, if any were."""
    if not given:
        return release
    blocks = list(release.blocks)
    if title := line(given.get("title", "")):
        blocks = [Block("title", title), *(block for block in blocks if block.kind != "title" and block.text != title)]
    if lead := clean(given.get("lead", "")):
        blocks = [block for block in blocks if block.text != lead]
        blocks = [Block("paragraph", block.text) if block.kind == "lead" else block for block in blocks]
        blocks.insert(sum(block.kind == "title" for block in blocks), Block("lead", lead))
    settled = {code for field, code in GUESSES.items() if field in given}
    return replace(
        release,
        blocks=tuple(blocks),
        publisher=line(given.get("publisher", "")) or release.publisher,
        published=given.get("published") or release.published,
        updated=given.get("updated") or release.updated,
        warnings=tuple(code for code in release.warnings if code not in settled),
    )
