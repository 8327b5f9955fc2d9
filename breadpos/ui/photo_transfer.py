"""Photos taken in from a folder, or given out into one: how far it is, and what came of it."""

import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QProgressBar, QVBoxLayout, QWidget

from breadpos.application.photo_problems import Trouble
from breadpos.application.training_desk import Event
from breadpos.ui.failures import words_of
from breadpos.ui.key_button import KeyButton
from breadpos.ui.open_album import OpenAlbum
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import GAP_PX, PAD_PX
from breadpos.ui.training_process import TrainingProcess

_MINUTE_S = 60
_TELLING_PERCENT = 3
"""Before, how long it takes is no more than a guess."""


class PhotoTransfer(QWidget):
    """Runs beside the window; every photo that could not be taken is listed by name."""

    left = Signal()
    went_on = Signal()

    def __init__(self, album: OpenAlbum, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importing, self._exporting = album.importing, album.exporting
        self._process: TrainingProcess = album.importing
        self._end: Event | None = None
        self._folder = Path()
        self._share, self._is_read = 0, True
        self._began_s, self._remaining_s = time.monotonic(), float("inf")
        self.head = PanelHead()
        self.words = Prose()
        self.words.setProperty("words", "line")
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedHeight(GAP_PX + 4)
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.problems.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cancel_button = KeyButton(icon="x")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(PAD_PX)
        for part in (self.head, self.words, self.progress):
            layout.addWidget(part)
        layout.addWidget(self.cancel_button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.problems, stretch=1)
        self.head.back_requested.connect(self.left)
        self.cancel_button.clicked.connect(self._cancel)
        for process in (self._importing, self._exporting):
            process.told.connect(self._show_progress)
            process.ended.connect(self._show_end)
        self._retranslate()

    @property
    def is_running(self) -> bool:
        return self._end is None and self._process.is_running

    @property
    def is_import(self) -> bool:
        return self._process is self._importing

    @property
    def share(self) -> int:
        """How much is done, in percent."""
        return self._share

    @property
    def has_news(self) -> bool:
        """Whether nobody has seen yet what came of it."""
        return self._end is not None and not self._is_read

    def take_in(self, folder: Path) -> None:
        """Import what lies in a folder."""
        self._start(self._importing, folder)

    def give_out(self, folder: Path) -> None:
        """Export every photo into a folder that is not there yet."""
        self._start(self._exporting, folder)

    def _start(self, process: TrainingProcess, folder: Path) -> None:
        self._process, self._end, self._folder = process, None, folder
        self._share, self._is_read = 0, True
        self._began_s, self._remaining_s = time.monotonic(), float("inf")
        self.progress.setRange(0, 0)
        process.start([str(folder)])
        self._retranslate()

    def _cancel(self) -> None:
        self._process.cancel()

    @Slot(object)
    def _show_progress(self, event: Event) -> None:
        if event.get("of"):
            self.progress.setRange(0, int(event["of"]))
            self.progress.setValue(int(event["done"]))
            done, of = int(event["done"]), int(event["of"])
            self._share = round(100 * done / of)
            self._remaining_s = (time.monotonic() - self._began_s) * (of / max(done, 1) - 1)
            self._retranslate()
            self.went_on.emit()

    @Slot(object)
    def _show_end(self, last: Event) -> None:
        self._end, self._is_read = last, self.isVisible()
        if last.get("event") == "done":
            self._process.acknowledge()
        self._retranslate()
        self.went_on.emit()

    def _retranslate(self) -> None:
        is_import = self.is_import
        title = self.tr("Import photos") if is_import else self.tr("Export photos")
        self.head.show_title(title)
        is_running = self.is_running
        self.progress.setVisible(is_running)
        self.cancel_button.setVisible(is_running)
        self.cancel_button.set_words(self.tr("Cancel"))
        self.words.setText(self._told(is_import=is_import))
        self._list_problems()

    def _list_problems(self) -> None:
        """Each in the language of now."""
        end = self._end or {}
        words, said = self._trouble_words(), end.get("problems", ())
        troubles = end.get("troubles") or [("", "")] * len(said)
        lines = [
            words[trouble].replace("%1", what) if trouble in words else line
            for (trouble, what), line in zip(troubles, said, strict=True)
        ]
        self.problems.clear()
        self.problems.addItems([f"！ {line}" for line in lines])

    def _trouble_words(self) -> dict[str, str]:
        return {
            Trouble.UNREADABLE.value: self.tr("%1: it is damaged, or no picture"),
            Trouble.NO_PICTURE.value: self.tr("%1: it is no picture"),
            Trouble.EMPTY.value: self.tr("%1: there are no photos of it"),
            Trouble.NO_MATCH.value: self.tr("%1: it fits no picture and no bread of the list"),
            Trouble.NO_PRODUCT.value: self.tr("%1: this cannot be the name of a bread"),
            Trouble.LONELY.value: self.tr("%1: one photo only; five of each is good"),
            Trouble.NOT_COPIED.value: self.tr("%1: it could not be copied"),
        }

    def _told(self, *, is_import: bool) -> str:
        end = self._end
        if end is None:
            told = self.tr("The register goes on selling meanwhile.")
            if self.progress.maximum():
                of = f"{self.progress.value():,} / {self.progress.maximum():,}"
                return f"{of}{self._remaining()}\n{told}"
            return told
        match end.get("event"):
            case "done":
                count, problems = int(end.get("photos", 0)), len(end.get("problems", ()))
                told = (
                    self.tr("✓ %n photo(s) imported.", "", count)
                    if is_import
                    else self.tr("✓ %n photo(s) exported.", "", count)
                )
                if not is_import:
                    told += f"\n{self._folder}"
                elif count:
                    told += "\n" + self.tr(
                        "The register knows them after the next training. New breads get their"
                        " price under Products."
                    )
                if problems:
                    told += "\n" + self.tr("Please look at %n thing(s):", "", problems)
                return told
            case "cancelled":
                return self.tr("Cancelled. What was done by then stays.")
            case _:
                failed = self.tr("It did not work.")
                why = words_of(str(end.get("failure") or "")) or str(end.get("message") or "")
                return f"{failed}\n{why}"

    def _remaining(self) -> str:
        """How long it still takes, once some of it is done."""
        if self._share < _TELLING_PERCENT:
            return ""
        if self._remaining_s < _MINUTE_S:
            return " ・ " + self.tr("less than a minute left")
        return " ・ " + self.tr("about %n minute(s) left", "", round(self._remaining_s / _MINUTE_S))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_read = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
