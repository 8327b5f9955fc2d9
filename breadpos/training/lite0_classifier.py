"""The counter's own network in trainable form: the same features as `vision.embedder` gives."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import timm
import torch
from torch import Tensor, nn
from torch.nn import functional

from breadpos.training.classifier import Classifier
from breadpos.training.starting_weights import fill
from breadpos.vision.lite0 import POOLED, WIDTH

_ARCHITECTURE = "tf_efficientnet_lite0"
_STEM = ("conv_stem", "bn1")
_DROPOUT = 0.2
_LENGTH = 17.0
"""Of the features as the last layer gets them: of length 1, it would learn slowly."""


class _Seen(NamedTuple):
    """Part of the way through: the stage's map, what was pooled so far, where the item is."""

    value: Tensor
    parts: tuple[Tensor, ...]
    covered: Tensor


_STRIDES = {int(name.split(".")[1]): stride for name, stride in POOLED.items()}
"""The stages whose output is pooled, and its stride in pixels."""


class _Front(nn.Module):
    def __init__(self, stem: nn.Module, stages: nn.ModuleList) -> None:
        super().__init__()
        self.stem, self.stages = stem, stages

    def forward(self, squares: Tensor) -> _Seen:
        # the grey fill around the item is exactly zero
        covered = (squares.abs().amax(dim=1, keepdim=True) > 0).float()
        seen = _Seen(self.stem(squares), (), covered)
        value, parts, covered = _through(seen, self.stages, first=0)
        return _Seen(value.float(), parts, covered)


class _Tail(nn.Module):
    def __init__(self, stages: nn.ModuleList, first: int) -> None:
        super().__init__()
        self.stages, self.first = stages, first

    def forward(self, seen: _Seen) -> Tensor:
        parts = _through(seen, self.stages, first=self.first).parts
        units = [functional.normalize(part, dim=1, eps=1e-9) for part in parts]
        features: Tensor = torch.cat(units, dim=1) / len(units) ** 0.5
        return features


class _Head(nn.Module):
    def __init__(self, classes: int) -> None:
        super().__init__()
        self.scores: Callable[[Tensor], Tensor]
        self.scores = nn.Sequential(nn.Dropout(_DROPOUT), nn.Linear(WIDTH, classes))

    def forward(self, features: Tensor) -> Tensor:
        return self.scores(features * _LENGTH)


def lite0_classifier(tensors: Mapping[str, Tensor], classes: int, thawed: int) -> Classifier:
    """EfficientNet-Lite0 with the embedder's pooling and a last layer of its own.

    Args:
        tensors: under timm's names.
        thawed: how many of its seven stages may learn.

    Raises:
        WeightsMissing: the tensors are another network's.
    """
    network = timm.create_model(_ARCHITECTURE, pretrained=False)
    parts = [network.get_submodule(name) for name in (*_STEM, "blocks")]
    fill(network, parts, tensors)
    stages = list(network.get_submodule("blocks").children())
    first = max(len(stages) - thawed, 0)
    stem = nn.Sequential(*(network.get_submodule(name) for name in _STEM))
    return Classifier(
        _Front(stem, nn.ModuleList(stages[:first])),
        _Tail(nn.ModuleList(stages[first:]), first),
        _Head(classes),
        starts_blank=False,
    )


def lite0_tensors(classifier: Classifier, start: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Its weights under timm's names; what it has not, such as the last layer, is the start's."""
    front, tail = classifier.front, classifier.tail
    if not isinstance(front, _Front) or not isinstance(tail, _Tail):
        raise TypeError("this is no EfficientNet-Lite0")
    named = zip(_STEM, front.stem.children(), strict=True)
    stages = enumerate((*front.stages, *tail.stages))
    parts = {**dict(named), **{f"blocks.{number}": stage for number, stage in stages}}
    trained = {
        f"{part}.{name}": tensor.detach().float().cpu().contiguous()
        for part, module in parts.items()
        for name, tensor in module.state_dict().items()
    }
    return {name: trained.get(name, tensor) for name, tensor in start.items()}


def _through(seen: _Seen, stages: nn.ModuleList, *, first: int) -> _Seen:
    value, parts, covered = seen
    for number, stage in enumerate(stages, start=first):
        value = stage(value)
        if number in _STRIDES:
            parts = (*parts, _pooled(value, covered, _STRIDES[number]))
    return _Seen(value, parts, covered)


def _pooled(value: Tensor, covered: Tensor, stride: int) -> Tensor:
    """The mean over the item's own cells."""
    cover = functional.avg_pool2d(covered, stride)
    area = cover.sum(dim=(2, 3)).clamp(min=1e-6)
    pooled: Tensor = (value.float() * cover).sum(dim=(2, 3)) / area
    return pooled
