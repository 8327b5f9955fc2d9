"""The fields of one product."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.product_columns import (
    CellWrong,
    Column,
    date_of,
    money_of,
    season_at,
    season_words,
)
from breadpos.domain.errors import ProductInvalid
from breadpos.domain.money import ZERO, Currency
from breadpos.domain.product import PlannedPrice, Product
from breadpos.domain.tax import TaxClass
from breadpos.ui.allergen_picker import AllergenPicker
from breadpos.ui.form_field import FormField
from breadpos.ui.key_button import KeyButton
from breadpos.ui.member_choice import MemberChoice
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX


class ProductForm(QWidget):
    """Shows a product and reads back what it has become."""

    changed = Signal()
    sold_out_chosen = Signal(bool)

    def __init__(self, currency: Currency, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("scrolled", self)
        self._currency, self._today = currency, today
        self._product: Product | None = None
        self.name, self.reading, self.name_en = FormField(), FormField(), FormField()
        self.price, self.price_from = FormField(), FormField()
        self.category, self.barcode = FormField(), FormField()
        self.tax_label = QLabel()
        self.tax_label.setProperty("words", "note")
        self.tax_class = MemberChoice(list(TaxClass))
        self.planned = Prose()
        self.planned.setProperty("words", "muted")
        self.drop_button = KeyButton(icon="trash")
        self.season = FormField()
        self.sold_out_button = KeyButton(kind="chip")
        self.sold_out_button.setCheckable(True)
        self.allergen_label = QLabel()
        self.allergen_label.setProperty("words", "strong")
        self.allergens = AllergenPicker(today)
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_product(self, product: Product) -> None:
        """Begin with a product as it is."""
        self._product = product
        self.name.set_text(product.name)
        self.reading.set_text(product.reading)
        self.name_en.set_text(product.name_en)
        self.price.set_text(str(product.price.minor) if product.is_priced else "")
        self.price_from.set_text("")
        self.category.set_text(product.category)
        self.barcode.set_text(product.barcode)
        self.tax_class.choose(product.tax_class)
        self.season.set_text(season_words(product.season))
        self.sold_out_button.setChecked(product.is_sold_out(self._today))
        self.allergens.show_allergens(product.allergens)
        self._show_planned(product)

    def show_sold_out(self, on: date | None) -> None:
        """Show the day on which there are no more; what was typed stays."""
        if self._product is not None:
            self._product = replace(self._product, sold_out_on=on)
            self.sold_out_button.setChecked(self._product.is_sold_out(self._today))

    def is_blank(self) -> bool:
        """Whether nothing at all was typed."""
        fields = (self.name, self.reading, self.name_en, self.price, self.price_from)
        more = (self.category, self.barcode, self.season)
        return not any(field.line.text() for field in (*fields, *more))

    def product(self) -> Product:
        """What the fields say.

        Raises:
            CellWrong: the price or its day is none.
            ProductInvalid: a text cannot be used.
        """
        if self._product is None:
            raise ProductInvalid("no product is shown")
        edited = replace(
            self._product,
            name=self.name.text(),
            reading=self.reading.text(),
            name_en=self.name_en.text(),
            category=self.category.text(),
            barcode=self.barcode.text(),
            tax_class=TaxClass(self.tax_class.value()),
            allergens=self.allergens.allergens(),
            season=season_at(self.season.text()),
            sold_out_on=self._today if self.sold_out_button.isChecked() else None,
        )
        return self._priced(edited)

    def words_for(self, column: Column | None) -> str:
        """What to do about a field that cannot be taken."""
        match column:
            case Column.PRICE:
                return self.tr("The price is whole yen, such as 180.")
            case Column.PRICE_FROM:
                return self.tr("Write the day like 2026-12-01.")
            case Column.SEASON:
                return self.tr("Write the season like 10-01〜12-31, or leave it empty.")
            case _:
                return self.tr(
                    "A name has 1 to 60 characters on one line; a barcode at most 20 letters and"
                    " digits."
                )

    def _priced(self, product: Product) -> Product:
        typed = self.price.text()
        price = money_of(typed) if typed else ZERO
        if not self.price_from.text():
            return replace(product, price=price)
        begins = date_of(self.price_from.text(), self._today)
        if begins < self._today:
            raise CellWrong(Column.PRICE_FROM, self.price_from.text())
        if begins == self._today:
            return replace(product, price=price)
        others = (each for each in product.planned if each.valid_from != begins)
        planned = tuple(sorted((*others, PlannedPrice(begins, price))))
        return replace(product, planned=planned)

    def _drop_planned(self) -> None:
        if self._product is not None:
            self._product = replace(self._product, planned=())
            self._show_planned(self._product)
            self.changed.emit()

    def _show_planned(self, product: Product) -> None:
        says = [
            self.tr("%1 from %2")
            .replace("%1", self._currency.format(each.price))
            .replace("%2", each.valid_from.isoformat())
            for each in product.planned
        ]
        self.planned.setText("\n".join(says))
        self._plans.setVisible(bool(says))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, PAD_PX, 0)
        layout.setSpacing(PAD_PX)
        self._plans = QWidget()
        plans = QHBoxLayout(self._plans)
        plans.setContentsMargins(0, 0, 0, 0)
        plans.addWidget(self.planned, stretch=1)
        plans.addWidget(self.drop_button)
        layout.addWidget(self.name)
        layout.addWidget(SideBySide(self.price, self.price_from))
        layout.addWidget(self._plans)
        layout.addWidget(self.sold_out_button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(SideBySide(self.reading, self.category))
        layout.addWidget(self.tax_label)
        layout.addWidget(self.tax_class)
        layout.addWidget(SideBySide(self.name_en, self.barcode))
        layout.addWidget(self.season)
        layout.addSpacing(GAP_PX)
        layout.addWidget(self.allergen_label)
        layout.addWidget(self.allergens)
        layout.addSpacing(EDGE_PX)
        layout.addStretch()

    def _connect(self) -> None:
        fields = (self.name, self.reading, self.name_en, self.price, self.price_from)
        for field in (*fields, self.category, self.barcode, self.season, self.allergens):
            field.changed.connect(self.changed)
        self.tax_class.chosen.connect(self.changed)
        self.sold_out_button.clicked.connect(self.sold_out_chosen)
        self.drop_button.clicked.connect(self._drop_planned)

    def _retranslate(self) -> None:
        self.name.set_words(self.tr("Name"))
        self.reading.set_words(self.tr("Reading in kana"))
        self.name_en.set_words(self.tr("English name"))
        self.price.set_words(self.tr("Price, tax included"), self.tr("e.g. 180"))
        self.price_from.set_words(self.tr("Holds from"), self.tr("today"))
        self.category.set_words(self.tr("Category"))
        self.barcode.set_words(self.tr("Barcode"))
        self.season.set_words(self.tr("Season, every year"), self.tr("all year; e.g. 10-01〜12-31"))
        self.tax_label.setText(self.tr("Tax class"))
        self.tax_class.set_words(
            {
                TaxClass.FOOD: self.tr("Food"),
                TaxClass.STANDARD: self.tr("Not food"),
                TaxClass.EXEMPT: self.tr("Exempt"),
            }
        )
        self.sold_out_button.set_words(self.tr("Sold out today"))
        self.drop_button.setAccessibleName(self.tr("Drop the planned price"))
        self.allergen_label.setText(self.tr("Allergens"))
        if self._product is not None:
            self._show_planned(self._product)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
