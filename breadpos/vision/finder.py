"""Finds every item on a picture of a tray, whatever it is: the learned finder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from breadpos.domain.errors import RecogniserDamaged
from breadpos.vision.finder_decode import DecodeThresholds, Region, decode
from breadpos.vision.finder_graph import folded_finder
from breadpos.vision.finder_maps import BOX_UNIT_PX, MAP_STRIDE, MULTIPLE_PX
from breadpos.vision.graph_engine import DEFAULT_THREADS, run_graph
from breadpos.vision.preprocess import normalise
from breadpos.vision.stages import OnStage, Stage, unwatched

FORMAT = "breadpos-finder-1"

_INPUT_AREA_PX = 320 * 240
"""Pixels a picture is scaled to, whatever its shape; larger ones found fewer."""
_LONGEST_SHAPE = 3.0
"""A longer strip than this is squeezed; no camera sends one."""


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One item found on a frame.

    Attributes:
        mask: (h, w) bool of the box: the item's visible pixels, holes closed.
        box: left, top, width, height, pixels of the frame given.
        score: 0 to 1 that it is an item.
        cut: the item reaches the frame's edge, so a part of it may be missing.
    """

    mask: NDArray[np.bool_]
    box: tuple[int, int, int, int]
    score: float
    cut: bool


Look = Callable[[NDArray[np.uint8]], tuple[NDArray[np.float32], NDArray[np.float32]]]
"""A picture at the network's size, (h, w, 3) BGR, to (3, h / 2, w / 2) probabilities and
(4, h / 4, w / 4) sides in units of BOX_UNIT_PX."""


class Finder:
    """A finder network with its weights, ready to look."""

    def __init__(self, look: Look, thresholds: DecodeThresholds | None = None) -> None:
        self._look = look
        self._thresholds = thresholds or DecodeThresholds()

    @classmethod
    def load(cls, path: Path, *, device: str = "cpu", threads: int | None = None) -> "Finder":
        """Read the weights that `train_finder` wrote.

        Args:
            path: the weights; the network's ONNX graph is looked for beside them (`.onnx`).
            device: a CPU runs the graph, or torch where that is missing; a GPU runs torch.
            threads: CPU threads; None for a default that leaves the window room.

        Raises:
            RecogniserDamaged: a file is missing, cut short, or no finder of this format.
        """
        tensors = _read(path)
        graph = path.with_suffix(".onnx")
        try:
            if device == "cpu" and graph.exists():
                return cls(_graph_look(graph, tensors, threads or DEFAULT_THREADS))
            from breadpos.vision.finder_torch import torch_look  # here: torch takes seconds

            return cls(torch_look(tensors, device, threads or DEFAULT_THREADS))
        except (OSError, ValueError) as error:
            raise RecogniserDamaged(graph, str(error).splitlines()[0]) from error

    def find(self, image_bgr: NDArray[np.uint8], on_stage: OnStage = unwatched) -> list[FoundItem]:
        """Outline every item on a picture.

        Args:
            image_bgr: (h, w, 3) uint8, of any size.
            on_stage: told when the network has looked, and when its maps are decoded.

        Returns:
            The items in reading order: row by row, each from the left.
        """
        frame_size = (image_bgr.shape[1], image_bgr.shape[0])
        size = network_size(*frame_size)
        # area averaging is exact on the way down, but slow and blocky on the way up
        how = cv2.INTER_AREA if frame_size[0] > size[0] else cv2.INTER_LINEAR
        small = np.asarray(cv2.resize(image_bgr, size, interpolation=how), np.uint8)
        maps, sides = self._look(small)
        sides = sides * (BOX_UNIT_PX / MAP_STRIDE)
        on_stage(Stage.FIND)
        regions = decode(maps, sides, self._thresholds)
        scale = (frame_size[0] * MAP_STRIDE / size[0], frame_size[1] * MAP_STRIDE / size[1])
        items = in_reading_order([_on_frame(region, scale, frame_size) for region in regions])
        on_stage(Stage.DECODE)
        return items


