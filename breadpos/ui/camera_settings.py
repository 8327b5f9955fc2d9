"""Which camera, how large its picture, and how wide the counter it shows."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.ui.errand import Errand
from breadpos.ui.key_button import KeyButton
from breadpos.ui.outlined_view import OutlinedView
from breadpos.ui.picture_check import PictureCheck
from breadpos.ui.setting_row import TextRow
from breadpos.ui.settings_book import SettingsBook
from breadpos.ui.settings_form import SettingsForm
from breadpos.ui.tokens import GAP_PX, STEP_PX, Palette

_SIMULATED = "simulated"
_LEAST_PICTURE_PX = 320


class CameraFound(Protocol):
    """A camera this computer has."""

    @property
    def source(self) -> str: ...
    @property
    def name(self) -> str: ...


class CameraForm(SettingsForm):
    """The picture on the right is the one at the counter; a saved camera is opened at once.

    Args:
        find: lists the cameras; may take a while.
    """

    chosen = Signal()  # a camera of the list

    def __init__(
        self,
        book: SettingsBook,
        find: Callable[[], Sequence[CameraFound]],
        preview: Mailbox[Frame],
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        self._find = find
        self._found: tuple[CameraFound, ...] = ()
        self.choices_label = QLabel()
        self.choices_label.setProperty("words", "strong")
        self.choices: dict[str, KeyButton] = {}
        self._group = QButtonGroup()
        self._choice_column = QVBoxLayout()
        self.again_button = KeyButton(icon="arrows-clockwise")
        self.source = TextRow(("camera", "source"))
        self.width_px = TextRow(("camera", "width"), short=True)
        self.height_px = TextRow(("camera", "height"), short=True)
        self.view_width = TextRow(("vision", "view_width_mm"), short=True)
        self.picture = OutlinedView(preview, palette)
        self.verdict = PictureCheck(self.picture)
        self.finding = Errand()
        super().__init__(
            book, (self.source, self.width_px, self.height_px, self.view_width), parent=parent
        )
        self.side_by_side(self.width_px, self.height_px)
        self._lay_out_choices()
        self.source.changed.connect(self._mark_choice)
        self.again_button.clicked.connect(self.look_for_cameras)
        self.finding.done.connect(self._offer)
        self._offer(())
        self.retranslate()

    def look_for_cameras(self) -> None:
        """Ask the computer for its cameras, beside everything else."""
        self.again_button.setEnabled(False)
        self.finding.run(self._find)

    def show_settings(self) -> None:
        super().show_settings()
        self._mark_choice()

    @Slot(object)
    def _offer(self, found: Sequence[CameraFound]) -> None:
        """One button a camera, and one for the simulated counter."""
        self._found = tuple(found)
        self.again_button.setEnabled(True)
        for button in self.choices.values():
            self._group.removeButton(button)
            button.deleteLater()
        self.choices = {each.source: self._choice(each.source) for each in self._found}
        self.choices[_SIMULATED] = self._choice(_SIMULATED)
        self._word_choices()
        self._mark_choice()

    def _choice(self, source: str) -> KeyButton:
        button = KeyButton(kind="option", icon="camera")
        button.setCheckable(True)
        button.setEnabled(not self.source.is_locked)
        button.clicked.connect(lambda: self._choose(source))
        self._group.addButton(button)
        self._choice_column.addWidget(button)
        return button

    def _choose(self, source: str) -> None:
        self.source.show_value(source)
        self.source.changed.emit()
        self.chosen.emit()

    def _mark_choice(self) -> None:
        chosen = self.source.value().partition(":")[0]
        self._group.setExclusive(False)
        for source, button in self.choices.items():
            button.setChecked(source == chosen)
        self._group.setExclusive(True)

    def _lay_out_choices(self) -> None:
        self._choice_column.setSpacing(STEP_PX)
        foot = QHBoxLayout()
        foot.addWidget(self.again_button)
        foot.addStretch()
        above = QVBoxLayout()
        above.setSpacing(GAP_PX)
        above.addWidget(self.choices_label)
        above.addLayout(self._choice_column)
        above.addLayout(foot)
        self.column.insertLayout(0, above)
        self.picture.pill.hide()
        self.picture.no_picture.sentence.hide()  # nothing is sold here
        self.picture.setMinimumSize(_LEAST_PICTURE_PX, _LEAST_PICTURE_PX // 2)
        beside = QWidget()
        above_verdict = QVBoxLayout(beside)
        above_verdict.setContentsMargins(0, 0, 0, 0)
        above_verdict.setSpacing(GAP_PX)
        above_verdict.addWidget(self.picture, stretch=3)
        above_verdict.addWidget(self.verdict)
        above_verdict.addStretch(1)
        self.put_beside(beside)

    def _word_choices(self) -> None:
        for each in self._found:
            self.choices[each.source].set_words(each.name, each.source)
        self.choices[_SIMULATED].set_words(self.tr("Simulated counter"), _SIMULATED)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Camera and tray"))
        self.choices_label.setText(self.tr("Cameras of this computer"))
        self.again_button.set_words(self.tr("Look for cameras again"))
        self.source.set_words(
            self.tr("Camera in use"),
            self.tr("A number, a video file or URL, or “simulated”."),
        )
        self.width_px.set_words(self.tr("Picture's width"), self.tr("160 to 8192."), "px")
        self.height_px.set_words(self.tr("Picture's height"), self.tr("120 to 8192."), "px")
        self.view_width.set_words(
            self.tr("What the picture shows across"),
            self.tr(
                "Lay a ruler across the counter and read it at the picture's edges: up to 5000."
                " 0: not measured, and size tells nothing."
            ),
            "mm",
        )
        self._word_choices()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_for_cameras()
