import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor

from breadpos.application.frames import Frame
from breadpos.domain.errors import CameraLost
from breadpos.ui.live_picture import LivePicture
from breadpos.ui.tokens import DARK
from tests.ui.counter import Counter
from tests.ui.fakes import MELONPAN, seen


def frame(width: int, height: int, colour: tuple[int, int, int] = (10, 20, 200)) -> Frame:
    return Frame(np.full((height, width, 3), colour, np.uint8), 0.0, 0)


def test_the_picture_keeps_its_colours() -> None:
    picture = LivePicture()
    picture.take(frame(64, 48, (10, 20, 200)))

    pixel = picture.at(QSize(32, 24)).pixelColor(16, 12)

    assert (pixel.red(), pixel.green(), pixel.blue()) == (200, 20, 10)


def test_the_picture_does_not_look_into_the_frames_memory() -> None:
    pixels = np.full((48, 64, 3), 50, np.uint8)
    picture = LivePicture()
    picture.take(Frame(pixels, 0.0, 0))

    pixels[:] = 200

    assert picture.at(QSize(64, 48)).pixelColor(5, 5).red() == 50


def test_a_part_of_a_larger_array_is_shown_as_it_is() -> None:
    pixels = np.zeros((48, 100, 3), np.uint8)
    pixels[:, 30:94] = 90
    picture = LivePicture()

    picture.take(Frame(pixels[:, 30:94], 0.0, 0))

    assert picture.at(QSize(64, 48)).pixelColor(63, 47).red() == 90


def test_a_wide_room_shows_the_whole_picture_in_the_middle() -> None:
    picture = LivePicture()
    picture.take(frame(400, 300))

    assert picture.fitted(QRectF(0, 0, 1000, 300)) == QRectF(300, 0, 400, 300)


def test_a_room_of_nearly_the_pictures_shape_is_filled() -> None:
    picture = LivePicture()
    picture.take(frame(400, 300))

    assert picture.fitted(QRectF(0, 0, 400, 306)).height() == 306


def test_a_refresh_without_a_new_frame_changes_nothing(counter: Counter) -> None:
    arrived: list[bool] = []
    counter.tray.camera.picture_arrived.connect(lambda: arrived.append(True))

    counter.tray.camera.refresh()
    assert arrived == []
    counter.film()
    counter.film()

    assert arrived == [True]


def test_the_timer_empties_the_mailbox_by_itself(counter: Counter) -> None:
    counter.preview.put(frame(64, 48))

    counter.qtbot.waitUntil(lambda: not counter.tray.camera.no_picture.isVisible(), timeout=5_000)
    assert counter.preview.take() is None


def test_no_old_picture_is_shown_for_the_counter(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (300.0, 400.0)))

    counter.window.show_failure(CameraLost("0"))

    assert counter.tray.camera.no_picture.isVisible()
    assert counter.tray.camera.marks() == ()


def test_what_lies_there_is_outlined_again_when_the_picture_is_back(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (300.0, 400.0)))
    counter.window.show_failure(CameraLost("0"))

    counter.film()

    assert len(counter.tray.camera.marks()) == 1


def test_outlines_belong_to_the_frame_they_were_found_in(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (640.0, 480.0), side_px=200))

    (mark,) = counter.tray.camera.marks()
    xs = [x for x, _ in mark.outline]
    area = counter.tray.camera.picture_area()
    middle = (min(xs) + max(xs)) / 2
    assert abs(middle - area.center().x()) < 2


def test_names_lying_on_the_picture_change_colour_with_the_theme(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (640.0, 480.0)))
    camera = counter.tray.camera
    camera.grab()

    counter.front.palette.wear(DARK)
    counter.window.dress()

    place = next(iter(camera.label_places().values()))
    plate = QPoint(round(place.left + 3), round(place.top + place.height / 2))
    assert camera.grab().toImage().pixelColor(plate) == QColor(DARK.sure)
