"""What was read on a tray that was sold, and what was charged for it."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from breadpos.application.replay import Replay
from breadpos.domain.money import Currency
from breadpos.domain.recognition import Status
from breadpos.domain.tray_record import RecordedItem, Word, confidence_of
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX

_SIGNS = {Status.SURE: "✓", Status.UNSURE: "？", Status.UNKNOWN: "!"}


class ReplayPanel(QFrame):
    """Item by item, with the numbers that stand in the picture."""

    cancelled = Signal()

    def __init__(self, currency: Currency, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency, self._zone = currency, zone
        self._replay: Replay | None = None
        self.head = PanelHead()
        self.facts = Prose()
        self.facts.setProperty("words", "note")
        self._list = named("scrolled", QWidget())
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP_PX)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._list)
        self.rest = Prose()
        self.rest.setProperty("words", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        for widget in (self.head, self.facts):
            layout.addWidget(widget)
        layout.addWidget(scroll, stretch=1)
        layout.addWidget(self.rest)
        self.head.back_requested.connect(self.cancelled)

    def show_replay(self, replay: Replay) -> None:
        self._replay = replay
        self._show()

    def _show(self) -> None:
        replay = self._replay
        if replay is None:
            return
        sale, record = replay.sale, replay.record
        total = self._currency.format(sale.total)
        self.head.show_title(f"No.{sale.number:06d}  {total}")
        when = f"{sale.sold_at.astimezone(self._zone):%Y-%m-%d %H:%M}"
        model = "" if record is None or not record.model else record.model
        facts = [when, sale.cashier, model and self.tr("recogniser %1").replace("%1", model)]
        self.facts.setText(" ・ ".join(filter(None, facts)))
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for n, item in enumerate(() if record is None else record.items, start=1):
            self._rows.addWidget(self._row(n, item, replay))
        self._rows.addStretch()
        self.rest.setText(self._rest(replay))
        self.rest.setVisible(bool(self.rest.text()))

    def _rest(self, replay: Replay) -> str:
        if replay.record is None:
            return self.tr("Everything on this receipt was entered by hand.")
        if replay.by_hand:
            return self.tr("%n more item(s) were entered by hand.", "", replay.by_hand)
        return ""

    def _row(self, n: int, item: RecordedItem, replay: Replay) -> QWidget:
        row = named("tender", QFrame())
        layout = QVBoxLayout(row)
        layout.setContentsMargins(PAD_PX, GAP_PX, PAD_PX, GAP_PX)
        layout.setSpacing(0)
        language = language_of(self)
        name = replay.name_of(item.charged_as, language) or self.tr("nothing to charge")
        price = self._currency.format(item.charged_price)
        title = QLabel(f"{n}  {name}  {price if item.charged_as else ''}".strip())
        title.setProperty("words", "candidate")
        title.setWordWrap(True)
        layout.addWidget(title)
        for text, words in self._lines(item, replay):
            label = QLabel(text)
            label.setWordWrap(True)
            label.setProperty("words", words)
            layout.addWidget(label)
        return row

    def _lines(self, item: RecordedItem, replay: Replay) -> list[tuple[str, str]]:
        """What the network said, what else it considered, and what a person said."""
        language = language_of(self)
        words = {
            Status.SURE: self.tr("sure"),
            Status.UNSURE: self.tr("asked"),
            Status.UNKNOWN: self.tr("unknown"),
        }
        candidates = item.detection.candidates
        read = replay.name_of(item.read_as, language) or self.tr("no name")
        said = f"{_SIGNS[item.status]} {words[item.status]}: {read}"
        if item.read_as is not None:
            said += f" {confidence_of(candidates):.1%}"
        tone = {Status.SURE: "good", Status.UNSURE: "warn", Status.UNKNOWN: "problem"}
        lines = [(said, tone[item.status])]
        others = [
            f"{replay.name_of(each.product_id, language)} {each.confidence:.1%}"
            for each in candidates[0 if item.read_as is None else 1 :]
        ]
        if others:
            lines.append((" ・ ".join(others), "note"))
        who = item.word is not Word.NONE and self._who(item, replay)
        return [*lines, (who, "strong")] if who else lines

    def _who(self, item: RecordedItem, replay: Replay) -> str:
        record = replay.record
        who = (record.cashier if record is not None else "") or self.tr("the cashier")
        if item.word is Word.DISMISSED:
            return self.tr("Taken off by %1").replace("%1", who)
        if item.is_corrected:
            return self.tr("Corrected by %1").replace("%1", who)
        return self.tr("Confirmed by %1").replace("%1", who)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
