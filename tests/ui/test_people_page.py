import pytest
from PySide6.QtCore import Qt

from breadpos.domain.errors import StorageError
from breadpos.domain.person import Person, Role
from breadpos.ui.new_pin_pad import NewPinPad
from breadpos.ui.people_page import PeoplePage
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.tab import Tab
from tests.people import CASHIER, MANAGER, OWNER, PINS
from tests.ui.conftest import MakeCounter
from tests.ui.guarded import Guarded


class Office(Guarded):
    """The page among the settings."""

    def __init__(
        self, make_counter: MakeCounter, pins: dict[Person, str], language: str = "ja"
    ) -> None:
        super().__init__(make_counter, pins, language)
        if pins:
            self.tap(OWNER)
        self.page = PeoplePage(self.guard._staff, self.guard.ask)
        self.page.changed.connect(self.guard.refresh)
        self.page.owner_made.connect(self.guard.admit)
        self.card = self.page.card
        settings = SettingsPage()
        settings.offer(Section.PEOPLE, lambda: self.page)
        self.counter.window.pages.offer(Tab.SETTINGS, lambda: settings)
        self.counter.window.open_tab(Tab.SETTINGS)

    def choose(self, person: Person) -> None:
        self.counter.click(self.page.rows[person.person_id])

    def press(self, pad: NewPinPad, *pins: str) -> None:
        for pin in pins:
            for digit in pin:
                self.counter.click(pad.pad.keypad.keys[digit])
            self.counter.click(pad.pad.done_button)
            self.counter.wait_for_pin(pad.pad)

    def people(self) -> dict[str, Role]:
        return {person.name: person.role for person in self.kept.all() if person.active}


@pytest.fixture
def office(make_counter: MakeCounter) -> Office:
    return Office(make_counter, PINS)


def test_somebody_new_gets_a_name_a_role_and_a_pin(office: Office) -> None:
    office.counter.click(office.page.add_button)
    assert office.card.save_button.hint.text() == "名前を入力してください"
    office.counter.type("鈴木")
    office.counter.click(office.card.roles.buttons[1])
    office.counter.click(office.card.save_button)
    office.press(office.card.pin, "8264", "8264")

    assert office.people()["鈴木"] is Role.MANAGER
    assert office.page.told.text() == "鈴木さんはレジに入れます。"
    assert office.card.title.text() == "鈴木"
    office.guard.change_cashier()
    office.counter.click(office.pin.tiles.tiles[office.kept.all()[-1].person_id])
    office.type_pin("8264")
    assert office.approvals.cashier() == "鈴木"


def test_somebody_is_renamed_and_promoted(office: Office) -> None:
    office.choose(CASHIER)
    assert not office.card.save_button.isEnabled()
    office.counter.click(office.card.name.line)
    office.counter.type(" 花")
    office.counter.click(office.card.roles.buttons[2])
    office.counter.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert office.people() == {"小林": Role.OWNER, "田中": Role.MANAGER, "佐藤 花": Role.OWNER}


def test_the_owner_s_own_new_name_is_in_the_header_at_once(office: Office) -> None:
    office.choose(OWNER)
    office.counter.click(office.card.name.line)
    office.counter.type("屋")
    office.counter.click(office.card.save_button)
    assert office.counter.window.header.cashier_button.face.text() == "小林屋"


def test_a_new_pin_is_typed_twice(office: Office) -> None:
    office.choose(CASHIER)
    office.counter.click(office.card.pin_button)
    office.press(office.card.pin, "7319", "7318")
    assert "2回の入力が違います" in office.card.pin.pad.problem.text()
    office.press(office.card.pin, "7319", "7319")
    assert office.kept.pins[CASHIER.person_id] == "7319"


def test_whoever_leaves_stays_in_the_list_and_can_come_back(office: Office) -> None:
    office.choose(CASHIER)
    office.counter.click(office.card.retire_button)
    assert "佐藤" not in office.people()
    assert office.page.rows[CASHIER.person_id].hint.text() == "退職"
    assert not office.card.name.isEnabled()

    office.counter.click(office.card.save_button)
    office.press(office.card.pin, "7319", "7319")
    assert office.people()["佐藤"] is Role.CASHIER
    assert office.kept.pins[CASHIER.person_id] == "7319"


def test_the_last_owner_stays(office: Office) -> None:
    office.choose(OWNER)
    office.counter.click(office.card.retire_button)
    assert office.page.told.text().startswith("オーナーが1人は必要です。")
    assert office.people()["小林"] is Role.OWNER


def test_an_owner_who_leaves_while_another_stays_is_at_the_register_no_longer(
    office: Office,
) -> None:
    office.guard._staff.change(MANAGER, "田中", Role.OWNER)
    office.page.refresh()
    office.choose(OWNER)
    office.counter.click(office.card.retire_button)
    assert office.is_asking()
    assert set(office.pin.tiles.tiles) == {MANAGER.person_id, CASHIER.person_id}


def test_what_cannot_be_is_told_and_what_was_typed_stays(office: Office) -> None:
    office.choose(CASHIER)
    office.card.name.line.selectAll()
    office.card.name.line.setFocus()
    office.counter.type("田中")
    office.counter.click(office.card.save_button)
    assert office.page.told.text().startswith("同じ名前の人がいます。")
    assert office.card.name.text() == "田中"


def test_a_cashier_s_wish_asks_for_the_owner_s_pin_and_goes_on(office: Office) -> None:
    office.guard.let_in(CASHIER.person_id, PINS[CASHIER])
    office.choose(MANAGER)
    office.counter.click(office.card.retire_button)
    assert "スタッフの変更には、オーナーのPINが必要です。" in office.counter.words()
    assert "田中" in office.people()
    office.type_pin(PINS[OWNER])  # there is only one
    assert "田中" not in office.people()
    assert office.page.told.text() == "田中さんを退職にしました。"


def test_cancelling_that_leaves_all_as_it_was(office: Office) -> None:
    office.guard.let_in(CASHIER.person_id, PINS[CASHIER])
    office.choose(MANAGER)
    office.counter.click(office.card.retire_button)
    office.counter.key(Qt.Key.Key_Escape)
    assert not office.is_asking()
    assert "田中" in office.people()
    assert office.card.retire_button.isVisible()


def test_a_new_shop_begins_with_its_owner(make_counter: MakeCounter) -> None:
    office = Office(make_counter, {})
    office.counter.click(office.page.owner.name.line)
    office.counter.type("小林")
    office.press(office.page.owner.pin, "90214", "90214")
    assert office.people() == {"小林": Role.OWNER}
    assert office.approvals.cashier() == "小林"
    assert office.page.card.isVisible()


def test_a_disk_that_refuses_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> list[Person]:
        raise StorageError("people not read")

    monkeypatch.setattr(office.kept, "all", refuse)
    office.page.refresh()
    assert office.page.told.property("words") == "problem"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_word_is_cut(make_counter: MakeCounter, language: str) -> None:
    office = Office(make_counter, PINS, language)
    office.choose(CASHIER)
    office.counter.qtbot.waitUntil(lambda: office.counter.cut_words() == [], timeout=2_000)
    assert office.counter.small_targets() == []
