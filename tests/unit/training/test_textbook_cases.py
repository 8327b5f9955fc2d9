"""The textbook's cases on scikit-learn's handwritten digits, through the engine itself."""

from collections.abc import Callable, Mapping, Sequence

import cv2
import numpy as np
import pytest
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from breadpos.training.loop import train
from breadpos.training.options import (
    LossName,
    NetworkName,
    OptimiserName,
    Precision,
    TrainingOptions,
)
from breadpos.training.pictures import Arrays, TrainingData

_DIGITS = tuple("0123456789")


def digits(side_px: int) -> TrainingData:
    """All 1,797, 70 to 30, enlarged to this side."""
    pictures, labels = load_digits(return_X_y=True)
    large = [cv2.resize(each.reshape(8, 8) / 16, (side_px, side_px)) for each in pictures]
    values = torch.from_numpy(np.stack(large)[:, None].astype(np.float32))
    rows = np.arange(len(labels))
    learnt, kept = train_test_split(rows, test_size=0.3, random_state=1234)
    targets = torch.from_numpy(labels.astype(np.int64))
    return TrainingData(
        Arrays(values[learnt], targets[learnt]), Arrays(values[kept], targets[kept]), _DIGITS
    )


def test_the_mlp_of_the_textbook_reads_95_of_100_held_out_digits() -> None:
    options = TrainingOptions(
        network=NetworkName.MLP,
        hidden=(64, 32, 16),
        optimiser=OptimiserName.SGD,
        learning_rate=0.1,
        batch=50,
        epochs=15,
        patience=15,
        weight_decay=0.0,
        label_smoothing=0.0,
        mixing=0.0,
    )
    trained = train(digits(8), options)
    assert trained.tracks.held_out_accuracy[-1] >= 0.95
    assert len(trained.tracks.training_loss) == len(trained.tracks.held_out_loss) == 15


@pytest.mark.slow
def test_the_simple_cnn_reads_98_of_100_held_out_digits() -> None:
    options = TrainingOptions(
        network=NetworkName.SIMPLE_CNN,
        optimiser=OptimiserName.ADAM,
        learning_rate=0.002,
        batch=50,
        epochs=10,
        patience=10,
        weight_decay=0.0,
        label_smoothing=0.0,
        mixing=0.0,
        precision=Precision.FLOAT32,
    )
    trained = train(digits(28), options)
    flattened = next(m for m in trained.network.tail.modules() if isinstance(m, torch.nn.Linear))
    assert flattened.in_features == 1152
    assert trained.tracks.held_out_accuracy[-1] >= 0.98


@pytest.mark.parametrize("loss", LossName)
@pytest.mark.parametrize("optimiser", OptimiserName)
def test_every_loss_goes_down_with_every_optimiser(
    loss: LossName, optimiser: OptimiserName
) -> None:
    options = TrainingOptions(
        network=NetworkName.MLP, loss=loss, optimiser=optimiser, epochs=6, weight_decay=0.0
    )
    losses = train(digits(8), options).tracks.training_loss
    assert losses[-1] < losses[0]


def test_the_same_seed_trains_the_same_network() -> None:
    options = TrainingOptions(network=NetworkName.MLP, epochs=2)
    first, again = (train(digits(8), options).tracks.training_loss for _ in range(2))
    assert first == again


def test_training_ends_early_when_it_gets_no_better() -> None:
    options = TrainingOptions(network=NetworkName.MLP, epochs=200, patience=3, learning_rate=0.05)
    events: list[str] = []
    trained = train(digits(8), options, tell=lambda event: events.append(str(event["event"])))
    assert events[-1] == "stopped"
    assert len(trained.tracks.held_out_loss) < 200


def test_training_ends_when_every_photo_kept_aside_is_named_right() -> None:
    numbers = torch.Generator().manual_seed(1)
    values = torch.cat([torch.randn(60, 4, generator=numbers) + side for side in (6, -6)])
    labels = torch.arange(120) // 60
    data = TrainingData(Arrays(values, labels), Arrays(values + 0.1, labels), ("one", "other"))
    options = TrainingOptions(network=NetworkName.MLP, epochs=50, patience=50, learning_rate=0.01)
    accuracies = train(data, options).tracks.held_out_accuracy
    assert len(accuracies) < 50
    assert accuracies[-2:] == [1.0, 1.0]


def test_a_training_that_goes_astray_ends_with_weights_that_are_numbers() -> None:
    options = TrainingOptions(
        network=NetworkName.MLP, optimiser=OptimiserName.SGD, learning_rate=1e9, epochs=20
    )
    trained = train(digits(8), options)
    assert all(bool(weight.isfinite().all()) for weight in trained.network.parameters())
    assert len(trained.tracks.held_out_loss) < 20


class NoDoubles(TorchDispatchMode):
    """Refuses 64 bits, which Apple's GPUs have not."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # torch's

    def __torch_dispatch__(
        self,
        func: Callable[..., object],
        _types: object,
        args: Sequence[object] = (),
        kwargs: Mapping[str, object] | None = None,
    ) -> object:
        made = func(*args, **(kwargs or {}))
        kinds = {each.dtype for each in tree_leaves(made) if isinstance(each, torch.Tensor)}
        assert torch.float64 not in kinds, func
        return made


def test_a_gpu_without_64_bits_can_train() -> None:
    data = digits(8)
    with NoDoubles():
        tracks = train(data, TrainingOptions(network=NetworkName.MLP, epochs=2)).tracks
    assert tracks.held_out_loss[1] < tracks.held_out_loss[0]
