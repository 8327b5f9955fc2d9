"""The demo's price list: what the simulation bakes, and what a shop writes beside it."""

from collections.abc import Mapping
from typing import NamedTuple

from breadpos.domain.allergen import Allergen
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.simulation.breads import KINDS

_LETTERS = {
    "w": Allergen.WHEAT,
    "e": Allergen.EGG,
    "m": Allergen.MILK,
    "s": Allergen.SOY,
    "p": Allergen.PORK,
    "z": Allergen.SESAME,
    "a": Allergen.APPLE,
    "h": Allergen.PEACH,
}


class _Kind(NamedTuple):
    """Category, allergens by letter, and the reading where the name has kanji."""

    category: str
    allergens: str
    reading: str = ""


_SWEET, _SAVOURY, _MEAL = "菓子パン", "惣菜パン", "食事パン"
_LAYERED, _RINGS = "デニッシュ", "ドーナツ"

_OF: Mapping[str, _Kind] = {
    "anpan": _Kind(_SWEET, "wem"),
    "sesame_anpan": _Kind(_SWEET, "wemz"),
    "sakura_anpan": _Kind(_SWEET, "wem", "さくらあんぱん"),
    "melonpan": _Kind(_SWEET, "wem"),
    "matcha_melonpan": _Kind(_SWEET, "wem", "まっちゃメロンパン"),
    "cream_pan": _Kind(_SWEET, "wem"),
    "choco_cornet": _Kind(_SWEET, "wems"),
    "raisin_roll": _Kind(_SWEET, "wem"),
    "cinnamon_roll": _Kind(_SWEET, "wem"),
    "muffin": _Kind(_SWEET, "wems"),
    "curry_pan": _Kind(_SAVOURY, "wmsp"),
    "mentai_france": _Kind(_SAVOURY, "wmes", "めんたいフランス"),
    "pizza_toast": _Kind(_SAVOURY, "wmp"),
    "corn_mayo": _Kind(_SAVOURY, "wems"),
    "hotdog": _Kind(_SAVOURY, "wemp"),
    "yakisoba_pan": _Kind(_SAVOURY, "wsp", "やきそばパン"),
    "shokupan": _Kind(_MEAL, "wm", "しょくパンあつぎり"),
    "baguette": _Kind(_MEAL, "w"),
    "batard": _Kind(_MEAL, "w"),
    "salt_roll": _Kind(_MEAL, "wm", "しおパン"),
    "butter_roll": _Kind(_MEAL, "wem"),
    "milk_france": _Kind(_MEAL, "wm"),
    "pretzel": _Kind(_MEAL, "w"),
    "bagel": _Kind(_MEAL, "w"),
    "croissant": _Kind(_LAYERED, "wem"),
    "peach_danish": _Kind(_LAYERED, "wemh", "はくとうデニッシュ"),
    "berry_danish": _Kind(_LAYERED, "wem"),
    "pain_au_chocolat": _Kind(_LAYERED, "wems"),
    "apple_pie": _Kind(_LAYERED, "wema"),
    "strawberry_donut": _Kind(_RINGS, "wems"),
    "chocolate_donut": _Kind(_RINGS, "wems"),
    "matcha_donut": _Kind(_RINGS, "wems", "まっちゃドーナツ"),
    "glazed_donut": _Kind(_RINGS, "wem"),
    "old_fashioned": _Kind(_RINGS, "wem"),
    "an_donut": _Kind(_RINGS, "wem"),
    "twist_donut": _Kind(_RINGS, "wem"),
}


def demo_products() -> tuple[Product, ...]:
    """The simulated bakery's price list."""
    return tuple(
        Product(
            ProductId(each.slug),
            each.name_ja,
            Money(each.price_yen),
            name_en=each.name_en,
            category=_OF[each.slug].category,
            reading=_OF[each.slug].reading,
            allergens=frozenset(_LETTERS[letter] for letter in _OF[each.slug].allergens),
        )
        for each in KINDS
    )
