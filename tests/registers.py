"""The real register on a real home, without a camera and without anything learnt."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from breadpos.application.ports import FrameSource, Recogniser
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import Register, build_register
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.errors import CameraMissing, RecogniserMissing
from breadpos.domain.product import Product
from breadpos.settings import Home


@contextmanager
def register_by_hand(home: Home, *products: Product) -> Iterator[Register]:
    """A shop that sells these by hand, its window in sight."""

    def no_camera() -> FrameSource:
        raise CameraMissing("0")

    def no_recogniser() -> Recogniser:
        raise RecogniserMissing(home.models)

    with ExitStack() as stack:
        shop = stack.enter_context(open_shop(home))
        shop.products.put_all(products)
        register = build_register(stack, shop, make_application(), no_camera, no_recogniser)
        register.window.show()
        register.window.activateWindow()
        yield register
