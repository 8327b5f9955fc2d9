"""Training a network, as the seven classic steps, top to bottom."""

# 1. libraries
from dataclasses import dataclass

import torch

from breadpos.training.classifier import Classifier
from breadpos.training.compute import Compute
from breadpos.training.course import Course, Tracks
from breadpos.training.crew import ALONE, Crew
from breadpos.training.events import Tell, silent
from breadpos.training.losses import loss_of
from breadpos.training.networks import build_network
from breadpos.training.optimisers import optimiser_of
from breadpos.training.options import TrainingOptions
from breadpos.training.pictures import TrainingData


@dataclass(frozen=True, slots=True)
class Trained:
    """The network, and how it came to be."""

    network: Classifier
    tracks: Tracks


def train(
    data: TrainingData, options: TrainingOptions, crew: Crew = ALONE, tell: Tell = silent
) -> Trained:
    """Train a network on labelled pictures.

    Raises:
        DeviceMissing: the device asked for is not there.
        WeightsMissing: the starting weights cannot be had.
    """
    # 2. device
    compute = Compute.of(options)
    torch.manual_seed(options.seed)
    # 3. data
    training, held_out = data.training, data.held_out
    # 4. network
    shape = tuple(training.inputs(torch.tensor([0])).shape[1:])
    network = build_network(options, shape, len(data.classes))
    compute.place_network(network)
    # 5. loss
    loss = loss_of(options)
    # 6. optimiser, and 7. training: first the last layer on remembered features ...
    course = Course(network, loss, compute, options, crew, tell)
    if not network.starts_blank:
        remembered = course.remember(training), course.remember(held_out)
        optimiser = optimiser_of(options, [(network.head, 1.0)])
        course.run("head", network.head, *remembered, optimiser, passes=options.head_epochs)
        network.thaw()
    # ... then together with what is thawed, which learns more slowly; a blank network is all so
    rate = 1.0 if network.starts_blank else options.backbone_rate
    parts = network.front, network.tail, network.head
    optimiser = optimiser_of(options, [(part, rate) for part in parts])
    course.run("whole", network, training, held_out, optimiser, passes=options.epochs)
    return Trained(network.eval(), course.tracks)
