"""A shop in memory, and what a camera might say of its trays."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import count

from breadpos.application.checkout import Checkout
from breadpos.application.desk import Desk
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.ports import Approvals, OpenCart, SaleHead, SaleSearch
from breadpos.application.price_list import PriceList
from breadpos.application.seller import Seller
from breadpos.application.shop_rules import ShopRules
from breadpos.domain.charging import SaleRules
from breadpos.domain.errors import BreadposError, ProductNotFound
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Candidate, Detection, Recognition, Status
from breadpos.domain.sale import Sale
from breadpos.domain.slip import Slip
from breadpos.domain.tax import JAPAN
from tests.books import MemoryDays, MemoryJournal, found_in

TOKYO = timezone(timedelta(hours=9))
SIZE = (1280, 960)


def bread(key: str, name: str, yen: int, english: str = "", category: str = "") -> Product:
    return Product(ProductId(key), name, Money(yen), name_en=english, category=category)


MELONPAN = bread("melonpan", "メロンパン", 160, "Melon bread", "菓子パン")
CROISSANT = bread("croissant", "クロワッサン", 216, "Croissant", "デニッシュ")
CURRY = bread("curry_pan", "カレーパン", 259, "Curry bread", "惣菜パン")
SALT = bread("salt_roll", "塩パン", 140, "Salt roll", "食事パン")
TSUBU = bread("tsubuan_pan", "つぶあんぱん", 180, "Chunky anpan", "菓子パン")
KOSHI = bread("koshian_pan", "こしあんぱん", 180, "Smooth anpan", "菓子パン")
NEW = bread("matcha_ring", "抹茶リング", 0, "Matcha ring", "菓子パン")
PRODUCTS = (MELONPAN, CROISSANT, CURRY, SALT, TSUBU, KOSHI, NEW)


class FixedClock:
    def now(self) -> datetime:
        return datetime(2025, 4, 12, 10, 42, tzinfo=TOKYO)


class MemoryProducts:
    def __init__(self, products: Sequence[Product] = PRODUCTS) -> None:
        self._products = {product.product_id: product for product in products}
        self.refusal: BreadposError | None = None

    def all(self) -> Sequence[Product]:
        return tuple(self._products.values())

    def get(self, product_id: ProductId) -> Product:
        if product_id not in self._products:
            raise ProductNotFound(product_id)
        return self._products[product_id]

    def put(self, product: Product) -> None:
        if self.refusal is not None:
            raise self.refusal
        self._products[product.product_id] = product


class MemoryCarts:
    def __init__(self) -> None:
        self._carts: dict[str, OpenCart] = {}
        self.refusal: BreadposError | None = None

    def save(self, cart: OpenCart) -> None:
        if self.refusal is not None:
            raise self.refusal
        self._carts[cart.cart_id] = cart

    def all(self) -> Sequence[OpenCart]:
        return tuple(self._carts.values())

    def remove(self, cart_id: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self._carts.pop(cart_id, None)


class MemorySales:
    def __init__(self, carts: MemoryCarts) -> None:
        self.sold: list[Sale] = []
        self.refusal: BreadposError | None = None
        self._carts = carts

    def add(self, sale: Sale, cart_id: str | None = None) -> Sale:
        if self.refusal is not None:
            raise self.refusal
        stored = sale.numbered(len(self.sold) + 1)
        self.sold.append(stored)
        if cart_id is not None:
            self._carts.remove(cart_id)
        return stored

    def get(self, number: int) -> Sale | None:
        return self.sold[number - 1] if 0 < number <= len(self.sold) else None

    def take_back(self, refund: Sale, _seen: Sequence[Sale]) -> Sale:
        return self.add(refund)

    def find(self, wanted: SaleSearch) -> Sequence[SaleHead]:
        return found_in(self.sold, wanted)

    def refunds_of(self, number: int) -> Sequence[Sale]:
        return [sale for sale in self.sold if sale.of_number == number]

    def newest(self, limit: int) -> Sequence[Sale]:
        return tuple(reversed(self.sold))[:limit]


class MemoryPapers:
    """Keeps what was handed out."""

    def __init__(self) -> None:
        self.made: dict[str, Slip] = {}

    def put(self, slip: Slip, name: str) -> str:
        self.made[name] = slip
        return f"papers/{name}.pdf"


class Till:
    """A real checkout on a shop in memory."""

    def __init__(
        self,
        products: Sequence[Product] = PRODUCTS,
        carts: MemoryCarts | None = None,
        approvals: Approvals | None = None,
    ) -> None:
        self.products = MemoryProducts(products)
        self.carts = carts or MemoryCarts()
        self.sales = MemorySales(self.carts)
        clock = FixedClock()
        self.journal = MemoryJournal()
        self.papers = MemoryPapers()
        self.days = MemoryDays(lambda: self.sales.sold)
        self.desk = Desk(clock, self.days, self.journal, approvals)
        self.checkout = Checkout(
            PriceList(self.products, clock),
            Seller(self.desk, self.sales, ShopRules(SaleRules(JAPAN))),
            KeptCarts(self.carts, clock),
        )


_indices = count()


def seen(
    product: Product | None,
    place: tuple[float, float],
    *others: Product,
    status: Status = Status.SURE,
    side_px: float = 180.0,
    cut: bool = False,
) -> Detection:
    """A round item in the middle of a place; others are what it might be instead."""
    x, y = place
    half = side_px / 2
    octagon = tuple(
        (x + half * across, y + half * down)
        for across, down in (
            (-0.4, -1), (0.4, -1), (1, -0.4), (1, 0.4), (0.4, 1), (-0.4, 1), (-1, 0.4), (-1, -0.4)
        )
    )  # fmt: skip
    names = [p for p in (product, *others) if p is not None]
    candidates = tuple(Candidate(p.product_id, 0.9 - 0.2 * n) for n, p in enumerate(names))
    return Detection((x - half, y - half, side_px, side_px), octagon, status, candidates, cut)


def unsure(place: tuple[float, float], *candidates: Product) -> Detection:
    return seen(candidates[0], place, *candidates[1:], status=Status.UNSURE)


def unknown(place: tuple[float, float]) -> Detection:
    return seen(None, place, status=Status.UNKNOWN)


def looks(*detections: Detection, at_s: float | None = None) -> Recognition:
    """What a frame showed; each is a tenth of a second after the one before."""
    index = next(_indices)
    return Recognition(index, index / 10 if at_s is None else at_s, SIZE, detections)


def moving() -> Recognition:
    return replace(looks(), moving=True)
