"""EfficientNet-Lite0 as a list of convolutions, for whichever engine runs it.

Batch normalisation is folded into the convolutions once, when the weights are read, so that
every engine computes the same numbers from the same tensors.

Source: Liu 2020, EfficientNet-Lite; layer names and batch-norm epsilon as in timm's
`tf_efficientnet_lite0`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Tensors = Mapping[str, NDArray[np.float32]]

POOLED = {
    "blocks.3.2.conv_pwl": 16,
    "blocks.4.2.conv_pwl": 16,
    "blocks.5.3.conv_pwl": 32,
    "blocks.6.0.conv_pwl": 32,
}
"""The layers whose maps are averaged over the item into its features, and their strides in pixels.

The last four stages together tell breads apart better than the 1,280 channels before the
classifier (see the model card), and leave out the widest layer.
"""

PART_WIDTHS = (80, 112, 192, 320)
"""Channels of those layers: the parts of the features, in order."""

WIDTH = sum(PART_WIDTHS)
"""Numbers in an item's features."""

PEAK = 6.0
"""Activations are cut off here (ReLU6)."""

_EPSILON = 1e-3
_EXPANSION = 6
# output channels, kernel, stride of the first block, blocks
_STAGES = (
    (16, 3, 1, 1),
    (24, 3, 2, 2),
    (40, 5, 2, 2),
    (80, 3, 2, 3),
    (112, 5, 1, 3),
    (192, 5, 2, 4),
    (320, 3, 1, 1),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Convolution:
    """One convolution and what follows it.

    Attributes:
        name, norm: of the convolution and its batch norm in the weights file.
        shape: of the weights: out channels, in channels per group, kernel, kernel.
        activated: ReLU6 follows.
        opens_skip: its input is kept, to be added to the output of the next one that closes.
        closes_skip: the kept input is added to its output.
    """

    name: str
    norm: str
    shape: tuple[int, int, int, int]
    stride: int = 1
    groups: int = 1
    activated: bool = True
    opens_skip: bool = False
    closes_skip: bool = False

    @property
    def padding(self) -> tuple[int, int]:
        """Zeros before and after each axis; TensorFlow's "same", for even input sizes."""
        total = self.shape[-1] - self.stride
        return total // 2, total - total // 2


def convolutions() -> Iterator[Convolution]:
    """The convolutions in the order they run, up to the classifier's own layers."""
    yield Convolution(name="conv_stem", norm="bn1", shape=(32, 3, 3, 3), stride=2)
    channels = 32
    for stage, (out, kernel, first_stride, depth) in enumerate(_STAGES):
        for block in range(depth):
            stride = first_stride if block == 0 else 1
            yield from _block(f"blocks.{stage}.{block}", channels, out, kernel, stride=stride)
            channels = out


def _block(name: str, into: int, out: int, kernel: int, *, stride: int) -> Iterator[Convolution]:
    """An inverted residual; the network's first block, fed by the stem, does not expand."""
    expands = into != 32
    skips = stride == 1 and into == out
    wide = into * _EXPANSION if expands else into
    parts = ("conv_dw", "conv_pw") if not expands else ("conv_dw", "conv_pwl")
    norms = iter(("bn1", "bn2", "bn3"))
    if expands:
        yield Convolution(
            name=f"{name}.conv_pw",
            norm=f"{name}.{next(norms)}",
            shape=(wide, into, 1, 1),
            opens_skip=skips,
        )
    yield Convolution(
        name=f"{name}.{parts[0]}",
        norm=f"{name}.{next(norms)}",
        shape=(wide, 1, kernel, kernel),
        stride=stride,
        groups=wide,
    )
    yield Convolution(
        name=f"{name}.{parts[1]}",
        norm=f"{name}.{next(norms)}",
        shape=(out, wide, 1, 1),
        activated=False,
        closes_skip=skips,
    )


def fold(tensors: Tensors) -> dict[str, NDArray[np.float32]]:
    """Weights and biases by `NAME.weight` and `NAME.bias`, batch normalisation folded in.

    Args:
        tensors: named and shaped as in timm's `tf_efficientnet_lite0`; others are ignored.

    Raises:
        ValueError: a tensor is missing, of the wrong shape, or holds something that is no number.
    """
    folded = {}
    for layer in convolutions():
        weight = _checked(tensors, f"{layer.name}.weight", layer.shape)
        gamma, beta, mean, variance = (
            _checked(tensors, f"{layer.norm}.{part}", layer.shape[:1])
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        gain = gamma / np.sqrt(variance + _EPSILON)
        folded[f"{layer.name}.weight"] = weight * gain[:, None, None, None]
        folded[f"{layer.name}.bias"] = beta - mean * gain
    return folded


def _checked(tensors: Tensors, name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
    tensor = tensors.get(name)
    if tensor is None or tensor.shape != shape:
        found = "nothing" if tensor is None else f"shape {tensor.shape}"
        raise ValueError(f"{name} should have shape {shape}, found {found}")
    if not np.isfinite(tensor).all():
        raise ValueError(f"{name} holds something that is no number")
    return tensor.astype(np.float32)
