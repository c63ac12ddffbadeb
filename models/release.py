"""A release: the article as its reader sees it, block by block, with the stamps still in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.record import Source

BlockKind = Literal[
    "title",
    "lead",
    "heading",
    "paragraph",
    "list_item",
    "table_row",
    "caption",
    "quote",
    "fact_box",
    "contact",
    "byline",
]
BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
GAP = "\n\n"  # what parts two blocks of the text
CELL_GAP = "\t"  # what parts two cells of a table row


@dataclass(frozen=True, slots=True)
class Block:
    r"""One block of the article: its kind, and its text without white space at either end.

    The cells of a `table_row` are parted by a tab; a table's first row may be its header. No block's text holds
    a blank line; a line break inside a block is a single `\n`.
    """

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Release:
    """One article, read clean: blocks in reading order, title first, then the lead if there is one.

    `published` and `updated` are the stamps as text, for normalise to work out ("30. september 2022 kl. 14.00",
    "2022-09-30T12:00:00Z"), None where the page has none. `publisher` is the body that issued the release by its
    name in the document. `language` is the language tag that the page declares, which need not be that of the
    text. `address` is the page's own address where it gives one, or where it was fetched. `warnings` are the codes of
    what the reader had to guess.
    """

    source: Source
    blocks: tuple[Block, ...]
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    address: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The article as its reader sees it: the blocks' texts parted by a blank line."""
        return GAP.join(block.text for block in self.blocks)

    def sections(self) -> Iterator[tuple[BlockKind, int, int]]:
        """Each block's kind and its half-open span in `text`, in order."""
        start = 0
        for block in self.blocks:
            yield block.kind, start, start + len(block.text)
            start += len(block.text) + len(GAP)

    def first(self, kind: BlockKind) -> str | None:
        """The text of the first block of a kind, None where there is none."""
        return next((block.text for block in self.blocks if block.kind == kind), None)
