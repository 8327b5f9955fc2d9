"""breadpos train-finder: the network that finds the items."""

import json
from pathlib import Path
from typing import Annotated

import typer

from breadpos.cli.failures import expected_failures
from breadpos.resources import models_dir


def train_finder(  # noqa: PLR0913, PLR0917  each option is one argument
    out: Annotated[Path, typer.Argument(help="Weights to write; an interrupted run goes on.")],
    photos: Annotated[
        Path | None, typer.Option(help="Folder of photographs to take textures from.", exists=True)
    ] = None,
    start_from: Annotated[
        Path | None, typer.Option(help="A finder to train further.", exists=True)
    ] = None,
    pictures: Annotated[int, typer.Option(min=1, help="Simulated pictures to draw.")] = 16_000,
    steps: Annotated[int, typer.Option(min=1)] = 9_000,
    rate: Annotated[float, typer.Option(help="Share of the usual learning rates.")] = 1.0,
    counter_share: Annotated[
        float, typer.Option(min=0, max=1, help="Share of pictures of the simulated counter.")
    ] = 0.12,
    seed: Annotated[int, typer.Option(help="Makes a run repeatable on one machine.")] = 0,
) -> None:
    """Train the item finder on simulated pictures; one JSON event a line on stdout."""
    from breadpos.training.train_finder import (  # here: importing torch takes seconds
        DECODER_RATE,
        ENCODER_RATE,
        FinderTrainingOptions,
    )
    from breadpos.training.train_finder import train_finder as train

    with expected_failures():
        train(
            out,
            models_dir() / "efficientnet_lite0.safetensors",
            photos,
            options=FinderTrainingOptions(
                seed=seed,
                pictures=pictures,
                steps=steps,
                counter_share=counter_share,
                encoder_rate=rate * ENCODER_RATE,
                decoder_rate=rate * DECODER_RATE,
            ),
            events=lambda event: typer.echo(json.dumps(event)),
            start_from=start_from,
        )
