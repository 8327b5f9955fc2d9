from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Detection, Recognition
from breadpos.domain.tray import GONE_AFTER_S, Tray, TrayPhase
from tests.unit.application.fakes import row, sure, unknown, unsure

KINDS = ("anpan", "croissant", "curry", "melon")
X = ProductId("x")


def look(*found: Detection, at_s: float = 0.0, moving: bool = False) -> Recognition:
    return Recognition(0, at_s, (1280, 960), found, moving)


MOVING = look(moving=True)


def tray_of(*found: Detection) -> Tray:
    return Tray().seeing(look(*found))


def moved(found: Detection, across: float, down: float = 0.0) -> Detection:
    left, top, width, height = found.box
    return replace(found, box=(left + across, top + down, width, height))


def ids(tray: Tray) -> list[int]:
    return [item.item_id for item in tray.items]


def names(tray: Tray) -> list[str | None]:
    return [item.product_id for item in tray.items]


@st.composite
def layouts(draw: st.DrawFn) -> list[Detection]:
    """Breads of 100 px on a grid of at least 140 px, as they lie apart on a tray."""
    places = draw(
        st.lists(
            st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=8, unique=True
        )
    )
    return [
        moved(
            sure(draw(st.sampled_from(KINDS)), (200 + 150 * across, 200 + 150 * down)),
            draw(st.floats(-5, 5)),
            draw(st.floats(-5, 5)),
        )
        for across, down in places
    ]


@given(layouts(), st.floats(-150, 150), st.floats(-150, 150), st.integers())
def test_every_item_stays_itself_when_the_tray_is_nudged(
    layout: list[Detection], across: float, down: float, seed: int
) -> None:
    random = Random(seed)
    before = tray_of(*layout)
    nudged = [
        moved(d, across + random.uniform(-4, 4), down + random.uniform(-4, 4)) for d in layout
    ]
    order = random.sample(range(len(layout)), len(layout))

    after = before.seeing(MOVING).seeing(look(*(nudged[n] for n in order)))

    assert after.number == before.number
    assert sorted(ids(after)) == sorted(ids(before))
    assert Counter(names(after)) == Counter(names(before))


@given(layouts(), st.floats(-45, 45), st.floats(-45, 45), st.integers(0, 7))
def test_a_correction_sticks_to_its_item_when_the_tray_is_nudged(
    layout: list[Detection], across: float, down: float, which: int
) -> None:
    before = tray_of(*layout)
    item = before.items[which % len(layout)]
    nudged = [moved(d, across, down) for d in layout]

    after = before.naming(item.item_id, X).seeing(MOVING).seeing(look(*nudged))

    assert after.item(item.item_id) == replace(
        item.spoken(corrected=X, dismissed=False), detection=nudged[which % len(layout)]
    )
    assert after.reading == before.reading


def test_a_frame_in_motion_changes_nothing_but_the_phase() -> None:
    tray = tray_of(*row("anpan", "melon"))
    in_motion = tray.seeing(look(*row("curry"), moving=True))
    assert in_motion == replace(tray, phase=TrayPhase.MOVING)
    assert Tray().seeing(MOVING) == Tray()


def test_looking_again_at_the_same_changes_nothing() -> None:
    tray = tray_of(*row("anpan", "melon"))
    assert tray.seeing(look(*row("anpan", "melon"))) == tray


def test_corrections_stick_when_another_is_added_or_taken_away() -> None:
    first, second, third = row("anpan", "melon", "curry")
    tray = tray_of(first, second).naming(2, X).seeing(MOVING)
    more = tray.seeing(look(third, first, second))
    assert (ids(more), names(more)) == ([1, 2, 3], ["anpan", X, "curry"])
    fewer = more.seeing(MOVING).seeing(look(second))
    assert (ids(fewer), names(fewer)) == ([2], [X])
    assert (more.reading, fewer.reading, fewer.number) == (2, 3, 1)


