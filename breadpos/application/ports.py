"""What the application asks of the world; adapters answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from breadpos.application.frames import Frame
from breadpos.domain.cart import Cart
from breadpos.domain.cash import CashMovement
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.journal import Entry, Signature
from breadpos.domain.money import ZERO, Money
from breadpos.domain.person import Person
from breadpos.domain.pin import SealedPin, Tries
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition
from breadpos.domain.sale import Sale, SaleKind
from breadpos.domain.set_price import SetPrice
from breadpos.domain.sheet import Sheet
from breadpos.domain.slip import Slip
from breadpos.domain.tax import TaxRate


@dataclass(frozen=True, slots=True)
class OpenCart:
    """A cart nobody has paid yet, as kept on disk.

    Attributes:
        cart_id: unique.
        opened_at: aware, UTC.
        held: put aside by the cashier, not the one on the screen.
    """

    cart_id: str
    opened_at: datetime
    cart: Cart
    held: bool = False


class Clock(Protocol):
    """The time of day."""

    def now(self) -> datetime:
        """Aware, in the shop's own zone."""
        ...


class FrameSource(Protocol):
    """A camera, or what stands in for one."""

    def read(self) -> Frame | None:
        """The next frame, waiting for it; None when there will be no more.

        Raises:
            CameraLost: the camera stopped delivering.
        """
        ...

    def close(self) -> None: ...


class Recogniser(Protocol):
    """From a frame to names."""

    def recognise(self, frame: Frame) -> Recognition:
        """What the frame shows.

        Raises:
            RecogniserMissing: nothing has been learnt yet.
            RecogniserDamaged: its files cannot be used.
        """
        ...


class ProductRepository(Protocol):
    """The price list."""

    def all(self) -> Sequence[Product]:
        """Every product on sale, in the order they were added."""
        ...

    def get(self, product_id: ProductId) -> Product:
        """One product.

        Raises:
            ProductNotFound: the shop does not have it.
        """
        ...

    def put(self, product: Product) -> None:
        """Add a product, or replace the one with its id; a refusal is a StorageError."""
        ...


class Action(Enum):
    """What a shop may want a manager to allow."""

    VOID = "void"
    REFUND = "refund"
    DISCOUNT = "discount"
    """Over the limit of the settings."""
    PRICE_CHANGE = "price_change"
    OPEN_DRAWER = "open_drawer"
    MOVE_CASH = "move_cash"
    CLOSE_DAY = "close_day"
    MANAGE_PEOPLE = "manage_people"
    SETTINGS = "settings"
    """Those about money."""


class Approvals(Protocol):
    """Who works the register, and who allows what."""

    def cashier(self) -> str:
        """Who is signed in; empty where nobody has to be.

        Raises:
            SignInNeeded: the register is locked.
        """
        ...

    def approve(self, action: Action) -> str:
        """Who allows an action now; empty where nobody needs to.

        Raises:
            ApprovalNeeded: somebody with the right to it must say so first; then try again.
            SignInNeeded: the register is locked.
        """
        ...


class StaffRepository(Protocol):
    """The people of a shop and their PINs, which nobody can read; each change is in the journal."""

    def all(self) -> Sequence[Person]:
        """Everybody there ever was, in the order they came."""
        ...

    def sealed(self, pin: str) -> SealedPin:
        """A PIN as it is kept; takes a while, on any thread."""
        ...

    def add(self, person: Person, pin: SealedPin) -> None:
        """Somebody new; a refusal is a StorageError."""
        ...

    def put(self, person: Person) -> None:
        """Change somebody's name, role, or whether they work here."""
        ...

    def set_pin(self, person_id: str, pin: SealedPin) -> None:
        """Give somebody a new PIN; wrong tries are forgotten."""
        ...

    def matches(self, person_id: str, pin: str) -> bool:
        """Whether it is somebody's PIN; takes a while, on any thread."""
        ...

    def tries(self, person_id: str) -> Tries:
        """How often in a row somebody's PIN was typed wrong."""
        ...

    def put_tries(self, person_id: str, tries: Tries) -> None:
        """Remember that, over a restart too."""
        ...


class Journal(Protocol):
    """What happened, for good. Kinds are open: add one by appending it."""

    def append(self, kind: str, payload: Mapping[str, Any]) -> Entry:
        """Add an entry, chained to the one before; a refusal is a StorageError.

        Args:
            payload: plain JSON; a receipt's number under "receipt" makes the entry findable by it.
        """
        ...

    def signed(self, by: Signature) -> AbstractContextManager[None]:
        """One transaction: all that is written and appended inside is on disk at its end, or none.

        Entries made inside bear the signature.
        """
        ...

    def about(self, receipt: int) -> Sequence[Entry]:
        """Every entry about a receipt, oldest first."""
        ...

    def newest(self, limit: int, kind: str | None = None) -> Sequence[Entry]:
        """The latest entries, newest first."""
        ...


class ProductShelf(ProductRepository, Protocol):
    """The price list as the office sees it, with what is off it for now."""

    def retired(self) -> Sequence[Product]:
        """Every product that is off the list."""
        ...

    def put_all(self, wanted: Iterable[Product]) -> None:
        """Put many products, all or none."""
        ...

    def retire(self, product_id: ProductId) -> None:
        """Take a product off the list; its sales and photos stay."""
        ...


