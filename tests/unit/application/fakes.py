"""Small stand-ins for the world, kept in memory."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone

from breadpos.application.checkout import Checkout
from breadpos.application.desk import Desk
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.ports import Action, OpenCart, SaleHead, SaleSearch
from breadpos.application.price_list import PriceList
from breadpos.application.seller import Seller
from breadpos.application.shop_rules import ShopRules
from breadpos.application.witness import Seen
from breadpos.domain.charging import SaleRules
from breadpos.domain.errors import ApprovalNeeded, DiskFull, ProductNotFound
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Box, Candidate, Detection, Recognition, Status
from breadpos.domain.sale import Sale
from breadpos.domain.tax import JAPAN, TaxClass
from breadpos.domain.tender import Tender, TenderKind
from tests.books import MemoryDays, MemoryJournal, found_in

JST = timezone(timedelta(hours=9))
NOON = datetime(2026, 5, 1, 12, tzinfo=JST)
SIZE_PX = (1280, 960)

ANPAN, CROISSANT, CURRY, MELON, COFFEE, BAG = (
    ProductId(key) for key in ("anpan", "croissant", "curry", "melon", "coffee", "bag")
)
PRODUCTS = (
    Product(ANPAN, "あんぱん", Money(180), name_en="Anpan"),
    Product(CROISSANT, "クロワッサン", Money(216)),
    Product(CURRY, "カレーパン", Money(259)),
    Product(MELON, "メロンパン", Money(151)),
    Product(COFFEE, "コーヒー", Money(330), TaxClass.STANDARD),
    Product(BAG, "レジ袋", Money(5), TaxClass.STANDARD),
)


class FakeClock:
    def __init__(self, *times: datetime) -> None:
        self.times = list(times) or [NOON]

    def now(self) -> datetime:
        return self.times.pop(0) if len(self.times) > 1 else self.times[0]


class FakeDisk:
    """Refuses to write while it is full."""

    def __init__(self) -> None:
        self.is_full = False

    def write(self, what: str) -> None:
        if self.is_full:
            raise DiskFull(what)


class FakeProducts:
    def __init__(self, disk: FakeDisk, products: Sequence[Product] = PRODUCTS) -> None:
        self._disk = disk
        self._products = {product.product_id: product for product in products}
        self._retired: dict[ProductId, Product] = {}

    def all(self) -> Sequence[Product]:
        return list(self._products.values())

    def retired(self) -> Sequence[Product]:
        return list(self._retired.values())

    def get(self, product_id: ProductId) -> Product:
        if product_id not in self._products:
            raise ProductNotFound(product_id)
        return self._products[product_id]

    def put(self, product: Product) -> None:
        self.put_all([product])

    def put_all(self, wanted: Iterable[Product]) -> None:
        self._disk.write("product")
        for product in wanted:
            self._retired.pop(product.product_id, None)
            self._products[product.product_id] = product

    def retire(self, product_id: ProductId) -> None:
        self._retired[product_id] = self._products.pop(product_id)


class FakeOpenCarts:
    def __init__(self, disk: FakeDisk) -> None:
        self._disk = disk
        self.carts: dict[str, OpenCart] = {}

    def save(self, cart: OpenCart) -> None:
        self._disk.write("cart")
        self.carts.pop(cart.cart_id, None)
        self.carts[cart.cart_id] = cart

    def all(self) -> Sequence[OpenCart]:
        return list(self.carts.values())

    def remove(self, cart_id: str) -> None:
        self._disk.write("cart")
        self.carts.pop(cart_id, None)


class FakeSales:
    def __init__(self, disk: FakeDisk, carts: FakeOpenCarts) -> None:
        self._disk = disk
        self._carts = carts
        self.sold: list[Sale] = []

    def add(self, sale: Sale, cart_id: str | None = None) -> Sale:
        self._disk.write("sale")
        known = next((old for old in self.sold if old.sale_id == sale.sale_id), None)
        if cart_id is not None:
            self._carts.carts.pop(cart_id, None)
        if known is None:
            known = sale.numbered(len(self.sold) + 1)
            self.sold.append(known)
        return known

    def get(self, number: int) -> Sale | None:
        return next((sale for sale in self.sold if sale.number == number), None)

    def take_back(self, refund: Sale, seen: Sequence[Sale]) -> Sale:
        assert list(seen) == list(self.refunds_of(refund.of_number or 0))
        return self.add(refund)

    def find(self, wanted: SaleSearch) -> Sequence[SaleHead]:
        return found_in(self.sold, wanted)

    def refunds_of(self, number: int) -> Sequence[Sale]:
        return [sale for sale in self.sold if sale.of_number == number]

    def newest(self, limit: int) -> Sequence[Sale]:
        return self.sold[::-1][:limit]


class FakeApprovals:
    """Somebody is signed in; what is asked for is allowed as long as there is a manager."""

    def __init__(self) -> None:
        self.manager: str | None = "店長"
        self.asked: list[Action] = []

    def cashier(self) -> str:
        return "佐藤"

    def approve(self, action: Action) -> str:
        self.asked.append(action)
        if self.manager is None:
            raise ApprovalNeeded(action.value)
        return self.manager


def cash(yen: int) -> tuple[Tender, ...]:
    return (Tender(TenderKind.CASH, Money(yen)),)


class FakeWitness:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.held: list[Seen] = []
        self.filed: list[tuple[Sale, Seen]] = []

    def hold(self, seen: Seen) -> None:
        self.held.append(seen)

    def file(self, sale: Sale, seen: Seen) -> None:
        self.filed.append((sale, seen))


class Shop:
    """A whole shop in memory; restarted() is the same shop after the program was killed."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.disk = FakeDisk()
        self.clock = clock or FakeClock()
        self.products = FakeProducts(self.disk)
        self.carts = FakeOpenCarts(self.disk)
        self.sales = FakeSales(self.disk, self.carts)
        self.journal = MemoryJournal()
        self.days = MemoryDays(lambda: self.sales.sold)
        self.approvals = FakeApprovals()
        self.rules = ShopRules(SaleRules(JAPAN))
        self.witness = FakeWitness()
        self.start()

    def start(self) -> None:
        self.now_s = 100.0
        self.desk = Desk(self.clock, self.days, self.journal, self.approvals)
        self.till = Checkout(
            PriceList(self.products, self.clock),
            Seller(self.desk, self.sales, self.rules),
            KeptCarts(self.carts, self.clock),
            self.witness,
        )

    # what the camera sees, one look every 0.1 s

    def shows(self, *found: Detection, moving: bool = False) -> None:
        self.now_s += 0.1
        self.till.see(Recognition(0, self.now_s, SIZE_PX, found, moving, model="v1"))

    def moves(self) -> None:
        self.shows(moving=True)

    def is_bare(self) -> None:
        """The tray leaves in somebody's hands."""
        self.moves()
        for _ in range(6):
            self.shows()

    # what there is

    @property
    def counts(self) -> dict[str, int]:
        return {line.product.product_id: line.count for line in self.till.view().cart.lines}

    @property
    def total(self) -> int:
        return self.till.view().total.minor

    @property
    def sold(self) -> list[dict[str, int]]:
        return [{line.product_id: line.count for line in sale.lines} for sale in self.sales.sold]

    @property
    def held(self) -> list[dict[str, int]]:
        return [
            {line.product.product_id: line.count for line in kept.cart.lines}
            for kept in self.till.aside.held()
        ]

    def item_id(self, position: int) -> int:
        return self.till.view().items[position].item_id


def sure(product_id: str, at: tuple[float, float] = (100, 100), *others: str) -> Detection:
    return _found(Status.SURE, at, [product_id, *others])


def unsure(product_id: str, at: tuple[float, float] = (100, 100), *others: str) -> Detection:
    return _found(Status.UNSURE, at, [product_id, *others])


def unknown(at: tuple[float, float] = (100, 100), *candidates: str) -> Detection:
    return _found(Status.UNKNOWN, at, list(candidates))


def row(*product_ids: str) -> list[Detection]:
    """Breads lying apart in a row, all of them sure."""
    return [sure(product_id, (100 + 200 * n, 100)) for n, product_id in enumerate(product_ids)]


def _found(status: Status, at: tuple[float, float], names: list[str]) -> Detection:
    left, top, side = at[0] - 50, at[1] - 50, 100.0
    box: Box = (left, top, side, side)
    outline = ((left, top), (left + side, top), (left + side, top + side))
    candidates = tuple(Candidate(ProductId(name), 0.9 - 0.2 * n) for n, name in enumerate(names))
    return Detection(box, outline, status, candidates)
