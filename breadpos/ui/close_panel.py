"""X and Z: the day as it stands, the drawer counted, the day closed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from breadpos.domain.cash import DENOMINATIONS, CashCount
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.report_slip import x_slip, z_slip
from breadpos.ui.count_form import CountForm
from breadpos.ui.key_button import KeyButton
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.slip_scroll import SlipScroll
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX


class ClosePanel(QFrame):
    """First X, then the count, at last the Z report."""

    close_requested = Signal(object, str)  # CashCount, reason
    print_x_requested = Signal(object)  # DayFigures
    print_z_requested = Signal(object)  # ZReport
    cancelled = Signal()

    def __init__(self, front: ShopFront, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._front = front
        self._figures: DayFigures | None = None
        self._report: ZReport | None = None
        self.head = PanelHead()
        self.slip = SlipScroll(front.palette)
        self.form = CountForm(front.currency)
        self.next_button = KeyButton(kind="primary", keys=("Return", "Enter"))
        self.next_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self.print_button = KeyButton(icon="printer", keys=("F5",))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.slip)
        self._pages.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.head)
        layout.addWidget(self._pages, stretch=1)
        layout.addWidget(self.print_button)
        layout.addWidget(self.next_button)
        self.head.back_requested.connect(self._go_back)
        self.print_button.clicked.connect(self._print)
        self.next_button.clicked.connect(self._go_on)
        self.form.changed.connect(self._retranslate)
        self._retranslate()

    def show_x(self, figures: DayFigures) -> None:
        """Begin with a day as it stands."""
        self._figures, self._report = figures, None
        self.slip.show_slip(x_slip(figures, self._front.letterhead))
        self.form.count_for(figures.drawer.expected)
        self._pages.setCurrentWidget(self.slip)
        self._retranslate()

    def show_z(self, report: ZReport) -> None:
        """End with the report that is on disk."""
        self._report = report
        self.slip.show_slip(z_slip(report, self._front.letterhead))
        self._pages.setCurrentWidget(self.slip)
        self._retranslate()

    @property
    def _is_counting(self) -> bool:
        return self._pages.currentWidget() is self.form

    def _go_back(self) -> None:
        if self._is_counting:
            self._pages.setCurrentWidget(self.slip)
            self._retranslate()
        else:
            self.cancelled.emit()

    def _go_on(self) -> None:
        if self._report is not None:
            self.cancelled.emit()
        elif self._is_counting:
            count: CashCount = self.form.count
            self.close_requested.emit(count, self.form.reason.reason)
        else:
            self._pages.setCurrentWidget(self.form)
            self._retranslate()
            self.form.fields[DENOMINATIONS[0]].setFocus()

    def _print(self) -> None:
        if self._report is not None:
            self.print_z_requested.emit(self._report)
        elif self._figures is not None:
            self.print_x_requested.emit(self._figures)

    def _retranslate(self) -> None:
        self.print_button.setVisible(not self._is_counting)
        is_printed = self._front.printer.is_printer
        self.print_button.set_words(self.tr("Print") if is_printed else self.tr("Keep as PDF"))
        if self._report is not None:
            self.head.show_title(self.tr("The day is closed"))
            self.next_button.set_words(self.tr("Done"), "Enter")
            self.next_button.setEnabled(True)
        elif self._is_counting:
            self.head.show_title(self.tr("Count the drawer"))
            missing = self.tr("count, or say why") if self.form.is_unexplained else ""
            self.next_button.setEnabled(not missing)
            self.next_button.set_words(self.tr("Close the day"), missing or "Enter")
        else:
            self.head.show_title(self.tr("X report"))
            self.next_button.set_words(self.tr("Count and close"), "Enter")
            self.next_button.setEnabled(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
