"""Photographing a new bread with the camera it will be sold with."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.teaching import ENOUGH_TO_SELL, Shot, coverage_of, is_echo
from breadpos.domain.errors import BreadposError
from breadpos.domain.money import Money
from breadpos.domain.product import Product
from breadpos.domain.recognition import Detection, Recognition
from breadpos.ui.banner import Banner
from breadpos.ui.failures import message_for, topic_of
from breadpos.ui.fonts import wide_enough
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.outlined_view import Outlined, OutlinedView
from breadpos.ui.price_panel import PricePanel
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.still_watch import StillWatch
from breadpos.ui.teach_card import TeachCard
from breadpos.ui.tokens import EDGE_PX, GAP_PX

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_CARD_SHARE = 0.334
_LEAST_CARD_PX, _MOST_CARD_PX = 440, 540


class TeachPage(QWidget):
    """Takes a photo whenever the tray lies still and looks new; a person may ask for one too."""

    begin_requested = Signal(object)  # Product
    shoot_requested = Signal()
    teach_requested = Signal(object)  # ProductId
    priced = Signal(str, object)  # ProductId, Money
    left = Signal()

    def __init__(
        self, preview: Mailbox[Frame], front: ShopFront, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._product: Product | None = None
        self._shots: tuple[Shot, ...] = ()
        self._latest: tuple[Shot, ...] = ()
        self._seen: tuple[Detection, ...] = ()
        self._is_shooting, self._is_read, self._taught = False, False, 0
        self._is_asked = False
        self.banner = Banner()
        self.view = OutlinedView(preview, front.palette)
        self.watch = StillWatch(self.view)
        self.shoot_button = KeyButton(kind="step", icon="camera", keys=("Space",))
        self.card = TeachCard(front.palette)
        self.price = PricePanel(front.currency)
        self.side = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def begin(self, product: Product) -> None:
        """Photograph this product from now on."""
        self._product, self._seen = product, ()
        self._shots = self._latest = ()
        self._is_shooting, self._taught = True, 0
        self.watch.forget()
        self.card.show_ready(ready=True)  # nothing is being learnt yet
        self.side.setCurrentWidget(self.card)
        self.view.outline(())
        self._retranslate()
        self.begin_requested.emit(product)

    @Slot(object)
    def show_filed(self, shots: Sequence[Shot]) -> None:
        """The photos there were before."""
        self._shots, self._is_shooting = tuple(shots), False
        self._taught = len(self._shots)
        self._retranslate()

    @Slot(object)
    def show_shot(self, shots: Sequence[Shot]) -> None:
        """What came of the photo just taken."""
        self._is_shooting = False
        if not self._is_asked and is_echo(shots, self._latest):
            self._retranslate()
            return
        refused = [shot for shot in self._shots if shot.refusal is not None]
        kept = [shot for shot in self._shots if shot not in refused]
        self._latest = tuple(shots)
        self._shots = (*kept, *shots)
        self._retranslate()
        photos = coverage_of(self._shots).photos
        if photos >= ENOUGH_TO_SELL and photos > self._taught and self._product is not None:
            self._taught = photos
            self.card.show_ready(ready=False)
            self.teach_requested.emit(self._product.product_id)

    @Slot(object)
    def show_taught(self, _recogniser: object) -> None:
        """The counter knows the bread from now on."""
        self.card.show_ready(ready=True)

    @Slot(object)
    def show_failure(self, error: BreadposError) -> None:
        """Say what failed; the photos so far are kept."""
        self._is_shooting = False
        self.banner.announce(topic_of(error), lambda: message_for(error))
        self._retranslate()

    @Slot(object)
    def see(self, recognition: Recognition) -> None:
        """Take a photo when something new lies still."""
        self._is_read = True
        if self._product is None or recognition.moving:
            return
        if not recognition.detections:
            self._show_empty()
            return
        if recognition.detections is not self._seen and not self._is_shooting:
            self._seen = recognition.detections
            self.shoot()

    @Slot()
    def _on_settled(self) -> None:
        """The same before the first bread is known, while nothing is recognised."""
        if self._is_read or self._product is None:
            return
        if self._is_shooting:
            self.watch.forget()
        else:
            self.shoot()

    def shoot(self, *, asked: bool = False) -> None:
        """Take a photo now; one that somebody asked for always says what came of it."""
        if not self._is_shooting and self._product is not None:
            self._is_shooting, self._is_asked = True, asked
            self._retranslate()
            self.shoot_requested.emit()

    def _show_empty(self) -> None:
        """Outline nothing where nothing lies any more."""
        if self._latest and not self._is_shooting:
            self._latest = ()
            self._retranslate()

    def leave(self) -> None:
        """Back to the choice of breads."""
        self._product = None
        self.left.emit()

    def _sell(self) -> None:
        if self._product is None:
            return
        if self._product.is_priced:
            self.leave()
        else:
            self.price.ask_for(self._product)
            self.side.setCurrentWidget(self.price)

    def _set_price(self, product_id: str, price: Money) -> None:
        self.priced.emit(product_id, price)
        if self._product is not None:
            self._product = replace(self._product, price=price)
        self.leave()

    def _lay_out(self) -> None:
        self.view.add_button(self.shoot_button)
        left = QVBoxLayout()
        left.setSpacing(GAP_PX)
        left.addWidget(self.banner)
        left.addWidget(self.view, stretch=1)
        for widget in (self.card, self.price):
            self.side.addWidget(widget)
        layout = self._sides = QBoxLayout(_ACROSS, self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addLayout(left, stretch=1)
        layout.addWidget(self.side)

    def _connect(self) -> None:
        self.shoot_button.clicked.connect(lambda: self.shoot(asked=True))
        self.watch.settled.connect(self._on_settled)
        self.card.back_requested.connect(self.leave)
        self.card.sell_requested.connect(self._sell)
        self.price.price_set.connect(self._set_price)
        self.price.cancelled.connect(lambda: self.side.setCurrentWidget(self.card))
        self.banner.acted.connect(lambda topic, _remedy: self.banner.withdraw(topic))

    def _retranslate(self) -> None:
        self.shoot_button.set_words(self.tr("Take a photo"))
        if self._product is not None:
            name = self._product.label(language_of(self))
            self.card.show_title(name, priced=self._product.is_priced)
        self.card.show_photos(coverage_of(self._shots), self._shots)
        self.view.outline(
            [
                Outlined(shot.outline, self._label(shot), refused=shot.refusal is not None)
                for shot in self._latest
            ]
        )
        self.view.pill.setText(self._pill())

    def _label(self, shot: Shot) -> str:
        if shot.refusal is not None:
            return f"！ {self.card.reason(shot.refusal)}"
        return self.tr("Photo %n ✓", "", shot.number)

    def _pill(self) -> str:
        if self._is_shooting:
            return self.tr("Please leave it as it is…")
        refused = [shot.refusal for shot in self._latest if shot.refusal is not None]
        if refused and len(refused) == len(self._latest):
            return self.card.remedy(refused[0])
        if self._latest:
            taken = len(self._latest) - len(refused)
            return self.tr("%n photo(s) taken. Next one, please.", "", taken)
        return self.tr("Put the bread on the tray")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.view.outline(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_upright = self.height() > self.width()
        self._sides.setDirection(_DOWN if is_upright else _ACROSS)
        if is_upright:
            self.side.setFixedWidth(self.width() - 2 * EDGE_PX)
            return
        wide = min(max(self.width() * _CARD_SHARE, _LEAST_CARD_PX), _MOST_CARD_PX)
        self.side.setFixedWidth(wide_enough(wide, self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
