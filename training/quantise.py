"""Round weights to eight bits, with a scale for each output column or each row."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_LARGEST = 127


@dataclass(frozen=True)
class Rounded:
    """Weights as whole numbers, and what to multiply them by."""

    numbers: NDArray[np.int8]
    scales: Floats

    def restored(self, axis: int) -> Floats:
        """Give the weights that the numbers stand for; the scales run along the other axis than `axis`."""
        return np.asarray(self.numbers * np.expand_dims(self.scales, axis), np.float32)


def rounded(weights: Floats, axis: int) -> Rounded:
    """Eight-bit form of a matrix, with one scale for all weights along `axis`.

    >>> rounded(np.array([[1.27, -0.64], [0.0, 10.0]], np.float32), axis=1).numbers.tolist()
    [[127, -64], [0, 127]]
    """
    scales = np.maximum(np.abs(weights).max(axis=axis), 1e-8) / _LARGEST
    numbers = np.rint(weights / np.expand_dims(scales, axis))
    return Rounded(numbers.astype(np.int8), scales.astype(np.float32))
