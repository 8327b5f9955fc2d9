"""From an ideal wild scene to what a cheap camera would have made of it."""

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_noise import Field, smooth_noise, smooth_step, soften


def light_unevenly(rng: np.random.Generator, scene: Field) -> Field:
    """Multiply in what the room does: a gradient, a lamp's pool, hard-edged shade, window bars."""
    height, width = scene.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    turn = rng.uniform(0, 2 * np.pi)
    along = ((x / width - 0.5) * np.cos(turn) + (y / height - 0.5) * np.sin(turn)).astype(
        np.float32
    )
    lit = 1 + rng.uniform(0, 0.6) * along
    if rng.random() < 0.3:
        far = np.hypot(x / width - rng.uniform(0, 1), y / height - rng.uniform(0, 1))
        lit = lit * (1 + rng.uniform(0.1, 0.7) * (np.exp(-far * 4) - 0.3))
    if rng.random() < 0.25:  # somebody stands in the sun, with a straight or a wavy edge
        edge = along + rng.uniform(0, 0.1) * smooth_noise(rng, (height, width), 60)
        dark = smooth_step(edge.astype(np.float32), rng.uniform(-0.4, 0.4), rng.uniform(0.005, 0.1))
        lit = lit * (1 - rng.uniform(0.2, 0.7) * dark)
    if rng.random() < 0.05:
        bars = smooth_step(np.sin(along * rng.uniform(15, 60)).astype(np.float32), 0.0, 0.3)
        lit = lit * (1 - rng.uniform(0.1, 0.5) * bars)
    uneven: Field = scene * np.clip(lit, 0.1, 2.0)[..., None]
    return uneven.astype(np.float32)


def tilt(
    rng: np.random.Generator, scene: Field, labels: NDArray[np.uint8], strength: float
) -> tuple[Field, NDArray[np.uint8]]:
    """See the scene from lower down: the near side grows beyond the frame, labels with it."""
    height, width = labels.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    # corners only move outwards, so that no pixel is left without a scene behind it
    outwards = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32)
    spread = np.abs(rng.normal(0, 0.03, (4, 2))) * width
    spread[2:, 0] += strength * width * 0.7
    target = corners + outwards * spread.astype(np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target.astype(np.float32))
    seen = cv2.warpPerspective(scene, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    marks = cv2.warpPerspective(labels, matrix, (width, height), flags=cv2.INTER_NEAREST)
    return seen.astype(np.float32), marks.astype(np.uint8)


def photograph(rng: np.random.Generator, scene: Field) -> NDArray[np.uint8]:
    """Exposure, white balance, contrast, blur, noise, sharpening: (h, w, 3) uint8 BGR."""
    balance = np.exp(rng.normal(0, 0.12, 3)) * np.exp(rng.normal(0.12, 0.28))
    seen = np.clip(scene * balance.astype(np.float32), 0, 1.3)
    seen = np.clip(seen, 0, 1) ** np.float32(np.exp(rng.normal(-0.12, 0.25)))
    grey = seen.mean(axis=2, keepdims=True)
    seen = grey + (seen - grey) * rng.uniform(0.3, 1.5)
    if rng.random() < 0.03:
        seen = np.broadcast_to(grey, seen.shape)
    seen = _blurred(rng, seen.astype(np.float32))
    noise = rng.standard_normal(seen.shape, dtype=np.float32)
    if rng.random() < 0.5:
        noise = soften(noise, rng.uniform(0.4, 1.0))
    seen = seen + noise * rng.uniform(0, 0.035) * np.sqrt(np.clip(seen, 0.02, 1))
    seen = (seen - 0.5) * rng.uniform(0.75, 1.3) + 0.5 + rng.normal(0, 0.03)
    if rng.random() < 0.3:
        blurred = soften(np.asarray(seen, np.float32), 1.2)
        seen = seen + np.asarray(rng.uniform(0.2, 1.0) * (seen - blurred), np.float32)
    return np.clip(seen * 255, 0, 255).astype(np.uint8)


def _blurred(rng: np.random.Generator, seen: Field) -> Field:
    kind = rng.random()
    if kind < 0.45:
        return soften(seen, rng.uniform(0.3, 1.0))
    if kind < 0.55:
        return soften(seen, rng.uniform(1.0, 2.5))
    if kind < 0.62:  # a moving tray
        length = int(rng.integers(3, 8))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, int(rng.integers(length))), (length - 1, length // 2), 1.0)
        return cv2.filter2D(seen, -1, kernel / kernel.sum()).astype(np.float32)
    return seen


def compress(rng: np.random.Generator, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """JPEG bytes, (n,) uint8, at a quality a webcam may choose."""
    quality = int(rng.uniform(35, 96))
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return data.astype(np.uint8)
