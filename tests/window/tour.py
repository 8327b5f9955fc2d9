"""Every screen of the program, and how a person comes to it: one line each in SCREENS."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool

from breadpos.application.product_columns import season_at
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product, ProductId
from breadpos.ui.people_page import PeoplePage
from breadpos.ui.products_page import ProductsPage
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.tab import Tab
from breadpos.ui.till_panels import TillPanels
from tests.window.books_tour import BOOKS_SCREENS
from tests.window.known_counter import KnownTray, TrayRecipe, cook
from tests.window.live_window import LiveWindow
from tests.window.printer_tour import PRINTER_SCREENS
from tests.window.school_tour import SCHOOL_SCREENS
from tests.window.till_tour import TILL_SCREENS

Key = Qt.Key
_READING_MS = 20_000
_JUDGED_MS = 1_500
"""Until it is said whether the camera's picture is good."""

RECIPES: Mapping[str, TrayRecipe] = {
    "empty": TrayRecipe(3, ()),
    "sure": TrayRecipe(21, ("melonpan", "croissant", "curry_pan", "salt_roll")),
    "asked": TrayRecipe(
        22,
        ("melonpan", "croissant", "curry_pan", "salt_roll", "anpan"),
        unsure={4: ("sesame_anpan", "raisin_roll")},
    ),
    "unknown": TrayRecipe(23, ("bagel", "baguette", "pretzel"), unknown=frozenset({2})),
    "crowded": TrayRecipe(
        24,
        (
            "anpan", "melonpan", "cream_pan", "croissant", "curry_pan", "salt_roll",
            "chocolate_donut", "matcha_donut", "muffin", "pizza_toast", "bagel", "hotdog",
        ),
        unsure={0: ("sesame_anpan",)},
    ),
    "crowd": TrayRecipe(
        26,
        (
            "anpan", "melonpan", "cream_pan", "croissant", "curry_pan", "salt_roll",
            "chocolate_donut", "muffin", "bagel", "hotdog",
        ),
    ),
    "pairs": TrayRecipe(27, ("croissant", "croissant", "melonpan", "salt_roll")),
    "single": TrayRecipe(25, ("strawberry_donut",)),
}  # fmt: skip


@dataclass(frozen=True)
class Tour:
    """A window, the trays that may be laid before it, and ways to its screens."""

    live: LiveWindow
    shelf: Path
    size: tuple[int, int] = (1280, 960)

    @cached_property
    def trays(self) -> Mapping[str, KnownTray]:
        return {name: cook(recipe, self.shelf, self.size) for name, recipe in RECIPES.items()}

    @property
    def panels(self) -> TillPanels:
        found = self.live.page.findChild(TillPanels)
        assert isinstance(found, TillPanels)
        return found

    def lay(self, name: str) -> None:
        self.live.lay(self.trays[name])

    def sell(self, name: str = "sure") -> None:
        """A whole sale, until its receipt is shown."""
        self.lay(name)
        self.live.key(Key.Key_Return)
        self.live.tap(self.live.side.payment.quick_buttons[1])
        self.live.wait_until(self.live.side.receipt.isVisible, "no receipt")

    def more(self, key: Key) -> None:
        """One of the ways on behind More."""
        self.live.key(Key.Key_F11)
        self.live.key(key)


def _products(tour: Tour) -> None:
    _products_page(tour)


def _product_form(tour: Tour) -> None:
    page = _products_page(tour)
    rows = page.rows
    tour.live.tap(rows.viewport(), rows.visualRect(rows.product_model.index(3)).center())


def _product_planned(tour: Tour) -> None:
    """Sold in a season, with prices to come."""
    page = _products_plain(tour)
    first = page._products[0]
    plans = tuple(PlannedPrice(date(2027, month, 1), Money(200 + month)) for month in (1, 4, 10))
    season = season_at("10-01〜12-31")
    page.card.show_product(replace(first, planned=plans, season=season, barcode="4901234567894"))
    page._open(page.card)


def _product_tiles(tour: Tour) -> None:
    page = tour.live.open_tab(Tab.PRODUCTS)
    assert isinstance(page, ProductsPage)
    if not page.bar.grid_button.isChecked():
        tour.live.tap(page.bar.grid_button)


def _products_page(tour: Tour, *, grid: bool = False) -> ProductsPage:
    page = tour.live.open_tab(Tab.PRODUCTS)
    assert isinstance(page, ProductsPage)
    if page.bar.grid_button.isChecked() is not grid:
        tour.live.tap(page.bar.grid_button)
    if page.card.is_edited():  # what another screen typed is no question any more
        page._chosen_id = ""
        page._show_chosen()
    return page


def _product_new(tour: Tour) -> None:
    _products_plain(tour)
    tour.live.key(Key.Key_F2)
    tour.live.breathe()


def _product_refused(tour: Tour) -> None:
    _product_form(tour)
    card = _products_page(tour).card
    card.form.price.line.setText("百円")
    card.form.price.changed.emit()
    tour.live.tap(card.save_button)
    card.form.price.set_text("")  # or leaving it would be asked about


