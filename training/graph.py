"""Build the ONNX graphs of a trained network, its large matrices in eight bits or as they are.

There are two: the trunk, which several networks can share, and the top, which goes on from the trunk's states.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.model import Sizes
from training.quantise import Floats, rounded

_CONTRIB = "com.microsoft"  # onnxruntime's own operators, which do in one step what takes plain ONNX several
_OPSETS = [helper.make_opsetid("", 20), helper.make_opsetid(_CONTRIB, 1)]
_FORMAT = 10
_MANY = 100  # labels: a task with more has its outputs in eight bits, as the layers have theirs


class _Graph:
    """Nodes and weights put together one after the other."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, values: NDArray[np.generic]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, operator: str, *inputs: str, name: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, domain=domain, **attributes))
        return name


def trunk(
    weights: Mapping[str, Floats], sizes: Sizes, layers: int, positions: int, *, eight_bit: bool
) -> onnx.ModelProto:
    """Model from `ids` (1, pieces), the pieces of one window, to their `states` (1, pieces, hidden) after some layers."""
    graph = _Graph()
    states = _embedded(graph, weights, positions, eight_bit=eight_bit)
    for layer in range(layers):
        states = _layer(graph, weights, f"layers.{layer}", states, sizes.heads, eight_bit=eight_bit)
    graph.node("Identity", states, name="states")
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"])
    return _model(graph, [ids], [_states(sizes)])


def top(weights: Mapping[str, Floats], sizes: Sizes, layers: int, *, eight_bit: bool) -> onnx.ModelProto:
    """Model from the `states` of one window's pieces after so many layers to the scores of each task for its words.

    Other inputs: `first` and `last` (words) as places among the pieces. Where the last layers read words, `starts` and
    `ends` (units) as places among the pieces, and `words` as places among the units, stand for `first`.
    """
    graph, tasks = _Graph(), tuple(sizes.outputs)
    states = pieces = "states"
    for layer in range(layers, sizes.layers):
        if layer == sizes.layers - sizes.word_layers:
            pieces, states = states, _joined(graph, states)
        states = _layer(graph, weights, f"layers.{layer}", states, sizes.heads, eight_bit=eight_bit)
    if not sizes.word_layers:
        pieces = states
    axis = graph.weight("axis0", np.array([0], np.int64))
    flat = graph.node("Squeeze", states, axis, name="flat")
    first = graph.node("Gather", flat, "words" if sizes.word_layers else "first", name="first_states", axis=0)
    tails = graph.node("Squeeze", pieces, axis, name="flat_pieces") if sizes.word_layers else flat
    last = graph.node("Gather", tails, "last", name="last_states", axis=0)
    both = graph.node("Concat", first, last, name="both_states", axis=1)
    for task, labels in sizes.outputs.items():
        scores = _linear(
            graph,
            weights,
            f"outputs.{task}",
            first if task == tasks[0] else both,
            eight_bit=eight_bit and labels > _MANY,
        )
        graph.node("Identity", scores, name=task)
    places = ("starts", "ends", "words", "last") if sizes.word_layers else ("first", "last")
    inputs = [_states(sizes)]
    for name in places:
        size = "units" if name in {"starts", "ends"} else "words"
        inputs.append(helper.make_tensor_value_info(name, TensorProto.INT64, [size]))
    outputs = [helper.make_tensor_value_info(task, TensorProto.FLOAT, ["words", None]) for task in tasks]
    return _model(graph, inputs, outputs)


def product() -> onnx.ModelProto:
    """Model from a `row` of 64 numbers to the sums of their 127 times, by eight-bit products that are as large as can be."""
    graph = _Graph()
    numbers = graph.weight("numbers", np.full((64, 32), 127, np.int8))
    scales = graph.weight("scales", np.ones(32, np.float32))
    graph.node("DynamicQuantizeMatMul", "row", numbers, scales, name="sums", domain=_CONTRIB)
    row = helper.make_tensor_value_info("row", TensorProto.FLOAT, [1, 64])
    return _model(graph, [row], [helper.make_tensor_value_info("sums", TensorProto.FLOAT, [1, 32])])


def _states(sizes: Sizes) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info("states", TensorProto.FLOAT, [1, "pieces", sizes.hidden])


def _joined(graph: _Graph, states: str) -> str:
    """States of units: the means of their pieces' states."""
    one, axis = graph.weight("one", np.array(1, np.int64)), graph.weight("columns", np.array([1], np.int64))
    start = graph.node("Unsqueeze", "starts", axis, name="unit_starts")
    end = graph.node("Unsqueeze", "ends", axis, name="unit_ends")
    length = graph.node("Squeeze", graph.node("Shape", states, name="pieces", start=1, end=2), name="piece_count")
    places = graph.node("Range", graph.weight("zero", np.array(0, np.int64)), length, one, name="piece_places")
    behind = graph.node("GreaterOrEqual", places, start, name="from_start")
    before = graph.node("LessOrEqual", places, end, name="to_end")
    own = graph.node("Cast", graph.node("And", behind, before, name="own"), name="own_share", to=TensorProto.FLOAT)
    past = graph.node("Add", graph.node("Sub", end, start, name="reach"), one, name="unit_pieces")
    shares = graph.node("Div", own, graph.node("Cast", past, name="divisor", to=TensorProto.FLOAT), name="means")
    return graph.node("MatMul", shares, states, name="units")


