"""What the finder's maps mean: agreed on by the network, its training and its decoding."""

MULTIPLE_PX = 32
"""Pictures must have sides that are multiples of this."""

MAP_STRIDE = 2
BOX_STRIDE = 4
BOX_UNIT_PX = 16.0
"""A box side at exp(0) of the network's output, pixels of its input."""

WIDEST_LOG_SIDE = 4.0
"""The network's logarithms of sides are cut off here, either way."""
