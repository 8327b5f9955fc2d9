"""The window's pages, in the order of their tabs."""

from enum import IntEnum


class Tab(IntEnum):
    """Which page; Alt and its number open it."""

    COUNTER = 1
    PRODUCTS = 2
    PHOTOS = 3
    SALES = 4
    SETTINGS = 5
