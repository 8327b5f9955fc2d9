"""What a table would change, before it does."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from breadpos.application.product_columns import Column, allergen_words
from breadpos.application.product_desk import Change, ImportPlan, Problem
from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.key_button import KeyButton
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX


class ImportCard(QFrame):
    """Every change and every row that cannot be taken, then one button."""

    take_requested = Signal(object)  # ImportPlan
    cancelled = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency = currency
        self._plan = ImportPlan((), (), 0)
        self.head = PanelHead()
        self.sum = Prose()
        self.sum.setProperty("words", "line")
        self.rows = QListWidget()
        self.rows.setWordWrap(True)
        self.rows.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.take_button = KeyButton(kind="primary", keys=("Return", "Enter"))
        self.take_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        for widget in (self.head, self.sum):
            layout.addWidget(widget)
        layout.addWidget(self.rows, stretch=1)
        layout.addWidget(self.take_button)
        self.head.back_requested.connect(self.cancelled)
        self.take_button.clicked.connect(lambda: self.take_requested.emit(self._plan))
        self._retranslate()

    def show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._retranslate()

    def _retranslate(self) -> None:
        plan = self._plan
        self.head.show_title(self.tr("What will change"))
        added, problems = len(plan.added), len(plan.problems)
        changed = len(plan.changes) - added
        says = (
            (added, self.tr("%n new", "", added)),
            (changed, self.tr("%n changed", "", changed)),
            (plan.unchanged, self.tr("%n the same", "", plan.unchanged)),
            (problems, self.tr("%n row(s) cannot be taken", "", problems)),
        )
        told = " ・ ".join(words for count, words in says if count)
        if plan.unread:
            headings = "、".join(plan.unread)
            told += "\n" + self.tr("Columns that are not read: %1").replace("%1", headings)
        self.sum.setText(told)
        self.rows.clear()
        self.rows.addItems([self._problem_words(problem) for problem in plan.problems])
        self.rows.addItems([self._change_words(change) for change in plan.changes])
        count = len(plan.changes)
        self.take_button.setEnabled(count > 0)
        self.take_button.set_words(
            self.tr("Take over %n product(s)", "", count) if count else self.tr("Nothing to take"),
            "Enter" if count else self.tr("the list is as the file says"),
        )

    def _problem_words(self, problem: Problem) -> str:
        column = problem.column.value if problem.column else ""
        says = self.tr("！ Row %1: %2 “%3” cannot be read; mend it and import again")
        for mark, text in (("%1", str(problem.line)), ("%2", column), ("%3", problem.cell)):
            says = says.replace(mark, text)
        return says

    def _change_words(self, change: Change) -> str:
        if change.before is None:
            price = self._currency.format(change.after.price) if change.after.is_priced else "―"
            return self.tr("＋ %1 ・ %2").replace("%1", change.after.name).replace("%2", price)
        old, new = self._facts(change.before), self._facts(change.after)
        edits = [f"{old[key] or '―'} → {new[key] or '―'}" for key in old if old[key] != new[key]]
        return " ・ ".join((change.before.name, *(edits or [self.tr("on sale again")])))

    def _facts(self, product: Product) -> dict[Column, str]:
        planned = [
            f"{self._currency.format(each.price)} ({each.valid_from.isoformat()})"
            for each in product.planned
        ]
        return {
            Column.NAME: product.name,
            Column.PRICE: self._currency.format(product.price),
            Column.PRICE_FROM: " ".join(planned),
            Column.READING: product.reading,
            Column.NAME_EN: product.name_en,
            Column.CATEGORY: product.category,
            Column.TAX_CLASS: product.tax_class.value,
            Column.ALLERGENS: allergen_words(product.allergens),
            Column.BARCODE: product.barcode,
        }

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