def test_a_correction_goes_along_when_its_item_is_carried_across_the_tray() -> None:
    first, second = row("anpan", "melon")
    tray = tray_of(first, second).naming(1, X).seeing(MOVING)
    after = tray.seeing(look(second, moved(first, 500, 300)))
    assert names(after) == [X, "melon"]


def test_a_correction_goes_along_when_two_items_change_places() -> None:
    tray = tray_of(*row("anpan", "melon")).naming(1, X).seeing(MOVING)
    after = tray.seeing(look(*row("melon", "anpan")))
    assert Counter(names(after)) == {X: 1, "melon": 1}


def test_a_bread_laid_close_beside_another_does_not_take_its_word() -> None:
    tray = tray_of(sure("anpan", (100, 100))).naming(1, X).seeing(MOVING)
    after = tray.seeing(look(sure("anpan", (150, 100)), sure("anpan", (100, 100))))
    assert [(item.item_id, item.product_id) for item in after.items] == [(1, X), (2, "anpan")]
    assert after.items[0].detection.centre == (100, 100)


def test_a_word_does_not_pass_to_another_bread_laid_in_its_place() -> None:
    first, second = row("anpan", "melon")
    tray = tray_of(first, second)
    for said in (tray.naming(1, X), tray.dismissing(1)):
        swapped = said.seeing(MOVING).seeing(look(sure("curry"), second))
        assert sorted(map(str, names(swapped))) == ["curry", "melon"]
        asked = said.seeing(MOVING).seeing(look(unsure("curry", (100, 100), "baguette"), second))
        assert [item.product_id for item in asked.questions] == ["curry"]


def test_a_word_stays_while_the_network_wavers() -> None:
    first, second = unsure("anpan", (100, 100), "melon"), sure("curry", (400, 100))
    said = tray_of(first, second).naming(1, X).seeing(MOVING)
    for wavering in (sure("melon"), unknown(), unsure("x", (100, 100), "y"), sure("x")):
        assert names(said.seeing(look(wavering, second))) == [X, "curry"]
    still = tray_of(first, second).naming(1, X)
    assert names(still.seeing(look(sure("baguette"), second))) == [X, "curry"]


def test_a_dismissed_item_that_comes_back_elsewhere_is_charged_again_in_the_open() -> None:
    first, second = row("anpan", "melon")
    tray = tray_of(first, second).dismissing(1).seeing(MOVING)
    after = tray.seeing(look(moved(first, 600, 300), second))
    assert Counter(names(after)) == {"anpan": 1, "melon": 1}
    assert after.reading == tray.reading + 1


def test_a_turned_tray_with_the_same_breads_is_the_same_tray() -> None:
    layout = row("anpan", "melon", "curry")
    turned = [replace(d, box=(640.0, d.box[0], 100.0, 100.0)) for d in layout]
    tray = tray_of(*layout).naming(2, X)
    after = tray.seeing(MOVING).seeing(look(*turned))
    assert after.number == 1
    assert Counter(names(after)) == {"anpan": 1, X: 1, "curry": 1}


def test_a_whole_tray_swapped_behind_a_hand_is_a_new_tray() -> None:
    tray = tray_of(*row("anpan", "melon")).naming(1, X)
    after = tray.seeing(MOVING).seeing(
        look(sure("curry", (600, 500)), sure("croissant", (800, 500)))
    )
    assert (after.number, ids(after), names(after)) == (2, [3, 4], ["curry", "croissant"])


def test_a_swapped_tray_is_new_even_if_its_breads_happen_to_lie_where_the_old_ones_lay() -> None:
    tray = tray_of(*row("anpan", "anpan", "melon"))
    after = tray.seeing(MOVING).seeing(look(*row("curry", "croissant", "pretzel")))
    assert after.number == 2


def test_a_swap_nobody_saw_the_hand_of_is_a_new_tray_too() -> None:
    assert tray_of(*row("anpan", "melon")).seeing(look(*row("curry", "croissant"))).number == 2


