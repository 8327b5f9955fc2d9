"""Passes over labelled pictures: what the seventh step does, whichever network takes part."""

import copy
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import OneCycleLR

from breadpos.training.classifier import Classifier
from breadpos.training.compute import Compute
from breadpos.training.crew import Crew
from breadpos.training.events import Tell
from breadpos.training.losses import Loss
from breadpos.training.options import TrainingOptions
from breadpos.training.pictures import Arrays, Pictures

_WARM_UP = 0.15
"""Share of the steps on which the learning rate climbs."""
_LONGEST_GRADIENT = 5.0
_MEASURED_AT_ONCE = 64
_FLAWLESS = 2
"""Passes in a row that name every photo kept aside right: nothing is left to be gained."""
_ENOUGH_BETTER = 1e-4


@dataclass(frozen=True, slots=True)
class Tracks:
    """How a training went: one number a pass in each."""

    training_loss: list[float] = field(default_factory=list)
    held_out_loss: list[float] = field(default_factory=list)
    training_accuracy: list[float] = field(default_factory=list)
    held_out_accuracy: list[float] = field(default_factory=list)


class _Score(NamedTuple):
    """Mean loss and share right over some pictures; neither where there were none."""

    loss: float
    accuracy: float


class Course:
    """Runs passes and remembers how they went.

    Attributes:
        tracks: of all passes so far.
    """

    def __init__(
        self,
        network: Classifier,
        loss: Loss,
        compute: Compute,
        options: TrainingOptions,
        crew: Crew,
        tell: Tell,
    ) -> None:
        self.tracks = Tracks()
        self._network, self._loss, self._compute = network, loss, compute
        self._options, self._crew, self._tell = options, crew, tell

    def remember(self, pictures: Pictures) -> Arrays:
        """The network's features of all pictures, the same while only the head learns."""
        self._network.eval()
        parts = []
        with torch.inference_mode(), self._compute.autocast():
            for done, rows in enumerate(_in_parts(_every_row(pictures))):
                parts.append(self._network.features(self._compute.place(pictures.inputs(rows))))
                self._say("looking", done=done * _MEASURED_AT_ONCE, of=len(pictures.labels))
        empty = torch.zeros(0, device=self._compute.device)
        # cloned, for what was made in inference mode cannot be learnt from
        return Arrays(torch.cat(parts).clone() if parts else empty, pictures.labels)

    def run(
        self,
        phase: str,
        network: nn.Module,
        training: Pictures,
        held_out: Pictures,
        optimiser: Optimizer,
        *,
        passes: int,
    ) -> None:
        """Up to this many passes; the best weights so far when it ends early, or goes astray."""
        rates = [float(group["lr"]) for group in optimiser.param_groups]
        steps = math.ceil(len(training.labels) / self._options.batch)
        if not passes:
            return
        schedule = OneCycleLR(
            optimiser,
            rates,
            total_steps=steps * passes + 1,
            pct_start=_WARM_UP,
            cycle_momentum=False,
        )
        together = self._crew.together(network)
        best, waited, kept = math.inf, 0, copy.deepcopy(network.state_dict())
        flawless = 0
        for epoch in range(passes):
            learnt = self._one_pass(together, training, optimiser, schedule, epoch)
            tested = self._measure(network, held_out)
            self._note(phase, epoch, passes, learnt, tested)
            if tested.loss < best - _ENOUGH_BETTER:
                best, waited, kept = tested.loss, 0, copy.deepcopy(network.state_dict())
            elif len(held_out.labels):
                waited += 1
            flawless = flawless + 1 if tested.accuracy == 1.0 else 0
            is_over = waited >= self._options.patience or flawless >= _FLAWLESS
            is_astray = bool(len(held_out.labels)) and math.isnan(tested.loss)
            if is_astray or (is_over and phase == "whole"):
                network.load_state_dict(kept)
                self._say("stopped", phase=phase, epoch=epoch + 1 - waited)
                return

    def _one_pass(
        self,
        network: nn.Module,
        pictures: Pictures,
        optimiser: Optimizer,
        schedule: OneCycleLR,
        epoch: int,
    ) -> _Score:
        network.train()
        order = torch.randperm(
            len(pictures.labels),
            generator=torch.Generator().manual_seed(self._options.seed + epoch),
        )
        sums = torch.zeros(3, device=self._compute.device)
        batches = order.split(self._options.batch)
        for rows in batches:
            if len(rows) >= self._crew.size:
                sums += self._step(network, pictures, rows, optimiser, epoch)
            schedule.step()
        return _score(self._crew.total(sums))

    def _step(
        self, network: nn.Module, pictures: Pictures, rows: Tensor, optimiser: Optimizer, epoch: int
    ) -> Tensor:
        """One batch; returns summed loss, how many were right, how many there were."""
        own = self._crew.share(rows)
        inputs = self._compute.place(pictures.varied(own, epoch))
        labels = self._compute.place(pictures.labels[own])
        own_share, others = self._mixture(len(own), epoch, int(rows[0]))
        inputs = own_share * inputs + (1 - own_share) * inputs[others] if own_share < 1 else inputs
        with self._compute.autocast():
            scores = network(inputs)
        loss = self._loss(scores.float(), labels) * own_share
        if own_share < 1:
            loss = loss + self._loss(scores.float(), labels[others]) * (1 - own_share)
        optimiser.zero_grad(set_to_none=True)
        (loss * self._crew.weight(rows)).backward()
        weights = [each for group in optimiser.param_groups for each in group["params"]]
        nn.utils.clip_grad_norm_(weights, _LONGEST_GRADIENT)
        optimiser.step()
        return _sums(loss.detach(), scores.detach(), labels)

    def _mixture(self, count: int, epoch: int, first: int) -> tuple[float, Tensor]:
        """The share each photo keeps of itself, and which other one is laid over it.

        Source: Zhang et al. 2018, mixup.
        """
        alpha = self._options.mixing
        random = np.random.default_rng([self._options.seed, epoch, first])
        share = float(random.beta(alpha, alpha)) if alpha else 1.0
        return max(share, 1 - share), torch.from_numpy(random.permutation(count))

    def _measure(self, network: nn.Module, pictures: Pictures) -> _Score:
        """Over the whole crew, so that all of it ends at the same pass."""
        network.eval()
        sums = torch.zeros(3, device=self._compute.device)
        with torch.inference_mode(), self._compute.autocast():
            for rows in _in_parts(self._crew.share(_every_row(pictures))):
                scores = network(self._compute.place(pictures.inputs(rows))).float()
                labels = self._compute.place(pictures.labels[rows])
                sums += _sums(self._loss(scores, labels), scores, labels)
        return _score(self._crew.total(sums))

    def _note(self, phase: str, epoch: int, passes: int, learnt: _Score, tested: _Score) -> None:
        tracks = self.tracks
        tracks.training_loss.append(learnt.loss)
        tracks.training_accuracy.append(learnt.accuracy)
        tracks.held_out_loss.append(tested.loss)
        tracks.held_out_accuracy.append(tested.accuracy)
        self._say(
            "pass",
            phase=phase,
            epoch=epoch + 1,
            of=passes,
            training_loss=learnt.loss,
            held_out_loss=tested.loss,
            training_accuracy=learnt.accuracy,
            held_out_accuracy=tested.accuracy,
        )

    def _say(self, event: str, **values: float | str) -> None:
        if self._crew.leads:
            self._tell({"event": event, **values})


def _every_row(pictures: Pictures) -> Tensor:
    return torch.arange(len(pictures.labels))


def _in_parts(rows: Tensor) -> Sequence[Tensor]:
    return rows.split(_MEASURED_AT_ONCE) if len(rows) else ()


def _sums(loss: Tensor, scores: Tensor, labels: Tensor) -> Tensor:
    """In 32 bits, for not every GPU has 64."""
    right = (scores.argmax(dim=1) == labels).sum().float()
    return torch.stack([loss * len(labels), right, torch.ones_like(right) * len(labels)])


def _score(sums: Tensor) -> _Score:
    loss, right, count = sums.tolist()
    return _Score(loss / count, right / count) if count else _Score(math.nan, math.nan)
