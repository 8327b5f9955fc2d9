import threading
from collections.abc import Callable, Iterator
from threading import Event
from typing import Generic, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from breadpos.domain.errors import DiskFull
from breadpos.domain.money import Money
from breadpos.domain.sale import SaleKind
from breadpos.ui.auto_lock import AutoLock
from tests.people import CASHIER, MANAGER, OWNER, PINS
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import MELONPAN, SALT, seen
from tests.ui.guarded import Guarded

T = TypeVar("T")

LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)


@pytest.fixture
def locked(make_counter: MakeCounter) -> Guarded:
    """A register nobody has signed in to yet."""
    return Guarded(make_counter, PINS, "ja")


@pytest.fixture
def till(locked: Guarded) -> Guarded:
    """A cashier is at the register."""
    locked.tap(CASHIER)
    return locked


def sell(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[1])
    counter.key(Qt.Key.Key_Return)
    counter.take_away()


def begin_void(counter: Counter, number: int = 1) -> None:
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[number])
    counter.click(counter.panels.past.reason.buttons[0])
    counter.click(counter.panels.past.void_button)


def voids(counter: Counter) -> list[tuple[str, str]]:
    sold = counter.till.sales.sold
    return [(sale.cashier, sale.approver) for sale in sold if sale.kind is SaleKind.VOID]


def test_a_void_asks_a_manager_in_place_and_goes_on_by_itself(till: Guarded) -> None:
    sell(till.counter)
    begin_void(till.counter)
    assert till.is_asking()
    assert "売上の取消には、店長かオーナーのPINが必要です。" in till.counter.words()
    assert set(till.pin.tiles.tiles) == {OWNER.person_id, MANAGER.person_id}
    assert voids(till.counter) == []

    till.tap(MANAGER)

    assert not till.is_asking()
    assert voids(till.counter) == [("佐藤", "田中")]
    assert till.counter.panels.past.head.title.text() == "No.000002  -¥300"
    assert till.counter.banner_text() == ""


def test_number_keys_do_all_of_it(till: Guarded) -> None:
    sell(till.counter)
    begin_void(till.counter)
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_8, Qt.Key.Key_3, Qt.Key.Key_Backspace):
        till.counter.key(key)
    assert till.pad.dots.count == 2
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_Return):
        till.counter.key(key)
    till.counter.wait_for_pin(till.pad)
    assert voids(till.counter) == [("佐藤", "田中")]


def test_cancel_leaves_all_as_it_was(till: Guarded) -> None:
    sell(till.counter)
    begin_void(till.counter)
    till.counter.key(Qt.Key.Key_1)
    till.counter.key(Qt.Key.Key_Escape)

    assert not till.is_asking()
    assert len(till.counter.till.sales.sold) == 1
    assert till.counter.panels.past.void_button.isEnabled()  # the reason is still there
    till.counter.click(till.counter.panels.past.void_button)
    assert till.is_asking()


def test_what_was_allowed_once_is_asked_for_again(till: Guarded) -> None:
    sell(till.counter)
    sell(till.counter)
    begin_void(till.counter)
    till.tap(MANAGER)
    begin_void(till.counter, 2)
    assert till.is_asking()
    till.tap(OWNER)
    assert voids(till.counter) == [("佐藤", "田中"), ("佐藤", "小林")]


def test_a_full_disk_after_the_pin_is_told_and_the_pin_asked_for_again(till: Guarded) -> None:
    sell(till.counter)
    begin_void(till.counter)
    till.counter.till.sales.refusal = DiskFull("refund")
    till.tap(MANAGER)
    assert "保存" in till.counter.banner_text()

    till.counter.till.sales.refusal = None
    till.counter.click(till.counter.banner.buttons[0])
    till.tap(MANAGER)
    assert voids(till.counter) == [("佐藤", "田中")]


