"""How a wrong answer is measured: each loss is a mean over the photos of a batch."""

from collections.abc import Callable

from torch import Tensor
from torch.nn import functional

from breadpos.training.options import LossName, TrainingOptions

Loss = Callable[[Tensor, Tensor], Tensor]
"""(N, C) scores and (N,) labels to one number."""


def loss_of(options: TrainingOptions) -> Loss:
    """The loss the options name."""
    smoothing = options.label_smoothing
    losses: dict[LossName, Loss] = {
        LossName.CROSS_ENTROPY: lambda scores, labels: functional.cross_entropy(
            scores, labels, label_smoothing=smoothing
        ),
        LossName.BCE: _one_against_the_rest,
        LossName.MSE: _squared,
        LossName.L1: _absolute,
    }
    return losses[options.loss]


def _one_against_the_rest(scores: Tensor, labels: Tensor) -> Tensor:
    """Binary cross entropy of each class by itself, summed over the classes."""
    right = _one_hot(scores, labels)
    return functional.binary_cross_entropy_with_logits(scores, right) * scores.shape[1]


def _squared(scores: Tensor, labels: Tensor) -> Tensor:
    """Squared error of the class probabilities, summed over the classes (the Brier score)."""
    return functional.mse_loss(scores.softmax(1), _one_hot(scores, labels)) * scores.shape[1]


def _absolute(scores: Tensor, labels: Tensor) -> Tensor:
    """Absolute error of the class probabilities, summed over the classes."""
    return functional.l1_loss(scores.softmax(1), _one_hot(scores, labels)) * scores.shape[1]


def _one_hot(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.one_hot(labels, scores.shape[1]).to(scores.dtype)
