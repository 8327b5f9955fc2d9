"""breadpos photos: the labelled photographs."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from breadpos.application.photo_problems import PhotoProblem
from breadpos.cli.failures import expected_failures, say
from breadpos.cli.progress import progress
from breadpos.cli.train import begun, step_back, told
from breadpos.training.events import Event, Tell, as_line

app = typer.Typer(help="The labelled photographs.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
AsEvents = Annotated[bool, typer.Option("--json", help="One JSON event a line on stdout.")]
Gentle = Annotated[bool, typer.Option("--gentle", help="Leave the processor to the counter.")]
OnPhoto = Callable[[int, int], None]

_TELL_EVERY = 20


@app.command("list")
def list_photos(context: typer.Context, *, as_json: AsJson = False) -> None:
    """How many photos each product has; with --json every photo."""
    from breadpos.bootstrap.photo_shelf import photo_shelf
    from breadpos.bootstrap.shop import open_shop

    with expected_failures(), open_shop(context.obj) as shop:
        cards = photo_shelf(shop).cards()
    if as_json:
        rows = [asdict(card) | {"origin": card.origin.value} for card in cards]
        typer.echo(json.dumps(rows, ensure_ascii=False, default=str))
        return
    kept = [card for card in cards if card.deleted_at is None]
    table = Table("product", "photos", "waiting for a glance", "perhaps wrong")
    photos = Counter(card.product_id for card in kept if not card.waiting)
    waiting = Counter(card.product_id for card in kept if card.waiting)
    doubted = Counter(card.product_id for card in kept if card.suspected)
    for product in sorted(photos.keys() | waiting.keys()):
        counts = photos[product], waiting[product], doubted[product]
        table.add_row(product, *map(str, counts))
    Console().print(table)


@app.command("import")
def import_photos(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(help="One folder a product, or a COCO file.")],
    *,
    as_json: AsEvents = False,
    gentle: Gentle = False,
) -> None:
    """File labelled photos; what cannot be taken is told by name, the rest is taken."""
    from breadpos.bootstrap.photo_sets import import_photos as take_in  # here: networks take long
    from breadpos.bootstrap.shop import open_shop

    with _working(as_json=as_json, gentle=gentle) as (tell, on_photo):
        with open_shop(context.obj) as shop:
            outcome = take_in(shop, source, on_photo)
        count = sum(outcome.photos.values())
        tell(_end(count, outcome.problems))
    if not as_json:
        table = Table("product", "photos taken")
        for product, count in sorted(outcome.photos.items()):
            table.add_row(product, str(count))
        Console().print(table)
        for problem in outcome.problems:
            say(str(problem))
    if not outcome.photos:
        raise typer.Exit(1)


@app.command("export")
def export_photos(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(help="A new folder.")],
    *,
    coco: Annotated[bool, typer.Option("--coco", help="Whole pictures and a COCO file.")] = False,
    as_json: AsEvents = False,
    gentle: Gentle = False,
) -> None:
    """Give out every photo: one folder a product, or COCO."""
    from breadpos.bootstrap.photo_export import SetKind
    from breadpos.bootstrap.photo_export import export_photos as give_out
    from breadpos.bootstrap.shop import open_shop

    kind = SetKind.COCO if coco else SetKind.FOLDERS
    with _working(as_json=as_json, gentle=gentle) as (tell, on_photo):
        with open_shop(context.obj) as shop:
            problems = give_out(shop, target, kind, on_photo)
            count = len(shop.photos.all()) - len(problems)
        tell(_end(count, problems))
    if not as_json:
        for problem in problems:
            say(str(problem))
    if problems:
        raise typer.Exit(1)


def _end(photos: int, problems: Sequence[PhotoProblem]) -> Event:
    return {
        "event": "done",
        "photos": photos,
        "problems": list(map(str, problems)),
        "troubles": [[each.trouble.value, each.what] for each in problems],
    }


@contextmanager
def _working(*, as_json: bool, gentle: bool) -> Iterator[tuple[Tell, OnPhoto]]:
    """What to tell of long work, and what to call for each photo; failures are told too."""

    def tell(event: Event) -> None:
        if as_json:
            typer.echo(as_line(event))

    tell(begun())
    if gentle:
        step_back()
    with expected_failures(), told(tell), progress("photos") as bar:

        def on_photo(done: int, total: int) -> None:
            bar(done, total)
            if done % _TELL_EVERY == 0:
                tell({"event": "reading", "done": done, "of": total})

        yield tell, on_photo


@app.command("check")
def check_photos(
    context: typer.Context,
    *,
    as_json: AsEvents = False,
    gentle: Gentle = False,
) -> None:
    """Look for photos under a wrong name, and for photos that are nearly the same."""
    from breadpos.bootstrap.photo_check import check_shop_photos
    from breadpos.bootstrap.shop import open_shop

    def tell(event: Event) -> None:
        if as_json:
            typer.echo(as_line(event))
        elif event["event"] == "done":
            Console().print(
                f"{event['photos']} photos checked: {event['suspected']} perhaps under a wrong"
                f" name, {event['alike']} nearly the same as another"
            )
        elif event["event"] == "left_out":
            say(f"left out {event['photo']}: {event['why']}")

    if as_json:
        tell(begun())
    if gentle:
        step_back()
    with expected_failures(), told(tell), open_shop(context.obj) as shop:
        check_shop_photos(shop, tell)