def _products_searched(tour: Tour) -> None:
    page = _products_page(tour)
    page.bar.search.setText("すな")
    page.bar.search.setText("zzz")


def _products_plain(tour: Tour) -> ProductsPage:
    page = _products_page(tour)
    page.bar.search.clear()
    if page.bar.retired_button.isChecked():
        tour.live.tap(page.bar.retired_button)
    return page


def _products_off(tour: Tour) -> None:
    tour.live.tap(_products_plain(tour).bar.retired_button)


def _price_cards(tour: Tour) -> None:
    tour.live.tap(_products_plain(tour).bar.cards_button)


def _products_none(tour: Tour) -> None:
    _show_products(tour, [])


def _products_many(tour: Tour) -> None:
    products = tour.live.controller.products()
    many = (replace(products[n % len(products)], product_id=ProductId(f"p{n}")) for n in range(500))
    _show_products(
        tour, [replace(each, name=f"{each.name} {n + 1}") for n, each in enumerate(many)]
    )


def _show_products(tour: Tour, products: Sequence[Product]) -> None:
    page = _products_plain(tour)
    page._products = tuple(products)
    page.bar.show_categories(products)
    page._open(page.hint)
    page._show_list()


def _ask_for_file(*, saves: bool) -> Callable[[Tour], None]:
    def show(tour: Tour) -> None:
        page = _products_plain(tour)
        tour.live.tap(page.bar.export_button if saves else page.bar.import_button)
        tour.live.breathe(300)

    return show


def _import(
    *rows: str, name: str = "prices.csv", encoding: str = "cp932"
) -> Callable[[Tour], None]:
    def show(tour: Tour) -> None:
        page = _products_plain(tour)
        file = tour.shelf / name
        file.write_bytes("\r\n".join(rows).encode(encoding))
        page.papers.read_file(file)
        QThreadPool.globalInstance().waitForDone(_READING_MS)

    return show


def _people(tour: Tour) -> None:
    _settings(Section.PEOPLE)(tour)
    page = tour.live.window.findChild(PeoplePage)
    assert isinstance(page, PeoplePage)
    tour.live.tap(next(iter(page.rows.values())))


def _person_new(tour: Tour) -> None:
    _settings(Section.PEOPLE)(tour)
    page = tour.live.window.findChild(PeoplePage)
    assert isinstance(page, PeoplePage)
    tour.live.tap(page.add_button)
    page.card.name.line.setText("山田 花子")
    page.card.name.changed.emit()


def _person_pin(tour: Tour) -> None:
    _person_new(tour)
    tour.live.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    tour.live.type("48")


def _manual(tour: Tour) -> None:
    tour.live.key(Key.Key_F1)


def _manual_searched(tour: Tour) -> None:
    _manual(tour)
    tour.live.type("pin")


def _sales_page(tour: Tour) -> None:
    tour.live.open_tab(Tab.SALES)


def _settings(section: Section) -> Callable[[Tour], None]:
    def show(tour: Tour) -> None:
        page = tour.live.open_tab(Tab.SETTINGS)
        assert isinstance(page, SettingsPage)
        if section in page.sections():
            tour.live.tap(page.button(section))
        if section is Section.CAMERA:
            tour.live.breathe(_JUDGED_MS)

    return show


DIALOGS = frozenset({"file-to-read", "file-to-write", "gallery-folder", "gallery-filters"})
"""Screens over which something is open that Qt or the computer makes."""

SCREENS: Mapping[str, Callable[[Tour], None]] = {
    **TILL_SCREENS,
    "products": _products,
    "product-form": _product_form,
    "product-planned": _product_planned,
    "product-tiles": _product_tiles,
    "products-nothing-found": _products_searched,
    "products-off": _products_off,
    "products-none": _products_none,
    "products-many": _products_many,
    "file-to-read": _ask_for_file(saves=False),
    "file-to-write": _ask_for_file(saves=True),
    "price-cards": _price_cards,
    "import": _import(
        "商品名,価格,カテゴリー",
        "あんぱん,190,菓子パン",
        "塩パン,150,食事パン",
        "🥐クロワッサン,,",
        "くるみと山ぶどうのライ麦カンパーニュ,420,食事パン",
        "メロンパン,百円,",
        encoding="utf-8",
    ),
    "import-columns-missing": _import("名前だけ", "あんぱん"),
    "import-no-excel": _import("not a workbook", name="prices.xlsx"),
    "product-new": _product_new,
    "product-refused": _product_refused,
    "people": _people,
    "person-new": _person_new,
    "person-pin": _person_pin,
    **SCHOOL_SCREENS,
    "manual": _manual,
    "manual-searched": _manual_searched,
    "sales-page": _sales_page,
    **BOOKS_SCREENS,
    **{f"settings-{section.name.lower()}": _settings(section) for section in Section},
    **PRINTER_SCREENS,
}
