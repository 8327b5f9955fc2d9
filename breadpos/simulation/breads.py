"""The catalogue of the simulated bakery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from breadpos.simulation import (
    filled_breads,
    laminated_breads,
    long_breads,
    ring_breads,
    round_breads,
)
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
    (
        BreadKind("sakura_anpan", "桜あんぱん", "Cherry blossom anpan", 200, 92),
        round_breads.sakura_anpan,
    ),
    (BreadKind("melonpan", "メロンパン", "Melon bread", 160, 102), round_breads.melonpan),
    (
        BreadKind("matcha_melonpan", "抹茶メロンパン", "Matcha melon bread", 190, 102),
        round_breads.matcha_melonpan,
    ),
    (BreadKind("curry_pan", "カレーパン", "Curry bread", 259, 114), round_breads.curry_pan),
    (
        BreadKind("shokupan", "食パン（厚切り）", "Shokupan slice", 90, 118),
        long_breads.shokupan_slice,
    ),
    (BreadKind("croissant", "クロワッサン", "Croissant", 216, 150), laminated_breads.croissant),
    (BreadKind("baguette", "ミニバゲット", "Mini baguette", 240, 276), long_breads.baguette),
    (BreadKind("batard", "バタール", "Batard", 280, 192), long_breads.batard),
    (BreadKind("salt_roll", "塩パン", "Salt roll", 140, 132), long_breads.salt_roll),
    (BreadKind("butter_roll", "バターロール", "Butter roll", 100, 100), long_breads.butter_roll),
    (BreadKind("cream_pan", "クリームパン", "Cream bread", 170, 118), long_breads.cream_pan),
    (
        BreadKind("choco_cornet", "チョココロネ", "Chocolate cornet", 190, 134),
        laminated_breads.choco_cornet,
    ),
    (
        BreadKind("peach_danish", "白桃デニッシュ", "Peach Danish", 260, 94),
        laminated_breads.peach_danish,
    ),
    (
        BreadKind("berry_danish", "ベリーデニッシュ", "Berry Danish", 280, 94),
        laminated_breads.berry_danish,
    ),
    (
        BreadKind("pain_au_chocolat", "パン・オ・ショコラ", "Pain au chocolat", 250, 108),
        laminated_breads.pain_au_chocolat,
    ),
    (
        BreadKind("strawberry_donut", "いちごドーナツ", "Strawberry doughnut", 180, 92),
        ring_breads.strawberry_donut,
    ),
    (
        BreadKind("chocolate_donut", "チョコドーナツ", "Chocolate doughnut", 180, 92),
        ring_breads.chocolate_donut,
    ),
    (
        BreadKind("matcha_donut", "抹茶ドーナツ", "Matcha doughnut", 190, 92),
        ring_breads.matcha_donut,
    ),
    (
        BreadKind("glazed_donut", "シュガーグレーズドーナツ", "Glazed doughnut", 160, 92),
        ring_breads.glazed_donut,
    ),
    (
        BreadKind("old_fashioned", "オールドファッション", "Old-fashioned doughnut", 170, 92),
        ring_breads.old_fashioned,
    ),
    (BreadKind("an_donut", "あんドーナツ", "Bean-jam doughnut", 170, 84), round_breads.an_donut),
    (
        BreadKind("twist_donut", "ねじりドーナツ", "Twisted doughnut", 150, 132),
        ring_breads.twist_donut,
    ),
    (
        BreadKind("mentai_france", "明太フランス", "Mentai France", 290, 176),
        filled_breads.mentai_france,
    ),
    (
        BreadKind("milk_france", "ミルクフランス", "Milk France", 220, 172),
        filled_breads.milk_france,
    ),
    (BreadKind("pizza_toast", "ピザトースト", "Pizza toast", 320, 118), filled_breads.pizza_toast),
    (
        BreadKind("corn_mayo", "コーンマヨパン", "Corn and mayonnaise bun", 210, 104),
        round_breads.corn_mayo,
    ),
    (BreadKind("hotdog", "ホットドッグ", "Hot dog", 300, 152), filled_breads.hotdog),
    (
        BreadKind("yakisoba_pan", "焼きそばパン", "Yakisoba bun", 270, 144),
        filled_breads.yakisoba_pan,
    ),
    (BreadKind("raisin_roll", "レーズンロール", "Raisin roll", 150, 86), round_breads.raisin_roll),
    (BreadKind("pretzel", "プレッツェル", "Pretzel", 200, 120), ring_breads.pretzel),
    (BreadKind("bagel", "ベーグル", "Bagel", 180, 101), ring_breads.bagel),
    (
        BreadKind("cinnamon_roll", "シナモンロール", "Cinnamon roll", 230, 98),
        ring_breads.cinnamon_roll,
    ),
    (
        BreadKind("muffin", "チョコチップマフィン", "Chocolate chip muffin", 220, 84),
        filled_breads.muffin,
    ),
    (BreadKind("apple_pie", "アップルパイ", "Apple pie", 290, 108), filled_breads.apple_pie),
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
