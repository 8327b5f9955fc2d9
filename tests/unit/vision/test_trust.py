from pathlib import Path

import cv2
import pytest

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Box, Candidate, Detection, Status
from breadpos.vision.evaluation import ReadTray, TrueItem
from breadpos.vision.trust import calibration_error, draw_curve, precision_curve

BOX: Box = (0.0, 0.0, 100.0, 100.0)


def tray(read_as: str, confidence: float) -> ReadTray:
    """One anpan, read as something with a confidence."""
    outline = ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0))
    candidates = (Candidate(ProductId(read_as), confidence),)
    return ReadTray(
        (TrueItem("anpan", BOX),),
        (Detection(BOX, outline, Status.SURE, candidates),),
        (640, 480),
        1.0,
    )


def test_names_right_as_often_as_they_say_have_no_calibration_error() -> None:
    trays = [tray("anpan", 0.8)] * 60 + [tray("melonpan", 0.8)] * 15
    # mixed evenly, so that each bin of five holds four right ones
    mixed = [trays[n * 31 % 75] for n in range(75)]
    assert calibration_error(mixed) == pytest.approx(0.0, abs=0.09)


def test_names_that_promise_too_much_are_found_out() -> None:
    trays = [tray("melonpan", 0.9)] * 30
    assert calibration_error(trays) == pytest.approx(0.9)


def test_nothing_found_has_no_calibration_error() -> None:
    missed = ReadTray((TrueItem("anpan", BOX),), (), (640, 480), 1.0)
    assert calibration_error([missed]) is None
    assert precision_curve([missed]) == []


def test_asking_for_less_confidence_covers_more_and_lets_mistakes_in() -> None:
    points = precision_curve([tray("melonpan", 0.6), tray("anpan", 0.9)])
    assert points == [(0.9, 0.5, 1.0), (0.6, 1.0, 0.5)]


def test_a_missed_item_is_never_covered() -> None:
    missed = ReadTray((TrueItem("anpan", BOX),), (), (640, 480), 1.0)
    assert precision_curve([tray("anpan", 0.9), missed])[-1][1] == 0.5


def test_the_curve_is_a_picture(tmp_path: Path) -> None:
    draw_curve(tmp_path / "curve.png", [(0.9, 0.5, 1.0), (0.6, 1.0, 0.5)], (0.5, 1.0))
    picture = cv2.imread(str(tmp_path / "curve.png"))
    assert picture is not None
    assert picture.std() > 5
