"""Outlines as signed distances (mm, negative inside) and the domes that rise over them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from breadpos.simulation.colour import F32

Point = tuple[float, float]


def rotated(x_mm: F32, y_mm: F32, angle_rad: float) -> tuple[F32, F32]:
    """The coordinates in a frame turned by the angle."""
    # math, not numpy: a float64 scalar would turn whole arrays into float64
    cos, sin = math.cos(angle_rad), math.sin(angle_rad)
    return x_mm * cos + y_mm * sin, y_mm * cos - x_mm * sin


def smoothstep(low: float, high: float, value: F32) -> F32:
    """0 below low, 1 above high, smooth between."""
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), np.float32)


def ellipse(x_mm: F32, y_mm: F32, half_x: float, half_y: float, power: float = 2.0) -> F32:
    """Distance to a (super)ellipse; power 2 is round, 4 a soft square."""
    reach = (np.abs(x_mm / half_x) ** power + np.abs(y_mm / half_y) ** power) ** (1.0 / power)
    return np.asarray((reach - 1.0) * min(half_x, half_y), np.float32)


def box(x_mm: F32, y_mm: F32, half_x: float, half_y: float, radius: float) -> F32:
    """Distance to a rectangle with round corners."""
    dx, dy = np.abs(x_mm) - (half_x - radius), np.abs(y_mm) - (half_y - radius)
    outside = cv2.magnitude(np.maximum(dx, 0.0), np.maximum(dy, 0.0))
    return np.asarray(outside + np.minimum(np.maximum(dx, dy), 0.0) - radius, np.float32)


def spindle(x_mm: F32, y_mm: F32, half_length: float, width_mm: F32) -> F32:
    """Distance to a shape along x that is width_mm (H, W) wide to each side."""
    return np.asarray(np.maximum(np.abs(y_mm) - width_mm, np.abs(x_mm) - half_length), np.float32)


def ring(x_mm: F32, y_mm: F32, radius: float, half_width: float) -> F32:
    """Distance to a ring."""
    return np.asarray(np.abs(np.hypot(x_mm, y_mm) - radius) - half_width, np.float32)


def along(x_mm: F32, y_mm: F32, points_mm: Sequence[Point]) -> tuple[F32, F32, F32]:
    """Where each pixel lies beside a curve.

    Returns:
        Distance to the curve (mm), share of its length 0..1 at the nearest point, and the side,
        signed distance across the curve (mm, positive to the right of the way).
    """
    path = np.asarray(points_mm, np.float32)
    steps = np.hypot(*np.diff(path, axis=0).T)
    starts = np.concatenate([np.zeros(1, np.float32), np.cumsum(steps)])
    best = np.full(x_mm.shape, np.float32(1e9))
    share, side = np.zeros_like(best), np.zeros_like(best)
    for i, length in enumerate(steps):
        ux, uy = (path[i + 1] - path[i]) / length
        px, py = x_mm - path[i, 0], y_mm - path[i, 1]
        t = np.clip(px * ux + py * uy, 0.0, length)
        across = py * ux - px * uy
        distance = np.hypot(px - t * ux, py - t * uy)
        near = distance < best
        best = np.where(near, distance, best)
        share = np.where(near, (starts[i] + t) / starts[-1], share)
        side = np.where(near, np.copysign(distance, across), side)
    return best, np.asarray(share, np.float32), np.asarray(side, np.float32)


def dome(distance_mm: F32, half_width: float, height: float, roundness: float = 2.0) -> F32:
    """Height over an outline: 0 at its edge, steep there, full height half_width inside."""
    inside = np.clip(-distance_mm / half_width, 0.0, 1.0)
    profile = (1.0 - (1.0 - inside) ** roundness) ** (1.0 / roundness)
    return np.asarray(height * profile, np.float32)


def join(first: F32, second: F32, blend_mm: float) -> F32:
    """Union of two outlines, melted together over blend_mm (Quilez' polynomial smooth minimum)."""
    h = np.clip(0.5 + 0.5 * (second - first) / blend_mm, 0.0, 1.0)
    return np.asarray(second + (first - second) * h - blend_mm * h * (1.0 - h), np.float32)
