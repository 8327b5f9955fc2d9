"""A shop in its folder, and what its commands need; no window, so no Qt."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from breadpos.application.ports import FrameSource
from breadpos.application.shop_rules import ShopRules
from breadpos.domain.charging import SaleRules
from breadpos.domain.errors import StorageError
from breadpos.domain.receipt import Issuer, Letterhead
from breadpos.domain.tax import JAPAN
from breadpos.settings import CameraSettings, Home, Settings, load_settings
from breadpos.storage.carts import SqlOpenCarts
from breadpos.storage.database import open_database
from breadpos.storage.day_book import SqlDayBook
from breadpos.storage.journal import SqlJournal
from breadpos.storage.photos import PhotoStore, SqlPhotos
from breadpos.storage.products import SqlProducts
from breadpos.storage.rules import SqlSetPrices, SqlTaxRates
from breadpos.storage.sale_finder import SqlSaleFinder
from breadpos.storage.sales import SqlSales
from breadpos.storage.staff import SqlStaff


def nobody() -> bool:
    """No customer is there."""
    return False


@dataclass(slots=True)
class Shop:
    """One shop's settings as they are now, and its repositories on one open database.

    Attributes:
        has_customer: whether somebody's cart is open at the counter; for any thread.
    """

    home: Home
    settings: Settings
    engine: Engine
    products: SqlProducts
    staff: SqlStaff
    sales: SqlSales
    finder: SqlSaleFinder
    days: SqlDayBook
    journal: SqlJournal
    rules: ShopRules
    tax_rates: SqlTaxRates
    set_prices: SqlSetPrices
    carts: SqlOpenCarts
    photos: SqlPhotos
    photo_store: PhotoStore
    has_customer: Callable[[], bool] = nobody


@contextmanager
def open_shop(home: Home) -> Iterator[Shop]:
    """The shop in a home folder, made if it is not there; its database closes at the end.

    Raises:
        SettingsError: breadpos.toml cannot be used.
        StorageError: the folder or the database cannot be used.
    """
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{home.folder} cannot be made: {error.strerror}") from error
    settings = load_settings(home)
    engine = open_database(home.database)
    try:
        yield _shop(home, settings, engine)
    finally:
        engine.dispose()


def _shop(home: Home, settings: Settings, engine: Engine) -> Shop:
    rates, sets = SqlTaxRates(engine), SqlSetPrices(engine)
    return Shop(
        home,
        settings,
        engine=engine,
        products=SqlProducts(engine),
        staff=SqlStaff(engine),
        sales=SqlSales(engine),
        finder=SqlSaleFinder(engine),
        days=SqlDayBook(engine, settings.register.name),
        journal=SqlJournal(engine),
        rules=ShopRules(base_rules(settings), rates, sets),
        tax_rates=rates,
        set_prices=sets,
        carts=SqlOpenCarts(engine),
        photos=SqlPhotos(engine),
        photo_store=PhotoStore(home.photos),
    )


def letterhead(settings: Settings) -> Letterhead:
    """What is the same on every paper of the shop."""
    shop, register = settings.shop, settings.register
    issuer = Issuer(shop.name or "breadpos", shop.registration_number, shop.address, shop.telephone)
    return Letterhead(
        issuer,
        register.zone(),
        columns=register.receipt_columns,
        practice=register.practice,
    )


def base_rules(settings: Settings) -> SaleRules:
    """What the settings say about charging; rates and set prices are in the database."""
    register = settings.register
    return SaleRules(
        JAPAN, register.rounding, discount_limit_percent=register.discount_limit_percent
    )


def open_source(camera: CameraSettings, has_customer: Callable[[], bool] = nobody) -> FrameSource:
    """The camera the settings name: a device, a file, a URL, a folder of pictures, or a simulation.

    Args:
        has_customer: while somebody is there a simulated tray waits to be paid.

    Raises:
        CameraMissing: it cannot be opened.
        ImageUnreadable: a folder holds no picture.
    """
    from breadpos.capture.opencv_source import OpencvSource  # here: on the camera's own thread
    from breadpos.capture.replay_source import ReplaySource

    if camera.simulated_seed is not None:
        from breadpos.capture.simulated_source import SimulatedSource
        from breadpos.simulation.counter import SimulatedCounter

        ahead = ThreadPoolExecutor(1, thread_name_prefix="next tray")
        counter = SimulatedCounter(camera.simulated_seed, ahead=ahead)
        return SimulatedSource(
            counter, stands_still=lambda time_s: has_customer() and counter.waits_at(time_s)
        )
    if Path(camera.source).is_dir():
        return ReplaySource(Path(camera.source))
    return OpencvSource(
        camera.source,
        width=camera.width,
        height=camera.height,
        stall_after_s=camera.stall_after_s,
        loop=True,
    )
