"""The model in use against the new one, product by product, and one button that says which."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.training_desk import not_compared
from breadpos.domain.product import Product, ProductId
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named, restyle
from breadpos.ui.prose import Prose
from breadpos.ui.scrolled import scrolled
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.tokens import GAP_PX, PAD_PX, PRIMARY_HEIGHT_PX, Palette


class ModelComparison(QWidget):
    """Shows a training's report in short."""

    use_requested = Signal(str)  # version
    kept = Signal()
    report_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._report: Mapping[str, Any] = {}
        self._products: dict[ProductId, Product] = {}
        self.summary = QLabel(wordWrap=True)
        self.verdict = named("verdict", Prose())
        self.table = QVBoxLayout()
        self.choice_button = KeyButton(kind="primary", keys=("F9",), stacked=True)
        self.choice_button.setMinimumHeight(PRIMARY_HEIGHT_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(PAD_PX)
        layout.addWidget(scrolled(self.verdict, self.summary, self.table), stretch=1)
        self.report_button = KeyButton(kind="plain", icon="chart-bar", keys=("F7",))
        self.later_button = KeyButton(kind="plain", icon="arrow-left", keys=("Esc",))
        layout.addWidget(SideBySide(self.report_button, self.later_button, gap_px=PAD_PX))
        layout.addWidget(self.choice_button)
        self.report_button.clicked.connect(self.report_requested)
        self.later_button.clicked.connect(self.kept)
        self.choice_button.clicked.connect(self._choose)

    def show_report(self, report: Mapping[str, Any], products: Sequence[Product] = ()) -> None:
        """Compare by this report, the breads under their names on the price list."""
        self._report = report
        self._products = {product.product_id: product for product in products}
        self._retranslate()

    @property
    def report(self) -> Mapping[str, Any]:
        """What is compared by now."""
        return self._report

    def _choose(self) -> None:
        if self._report.get("verdict") == "new":
            self.use_requested.emit(str(self._report["version"]))
        else:
            self.kept.emit()

    def _retranslate(self) -> None:
        report = self._report
        if not report:
            return
        is_better = report["verdict"] == "new"
        unknown = len(not_compared(report))
        none_worse = (
            self.tr("✓ No bread that was compared got worse. The new one can be used.")
            if unknown
            else self.tr("✓ No bread got worse. The new one can be used.")
        )
        self.verdict.setText(
            none_worse
            if is_better
            else self.tr("！ Got worse, more than by chance: %1").replace("%1", self._worse())
        )
        self.verdict.setProperty("tone", "good" if is_better else "warn")
        restyle(self.verdict)
        old, new = report["old"], report["new"]
        self.summary.setText(
            self.tr("Named right: %1 → <b>%2</b>")
            .replace("%1", f"{old['accuracy']:.1%}")
            .replace("%2", f"{new['accuracy']:.1%}")
            + "<br>"
            + self.tr("Sure without asking: %1 → <b>%2</b>")
            .replace("%1", f"{old['coverage']:.0%}")
            .replace("%2", f"{new['coverage']:.0%}")
            + self._not_compared(unknown)
            + self._left_out(len(report.get("left_out", ())))
        )
        while (old_rows := self.table.takeAt(0)) is not None:
            if (widget := old_rows.widget()) is not None:
                widget.deleteLater()
        self.table.addWidget(self._rows(report))
        self.report_button.set_words(self.tr("Look at it whole"))
        self.later_button.set_words(self.tr("Later"))
        words = self.tr("Use the new one") if is_better else self.tr("Keep the old one")
        self.choice_button.set_words(words, self.tr("Both are kept"))

    def _worse(self) -> str:
        names = [self._name(each["product"]) for each in self._report["changes"] if each["worse"]]
        return ", ".join(names) or self.tr("all breads together")

    def _not_compared(self, count: int) -> str:
        """Breads without a photo that could be kept aside; the report names them."""
        words = self.tr("%n bread(s) had too few photos to be compared", "", count)
        return f"<br>！ {words}" if count else ""

    def _left_out(self, count: int) -> str:
        """Photos that taught nothing; the report names them."""
        words = self.tr("%n photo(s) could not be learnt from", "", count)
        return f"<br>！ {words}" if count else ""

    def _rows(self, report: Mapping[str, Any]) -> QWidget:
        inside = named("scrolled", QWidget())
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GAP_PX, 0)
        grid.setHorizontalSpacing(PAD_PX)
        heads = (self.tr("Bread"), self.tr("Photos"), self.tr("Before"), self.tr("Now"))
        for column, words in enumerate(heads):
            self._put(grid, 0, column, words, "note")
        for row, change in enumerate(report["changes"], start=1):
            photos = max(change["photos"], 1)
            cells = (
                self._name(change["product"]),
                f"{change['photos']:,}",
                f"{change['old_right'] / photos:.0%}",
                f"{change['new_right'] / photos:.0%}",
            )
            for column, words in enumerate(cells):
                self._put(grid, row, column, words, "warn" if change["worse"] else "strong")
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(report["changes"]) + 1, 1)
        return inside

    def _name(self, product_id: str) -> str:
        product = self._products.get(ProductId(product_id))
        return product.label(language_of(self)) if product else product_id

    def _put(self, grid: QGridLayout, row: int, column: int, words: str, kind: str) -> None:
        label = QLabel(words, wordWrap=column == 0)
        label.setProperty("words", kind)
        if column == 0:
            grid.addWidget(label, row, column)
        else:
            grid.addWidget(label, row, column, alignment=Qt.AlignmentFlag.AlignRight)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
