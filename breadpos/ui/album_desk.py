"""Between the album and the pages that show it: wishes in, the album as it is now out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from breadpos.application.lessons import lessons_between
from breadpos.application.photo_album import PhotoAlbum, PhotoCard
from breadpos.domain.errors import BreadposError
from breadpos.domain.product import ProductId
from breadpos.ui.errand import Run

_MOST_UNDO = 20


class AlbumDesk(QObject):
    """Asks the album beside the window, so that 50,000 photos keep nobody waiting.

    Args:
        now: aware.
    """

    told = Signal(object)  # tuple of PhotoCard
    relabelled = Signal(object)  # list of Lesson: what the recogniser learns and forgets
    counted = Signal(int)  # photos that wait for a glance
    failed = Signal(object)  # BreadposError
    _loaded = Signal(object)
    _changed = Signal(object, object)  # before, after
    _undone = Signal(object)

    def __init__(
        self,
        album: PhotoAlbum,
        now: Callable[[], datetime],
        run: Run,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._album, self._now, self._run = album, now, run
        self.cards: tuple[PhotoCard, ...] = ()
        self._undo: list[tuple[PhotoCard, ...]] = []
        self._is_swept = False
        self._loaded.connect(self._show)
        self._changed.connect(self._take)
        self._undone.connect(self._take_back)

    def now(self) -> datetime:
        """Aware, in the shop's zone."""
        return self._now()

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    def load(self) -> None:
        """Read the album; `told` follows. The first time what was deleted long ago is swept."""
        if not self._is_swept:
            self._is_swept = True
            self._do(self._sweep)
        self._do(lambda: self._loaded.emit(tuple(self._album.cards())))

    @Slot()
    def count_waiting(self) -> None:
        """Count what waits for a glance; `counted` follows."""
        self._do(lambda: self.counted.emit(self._album.waiting_count()))

    def accept(self, cards: Sequence[PhotoCard]) -> None:
        """Let these be learnt from under the names they have."""
        self._change(cards, self._album.accept, lambda card: replace(card, waiting=False))

    def relabel(self, cards: Sequence[PhotoCard], product_id: ProductId) -> None:
        """Give these another name."""
        self._change(
            cards,
            lambda ids: self._album.relabel(ids, product_id),
            lambda card: replace(
                card,
                product_id=product_id,
                waiting=False,
                confidence=None,
                suspected=None,
                group=None,
            ),
        )

    def delete(self, cards: Sequence[PhotoCard]) -> None:
        """Take these away; they can be brought back for some weeks."""
        at = self._now()
        self._change(cards, self._album.delete, lambda card: replace(card, deleted_at=at))

    def restore(self, cards: Sequence[PhotoCard]) -> None:
        """Bring these back."""
        self._change(cards, self._album.restore, lambda card: replace(card, deleted_at=None))

    def undo(self) -> None:
        """Make the photos of the last change what they were."""
        if self._undo:
            before = self._undo.pop()

            def act() -> None:
                self._album.put_back(before)
                self._undone.emit(before)

            self._do(act)

    def _sweep(self) -> None:
        self._album.sweep()

    def _change(
        self,
        cards: Sequence[PhotoCard],
        act: Callable[[list[int]], None],
        changed: Callable[[PhotoCard], PhotoCard],
    ) -> None:
        before = tuple(cards)

        def do() -> None:
            act([card.photo_id for card in before])
            self._changed.emit(before, tuple(map(changed, before)))

        if before:
            self._do(do)

    def _do(self, act: Callable[[], None]) -> None:
        def work() -> None:
            try:
                act()
            except BreadposError as error:
                self.failed.emit(error)

        self._run(work)

    @Slot(object)
    def _show(self, cards: tuple[PhotoCard, ...]) -> None:
        self.cards = cards
        self.told.emit(cards)
        self.counted.emit(sum(card.waiting and card.deleted_at is None for card in cards))

    @Slot(object, object)
    def _take(self, before: tuple[PhotoCard, ...], after: tuple[PhotoCard, ...]) -> None:
        self._undo = [*self._undo[1 - _MOST_UNDO :], before]
        self._take_back(after)

    @Slot(object)
    def _take_back(self, now: tuple[PhotoCard, ...]) -> None:
        new = {card.photo_id: card for card in now}
        after = tuple(new.get(card.photo_id, card) for card in self.cards)
        lessons = lessons_between(self.cards, after)
        self._show(after)
        if lessons:
            self.relabelled.emit(lessons)
