"""Where a labelled photograph came from."""

from enum import Enum


class PhotoOrigin(Enum):
    """Where a photo came from."""

    LEARN = "learn"
    COUNTER = "counter"
    """A cashier named or renamed the item while selling."""
    TEACH = "teach"
    IMPORT = "import"