def test_a_large_discount_asks_and_a_small_one_does_not(till: Guarded) -> None:
    counter = till.counter
    counter.see(seen(MELONPAN, LEFT))
    for percent, asks in (("20", False), ("50", True)):
        counter.key(Qt.Key.Key_F3)
        counter.type(percent)
        counter.key(Qt.Key.Key_Return)
        assert till.is_asking() is asks
    till.tap(OWNER)
    assert counter.total() == "¥80"
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[0])
    assert [sale.approver for sale in counter.till.sales.sold] == ["小林"]


def test_the_drawer_opens_without_a_sale_only_for_a_manager(till: Guarded) -> None:
    drawer = till.counter.panels.drawer
    till.counter.panels.show_drawer()
    till.counter.click(drawer.kinds.buttons[3])
    till.counter.click(drawer.reason.buttons[0])
    till.counter.click(drawer.done_button)
    assert till.counter.till.days.moved == []
    till.tap(MANAGER)
    assert [(m.cashier, m.approver) for m in till.counter.till.days.moved] == [("佐藤", "田中")]


def test_a_wrong_pin_says_so_and_after_three_it_waits(till: Guarded) -> None:
    sell(till.counter)
    begin_void(till.counter)
    till.tap(MANAGER, "1357")
    assert till.pad.problem.text() == "PINが違います。 もう一度入力してください。"
    till.type_pin("1358")
    till.type_pin("1359")

    assert till.pad.problem.text() == "PINの間違いが続きました。あと5秒お待ちください。"
    assert not till.pad.keypad.isEnabled()
    till.counter.key(Qt.Key.Key_4)
    assert till.pad.dots.count == 0
    till.clock.go_on(3)
    till.guard.count_down()
    assert "あと2秒" in till.pad.problem.text()
    till.clock.go_on(2)
    till.guard.count_down()
    assert till.pad.problem.text() == ""
    till.type_pin(PINS[MANAGER])
    assert voids(till.counter) == [("佐藤", "田中")]


def test_somebody_else_need_not_wait_for_whoever_typed_wrong(till: Guarded) -> None:
    sell(till.counter)
    begin_void(till.counter)
    till.tap(MANAGER, "1357")
    till.type_pin("1357")
    till.type_pin("1357")
    till.counter.click(till.pin.person_button)
    till.tap(OWNER)
    assert voids(till.counter) == [("佐藤", "小林")]


# While a PIN is being looked at.


class Slow(Generic[T]):
    """What looks at PINs, or seals them, takes until it is let."""

    def __init__(self, act: Callable[..., T]) -> None:
        self._act = act
        self.calls = 0
        self.let = Event()

    def __call__(self, *args: str) -> T:
        self.calls += 1
        assert self.let.wait(timeout=10)
        return self._act(*args)


@pytest.fixture
def slow(till: Guarded, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow[bool]]:
    slow = Slow(till.kept.matches)
    monkeypatch.setattr(till.kept, "matches", slow)
    yield slow
    slow.let.set()


def enter(till: Guarded, pin: str) -> None:
    till.counter.type(pin)
    till.counter.key(Qt.Key.Key_Return)


def test_the_window_goes_on_meanwhile_and_asks_for_patience_where_nothing_moves(
    till: Guarded, slow: Slow[bool]
) -> None:
    counter = till.counter
    sell(counter)
    begin_void(counter)
    counter.click(till.pin.tiles.tiles[MANAGER.person_id])
    enter(till, PINS[MANAGER])
    assert till.pad.problem.text() == ""
    parts = (till.pad.dots, till.pad.problem, till.pad.keypad, till.pad.done_button)
    places = [part.geometry() for part in parts]

    counter.see(seen(MELONPAN, LEFT))
    assert counter.view.total == Money(160)
    counter.qtbot.waitUntil(lambda: bool(till.pad.problem.text()), timeout=2_000)
    assert till.pad.problem.text() == "少々お待ちください…"
    assert [part.geometry() for part in parts] == places

    slow.let.set()
    counter.wait_for_pin(till.pad)
    assert voids(counter) == [("佐藤", "田中")]


