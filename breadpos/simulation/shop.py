"""One simulated counter with everything that can be filmed on it, rendered once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from breadpos.simulation import hands
from breadpos.simulation.layers import GrainPool, Layer, Picture, cut_out, over
from breadpos.simulation.laying import Laid
from breadpos.simulation.piece import Relief
from breadpos.simulation.placing import Arrangement
from breadpos.simulation.sensor import compress, grain
from breadpos.simulation.stage import Stage, draw_stage
from breadpos.simulation.tray import SimulatedItem, Still, lay_breads, still_of

_GRAIN, _HANDS, _PLACE = range(20, 23)
_NOISE_MARGIN_PX = 64

_Placed = tuple[Relief, int, int]  # what, and the corner of its canvas, left and top


@dataclass(frozen=True, slots=True)
class TrayFilm:
    """A laden tray, ready to be shown anywhere.

    Attributes:
        picture: the counter with the tray in its place, without noise.
        layer: the tray cut out of it.
        items: the truth in its place.
    """

    picture: Picture
    layer: Layer
    items: tuple[SimulatedItem, ...]


class Shop:
    """The fixed pictures of a counter, and a place to lay trays."""

    def __init__(self, seed: int, size: tuple[int, int]) -> None:
        self.size = size
        self._seed = seed
        self.stage: Stage = draw_stage(seed, size)
        self._surface = self.stage.tray(np.random.default_rng([seed, _PLACE]))
        self.empty: Picture = self._develop(self.stage.photograph(self.stage.bare))
        rng = np.random.default_rng([seed, _GRAIN])
        noisy = (size[1] + _NOISE_MARGIN_PX, size[0] + _NOISE_MARGIN_PX)
        self.grain = GrainPool([grain(noisy, self.stage.camera, rng) for _ in range(2)])

    def lay(self, seed: int, slugs: Sequence[str], arrangement: Arrangement) -> list[Laid]:
        """Bake breads and find their places on the shop's tray."""
        return lay_breads(self.stage, self._surface, seed, slugs, arrangement)

    def film(self, laid: Sequence[Laid], slugs: Sequence[str]) -> TrayFilm:
        """The tray with these breads; takes most of a second, so keep what it returns."""
        still = still_of(self.stage, self._surface.scene.copy(), laid, slugs)
        return self._film(still)

    def show(self, film: TrayFilm | None, dx_px: int = 0, dy_px: int = 0) -> Picture:
        """The counter with a tray at an offset from its place, or empty; no noise yet."""
        if film is None:
            return self.empty
        if not (dx_px or dy_px):
            return film.picture
        return over(self.empty, film.layer, dx_px, dy_px)

    def _film(self, still: Still) -> TrayFilm:
        picture = self._develop(still.picture)
        tray = self.stage.bend((self._surface.tray > 0.5).astype(np.uint8)) > 0
        for item in still.items:
            tray |= item.mask
        margin = max(2, round(4 * self.stage.px_per_mm))
        return TrayFilm(picture, cut_out(picture, tray, margin_px=margin), still.items)

    @cached_property
    def hands(self) -> tuple[Layer, Layer]:
        """Two hands at the tray's sides; one hand whose fingertips are in the middle."""
        scale = self.stage.px_per_mm
        rng = np.random.default_rng([self._seed, _HANDS])
        width, height = self.size
        reach = self._surface.inside.min(axis=0) < 0
        left, right = int(np.argmax(reach)), int(width - np.argmax(reach[::-1]))
        grip = hands.gripping(np.random.default_rng([self._seed, _HANDS, 1]), scale)
        both = []
        for edge, side in ((left, -1), (right, 1)):
            hand = (_mirrored(grip) if side > 0 else grip).turned(-0.3 * side)
            centre = edge + side * 30.0 * scale
            both.append((hand, round(centre - hand.alpha.shape[1] / 2), round(height * 0.4)))
        one = hands.reaching(rng, scale)
        tip_y = (hands.SIZE_MM[1] / 2 + hands.FINGERTIPS_MM[1]) * scale
        middle = (one, round(width / 2 - one.alpha.shape[1] / 2), round(height / 2 - tip_y))
        return self._film_over(both, middle)

    def _film_over(self, both: Sequence[_Placed], middle: _Placed) -> tuple[Layer, Layer]:
        """Two hands and one, photographed together: they are not in each other's way."""
        scene = self._surface.scene.copy()
        covers = []
        for group in (both, [middle]):
            cover = np.zeros(scene.height_mm.shape, np.bool_)
            for relief, left, top in group:
                cover |= scene.paste(relief, left, top, stiff=True) > 0.5
            covers.append(self.stage.bend(cover.astype(np.uint8)) > 0)
        picture = self._develop(self.stage.photograph(scene))
        holding, reaching = (cut_out(picture, cover, margin_px=2) for cover in covers)
        return holding, reaching

    def _develop(self, picture: Picture) -> Picture:
        return compress(picture, self.stage.camera)


def _mirrored(relief: Relief) -> Relief:
    return replace(
        relief,
        height_mm=np.ascontiguousarray(relief.height_mm[:, ::-1]),
        colour=np.ascontiguousarray(relief.colour[:, ::-1]),
        gloss=np.ascontiguousarray(relief.gloss[:, ::-1]),
        alpha=np.ascontiguousarray(relief.alpha[:, ::-1]),
    )
