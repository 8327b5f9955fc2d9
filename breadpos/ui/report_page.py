"""The report of a training, to look at and to print."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMarginsF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from breadpos.domain.errors import FileNotWritten
from breadpos.domain.product import Product
from breadpos.ui.file_choice import DialogFileChoice, FileChoice
from breadpos.ui.fonts import text_percent
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.tokens import EDGE_PX, PAD_PX
from breadpos.ui.training_report import report_document

_MARGIN_MM = 16
_DOTS_PER_INCH = 120


class ReportPage(QWidget):
    """Shows the page as it will be printed."""

    left = Signal()
    saved = Signal(str)  # path
    failed = Signal(object)  # BreadposError

    def __init__(
        self,
        images: PhotoImages,
        products: Callable[[], Sequence[Product]],
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._images, self._products, self._zone = images, products, zone
        self._report: Mapping[str, Any] = {}
        self._document: QTextDocument | None = None
        self.files: FileChoice = DialogFileChoice(self)
        self.head = PanelHead()
        self.print_button = KeyButton(icon="download-simple", keys=("Ctrl+P",))
        self.page = named("report", QTextBrowser())
        card = named("card", QWidget())
        top = QHBoxLayout()
        top.setSpacing(PAD_PX)
        top.addWidget(self.head, stretch=1)
        top.insertWidget(0, self.print_button)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        inside.setSpacing(PAD_PX)
        inside.addLayout(top)
        inside.addWidget(self.page, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.addWidget(card)
        self.head.back_requested.connect(self.left)
        self.print_button.clicked.connect(self._ask_where)
        images.arrived.connect(self._fill)
        self._retranslate()

    def show_report(self, report: Mapping[str, Any]) -> None:
        """Show a training's report; its pictures follow."""
        self._report = report
        self._fill()
        self.page.verticalScrollBar().setValue(0)
        self.page.setFocus()

    def write_pdf(self, path: Path) -> None:
        """Print into a file."""
        writer = QPdfWriter(str(path))
        writer.setResolution(_DOTS_PER_INCH)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        self._page().print_(writer)
        del writer  # its file is whole only now
        if not path.exists() or path.stat().st_size == 0:
            self.failed.emit(FileNotWritten(path, "the disk refused"))
        else:
            self.saved.emit(str(path))

    def _ask_where(self) -> None:
        name = f"breadpos-{self._report.get('version', 'report')}.pdf"
        self.files.to_write(self.tr("Print into a file"), "PDF (*.pdf)", name, self.write_pdf)

    def _page(self, percent: int = 100) -> QTextDocument:
        names = {str(product.product_id): product for product in self._products()}
        language = language_of(self)

        def name(product_id: str) -> str:
            product = names.get(product_id)
            return product.label(language) if product else product_id

        thumbnail = self._images.thumbnail
        return report_document(self._report, self._made(), name, thumbnail, percent=percent)

    def _made(self) -> str:
        """When it was trained, by the shop's clock."""
        made = self._report.get("made_at")
        return (
            f"{datetime.fromisoformat(made).astimezone(self._zone):%Y-%m-%d %H:%M}" if made else ""
        )

    def _fill(self) -> None:
        if not self._report or self.isHidden():
            return
        place = self.page.verticalScrollBar().value()
        self._document = self._page(text_percent())
        self._document.setParent(self.page)
        self.page.setDocument(self._document)
        self.page.verticalScrollBar().setValue(place)

    def _retranslate(self) -> None:
        self.head.show_title("")
        self.print_button.set_words(self.tr("Print (PDF)"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
