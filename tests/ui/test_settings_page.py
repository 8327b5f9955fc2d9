from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from breadpos.application.cues import Cue
from breadpos.application.desk import Desk
from breadpos.application.tax_desk import TaxDesk
from breadpos.domain.errors import SettingsError
from breadpos.domain.tax import ANNOUNCED, Rounding
from breadpos.settings import ScreenSettings, Settings
from breadpos.ui.appearance import Appearance
from breadpos.ui.camera_settings import CameraForm
from breadpos.ui.register_settings import RegisterForm
from breadpos.ui.screen_settings import ScreenForm
from breadpos.ui.settings_book import Place, SettingsBook
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.shop_settings import ShopForm
from breadpos.ui.sound_settings import SoundForm
from breadpos.ui.tab import Tab
from breadpos.ui.tax_settings import TaxForm
from breadpos.ui.tokens import DARK, LIGHT
from tests.books import MemoryDays, MemoryJournal
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import FixedClock
from tests.unit.application.test_tax_desk import Rates

TRUE_NUMBER = "T7000012050002"  # the National Tax Agency's own
SECTIONS = (Section.SHOP, Section.SCREEN, Section.REGISTER)


class Office:
    """The page in the window, on settings in memory."""

    def __init__(self, counter: Counter, variables: dict[str, Place] | None = None) -> None:
        self.counter, self.qtbot = counter, counter.qtbot
        self.saved: list[Settings] = []
        self.refusal: SettingsError | None = None
        self.day_is_open = False
        self.book = SettingsBook(Settings(language="ja"), self._save, variables or {})
        self.page = SettingsPage()
        self.shop, self.look = ShopForm(self.book), ScreenForm(self.book)
        self.register = RegisterForm(self.book, lambda: self.day_is_open)
        self.page.offer(Section.SHOP, lambda: self.shop)
        self.page.offer(Section.SCREEN, lambda: self.look)
        self.page.offer(Section.REGISTER, lambda: self.register)
        counter.window.pages.offer(Tab.SETTINGS, lambda: self.page)
        counter.window.open_tab(Tab.SETTINGS)

    def _save(self, settings: Settings) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.saved.append(settings)

    def open(self, section: Section) -> None:
        self.qtbot.waitUntil(self.page.button(section).isVisible)
        self.counter.click(self.page.button(section))

    def save_by_key(self) -> None:
        self.counter.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def office(counter: Counter) -> Office:
    return Office(counter)


def test_the_shops_name_is_typed_and_saved_with_a_key(office: Office) -> None:
    assert not office.shop.save_button.isEnabled()
    office.counter.click(office.shop.name.line)
    office.counter.type("麦の家")
    office.save_by_key()
    assert [each.shop.name for each in office.saved] == ["麦の家"]
    assert "保存しました" in office.shop.told.text()
    assert not office.shop.save_button.isEnabled()


def test_a_wrong_entry_says_beside_itself_what_is_allowed_and_nothing_is_saved(
    office: Office,
) -> None:
    office.counter.click(office.shop.name.line)
    office.counter.type("麦の家")
    office.counter.click(office.shop.number.line)
    office.counter.type("T123")
    office.counter.click(office.shop.save_button)
    assert office.saved == []
    assert office.shop.number.note.text().startswith("！ Tと数字13桁")
    assert not office.shop.name.note.text().startswith("！")
    office.counter.type("4567890123")
    office.counter.click(office.shop.save_button)
    assert [each.shop.registration_number for each in office.saved] == ["T1234567890123"]


def test_a_shop_without_a_name_is_asked_for_it(office: Office) -> None:
    office.counter.click(office.shop.telephone.line)
    office.counter.type("03")
    office.counter.click(office.shop.save_button)
    assert office.saved == []
    assert office.shop.name.note.text().startswith("！ 必ず入力してください")
    office.counter.type("麦の家")  # the field is ready for it
    office.save_by_key()
    assert [(each.shop.name, each.shop.telephone) for each in office.saved] == [("麦の家", "03")]