class Spreadsheets(Protocol):
    """Tables in files: CSV in UTF-8 or Shift_JIS, and Excel."""

    def read(self, path: Path) -> Sheet:
        """The first table in a file; SheetUnreadable if there is none."""
        ...

    def write(self, path: Path, sheet: Sheet) -> None:
        """Write a table, as Excel if the file is called .xlsx; FileNotWritten if it cannot be."""
        ...


class SaleRepository(Protocol):
    """The ledger's sales, voids and refunds; each bears its signature into the journal."""

    def add(self, sale: Sale, cart_id: str | None = None) -> Sale:
        """Write a sale, give it the next receipt number and drop its open cart; or nothing.

        The sale is on disk when this returns. One with the same id is returned, not sold twice.

        Raises:
            DiskFull: there is no room; nothing was written.
            StorageError: anything else; nothing was written.
        """
        ...

    def take_back(self, refund: Sale, seen: Sequence[Sale]) -> Sale:
        """Write a void or refund.

        Args:
            seen: what had been taken back when it was made up.

        Raises:
            RefundTooMuch: something else has been taken back meanwhile; nothing was written.
            StorageError: nothing was written.
        """
        ...

    def get(self, number: int) -> Sale | None:
        """The sale, void or refund with a receipt number."""
        ...

    def refunds_of(self, number: int) -> Sequence[Sale]:
        """What has been taken back of a sale, oldest first."""
        ...

    def newest(self, limit: int) -> Sequence[Sale]:
        """The latest, newest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleSearch:
    """What to look for; what is None or empty does not matter.

    Attributes:
        days: first and last business day.
        amounts: least and most, of the whole receipt; of refunds, by size.
        item: part of a product's name or its key.
        before: only receipts before this number, to go on where a page ended.
    """

    number: int | None = None
    days: tuple[date, date] | None = None
    amounts: tuple[Money, Money] | None = None
    item: str = ""
    kind: SaleKind | None = None
    before: int | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True)
class SaleHead:
    """A receipt in a list.

    Attributes:
        first_name: of what stands first on it, as it was called when it was sold.
        first_id: that product; empty where nothing stands on it.
        is_voided: it counts as if it had not been.
        given_back: of its total, by refunds.
    """

    number: int
    kind: SaleKind
    sold_at: datetime
    business_day: date
    total: Money
    pieces: int
    first_name: str
    cashier: str
    first_id: str = ""
    is_voided: bool = False
    given_back: Money = ZERO


class SaleFinder(Protocol):
    """Finds receipts among millions."""

    def find(self, wanted: SaleSearch) -> Sequence[SaleHead]:
        """Newest first."""
        ...


class DayBook(Protocol):
    """Days, what happened to the drawer, and Z reports of one register."""

    def last_closed(self) -> date | None:
        """The newest day with a Z report."""
        ...

    def open_days(self) -> Sequence[date]:
        """Days with something in them and no Z report, oldest first."""
        ...

    def figures(self, day: date) -> DayFigures:
        """A day as it stands (X), whether it is closed or not."""
        ...

    def figures_between(self, first: date, last: date) -> DayFigures:
        """Several days in one, named after the last."""
        ...

    def move_cash(self, movement: CashMovement) -> CashMovement:
        """Record an opening of the drawer; a refusal is a StorageError."""
        ...

    def movements(self, day: date) -> Sequence[CashMovement]:
        """A day's openings of the drawer, oldest first."""
        ...

    def close(self, report: ZReport) -> ZReport:
        """File a day's Z report under the next number; its figures are those of the disk.

        Raises:
            DayNotClosable: it is closed already, or has changed since its figures were taken.
            StorageError: nothing was written.
        """
        ...

    def z_reports(self, limit: int) -> Sequence[ZReport]:
        """The latest, newest first."""
        ...


class TaxRateRepository(Protocol):
    """The table of tax rates; a change of law is a row more."""

    def all(self) -> Sequence[tuple[TaxRate, bool]]:
        """Every row, and whether it is switched on."""
        ...

    def put(self, rate: TaxRate, *, active: bool) -> None:
        """Add a row, or switch the one of its class, place and first day on or off."""
        ...


class SetPriceRepository(Protocol):
    """Set prices; ended ones stay, so that old receipts can be explained."""

    def all(self) -> Sequence[SetPrice]:
        """In the order they were added."""
        ...

    def put(self, offer: SetPrice) -> None:
        """Add one, or replace the one of its name; a refusal is a StorageError."""
        ...


class OpenCartRepository(Protocol):
    """Unpaid carts, which outlive a crash."""

    def save(self, cart: OpenCart) -> None: ...

    def all(self) -> Sequence[OpenCart]:
        """Oldest first."""
        ...

    def remove(self, cart_id: str) -> None: ...


class PaperLeft(Enum):
    """How much a printer says is on its roll."""

    PLENTY = "plenty"
    LITTLE = "little"
    UNKNOWN = "unknown"
    """It does not say."""


class Printer(Protocol):
    """A receipt printer, with a drawer plugged into it. What fails is a PrinterError."""

    def print_slip(self, slip: Slip, begin: Callable[[], None]) -> None:
        """Print a paper and cut it; returns when it has come out.

        Args:
            begin: called just before the first of it is sent.

        Raises:
            PrintInDoubt: all of it, some or nothing is on paper.
            PrinterError: nothing of it is on paper.
        """
        ...

    def kick(self) -> None:
        """Open the drawer."""
        ...

    def look(self) -> PaperLeft:
        """How it is; a refusal if it could not print now."""
        ...
