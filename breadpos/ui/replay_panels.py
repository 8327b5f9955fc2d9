"""From a receipt to the tray behind it: picture left, list right, and back."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from breadpos.application.replay import Replay, Replays
from breadpos.domain.errors import BreadposError
from breadpos.domain.sale import Sale
from breadpos.ui.counter_page import CounterPage
from breadpos.ui.errand import Errand
from breadpos.ui.past_sale_panel import PastSalePanel
from breadpos.ui.replay_panel import ReplayPanel
from breadpos.ui.replay_picture import ReplayPicture
from breadpos.ui.shop_front import ShopFront


class ReplayPanels(QObject):
    """Lays both over the counter's page while somebody looks."""

    def __init__(
        self, page: CounterPage, past: PastSalePanel, replays: Replays, front: ShopFront
    ) -> None:
        super().__init__(page)
        self._page, self._past, self._replays = page, past, replays
        self._wanted = 0
        self.panel = ReplayPanel(front.currency, front.zone)
        self.picture = ReplayPicture(front.palette, page.tray)
        self.looking = Errand(self)
        page.side.addWidget(self.panel)
        past.replay_requested.connect(self._look_up)
        self.panel.cancelled.connect(self._go_back)
        page.side.currentChanged.connect(self._leave)
        self.looking.done.connect(self._show)
        self.looking.failed.connect(self._complain)

    def _look_up(self, sale: Sale) -> None:
        self._wanted = sale.number
        replays = self._replays
        self.looking.run(lambda: _found(replays, sale.number))

    def _show(self, found: object) -> None:
        side = self._page.side
        if isinstance(found, tuple) and side.currentWidget() is self._past:
            replay, picture = found
            self.panel.show_replay(replay)
            side.lay_over(self.panel)
            self.picture.show_replay(replay, picture)

    def _complain(self, error: BreadposError) -> None:
        self._page.show_refusal(error, self._try_again)

    def _try_again(self) -> None:
        replays, number = self._replays, self._wanted
        self.looking.run(lambda: _found(replays, number))

    def _go_back(self) -> None:
        self._page.side.lay_over(self._past)

    def _leave(self) -> None:
        if self._page.side.currentWidget() is not self.panel:
            self.picture.hide()


def _found(replays: Replays, number: int) -> tuple[Replay, QImage]:
    """A replay and its picture, read away from the window."""
    replay = replays.of(number)
    return replay, _read(replay.picture)


def _read(path: Path | None) -> QImage:
    return QImage() if path is None else QImage(str(path))