def test_a_marked_line_rolls_into_sight(office: Office) -> None:
    window, form = QWidget(), ShopForm(office.book)
    office.qtbot.addWidget(window)
    form.setParent(window)
    form.resize(600, 300)
    window.show()
    form.name.line.setText("麦の家")
    form.number.line.setText("T123")
    office.qtbot.waitUntil(lambda: form.number.visibleRegion().isEmpty())

    assert not form.save()

    office.qtbot.waitUntil(lambda: not form.number.line.visibleRegion().isEmpty())


def test_a_number_that_is_no_companys_is_doubted_but_taken(office: Office) -> None:
    office.counter.click(office.shop.name.line)
    office.counter.type("麦の家")
    office.counter.click(office.shop.number.line)
    office.counter.type(TRUE_NUMBER)
    assert not office.shop.warning.isVisible()
    office.shop.number.line.clear()
    office.counter.type("T1234567890123")
    assert office.shop.warning.isVisible()
    office.counter.click(office.shop.save_button)
    assert office.saved[-1].shop.registration_number == "T1234567890123"


def test_a_disk_that_refuses_changes_nothing_and_what_was_typed_stays(office: Office) -> None:
    office.refusal = SettingsError("disk")
    office.counter.click(office.shop.name.line)
    office.counter.type("麦の家")
    office.counter.click(office.shop.save_button)
    assert office.book.settings.shop.name == ""
    assert office.shop.name.line.text() == "麦の家"
    assert office.shop.told.text()
    office.refusal = None
    office.counter.click(office.shop.save_button)
    assert office.saved[-1].shop.name == "麦の家"


def test_what_a_variable_sets_says_so_and_cannot_be_edited(counter: Counter) -> None:
    office = Office(counter, {"BREADPOS_SHOP__NAME": ("shop", "name")})
    assert not office.shop.name.line.isEnabled()
    assert "BREADPOS_SHOP__NAME" in office.shop.name.note.text()
    assert office.shop.address.line.isEnabled()


def test_the_look_changes_at_once(office: Office, qapp: QApplication) -> None:
    window = office.counter.window
    palette = office.counter.front.palette
    appearance = Appearance(qapp, palette, ScreenSettings())
    appearance.changed.connect(window.dress)
    office.book.changed.connect(lambda _, now: appearance.wear(now.screen))
    office.open(Section.SCREEN)
    office.counter.click(office.look.theme.options.button("dark"))
    assert palette == DARK
    assert DARK.paper in window.styleSheet()
    before = office.look.title.fontMetrics().height()
    office.counter.click(office.look.text_size.options.button(150))
    assert office.look.title.fontMetrics().height() > before
    office.counter.click(office.look.animations.options.button(False))
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    screen = ScreenSettings(theme="dark", text_percent=150, animations=False)
    assert office.saved[-1].screen == screen
    appearance.wear(ScreenSettings())
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def test_without_animations_products_appear_at_once(counter: Counter, qapp: QApplication) -> None:
    appearance = Appearance(qapp, counter.front.palette, ScreenSettings(animations=False))
    counter.key(Qt.Key.Key_F2)
    assert counter.tray.grid.pos().y() == 0
    assert counter.tray.grid.isVisible()
    appearance.wear(ScreenSettings())


def test_how_the_register_rounds_and_prints(office: Office) -> None:
    office.open(Section.REGISTER)
    form = office.register
    office.counter.click(form.rounding.options.button(Rounding.HALF_UP))
    form.columns.line.setFocus()
    form.columns.line.selectAll()
    office.counter.type("70")
    office.counter.click(form.save_button)
    assert office.saved == []
    assert form.columns.note.text().startswith("！ 24〜64")
    form.columns.line.selectAll()
    office.counter.type("48")
    office.save_by_key()
    register = office.saved[-1].register
    assert (register.rounding, register.receipt_columns) == (Rounding.HALF_UP, 48)


