"""The page of photographs and learning: connects its parts, and decides which is seen."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.training_desk import Event, TrainingDesk, TrainingFacts
from breadpos.domain.errors import BreadposError, ProductInvalid
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition
from breadpos.ui.banner import Banner
from breadpos.ui.banner_message import Topic
from breadpos.ui.corrections_page import CorrectionsPage
from breadpos.ui.errand import Errand
from breadpos.ui.failures import message_for, topic_of, words_of
from breadpos.ui.gallery_page import GalleryPage
from breadpos.ui.named import named
from breadpos.ui.notices import message_for_paper
from breadpos.ui.open_album import OpenAlbum
from breadpos.ui.photos_home import PhotosHome
from breadpos.ui.report_page import ReportPage
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.teach_page import TeachPage
from breadpos.ui.tokens import EDGE_PX
from breadpos.ui.training_process import TrainingProcess


class PhotosPage(QWidget):
    """Home, and the other parts over it, each made when first wanted; a training goes on behind."""

    model_changed = Signal()
    left_photographed = Signal()  # what lies on the tray, for another page
    teaching_made = Signal(object)  # TeachPage, whose wishes somebody has to fulfil

    def __init__(
        self,
        preview: Mailbox[Frame],
        front: ShopFront,
        products: Callable[[], Sequence[Product]],
        desk: TrainingDesk,
        training: TrainingProcess,
        album: OpenAlbum,
    ) -> None:
        super().__init__()
        named("page", self)
        self._preview, self._front, self._open_album = preview, front, album
        self._products, self._desk, self.training = products, desk, training
        self._is_photographed = False
        self.banner = Banner()
        self.home = PhotosHome(front.currency, front.thumbnails, front.palette, desk.knobs)
        self.album = album.desk
        self._reading = Errand(self, album.run)
        self.parts = QStackedWidget()
        self._top = QVBoxLayout()
        self._lay_out()
        self._connect()
        training.resume()
        self._follow_training()

    @cached_property
    def teach(self) -> TeachPage:
        """Where a bread is photographed."""
        part = TeachPage(self._preview, self._front)
        part.left.connect(self.open_home)
        self.parts.addWidget(part)
        self.teaching_made.emit(part)
        return part

    @cached_property
    def corrections(self) -> CorrectionsPage:
        """What cashiers corrected."""
        album = self._open_album
        part = CorrectionsPage(album.desk, album.images, self._front, self._products)
        part.left.connect(self.open_home)
        self.parts.addWidget(part)
        return part

    @cached_property
    def gallery(self) -> GalleryPage:
        """Every photo."""
        part = GalleryPage(self._open_album, self._front, self._products)
        part.left.connect(self.open_home)
        part.failed.connect(self.show_failure)
        self.parts.addWidget(part)
        return part

    @cached_property
    def report(self) -> ReportPage:
        """What a training remembers."""
        part = ReportPage(self._open_album.images, self._products, self._front.zone)
        part.left.connect(self._close_report)
        part.failed.connect(self.show_failure)
        part.saved.connect(self._tell_saved)
        self.parts.addWidget(part)
        return part

    @property
    def takes_recognitions(self) -> bool:
        """Whether what lies on the tray was photographed, and so is not for sale."""
        return self.isVisible() and self._is_photographed

    @Slot(object)
    def see(self, recognition: Recognition) -> None:
        if self._photographs():
            self.teach.see(recognition)
        elif not recognition.moving and not recognition.detections:
            self._is_photographed = False  # it was taken away; the next tray is a customer's

    def _photographs(self) -> bool:
        return isinstance(self.parts.currentWidget(), TeachPage)

    @Slot(object)
    def show_failure(self, error: BreadposError) -> None:
        """Say what failed; everything stays as it was."""
        self.banner.announce(topic_of(error), lambda: message_for(error))
        self._top.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, 0)

    def refresh(self) -> None:
        """Show the price list, the photos and the versions as they are now."""
        self.home.show_products(self._products())
        self.album.count_waiting()
        self._reading.run(self._desk.facts)

    def _show_facts(self, facts: object) -> None:
        if isinstance(facts, TrainingFacts):
            card = self.home.training
            card.show_facts(facts.photos, facts.products, facts.estimate_s)
            card.show_versions(facts.versions)
            self.home.next.show_wanted(facts.wanted, self._products())

    def open_home(self) -> None:
        self.parts.setCurrentWidget(self.home)
        self.refresh()

    def open_corrections(self) -> None:
        """What cashiers corrected, for a glance."""
        self.parts.setCurrentWidget(self.corrections)
        self.corrections.open_page()

    def open_gallery(self) -> None:
        """Every photo there is."""
        self.parts.setCurrentWidget(self.gallery)
        self.gallery.open_page()

    def open_report(self) -> None:
        """All that the shown comparison's training remembers."""
        self.parts.setCurrentWidget(self.report)
        self.report.show_report(self.home.training.comparison.report)

    def _close_report(self) -> None:
        self.parts.setCurrentWidget(self.home)

    @Slot(str)
    def _tell_saved(self, path: str) -> None:
        self.banner.announce(Topic.FILES, lambda: message_for_paper(path))
        self._top.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, 0)

    def _photograph(self, product_id: str) -> None:
        product = next(each for each in self._products() if each.product_id == product_id)
        self._begin(product)

    def _photograph_new(self, name: str) -> None:
        try:
            self._begin(Product(self._new_key(name), name))
        except ProductInvalid as error:
            self.show_failure(error)

    def _new_key(self, name: str) -> ProductId:
        """The name itself, unless a bread that is called otherwise by now was begun under it."""
        taken, key, number = {each.product_id for each in self._products()}, name, 1
        while key in taken:
            number += 1
            key = f"{name}_{number}"
        return ProductId(key)

    def _begin(self, product: Product) -> None:
        self._is_photographed = True
        self.parts.setCurrentWidget(self.teach)
        self.teach.begin(product)
        self.teach.setFocus()

    def _start(self, options: list[str]) -> None:
        self.home.training.show_running()
        self.training.start(options)

    def _follow_training(self) -> None:
        """Show a training that somebody else began, from its beginning."""
        if self.training.is_running:
            self.home.training.show_running()
            for event in self.training.said():
                self.home.training.show_event(event)

    def _end(self, last: Event) -> None:
        card = self.home.training
        self._desk.sweep()
        if self.isVisible():
            self.training.acknowledge()
        self.refresh()
        match last.get("event"):
            case "done" if last.get("version"):
                self._compare(str(last["version"]))
            case "done":
                card.show_ready(self.tr("Trained for comparison only; nothing changes."))
            case "cancelled":
                card.show_ready(self.tr("Cancelled. Nothing has changed."))
            case _:
                why = words_of(str(last.get("failure") or "")) or str(last.get("message") or "")
                why = why or self.tr("It was interrupted. Start it again.")
                told = self.tr("It did not work; nothing has changed.")
                card.show_ready(f"{told}\n{why}")

    def _compare(self, version: str) -> None:
        try:
            report = self._desk.report(version)
        except BreadposError as error:
            self.show_failure(error)
            return
        if report is not None:
            self.home.training.show_comparison(report, self._products())

    def _use(self, version: str) -> None:
        try:
            self._desk.use(version)
        except BreadposError as error:
            self.show_failure(error)
            return
        self.refresh()
        self.home.training.show_ready(self.tr("In use from the next tray on."))
        self.model_changed.emit()

    def _forget_failure(self, topic: Topic) -> None:
        self.banner.withdraw(topic)
        if self.banner.shown() is None:
            self._top.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)

    def _lay_out(self) -> None:
        self.parts.addWidget(self.home)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._top.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        self._top.addWidget(self.banner)
        layout.addLayout(self._top)
        layout.addWidget(self.parts, stretch=1)

    def _connect(self) -> None:
        self.home.product_chosen.connect(self._photograph)
        self.home.new_product_requested.connect(self._photograph_new)
        self.home.training.comparison.report_requested.connect(self.open_report)
        self.home.corrections_requested.connect(self.open_corrections)
        self.home.gallery_requested.connect(self.open_gallery)
        self._reading.done.connect(self._show_facts)
        self._reading.failed.connect(self.show_failure)
        self.album.failed.connect(self.show_failure)
        self.album.counted.connect(self.home.show_waiting)
        self.banner.acted.connect(self._forget_failure)
        card = self.home.training
        card.start_requested.connect(self._start)
        card.cancel_requested.connect(self.training.cancel)
        card.use_requested.connect(self._use)
        card.report_requested.connect(self._compare)
        self.training.told.connect(card.show_event)
        self.training.ended.connect(self._end)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_photographed:
            self.left_photographed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.parts.currentWidget() is self.home:
            self.home.begin_typing()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_photographed = self._photographs()
        if self.parts.currentWidget() is not self.home:
            return
        unheard = self.training.unheard()
        if unheard is not None:
            self._end(unheard)
        else:
            self._follow_training()
            self.refresh()
