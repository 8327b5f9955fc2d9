"""The page of photographs and learning, put together."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.teaching import Photographer
from breadpos.bootstrap.shop import Shop
from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.inference_worker import InferenceWorker
from breadpos.ui.main_window import MainWindow
from breadpos.ui.open_album import OpenAlbum
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab
from breadpos.ui.teaching_worker import TeachingWorker


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
        window.pages.offer(Tab.PHOTOS, self._build)
        album.desk.counted.connect(self._show_waiting)
        album.desk.count_waiting()

    def _build(self) -> QWidget:
        from breadpos.bootstrap.training_desk import (  # here: the plots take a moment to import
            ShopTrainingDesk,
        )
        from breadpos.ui.photos_page import PhotosPage
        from breadpos.ui.training_process import TrainingProcess

        home = self._shop.home
        page = PhotosPage(
            self._preview,
            self._front,
            self._controller.products,
            ShopTrainingDesk(self._shop),
            TrainingProcess(home.folder, home.logs / "training.jsonl"),
            self._album,
        )
        worker, teach = self._worker, page.teach
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
        page.model_changed.connect(self.model_changed)
        teach.priced.connect(self._set_price)
        teach.left.connect(self._controller.reload_products)
        self._window.take_photos_page(page)
        return page

    @Slot(int)
    def _show_waiting(self, count: int) -> None:
        self._window.header.tabs.show_count(Tab.PHOTOS, count)

    def _set_price(self, product_id: str, price: Money) -> None:
        self._controller.reload_products()
        self._controller.set_price(ProductId(product_id), price)


def _photographer(shop: Shop) -> Photographer:
    """Imported where it works, for the window need not wait for torch."""
    from breadpos.bootstrap.photographer import ShopPhotographer

    return ShopPhotographer(shop)