def _embedded(graph: _Graph, weights: Mapping[str, Floats], positions: int, *, eight_bit: bool) -> str:
    if eight_bit:
        table = rounded(weights["word.weight"], axis=1)
        numbers = graph.node("Gather", graph.weight("word", table.numbers), "ids", name="word_numbers", axis=0)
        floats = graph.node("Cast", numbers, name="word_floats", to=TensorProto.FLOAT)
        scales = graph.node("Gather", graph.weight("word_scales", table.scales[:, None]), "ids", name="scales", axis=0)
        words = graph.node("Mul", floats, scales, name="piece_floats")
    else:
        words = graph.node("Gather", graph.weight("word", weights["word.weight"]), "ids", name="piece_floats", axis=0)
    places = graph.weight("position", weights["position.weight"][None, :positions])
    shape = graph.node("Shape", "ids", name="length", start=1, end=2)
    start, axis = graph.weight("start", np.array([0], np.int64)), graph.weight("axis1", np.array([1], np.int64))
    used = graph.node("Slice", places, start, shape, axis, name="used_positions")
    total = graph.node("Add", words, used, name="embedded")
    return _normalised(graph, weights, "ln", total)


def _layer(graph: _Graph, weights: Mapping[str, Floats], at: str, states: str, heads: int, *, eight_bit: bool) -> str:
    joint = _linear(graph, weights, f"{at}.qkv", states, eight_bit=eight_bit)
    mixed = _attention(graph, at, joint, heads, weights[f"{at}.ao.weight"].shape[0])
    attended = _linear(graph, weights, f"{at}.ao", mixed, eight_bit=eight_bit)
    states = _normalised(graph, weights, f"{at}.aln", attended, states)
    wide = _linear(graph, weights, f"{at}.fi", states, eight_bit=eight_bit)
    bent = graph.node("Gelu", wide, name=f"{at}.gelu", domain=_CONTRIB)
    narrow = _linear(graph, weights, f"{at}.fo", bent, eight_bit=eight_bit)
    return _normalised(graph, weights, f"{at}.oln", narrow, states)


def _attention(graph: _Graph, at: str, joint: str, heads: int, hidden: int) -> str:
    """Mix the values by attention; `joint` holds queries, keys and values side by side."""
    parts = [f"{at}.{part}" for part in ("query", "key", "value")]
    by_head = graph.weight(f"{at}.by_head", np.array([-1, 3, heads, hidden // heads], np.int64))
    rows = graph.node("Reshape", joint, by_head, name=f"{at}.rows")
    turned = graph.node("Transpose", rows, name=f"{at}.turned", perm=[1, 2, 0, 3])
    graph.nodes.append(helper.make_node("Split", [turned], parts, name=f"{at}.split", axis=0, num_outputs=3))
    query, key, value = parts
    scale = float((hidden // heads) ** -0.5)
    likeness = graph.node("FusedMatMul", query, key, name=f"{at}.likeness", domain=_CONTRIB, transB=1, alpha=scale)
    shares = graph.node("Softmax", likeness, name=f"{at}.shares", axis=-1)
    mixed = graph.node("MatMul", shares, value, name=f"{at}.mixed")
    back = graph.node("Transpose", mixed, name=f"{at}.back", perm=[0, 2, 1, 3])
    whole = graph.weight(f"{at}.whole", np.array([1, -1, hidden], np.int64))
    return graph.node("Reshape", back, whole, name=f"{at}.attended")


def _linear(graph: _Graph, weights: Mapping[str, Floats], at: str, states: str, *, eight_bit: bool) -> str:
    matrix, bias = weights[f"{at}.weight"].T, graph.weight(f"{at}.bias", weights[f"{at}.bias"])
    if not eight_bit:
        product = graph.node("MatMul", states, graph.weight(f"{at}.weight", matrix), name=f"{at}.product")
        return graph.node("Add", product, bias, name=f"{at}.out")
    table = rounded(np.asarray(matrix), axis=0)
    numbers = graph.weight(f"{at}.weight", table.numbers)
    scales = graph.weight(f"{at}.scales", table.scales)
    return graph.node("DynamicQuantizeMatMul", states, numbers, scales, "", bias, name=f"{at}.out", domain=_CONTRIB)


def _normalised(graph: _Graph, weights: Mapping[str, Floats], at: str, states: str, skipped: str = "") -> str:
    gamma = graph.weight(f"{at}.weight", weights[f"{at}.weight"])
    beta = graph.weight(f"{at}.bias", weights[f"{at}.bias"])
    if skipped:
        states = graph.node("Add", states, skipped, name=f"{at}.sum")
    return graph.node("LayerNormalization", states, gamma, beta, name=f"{at}.out", epsilon=1e-12)


def _model(
    graph: _Graph, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]
) -> onnx.ModelProto:
    whole = helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.weights)
    model = helper.make_model(whole, opset_imports=_OPSETS, producer_name="utdrag")
    model.ir_version = _FORMAT
    return model