def test_it_is_looked_at_once_whatever_is_typed_meanwhile(till: Guarded, slow: Slow[bool]) -> None:
    sell(till.counter)
    begin_void(till.counter)
    till.counter.click(till.pin.tiles.tiles[MANAGER.person_id])
    enter(till, "1357")
    enter(till, PINS[MANAGER])
    till.counter.key(Qt.Key.Key_Backspace)
    assert till.pad.dots.count == 4
    slow.let.set()
    till.counter.wait_for_pin(till.pad)
    assert slow.calls == 1
    assert till.pad.problem.text() == "PINが違います。 もう一度入力してください。"
    assert till.pad.dots.count == 0


def test_escape_allows_nothing_however_right_the_pin_was(till: Guarded, slow: Slow[bool]) -> None:
    sell(till.counter)
    begin_void(till.counter)
    till.counter.click(till.pin.tiles.tiles[MANAGER.person_id])
    enter(till, PINS[MANAGER])
    till.counter.key(Qt.Key.Key_Escape)
    assert not till.is_asking()
    slow.let.set()
    till.counter.key(Qt.Key.Key_F10)
    till.tap(OWNER)  # waits for the one before
    assert voids(till.counter) == []
    assert till.approvals.cashier() == "小林"


def test_a_wrong_pin_counts_though_nobody_waited_for_the_answer(
    till: Guarded, slow: Slow[bool]
) -> None:
    slow.let.set()
    for _ in range(3):
        till.counter.key(Qt.Key.Key_F10)
        till.counter.click(till.pin.tiles.tiles[MANAGER.person_id])
        enter(till, "1357")
        till.counter.key(Qt.Key.Key_Escape)
    till.counter.qtbot.waitUntil(lambda: slow.calls == 3, timeout=2_000)
    till.counter.key(Qt.Key.Key_F10)
    till.counter.click(till.pin.tiles.tiles[MANAGER.person_id])
    assert till.pad.problem.text() == "PINの間違いが続きました。あと5秒お待ちください。"


def test_a_bug_in_looking_at_it_leaves_the_pad_to_be_used(
    till: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[object] = []
    monkeypatch.setattr(threading, "excepthook", crashes.append)

    def break_down(*_: str) -> bool:
        raise MemoryError

    monkeypatch.setattr(till.kept, "matches", break_down)
    till.counter.key(Qt.Key.Key_F10)
    till.tap(OWNER)
    till.counter.qtbot.waitUntil(lambda: bool(crashes), timeout=2_000)
    assert till.is_asking()
    monkeypatch.undo()
    till.type_pin(PINS[OWNER])
    assert till.approvals.cashier() == "小林"


# Signing in and locking.


def test_a_locked_register_shows_the_tray_and_sells_nothing(locked: Guarded) -> None:
    counter = locked.counter
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    assert counter.view.total == Money(300)
    assert "カート：2点 ¥300" in counter.words()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F10, Qt.Key.Key_F2):
        counter.key(key)
    assert not counter.view.paying
    assert locked.is_asking()
    assert not counter.window.header.tabs.isEnabled()

    locked.tap(CASHIER)
    counter.key(Qt.Key.Key_Return)
    assert counter.view.paying


def test_a_wish_to_pay_asks_first_who_is_there(till: Guarded) -> None:
    till.counter.see(seen(MELONPAN, LEFT))
    till.approvals.lock()
    till.counter.key(Qt.Key.Key_Return)
    assert till.is_asking()
    till.tap(OWNER)
    assert till.counter.view.paying


def test_the_cashier_changes_by_a_key_and_receipts_name_the_new_one(till: Guarded) -> None:
    header = till.counter.window.header
    sell(till.counter)
    till.counter.key(Qt.Key.Key_F10)
    assert till.is_asking()
    till.tap(OWNER)
    sell(till.counter)
    assert header.cashier_button.face.text() == "小林"
    assert [sale.cashier for sale in till.counter.till.sales.sold] == ["佐藤", "小林"]


