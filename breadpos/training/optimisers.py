"""How the weights follow the gradient."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer

from breadpos.training.options import OptimiserName, TrainingOptions

_USUAL_RATE = {
    OptimiserName.SGD: 0.01,
    OptimiserName.ADAM: 1e-3,
    OptimiserName.ADAMW: 1e-3,
    OptimiserName.ADADELTA: 1.0,
    OptimiserName.ADAGRAD: 0.01,
}


def optimiser_of(options: TrainingOptions, groups: Iterable[tuple[nn.Module, float]]) -> Optimizer:
    """The optimiser the options name.

    Args:
        groups: modules and the share of the learning rate their weights take; frozen weights are
            left out. Biases and scales are not drawn to zero.
    """
    rate = options.learning_rate or _USUAL_RATE[options.optimiser]
    parameters = [
        group for module, share in groups for group in _groups(module, rate * share, options)
    ]
    match options.optimiser:
        case OptimiserName.SGD:
            return torch.optim.SGD(parameters, lr=rate, momentum=options.momentum)
        case OptimiserName.ADAM:
            return torch.optim.Adam(parameters, lr=rate)
        case OptimiserName.ADAMW:
            return torch.optim.AdamW(parameters, lr=rate)
        case OptimiserName.ADADELTA:
            return torch.optim.Adadelta(parameters, lr=rate)
        case OptimiserName.ADAGRAD:
            return torch.optim.Adagrad(parameters, lr=rate)


def _groups(module: nn.Module, rate: float, options: TrainingOptions) -> Iterable[dict[str, Any]]:
    trained = [weight for weight in module.parameters() if weight.requires_grad]
    weights = [each for each in trained if each.ndim > 1]
    others = [each for each in trained if each.ndim <= 1]
    for parameters, decay in ((weights, options.weight_decay), (others, 0.0)):
        if parameters:
            yield {"params": parameters, "lr": rate, "weight_decay": decay}
