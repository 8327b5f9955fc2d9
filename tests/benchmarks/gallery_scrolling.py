"""Scrolls through 50,000 photos in the gallery, offscreen, and times every frame.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/gallery_scrolling.py

The labels are in a real database, the pictures are real files (a few, under many labels).
"""

import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import cv2
import numpy as np
import typer
from PySide6.QtCore import QCoreApplication
from rich.console import Console
from rich.table import Table
from sqlalchemy import insert

from breadpos.bootstrap.album import open_album
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.domain.money import Money
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product, ProductId
from breadpos.domain.receipt import Issuer
from breadpos.settings import Home
from breadpos.storage.schema import photos
from breadpos.ui.gallery_page import GalleryPage
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.style_sheet import style_sheet
from breadpos.ui.tokens import LIGHT

_PRODUCTS = 40
_FILES = 60
_SIZE = (1280, 960)


def main(
    count: Annotated[int, typer.Option(help="Photos.")] = 50_000,
    frames: Annotated[int, typer.Option(help="Of each way of scrolling.")] = 300,
) -> None:
    """Print how long loading, filtering and each frame took."""
    app = make_application()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        shop = stack.enter_context(open_shop(Home(Path(folder))))
        _fill(shop, count)
        album = open_album(stack, shop)
        front = ShopFront(issuer=Issuer("Komugi"), zone=shop.settings.register.zone())
        page = GalleryPage(album, front, shop.products.all)
        page.setStyleSheet(style_sheet(LIGHT))
        page.resize(1366, 712)
        page.show()
        table = Table(
            "",
            *(f"{kind}{what} ms" for kind in ("", "own ") for what in ("median", "p95", "worst")),
        )
        loaded: list[float] = []
        album.desk.told.connect(lambda _cards: loaded.append(time.perf_counter()))
        started_s = time.perf_counter()
        page.open_page()
        stalls = _live(lambda: bool(loaded))
        _add(table, f"window while {count} photos load", stalls)
        for name, step_px in (("slowly", 24), ("by rows", 208), ("flung", 4_000)):
            _add(table, f"frame, scrolled {name}", _scroll(page, step_px, frames))
        _add(
            table,
            "filter",
            [_timed(partial(page.shelves.setCurrentRow, row)) for row in range(5, 14)],
        )
        _add(table, "back to all", [_timed(partial(page.shelves.setCurrentRow, 0))])
        Console().print(table)
        Console().print(f"loaded in {loaded[0] - started_s:.2f} s, beside the window")
        page.close()
        app.processEvents()


class Times(NamedTuple):
    """One frame; the window's own share tells what a busy computer adds."""

    whole_ms: float
    own_ms: float


def _timed(act: Callable[[], object]) -> Times:
    started_s, own_s = time.perf_counter(), time.thread_time()
    act()
    QCoreApplication.processEvents()
    return Times((time.perf_counter() - started_s) * 1000, (time.thread_time() - own_s) * 1000)


def _live(is_over: Callable[[], bool]) -> list[Times]:
    """Let the window live, and note how long each of its turns took."""
    turns = []
    while not is_over():
        turns.append(_timed(lambda: None))
        time.sleep(0.001)
    return turns


def _scroll(page: GalleryPage, step_px: int, frames: int) -> list[Times]:
    """Each frame: scroll, take in what has been read, paint."""
    bar = page.grid.verticalScrollBar()
    bar.setValue(0)
    times = []
    for frame in range(frames):
        place = (frame * step_px) % max(bar.maximum(), 1)
        times.append(_timed(partial(bar.setValue, place)))
        time.sleep(max(0.016 - times[-1].whole_ms / 1000, 0))
    return times


def _add(table: Table, name: str, times: list[Times]) -> None:
    whole, own = np.asarray(times).T
    figures = (
        *np.percentile(whole, (50, 95)),
        whole.max(),
        *np.percentile(own, (50, 95)),
        own.max(),
    )
    table.add_row(name, *(f"{each:.1f}" for each in figures))


def _fill(shop: Shop, count: int) -> None:
    names = [ProductId(f"bread_{number}") for number in range(_PRODUCTS)]
    shop.products.put_all(Product(name, f"パン {name[6:]}", Money(100)) for name in names)
    rng = np.random.default_rng(1)
    files = [
        shop.photo_store.file(
            bytes(cv2.imencode(".jpg", rng.integers(0, 255, (960, 1280, 3), np.uint8))[1])
        )
        for _ in range(_FILES)
    ]
    first = datetime(2026, 1, 1, tzinfo=UTC)
    rows = [
        {
            "sha256": files[number % _FILES].sha256,
            "suffix": ".jpg",
            "width": _SIZE[0],
            "height": _SIZE[1],
            "product_id": names[number % _PRODUCTS],
            "box_left": float(number % 700),
            "box_top": 100.0,
            "box_width": 300.0,
            "box_height": 300.0,
            "origin": PhotoOrigin.IMPORT,
            "session": "benchmark",
            "taken_at": first + timedelta(minutes=number),
        }
        for number in range(count)
    ]
    with shop.engine.begin() as connection:
        connection.execute(insert(photos), rows)


if __name__ == "__main__":
    typer.run(main)
