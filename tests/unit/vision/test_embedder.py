from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from breadpos.domain.errors import RecogniserDamaged
from breadpos.resources import models_dir
from breadpos.vision.embedder import Embedder
from breadpos.vision.graph_engine import on_onnxruntime
from breadpos.vision.graph_parts import filled
from breadpos.vision.lite0 import fold

WEIGHTS = models_dir() / "efficientnet_lite0.safetensors"
GRAPH = WEIGHTS.with_suffix(".onnx")


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder.load(WEIGHTS, device="cpu", side_px=96, threads=1)


def items(count: int, side: int = 96) -> NDArray[np.float32]:
    """Noise with grey around it, as a cut-out has."""
    squares = np.random.default_rng(1).uniform(-1, 1, (count, 3, side, side)).astype(np.float32)
    squares[:, :, :20] = 0
    squares[:, :, :, -30:] = 0
    return squares


def test_embeddings_have_length_one(embedder: Embedder) -> None:
    embeddings = embedder.embed(items(3))
    assert embeddings.shape == (3, embedder.width)
    assert embeddings.dtype == np.float32
    assert np.linalg.norm(embeddings, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_an_item_embeds_the_same_alone_and_among_others(embedder: Embedder) -> None:
    many = items(20)
    together = embedder.embed(many)
    assert embedder.embed(many[17:18])[0] == pytest.approx(together[17], abs=1e-5)


def test_no_items_give_no_embeddings(embedder: Embedder) -> None:
    assert embedder.embed(items(0)).shape == (0, embedder.width)


def test_a_square_without_an_item_is_no_nan(embedder: Embedder) -> None:
    assert not embedder.embed(np.zeros((1, 3, 96, 96), np.float32)).any()


@pytest.fixture(scope="module")
def by_torch(tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    alone = tmp_path_factory.mktemp("no graph") / WEIGHTS.name
    alone.symlink_to(WEIGHTS)
    return Embedder.load(alone, device="cpu", side_px=96)


def test_torch_and_the_graph_give_the_same_answers(by_torch: Embedder) -> None:
    content = filled(GRAPH.read_bytes(), fold(load_file(WEIGHTS)))
    by_graph = Embedder(lambda squares: on_onnxruntime(content, 1)(squares)[0], 96)
    assert by_graph.embed(items(4)) == pytest.approx(by_torch.embed(items(4)), abs=1e-5)


def test_the_quickest_runtime_turns_an_embedding_by_next_to_nothing(
    embedder: Embedder, by_torch: Embedder
) -> None:
    cosines = (embedder.embed(items(4)) * by_torch.embed(items(4))).sum(axis=1)
    assert cosines.min() > 0.99


@pytest.mark.gpu
def test_the_gpu_gives_the_same_answers(embedder: Embedder) -> None:
    torch = pytest.importorskip("torch")
    if not torch.cuda.is_available():
        pytest.skip("no CUDA device")
    by_gpu = Embedder.load(WEIGHTS, device="cuda", side_px=96)
    assert by_gpu.embed(items(4)) == pytest.approx(embedder.embed(items(4)), abs=2e-3)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    path = tmp_path / "none.safetensors"
    with pytest.raises(RecogniserDamaged, match="No such file") as caught:
        Embedder.load(path)
    assert caught.value.path == path


@pytest.mark.parametrize("content", [b"", b"no weights", WEIGHTS.read_bytes()[:1_000_000]])
def test_damaged_weights_are_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cut.safetensors"
    path.write_bytes(content)
    with pytest.raises(RecogniserDamaged):
        Embedder.load(path)


def test_another_networks_weights_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.safetensors"
    save_file({"fc.weight": np.zeros((3, 3), np.float32)}, path)
    with pytest.raises(RecogniserDamaged, match="conv_stem"):
        Embedder.load(path)


def test_weights_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    tensors = load_file(WEIGHTS)
    tensors["conv_stem.weight"][0, 0, 0, 0] = np.nan
    save_file(tensors, tmp_path / "nan.safetensors")
    with pytest.raises(RecogniserDamaged, match="no number"):
        Embedder.load(tmp_path / "nan.safetensors")


def test_a_damaged_graph_is_named(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS.name).symlink_to(WEIGHTS)
    graph = tmp_path / GRAPH.name
    graph.write_bytes(GRAPH.read_bytes()[:2000])
    with pytest.raises(RecogniserDamaged) as caught:
        Embedder.load(tmp_path / WEIGHTS.name, device="cpu")
    assert caught.value.path == graph
