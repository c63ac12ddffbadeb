"""Give blocks the kinds that their words tell: contacts, by-lines, credits of captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.release import Block
from scrapers.wording.lines import BYLINE, CONTACT, CREDIT

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_BYLINE = 100
HEADING = 60  # letters of a line such as "Kontaktpersoner", behind which contacts stand
CARD = 200  # letters of a contact
SENTENCE = re.compile(r"[^\d@]*[.!?»]")  # prose: no number, no mail address, a full stop
PLAIN = frozenset({"paragraph", "list_item"})


def by_words(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with their kinds mended; a credit alone joins the caption before it."""
    found: list[Block] = []
    contacts = False
    for block in blocks:
        one = _named(block, contacts=contacts)
        if one.kind == "contact":
            contacts = contacts or (len(block.text) < HEADING and not any(map(str.isdigit, block.text)))
        elif one.kind == "caption" and found and found[-1].kind == "caption" and _is_credit(one.text, found[-1].text):
            found[-1] = Block("caption", f"{found[-1].text} {one.text}")
            continue
        else:
            contacts = False
        found.append(one)
    return found


def _named(block: Block, *, contacts: bool) -> Block:
    if block.kind in {"paragraph", "heading"} and CONTACT.match(block.text) and len(block.text) < CARD * 2:
        return Block("contact", block.text)
    if contacts and block.kind in PLAIN and len(block.text) < CARD and not SENTENCE.fullmatch(block.text):
        return Block("contact", block.text)
    if block.kind == "paragraph" and BYLINE.fullmatch(block.text) and len(block.text) < LONGEST_BYLINE:
        return Block("byline", block.text)
    return block


def _is_credit(text: str, before: str) -> bool:
    return CREDIT.match(text) is not None and CREDIT.search(before) is None
