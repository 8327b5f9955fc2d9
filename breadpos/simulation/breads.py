"""The catalogue of the simulated bakery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from breadpos.simulation import round_breads
from breadpos.simulation.piece import Relief

Builder = Callable[[np.random.Generator, float], Relief]


@dataclass(frozen=True, slots=True)
class BreadKind:
    """One product of the simulated bakery.

    Attributes:
        slug: product id, lower-case ASCII, fit for a folder's name.
        name_ja: as on its price card.
        name_en: the same in English.
        price_yen: tax included.
        length_mm: typical longest side.
    """

    slug: str
    name_ja: str
    name_en: str
    price_yen: int
    length_mm: float


_SHELF: tuple[tuple[BreadKind, Builder], ...] = (
    (BreadKind("anpan", "あんぱん", "Anpan", 180, 98), round_breads.anpan),
    (BreadKind("sesame_anpan", "ごまあんぱん", "Sesame anpan", 180, 96), round_breads.sesame_anpan),
    (BreadKind("sakura_anpan", "桜あんぱん", "Cherry blossom anpan", 200, 92), round_breads.sakura_anpan),
    (BreadKind("melonpan", "メロンパン", "Melon bread", 160, 102), round_breads.melonpan),
    (BreadKind("matcha_melonpan", "抹茶メロンパン", "Matcha melon bread", 190, 102), round_breads.matcha_melonpan),
    (BreadKind("curry_pan", "カレーパン", "Curry bread", 259, 114), round_breads.curry_pan),
    (BreadKind("raisin_roll", "レーズンロール", "Raisin roll", 150, 86), round_breads.raisin_roll),
    (BreadKind("an_donut", "あんドーナツ", "Sugared bean-jam doughnut", 170, 84), round_breads.an_donut),
    (BreadKind("corn_mayo", "コーンマヨ", "Corn and mayonnaise bun", 210, 104), round_breads.corn_mayo),
)

KINDS: tuple[BreadKind, ...] = tuple(entry[0] for entry in _SHELF)
_BUILDERS = {entry[0].slug: entry[1] for entry in _SHELF}
_KINDS = {each.slug: each for each in KINDS}


def kind(slug: str) -> BreadKind:
    """The kind of that name.

    Raises:
        KeyError: no such kind.
    """
    return _KINDS[slug]


def bake(slug: str, rng: np.random.Generator, px_per_mm: float) -> Relief:
    """One bread of the kind, its shape, bake and topping drawn from rng.

    Raises:
        KeyError: no such kind.
    """
    return _BUILDERS[slug](rng, px_per_mm)
