import numpy as np

from breadpos.simulation.wild_scraps import PhotoScraps
from breadpos.training.finder_pictures import draw_training_picture

SIZE = (160, 120)


def test_all_pictures_are_wild_where_no_share_is_the_counters() -> None:
    from breadpos.simulation.wild import draw_wild_picture

    picture = draw_training_picture(3, size=SIZE, scraps=PhotoScraps(), counter_share=0.0)

    assert np.array_equal(picture.jpeg, draw_wild_picture(3, size=SIZE).jpeg)


def test_counter_pictures_show_numbered_items_with_their_holes_closed() -> None:
    seen = 0
    for seed in range(4):
        picture = draw_training_picture(seed, size=SIZE, scraps=PhotoScraps(), counter_share=1.0)
        assert picture.image_bgr().shape == (SIZE[1], SIZE[0], 3)
        assert picture.labels.shape == (SIZE[1], SIZE[0])
        seen += int(picture.labels.max())

    assert seen > 0


def test_a_seed_always_gives_the_same_counter_picture() -> None:
    one, again = (
        draw_training_picture(5, size=SIZE, scraps=PhotoScraps(), counter_share=1.0)
        for _ in range(2)
    )

    assert np.array_equal(one.jpeg, again.jpeg)
    assert np.array_equal(one.labels, again.labels)
