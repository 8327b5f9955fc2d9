"""The price list as a table in a file, and as cards for the shelves."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from breadpos.application.ports import Spreadsheets
from breadpos.application.price_cards import CardFiles, CardSize, PriceCard
from breadpos.domain.sheet import Sheet
from breadpos.ui.errand import Errand
from breadpos.ui.file_choice import FileChoice

_TABLES = "CSV, Excel (*.csv *.xlsx)"


class ProductPapers(QObject):
    """Asks for a file, then reads or writes it beside the window."""

    read = Signal(object)  # Sheet
    unreadable = Signal(object)  # BreadposError
    written = Signal(object)  # Path
    unwritable = Signal(object)  # BreadposError

    def __init__(
        self, tables: Spreadsheets, cards: CardFiles, choice: FileChoice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tables, self._cards, self._choice = tables, cards, choice
        self._reading, self._writing = Errand(self), Errand(self)
        self._reading.done.connect(self.read)
        self._reading.failed.connect(self.unreadable)
        self._writing.done.connect(self.written)
        self._writing.failed.connect(self.unwritable)

    def read_table(self) -> None:
        """A price list that somebody has kept elsewhere."""
        self._choice.to_read(self.tr("Import products"), _TABLES, self.read_file)

    def read_file(self, path: Path) -> None:
        """The price list in a file."""
        self._reading.run(lambda: self._tables.read(path))

    def write_table(self, table: Callable[[], Sheet]) -> None:
        """The price list as it is when the file has been chosen."""

        def write(path: Path) -> None:
            sheet = table()
            self._write(path, lambda: self._tables.write(path, sheet))

        self._choice.to_write(self.tr("Export products"), _TABLES, "products.csv", write)

    def write_cards(self, cards: tuple[PriceCard, ...], size: CardSize) -> None:
        """Cards to be printed and cut out."""

        def write(path: Path) -> None:
            self._write(path, lambda: self._cards.write(path, cards, size))

        self._choice.to_write(self.tr("Save price cards"), "PDF (*.pdf)", "price-cards.pdf", write)

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        def act() -> Path:
            write()
            return path

        self._writing.run(act)
