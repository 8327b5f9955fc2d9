import math

from hypothesis import given, settings
from hypothesis import strategies as st

from breadpos.ui.label_placement import Rect, Wanted, box_of, place_labels

PICTURE = Rect(0, 0, 860, 640)
LABEL = (150.0, 30.0)


def round_item(number: int, x: float, y: float, radius: float = 70.0) -> Wanted:
    turns = [2 * math.pi * n / 24 for n in range(24)]
    outline = tuple((x + radius * math.cos(a), y + radius * math.sin(a)) for a in turns)
    return Wanted(number, outline, LABEL)


centres = st.tuples(st.floats(75, 785), st.floats(75, 565))


@settings(max_examples=25, deadline=None)
@given(st.lists(centres, min_size=1, max_size=14))
def test_labels_never_cover_each_other_and_stay_in_the_picture(
    places: list[tuple[float, float]],
) -> None:
    wanted = [round_item(number, x, y) for number, (x, y) in enumerate(places)]

    found = list(place_labels(wanted, PICTURE).values())

    assert len(found) == len(wanted)
    assert all(PICTURE.contains(place) for place in found)
    for number, place in enumerate(found):
        assert not any(place.overlap(other) for other in found[number + 1 :])


@given(centres)
def test_a_label_stands_off_its_own_face(centre: tuple[float, float]) -> None:
    item = round_item(1, *centre)

    place = place_labels([item], PICTURE)[1]

    inner = Rect(centre[0] - 45, centre[1] - 45, 90, 90)
    assert not place.overlap(inner)


def test_a_label_stands_close_to_its_item() -> None:
    place = place_labels([round_item(1, 400, 300)], PICTURE)[1]

    assert place.grown(10).overlap(box_of(round_item(1, 400, 300).outline))


def test_a_label_stands_off_the_neighbours_faces_where_there_is_room() -> None:
    wanted = [round_item(1, 300, 300), round_item(2, 300, 450), round_item(3, 450, 300)]

    places = place_labels(wanted, PICTURE)

    for label in wanted:
        x, y = box_of(label.outline).left + 70, box_of(label.outline).top + 70
        inner = Rect(x - 45, y - 45, 90, 90)
        assert not any(place.overlap(inner) for place in places.values())


def test_places_in_use_are_left_alone() -> None:
    pill = Rect(300, 385, 250, 40)

    place = place_labels([round_item(1, 400, 300)], PICTURE, [pill])[1]

    assert not place.overlap(pill)


def test_a_label_keeps_its_side_while_its_item_trembles() -> None:
    first = round_item(1, 400, 90)
    place = place_labels([first], PICTURE)[1]
    box = box_of(first.outline)
    offset = (place.left - box.left, place.top - box.top)

    nudged = round_item(1, 403, 88)
    again = place_labels([Wanted(1, nudged.outline, LABEL, before=offset)], PICTURE)[1]

    box = box_of(nudged.outline)
    assert (again.left - box.left, again.top - box.top) == offset


def test_a_label_for_which_there_is_no_room_is_left_out() -> None:
    wanted = [round_item(number, 60, 60, 50) for number in range(12)]

    places = place_labels(wanted, Rect(0, 0, 160, 120))

    assert 0 < len(places) < 12
    assert 0 in places


def test_a_label_larger_than_the_picture_is_left_out() -> None:
    assert place_labels([round_item(1, 60, 60)], Rect(0, 0, 100, 100)) == {}
