"""A tray that was sold, as the camera saw it, laid over the live picture."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from breadpos.application.replay import Replay
from breadpos.domain.tray_record import Word
from breadpos.ui.label_placement import Rect
from breadpos.ui.language import language_of
from breadpos.ui.outline_painter import Mark, smooth_in
from breadpos.ui.tokens import EDGE_PX, RADIUS_CARD_PX, Palette
from breadpos.ui.tray_overlay import TrayOverlay


class ReplayPicture(QWidget):
    """As large as what it covers; outlines stand where there is no picture any more, too."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = palette
        self._replay: Replay | None = None
        self._picture = QImage()
        self._overlay = TrayOverlay(palette)
        self.note = QLabel(self)
        self.note.setObjectName("pill")
        parent.installEventFilter(self)
        self.hide()

    def show_replay(self, replay: Replay, picture: QImage) -> None:
        """Cover the live picture with what lay there then."""
        self._replay, self._picture = replay, picture
        self.setGeometry(self._parent_rect())
        self._lay_marks()
        self.raise_()
        self.show()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is drawn."""
        return self._overlay.marks

    def _area(self) -> QRectF:
        """Where the picture is drawn."""
        width, height = (
            (1, 1) if not self._replay or not self._replay.record else self._replay.record.size
        )
        room = QRectF(self.rect())
        scale = min(room.width() / max(width, 1), room.height() / max(height, 1))
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(room.center())
        return area

    def _lay_marks(self) -> None:
        replay = self._replay
        record = None if replay is None else replay.record
        self._show_note()
        if replay is None or record is None:
            self._overlay.clear()
            return
        area, language = self._area(), language_of(self)
        marks = [
            Mark(
                n,
                smooth_in(area, record.size[0], item.detection.outline),
                item.status,
                f"{n}  {replay.name_of(item.charged_as, language)}".strip(),
                closed=item.word is Word.DISMISSED,
            )
            for n, item in enumerate(record.items, start=1)
        ]
        self._overlay.forget_places()
        self._overlay.show(marks, Rect(0, 0, self.width(), self.height()), [])
        self.update()

    def _show_note(self) -> None:
        replay = self._replay
        if replay is None or not self._picture.isNull():
            self.note.hide()
            return
        if replay.record is None:
            text = self.tr("No tray is on record for this receipt. It was entered by hand.")
        elif not replay.record.picture:
            text = self.tr("No picture was kept. The outlines are on record.")
        else:
            text = self.tr("Pictures are kept for %n day(s); this one is deleted.", "", replay.days)
        self.note.setText(text)
        self.note.adjustSize()
        self.note.move(EDGE_PX, EDGE_PX)
        self.note.show()

    def _parent_rect(self) -> QRect:
        parent = self.parentWidget()
        return parent.rect() if parent is not None else self.rect()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._parent_rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_marks()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._lay_marks()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.well))
        painter.drawRoundedRect(self.rect(), RADIUS_CARD_PX, RADIUS_CARD_PX)
        if not self._picture.isNull():
            round_off = QPainterPath()
            round_off.addRoundedRect(self._area(), RADIUS_CARD_PX, RADIUS_CARD_PX)
            painter.setClipPath(round_off)
            painter.drawImage(self._area(), self._picture)
            painter.setClipping(False)
        self._overlay.paint(painter, self.size(), self.devicePixelRatioF())
