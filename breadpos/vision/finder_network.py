"""The finder's network: EfficientNet-Lite0 down to stride 16, and a light decoder back up.

Nothing in it but convolutions, batch norm, ReLU6, resizing and pixel shuffle, so that it
exports to ONNX for any fixed size. The encoder's parameters carry the names that timm gives
`tf_efficientnet_lite0`, so its ImageNet weights load as they are.
"""

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

_BN_EPSILON = 1e-3  # as TensorFlow trained it
_WIDTH = 48


class FinderOutput(NamedTuple):
    """What the network says of a batch.

    Attributes:
        maps: (n, 3, h / 2, w / 2) logits: item, boundary, inner distance.
        sides: (n, 4, h / 4, w / 4) log distance to the item's left, top, right and bottom
            in units of BOX_UNIT_PX.
    """

    maps: Tensor
    sides: Tensor


def pad_same(features: Tensor, side: int) -> Tensor:
    """Padded for a kernel at stride 2 as TensorFlow does for even sizes: the odd pixel last."""
    before = (side - 2) // 2
    after = side - 2 - before
    return functional.pad(features, (before, after, before, after))


class SameConv(nn.Conv2d):
    """A convolution padded as TensorFlow does for even sizes."""

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002  (torch's own name)
        if self.stride[0] == 1:
            return super().forward(input)
        return super().forward(pad_same(input, self.kernel_size[0]))


class _Shape(NamedTuple):
    """Channels in and out, side of the kernel, stride and groups of a convolution."""

    width_in: int
    width_out: int
    side: int = 1
    stride: int = 1
    groups: int = 1


def _conv(shape: _Shape, *, bias: bool) -> nn.Conv2d:
    padding = shape.side // 2 if shape.stride == 1 else 0
    return SameConv(
        shape.width_in,
        shape.width_out,
        shape.side,
        shape.stride,
        padding,
        groups=shape.groups,
        bias=bias,
    )


class _Separable(nn.Module):
    """Lite0's first block: depthwise, then pointwise."""

    def __init__(self, width_in: int, width_out: int) -> None:
        super().__init__()
        self.conv_dw = _conv(_Shape(width_in, width_in, 3, groups=width_in), bias=True)
        self.conv_pw = _conv(_Shape(width_in, width_out), bias=True)

    def forward(self, features: Tensor) -> Tensor:
        out: Tensor = self.conv_pw(functional.relu6(self.conv_dw(features)))
        return out


class _Inverted(nn.Module):
    """Lite0's other blocks: widen six times, depthwise, narrow."""

    def __init__(self, width_in: int, width_out: int, side: int, stride: int) -> None:
        super().__init__()
        wide = width_in * 6
        self.conv_pw = _conv(_Shape(width_in, wide), bias=True)
        self.conv_dw = _conv(_Shape(wide, wide, side, stride, wide), bias=True)
        self.conv_pwl = _conv(_Shape(wide, width_out), bias=True)
        self._shortcut = stride == 1 and width_in == width_out

    def forward(self, features: Tensor) -> Tensor:
        inner = functional.relu6(self.conv_dw(functional.relu6(self.conv_pw(features))))
        out: Tensor = self.conv_pwl(inner)
        return features + out if self._shortcut else out


class Lite0Encoder(nn.Module):
    """EfficientNet-Lite0 without its last three stages; features at strides 2, 4, 8 and 16.

    Its batch norms are folded into the convolutions: their statistics stay those of
    ImageNet anyway, and a third of the training time was theirs.
    """

    widths = (16, 24, 40, 112)

    def __init__(self) -> None:
        super().__init__()
        self.conv_stem = _conv(_Shape(3, 32, 3, 2), bias=True)
        plan = ((16, 24, 3, 2, 2), (24, 40, 5, 2, 2), (40, 80, 3, 2, 3), (80, 112, 5, 1, 3))
        stages: list[nn.Module] = [nn.Sequential(_Separable(32, 16))]
        for width_in, width_out, side, stride, depth in plan:
            first = _Inverted(width_in, width_out, side, stride)
            rest = [_Inverted(width_out, width_out, side, 1) for _ in range(depth - 1)]
            stages.append(nn.Sequential(first, *rest))
        self.blocks = nn.Sequential(*stages)

    def forward(self, picture: Tensor) -> list[Tensor]:
        """Features at strides 2, 4, 8 and 16 of a (n, 3, h, w) RGB picture, (pixel - 127) / 128."""
        features = functional.relu6(self.conv_stem(picture))
        outs = []
        for stage in self.blocks:
            features = stage(features)
            outs.append(features)
        return [outs[0], outs[1], outs[2], outs[4]]

    def load_imagenet(self, weights: Mapping[str, Tensor]) -> None:
        """Take the weights of timm's `tf_efficientnet_lite0`, batch norms folded in.

        Raises:
            KeyError: a tensor is missing.
        """
        for name, module in self.named_modules():
            if isinstance(module, nn.Conv2d):
                norm = _norm_of(name)
                scale = weights[f"{norm}.weight"] / torch.sqrt(
                    weights[f"{norm}.running_var"] + _BN_EPSILON
                )
                shift = weights[f"{norm}.bias"] - weights[f"{norm}.running_mean"] * scale
                kernel = weights[f"{name}.weight"] * scale[:, None, None, None]
                module.load_state_dict({"weight": kernel, "bias": shift})


def _norm_of(conv: str) -> str:
    """The name of the batch norm that follows a convolution in timm's network."""
    block, _, part = conv.rpartition(".")
    if part == "conv_stem":
        return "bn1"
    # the first block has no widening convolution, so its numbers are one lower
    first = block == "blocks.0.0"
    numbers = {"conv_dw": 1, "conv_pw": 2} if first else {"conv_pw": 1, "conv_dw": 2, "conv_pwl": 3}
    return f"{block}.bn{numbers[part]}"


class Mix(nn.Module):
    """Depthwise then pointwise convolution with batch norm; ReLU6 between and after."""

    def __init__(self, width_in: int, width_out: int, side: int = 3) -> None:
        super().__init__()
        self.deep = _conv(_Shape(width_in, width_in, side, groups=width_in), bias=False)
        self.deep_norm: nn.Module = nn.BatchNorm2d(width_in)
        self.point = _conv(_Shape(width_in, width_out), bias=False)
        self.point_norm: nn.Module = nn.BatchNorm2d(width_out)

    def forward(self, features: Tensor) -> Tensor:
        features = functional.relu6(self.deep_norm(self.deep(features)))
        return functional.relu6(self.point_norm(self.point(features)))


class FinderNetwork(nn.Module):
    """Item, boundary and inner distance at stride 2, the item's box at stride 4."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Lite0Encoder()
        c2, c4, c8, c16 = Lite0Encoder.widths
        self.narrow16 = nn.Conv2d(c16, 96, 1)
        self.context = nn.ModuleList([Mix(96, 96, 7), Mix(96, 96, 7)])
        self.skip8 = nn.Conv2d(c8, 96, 1)
        self.mix8 = nn.Sequential(Mix(96, 64, 5), Mix(64, 64))
        self.skip4 = nn.Conv2d(c4, 64, 1)
        self.mix4 = nn.Sequential(Mix(64, _WIDTH, 5), Mix(_WIDTH, _WIDTH))
        self.sides = nn.Conv2d(_WIDTH, 4, 1)
        self.shuffle = nn.Sequential(nn.Conv2d(_WIDTH, 64, 1), nn.PixelShuffle(2))
        self.fine = Mix(16 + c2, 24)
        self.maps = nn.Conv2d(24, 3, 1)

    def forward(self, picture: Tensor) -> FinderOutput:
        """Look at a batch.

        Args:
            picture: (n, 3, h, w) float, RGB, (pixel - 127) / 128; h and w multiples of 32.
        """
        s2, s4, s8, s16 = self.encoder(picture)
        coarse = self.narrow16(s16)
        for mix in self.context:
            # the whole picture's mean tells the table's colour from the items'
            coarse = coarse + mix(coarse + coarse.mean(dim=(2, 3), keepdim=True))
        middle = self.mix8(_twice(coarse) + self.skip8(s8))
        fine = self.mix4(_twice(middle) + self.skip4(s4))
        finest = self.fine(torch.cat([self.shuffle(fine), s2], dim=1))
        return FinderOutput(self.maps(finest), self.sides(fine))


def _twice(features: Tensor) -> Tensor:
    return functional.interpolate(features, scale_factor=2.0, mode="bilinear", align_corners=False)
