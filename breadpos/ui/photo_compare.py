"""One photo looked at closely, or two side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.photo_album import PhotoCard
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.photo_detail import PhotoDetail
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.tokens import EDGE_PX, PAD_PX, Palette


class PhotoCompare(QWidget):
    """Each photo with what is known of it below."""

    left = Signal()

    def __init__(
        self,
        images: PhotoImages,
        palette: Palette,
        tell: Callable[[PhotoCard], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tell = tell
        self._cards: tuple[PhotoCard, ...] = ()
        self.head = PanelHead()
        self.pictures = [PhotoDetail(images, palette, close=True) for _ in range(2)]
        self.facts = [QLabel(wordWrap=True) for _ in range(2)]
        both = QGridLayout()  # pictures are as high as each other, however much is known of one
        both.setHorizontalSpacing(EDGE_PX)
        both.setVerticalSpacing(PAD_PX)
        both.setRowStretch(0, 1)
        for column, (picture, facts) in enumerate(zip(self.pictures, self.facts, strict=True)):
            facts.setTextFormat(Qt.TextFormat.PlainText)
            both.addWidget(picture, 0, column)
            both.addWidget(facts, 1, column, Qt.AlignmentFlag.AlignTop)
        self._both = both
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.head)
        layout.addLayout(both, stretch=1)
        self.head.back_requested.connect(self.left)
        self._retranslate()

    def show_cards(self, cards: Sequence[PhotoCard]) -> None:
        """Show one or two."""
        self._cards = tuple(cards[:2])
        for number, parts in enumerate(zip(self.pictures, self.facts, strict=True)):
            is_there = number < len(self._cards)
            for part in parts:
                part.setVisible(is_there)
            self._both.setColumnStretch(number, int(is_there))
        for picture, card in zip(self.pictures, self._cards, strict=False):
            picture.show_card(card)
        self._retranslate()

    def _retranslate(self) -> None:
        two = len(self._cards) == 2
        self.head.show_title(self.tr("Side by side") if two else self.tr("One photo"))
        for facts, card in zip(self.facts, self._cards, strict=False):
            facts.setText(self._tell(card))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
