"""The recipe of the shipped finder: draw wild pictures, train on them, write the weights.

Nothing but the seed, the encoder's ImageNet weights and an optional folder of licensed
photographs goes in, so anyone can repeat it.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from breadpos.simulation.wild import WildPicture
from breadpos.simulation.wild_canvas import without_slivers
from breadpos.training.finder_loss import TargetTensors, finder_loss
from breadpos.training.finder_pictures import draw_pictures
from breadpos.training.finder_targets import make_targets
from breadpos.training.quick_depthwise import quicken
from breadpos.vision.finder import FORMAT
from breadpos.vision.finder_network import FinderNetwork, FinderOutput
from breadpos.vision.preprocess import normalise

Event = Mapping[str, float | int | str]

ENCODER_RATE, DECODER_RATE = 3e-4, 2e-3
"""Peak learning rates of the two halves of the network."""

_FIRST_PICTURES = 400
"""Drawn before the first step, so that it is no training on a handful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderTrainingOptions:
    """Every knob of the training."""

    seed: int = 0
    """Makes a run repeatable on one machine with one thread."""
    pictures: int = 16_000
    """Pictures to draw."""
    picture_size: tuple[int, int] = (384, 288)
    """Width and height they are drawn at."""
    counter_share: float = 0.12
    """Share of the pictures taken at the simulated counter; the others are wild."""
    input_size: tuple[int, int] = (320, 256)
    """Width and height they are trained at; multiples of 32."""
    steps: int = 9_000
    batch: int = 8
    drawn_by: float = 0.8
    """Share of the steps by which the last picture has come in."""
    drawers: int = 1
    """Processes that draw pictures while the network trains."""
    encoder_rate: float = ENCODER_RATE
    decoder_rate: float = DECODER_RATE
    frozen_stages: int = 2
    """Stages of the encoder, from the stem on, that keep their ImageNet weights. The spatial
    filters of all its stages do: they cost the most to train and gain the least."""
    warm_up_steps: int = 60
    weight_decay: float = 0.01
    clip_norm: float = 3.0
    average_decay: float = 0.998
    """The shipped weights are this running mean of the trained ones."""
    save_every: int = 100
    threads: int = 1
    bfloat16: bool = True
    """Compute in bfloat16 where the processor can; weights and losses stay float32."""


def train_finder(
    out: Path,
    encoder_weights: Path,
    photos: Path | None,
    *,
    options: FinderTrainingOptions,
    events: Callable[[Event], None],
    start_from: Path | None = None,
) -> None:
    """Draw the pictures, train, and write a finder that `Finder.load` reads.

    Args:
        out: safetensors file to write, replaced whole; `out` with `.resume` added is kept
            beside it while training, and taken up by a later call with the same options.
        encoder_weights: timm's `tf_efficientnet_lite0` as safetensors.
        photos: folder for PhotoScraps, or None.
        options: the knobs.
        events: hears of the progress, one flat mapping at a time.
        start_from: a finder to train further instead of starting from ImageNet.
    """
    network = FinderNetwork()
    network.encoder.load_imagenet(load_file(encoder_weights))
    if start_from is not None:
        network.load_state_dict(load_file(start_from))
    with draw_pictures(
        options.seed * 1_000_000,
        options.pictures,
        size=options.picture_size,
        photos=photos,
        counter_share=options.counter_share,
        drawers=options.drawers,
    ) as pictures:
        fit(network, pictures, out, options=options, events=events)


def fit(
    network: FinderNetwork,
    pictures: Iterable[WildPicture],
    out: Path,
    *,
    options: FinderTrainingOptions,
    events: Callable[[Event], None],
) -> None:
    """Train a network on pictures and write its averaged weights to out.

    Args:
        network: to train, in place.
        pictures: as many as the options say, always in the same order; a step that needs a
            picture waits until it is drawn.
        out, options, events: as for `train_finder`.
    """
    torch.set_num_threads(options.threads)
    quicken(network)
    network = network.to(memory_format=torch.channels_last)
    _freeze(network, options.frozen_stages)
    average = torch.optim.swa_utils.AveragedModel(
        network,
        avg_fn=partial(_running_mean, options.average_decay),
        use_buffers=True,
    )
    optimiser = _optimiser(network, options)
    resume = out.with_name(out.name + ".resume")
    first = _take_up(resume, network, average, optimiser)
    network.train()
    coming, drawn = iter(pictures), list[WildPicture]()
    for step in range(first, options.steps):
        drawn += islice(coming, _needed(step, options) - len(drawn))
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * _rate(step, options)
        picture, targets = _batch(drawn, step, options)
        loss = finder_loss(_look(network, picture, options), targets)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), options.clip_norm)
        optimiser.step()
        average.update_parameters(network)
        if step % 10 == 0:
            events({"event": "step", "step": step, "of": options.steps, "loss": loss.item()})
        if (step + 1) % options.save_every == 0 or step + 1 == options.steps:
            _save_weights(average.module, out)
            _save_state(resume, step + 1, network, average, optimiser)
            events({"event": "saved", "step": step + 1})
    resume.unlink(missing_ok=True)
    events({"event": "done", "steps": options.steps, "file": out.name})