def test_a_change_of_cashier_can_be_given_up(till: Guarded) -> None:
    till.counter.click(till.counter.window.header.cashier_button)
    till.counter.key(Qt.Key.Key_Escape)
    assert not till.is_asking()
    assert till.approvals.cashier() == "佐藤"


def test_nobody_changes_in_the_middle_of_a_payment(till: Guarded) -> None:
    till.counter.see(seen(MELONPAN, LEFT))
    till.counter.key(Qt.Key.Key_Return)
    till.counter.key(Qt.Key.Key_F10)
    assert not till.is_asking()


def test_the_register_is_locked_by_hand_and_keeps_the_cart(till: Guarded) -> None:
    till.counter.see(seen(MELONPAN, LEFT))
    till.counter.key(Qt.Key.Key_F10)
    till.counter.key(Qt.Key.Key_F12)
    assert not till.pin.head.back_button.isVisible()
    assert not till.counter.window.header.cashier_button.isVisible()
    till.tap(CASHIER)
    assert till.counter.rows() == {"メロンパン※": "1"}


def test_a_register_left_alone_locks_but_never_in_a_payment(till: Guarded) -> None:
    till.counter.see(seen(MELONPAN, LEFT))
    till.counter.key(Qt.Key.Key_Return)
    till.guard.lock_if_idle()
    assert till.counter.view.paying
    assert not till.is_asking()

    till.counter.click(till.counter.side.payment.quick_buttons[0])
    till.guard.lock_if_idle()
    assert till.is_asking()
    assert till.approvals.who() is None
    till.guard.lock_if_idle()  # nothing more happens
    till.tap(CASHIER)
    assert not till.is_asking()


def test_every_touch_begins_the_minutes_anew(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lock = AutoLock(window, 5)
    with qtbot.waitExposed(window):
        window.show()
    handle = window.windowHandle()

    def press() -> None:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)

    def type_letter() -> None:
        QTest.keyClick(handle, Qt.Key.Key_A)

    for touch in (press, type_letter):
        lock.timer.stop()
        touch()
        qtbot.waitUntil(lock.timer.isActive)
        assert lock.timer.interval() == 300_000
    lock.set_minutes(0)
    press()
    assert not lock.timer.isActive()