def _read(path: Path) -> dict[str, NDArray[np.float32]]:
    try:
        with safe_open(path, framework="np") as file:
            found = (file.metadata() or {}).get("format")
            if found != FORMAT:
                raise RecogniserDamaged(path, f"its format is {found}, not {FORMAT}")
            return {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  (it is no dict)
    except (SafetensorError, OSError) as error:
        raise RecogniserDamaged(path, str(error).splitlines()[0]) from error


def _graph_look(graph: Path, tensors: dict[str, NDArray[np.float32]], threads: int) -> Look:
    run = run_graph(graph, folded_finder(tensors), threads=threads)

    def look(small_bgr: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        maps, sides = run(normalise(small_bgr)[None])
        return maps[0], sides[0]

    return look


def network_size(width: int, height: int) -> tuple[int, int]:
    """Width and height a frame is scaled to: always about as many pixels, shape nearly kept."""
    shape = float(np.clip(width / height, 1 / _LONGEST_SHAPE, _LONGEST_SHAPE))
    wide = (_INPUT_AREA_PX * shape) ** 0.5
    columns = max(round(wide / MULTIPLE_PX), 1)
    rows = max(round(wide / shape / MULTIPLE_PX), 1)
    return columns * MULTIPLE_PX, rows * MULTIPLE_PX


def _on_frame(region: Region, scale: tuple[float, float], frame_size: tuple[int, int]) -> FoundItem:
    """A region of the maps in the frame's pixels, its rim smoothed."""
    left, top, width, height = region.box
    padded = _padded(region, (frame_size[0] / scale[0], frame_size[1] / scale[1]))
    x0, y0 = round((left - 1) * scale[0]), round((top - 1) * scale[1])
    x1, y1 = round((left + width + 1) * scale[0]), round((top + height + 1) * scale[1])
    soft = cv2.resize(padded, (x1 - x0, y1 - y0), interpolation=cv2.INTER_LINEAR)
    rows, columns = slice(max(-y0, 0), frame_size[1] - y0), slice(max(-x0, 0), frame_size[0] - x0)
    solid = soft[rows, columns] > 0.5
    in_x, in_y, wide, high = cv2.boundingRect(solid.astype(np.uint8))
    mask = np.ascontiguousarray(solid[in_y : in_y + high, in_x : in_x + wide])
    box = (max(x0, 0) + in_x, max(y0, 0) + in_y, wide, high)
    return FoundItem(mask, box, region.score, _touches_edge(box, frame_size))


def _padded(region: Region, map_size: tuple[float, float]) -> NDArray[np.float32]:
    """A region's mask with a pixel more on each side: free, or going on over the picture's edge."""
    left, top, width, height = region.box
    padded = np.pad(region.mask.astype(np.float32), 1)
    if left == 0:
        padded[:, 0] = padded[:, 1]
    if top == 0:
        padded[0] = padded[1]
    if left + width >= map_size[0] - 0.5:
        padded[:, -1] = padded[:, -2]
    if top + height >= map_size[1] - 0.5:
        padded[-1] = padded[-2]
    return padded


def _touches_edge(box: tuple[int, int, int, int], frame_size: tuple[int, int]) -> bool:
    left, top, width, height = box
    return (
        left <= 1
        or top <= 1
        or left + width >= frame_size[0] - 1
        or top + height >= frame_size[1] - 1
    )


def in_reading_order(items: list[FoundItem]) -> list[FoundItem]:
    """Rows from the top, each from the left; a row is as high as the usual item."""
    if not items:
        return items
    row_px = max(float(np.median([item.box[3] for item in items])), 1.0)

    def place(item: FoundItem) -> tuple[int, int]:
        left, top, width, height = item.box
        return int((top + height / 2) // row_px), left + width // 2

    return sorted(items, key=place)
