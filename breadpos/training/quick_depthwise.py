"""Depthwise convolutions whose gradients are quick in bfloat16 on a CPU.

Measured with torch 2.15 on a processor with AVX-512 BF16: a training step of the finder went
through its convolutions three times as fast in bfloat16, but for the gradients of depthwise
ones, which took four fifths of the step. Here the gradient of the input is a forward convolution
again, and the gradient of the weights is summed in float32.
"""

from typing import Any, cast

import torch
from timm.layers import Conv2dSame
from torch import Tensor, nn
from torch.nn import functional

from breadpos.vision.finder_network import SameConv, pad_same


def quicken(network: nn.Module) -> None:
    """Give every depthwise convolution quick gradients; names and values stay."""
    for parent in list(network.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Conv2d) and _is_plain_depthwise(child):
                setattr(parent, name, _QuickDepthwise(child))


def _is_plain_depthwise(conv: nn.Conv2d) -> bool:
    is_depthwise = conv.groups == conv.in_channels == conv.out_channels > 1
    is_plain = conv.dilation == (1, 1) and isinstance(conv.padding[0], int)
    return is_depthwise and is_plain and conv.stride[0] == conv.stride[1]


class _QuickDepthwise(nn.Module):
    """Stands in for a depthwise convolution, with its parameters."""

    def __init__(self, conv: nn.Conv2d) -> None:
        super().__init__()
        self.weight, self.bias = conv.weight, conv.bias
        self._stride, self._padding = conv.stride[0], int(conv.padding[0])
        # these two pad by themselves where they stride
        self._pads = isinstance(conv, SameConv | Conv2dSame) and self._stride > 1

    def forward(self, features: Tensor) -> Tensor:
        weight = self.weight
        if torch.is_autocast_enabled("cpu"):
            features, weight = features.bfloat16(), weight.bfloat16()
        if self._pads:
            features = pad_same(features, weight.shape[-1])
        out = cast("Tensor", _Depthwise.apply(features, weight, self._stride, self._padding))
        return out if self.bias is None else out + self.bias[:, None, None].to(out.dtype)


class _Depthwise(torch.autograd.Function):
    """A depthwise convolution, (n, c, h, w) and (c, 1, k, k), as torch's own, but quicker back."""

    @staticmethod
    def forward(ctx: Any, picture: Tensor, weight: Tensor, stride: int, padding: int) -> Tensor:  # noqa: ANN401
        ctx.save_for_backward(picture, weight)
        ctx.stride, ctx.padding = stride, padding
        return functional.conv2d(
            picture, weight, stride=stride, padding=padding, groups=len(weight)
        )

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, Tensor | None, None, None]:  # noqa: ANN401
        picture, weight = ctx.saved_tensors
        (gradient,) = gradients
        to_picture = to_weight = None
        if ctx.needs_input_grad[0]:
            to_picture = _to_picture(gradient, picture, weight, (ctx.stride, ctx.padding))
        if ctx.needs_input_grad[1]:
            to_weight = _to_weight(gradient, picture, weight, (ctx.stride, ctx.padding))
        return to_picture, to_weight, None, None


def _to_picture(gradient: Tensor, picture: Tensor, weight: Tensor, how: tuple[int, int]) -> Tensor:
    """The input's gradient: the gradient, spread out by the stride, through the turned kernel."""
    stride, padding = how
    side = weight.shape[-1]
    if stride > 1:
        rows, columns = picture.shape[2] + 2 * padding - side, picture.shape[3] + 2 * padding - side
        size = (*gradient.shape[:2], rows + 1, columns + 1)
        spread = gradient.new_zeros(size).contiguous(memory_format=torch.channels_last)
        spread[:, :, ::stride, ::stride] = gradient
        gradient = spread
    return functional.conv2d(
        gradient, weight.flip((2, 3)), padding=side - 1 - padding, groups=len(weight)
    )


def _to_weight(gradient: Tensor, picture: Tensor, weight: Tensor, how: tuple[int, int]) -> Tensor:
    stride, padding = how
    exact = weight.float()
    made = torch.ops.aten.convolution_backward(
        gradient.float(),
        picture.float(),
        exact,
        None,
        [stride, stride],
        [padding, padding],
        [1, 1],
        False,
        [0, 0],
        len(weight),
        [False, True, False],
    )
    return cast("Tensor", made[1]).to(weight.dtype)
