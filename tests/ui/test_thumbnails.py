from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from breadpos.domain.money import YEN
from breadpos.domain.product import ProductId
from breadpos.ui.product_tiles import ProductTiles
from breadpos.ui.thumbnails import Thumbnails
from breadpos.ui.tokens import LIGHT
from tests.ui.fakes import CURRY, MELONPAN, SALT

BLUE = QColor("#1020f0")


class Album:
    """Photographs, each read when a finger says so."""

    def __init__(self) -> None:
        self.photographed = {MELONPAN.product_id, CURRY.product_id}
        self.read: list[ProductId] = []
        self.begun: list[Callable[[], None]] = []
        self.thumbnails = Thumbnails(self._read, self.begun.append)

    def _read(self, product_id: ProductId) -> QImage | None:
        self.read.append(product_id)
        if product_id not in self.photographed:
            return None
        image = QImage(64, 64, QImage.Format.Format_RGB32)
        image.fill(BLUE)
        return image

    def go_on(self) -> None:
        while self.begun:
            self.begun.pop(0)()


@pytest.fixture
def album() -> Album:
    return Album()


@pytest.fixture
def tiles(qtbot: QtBot, album: Album) -> ProductTiles:
    tiles = ProductTiles(YEN, album.thumbnails, LIGHT)
    qtbot.addWidget(tiles)
    tiles.resize(600, 400)
    tiles.show_products([MELONPAN, CURRY, SALT])
    tiles.show()
    return tiles


def pictures(tiles: ProductTiles) -> int:
    """How many tiles have the photograph's colour in them."""
    image = tiles.grab().toImage()
    rects = [tiles.visualRect(tiles.product_model.index(row)) for row in range(3)]
    return sum(
        any(
            image.pixelColor(rect.center().x(), y) == BLUE for y in range(rect.top(), rect.bottom())
        )
        for rect in rects
    )


def test_painting_reads_no_photograph_and_shows_it_when_it_is_there(
    qtbot: QtBot, tiles: ProductTiles, album: Album
) -> None:
    assert pictures(tiles) == 0
    assert album.read == []

    painted: list[int] = []
    album.thumbnails.arrived.connect(lambda: painted.append(pictures(tiles)))
    album.go_on()

    assert painted == [1, 2]
    assert album.read == [each.product_id for each in (MELONPAN, CURRY, SALT)]
    qtbot.waitUntil(lambda: pictures(tiles) == 2)
    assert album.begun == []  # each is read once


def test_what_is_photographed_later_has_its_picture_when_the_tiles_are_opened_again(
    tiles: ProductTiles, album: Album
) -> None:
    pictures(tiles)
    album.go_on()
    album.photographed.add(SALT.product_id)
    album.read.clear()

    tiles.hide()
    tiles.show()
    pictures(tiles)
    album.go_on()

    assert pictures(tiles) == 3
    assert album.read == [SALT.product_id]


def test_nothing_more_is_read_once_it_is_to_end(tiles: ProductTiles, album: Album) -> None:
    pictures(tiles)
    album.thumbnails.stop()
    album.go_on()
    assert album.read == [MELONPAN.product_id]
