"""One correction large: the tray, what was said and what was read, and what to do with it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from breadpos.application.photo_album import PhotoCard
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named, restyle
from breadpos.ui.photo_detail import PhotoDetail
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.prose import Prose
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, PRIMARY_HEIGHT_PX

_PICTURE_PX = 96


class CorrectionCard(QFrame):
    """Facts and buttons; it knows no album."""

    def __init__(
        self, images: PhotoImages, front: ShopFront, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._zone = front.zone
        self._card: PhotoCard | None = None
        self._said = self._guess = ""
        self._good = self._doubtful = 0
        self.picture = PhotoDetail(images, front.palette)
        self.picture.setMinimumHeight(_PICTURE_PX)
        self.name, self.facts = Prose(), Prose()
        self.name.setProperty("words", "heading")
        self.facts.setProperty("words", "muted")
        self.verdict = named("verdict", Prose())
        self.accept_button = KeyButton(icon="check", shown_key="Enter")
        self.mend_button = KeyButton(icon="pencil-simple", keys=("F4",))
        self.throw_button = KeyButton(icon="trash", keys=("Del",))
        self.all_button = KeyButton(kind="primary", keys=("F9",), stacked=True)
        self.all_button.setMinimumHeight(PRIMARY_HEIGHT_PX)
        self._lay_out()
        self._retranslate()

    def show_card(self, card: PhotoCard, said: str, guess: str) -> None:
        """Show one; names as they are told to a person, an empty guess for none."""
        self._card, self._said, self._guess = card, said, guess
        self.picture.show_card(card)
        self._retranslate()

    def show_counts(self, good: int, doubtful: int) -> None:
        """How many can be let through at once, and how many must be looked at one by one."""
        self._good, self._doubtful = good, doubtful
        self._retranslate()

    def _lay_out(self) -> None:
        self.acts = QWidget()
        acts = QVBoxLayout(self.acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(PAD_PX)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        for button in (self.mend_button, self.throw_button):
            row.addWidget(button, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.picture, stretch=1)
        for part in (self.name, self.facts, self.verdict):
            layout.addWidget(part)
        acts.addWidget(self.accept_button)
        acts.addLayout(row)
        acts.addWidget(self.all_button)
        layout.addWidget(self.acts)

    def _retranslate(self) -> None:
        self.name.setText(self._said)
        self.facts.setText(self._facts())
        is_doubtful = self._card is not None and self._card.is_contradicted
        self.verdict.setText(
            self.tr("！ The register was sure that this is “%1”. Is it really “%2”?")
            .replace("%1", self._guess)
            .replace("%2", self._said)
        )
        self.verdict.setVisible(is_doubtful)
        self.facts.setHidden(is_doubtful and words_are_large())  # the question needs the room
        self.verdict.setProperty("tone", "warn")
        restyle(self.verdict)
        self.accept_button.set_words(self.tr("Yes, it is"))
        self.mend_button.set_words(self.tr("Another bread"))
        self.throw_button.set_words(self.tr("Throw away"))
        hint = self.tr("%n doubtful one(s) stay", "", self._doubtful) if self._doubtful else ""
        self.all_button.setEnabled(self._good > 0)
        self.all_button.set_words(
            self.tr("Use all %n", "", self._good)
            if self._good
            else self.tr("Look at the doubtful ones"),
            hint if self._good else self.tr("one by one, above"),
        )

    def _facts(self) -> str:
        card = self._card
        if card is None:
            return ""
        read = self.tr("not known")
        if self._guess:
            read = f"{self._guess} ({card.guess_confidence or 0.0:.0%})"
        told = [self.tr("The register read: %1").replace("%1", read)]
        when = f"{card.taken_at.astimezone(self._zone):%Y-%m-%d %H:%M}"
        told.append(f"{when} ・ {card.cashier}" if card.cashier else when)
        return "\n".join(told)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