def test_a_window_within_another_is_touched_with_it(qtbot: QtBot) -> None:
    outer, window = QMainWindow(), QWidget()
    qtbot.addWidget(outer)
    lock = AutoLock(window, 5)
    with qtbot.waitExposed(outer):
        outer.show()
    outer.setCentralWidget(window)
    window.show()
    lock.timer.stop()
    QTest.mouseClick(outer.windowHandle(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lock.timer.isActive)


# The first start.


@pytest.fixture
def new_shop(make_counter: MakeCounter) -> Guarded:
    return Guarded(make_counter, {}, "ja")


def choose_pin(shop: Guarded, *pins: str) -> None:
    form = shop.guard.owner.form
    for pin in pins:
        for digit in pin:
            shop.counter.click(form.pin.pad.keypad.keys[digit])
        shop.counter.click(form.pin.pad.done_button)
        shop.counter.wait_for_pin(form.pin.pad)


def test_a_new_shop_sells_and_asks_for_its_owner_before_the_first_void(new_shop: Guarded) -> None:
    sell(new_shop.counter)
    begin_void(new_shop.counter)
    form = new_shop.guard.owner.form
    assert form.isVisible()
    new_shop.counter.type("小林")
    new_shop.counter.key(Qt.Key.Key_Return)
    for digits in ("90214", "90214"):
        new_shop.counter.type(digits)
        new_shop.counter.key(Qt.Key.Key_Return)
        new_shop.counter.wait_for_pin(form.pin.pad)

    assert voids(new_shop.counter) == [("小林", "小林")]
    assert new_shop.kept.pins == {new_shop.approvals.people()[0].person_id: "90214"}
    assert new_shop.counter.window.header.cashier_button.face.text() == "小林"


@pytest.mark.parametrize(
    ("pins", "says"),
    [
        (("0000",), "同じ数字だけ"),
        (("1234",), "順に並ぶ"),
        (("4545",), "くり返し"),
        (("90214", "90215"), "2回の入力が違います"),
    ],
)
def test_a_pin_anybody_would_guess_is_refused_with_the_reason(
    new_shop: Guarded, pins: tuple[str, ...], says: str
) -> None:
    sell(new_shop.counter)
    begin_void(new_shop.counter)
    new_shop.counter.type("小林")
    choose_pin(new_shop, *pins)
    assert says in new_shop.guard.owner.form.pin.pad.problem.text()
    assert new_shop.kept.all() == []

    choose_pin(new_shop, "90214", "90214")
    assert [person.name for person in new_shop.kept.all()] == ["小林"]


def test_without_a_name_there_is_no_owner_yet_and_the_pin_is_kept(new_shop: Guarded) -> None:
    sell(new_shop.counter)
    begin_void(new_shop.counter)
    new_shop.counter.key(Qt.Key.Key_Return)
    form = new_shop.guard.owner.form
    assert form.problem.text() == "先に名前を入力してください。"
    choose_pin(new_shop, "90214", "90214")
    assert form.problem.text() == "名前を入力してEnterを押してください。"
    assert new_shop.kept.all() == []
    new_shop.counter.type("小林")
    new_shop.counter.key(Qt.Key.Key_Return)
    assert voids(new_shop.counter) == [("小林", "小林")]


def test_an_owner_given_up_while_the_pin_is_being_sealed_is_none(
    new_shop: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(new_shop.kept.sealed)
    monkeypatch.setattr(new_shop.kept, "sealed", slow)
    sell(new_shop.counter)
    begin_void(new_shop.counter)
    new_shop.counter.type("小林")
    new_shop.counter.key(Qt.Key.Key_Return)
    for _ in range(2):
        enter(new_shop, "90214")
    new_shop.counter.key(Qt.Key.Key_Return)
    new_shop.counter.key(Qt.Key.Key_Escape)
    assert not new_shop.is_asking()
    slow.let.set()
    begin_void(new_shop.counter)
    new_shop.counter.type("田中")
    choose_pin(new_shop, "48213", "48213")
    assert slow.calls == 2
    assert [person.name for person in new_shop.kept.all()] == ["田中"]
    assert voids(new_shop.counter) == [("田中", "田中")]


def test_who_does_not_want_to_be_the_owner_now_goes_on_selling(new_shop: Guarded) -> None:
    sell(new_shop.counter)
    begin_void(new_shop.counter)
    new_shop.counter.key(Qt.Key.Key_Escape)
    assert not new_shop.is_asking()
    new_shop.counter.side.show_cart()
    sell(new_shop.counter)
    assert len(new_shop.counter.till.sales.sold) == 2


# How it looks.


def _lock(_: Guarded) -> None:
    """As it is."""


def _approve(till: Guarded) -> None:
    till.tap(CASHIER)
    sell(till.counter)
    begin_void(till.counter)
    till.tap(MANAGER, "1357")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("go", [_lock, _approve])
def test_no_word_is_cut_and_every_key_is_a_finger_wide(
    make_counter: MakeCounter, language: str, go: Callable[[Guarded], None]
) -> None:
    till = Guarded(make_counter, PINS, language)
    go(till)
    till.counter.qtbot.waitUntil(lambda: till.counter.cut_words() == [], timeout=2_000)
    assert till.counter.small_targets() == []


def test_the_owner_s_form_fits_the_smallest_window(new_shop: Guarded) -> None:
    new_shop.counter.window.resize(1024, 720)
    sell(new_shop.counter)
    begin_void(new_shop.counter)
    new_shop.counter.qtbot.waitUntil(lambda: new_shop.counter.cut_words() == [], timeout=2_000)
    assert new_shop.counter.small_targets() == []
