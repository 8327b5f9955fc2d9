"""Squares in, embeddings out: the network that turns an item's look into a vector."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.errors import RecogniserDamaged
from breadpos.vision.device import pick_device
from breadpos.vision.finder import FoundItem
from breadpos.vision.graph_engine import DEFAULT_THREADS, run_graph
from breadpos.vision.lite0 import PART_WIDTHS, WIDTH, Tensors, fold
from breadpos.vision.sizes import log_size, with_sizes

Engine = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""(N, 3, S, S) squares to (N, WIDTH) features, not yet of length 1."""

DEFAULT_SIDE_PX: Final = 160
"""Half the time of 224, and as right on breads cut out well."""

_TORCH_THREADS = 1
"""Torch with as many threads as cores collapses as soon as another thread is busy."""

_BATCH = 16


class Embedder:
    """EfficientNet-Lite0's last four stages; items that look alike get vectors that lie close.

    Not for two threads at once.

    Attributes:
        side_px: side of the squares `embed` wants.
        view_width_mm: what a frame's width shows at the tray's height; 0 if never measured.
    """

    def __init__(
        self, engine: Engine, side_px: int = DEFAULT_SIDE_PX, view_width_mm: float = 0.0
    ) -> None:
        self.side_px = side_px
        self.view_width_mm = view_width_mm
        self._engine = engine

    @classmethod
    def load(
        cls,
        path: Path,
        *,
        graph: Path | None = None,
        device: str = "auto",
        side_px: int = DEFAULT_SIDE_PX,
        threads: int | None = None,
    ) -> "Embedder":
        """An embedder with the weights of a safetensors file.

        Args:
            path: the weights.
            graph: the network's ONNX graph; looked for beside the weights (`.onnx`) if None.
            device: "cpu" runs the graph, or torch where that is missing;
                "cuda", "mps" and the like run on torch; "auto" takes a GPU where torch has one.
            side_px: side of the squares `embed` will get, a multiple of 32.
            threads: CPU threads; None for a default that leaves the window room.

        Raises:
            RecogniserDamaged: a file is missing, damaged or holds another network.
        """
        folded = _folded(path)
        device = pick_device(device)
        graph = graph or path.with_suffix(".onnx")
        if device == "cpu" and graph.exists():
            return cls(_graph_engine(graph, folded, threads or DEFAULT_THREADS), side_px)
        from breadpos.vision.torch_engine import TorchEngine  # here: importing torch takes seconds

        torch_threads = threads or _TORCH_THREADS if device == "cpu" else None
        return cls(TorchEngine(folded, device, torch_threads), side_px)

    @property
    def width(self) -> int:
        """Numbers in one embedding."""
        return WIDTH

    def sized(
        self, looks: NDArray[np.float32], items: Sequence[FoundItem], frame_width_px: int
    ) -> NDArray[np.float32]:
        """Embeddings (n, D) or (n, r, D) of items on a frame with the items' sizes behind them."""
        sizes = [log_size(item, frame_width_px, self.view_width_mm) for item in items]
        return with_sizes(looks, sizes)

    def embed(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        """Embeddings of prepared squares.

        Args:
            inputs: (N, 3, side_px, side_px) float32 from `preprocess`; N may be 0.

        Returns:
            (N, width) float32, each row of length 1 (a wholly grey square's is 0).
        """
        starts = range(0, len(inputs), _BATCH)
        parts = [_balanced(self._engine(inputs[start : start + _BATCH])) for start in starts]
        return np.concatenate([np.zeros((0, WIDTH), np.float32), *parts])


def _balanced(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each stage's part of the same length, and all together of length 1."""
    parts = np.split(features, np.cumsum(PART_WIDTHS)[:-1], axis=1)
    lengths = [np.maximum(np.linalg.norm(part, axis=1, keepdims=True), 1e-9) for part in parts]
    units = [part / length for part, length in zip(parts, lengths, strict=True)]
    return np.asarray(np.concatenate(units, axis=1) / len(parts) ** 0.5, np.float32)


def _folded(path: Path) -> Tensors:
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        return fold(load(path.read_bytes()))
    except OSError as error:
        raise RecogniserDamaged(path, error.strerror or "cannot be read") from error
    except (SafetensorError, ValueError) as error:
        raise RecogniserDamaged(path, str(error)) from error


def _graph_engine(graph: Path, folded: Tensors, threads: int) -> Engine:
    try:
        run = run_graph(graph, folded, threads=threads)
    except (OSError, ValueError) as error:
        raise RecogniserDamaged(graph, str(error).splitlines()[0]) from error

    def engine(squares: NDArray[np.float32]) -> NDArray[np.float32]:
        (features,) = run(squares)
        return features

    return engine
