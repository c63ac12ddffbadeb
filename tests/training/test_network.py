"""The network in PyTorch and the graph that ships give the same scores."""

from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training's dependencies are not installed")
pytest.importorskip("onnx", reason="training's dependencies are not installed")

from pipeline.encoder.model import FOLDER, Model  # noqa: E402
from pipeline.encoder.subwords import END, START  # noqa: E402
from pipeline.encoder.windows import BREAK, Unit, windows  # noqa: E402
from training.batches import Batch  # noqa: E402
from training.checkpoints import loaded, saved  # noqa: E402
from training.course import label_loss  # noqa: E402
from training.distil import compared_layers, distillation_loss, shown_by  # noqa: E402
from training.graph import built, product  # noqa: E402
from training.model import Network, Noise, Sizes, student  # noqa: E402

BATCH = Batch(
    ids=np.arange(4, 14)[None],
    first=np.array([[0, 1, 3, 9]]),
    last=np.array([[0, 2, 3, 9]]),
    words=np.array([1, 2]),
    labels=np.zeros((2, 4), np.int64),
)
OUTPUTS = {"entity": 5, "pos": 4, "features": 3, "lemma": 9}
SIZES = Sizes(pieces=50, hidden=24, layers=3, heads=2, feed_forward=48, positions=32, outputs=OUTPUTS)


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(1)
    return Network(SIZES)


@pytest.mark.parametrize("word_layers", [0, 2])
@pytest.mark.parametrize(("eight_bit", "tolerance"), [(False, 1e-5), (True, 0.05)])
def test_the_graph_gives_the_network_s_scores(
    network: Network, tmp_path: Path, word_layers: int, eight_bit: bool, tolerance: float
) -> None:
    network = student(network, [0, 1, 2], word_layers).float()
    weights = {name: values.numpy() for name, values in network.state_dict().items()}
    graph = built(weights, network.sizes, 16, eight_bit=eight_bit)
    (tmp_path / "encoder.onnx").write_bytes(graph.SerializeToString())
    for name in ("tokenizer.json", "labels.json"):
        copyfile(FOLDER / name, tmp_path / name)
    units = [Unit((5, 6)), BREAK, Unit((7,), ends_sentence=True)]
    found = next(Model(tmp_path).scores(windows(units), threads=1))
    batch = Batch(
        ids=np.array([[START, 5, 6, END, 7, END]]),
        first=np.array([[0, 1, 3, 4, 5]]),
        last=np.array([[0, 2, 3, 4, 5]]),
        words=np.array([1, 3]),
        labels=np.zeros((2, 4), np.int64),
    )
    with torch.no_grad():
        expected = network(batch.inputs())
    for own, right in zip(found, expected.values(), strict=True):
        assert np.abs(own - right.numpy()).max() < tolerance


def test_a_student_starts_from_its_teacher_s_layers(network: Network) -> None:
    small = student(network, [0, 2])
    assert len(small.layers) == 2
    assert torch.equal(small.layers[1].fi.weight.float(), network.layers[2].fi.weight.bfloat16().float())


def test_a_kept_network_is_the_same(network: Network, tmp_path: Path) -> None:
    saved(network, tmp_path / "network.pt")
    again = loaded(tmp_path / "network.pt")
    assert again.sizes == SIZES
    assert all(torch.equal(values, again.state_dict()[name]) for name, values in network.state_dict().items())


def test_a_student_that_is_its_teacher_has_nothing_to_learn_from_it(network: Network) -> None:
    same = student(network, [0, 1, 2])
    lesson = next(shown_by([same], [BATCH], same))
    assert compared_layers(3) == [0, 1, 2]

    def learnt(own: Network) -> float:
        """The loss beside the labels' part of it."""
        with torch.no_grad():
            labelled = label_loss(own(BATCH.inputs()), BATCH)
            return float(distillation_loss(own, lesson, Noise(0.0)) - 0.3 * labelled)

    assert learnt(same) == pytest.approx(0, abs=0.01)
    assert learnt(student(network, [2, 1, 0])) > 0.05


def test_padding_changes_nothing_where_the_last_layers_read_words(network: Network) -> None:
    mixed = student(network, [0, 1, 2], word_layers=2).float()
    wide = Batch(
        np.pad(BATCH.ids, ((0, 0), (0, 3)), constant_values=1),
        np.pad(BATCH.first, ((0, 0), (0, 2)), constant_values=1),
        np.pad(BATCH.last, ((0, 0), (0, 2))),
        BATCH.words,
        BATCH.labels,
    )
    with torch.no_grad():
        for plain, padded in zip(mixed(BATCH.inputs()).values(), mixed(wide.inputs()).values(), strict=True):
            assert torch.allclose(plain, padded, atol=1e-5)


def test_the_product_that_ships_is_the_one_built() -> None:
    assert (FOLDER / "product.onnx").read_bytes() == product().SerializeToString()
