"""Find out how the processor at hand adds up products of eight-bit numbers."""

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

_PRODUCT = Path(__file__).parent / "product.onnx"  # made by training.graph: a row's sum, 127 times, in eight bits
_ROW = np.ones((1, 64), np.float32)
_RIGHT, _NEAR = 64 * 127, 1.0


@cache
def overflows() -> bool:
    """Whether it adds pairs of such products in sixteen bits, which the largest do not fit in: AVX2 without VNNI.

    Found out by a product that would come out wrong, as there is no other way to ask on every system.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(_PRODUCT), options, providers=["CPUExecutionProvider"])
    (sums,) = session.run(None, {"row": _ROW})
    return bool(abs(sums - _RIGHT).max() > _NEAR)
