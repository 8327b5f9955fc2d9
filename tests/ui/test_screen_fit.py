import pytest

from breadpos.ui.screen_fit import LEAST_PX, scale_that_fits
from tests.ui.conftest import MakeCounter


@pytest.mark.parametrize(
    ("screen", "scaling"), [((1366, 768), 1.5), ((1920, 1080), 2.0), ((1024, 600), 1.0)]
)
def test_the_window_fits_a_small_or_much_scaled_screen(
    screen: tuple[int, int], scaling: float
) -> None:
    width, height = screen[0] / scaling, screen[1] / scaling

    scale = scale_that_fits(width, height)

    assert scale < 1.0
    assert width / scale >= LEAST_PX[0] - 1
    assert height / scale >= LEAST_PX[1] - 1


@pytest.mark.parametrize("screen", [(1366, 768), (1920, 1080), (1280, 800), (2560, 1440)])
def test_a_usual_screen_is_left_as_it_is_set(screen: tuple[int, int]) -> None:
    assert scale_that_fits(*screen) == 1.0


def test_a_4k_screen_can_be_read_from_two_metres() -> None:
    assert scale_that_fits(3840, 2160) == 2.0


def test_on_an_upright_screen_the_cart_is_below_the_picture(make_counter: MakeCounter) -> None:
    counter = make_counter(size=(1080, 1920))

    picture, cart = counter.tray.geometry(), counter.side.geometry()
    assert cart.top() > picture.bottom()
    assert cart.width() > 1000
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)
