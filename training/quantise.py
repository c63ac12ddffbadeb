"""Round weights: matrices to eight bits with a scale for each column, the table of pieces to four with one a block.

The base encoder's own table came in four bits, in the same blocks, and learning hardly moves it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_LARGEST = 127
BLOCK = 32  # numbers of four bits that share a scale
_LOWEST, _HIGHEST = -8, 7


@dataclass(frozen=True)
class Rounded:
    """Weights as whole numbers, and what to multiply them by."""

    numbers: NDArray[np.int8]
    scales: Floats


def rounded(weights: Floats, axis: int) -> Rounded:
    """Eight-bit form of a matrix, with one scale for all weights along `axis`.

    >>> rounded(np.array([[1.27, -0.64], [0.0, 10.0]], np.float32), axis=1).numbers.tolist()
    [[127, -64], [0, 127]]
    """
    scales = np.maximum(np.abs(weights).max(axis=axis), 1e-8) / _LARGEST
    numbers = np.rint(weights / np.expand_dims(scales, axis))
    return Rounded(numbers.astype(np.int8), scales.astype(np.float32))


def packed(weights: Floats) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """Four-bit form of a table: rows of bytes with two numbers each, the first in the low bits, and a scale a block.

    >>> numbers, scales = packed(np.linspace(-8, 7, 32, dtype=np.float32)[None])
    >>> numbers.shape, scales.tolist()
    ((1, 16), [[1.0]])
    """
    blocks = weights.reshape(len(weights), -1, BLOCK)
    furthest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[..., None], axis=2)[..., 0]
    scales = (furthest / _LOWEST).astype(np.float16)
    steps = np.where(scales == 0, 1, scales).astype(np.float32)
    numbers = np.clip(np.rint(blocks / steps[..., None]), _LOWEST, _HIGHEST).astype(np.int8)
    bits = numbers.reshape(len(weights), -1).astype(np.uint8) & 15
    return bits[:, ::2] | bits[:, 1::2] << 4, scales


def unpacked(numbers: NDArray[np.uint8], scales: NDArray[np.float16]) -> Floats:
    """The table whose four-bit form this is.

    >>> unpacked(*packed(np.array([[0.5] * 31 + [-4.0]], np.float32))).tolist() == [[0.5] * 31 + [-4.0]]
    True
    """
    bits = np.stack([numbers & 15, numbers >> 4], axis=2).reshape(len(numbers), -1, BLOCK).astype(np.float32)
    signed = np.where(bits > _HIGHEST, bits - 16, bits)
    return np.asarray(signed * scales[..., None], np.float32).reshape(len(numbers), -1)
