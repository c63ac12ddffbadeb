"""The network in PyTorch and the graph that ships give the same scores."""

from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training's dependencies are not installed")
pytest.importorskip("onnx", reason="training's dependencies are not installed")

from pipeline.encoder.model import FOLDER, Model  # noqa: E402
from pipeline.encoder.setting import Setting  # noqa: E402
from pipeline.encoder.subwords import END, START  # noqa: E402
from pipeline.encoder.windows import BREAK, Unit, windows  # noqa: E402
from training.batches import Batch  # noqa: E402
from training.checkpoints import loaded, saved  # noqa: E402
from training.course import label_loss  # noqa: E402
from training.distil import compared_layers, distillation_loss, shown_by, stays  # noqa: E402
from training.export import export  # noqa: E402
from training.graph import product  # noqa: E402
from training.model import Network, Noise, Sizes, student  # noqa: E402
from training.unpack import unpack  # noqa: E402

BATCH = Batch(
    ids=np.arange(4, 14)[None],
    first=np.array([[0, 1, 3, 9]]),
    last=np.array([[0, 2, 3, 9]]),
    words=np.array([1, 2]),
    labels=np.zeros((2, 4), np.int64),
)
OUTPUTS = {"entity": 5, "pos": 4, "features": 3, "lemma": 120}
SIZES = Sizes(pieces=50, hidden=32, layers=3, heads=2, feed_forward=48, positions=32, outputs=OUTPUTS)


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(1)
    return Network(SIZES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for checkpoints, with a tokenizer and labels."""
    for name in ("tokenizer.json", "labels.json"):
        copyfile(FOLDER / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("word_layers", [0, 1, 2])
@pytest.mark.parametrize("setting", [*Setting])
@pytest.mark.parametrize(("eight_bit", "tolerance"), [(False, 1e-5), (True, 0.05)])
def test_the_graphs_give_the_network_s_scores(
    network: Network, folder: Path, word_layers: int, setting: Setting, eight_bit: bool, tolerance: float
) -> None:
    network = student(network, [0, 1, 2], word_layers)
    saved(network, folder / "network.pt")
    export(folder / "network.pt", folder / "out", setting, 1, eight_bit=eight_bit)
    units = [Unit((5, 6)), BREAK, Unit((7,), ends_sentence=True)]
    found = next(Model(folder / "out", setting).scores(windows(units), threads=1))
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
    assert torch.equal(small.layers[1].fi.weight, network.layers[2].fi.weight)


def test_a_kept_network_is_the_same(network: Network, tmp_path: Path) -> None:
    saved(network, tmp_path / "network.pt")
    again = loaded(tmp_path / "network.pt")
    assert again.sizes == SIZES
    assert all(torch.equal(values, again.state_dict()[name]) for name, values in network.state_dict().items())


def test_states_that_are_known_are_gone_on_from(network: Network) -> None:
    inputs, mixed = BATCH.inputs(), student(network, [0, 1, 2], word_layers=1)
    with torch.no_grad():
        whole = mixed.states(inputs)
        rest = mixed.states(inputs, known={1: whole[1]})
        moved = mixed.states(inputs, known={1: whole[1] + 1})
    assert [*rest] == [1, 2]
    assert torch.equal(rest[2], whole[2])
    assert not torch.equal(moved[2], whole[2])


@pytest.mark.parametrize("frozen", [0, 1])
def test_a_student_that_is_its_teacher_has_nothing_to_learn_from_it(network: Network, frozen: int) -> None:
    same = student(network, [0, 1, 2])
    lesson = next(shown_by([same], [BATCH], same, frozen))
    assert [*lesson.shown.states] == compared_layers(3, frozen)

    def learnt(own: Network) -> float:
        """The loss beside the labels' part of it."""
        with torch.no_grad():
            labelled = label_loss(own(BATCH.inputs()), BATCH)
            return float(distillation_loss(own, lesson, Noise(0.0)) - 0.3 * labelled)

    assert learnt(same) == pytest.approx(0, abs=0.01)
    assert learnt(student(network, [0, 0, 1])) > 0.05


def test_layers_that_stay_are_not_learnt(network: Network) -> None:
    small = student(network, [0, 2], word_layers=1)
    lesson = next(shown_by([network], [BATCH], small, 1))
    distillation_loss(small, lesson, Noise(0.1)).backward()
    still = {name for name, own in small.named_parameters() if own.grad is None}
    assert still == {name for name, _ in small.named_parameters() if stays(name, 1)}
    assert {"word.weight", "position.weight", "ln.bias", "layers.0.fi.weight"} < still


def test_settings_share_a_trunk_and_no_other(network: Network, folder: Path) -> None:
    saved(network, folder / "network.pt")
    saved(student(network, [0, 2], word_layers=1), folder / "small.pt")
    saved(student(network, [1, 2], word_layers=1), folder / "other.pt")
    export(folder / "network.pt", folder / "out", Setting.ACCURATE, 1, eight_bit=True)
    export(folder / "small.pt", folder / "out", Setting.FAST, 1, eight_bit=True)
    with pytest.raises(ValueError, match=r"the first 1 layers of .*other\.pt are not those of .*trunk\.onnx"):
        export(folder / "other.pt", folder / "out", Setting.FAST, 1, eight_bit=True)
    with pytest.raises(ValueError, match=r"only the first 1 layers of .*small\.pt read pieces"):
        export(folder / "small.pt", folder / "out", Setting.FAST, 2, eight_bit=True)


@pytest.mark.parametrize("word_layers", [0, 2])
def test_what_ships_is_unpacked_to_itself(network: Network, folder: Path, word_layers: int) -> None:
    saved(student(network, [0, 1, 2], word_layers), folder / "network.pt")
    export(folder / "network.pt", folder / "out", Setting.FAST, 1, eight_bit=True)
    before = {part: (folder / "out" / f"{part}.onnx").read_bytes() for part in ("trunk", "fast")}
    unpack(folder / "out", Setting.FAST, folder / "again")
    assert loaded(folder / "again" / "shipped.pt").sizes == replace(SIZES, word_layers=word_layers, positions=32)
    export(folder / "again" / "shipped.pt", folder / "back", Setting.FAST, 1, eight_bit=True)
    assert {part: (folder / "back" / f"{part}.onnx").read_bytes() for part in before} == before


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
