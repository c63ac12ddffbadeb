"""Mark direct speech.

First what stands behind a dash, then what stands in marks, then what is bare; at last the turns tell who speaks
where nothing says so, and the headline is given to who speaks below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.quotes import bare, dashes, marks
from pipeline.annotate.quotes.attribution import Attributions
from pipeline.annotate.quotes.headline import headlines
from pipeline.annotate.quotes.pieces import Block, Piece
from pipeline.annotate.quotes.turns import settle
from pipeline.spans import PEOPLE, QUOTES, extent, full_text, mark, sections
from pipeline.spans import marks as marked
from pipeline.spans.quotes import QuoteFacts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

SPOKEN = ("lead", "paragraph", "quote", "list_item")  # kinds of block that hold speech
TALK = (*SPOKEN, "title", "heading")  # what the paragraphs of a talk stand between; captions interrupt nothing
TOLD = ("title", "heading", "caption")  # kinds that hold speech only where they say whose
TELLING = ("dash-says", "marks-says", "colon")
LINKS = ("les også", "les òg", "les ogso", "les mer", "les meir", "se også", "sjå også")


def annotate(doc: Doc) -> Doc:
    """Mark what people say in `doc.spans["quotes"]`, each with the words that tell who."""
    text = full_text(doc)
    every = list(sections(doc)) or [("paragraph", 0, len(text))]
    sentences = [sentence.start_char for sentence in doc.sents] or [0]
    said = Attributions(text, [extent(span) for span in marked(doc, PEOPLE)], sentences)
    spoken = [Block(i, *section) for i, section in enumerate(row for row in every if row[0] in TALK)]
    aside = [Block(i, *section) for i, section in enumerate(row for row in every if row[0] in TOLD)]
    pieces = settle(
        text, find(text, [block for block in spoken if block.kind in SPOKEN], said, sentences), spoken, said
    )
    told = find(text, aside, said, sentences)
    pieces += headlines(text, told, pieces) + [piece for piece in told if piece.by in TELLING]
    for piece in pieces:
        if piece.said and piece.said.kind != "other":
            facts = QuoteFacts(piece.said.kind, piece.said.start, piece.said.end)
            mark(doc, QUOTES, piece.start, piece.end, by=piece.by, facts=facts)
    return doc


def find(text: str, blocks: list[Block], said: Attributions, sentences: Sequence[int]) -> list[Piece]:
    """What may be speech in a text, in order, who speaks not yet settled."""
    pieces: list[Piece] = []
    within = False
    for block in blocks:
        if block.start == block.end or _is_link(text, block):
            within = False
            continue
        dashed = dashes.read(text, block, said)
        quoted: list[Piece] = []
        if not (dashed and dashed[0].opens):
            quoted, within = marks.read(text, block, said, within=within)
            first = dashed[0].start if dashed else block.end
            quoted = [piece for piece in quoted if piece.start < first]
        taken = sorted([*dashed, *quoted], key=lambda piece: piece.start)
        taken += bare.read(text, block, said, sentences, taken)
        taken.sort(key=lambda piece: piece.start)
        pieces += taken
    trimmed = (piece.trimmed(text) for piece in pieces)
    return [piece for piece in trimmed if piece.start < piece.end]


def _is_link(text: str, block: Block) -> bool:
    """Whether a block points to another article: "Les også: – Helt sykt, sier Emma Moss"."""
    return text[block.start : block.start + 10].lower().startswith(LINKS)
