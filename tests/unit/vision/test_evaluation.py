import pytest

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Box, Candidate, Detection, Status
from breadpos.vision.evaluation import ReadTray, TrueItem, confusions, evaluate, iou

ANPAN, MELON = (0.0, 0.0, 100.0, 100.0), (200.0, 0.0, 100.0, 100.0)


def found(box: Box, *names: str, status: Status = Status.SURE) -> Detection:
    candidates = tuple(Candidate(ProductId(name), 0.9 / (n + 1)) for n, name in enumerate(names))
    left, top, width, height = box
    outline = ((left, top), (left + width, top), (left, top + height))
    return Detection(box, outline, status, candidates)


def tray(read: list[Detection], *truth: tuple[str, Box]) -> ReadTray:
    return ReadTray(tuple(TrueItem(*item) for item in truth), tuple(read), (640, 480), 10.0)


TWO = (("anpan", ANPAN), ("melonpan", MELON))


def test_a_tray_read_right_scores_full_marks() -> None:
    figures = evaluate([tray([found(ANPAN, "anpan"), found(MELON, "melonpan")], *TWO)])
    for name in ("cAcc", "mCIoU", "mAP50", "recall", "top1", "top3", "coverage", "sure_precision"):
        assert figures[name] == pytest.approx(1.0), name
    assert (figures["ACD"], figures["mCCD"], figures["sure_wrong_trays"]) == (0.0, 0.0, 0)


def test_two_names_swapped_still_make_the_right_bill() -> None:
    figures = evaluate([tray([found(ANPAN, "melonpan"), found(MELON, "anpan")], *TWO)])
    assert figures["cAcc"] == 1.0
    assert figures["top1"] == 0.0
    assert figures["sure_wrong_trays"] == 1


def test_the_checkout_figures_follow_the_rpc_paper() -> None:
    # two anpan taken for melonpan on one tray; the other tray is right
    wrong = tray([found(ANPAN, "melonpan"), found(MELON, "melonpan")], *TWO)
    right = tray([found(ANPAN, "anpan")], ("anpan", ANPAN))
    figures = evaluate([wrong, right])
    assert figures["cAcc"] == 0.5
    assert figures["ACD"] == 1.0  # |0-1| + |2-1| over two trays
    assert figures["mCCD"] == pytest.approx((1 / 2 + 1 / 1) / 2)
    assert figures["mCIoU"] == pytest.approx((1 / 2 + 1 / 2) / 2)


def test_an_unknown_item_is_not_charged_and_a_guess_is() -> None:
    read = [found(ANPAN, status=Status.UNKNOWN), found(MELON, "melonpan", status=Status.UNSURE)]
    figures = evaluate([tray(read, *TWO)])
    assert figures["cAcc"] == 0.0
    assert figures["recall"] == 1.0
    assert figures["coverage"] == 0.0
    assert figures["sure_precision"] is None
    assert figures["sure_wrong_trays"] == 0  # somebody is asked


def test_a_missed_item_nobody_is_asked_about_is_a_sure_wrong_tray() -> None:
    figures = evaluate([tray([found(ANPAN, "anpan")], *TWO)])
    assert figures["sure_wrong_trays"] == 1
    assert figures["recall"] == 0.5


def test_an_extra_item_lowers_precision_and_is_a_sure_wrong_tray() -> None:
    figures = evaluate([tray([found(ANPAN, "anpan"), found(MELON, "anpan")], ("anpan", ANPAN))])
    assert figures["find_precision"] == 0.5
    assert figures["sure_wrong_trays"] == 1


def test_the_second_guess_counts_for_top3() -> None:
    figures = evaluate([tray([found(ANPAN, "melonpan", "anpan")], ("anpan", ANPAN))])
    assert (figures["top1"], figures["top3"]) == (0.0, 1.0)


def test_confusions_name_the_pair_and_how_often() -> None:
    swapped = tray([found(ANPAN, "melonpan")], ("anpan", ANPAN))
    assert confusions([swapped, swapped]) == [("anpan", "melonpan", 2)]


def test_an_empty_tray_read_as_empty_is_right() -> None:
    figures = evaluate([tray([]), tray([found(ANPAN, "anpan")], ("anpan", ANPAN))])
    assert figures["cAcc"] == 1.0


def test_overlap_of_boxes() -> None:
    assert iou(ANPAN, ANPAN) == pytest.approx(1.0)
    assert iou(ANPAN, MELON) == 0.0
    assert iou(ANPAN, (50.0, 0.0, 100.0, 100.0)) == pytest.approx(1 / 3)
