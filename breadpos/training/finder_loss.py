"""How wrong the finder's network was."""

from typing import TypeAlias

import torch
from torch import Tensor
from torch.nn import functional

from breadpos.vision.finder_maps import BOX_UNIT_PX
from breadpos.vision.finder_network import FinderOutput

TargetTensors: TypeAlias = tuple[Tensor, Tensor, Tensor, Tensor]
"""Maps, weight, sides and near of FinderTargets, each with a batch axis."""


def finder_loss(output: FinderOutput, targets: TargetTensors) -> Tensor:
    """One number to make small.

    Args:
        output: the network's answer to a batch.
        targets: what it should have said.
    """
    maps, weight, sides, near = targets
    item, boundary, inner = output.maps.unbind(1)
    loss = _overlap_loss(item, maps[:, 0], weight) + _overlap_loss(boundary, maps[:, 1], weight)
    distance = functional.smooth_l1_loss(
        torch.sigmoid(inner), maps[:, 2], beta=0.1, reduction="none"
    )
    loss = loss + 4.0 * (distance * weight).sum() / weight.sum()
    return loss + 0.5 * _box_loss(output.sides, sides, near)


def _overlap_loss(logits: Tensor, truth: Tensor, weight: Tensor) -> Tensor:
    """Binary cross-entropy and Dice, a pixel counting by its weight."""
    entropy = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    share = torch.sigmoid(logits)
    both = (share * truth * weight).sum() * 2 + 1.0
    either = ((share + truth) * weight).sum() + 1.0
    return (entropy * weight).sum() / weight.sum() + 1 - both / either


def _box_loss(logits: Tensor, sides: Tensor, near: Tensor) -> Tensor:
    """Minus the logarithm of the boxes' intersection over union (as in UnitBox, 2016)."""
    said = torch.exp(logits.clamp(-4.0, 4.0)) * BOX_UNIT_PX
    inner = torch.minimum(said, sides)
    both = (inner[:, 0] + inner[:, 2]) * (inner[:, 1] + inner[:, 3])
    one = (said[:, 0] + said[:, 2]) * (said[:, 1] + said[:, 3])
    other = (sides[:, 0] + sides[:, 2]) * (sides[:, 1] + sides[:, 3])
    overlap = both / (one + other - both)
    return (-torch.log(overlap + 1e-4) * near).sum() / (near.sum() + 1.0)