def test_one_bread_left_lying_where_it_lay_makes_it_the_same_tray() -> None:
    first, *_ = row("anpan")
    tray = tray_of(*row("anpan", "melon", "curry", "melon"))
    others = (sure("pretzel", (100, 600)), sure("croissant", (300, 600)))
    assert tray.seeing(MOVING).seeing(look(first, *others)).number == 1


def test_breads_pushed_together_while_others_are_taken_make_it_the_same_tray() -> None:
    layout = row("anpan", "melon", "curry", "pretzel", "croissant")
    pushed = [moved(d, 90, 40) for d in layout[:2]]
    assert tray_of(*layout).seeing(MOVING).seeing(look(*pushed)).number == 1


def test_a_bread_read_under_a_kindred_name_in_its_place_is_the_same_tray() -> None:
    tray = tray_of(unsure("anpan", (100, 100), "melon"))
    assert tray.seeing(MOVING).seeing(look(sure("melon", (130, 100)))).number == 1
    unnamed = tray_of(unknown((100, 100)))
    assert unnamed.seeing(MOVING).seeing(look(sure("melon", (130, 100)))).number == 1


def test_a_short_gap_is_no_new_tray() -> None:
    layout = row("anpan", "melon")
    tray = tray_of(*layout).naming(1, X)
    gap = tray.seeing(look(at_s=1.0)).seeing(look(at_s=1.0 + GONE_AFTER_S * 0.5))
    assert (gap.phase, gap.empty_since_s) == (TrayPhase.MOVING, 1.0)
    back = gap.seeing(look(*layout, at_s=1.0 + GONE_AFTER_S * 0.75))
    assert (back.number, names(back), back.reading) == (1, [X, "melon"], 1)
    assert back.empty_since_s is None


def test_a_counter_empty_for_long_makes_a_new_tray() -> None:
    layout = row("anpan", "melon")
    gone = tray_of(*layout).seeing(look(at_s=1.0)).seeing(look(at_s=1.01 + GONE_AFTER_S))
    assert gone.phase is TrayPhase.GONE
    assert names(gone) == ["anpan", "melon"]
    assert gone.seeing(look(at_s=9.0)) == gone.seeing(MOVING) == gone
    new = gone.seeing(look(*layout, at_s=2.0))
    assert (new.number, ids(new), new.reading) == (2, [3, 4], 1)


def test_one_bare_look_and_a_hand_for_long_make_a_new_tray() -> None:
    layout = row("anpan")
    bare = tray_of(*layout).seeing(MOVING).seeing(look(at_s=1.0)).seeing(MOVING)
    assert bare.seeing(look(*layout, at_s=1.0 + GONE_AFTER_S / 2)).number == 1
    assert bare.seeing(look(*layout, at_s=1.01 + GONE_AFTER_S)).number == 2


def test_an_empty_counter_stays_empty() -> None:
    assert Tray().seeing(look(at_s=5.0)) == Tray()


def test_questions_come_with_guesses_first() -> None:
    tray = tray_of(unknown((100, 100)), unsure("anpan", (300, 100)), sure("melon", (500, 100)))
    assert [item.item_id for item in tray.questions] == [2, 1]
    answered = tray.naming(1, X).dismissing(2)
    assert answered.questions == ()
    assert names(answered) == [X, None, "melon"]
    assert answered.item(99) is None


def test_naming_a_dismissed_item_charges_it_again() -> None:
    tray = tray_of(sure("anpan")).dismissing(1)
    assert names(tray.naming(1, X)) == [X]


def test_words_are_taken_back_by_those_of_an_earlier_state() -> None:
    before = tray_of(*row("anpan", "melon")).naming(1, X)
    after = before.dismissing(1).naming(2, X).seeing(look(*row("anpan", "melon", "curry")))
    assert names(after.with_words_of(before)) == [X, "melon", "curry"]


def test_restarted_it_is_a_new_tray_nobody_has_spoken_of() -> None:
    tray = tray_of(*row("anpan", "melon")).naming(1, X).dismissing(2)
    new = tray.restarted()
    assert (new.number, ids(new), names(new)) == (2, [3, 4], ["anpan", "melon"])
    assert Tray().restarted() == Tray()
