"""Every knob of a training, in one frozen value; importing it needs no torch."""

from enum import Enum
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, ValidationInfo, field_validator
from pydantic.dataclasses import dataclass as checked

_ALEXNET_SIDE_PX = 64
"""Less is nothing after its last pooling."""

_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class NetworkName(Enum):
    """The networks that can be trained."""

    EFFICIENTNET_LITE0 = "efficientnet_lite0"
    MOBILENET_V3_SMALL = "mobilenet_v3_small"
    ALEXNET = "alexnet"
    VGG11_BN = "vgg11_bn"
    GOOGLENET = "googlenet"
    RESNET18 = "resnet18"
    RESNET50 = "resnet50"
    SIMPLE_CNN = "simple_cnn"
    MLP = "mlp"


FROM_SCRATCH = frozenset({NetworkName.SIMPLE_CNN, NetworkName.MLP})
"""Networks for which there are no pretrained weights."""


class LossName(Enum):
    """How a wrong answer is measured."""

    CROSS_ENTROPY = "cross_entropy"
    BCE = "bce"
    MSE = "mse"
    L1 = "l1"


class OptimiserName(Enum):
    """How the weights follow the gradient."""

    SGD = "sgd"
    ADAM = "adam"
    ADAMW = "adamw"
    ADADELTA = "adadelta"
    ADAGRAD = "adagrad"


class Precision(Enum):
    """What numbers the network computes with."""

    AUTO = "auto"
    FLOAT32 = "float32"
    MIXED = "mixed"


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class TrainingOptions:
    """The knobs; the defaults are the recipe of "Train tonight's model"."""

    device: Annotated[str, Field(pattern=r"^(auto|cpu|mps|cuda(:[0-9]+)?)$")] = "auto"
    """Where to compute: auto, cuda, cuda:NUMBER, mps or cpu."""
    precision: Precision = Precision.AUTO
    """mixed computes in 16 bits where that is safe; auto does so where it is faster."""
    threads: Annotated[int, Field(ge=1, le=256)] = 1
    """Processor threads; the counter needs the others."""
    seed: Annotated[int, Field(ge=0, lt=2**32)] = 1234
    """Of the split, the starting weights and the order of the photos."""
    held_out: Annotated[float, Field(gt=0, lt=1)] = 0.3
    """Share of the photos kept aside to measure with."""
    network: NetworkName = NetworkName.EFFICIENTNET_LITE0
    """Which network is trained."""
    pretrained: bool = True
    """Start from weights that know photographs already."""
    weights: Path | None = None
    """File to start from instead: safetensors, or a PyTorch state dict."""
    side_px: Annotated[int, Field(ge=32, le=512, multiple_of=32)] | None = None
    """Side of the squares the network sees; left out, the recogniser's own."""
    loss: LossName = LossName.CROSS_ENTROPY
    """How a wrong answer is measured."""
    label_smoothing: Annotated[float, Field(ge=0, lt=1)] = 0.1
    """Share of doubt in every label, for cross entropy; it forgives wrong ones."""
    optimiser: OptimiserName = OptimiserName.ADAMW
    """How the weights follow the gradient."""
    learning_rate: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    """Of the last layer; left out, what is usual for the optimiser."""
    backbone_rate: Annotated[float, Field(gt=0, le=1)] = 0.15
    """Learning rate of the thawed stages, as a share of the last layer's."""
    momentum: Annotated[float, Field(ge=0, lt=1)] = 0.9
    """For sgd."""
    weight_decay: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.05
    """How strongly large weights are drawn back to zero."""
    batch: Annotated[int, Field(ge=1)] = 32
    """Photos between two steps."""
    head_epochs: Annotated[int, Field(ge=0)] = 20
    """Passes over the remembered features, for the last layer alone."""
    epochs: Annotated[int, Field(ge=0)] = 10
    """Passes over the photos."""
    thawed_stages: Annotated[int, Field(ge=0)] = 4
    """Last stages of the network that learn with it; the others stay as they are."""
    augment: bool = True
    """Show each photo turned, cropped and lit differently every time."""
    mixing: Annotated[float, Field(ge=0, le=1)] = 0.2
    """How strongly two photos are laid over each other (mixup's alpha); 0 for not at all."""
    patience: Annotated[int, Field(ge=1)] = 6
    """Passes without a lower loss on the photos kept aside before it ends early."""
    hidden: tuple[Annotated[int, Field(ge=1)], ...] = (64, 32, 16)
    """Widths of the mlp's hidden layers."""

    @field_validator("weights")
    @classmethod
    def _can_be_started_from(cls, weights: Path | None, told: ValidationInfo) -> Path | None:
        if weights is not None and told.data.get("network") in FROM_SCRATCH:
            raise ValueError("the simple networks start blank: leave the weights out")
        return weights

    @field_validator("side_px")
    @classmethod
    def _can_be_seen(cls, side_px: int | None, told: ValidationInfo) -> int | None:
        is_small = side_px is not None and side_px < _ALEXNET_SIDE_PX
        if is_small and told.data.get("network") is NetworkName.ALEXNET:
            raise ValueError(f"alexnet needs {_ALEXNET_SIDE_PX} pixels or more")
        return side_px