def test_the_registers_name_waits_for_the_end_of_the_day(office: Office) -> None:
    office.open(Section.REGISTER)
    office.day_is_open = True
    office.counter.click(office.register.name.line)
    office.counter.type("2")
    office.counter.click(office.register.save_button)
    assert office.saved == []
    assert "精算" in office.register.told.text()
    office.day_is_open = False
    office.counter.click(office.register.save_button)
    assert office.saved[-1].register.name == "12"


def test_keys_lead_from_section_to_section(office: Office) -> None:
    office.counter.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert office.register.isVisible()
    office.page.setFocus()
    office.counter.key(Qt.Key.Key_Up)
    assert office.look.isVisible()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_no_words_are_cut_and_every_target_is_a_fingers(
    make_counter: MakeCounter, language: str, section: Section
) -> None:
    office = Office(make_counter(language=language))
    office.open(section)
    office.qtbot.waitUntil(lambda: office.counter.cut_words() == [])
    assert office.counter.small_targets() == []


def test_only_sections_that_are_offered_are_listed(office: Office) -> None:
    assert office.page.sections() == SECTIONS


class Found:
    def __init__(self, source: str, name: str) -> None:
        self.source, self.name = source, name


def camera_form(office: Office, *found: Found) -> CameraForm:
    form = CameraForm(office.book, lambda: found, office.counter.preview, LIGHT)
    office.page.offer(Section.CAMERA, lambda: form)
    office.open(Section.CAMERA)
    office.qtbot.waitUntil(lambda: len(form.choices) == len(found) + 1)
    office.qtbot.waitUntil(lambda: all(choice.isVisible() for choice in form.choices.values()))
    return form


def test_a_camera_is_chosen_from_those_the_computer_has(office: Office) -> None:
    form = camera_form(office, Found("0", "Front"), Found("1", "Counter cam"))
    assert form.choices["0"].isChecked()
    office.counter.click(form.choices["1"])
    office.counter.click(form.save_button)
    assert office.saved[-1].camera.source == "1"
    assert form.choices["1"].isChecked()


def test_an_odd_camera_or_width_is_refused_beside_its_field(office: Office) -> None:
    form = camera_form(office)
    office.counter.click(form.width_px.line)
    form.width_px.line.selectAll()
    office.counter.type("12")
    office.counter.click(form.view_width.line)
    form.view_width.line.selectAll()
    office.counter.type("wide")
    office.counter.click(form.save_button)
    assert office.saved == []
    assert form.width_px.note.text().startswith("！")
    assert form.view_width.note.text().startswith("！")
    form.width_px.line.selectAll()
    form.width_px.line.setFocus()
    office.counter.type("640")
    form.view_width.line.selectAll()
    form.view_width.line.setFocus()
    office.counter.type("412.5")
    office.counter.click(form.save_button)
    saved = office.saved[-1]
    assert (saved.camera.width, saved.vision.view_width_mm) == (640, 412.5)
    assert not form.save_button.isEnabled()


def test_each_sound_can_be_heard(office: Office) -> None:
    heard: list[Cue] = []

    class Ears:
        def play(self, cue: Cue) -> None:
            heard.append(cue)

    form = SoundForm(office.book, Ears())
    office.page.offer(Section.SOUND, lambda: form)
    office.open(Section.SOUND)
    for button in form.buttons.values():
        office.counter.click(button)
    assert heard == list(Cue)
    office.counter.click(form.on.options.button(False))
    assert not office.saved[-1].sound.on


def test_a_tax_change_is_switched_on_and_todays_rates_cannot_be_switched_off(
    office: Office,
) -> None:
    rates = Rates()
    form = TaxForm(TaxDesk(rates, Desk(FixedClock(), MemoryDays(list), MemoryJournal())))
    office.page.offer(Section.TAX, lambda: form)
    office.open(Section.TAX)
    with office.qtbot.waitSignal(form.switched):
        office.counter.click(form.switches[ANNOUNCED.valid_from].button(True))
    assert dict(rates.rows)[ANNOUNCED]
    office.counter.click(form.switches[date(2019, 10, 1)].button(False))
    assert form.told.text()
    assert form.switches[date(2019, 10, 1)].value() is True
    assert all(active for _, active in rates.rows)
