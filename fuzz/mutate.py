"""Spoil a document: every mutation takes its bytes and dice, and gives other bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

TAG = re.compile(rb"<[^<>]*>")
STRANGE = (
    "\x00", "\x0b", "\x1b[31m", "\x85", "\u00ad", "\u200b", "\u200f", "\u202e", "\u2028", "\ufeff", "\ufffd",
    "e\u0301", "😀", "𝔎", "\u0300" * 40, "ﬁ", "ʼ", "’", "«", "»", "“", "–", "—", "…", "§", "‰", "№",
)  # fmt: skip
BURSTS = (
    "1 ", "1.", "mai ", "12. mai 2024 ", "en og ", "«", "– ", "(", "[", "Os ", "Kari ", "ordfører ", "kommune ", "A. ",
    "kl. ", "1.–3. ", "0,", "10–", "prosent ", "/", "a@b.no ", "Vik og ", "av ", "sier ", "\n\n", "\t", "halv", "-",
)  # fmt: skip
MOST = 6000  # bytes of a spoilt document, so that many are run in a short time


def cut(data: bytes, dice: Random) -> bytes:
    """Up to a byte in the middle of anything."""
    return data[: dice.randrange(len(data) + 1)]


def without_start(data: bytes, dice: Random) -> bytes:
    """From a byte in the middle of anything."""
    return data[dice.randrange(len(data) + 1) :]


def without_middle(data: bytes, dice: Random) -> bytes:
    """Without a stretch."""
    start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[end:]


def doubled(data: bytes, dice: Random) -> bytes:
    """With a stretch twice."""
    start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:]


def flipped(data: bytes, dice: Random) -> bytes:
    """With some bytes changed."""
    held = bytearray(data)
    for _ in range(dice.randrange(1, 20)):
        if held:
            held[dice.randrange(len(held))] = dice.randrange(256)
    return bytes(held)


def shuffled_tags(data: bytes, dice: Random) -> bytes:
    """With its tags in another order."""
    tags = TAG.findall(data)
    dice.shuffle(tags)
    given = iter(tags)
    return TAG.sub(lambda _: next(given), data)


def lost_tags(data: bytes, dice: Random) -> bytes:
    """With some tags gone."""
    return TAG.sub(lambda found: b"" if dice.random() < 0.3 else found[0], data)


def nested(data: bytes, dice: Random) -> bytes:
    """Inside many elements that are never closed."""
    tag = dice.choice((b"<div>", b"<b>", b"<table><tr><td>", b"<ul><li>", b"<blockquote>", b"<p>", b"<article>"))
    return tag * dice.randrange(1, 400) + data


def strange(data: bytes, dice: Random) -> bytes:
    """With strange characters strewn in."""
    text = data.decode("utf-8", "replace")
    for _ in range(dice.randrange(1, 30)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(STRANGE) + text[at:]
    return text.encode("utf-8", "replace")


def burst(data: bytes, dice: Random) -> bytes:
    """With one thing said many times over."""
    text = data.decode("utf-8", "replace")
    at = dice.randrange(len(text) + 1)
    return (text[:at] + dice.choice(BURSTS) * dice.randrange(10, 600) + text[at:]).encode("utf-8", "replace")


def shuffled_words(data: bytes, dice: Random) -> bytes:
    """With its words in another order."""
    words = data.split(b" ")
    dice.shuffle(words)
    return b" ".join(words)


def shuffled_lines(data: bytes, dice: Random) -> bytes:
    """With its lines in another order."""
    lines = data.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def one_line(data: bytes, dice: Random) -> bytes:
    """Without line ends, or without spaces."""
    return data.replace(b"\n", b" ") if dice.random() < 0.5 else data.replace(b" ", b"")


def cased(data: bytes, dice: Random) -> bytes:
    """All in capitals, all small, or every word with a capital."""
    text = data.decode("utf-8", "replace")
    return dice.choice((text.upper, text.lower, text.title, text.swapcase))().encode("utf-8", "replace")


def encoded(data: bytes, dice: Random) -> bytes:
    """In another encoding, whatever it says of itself."""
    text = data.decode("utf-8", "replace")
    return text.encode(
        dice.choice(("latin-1", "cp1252", "utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp850")), "replace"
    )


def misread(data: bytes, dice: Random) -> bytes:
    """As UTF-8 that was read as another encoding, and saved."""
    return data.decode(dice.choice(("latin-1", "cp1252")), "replace").encode()


def numbers(data: bytes, dice: Random) -> bytes:
    """With other figures in its numbers."""
    return re.sub(rb"\d", lambda _: b"%d" % dice.randrange(10), data)


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    cut,
    without_start,
    without_middle,
    doubled,
    flipped,
    shuffled_tags,
    lost_tags,
    nested,
    strange,
    burst,
    shuffled_words,
    shuffled_lines,
    one_line,
    cased,
    encoded,
    misread,
    numbers,
)


def spoilt(data: bytes, dice: Random) -> bytes:
    """A document after one to three mutations, no longer than `MOST` bytes."""
    start = dice.randrange(max(1, len(data) - MOST))
    data = data[start : start + MOST] if dice.random() < 0.5 else data[:MOST]
    for mutation in dice.choices(MUTATIONS, k=dice.randint(1, 3)):
        data = mutation(data, dice)[:MOST]
    return data
