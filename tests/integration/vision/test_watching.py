"""What happens over time under the camera, with the real networks."""

from itertools import pairwise

import numpy as np
import pytest

from breadpos.domain.tray import TrayPhase
from breadpos.vision.recogniser import HAND_RESTS_S, TrayReader
from breadpos.vision.scene import LOOKS
from tests.integration.vision.watching import (
    FRAME_S,
    CountingEmbedder,
    Stage,
    Watch,
    shipped_reader,
)

BREADS = ("melonpan", "strawberry_donut", "curry_pan", "croissant", "pretzel")


@pytest.fixture(scope="module")
def embedder() -> CountingEmbedder:
    return CountingEmbedder.shipped()


@pytest.fixture(scope="module")
def reader(embedder: CountingEmbedder) -> TrayReader:
    return shipped_reader(embedder)


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage(7, BREADS)


@pytest.fixture
def watch(reader: TrayReader, embedder: CountingEmbedder) -> Watch:
    embedder.count = 0
    return Watch(reader, embedder)


def test_the_first_still_frame_is_answered_and_a_few_more_settle_it(
    watch: Watch, stage: Stage
) -> None:
    frames = stage.frames(stage.full, 10)
    assert not watch.see(frames[0]).moving
    assert watch.names == sorted(BREADS)
    assert watch.embedded() == len(BREADS)
    watch.settle(frames[1:])
    assert watch.embedded() == len(BREADS) * (LOOKS - 1)


def test_a_name_changes_once_at_most_and_then_stays(watch: Watch, stage: Stage) -> None:
    told = [watch.see(frame).detections for frame in stage.frames(stage.full, 12)]
    statuses = [[(item.best, item.status) for item in detections] for detections in told]
    changes = sum(before != after for before, after in pairwise(statuses))
    assert changes <= 1
    assert told[LOOKS:] == [told[LOOKS]] * len(told[LOOKS:])


def test_only_what_is_added_is_embedded(watch: Watch, stage: Stage) -> None:
    watch.settle(stage.frames(stage.without(2)))
    watch.embedded()
    before = {item.item_id for item in watch.tray.items}
    watch.settle(stage.frames(stage.full))
    assert watch.names == sorted(BREADS)
    assert watch.embedded() == LOOKS
    assert before < {item.item_id for item in watch.tray.items}


def test_a_taken_bread_leaves_and_nothing_is_embedded(watch: Watch, stage: Stage) -> None:
    watch.settle(stage.frames(stage.full))
    watch.embedded()
    watch.settle(stage.frames(stage.without(0, 3)))
    assert watch.names == sorted(set(BREADS) - {"melonpan", "croissant"})
    assert watch.embedded() == 0


def test_light_that_drifts_embeds_nothing(watch: Watch, stage: Stage) -> None:
    watch.settle(stage.frames(stage.full))
    watch.embedded()
    for step in range(1, 12):
        watch.settle(stage.frames(np.asarray(stage.full * (1 - 0.02 * step), np.uint8), 3))
    assert watch.names == sorted(BREADS)
    assert watch.embedded() == 0


def test_another_bread_on_the_same_spot_is_named_anew(watch: Watch, stage: Stage) -> None:
    watch.settle(stage.frames(stage.without(1)))
    swapped = stage.without(1, of=stage.swapped(2, 1))
    watch.settle(stage.frames(swapped))
    assert watch.names == sorted({*BREADS} - {"curry_pan"})


def test_a_hand_that_rests_is_motion_and_what_it_covers_stays_in_the_cart(
    watch: Watch, stage: Stage
) -> None:
    watch.settle([stage.counter.frame() for _ in range(6)])
    before = watch.tray
    watch.embedded()
    stage.counter.hand(visible=True)
    held = [watch.see(stage.counter.frame()) for _ in range(int(HAND_RESTS_S / FRAME_S) - 1)]
    stage.counter.hand(visible=False)
    assert all(recognition.moving for recognition in held)
    assert watch.tray.phase is TrayPhase.MOVING
    assert watch.tray.items == before.items
    watch.settle([stage.counter.frame() for _ in range(4)])
    assert (watch.tray.items, watch.tray.reading) == (before.items, before.reading)
    assert watch.embedded() == 0


def test_what_rests_longer_than_a_hand_is_read_around(watch: Watch, stage: Stage) -> None:
    watch.settle([stage.counter.frame() for _ in range(6)])
    before = watch.tray
    stage.counter.hand(visible=True)
    last = watch.settle([stage.counter.frame() for _ in range(int(HAND_RESTS_S / FRAME_S) + 6)])
    stage.counter.hand(visible=False)
    assert not last.moving
    assert watch.tray.items == before.items


def test_a_hand_alone_is_never_charged(watch: Watch) -> None:
    hand = Stage(11, [])
    hand.counter.clear()
    hand.counter.hand(visible=True)
    watch.settle([hand.counter.frame() for _ in range(6)])
    assert watch.tray.items == ()


def test_a_nudged_tray_keeps_who_is_who(watch: Watch) -> None:
    stage = Stage(3, [*BREADS, "melonpan"])
    watch.settle([stage.counter.frame() for _ in range(6)])
    before = {item.item_id: item.product_id for item in watch.tray.items}
    for shift in ((25, -12), (-60, 20), (14, 30)):
        stage.counter.nudge(*shift)
        watch.settle([stage.counter.frame() for _ in range(6)])
        assert {item.item_id: item.product_id for item in watch.tray.items} == before
    assert watch.tray.number == 1


def test_a_tray_taken_away_is_gone_at_once_and_the_next_is_read_at_once(
    watch: Watch, stage: Stage
) -> None:
    watch.settle(stage.frames(stage.full))
    watch.settle(stage.frames(stage.bare, 5))
    assert watch.tray.phase is TrayPhase.GONE
    watch.settle(stage.frames(stage.without(0), 3))
    assert (watch.tray.number, len(watch.tray.items)) == (2, len(BREADS) - 1)


def test_a_bread_at_the_edge_can_be_taken_away(watch: Watch, stage: Stage) -> None:
    edge = stage.items[2].box
    crop = np.s_[edge[1] + edge[3] // 3 :, :]
    watch.settle(stage.frames(np.ascontiguousarray(stage.full[crop])))
    cut = [item for item in watch.tray.items if item.detection.cut]
    assert cut
    last = watch.settle(stage.frames(np.ascontiguousarray(stage.without(2)[crop]), 3))
    assert not last.moving
    assert len(last.detections) == len(watch.tray.items)
