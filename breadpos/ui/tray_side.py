"""The left side: the picture, the question under it, the products over it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.application.counter_view import CounterView, SeenItem
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.product import ProductId
from breadpos.ui.camera_view import CameraView
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.pick import AddProduct, ChangeLine, NameItems, Pick
from breadpos.ui.product_grid import ProductGrid
from breadpos.ui.question_card import Asked, QuestionCard
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tokens import GAP_PX


class TraySide(QWidget):
    """The picture makes room for the question; the products cover both while one is chosen."""

    grid_toggled = Signal(bool)

    def __init__(
        self,
        controller: CounterController,
        preview: Mailbox[Frame],
        front: ShopFront,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._view = controller.view()
        self._tapped: int | None = None
        self._one_by_one = False
        self._is_quiet = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.camera = CameraView(preview, front.currency, front.palette)
        self.question = QuestionCard(front.currency, front.thumbnails, front.palette)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.camera, stretch=1)
        layout.addWidget(self.question)
        self.grid = ProductGrid(
            front.currency, front.thumbnails, front.palette, front.today, parent=self
        )
        self.grid.hide()
        self.question.hide()
        self._connect()

    def show_view(self, view: CounterView) -> None:
        if view.question is None:
            self._one_by_one = False
        self._view = _first_alone(view) if self._one_by_one else view
        if view.paying:
            self.close_grid()
            self._tapped = None
        self._show_question()

    def be_quiet(self, *, quiet: bool) -> None:
        """Ask nothing while something else wants the cashier's answer."""
        self._is_quiet = quiet
        self.camera.yield_keys(yielded=quiet)
        self._show_question()

    def toggle_products(self) -> None:
        """Show every product, to add some; or no longer."""
        if self.grid.isVisible():
            self.close_grid()
        else:
            self.choose(AddProduct())

    def change_line(self, product_id: str) -> None:
        self.choose(ChangeLine(ProductId(product_id)))

    def choose(self, pick: Pick) -> None:
        """Show every product, for a purpose."""
        self.grid.setGeometry(self.rect())
        self.grid.open_for(pick, self._controller.products())
        self.question.setEnabled(False)
        self.camera.setEnabled(False)  # Tab need not walk what is covered
        self.grid_toggled.emit(True)

    def close_grid(self) -> None:
        if self.grid.isVisible():
            self.grid.close_grid()
            self.camera.setEnabled(True)
            self.setFocus()
            self.grid_toggled.emit(False)
        self._show_question()

    def _connect(self) -> None:
        self.camera.item_tapped.connect(self._tap)
        self.camera.read_again_requested.connect(self._controller.read_again)
        self.question.named.connect(self._name)
        self.question.dismissed.connect(self._dismiss)
        self.question.other_requested.connect(lambda items: self.choose(NameItems(items)))
        self.question.one_by_one_requested.connect(self._ask_one_by_one)
        self.question.closed.connect(self._untap)
        self.grid.chosen.connect(self._picked)
        self.grid.closed.connect(self.close_grid)

    def _tap(self, item_id: int) -> None:
        if not self._view.paying and not self._view.tray_closed:
            self._tapped = item_id
            self._show_question()

    def _untap(self) -> None:
        self._tapped = None
        self._show_question()

    def _ask_one_by_one(self) -> None:
        self._one_by_one = True
        self.show_view(self._view)

    def _name(self, item_ids: tuple[int, ...], product_id: str) -> None:
        self._tapped = None
        self._controller.name_items(item_ids, product_id)
        self._show_question()

    def _dismiss(self, item_ids: tuple[int, ...]) -> None:
        self._tapped = None
        self._controller.dismiss_items(item_ids)
        self._show_question()

    def _picked(self, pick: Pick, product_id: str) -> None:
        match pick:
            case AddProduct():
                self._controller.add(product_id)
                return
            case NameItems(item_ids):
                self._tapped = None
                self._controller.name_items(item_ids, product_id)
            case ChangeLine(changed_id):
                self._controller.change(changed_id, product_id)
        self.close_grid()

    def _show_question(self) -> None:
        asked = self._asked()
        self.camera.show_view(_asking_about(self._view, asked))
        if asked is not None:
            self.question.ask(asked)
        self.question.setVisible(asked is not None)
        self.question.setEnabled(not self._is_quiet and not self.grid.isVisible())

    def _asked(self) -> Asked | None:
        view = self._view
        if view.paying:
            return None
        tapped = next((item for item in view.items if item.item_id == self._tapped), None)
        if tapped is not None:
            return self._about(tapped)
        if view.question is None:
            return None
        question = view.question
        return Asked(
            question.item_ids,
            question.status,
            question.candidates,
            open_count=view.open_count,
            cut=question.cut,
        )

    def _about(self, item: SeenItem) -> Asked:
        candidates = item.candidates
        if item.product is not None and item.product not in candidates:
            candidates = (item.product, *candidates)  # as a person said
        return Asked(
            (item.item_id,),
            item.status,
            candidates,
            open_count=self._view.open_count,
            by_tap=True,
            cut=item.cut,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grid.setGeometry(self.rect())


def _first_alone(view: CounterView) -> CounterView:
    """The view with the question about its first item alone."""
    question = view.question
    if question is None:
        return view
    cut = any(item.cut for item in view.items if item.item_id == question.item_id)
    return replace(view, question=replace(question, item_ids=(question.item_id,), cut=cut))


def _asking_about(view: CounterView, asked: Asked | None) -> CounterView:
    """The view with those items marked that the card is about."""
    ids = () if asked is None else asked.item_ids
    items = tuple(replace(item, asked=item.item_id in ids) for item in view.items)
    return replace(view, items=items)
