"""Food allergens a label names, and since when the law asks for it.

Source: Food Labelling Standards of Japan (食品表示基準) and the notice on what is recommended
beside them: walnut is mandatory since 2023-03-09, macadamia took matsutake's place on
2024-03-28, cashew became mandatory and pistachio recommended on 2026-04-01.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Allergen(Enum):
    """One ingredient; its value is its lasting key, its name is in LABELS."""

    SHRIMP = "shrimp"
    CRAB = "crab"
    WALNUT = "walnut"
    WHEAT = "wheat"
    BUCKWHEAT = "buckwheat"
    EGG = "egg"
    MILK = "milk"
    PEANUT = "peanut"
    CASHEW = "cashew"
    ALMOND = "almond"
    ABALONE = "abalone"
    SQUID = "squid"
    SALMON_ROE = "salmon_roe"
    ORANGE = "orange"
    KIWI = "kiwi"
    BEEF = "beef"
    SESAME = "sesame"
    SALMON = "salmon"
    MACKEREL = "mackerel"
    SOY = "soy"
    CHICKEN = "chicken"
    BANANA = "banana"
    PISTACHIO = "pistachio"
    PORK = "pork"
    MACADAMIA = "macadamia"
    MATSUTAKE = "matsutake"
    PEACH = "peach"
    YAM = "yam"
    APPLE = "apple"
    GELATIN = "gelatin"

    def label(self, language: str) -> str:
        """The name as it is printed, in a language ("ja" or "en")."""
        japanese, english = LABELS[self]
        return english if language == "en" else japanese


LABELS = {
    Allergen.SHRIMP: ("えび", "Shrimp"),
    Allergen.CRAB: ("かに", "Crab"),
    Allergen.WALNUT: ("くるみ", "Walnut"),
    Allergen.WHEAT: ("小麦", "Wheat"),
    Allergen.BUCKWHEAT: ("そば", "Buckwheat"),
    Allergen.EGG: ("卵", "Egg"),
    Allergen.MILK: ("乳", "Milk"),
    Allergen.PEANUT: ("落花生", "Peanut"),
    Allergen.CASHEW: ("カシューナッツ", "Cashew"),
    Allergen.ALMOND: ("アーモンド", "Almond"),
    Allergen.ABALONE: ("あわび", "Abalone"),
    Allergen.SQUID: ("いか", "Squid"),
    Allergen.SALMON_ROE: ("いくら", "Salmon roe"),
    Allergen.ORANGE: ("オレンジ", "Orange"),
    Allergen.KIWI: ("キウイフルーツ", "Kiwi fruit"),
    Allergen.BEEF: ("牛肉", "Beef"),
    Allergen.SESAME: ("ごま", "Sesame"),
    Allergen.SALMON: ("さけ", "Salmon"),
    Allergen.MACKEREL: ("さば", "Mackerel"),
    Allergen.SOY: ("大豆", "Soy"),
    Allergen.CHICKEN: ("鶏肉", "Chicken"),
    Allergen.BANANA: ("バナナ", "Banana"),
    Allergen.PISTACHIO: ("ピスタチオ", "Pistachio"),
    Allergen.PORK: ("豚肉", "Pork"),
    Allergen.MACADAMIA: ("マカダミアナッツ", "Macadamia"),
    Allergen.MATSUTAKE: ("まつたけ", "Matsutake"),
    Allergen.PEACH: ("もも", "Peach"),
    Allergen.YAM: ("やまいも", "Yam"),
    Allergen.APPLE: ("りんご", "Apple"),
    Allergen.GELATIN: ("ゼラチン", "Gelatin"),
}


class Duty(Enum):
    """How strongly a label has to name an allergen."""

    MANDATORY = "mandatory"
    RECOMMENDED = "recommended"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class AllergenRule:
    """From a day on, a label must, should, or need not name an allergen."""

    allergen: Allergen
    valid_from: date
    duty: Duty


@dataclass(frozen=True, slots=True)
class AllergenTable:
    """Every rule there was, is, or will be; a change of law is one more row."""

    rules: tuple[AllergenRule, ...]

    def duty(self, allergen: Allergen, on: date) -> Duty:
        """What the newest rule that holds on a day asks; nothing where there is none."""
        begun = [r for r in self.rules if r.allergen is allergen and r.valid_from <= on]
        return max(begun, key=lambda rule: rule.valid_from).duty if begun else Duty.NONE

    def named(self, duty: Duty, on: date) -> tuple[Allergen, ...]:
        """The allergens under a duty on a day, in the order of the law."""
        return tuple(each for each in Allergen if self.duty(each, on) is duty)


_FIRST = date(2001, 4, 1)
_WALNUT = date(2023, 3, 9)
_MACADAMIA = date(2024, 3, 28)
_CASHEW = date(2026, 4, 1)
_MANDATORY_FIRST = (
    Allergen.SHRIMP,
    Allergen.CRAB,
    Allergen.WHEAT,
    Allergen.BUCKWHEAT,
    Allergen.EGG,
    Allergen.MILK,
    Allergen.PEANUT,
)
_NEWER = {Allergen.MACADAMIA, Allergen.PISTACHIO}
JAPAN_ALLERGENS = AllergenTable(
    (
        *(AllergenRule(each, _FIRST, Duty.MANDATORY) for each in _MANDATORY_FIRST),
        *(
            AllergenRule(each, _FIRST, Duty.RECOMMENDED)
            for each in Allergen
            if each not in _MANDATORY_FIRST and each not in _NEWER
        ),
        AllergenRule(Allergen.WALNUT, _WALNUT, Duty.MANDATORY),
        AllergenRule(Allergen.MATSUTAKE, _MACADAMIA, Duty.NONE),
        AllergenRule(Allergen.MACADAMIA, _MACADAMIA, Duty.RECOMMENDED),
        AllergenRule(Allergen.CASHEW, _CASHEW, Duty.MANDATORY),
        AllergenRule(Allergen.PISTACHIO, _CASHEW, Duty.RECOMMENDED),
    )
)
