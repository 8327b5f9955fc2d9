"""A cheap USB camera: lens, exposure, white balance, sharpening, noise, JPEG."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.colour import F32, kelvin
from breadpos.simulation.noise import value_noise

_LEVELS = 4096


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera with its mistakes.

    Attributes:
        distortion: barrel distortion, as wide lenses have it; 0 is none.
        vignette: how much darker the corners are, 0..1.
        exposure: brightness of a white sheet, 1 just clips.
        gains: white balance, BGR.
        contrast: strength of the tone curve, 0..1.
        saturation: 1 is true.
        blur_px: focus, sigma in pixels at 1280 wide.
        sharpening: strength of the edge halo cheap cameras add.
        noise: standard deviation in 8-bit steps in mid grey.
        quality: JPEG 1..100.
    """

    distortion: float
    vignette: float
    exposure: float
    gains: tuple[float, float, float]
    contrast: float
    saturation: float
    blur_px: float
    sharpening: float
    noise: float
    quality: int


def draw_camera(rng: np.random.Generator, temperature_k: float) -> Camera:
    """A camera whose automatic white balance nearly corrects a lamp of that temperature."""
    corrected = float(rng.uniform(0.65, 1.0))
    gains = 1.0 / kelvin(temperature_k) ** corrected
    gains = gains * np.exp(rng.normal(0.0, 0.03, 3))
    gains /= gains[1]
    return Camera(
        distortion=float(rng.uniform(0.0, 0.07)),
        vignette=float(rng.uniform(0.05, 0.3)),
        exposure=float(rng.uniform(0.7, 1.02)),
        gains=(float(gains[0]), 1.0, float(gains[2])),
        contrast=float(rng.uniform(0.05, 0.4)),
        saturation=float(rng.uniform(0.88, 1.2)),
        blur_px=float(rng.uniform(0.55, 1.1)),
        sharpening=float(rng.uniform(0.2, 0.9)),
        noise=float(rng.uniform(1.0, 3.5)),
        quality=int(rng.integers(80, 96)),
    )


def lens_maps(camera: Camera, size: tuple[int, int]) -> tuple[F32, F32]:
    """For each pixel of the picture, where in the undistorted scene it looks (x, y)."""
    width, height = size
    xs = (np.arange(width, dtype=np.float32) - width / 2) / np.float32(width / 2)
    ys = (np.arange(height, dtype=np.float32) - height / 2) / np.float32(width / 2)
    x, y = np.meshgrid(xs, ys)
    # scaled so that the corner of the picture stays the corner: no black borders
    corner = 1.0 + camera.distortion * (1.0 + (height / width) ** 2)
    bend = (1.0 + camera.distortion * (x * x + y * y)) / np.float32(corner)
    map_x = x * bend * np.float32(width / 2) + np.float32(width / 2)
    map_y = y * bend * np.float32(width / 2) + np.float32(height / 2)
    return np.asarray(map_x, np.float32), np.asarray(map_y, np.float32)


def develop(radiance: F32, camera: Camera) -> NDArray[np.uint8]:
    """The picture of a radiance without noise: exposed, balanced, curved, sharpened; BGR uint8."""
    height, width = radiance.shape[:2]
    blurred = cv2.GaussianBlur(radiance, (0, 0), max(0.35, camera.blur_px * width / 1280))
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * np.float32(height / width)
    columns = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    corners = 1.0 - np.float32(camera.vignette) * (rows * rows + columns * columns) / 1.6
    exposed = blurred * (corners * np.float32(camera.exposure))[..., None]
    exposed *= np.array(camera.gains, np.float32)
    if camera.saturation != 1.0:
        grey = cv2.cvtColor(exposed, cv2.COLOR_BGR2GRAY)[..., None]
        exposed = grey + (exposed - grey) * np.float32(camera.saturation)
    index = np.clip(exposed * np.float32(_LEVELS / 1.25), 0, _LEVELS - 1).astype(np.uint16)
    picture = _tone_curve(camera)[index]
    halo = cv2.GaussianBlur(picture, (0, 0), 1.3)
    sharpened = cv2.addWeighted(picture, 1 + camera.sharpening, halo, -camera.sharpening, 0.0)
    return np.asarray(sharpened, np.uint8)


def grain(shape: tuple[int, int], camera: Camera, rng: np.random.Generator) -> NDArray[np.int16]:
    """(H, W, 3) sensor noise as the camera leaves it: mostly fine, partly smeared."""
    fine = rng.standard_normal((*shape, 1), dtype=np.float32)
    chroma = np.dstack([value_noise(shape, 2.5, rng) for _ in range(3)])
    noise = np.float32(camera.noise) * (0.8 * fine + 1.1 * chroma)
    return np.asarray(np.rint(noise), np.int16)


def expose(picture: NDArray[np.uint8], noise: NDArray[np.int16]) -> NDArray[np.uint8]:
    """A frame: the noise-free picture with sensor noise on it."""
    return np.asarray(cv2.add(picture, noise, dtype=cv2.CV_8U), np.uint8)


def compress(picture: NDArray[np.uint8], camera: Camera) -> NDArray[np.uint8]:
    """The picture after the camera's JPEG."""
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, camera.quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def _tone_curve(camera: Camera) -> NDArray[np.uint8]:
    """8-bit answer to 4096 exposures up to 1.25: sRGB, an S for contrast, soft highlights."""
    exposure = np.arange(_LEVELS) * 1.25 / _LEVELS
    rolled = np.where(exposure > 0.7, 0.7 + 0.3 * np.tanh((exposure - 0.7) / 0.3), exposure)
    srgb = np.where(rolled <= 0.0031308, rolled * 12.92, 1.055 * rolled ** (1 / 2.4) - 0.055)
    curved = srgb * srgb * (3 - 2 * srgb)
    mixed = srgb + camera.contrast * (curved - srgb)
    return np.asarray(np.clip(np.rint(mixed * 255), 0, 255), np.uint8)
