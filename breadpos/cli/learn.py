"""breadpos learn: products from folders of photographs."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from breadpos.application.price_file import read_prices
from breadpos.cli.failures import expected_failures, say
from breadpos.domain.money import YEN
from breadpos.settings import Home
from breadpos.training.teaching import ENOUGH_PHOTOS, Taught, TaughtProduct


def learn(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="One folder a product, its photos inside.")],
    prices: Annotated[
        Path | None, typer.Option(help="CSV with the columns product,price; whole yen.")
    ] = None,
) -> None:
    """Learn products from photos, without training."""
    with expected_failures():
        taught = _teach(context.obj, folder, prices)
    _show(taught)


def _teach(home: Home, folder: Path, prices: Path | None) -> Taught:
    from breadpos.bootstrap.shop import open_shop, teach  # here: torch takes seconds

    price_of = read_prices(prices) if prices else {}
    with open_shop(home) as shop, Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("photos", total=None)
        return teach(
            shop,
            folder,
            price_of,
            lambda done, total: progress.update(task, completed=done, total=total),
        )


def _show(taught: Taught) -> None:
    table = Table("product", "photos", "price", "note")
    for each in taught.products:
        price = YEN.format(each.product.price) if each.product.is_priced else "unpriced"
        table.add_row(each.product.product_id, str(each.photos), price, _note(each))
    Console().print(table)
    for each in taught.products:
        for error in each.refused:
            say(f"{error}; this photo was left out")
    for name in taught.empty:
        say(f"{name}: no usable photo in its folder, so it was not learnt")
    unpriced = [each.product.product_id for each in taught.products if not each.product.is_priced]
    if unpriced:
        say(
            f"unpriced, so not to be sold yet: {', '.join(unpriced)}; see 'breadpos products price'"
        )


def _note(each: TaughtProduct) -> str:
    notes = []
    if each.photos < ENOUGH_PHOTOS:
        notes.append(f"always asked about until it has {ENOUGH_PHOTOS} photos")
    if each.whole:
        notes.append(f"{each.whole} taken whole: no item stood out")
    return "; ".join(notes)
