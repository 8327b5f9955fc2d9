"""The screens of photographs and learning, each with what makes it full, empty or go wrong."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from breadpos.application.photo_album import PhotoCard, Shelf
from breadpos.application.teaching import Refusal, Shot
from breadpos.application.training_desk import ModelVersion
from breadpos.domain.product import ProductId
from breadpos.ui.tab import Tab

if TYPE_CHECKING:  # its plots take a moment to import
    from breadpos.ui.photos_page import PhotosPage
    from tests.window.tour import Tour

_MANY = 5_000
_OTHERS = 1_000_000
"""From here on no photo of the demo has its number, and so no picture of another is shown."""
_READ_MS = 400
"""Until the album is read and its pictures are there."""


def _page(tour: "Tour") -> "PhotosPage":
    from breadpos.ui.photos_page import PhotosPage

    page = tour.live.open_tab(Tab.PHOTOS)
    assert isinstance(page, PhotosPage)
    page.open_home()
    return page


def _page_now(tour: "Tour") -> "PhotosPage":
    from breadpos.ui.photos_page import PhotosPage

    page = tour.live.window.pages.currentWidget()
    assert isinstance(page, PhotosPage)
    return page


def _home(tour: "Tour") -> None:
    _page(tour).home.training.show_ready()


def _home_empty(tour: "Tour") -> None:
    """A shop that has no bread yet."""
    page = _page(tour)
    tour.live.breathe(_READ_MS)
    page.home.show_products(())
    page.home.next.show_wanted((), ())
    page.home.training.show_facts(0, 0, 0.0)
    tour.live.window.setFocus()
    page.setFocus()  # as its tab gives it


# The gallery.


def _cards(tour: "Tour") -> tuple["PhotosPage", list[PhotoCard]]:
    """The gallery as it is opened, and what stands there."""
    page = _page(tour)
    page.open_gallery()
    page.gallery.shelves.setCurrentRow(0)
    tour.live.wait_until(lambda: len(page.album.cards) > 20, "no photos")
    tour.live.breathe(_READ_MS)
    return page, list(page.album.cards)


def _show(tour: "Tour", page: "PhotosPage", cards: Sequence[PhotoCard], shelf: Shelf) -> None:
    page.album.cards = tuple(cards)
    page.album.told.emit(page.album.cards)
    page.gallery.shelves.setCurrentRow(list(Shelf).index(shelf))
    tour.live.breathe(_READ_MS)


def _gallery(tour: "Tour") -> None:
    page = _page(tour)
    tour.live.tap(page.home.gallery_button)
    page.gallery.shelves.setCurrentRow(0)
    tour.live.breathe(_READ_MS)


def _gallery_filters(tour: "Tour") -> None:
    page, _ = _cards(tour)
    page.gallery.filters.origin.showPopup()
    tour.live.breathe()


def _gallery_folder(tour: "Tour") -> None:
    page, _ = _cards(tour)
    tour.live.tap(page.gallery.import_button)
    tour.live.breathe(300)


def _gallery_empty(tour: "Tour") -> None:
    page, _ = _cards(tour)
    _show(tour, page, [], Shelf.ALL)


def _gallery_thousands(tour: "Tour") -> None:
    page, cards = _cards(tour)
    many = [replace(cards[n % len(cards)], photo_id=_OTHERS + n) for n in range(_MANY)]
    _show(tour, page, many, Shelf.ALL)


def _doubted(cards: Sequence[PhotoCard]) -> list[PhotoCard]:
    return [
        replace(
            card,
            suspected=cards[n - 1].product_id if 0 < n < 9 else None,
            confidence=0.04 * n + 0.02,
            group=n // 3 + 1 if n < 12 else None,
            deleted_at=card.taken_at if n > 30 else None,
        )
        for n, card in enumerate(cards)
    ]


def _gallery_suspects(tour: "Tour") -> None:
    page, cards = _cards(tour)
    _show(tour, page, _doubted(cards), Shelf.SUSPECTED)


def _gallery_alike(tour: "Tour") -> None:
    page, cards = _cards(tour)
    _show(tour, page, _doubted(cards), Shelf.ALIKE)


def _gallery_deleted(tour: "Tour") -> None:
    page, cards = _cards(tour)
    _show(tour, page, _doubted(cards), Shelf.DELETED)


def _gallery_chosen(tour: "Tour") -> None:
    page, _ = _cards(tour)
    page.gallery.grid.selectAll()
    tour.live.breathe()


def _gallery_renaming(tour: "Tour") -> None:
    _gallery_chosen(tour)
    tour.live.tap(_page_now(tour).gallery.acts.relabel_button)
    tour.live.breathe(_READ_MS)


def _gallery_compare(tour: "Tour") -> None:
    page, cards = _cards(tour)
    _show(tour, page, _doubted(cards)[:2], Shelf.ALIKE)
    page.gallery.grid.selectAll()
    tour.live.tap(page.gallery.acts.compare_button)
    tour.live.breathe(_READ_MS)


class _Process:
    """One that runs and says what the tour lets it say."""

    is_running = True

    def acknowledge(self) -> None:
        pass


def _transfer(*, is_import: bool, end: Mapping[str, Any] | None) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        page, _ = _cards(tour)
        transfer = page.gallery.transfer
        process: Any = _Process()
        before = transfer._importing
        page.gallery.parts.setCurrentWidget(transfer)
        transfer._process, transfer._end = process, None
        transfer._folder = Path("/media/usb/breadpos-photos")
        transfer._importing = process if is_import else before
        transfer._began_s = time.monotonic() - 140
        transfer._show_progress({"done": 4_120, "of": 10_000})
        transfer._retranslate()
        if end is not None:
            transfer._show_end(end)
        transfer._importing = before

    return show


_TROUBLES = [["unreadable", "IMG_0042.jpg"], ["empty", "salt_roll"], ["lonely", "bagel"]]
_TAKEN_IN = {
    "event": "done",
    "photos": 9_997,
    "problems": [what for _, what in _TROUBLES],
    "troubles": _TROUBLES,
}


# Corrections.


def _corrections(tour: "Tour") -> None:
    tour.live.tap(_page(tour).home.corrections_button)
    tour.live.breathe(_READ_MS)


def _mending(tour: "Tour") -> None:
    _waiting(3)(tour)
    tour.live.tap(_page_now(tour).corrections.card.mend_button)
    tour.live.breathe(_READ_MS)


def _waiting(count: int) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        page, cards = _cards(tour)
        many = [
            replace(
                cards[n % len(cards)],
                photo_id=_OTHERS + n,
                waiting=True,
                cashier="佐藤",
                guess=cards[(n + 7) % len(cards)].product_id if n % 3 else None,
                guess_confidence=0.97,
                guess_sure=n % 4 == 1,
                taken_at=cards[0].taken_at - timedelta(minutes=n),
            )
            for n in range(count)
        ]
        page.open_corrections()
        tour.live.breathe(_READ_MS)
        page.album.cards = tuple(many)
        page.album.told.emit(page.album.cards)
        tour.live.breathe(_READ_MS)

    return show


# Photographing.


def _shot(tour: "Tour", number: int, refusal: Refusal | None = None) -> Shot:
    tray = tour.trays["single"]
    found = tray.detections[0]
    left, top, width, height = map(round, found.box)
    return Shot(
        outline=found.outline,
        refusal=refusal,
        number=number,
        brightness=120.0,
        is_new_turn=number < 4,
        other_side=False,
        pieces=1,
        picture_bgr=tray.pixels_bgr[top : top + height, left : left + width].copy(),
    )


def _teach(count: int, refusal: Refusal | None = None) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        page = _page(tour)
        if count or refusal:
            tour.live.counter.lay(tour.trays["single"])
        page.teach.blockSignals(True)  # no photographer: its networks take seconds to import
        page.home.product_chosen.emit("strawberry_donut")
        page.teach.show_filed([_shot(tour, number) for number in range(1, count + 1)])
        if refusal is not None:
            page.teach.show_shot([_shot(tour, 0, refusal)])
        tour.live.breathe(300)

    return show


def _taught(tour: "Tour") -> None:
    _teach(11)(tour)
    page = _page_now(tour)
    page.teach.show_taught(None)
    page.teach.show_shot([])


# Training.


def _told_at_the_counter(*, worked: bool) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        tour.live.page.tell_training(worked=worked)

    return show


def _training(tour: "Tour") -> None:
    card = _page(tour).home.training
    card.show_running()
    for done, at_s in ((0, 4.0), (600, 19.0)):
        card.show_event({"event": "reading", "done": done, "of": 600, "elapsed_s": at_s})
    for epoch in range(1, 6):
        curves = {
            f"{which}_{kind}": value
            for which, off in (("training", 0.0), ("held_out", 0.06))
            for kind, value in (("accuracy", 0.6 + 0.07 * epoch - off), ("loss", 1.4 / epoch + off))
        }
        said = {"event": "pass", "phase": "whole", "epoch": epoch, "of": 10, **curves}
        card.show_event(said | {"elapsed_s": 25.0 + 9 * epoch})


def _training_weighing(tour: "Tour") -> None:
    _training(tour)
    card = _page(tour).home.training
    card.pages.setCurrentWidget(card.running)
    card.show_event({"event": "weighing", "done": 410, "of": 600, "elapsed_s": 90.0})


def _training_settings(tour: "Tour") -> None:
    card = _page(tour).home.training
    card.show_ready()
    tour.live.tap(card.advanced_button)


def _training_too_few(tour: "Tour") -> None:
    card = _page(tour).home.training
    card.show_ready()
    card.show_facts(1, 1, 25.0)


def _ended(event: Mapping[str, Any]) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        _page(tour).training.ended.emit(event)

    return show


def _versions(tour: "Tour") -> None:
    card = _page(tour).home.training
    card.show_ready()
    tour.live.breathe(_READ_MS)  # until those there are have been read
    at = datetime(2026, 11, 24, 20, 1, tzinfo=UTC)
    card.show_versions(
        [
            ModelVersion(
                name=f"v{n}",
                made_at=at - timedelta(days=n),
                products=36,
                accuracy=0.985 - 0.01 * n if n % 3 else None,
                in_use=n == 1,
            )
            for n in range(6)
        ]
    )
    tour.live.tap(card.versions_button)


def _report(tour: "Tour", *, worse: bool) -> dict[str, Any]:
    _, cards = _cards(tour)
    products = sorted({card.product_id for card in cards})
    change: dict[str, Any] = {
        "photos": 9,
        "old_right": 8,
        "old_coverage": 0.62,
        "new_coverage": 0.86,
    }
    lost = worse and len(products) > 4
    changes = [
        change
        | {
            "product": product,
            "new_right": 2 if lost and n == 3 else 9,
            "worse": lost and n == 3,
            "chance": 0.0156 if lost and n == 3 else 1.0,
        }
        for n, product in enumerate(products)
    ]
    confusion = [[9 if n == m else 0 for m in range(len(products))] for n in range(len(products))]
    confusion[3][4], confusion[3][3] = 7, 2
    return {
        "version": "20261124-201103-000000",
        "made_at": "2026-11-24T11:11:03+00:00",
        "verdict": "old" if worse else "new",
        "old": {"accuracy": 0.889, "coverage": 0.62},
        "new": {"accuracy": 0.978, "coverage": 0.86},
        "changes": changes,
        "together": {"chance": 0.0156 if worse else 1.0, "worse": worse and not lost},
        "products": products,
        "confusion": confusion,
        "worst": [
            {
                "file": card.file.partition(".")[0],
                "suffix": ".jpg",
                "box": list(card.box or (0.0, 0.0, 90.0, 90.0)),
                "product": products[3],
                "taken_for": products[4],
                "confidence": 0.9,
            }
            for card in cards
            if card.product_id in {ProductId(products[3]), ProductId(products[5])}
        ],
        "curves": {
            "training_loss": [1.0, 0.5, 0.3, 0.2],
            "held_out_loss": [1.1, 0.7, 0.5, 0.45],
            "training_accuracy": [0.5, 0.8, 0.92, 0.97],
            "held_out_accuracy": [0.4, 0.75, 0.88, 0.93],
        },
        "options": {"network": "efficientnet_lite0", "seed": 1234, "epochs": 10, "held_out": 0.3},
        "photos": [{}] * 1080,
        "seconds": 84.1,
        "program": "0.1.0",
        "test": {"name": "McNemar, exact, one-sided", "level": 0.05, "precision": 0.999},
    }


def _compared(*, worse: bool, few: int = 0) -> Callable[["Tour"], None]:
    """Of `few` breads no photo could be kept aside; so many photos taught nothing."""

    def show(tour: "Tour") -> None:
        report = _report(tour, worse=worse)
        report["changes"] = report["changes"][few:]
        names = report["products"][:few]
        report["left_out"] = [{"photo": "0a1b2c3d4e5f", "products": [name]} for name in names]
        page = _page(tour)
        page.home.training.show_comparison(report, page._products())

    return show


def _reported(compared: Callable[["Tour"], None]) -> Callable[["Tour"], None]:
    def show(tour: "Tour") -> None:
        compared(tour)
        tour.live.tap(_page_now(tour).home.training.comparison.report_button)
        tour.live.breathe(_READ_MS)

    return show


def _reported_below(tour: "Tour") -> None:
    _reported(_compared(worse=False, few=3))(tour)
    page = _page_now(tour).report.page
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 3)


SCHOOL_SCREENS: Mapping[str, Callable[["Tour"], None]] = {
    "photos": _home,
    "photos-none": _home_empty,
    "gallery": _gallery,
    "gallery-empty": _gallery_empty,
    "gallery-thousands": _gallery_thousands,
    "gallery-suspects": _gallery_suspects,
    "gallery-alike": _gallery_alike,
    "gallery-deleted": _gallery_deleted,
    "gallery-chosen": _gallery_chosen,
    "gallery-renaming": _gallery_renaming,
    "gallery-compare": _gallery_compare,
    "gallery-filters": _gallery_filters,
    "gallery-folder": _gallery_folder,
    "gallery-taking-in": _transfer(is_import=True, end=None),
    "gallery-taken-in": _transfer(is_import=True, end=_TAKEN_IN),
    "gallery-giving-out": _transfer(is_import=False, end=None),
    "gallery-given-out": _transfer(is_import=False, end={"event": "done", "photos": 36}),
    "corrections": _corrections,
    "corrections-three": _waiting(3),
    "corrections-many": _waiting(60),
    "corrections-mending": _mending,
    "teach-begun": _teach(0),
    "teach": _teach(6, Refusal.BLURRED),
    "teach-alike": _teach(3, Refusal.DUPLICATE),
    "teach-done": _taught,
    "training": _training,
    "training-weighing": _training_weighing,
    "training-told": _told_at_the_counter(worked=True),
    "training-told-failed": _told_at_the_counter(worked=False),
    "training-settings": _training_settings,
    "training-too-few": _training_too_few,
    "training-cancelled": _ended({"event": "cancelled"}),
    "training-failed": _ended({"event": "failed", "failure": "DiskFull", "message": "no room"}),
    "training-better": _compared(worse=False),
    "training-worse": _compared(worse=True),
    "training-some-compared": _compared(worse=False, few=3),
    "training-report": _reported(_compared(worse=True)),
    "training-report-below": _reported_below,
    "versions": _versions,
}
