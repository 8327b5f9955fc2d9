"""breadpos train: a recogniser of the shop's own."""

import inspect
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from typing import Annotated, get_type_hints

import psutil
import typer
from pydantic import TypeAdapter, ValidationError
from rich.console import Console

from breadpos.cli.failures import expected_failures
from breadpos.domain.errors import BreadposError
from breadpos.training.events import Event, as_line
from breadpos.training.options import TrainingOptions

_NICEST = 19
"""Of Unix; Windows has a class for it."""


def train(
    context: typer.Context, *, as_json: bool, use: bool, gentle: bool, **knobs: object
) -> None:
    """Fine-tune on the shop's photos; the version in use stays until the new one is chosen."""
    try:
        options = TypeAdapter(TrainingOptions).validate_python(knobs)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).replace("_", "-")
        raise typer.BadParameter(first["msg"], param_hint=f"--{name}") from error
    from breadpos.bootstrap.shop import open_shop  # here: importing torch takes seconds
    from breadpos.bootstrap.training import train_shop
    from breadpos.bootstrap.versions import Versions

    heard: list[Event] = []

    started_s = time.monotonic()

    def tell(event: Event) -> None:
        heard.append(event)
        if as_json:
            typer.echo(as_line({**event, "elapsed_s": round(time.monotonic() - started_s, 2)}))
        else:
            _show(event)

    tell(begun())
    if gentle:
        step_back()
    with expected_failures(), told(tell), open_shop(context.obj) as shop:
        version = train_shop(shop, options, tell)
        if use and version is not None and heard[-1].get("verdict") == "new":
            Versions(shop.home.models).use(version)


def begun() -> Event:
    """Which process this is, for whoever follows it."""
    own = psutil.Process()
    return {"event": "begun", "process": own.pid, "created_s": own.create_time()}


def step_back() -> None:
    """Run only when nobody else wants the processor."""
    below = getattr(psutil, "IDLE_PRIORITY_CLASS", _NICEST)
    psutil.Process().nice(below)


@contextmanager
def told(tell: Callable[[Event], None]) -> Iterator[None]:
    """An expected failure is an event too, the last one."""
    try:
        yield
    except BreadposError as error:
        tell({"event": "failed", "failure": type(error).__name__, "message": str(error)})
        raise


def _show(event: Event) -> None:
    console = Console()
    match event["event"]:
        case "left_out":
            console.print(f"left out {event['photo']}: {event['why']}")
        case "started":
            console.print(f"{event['photos']} photos, {event['held_out']} kept aside")
        case "pass":
            console.print(
                f"{event['phase']} {event['epoch']}/{event['of']}:"
                f" loss {event['training_loss']:.3f}, kept aside {event['held_out_loss']:.3f},"
                f" {event['held_out_accuracy']:.1%} right"
            )
        case "done" if event["version"]:
            advice = "use" if event["verdict"] == "new" else "keep the one before"
            console.print(
                f"version {event['version']}: {event['accuracy']:.1%} right of the photos kept"
                f" aside, {event['old_accuracy']:.1%} before; {advice}"
            )
        case "done" if event["accuracy"] is not None:
            console.print(f"{event['accuracy']:.1%} right; the counter cannot run this network")


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with one option for each field of TrainingOptions."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    told = [
        inspect.Parameter(
            "context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
        ),
        _flag("as_json", "--json", "One JSON event a line on stdout."),
        _flag("gentle", "--gentle", "Leave the processor to the counter, whenever it wants it."),
        _flag("use", "--use", "Use the new version if no product got worse."),
    ]
    hints = get_type_hints(TrainingOptions)
    described = getattr(TrainingOptions, "__pydantic_fields__")  # noqa: B009  pydantic adds it
    for each in fields(TrainingOptions):
        kind = hints[each.name]
        default = each.default if each.default is not MISSING else None
        if isinstance(default, tuple):
            kind, default = list[int], list(default)
        info = typer.Option(help=described[each.name].description)
        told.append(
            inspect.Parameter(each.name, keyword, default=default, annotation=Annotated[kind, info])
        )
    command.__signature__ = inspect.Signature(told)  # type: ignore[attr-defined]  # typer reads it
    command.__annotations__ = {each.name: each.annotation for each in told}
    return command


def _flag(name: str, spelling: str, told: str) -> inspect.Parameter:
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=False,
        annotation=Annotated[bool, typer.Option(spelling, help=told)],
    )


_with_options(train)
