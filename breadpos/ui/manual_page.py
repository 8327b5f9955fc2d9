"""The manual in the window: the page for this screen first, all others beside it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QWidget,
)

from breadpos.ui.assets import asset
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.manual_book import Chapter, ChapterText, read_chapters
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, STEP_PX
from breadpos.ui.two_columns import TwoColumns

_LIST_PX = 320
_READING_PX = 760
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_LINE_PERCENT = 130.0


class ManualPage(TwoColumns):
    """Chapters on the left, narrowed by what is typed; the chosen one on the right."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, list_px=_LIST_PX)
        self._texts: tuple[ChapterText, ...] = ()
        self._chosen = Chapter.START
        self.head = PanelHead()
        self.head.title.setWordWrap(False)
        self.search = QLineEdit()
        self.nothing = Prose()
        self.nothing.setProperty("words", "muted")
        self.paper = QTextBrowser()
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_pictures)
        self.paper.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons = {chapter: self._button(chapter) for chapter in Chapter}
        self._lay_out()
        self.head.back_requested.connect(self.closed)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._choose_first)
        self._retranslate()

    def open_chapter(self, chapter: Chapter) -> None:
        """Begin with the chapter for a screen; what was searched for is forgotten."""
        self.search.clear()
        self._show(chapter)
        self.search.setFocus()

    def chapter(self) -> Chapter:
        """The one that is being read."""
        return self._chosen

    def _show(self, chapter: Chapter) -> None:
        self._chosen = chapter
        self.buttons[chapter].setChecked(True)
        text = next(each for each in self._texts if each.chapter is chapter)
        self.paper.setMarkdown(text.markdown)
        whole, air = QTextCursor(self.paper.document()), QTextBlockFormat()
        air.setBottomMargin(PAD_PX)
        air.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(air)
        self._fit_pictures()
        self.paper.verticalScrollBar().setValue(0)

    def _fit_pictures(self) -> None:
        """Each picture as wide as the text."""
        self._leave_margin()
        wide = self._reading_px()
        document, ratio = self.paper.document(), self.devicePixelRatioF()
        for place in _pictures_in(document):
            picture = place.charFormat().toImageFormat()
            name = picture.name()
            whole = QImage(asset(f"manual/pictures/{name}"))
            # Qt's own scaling of pictures in a text leaves letters ragged
            smooth = whole.scaledToWidth(round(wide * ratio), _SMOOTH)
            smooth.setDevicePixelRatio(ratio)
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(name), smooth)
            picture.setWidth(wide)
            picture.setHeight(smooth.height() / ratio)
            place.setCharFormat(picture)
            place.mergeBlockFormat(_close())

    def _reading_px(self) -> int:
        """Of a line; no longer than an eye follows."""
        return min(self.paper.viewport().width() - 2 * PAD_PX, _READING_PX)

    def _leave_margin(self) -> None:
        """Beside the lines; the bar stays at the card's edge."""
        frame = self.paper.document().rootFrame()
        form = frame.frameFormat()
        beside = self.paper.viewport().width() - self._reading_px() - 2 * PAD_PX
        form.setRightMargin(max(beside, 0))
        frame.setFrameFormat(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()  # the paper's own size comes after

    def _narrow(self, wanted: str) -> None:
        found = [text.chapter for text in self._texts if text.holds(wanted)]
        for chapter, button in self.buttons.items():
            button.setVisible(chapter in found)
        self.nothing.setVisible(not found)
        if found and self._chosen not in found:
            self._show(found[0])

    def _choose_first(self) -> None:
        found = [text.chapter for text in self._texts if text.holds(self.search.text())]
        if found:
            self._show(found[0])

    def _button(self, chapter: Chapter) -> KeyButton:
        button = KeyButton(kind="section")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._show(chapter))
        return button

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        self.column.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        self.column.setSpacing(STEP_PX)
        self.column.addWidget(self.head)
        self.column.addSpacing(GAP_PX)
        self.column.addWidget(self.search)
        self.column.addSpacing(GAP_PX)
        for button in self.buttons.values():
            group.addButton(button)
            self.column.addWidget(button)
        self.column.addWidget(self.nothing)
        self.column.addStretch()
        reading = QHBoxLayout()
        reading.setContentsMargins(EDGE_PX * 2, EDGE_PX, EDGE_PX, EDGE_PX)
        reading.addWidget(self.paper)
        self.inside.addLayout(reading)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Manual"))
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.nothing.setText(self.tr("Nothing is said about that. Try another word."))
        self.paper.setAccessibleName(self.tr("Manual"))
        self._texts = read_chapters(Path(asset("manual")), language_of(self))
        for text in self._texts:
            self.buttons[text.chapter].set_words(text.title)
        self._show(self._chosen)
        self._narrow(self.search.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self._retranslate()


def _close() -> QTextBlockFormat:
    """A picture's line is as high as the picture."""
    close = QTextBlockFormat()
    close.setLineHeight(100.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return close


def _pictures_in(document: QTextDocument) -> Iterator[QTextCursor]:
    """A selection of each picture's place."""
    place = QTextCursor(document)
    while place.movePosition(
        QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
    ):
        if place.charFormat().isImageFormat():
            yield QTextCursor(place)
        place.clearSelection()
