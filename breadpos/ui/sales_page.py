"""The page of sales: its parts, and files made of what they show."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.books import Books
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.accounting import Program
from breadpos.domain.errors import BreadposError
from breadpos.domain.recognition import Recognition
from breadpos.ui.baking_part import BakingPart
from breadpos.ui.banner import Banner
from breadpos.ui.banner_message import Message, Remedy, Topic
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.closing_part import ClosingPart
from breadpos.ui.errand import Errand
from breadpos.ui.failures import message_for, topic_of
from breadpos.ui.file_choice import DialogFileChoice, FileChoice
from breadpos.ui.fonts import words_are_large
from breadpos.ui.glance_part import GlancePart
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.picture_bytes import pdf_bytes, png_bytes
from breadpos.ui.reports_part import ReportsPart
from breadpos.ui.sales_part import SalesPart
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tokens import EDGE_PX, GAP_PX

P = TypeVar("P", bound=SalesPart)

_PROGRAMS = tuple(Program)
_PARTS_PX = 672
_ONE_ROW_PX = 1_240
_ANY_PX = 16_777_215
"""Qt's word for no limit."""

_PICTURES = "PDF (*.pdf);;PNG (*.png)"
_TABLES = "CSV (*.csv);;Excel (*.xlsx)"


class SalesPage(QWidget):
    """Shows one part at a time, each made when it is first wanted.

    Args:
        preview: each frame of the camera, for the closing count.
    """

    camera_lost = Signal()

    def __init__(
        self,
        books: Books,
        front: ShopFront,
        preview: Mailbox[Frame],
        choice: FileChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named("page", self)
        self._books, self._front, self._preview = books, front, preview
        self._choice = choice or DialogFileChoice(self)
        self.banner, self.parts = Banner(), QStackedWidget()
        self.choices = ChoiceRow(("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"))
        self.table_button = KeyButton(icon="file-csv", keys=("F9",))
        self.accounts_button = KeyButton(icon="download-simple", keys=("F11",))
        self.picture_button = KeyButton(icon="file-pdf", keys=("F12",))
        self._top = QHBoxLayout()
        self.programs = ChoiceRow(("", "", ""))
        self.writing = Errand(self)
        self._told, self._number = "", 0
        self._lay_out()
        self._connect()
        self.show_part(0)

    @cached_property
    def glance(self) -> GlancePart:
        """The day."""
        return self._added(GlancePart(self._books, self._front))

    @cached_property
    def reports(self) -> ReportsPart:
        """What some days brought in."""
        return self._added(ReportsPart(self._books, self._front))

    @cached_property
    def closing(self) -> ClosingPart:
        """What is left on the shelves."""
        part = self._added(ClosingPart(self._books, self._front, self._preview))
        self.camera_lost.connect(part.view.forget_picture)
        return part

    @cached_property
    def baking(self) -> BakingPart:
        """How much to bake tomorrow."""
        return self._added(BakingPart(self._books, self._front))

    def _added(self, part: P) -> P:
        part.failed.connect(self.show_failure)
        self.parts.addWidget(part)
        return part

    @property
    def takes_recognitions(self) -> bool:
        """Whether what lies on the tray is being counted, and so not for sale."""
        return self.isVisible() and isinstance(self.parts.currentWidget(), ClosingPart)

    def see(self, recognition: Recognition) -> None:
        self.closing.see(recognition)

    def show_part(self, number: int) -> None:
        """Show the day, the reports, the closing count or tomorrow's baking."""
        self._number = number
        self.parts.setCurrentWidget(self._part())
        is_reports = isinstance(self._part(), ReportsPart)
        for button in (self.table_button, self.accounts_button):
            button.setVisible(is_reports)
        self.programs.hide()
        self._retranslate()

    def _part(self) -> SalesPart:
        match self._number:
            case 0:
                return self.glance
            case 1:
                return self.reports
            case 2:
                return self.closing
            case _:
                return self.baking

    def _write_table(self) -> None:
        part = self.reports
        if part.is_ready:
            name = f"{part.file_name()}.csv"
            self._choice.to_write(
                self.tr("Table"), _TABLES, name, lambda path: self._write(path, part.write_table)
            )

    def _write_accounts(self, number: int) -> None:
        program, span = _PROGRAMS[number], self.reports.span_bar.span
        self.programs.hide()
        name = f"{program.value}-{span.first:%Y%m%d}-{span.last:%Y%m%d}.csv"

        def write(path: Path) -> None:
            self.reports.write_accounts(path, program)

        self._choice.to_write(
            self.tr("Journal lines"), "CSV (*.csv)", name, lambda path: self._write(path, write)
        )

    def _write_picture(self) -> None:
        part = self._part()
        if not part.is_ready:
            return
        name = part.file_name()

        def draw(path: Path) -> None:
            # here, for only the window's thread may paint widgets
            content = self._drawn(part, name, is_png=path.suffix.lower() == ".png")
            self._write(path, lambda path: self._books.write_file(path, content))

        self._choice.to_write(self.tr("Picture or PDF"), _PICTURES, f"{name}.pdf", draw)

    def _drawn(self, part: SalesPart, name: str, *, is_png: bool) -> bytes:
        """A part as a file holds it; a table that is longer than its place follows in full."""
        long, ground = part.long_table, self._front.palette.surface
        whole = None if long is None else long.whole(part.paper.width())
        papers = [part.paper] if whole is None else [part.paper, whole]
        with nullcontext() if long is None else long.without_cut_rows():
            content = png_bytes(ground, *papers) if is_png else pdf_bytes(name, ground, *papers)
        if whole is not None:
            whole.deleteLater()
        return content

    def _write(self, path: Path, write: Callable[[Path], None]) -> None:
        def work() -> str:
            write(path)
            return path.name

        self.writing.run(work)

    def _tell_written(self, name: object) -> None:
        self._told = str(name)
        self.banner.announce(Topic.FILES, self._written)

    def _written(self) -> Message:
        title = self.tr("%1 is written.").replace("%1", self._told)
        return Message(title, "", ((self.tr("OK"), Remedy.DISMISS),))

    def show_failure(self, error: object) -> None:
        if isinstance(error, BreadposError):
            self.banner.announce(topic_of(error), lambda: message_for(error))

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        files.setSpacing(GAP_PX)
        files.addStretch()
        for widget in (self.programs, *self._files()):
            files.addWidget(widget)
        self._top.setSpacing(GAP_PX)
        self._top.addWidget(self.choices)
        self._top.addLayout(files, stretch=1)
        self.programs.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.banner)
        layout.addLayout(self._top)
        layout.addWidget(self.parts, stretch=1)
        self._arrange()

    def _files(self) -> tuple[KeyButton, ...]:
        return self.table_button, self.accounts_button, self.picture_button

    def _arrange(self) -> None:
        """Where there is no room for one row there are two: the parts, and below them the files."""
        is_large = words_are_large() or self.width() < _ONE_ROW_PX
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(down if is_large else across)
        self.choices.setMinimumWidth(0 if is_large else _PARTS_PX)
        self.choices.setMaximumWidth(_ANY_PX if is_large else _PARTS_PX)

    def _connect(self) -> None:
        self.table_button.clicked.connect(self._write_table)
        self.accounts_button.clicked.connect(
            lambda: self.programs.setVisible(self.programs.isHidden())
        )
        self.programs.chosen.connect(self._write_accounts)
        self.picture_button.clicked.connect(self._write_picture)
        self.writing.done.connect(self._tell_written)
        self.writing.failed.connect(self.show_failure)
        self.choices.chosen.connect(self.show_part)
        self.banner.acted.connect(self.banner.withdraw)

    def _retranslate(self) -> None:
        self.table_button.set_words(self.tr("Table"))
        self.accounts_button.set_words(self.tr("For the accounts"))
        self.picture_button.set_words(self.tr("Picture, PDF"))
        words = (
            self.tr("Today"),
            self.tr("Reports"),
            self.tr("Closing count"),
            self.tr("Tomorrow's baking"),
        )
        self.choices.show_words(words, self._number)
        names = ("freee", self.tr("Yayoi"), "MoneyForward")
        self.programs.show_words(names, None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
