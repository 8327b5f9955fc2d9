"""The page of photographs and learning, put together."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from breadpos.application.frames import Frame
from breadpos.application.lessons import Pupil, lessons_missed
from breadpos.application.mailbox import Mailbox
from breadpos.application.teaching import Photographer
from breadpos.application.training_desk import Event
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import BreadposError
from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.settings import load_settings
from breadpos.ui.banner_message import Topic
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.inference_worker import InferenceWorker
from breadpos.ui.lesson_worker import LessonWorker
from breadpos.ui.main_window import MainWindow
from breadpos.ui.open_album import OpenAlbum
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab
from breadpos.ui.teaching_worker import TeachingWorker
from breadpos.ui.training_process import TrainingProcess

if TYPE_CHECKING:
    from breadpos.ui.teach_page import TeachPage

_log = logging.getLogger(__name__)


class PhotosTab(QObject):
    """Makes the page when it is first opened, and has its frames ready.

    Attributes:
        mailboxes: want each frame of the camera.
    """

    model_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        shop: Shop,
        controller: CounterController,
        front: ShopFront,
        inference: InferenceWorker,
        album: OpenAlbum,
    ) -> None:
        super().__init__(window)
        self._album = album
        home = shop.home
        self._training = TrainingProcess(home.folder, home.logs / "training.jsonl", parent=self)
        self._training.ended.connect(self._tell_end)
        self._window, self._shop, self._front = window, shop, front
        self._controller = controller
        self._preview, self._shots = Mailbox[Frame](), Mailbox[Frame]()
        self.mailboxes = (self._preview, self._shots)
        # on the inference thread, for the networks serve one thread at a time
        self._worker = TeachingWorker(partial(_photographer, shop), self._shots)
        self._worker.moveToThread(inference.thread())
        self._worker.taught.connect(inference.use)
        self.model_changed.connect(inference.rebuild)
        self.model_changed.connect(self._worker.start_afresh)
        self._lessons = LessonWorker(partial(_pupil, shop))
        self._lessons.moveToThread(inference.thread())
        self._lessons.taught.connect(inference.use)
        self._lessons.failed.connect(album.desk.failed)
        self.model_changed.connect(self._lessons.start_afresh)
        album.desk.relabelled.connect(self._lessons.hear)
        window.pages.offer(Tab.PHOTOS, self._build)
        self._follow_album(album)
        window.page.day_closed.connect(self._train_after_closing)
        window.page.training_requested.connect(self._open)
        window.header.tabs.chosen.connect(self._forget_end)
        self._training.resume()
        unheard = self._training.unheard()
        if unheard is not None:
            self._tell_end(unheard)

    def _follow_album(self, album: OpenAlbum) -> None:
        album.desk.counted.connect(self._show_waiting)
        album.desk.count_waiting()
        album.importing.ended.connect(self._controller.reload_products)  # new breads may have come

    def _build(self) -> QWidget:
        from breadpos.bootstrap.training_desk import (  # here: the plots take a moment to import
            ShopTrainingDesk,
        )
        from breadpos.ui.photos_page import PhotosPage

        page = PhotosPage(
            self._preview,
            self._front,
            self._controller.products,
            ShopTrainingDesk(self._shop),
            self._training,
            self._album,
        )
        page.teaching_made.connect(self._serve)
        page.model_changed.connect(self.model_changed)
        page.left_photographed.connect(self._controller.note_photographed)
        self._window.let_look(page)
        return page

    @Slot(object)
    def _serve(self, teach: "TeachPage") -> None:
        """Do what is wished where a bread is photographed."""
        worker = self._worker
        for wish, slot in (
            (teach.begin_requested, worker.begin),
            (teach.shoot_requested, worker.shoot),
            (teach.teach_requested, worker.teach),
        ):
            wish.connect(slot)
        worker.begun.connect(teach.show_filed)
        worker.shot.connect(teach.show_shot)
        worker.taught.connect(teach.show_taught)
        worker.failed.connect(teach.show_failure)
        self._window.camera_lost.connect(teach.view.forget_picture)
        teach.priced.connect(self._set_price)
        teach.left.connect(self._controller.reload_products)

    @Slot()
    def _train_after_closing(self) -> None:
        """Learn from the photos now that the day is closed, where the owner wants it so."""
        try:
            wanted = load_settings(self._shop.home).register.train_after_closing
            if wanted and self._has_news():
                self._training.start()
                self._window.page.tell_training_begun()
        except BreadposError as error:
            _log.warning("not trained after closing: %s", error)

    def _has_news(self) -> bool:
        """Whether there is enough to train on, and something that the last training had not."""
        from breadpos.bootstrap.photo_shelf import photo_shelf  # here: seldom wanted
        from breadpos.bootstrap.versions import Versions

        photos = self._shop.photos.all()
        breads = {photo.product_id for photo in photos}
        if len(breads) < 2 or len(photos) <= len(breads):
            return False
        report = Versions(self._shop.home.models).newest_report()
        if report is None or "listed" not in report:
            return True
        return bool(lessons_missed(photo_shelf(self._shop).cards(), report))

    @Slot(object)
    def _tell_end(self, last: Event) -> None:
        """Lead to what came of a training; not where it can be seen already."""
        self._window.page.banner.withdraw(Topic.TRAINING)
        if last.get("event") != "cancelled" and self._window.pages.open_now() is not Tab.PHOTOS:
            self._window.page.tell_training(worked=last.get("event") == "done")

    @Slot(object)
    def _forget_end(self, tab: Tab) -> None:
        if tab is Tab.PHOTOS:
            self._window.page.banner.withdraw(Topic.TRAINING)

    @Slot()
    def _open(self) -> None:
        self._forget_end(Tab.PHOTOS)
        self._window.open_tab(Tab.PHOTOS)

    @Slot(int)
    def _show_waiting(self, count: int) -> None:
        self._window.header.tabs.show_count(Tab.PHOTOS, count)

    def _set_price(self, product_id: str, price: Money) -> None:
        self._controller.reload_products()
        self._controller.set_price(ProductId(product_id), price)


def _pupil(shop: Shop) -> Pupil:
    from breadpos.bootstrap.album_pupil import AlbumPupil

    return AlbumPupil(shop)


def _photographer(shop: Shop) -> Photographer:
    """Imported where it works, for the window need not wait for torch."""
    from breadpos.bootstrap.photographer import ShopPhotographer

    return ShopPhotographer(shop)
