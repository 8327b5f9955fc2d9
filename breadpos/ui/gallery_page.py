"""Every photo the shop has: looked through, named anew, compared, deleted and brought back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.photo_album import PhotoCard, Shelf, filtered
from breadpos.application.training_desk import Event
from breadpos.domain.errors import StorageError
from breadpos.domain.product import Product, ProductId
from breadpos.ui.empty_state import EmptyState
from breadpos.ui.folder_choice import DialogFolderChoice, FolderChoice, new_folder_in
from breadpos.ui.fonts import wide_enough
from breadpos.ui.gallery_actions import GalleryActions
from breadpos.ui.gallery_filters import GalleryFilters
from breadpos.ui.gallery_shelves import GalleryShelves
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.open_album import OpenAlbum
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.photo_compare import PhotoCompare
from breadpos.ui.photo_grid import PhotoGrid, TileWords
from breadpos.ui.photo_transfer import PhotoTransfer
from breadpos.ui.product_choice import ProductChoice
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX

_SHELVES_PX, _SHELVES_SHARE = 280, 0.28


class GalleryPage(QWidget):
    """Shelves on the left; on the right the photos and what to do with those chosen."""

    left = Signal()
    failed = Signal(object)  # BreadposError

    def __init__(
        self,
        album: OpenAlbum,
        front: ShopFront,
        products: Callable[[], Sequence[Product]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        desk, images = album.desk, album.images
        self._desk, self._products, self._front = desk, products, front
        self._checking, self._share = album.checking, 0
        self._names: dict[ProductId, Product] = {}
        self.head = PanelHead()
        self.import_button = KeyButton(icon="download-simple", keys=("F8",))
        self.export_button = KeyButton(icon="upload-simple", keys=("F9",))
        self.folders: FolderChoice = DialogFolderChoice(self)
        self.transfer = PhotoTransfer(album)
        self.check_button = KeyButton(icon="magnifying-glass", keys=("F7",))
        self.shelves = GalleryShelves()
        self.filters = GalleryFilters(desk.now)
        self.grid = PhotoGrid(images, front.palette, self._describe)
        self.empty = EmptyState("images")
        self.acts = GalleryActions()
        self.compare = PhotoCompare(images, front.palette, self._facts)
        self.choice = ProductChoice(front.currency, front.thumbnails, front.palette)
        self.middle, self.parts = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def open_page(self) -> None:
        """Show the album as it is now; first, what came of an import that went on meanwhile."""
        self._desk.load()
        if self.transfer.has_news:
            self.parts.setCurrentWidget(self.transfer)
            self.transfer.setFocus()
        else:
            self._back_to_grid()

    @Slot(object)
    def show_cards(self, cards: Sequence[PhotoCard]) -> None:
        """The album as it is now."""
        self._names = {product.product_id: product for product in self._products()}
        self.shelves.show_counts(cards, self._products())
        self._show_filtered()

    def _show_filtered(self) -> None:
        shelf, product_id = self.shelves.place()
        wanted = replace(self.filters.narrowed(), shelf=shelf, product_id=product_id)
        found = filtered(self._desk.cards, wanted)
        self.grid.show_cards(found)
        self.middle.setCurrentWidget(self.grid if found else self.empty)
        self._show_actions()

    def _show_actions(self) -> None:
        shelf, _ = self.shelves.place()
        self.acts.show_state(
            len(self.grid.chosen),
            len(self.grid.photo_model.cards),
            deleted=shelf is Shelf.DELETED,
            can_undo=self._desk.can_undo,
        )

    def _describe(self, card: PhotoCard) -> TileWords:
        name = self._name(card.product_id)
        if card.suspected is not None:
            note = self.tr("rather %1?").replace("%1", self._name(card.suspected))
            return TileWords(name, note, "warn")
        when = f"{card.taken_at.astimezone(self._front.zone):%Y-%m-%d}"
        if self.shelves.place()[0] is Shelf.ALIKE:
            return TileWords(name, self.tr("group %1").replace("%1", str(card.group)))
        return TileWords(name, when)

    def _facts(self, card: PhotoCard) -> str:
        when = f"{card.taken_at.astimezone(self._front.zone):%Y-%m-%d %H:%M}"
        told = [self._name(card.product_id), f"{when} ・ {card.cashier}".removesuffix(" ・ ")]
        if card.suspected is not None:
            told.append(self.tr("rather %1?").replace("%1", self._name(card.suspected)))
        if card.confidence is not None:
            fits = self.tr("The name fits to %1").replace("%1", f"{card.confidence:.0%}")
            told.append(fits)
        return "\n".join(told)

    def _name(self, product_id: ProductId) -> str:
        product = self._names.get(product_id)
        return product.label(language_of(self)) if product else product_id

    def _targets(self) -> list[PhotoCard]:
        """The chosen photos; the one under the cursor if none is."""
        current = self.grid.current()
        return self.grid.chosen or ([current] if current is not None else [])

    def _delete_or_restore(self) -> None:
        if self.shelves.place()[0] is Shelf.DELETED:
            self._desk.restore(self._targets())
        else:
            self._desk.delete(self._targets())

    def _open_compare(self) -> None:
        targets = self._targets()
        if targets:
            self.compare.show_cards(targets)
            self.parts.setCurrentWidget(self.compare)

    def _open_choice(self) -> None:
        if self._targets():
            self.choice.show_products(self._products())
            self.parts.setCurrentWidget(self.choice)

    def _relabel(self, product_id: str) -> None:
        targets = self._targets()
        self._back_to_grid()
        self._desk.relabel(targets, ProductId(product_id))

    def _back_to_grid(self) -> None:
        self.parts.setCurrentIndex(0)
        self.grid.setFocus()

    def _follow_transfer(self) -> None:
        """Say on the buttons how far it is; show what came of it to whoever waits for it."""
        self._retranslate()
        if self.transfer.has_news and self.grid.isVisible():
            self.open_page()

    def _ask_what_to_take_in(self) -> None:
        if self.transfer.is_running:
            self.parts.setCurrentWidget(self.transfer)
            return
        title = self.tr("Folder with one folder a bread, or a COCO set")
        self.folders.to_read(title, self._take_in)

    def _take_in(self, folder: Path) -> None:
        self.transfer.take_in(folder)
        self.parts.setCurrentWidget(self.transfer)

    def _ask_where_to_give_out(self) -> None:
        if self.transfer.is_running:
            self.parts.setCurrentWidget(self.transfer)
            return
        title = self.tr("Where to put the folder with the photos")
        self.folders.to_read(title, self._give_out)

    def _give_out(self, folder: Path) -> None:
        name = f"breadpos-photos-{self._desk.now():%Y-%m-%d}"
        self.transfer.give_out(new_folder_in(folder, name))
        self.parts.setCurrentWidget(self.transfer)

    def _check(self) -> None:
        """Look for mistakes beside the window; a second press ends it."""
        if self._checking.is_running:
            self._checking.cancel()
        else:
            self._share = 0
            self._checking.start()
        self._retranslate()

    @Slot(object)
    def _show_progress(self, event: Event) -> None:
        if event.get("of"):
            self._share = round(100 * event["done"] / event["of"])
            self._retranslate()

    @Slot(object)
    def _end_check(self, last: Event) -> None:
        """Show what was found, the doubtful photos first."""
        self._retranslate()
        if last.get("event") == "done":
            self._checking.acknowledge()
            self.shelves.setCurrentRow(list(Shelf).index(Shelf.SUSPECTED))
            self._desk.load()
        elif last.get("event") == "failed":
            self.failed.emit(StorageError(str(last.get("message") or "the check ended")))

    def _lay_out(self) -> None:
        for part in (self._looking(), self.compare, self.choice, self.transfer):
            self.parts.addWidget(part)
        card = named("card", QWidget())
        inside = QVBoxLayout(card)
        inside.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        inside.addWidget(self.parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.addWidget(card)

    def _looking(self) -> QWidget:
        """The shelves and the photos."""
        for part in (self.grid, self.empty):
            self.middle.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(GAP_PX)
        for button in (self.import_button, self.export_button):
            top.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(PAD_PX)
        right.addWidget(SideBySide(self.filters, self.check_button, shares=(1, 0)))
        right.addWidget(self.middle, stretch=1)
        right.addWidget(self.acts)
        body = QHBoxLayout()
        body.setSpacing(EDGE_PX)
        body.addWidget(self.shelves)
        body.addLayout(right, stretch=1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PAD_PX)
        top.insertWidget(0, self.head, stretch=1)
        column.addLayout(top)
        column.addLayout(body, stretch=1)
        return whole

    def _connect(self) -> None:
        self._desk.told.connect(self.show_cards)
        self.head.back_requested.connect(self.left)
        self.empty.acted.connect(self.left)
        self.shelves.changed.connect(self._show_filtered)
        self.filters.changed.connect(self._show_filtered)
        self.grid.chosen_changed.connect(self._show_actions)
        self.grid.opened.connect(self._open_compare)
        self.check_button.clicked.connect(self._check)
        self.import_button.clicked.connect(self._ask_what_to_take_in)
        self.export_button.clicked.connect(self._ask_where_to_give_out)
        self.transfer.left.connect(self.open_page)
        self.transfer.went_on.connect(self._follow_transfer)
        self._checking.told.connect(self._show_progress)
        self._checking.ended.connect(self._end_check)
        self.acts.relabel_requested.connect(self._open_choice)
        self.acts.delete_requested.connect(self._delete_or_restore)
        self.acts.compare_requested.connect(self._open_compare)
        self.acts.undo_requested.connect(self._desk.undo)
        self.acts.all_requested.connect(self.grid.selectAll)
        self.acts.none_requested.connect(self.grid.clearSelection)
        for part in (self.choice.cancelled, self.compare.left):
            part.connect(self._back_to_grid)
        self.choice.chosen.connect(self._relabel)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("All photos"))
        transfer, words = self.transfer, [self.tr("Import…"), self.tr("Export…")]
        if transfer.is_running:
            going = (
                self.tr("Importing… %n%", "", transfer.share)
                if transfer.is_import
                else self.tr("Exporting… %n%", "", transfer.share)
            )
            words[0 if transfer.is_import else 1] = going
        self.import_button.set_words(words[0])
        self.export_button.set_words(words[1])
        self.check_button.set_words(
            self.tr("Looking… %n% (stop)", "", self._share)
            if self._checking.is_running
            else self.tr("Look for mistakes")
        )
        self.empty.show_words(
            self.tr("No photos here"),
            self.tr("Photographs of your breads, and what is corrected at the register."),
            "",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shelves.setFixedWidth(wide_enough(_SHELVES_PX, self.width(), _SHELVES_SHARE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.grid.viewport().update()
