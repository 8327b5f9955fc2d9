"""Training data: labelled inputs, by rows, as they are or varied anew at each pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from breadpos.training.variation import varied
from breadpos.vision.preprocess import Cutout, to_square


class Pictures(Protocol):
    """Labelled inputs for a network."""

    @property
    def labels(self) -> Tensor:
        """(N,) int64."""
        ...

    def inputs(self, rows: Tensor) -> Tensor:
        """The inputs of these rows as they are."""
        ...

    def varied(self, rows: Tensor, epoch: int) -> Tensor:
        """The inputs of these rows as a pass shows them, the same whenever it is asked for."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Arrays:
    """Inputs that lie in memory and are not varied, such as remembered features."""

    values: Tensor
    labels: Tensor

    def inputs(self, rows: Tensor) -> Tensor:
        return self.values[rows]

    def varied(self, rows: Tensor, epoch: int) -> Tensor:  # noqa: ARG002  the protocol's
        return self.values[rows]


class HasCutout(Protocol):
    """What an item can be cut out of, whenever it is wanted."""

    @property
    def cutout(self) -> Cutout:
        """The item alone."""
        ...


class CutoutPictures:
    """Items cut out of photos, as squares for the network."""

    def __init__(
        self,
        items: Sequence[HasCutout],
        labels: NDArray[np.int64],
        *,
        side_px: int,
        seed: int,
        augment: bool,
    ) -> None:
        self.labels = torch.from_numpy(labels)
        self._items = items
        self._side_px = side_px
        self._seed = seed
        self._augment = augment

    def inputs(self, rows: Tensor) -> Tensor:
        return self._squares([self._items[row].cutout for row in rows.tolist()])

    def varied(self, rows: Tensor, epoch: int) -> Tensor:
        if not self._augment:
            return self.inputs(rows)
        return self._squares(
            [
                varied(self._items[row].cutout, np.random.default_rng([self._seed, epoch, row]))
                for row in rows.tolist()
            ]
        )

    def _squares(self, cutouts: Sequence[Cutout]) -> Tensor:
        return torch.from_numpy(np.stack([to_square(each, self._side_px) for each in cutouts]))


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What a network learns from and what it is measured with.

    Attributes:
        classes: names, in the order of the labels.
    """

    training: Pictures
    held_out: Pictures
    classes: tuple[str, ...]
