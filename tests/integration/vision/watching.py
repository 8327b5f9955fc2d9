"""A simulated counter filmed frame by frame, read by the real networks."""

from collections.abc import Sequence
from typing import Self, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.domain.recognition import Recognition
from breadpos.domain.tray import Tray
from breadpos.resources import assets_dir, models_dir
from breadpos.simulation.scripted_counter import ScriptedCounter
from breadpos.simulation.tray import SimulatedItem
from breadpos.vision.checkpoint import load_recogniser_files
from breadpos.vision.embedder import Embedder
from breadpos.vision.finder import Finder
from breadpos.vision.recogniser import CounterRecogniser, TrayReader

Picture = NDArray[np.uint8]

FRAME_S = 0.2
"""Longer than a scene must lie to be still, so the second frame without motion is read."""


class CountingEmbedder(Embedder):
    """Counts the items it is given."""

    count = 0

    @classmethod
    def shipped(cls) -> Self:
        return cast("Self", cls.load(models_dir() / "efficientnet_lite0.safetensors", device="cpu"))

    def embed(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        self.count += len(inputs)
        return super().embed(inputs)


def shipped_reader(embedder: Embedder) -> TrayReader:
    """The demo's recogniser."""
    naming, _ = load_recogniser_files(assets_dir() / "demo" / "demo")
    return TrayReader(Finder.load(models_dir() / "finder.safetensors"), embedder, naming)


class Watch:
    """What the recogniser and the tray make of one frame after another."""

    def __init__(self, reader: TrayReader, embedder: CountingEmbedder) -> None:
        self._recogniser = CounterRecogniser(reader)
        self._embedder = embedder
        self._frames = 0
        self.tray = Tray()

    def see(self, picture: Picture) -> Recognition:
        """One frame."""
        frame = Frame(picture, self._frames * FRAME_S, self._frames)
        self._frames += 1
        recognition = self._recogniser.recognise(frame)
        self.tray = self.tray.seeing(recognition)
        return recognition

    def settle(self, pictures: Sequence[Picture]) -> Recognition:
        """Several frames of one scene; what the last one said."""
        return [self.see(picture) for picture in pictures][-1]

    def embedded(self) -> int:
        """How many items were embedded since this was last asked."""
        count, self._embedder.count = self._embedder.count, 0
        return count

    @property
    def names(self) -> list[str]:
        """What lies on the tray, sorted."""
        return sorted(str(item.product_id) for item in self.tray.items)


class Stage:
    """One tray on one counter, whose breads can be taken off and put back."""

    def __init__(self, seed: int, slugs: Sequence[str]) -> None:
        self._random = np.random.default_rng(seed)
        self.counter = ScriptedCounter(seed)
        self.bare = self.counter.frame()
        self.counter.place([])
        self._empty = self.counter.frame()
        self.counter.place(slugs)
        truth = self.counter.truth()
        self.full, self.items = truth.pixels_bgr, truth.items

    def frames(self, picture: Picture, count: int = 6) -> list[Picture]:
        """Frames of a picture that lies still: only noise differs."""
        noise = [self._random.normal(0, 1.5, picture.shape) for _ in range(count)]
        return [np.clip(picture + each, 0, 255).astype(np.uint8) for each in noise]

    def without(self, *numbers: int, of: Picture | None = None) -> Picture:
        """The picture with some breads taken off, and their shadows."""
        picture = (self.full if of is None else of).copy()
        for number in numbers:
            place = _with_shadow(self.items[number])
            picture[place] = self._empty[place]
        return picture

    def swapped(self, number: int, other: int) -> Picture:
        """The picture with another bread of it lying where one lay."""
        picture = self.without(number)
        item, source = self.items[number], self.items[other]
        shift = [
            round(item.box[n] + item.box[n + 2] / 2 - source.box[n] - source.box[n + 2] / 2)
            for n in (0, 1)
        ]
        moved = np.asarray(np.roll(self.full, (shift[1], shift[0]), (0, 1)), np.uint8)
        there = np.roll(source.mask, (shift[1], shift[0]), (0, 1))
        picture[there] = moved[there]
        return picture


def _with_shadow(item: SimulatedItem) -> NDArray[np.bool_]:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (61, 61))
    return cv2.dilate(item.mask.astype(np.uint8), kernel) > 0
