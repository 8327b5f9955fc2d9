"""What papers say of the shop."""

from PySide6.QtWidgets import QWidget

from breadpos.domain.registration import is_corporate_number
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.setting_row import TextRow
from breadpos.ui.settings_book import Place, SettingsBook
from breadpos.ui.settings_form import SettingsForm


class ShopForm(SettingsForm):
    """Name, address, telephone, and the number of a qualified invoice issuer."""

    def __init__(self, book: SettingsBook, parent: QWidget | None = None) -> None:
        self.name = TextRow(("shop", "name"))
        self.address = TextRow(("shop", "address"))
        self.telephone = TextRow(("shop", "telephone"))
        self.number = TextRow(("shop", "registration_number"))
        self.warning = named("verdict", Prose())
        self.warning.setProperty("tone", "warn")
        self.warning.hide()
        super().__init__(
            book, (self.name, self.address, self.telephone, self.number), parent=parent
        )
        self.column.addWidget(self.warning)
        self.number.changed.connect(self._warn)
        self._warn()
        self.retranslate()

    def show_settings(self) -> None:
        super().show_settings()
        self._warn()

    def missing(self) -> set[Place]:
        """A receipt without a name on top is nobody's."""
        return set() if self.name.value() or self.name.is_locked else {self.name.place}

    def _warn(self) -> None:
        """A sole trader's number need not be a corporate one, so this is no refusal."""
        typed = self.number.value()
        looks_whole = len(typed) == 14 and typed.startswith("T") and typed[1:].isdecimal()
        self.warning.setVisible(looks_whole and not is_corporate_number(typed))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Shop and invoice"))
        self.name.set_words(
            self.tr("Name of the shop"),
            self.tr("Please fill this in: it is printed on top of each receipt."),
        )
        self.address.set_words(self.tr("Address"))
        self.telephone.set_words(self.tr("Telephone"))
        self.number.set_words(
            self.tr("Registration number (invoice system)"),
            self.tr("T and 13 digits, or empty. With it the receipts are simplified invoices."),
        )
        self.warning.setText(
            self.tr(
                "The check digit is not that of a company. Compare it with the notice of the tax"
                " office; for a sole trader it may be right."
            )
        )