def _needed(step: int, options: FinderTrainingOptions) -> int:
    """Pictures that must have come in by a step."""
    share = (step + 1) / max(options.drawn_by * options.steps, 1)
    first = min(_FIRST_PICTURES, options.pictures)
    return first + round(min(share, 1.0) * (options.pictures - first))


def _look(network: nn.Module, picture: Tensor, options: FinderTrainingOptions) -> FinderOutput:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bfloat16):
        output: FinderOutput = network(picture)
    return FinderOutput(output.maps.float(), output.sides.float())


def _running_mean(decay: float, mean: Tensor, new: Tensor, count: Tensor | int) -> Tensor:
    """Mean and new value mixed; over few values nearly their plain mean."""
    kept = min(decay, (1.0 + float(count)) / (10.0 + float(count)))
    return (mean * kept + new * (1.0 - kept)).to(mean.dtype)


def _freeze(network: FinderNetwork, stages: int) -> None:
    for name, parameter in network.encoder.named_parameters():
        if ".conv_dw." in name:
            parameter.requires_grad = False
    if stages > 0:
        network.encoder.conv_stem.requires_grad_(requires_grad=False)
        network.encoder.blocks[:stages].requires_grad_(requires_grad=False)


def _optimiser(network: FinderNetwork, options: FinderTrainingOptions) -> torch.optim.AdamW:
    encoder: list[nn.Parameter] = []
    decoder: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            (encoder if name.startswith("encoder.") else decoder).append(parameter)
    groups = [
        {"params": encoder, "peak": options.encoder_rate},
        {"params": decoder, "peak": options.decoder_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=options.weight_decay)


def _rate(step: int, options: FinderTrainingOptions) -> float:
    """Share of the peak rate: a short climb, then half a cosine down to nothing."""
    climb = min(1.0, (step + 1) / max(options.warm_up_steps, 1))
    return climb * 0.5 * (1 + math.cos(math.pi * step / options.steps))


def _batch(
    pictures: Sequence[WildPicture], step: int, options: FinderTrainingOptions
) -> tuple[Tensor, TargetTensors]:
    """The batch of a step, the same each time it is asked for."""
    rng = np.random.default_rng([options.seed, step])
    inputs, targets = [], []
    for chosen in rng.integers(len(pictures), size=options.batch):
        source = pictures[int(chosen)]
        image, labels = _vary(rng, source.image_bgr(), source.labels, options.input_size)
        inputs.append(normalise(image))
        targets.append(make_targets(labels))
    stacked = [
        torch.from_numpy(np.stack([getattr(target, name) for target in targets]))
        for name in ("maps", "weight", "sides", "near")
    ]
    picture = torch.from_numpy(np.stack(inputs)).contiguous(memory_format=torch.channels_last)
    return picture, (stacked[0], stacked[1], stacked[2], stacked[3])


def _vary(
    rng: np.random.Generator,
    image: NDArray[np.uint8],
    labels: NDArray[np.uint8],
    size: tuple[int, int],
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """A piece of a picture, perhaps mirrored, at the size the network is trained at."""
    height, width = labels.shape
    share = rng.choice([1.0, rng.uniform(0.65, 1.0)])
    piece_h, piece_w = int(height * share), int(width * share)
    top, left = int(rng.integers(height - piece_h + 1)), int(rng.integers(width - piece_w + 1))
    rows, columns = slice(top, top + piece_h), slice(left, left + piece_w)
    image, labels = image[rows, columns], labels[rows, columns]
    image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
    labels = np.asarray(cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    if rng.random() < 0.5:
        image, labels = image[:, ::-1], labels[:, ::-1]
    if rng.random() < 0.5:
        image, labels = image[::-1], labels[::-1]
    return image, without_slivers(np.ascontiguousarray(labels), least_px=24)


def _save_weights(network: nn.Module, out: Path) -> None:
    part = out.with_name(out.name + ".part")
    tensors = {name: value.contiguous().clone() for name, value in network.state_dict().items()}
    save_file(tensors, part, metadata={"format": FORMAT})
    part.replace(out)


def _save_state(
    resume: Path,
    step: int,
    network: nn.Module,
    average: nn.Module,
    optimiser: torch.optim.Optimizer,
) -> None:
    part = resume.with_name(resume.name + ".part")
    state = {
        "step": step,
        "network": network.state_dict(),
        "average": average.state_dict(),
        "optimiser": optimiser.state_dict(),
    }
    torch.save(state, part)
    part.replace(resume)


def _take_up(
    resume: Path, network: nn.Module, average: nn.Module, optimiser: torch.optim.Optimizer
) -> int:
    """Go on where an interrupted run stopped; the step to do next, 0 for a fresh start."""
    if not resume.exists():
        return 0
    state = torch.load(resume, weights_only=True)
    network.load_state_dict(state["network"])
    average.load_state_dict(state["average"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])
