"""What the cashier sees: the counter, the money, and the day behind them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from breadpos.application.closing_count import ClosingCount
from breadpos.application.ports import Action
from breadpos.domain.cash import DENOMINATIONS, CashCount
from breadpos.domain.day import ZReport
from breadpos.domain.errors import ApprovalNeeded, DiskFull
from breadpos.domain.money import Money
from breadpos.domain.person import Person, Role
from breadpos.ui.banner_message import Topic
from breadpos.ui.camera_state import CameraState
from breadpos.ui.closing_part import ClosingPart
from breadpos.ui.notices import message_for_discarding
from breadpos.ui.practice_band import PracticeBand
from breadpos.ui.tab import Tab

if TYPE_CHECKING:
    from tests.window.tour import Tour

Key = Qt.Key


def _counter_empty(_tour: "Tour") -> None:
    pass


def _counter_sure(tour: "Tour") -> None:
    tour.lay("sure")


def _counter_asked(tour: "Tour") -> None:
    tour.lay("asked")


def _counter_unknown(tour: "Tour") -> None:
    tour.lay("unknown")


def _counter_crowded(tour: "Tour") -> None:
    tour.lay("crowded")


def _counter_opened_line(tour: "Tour") -> None:
    tour.lay("sure")
    first = tour.live.view.cart.lines[1].product.product_id
    tour.live.tap(tour.live.side.cart.lines.row(first).name)
    tour.live.tap_item(0)


def _counter_changed(tour: "Tour") -> None:
    tour.lay("sure")
    full = tour.trays["sure"]
    tour.live.lay(replace(full, detections=full.detections[:3]))


def _counter_one(tour: "Tour") -> None:
    tour.lay("single")


def _counter_tapped(tour: "Tour") -> None:
    """One of two equal breads is about to be changed."""
    tour.lay("pairs")
    tour.live.tap_item(1)


def _counter_held(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F8)


def _counter_opening(tour: "Tour") -> None:
    """As it is until the first picture comes."""
    _counter_no_camera(tour)
    no_picture = tour.live.tray.camera.no_picture
    no_picture._is_lost = False
    no_picture._icon.show_icon("camera")
    no_picture._retranslate()
    tour.live.page.banner.withdraw(Topic.CAMERA)
    tour.live.window.header.show_camera_state(CameraState.OPENING)


def _banner_failure(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.window.show_failure(DiskFull("sale"))


def _banner_discard(tour: "Tour") -> None:
    due, currency = Money(1_480), tour.live.side.cart._currency
    tour.live.page.banner.announce(Topic.INTERRUPTED, lambda: message_for_discarding(due, currency))


def _practice(tour: "Tour") -> None:
    tour.lay("asked")
    tour.live.window._column.insertWidget(0, PracticeBand())


def _page_awaited(tour: "Tour") -> None:
    window = tour.live.window
    window.header.tabs.show_tab(Tab.SALES)
    window.pages.await_tab(Tab.SALES)


def _counter_no_camera(tour: "Tour") -> None:
    tour.live.counter.is_plugged = False
    tour.live.wait_until(tour.live.tray.camera.no_picture.isVisible, "the camera is still there")


def _grid(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F2)


def _grid_searched(tour: "Tour") -> None:
    tour.live.key(Key.Key_F2)
    tour.live.type("anpan")


def _payment(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_Return)


def _payment_typed(tour: "Tour") -> None:
    _payment(tour)
    tour.live.type("500")


def _payment_split(tour: "Tour") -> None:
    _payment_typed(tour)
    tour.live.key(Key.Key_Return)
    tour.live.key(Key.Key_F9)


def _payment_by(key: Key) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        _payment(tour)
        tour.live.key(key)

    return show


def _payment_doubted(tour: "Tour") -> None:
    _payment(tour)
    tour.live.type("50000")
    tour.live.key(Key.Key_Return)


def _payment_on_account(tour: "Tour") -> None:
    _payment(tour)
    tour.live.key(Key.Key_F11)


def _counter_second_tray(tour: "Tour") -> None:
    for name in ("sure", "single"):
        tour.live.take_away()
        tour.lay(name)


def _counter_served(tour: "Tour") -> None:
    tour.sell()
    tour.live.key(Key.Key_Return)
    tour.live.take_away()


def _refunded(tour: "Tour") -> None:
    _past_sale(tour)
    past = tour.panels.past
    tour.live.tap(past.reason.buttons[1])
    tour.live.tap(past.refund_button)
    tour.live.wait_until(past.slip.isVisible, "not taken back")


def _drawer_out(tour: "Tour") -> None:
    tour.more(Key.Key_4)
    tour.live.key(Key.Key_F7)
    tour.live.tap(tour.panels.drawer.reason.buttons[1])
    for digit in "1200":
        tour.live.tap(tour.panels.drawer.keypad.keys[digit])


def _drawer_told(tour: "Tour") -> None:
    tour.more(Key.Key_4)
    tour.live.type("5000")
    tour.live.key(Key.Key_Return)


def _close_z(tour: "Tour") -> None:
    """The report as it would be; a day that is closed could not be sold on."""
    _close_x(tour)
    figures = tour.panels._controller.x_report()
    assert figures is not None
    count = CashCount((1, *(0 for _ in DENOMINATIONS[1:])))
    z = ZReport(
        figures=figures, count=count, closed_at=datetime.now(UTC), reason="釣銭違い", number=1
    )
    tour.panels.close.show_z(z)


def _pin_wrong(tour: "Tour") -> None:
    tour.live.register.guard.lock()
    tour.live.type("9999")
    tour.live.key(Key.Key_Return)
    tour.live.breathe(300)


def _approval(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.page.ask(ApprovalNeeded(Action.DISCOUNT.value), lambda: None)


def _receipt(tour: "Tour") -> None:
    tour.sell()


def _formal(tour: "Tour") -> None:
    tour.sell()
    tour.live.tap(tour.live.side.receipt.formal_button)


def _more(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F11)


def _notes(tour: "Tour") -> None:
    tour.lay("sure")
    tour.more(Key.Key_1)


def _discount(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F3)
    tour.live.type("10")


def _price(tour: "Tour") -> None:
    tour.lay("single")
    tour.live.side.ask_for_price(tour.live.view.cart.lines[0].product)


def _holds(tour: "Tour") -> None:
    for name in ("sure", "crowded", "single"):
        tour.lay(name)
        tour.live.key(Key.Key_F8)
        tour.live.take_away()
    tour.live.key(Key.Key_F9)


def _holds_asked(tour: "Tour") -> None:
    _holds(tour)
    held = tour.live.side.held
    tour.live.tap(held.discard_button(next(iter(held._buttons))))


def _sales(tour: "Tour") -> None:
    _sell_three(tour)
    tour.more(Key.Key_3)


def _sell_three(tour: "Tour") -> None:
    for name in ("sure", "single", "sure"):
        tour.sell(name)
        tour.live.key(Key.Key_Return)
        tour.live.take_away()


def _past_sale(tour: "Tour") -> None:
    _sales(tour)
    rows = tour.panels.sales.rows
    tour.live.tap(rows[max(rows)])
    tour.live.tap(tour.panels.past.steppers[0].more_button)


def _replay(tour: "Tour") -> None:
    _past_sale(tour)
    tour.live.tap(tour.panels.past.replay_button)
    tour.live.breathe(300)


def _allergens(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.key(Key.Key_F6)


def _drawer(tour: "Tour") -> None:
    tour.more(Key.Key_4)


def _close_x(tour: "Tour") -> None:
    _sell_three(tour)
    tour.more(Key.Key_5)


def _close_count(tour: "Tour") -> None:
    _close_x(tour)
    tour.live.key(Key.Key_Return)


def _sign_in(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.register.guard.lock()


def _sign_in_of_many(tour: "Tour") -> None:
    """As in a shop of seven, one of a long name."""
    _sign_in(tour)
    pin = tour.live.register.guard.pin
    names = ("佐藤", "鈴木 花子", "高橋", "Maria Gonzalez", "長谷川 左衛門之介", "田中", "伊藤")
    roles = (Role.OWNER, Role.MANAGER, *(Role.CASHIER for _ in names[2:]))
    people = tuple(Person(name, name, role) for name, role in zip(names, roles, strict=True))
    pin.ask(replace(pin._asking, people=people))


def _pin(tour: "Tour") -> None:
    tour.live.register.guard.lock()
    tour.live.key(Key.Key_1)
    tour.live.type("12")


def _sales_part(number: int) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        _sell_three(tour)
        from breadpos.ui.sales_page import SalesPage

        page = tour.live.open_tab(Tab.SALES)
        assert isinstance(page, SalesPage)
        tour.live.tap(page.choices.buttons[number])
        tour.live.breathe(400)

    return show


def _closing_tray(tour: "Tour") -> None:
    """One tray counted, the next one there."""
    _sales_part(2)(tour)
    part = tour.live.window.findChild(ClosingPart)
    assert isinstance(part, ClosingPart)
    part.count = ClosingCount({})
    part.refresh()
    _lay_to_count(tour, part, "sure")
    tour.live.tap(part.keep_button)
    _lay_to_count(tour, part, "pairs")


def _lay_to_count(tour: "Tour", part: ClosingPart, name: str) -> None:
    tray = tour.trays[name]
    tour.live.counter.lay(tray)
    tour.live.wait_until(
        lambda: sum(part.count.lying.values()) == len(tray.detections), "the tray was not read"
    )


TILL_SCREENS: Mapping[str, Callable[["Tour"], None]] = {
    "counter-empty": _counter_empty,
    "counter-opening": _counter_opening,
    "counter-one": _counter_one,
    "counter": _counter_sure,
    "counter-question": _counter_asked,
    "counter-unknown": _counter_unknown,
    "counter-crowded": _counter_crowded,
    "counter-opened-line": _counter_opened_line,
    "counter-tapped": _counter_tapped,
    "counter-held": _counter_held,
    "counter-changed": _counter_changed,
    "counter-second-tray": _counter_second_tray,
    "counter-served": _counter_served,
    "counter-no-camera": _counter_no_camera,
    "banner-failure": _banner_failure,
    "banner-discard": _banner_discard,
    "practice-band": _practice,
    "page-awaited": _page_awaited,
    "grid": _grid,
    "grid-searched": _grid_searched,
    "payment": _payment,
    "payment-typed": _payment_typed,
    "payment-split": _payment_split,
    "payment-card": _payment_by(Key.Key_F6),
    "payment-voucher": _payment_by(Key.Key_F9),
    "payment-doubted": _payment_doubted,
    "payment-account": _payment_on_account,
    "receipt": _receipt,
    "formal-receipt": _formal,
    "more": _more,
    "notes": _notes,
    "discount": _discount,
    "price": _price,
    "holds": _holds,
    "holds-asked": _holds_asked,
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
    "sign-in-of-many": _sign_in_of_many,
    "close-z": _close_z,
    "pin": _pin,
    "pin-wrong": _pin_wrong,
    "approval": _approval,
    "day": _sales_part(0),
    "reports": _sales_part(1),
    "closing-count": _sales_part(2),
    "closing-count-tray": _closing_tray,
    "baking": _sales_part(3),
}
