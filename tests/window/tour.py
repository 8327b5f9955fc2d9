"""Every screen of the program, and how a person comes to it: one line each in SCREENS."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool

from breadpos.application.ports import Action
from breadpos.domain.cash import DENOMINATIONS, CashCount
from breadpos.domain.day import ZReport
from breadpos.domain.errors import ApprovalNeeded
from breadpos.ui.people_page import PeoplePage
from breadpos.ui.products_page import ProductsPage
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.tab import Tab
from breadpos.ui.till_panels import TillPanels
from tests.window.known_counter import KnownTray, TrayRecipe, cook
from tests.window.live_window import LiveWindow
from tests.window.school_tour import SCHOOL_SCREENS

Key = Qt.Key
_READING_MS = 20_000

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


def _counter_empty(_tour: Tour) -> None:
    pass


def _counter_sure(tour: Tour) -> None:
    tour.lay("sure")


def _counter_asked(tour: Tour) -> None:
    tour.lay("asked")


def _counter_unknown(tour: Tour) -> None:
    tour.lay("unknown")


def _counter_crowded(tour: Tour) -> None:
    tour.lay("crowded")


def _counter_opened_line(tour: Tour) -> None:
    tour.lay("sure")
    first = tour.live.view.cart.lines[1].product.product_id
    tour.live.tap(tour.live.side.cart.lines.row(first).name)
    tour.live.tap_item(0)


def _counter_changed(tour: Tour) -> None:
    tour.lay("sure")
    full = tour.trays["sure"]
    tour.live.lay(replace(full, detections=full.detections[:3]))


def _counter_no_camera(tour: Tour) -> None:
    tour.live.counter.is_plugged = False
    tour.live.wait_until(tour.live.tray.camera.no_picture.isVisible, "the camera is still there")


def _grid(tour: Tour) -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F2)


def _grid_searched(tour: Tour) -> None:
    tour.live.key(Key.Key_F2)
    tour.live.type("anpan")


def _payment(tour: Tour) -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_Return)


def _payment_typed(tour: Tour) -> None:
    _payment(tour)
    tour.live.type("500")


def _payment_split(tour: Tour) -> None:
    _payment_typed(tour)
    tour.live.key(Key.Key_Return)
    tour.live.key(Key.Key_F9)


def _payment_on_account(tour: Tour) -> None:
    _payment(tour)
    tour.live.key(Key.Key_F11)


def _counter_second_tray(tour: Tour) -> None:
    for name in ("sure", "single"):
        tour.live.take_away()
        tour.lay(name)


def _counter_served(tour: Tour) -> None:
    tour.sell()
    tour.live.key(Key.Key_Return)
    tour.live.take_away()


def _refunded(tour: Tour) -> None:
    _past_sale(tour)
    past = tour.panels.past
    tour.live.tap(past.reason.buttons[1])
    tour.live.tap(past.refund_button)
    tour.live.wait_until(past.slip.isVisible, "not taken back")


def _drawer_out(tour: Tour) -> None:
    tour.more(Key.Key_4)
    tour.live.key(Key.Key_F7)
    tour.live.tap(tour.panels.drawer.reason.buttons[1])
    for digit in "1200":
        tour.live.tap(tour.panels.drawer.keypad.keys[digit])


def _drawer_told(tour: Tour) -> None:
    tour.more(Key.Key_4)
    tour.live.type("5000")
    tour.live.key(Key.Key_Return)


def _close_z(tour: Tour) -> None:
    """The report as it would be; a day that is closed could not be sold on."""
    _close_x(tour)
    figures = tour.panels._controller.x_report()
    assert figures is not None
    count = CashCount((1, *(0 for _ in DENOMINATIONS[1:])))
    z = ZReport(
        figures=figures, count=count, closed_at=datetime.now(UTC), reason="釣銭違い", number=1
    )
    tour.panels.close.show_z(z)


def _pin_wrong(tour: Tour) -> None:
    tour.live.register.guard.lock()
    tour.live.type("9999")
    tour.live.key(Key.Key_Return)
    tour.live.breathe(300)


def _approval(tour: Tour) -> None:
    tour.lay("sure")
    tour.live.page.ask(ApprovalNeeded(Action.DISCOUNT.value), lambda: None)


def _receipt(tour: Tour) -> None:
    tour.sell()


def _formal(tour: Tour) -> None:
    tour.sell()
    tour.live.tap(tour.live.side.receipt.formal_button)


def _more(tour: Tour) -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F11)


def _notes(tour: Tour) -> None:
    tour.lay("sure")
    tour.more(Key.Key_1)


def _discount(tour: Tour) -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F3)
    tour.live.type("10")


def _price(tour: Tour) -> None:
    tour.lay("single")
    tour.live.side.ask_for_price(tour.live.view.cart.lines[0].product)


def _holds(tour: Tour) -> None:
    for name in ("sure", "crowded", "single"):
        tour.lay(name)
        tour.live.key(Key.Key_F8)
        tour.live.take_away()
    tour.live.key(Key.Key_F9)


def _sales(tour: Tour) -> None:
    _sell_three(tour)
    tour.more(Key.Key_3)


def _sell_three(tour: Tour) -> None:
    for name in ("sure", "single", "sure"):
        tour.sell(name)
        tour.live.key(Key.Key_Return)
        tour.live.take_away()


def _past_sale(tour: Tour) -> None:
    _sales(tour)
    rows = tour.panels.sales.rows
    tour.live.tap(rows[max(rows)])
    tour.live.tap(tour.panels.past.steppers[0].more_button)


def _replay(tour: Tour) -> None:
    _past_sale(tour)
    tour.live.tap(tour.panels.past.replay_button)
    tour.live.breathe(300)


def _allergens(tour: Tour) -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F6)


def _drawer(tour: Tour) -> None:
    tour.more(Key.Key_4)


def _close_x(tour: Tour) -> None:
    _sell_three(tour)
    tour.more(Key.Key_5)


def _close_count(tour: Tour) -> None:
    _close_x(tour)
    tour.live.key(Key.Key_Return)


def _sign_in(tour: Tour) -> None:
    tour.lay("sure")
    tour.live.register.guard.lock()


def _pin(tour: Tour) -> None:
    tour.live.register.guard.lock()
    tour.live.key(Key.Key_1)
    tour.live.type("12")


def _products(tour: Tour) -> None:
    tour.live.open_tab(Tab.PRODUCTS)


def _product_form(tour: Tour) -> None:
    page = tour.live.open_tab(Tab.PRODUCTS)
    assert isinstance(page, ProductsPage)
    if page.bar.grid_button.isChecked():
        tour.live.tap(page.bar.grid_button)
    rows = page.rows
    tour.live.tap(rows.viewport(), rows.visualRect(rows.product_model.index(3)).center())


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


def _import(
    *rows: str, name: str = "prices.csv", encoding: str = "cp932"
) -> Callable[[Tour], None]:
    def show(tour: Tour) -> None:
        page = _products_plain(tour)
        file = tour.shelf / name
        file.write_bytes("\r\n".join(rows).encode(encoding))
        page.reading.run(lambda: page._files.read(file))
        QThreadPool.globalInstance().waitForDone(_READING_MS)

    return show


def _people(tour: Tour) -> None:
    _settings(Section.PEOPLE)(tour)
    page = tour.live.window.findChild(PeoplePage)
    assert isinstance(page, PeoplePage)
    tour.live.tap(next(iter(page.rows.values())))


def _manual(tour: Tour) -> None:
    tour.live.key(Key.Key_F1)


def _sales_page(tour: Tour) -> None:
    tour.live.open_tab(Tab.SALES)


def _sales_part(number: int) -> Callable[[Tour], None]:
    def show(tour: Tour) -> None:
        _sell_three(tour)
        from breadpos.ui.sales_page import SalesPage

        page = tour.live.open_tab(Tab.SALES)
        assert isinstance(page, SalesPage)
        tour.live.tap(page.choices.buttons[number])
        tour.live.breathe(400)

    return show


def _settings(section: Section) -> Callable[[Tour], None]:
    def show(tour: Tour) -> None:
        page = tour.live.open_tab(Tab.SETTINGS)
        assert isinstance(page, SettingsPage)
        if section in page.sections():
            tour.live.tap(page.button(section))

    return show


SCREENS: Mapping[str, Callable[[Tour], None]] = {
    "counter-empty": _counter_empty,
    "counter": _counter_sure,
    "counter-question": _counter_asked,
    "counter-unknown": _counter_unknown,
    "counter-crowded": _counter_crowded,
    "counter-opened-line": _counter_opened_line,
    "counter-changed": _counter_changed,
    "counter-second-tray": _counter_second_tray,
    "counter-served": _counter_served,
    "counter-no-camera": _counter_no_camera,
    "grid": _grid,
    "grid-searched": _grid_searched,
    "payment": _payment,
    "payment-typed": _payment_typed,
    "payment-split": _payment_split,
    "payment-account": _payment_on_account,
    "receipt": _receipt,
    "formal-receipt": _formal,
    "more": _more,
    "notes": _notes,
    "discount": _discount,
    "price": _price,
    "holds": _holds,
    "sales": _sales,
    "past-sale": _past_sale,
    "refunded": _refunded,
    "replay": _replay,
    "allergens": _allergens,
    "drawer": _drawer,
    "drawer-out": _drawer_out,
    "drawer-told": _drawer_told,
    "close-x": _close_x,
    "close-count": _close_count,
    "sign-in": _sign_in,
    "close-z": _close_z,
    "pin": _pin,
    "pin-wrong": _pin_wrong,
    "approval": _approval,
    "products": _products,
    "product-form": _product_form,
    "product-tiles": _product_tiles,
    "products-nothing-found": _products_searched,
    "products-off": _products_off,
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
    **SCHOOL_SCREENS,
    "manual": _manual,
    "sales-page": _sales_page,
    "day": _sales_part(0),
    "reports": _sales_part(1),
    "closing-count": _sales_part(2),
    "baking": _sales_part(3),
    **{f"settings-{section.name.lower()}": _settings(section) for section in Section},
}
