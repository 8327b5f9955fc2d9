"""Which sound belongs to what has just happened at the counter."""

from PySide6.QtCore import QObject, Slot

from breadpos.application.counter_view import CounterView
from breadpos.application.cues import Cue, CuePlayer
from breadpos.domain.errors import BreadposError
from breadpos.domain.tray import TrayPhase
from breadpos.ui.counter_controller import CounterController


class CounterCues(QObject):
    """A tray that is read without a question, a question, a refusal, a payment: one sound each."""

    def __init__(
        self, controller: CounterController, player: CuePlayer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._read = _read(controller.view())
        self._asked = controller.view().open_count
        controller.view_changed.connect(self._see)
        controller.refused.connect(self._refuse)
        controller.paid.connect(self._thank)

    @Slot(object)
    def _see(self, view: CounterView) -> None:
        read, asked = _read(view), view.open_count
        if asked > self._asked:
            self._player.play(Cue.QUESTION)
        elif read > self._read and not asked:
            self._player.play(Cue.SURE)
        self._read, self._asked = read, asked

    @Slot(object)
    def _refuse(self, _error: BreadposError) -> None:
        self._player.play(Cue.ERROR)

    @Slot(object)
    def _thank(self, _sale: object) -> None:
        self._player.play(Cue.PAID)


def _read(view: CounterView) -> int:
    """How many items of a lying tray are for sale now."""
    if view.phase is not TrayPhase.SETTLED or view.tray_closed:
        return 0
    return len(view.items)
