"""breadpos learn: products from folders of photographs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from breadpos.application.price_file import read_prices
from breadpos.cli.failures import expected_failures, say
from breadpos.cli.progress import progress
from breadpos.domain.money import YEN
from breadpos.settings import Home

if TYPE_CHECKING:  # importing these imports torch, which takes seconds
    from breadpos.training.teaching import Taught, TaughtProduct
    from breadpos.vision.naming import Naming


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


def _teach(home: Home, folder: Path, prices: Path | None) -> "Taught":
    from breadpos.bootstrap.recognition import teach  # here: torch takes seconds
    from breadpos.bootstrap.shop import open_shop

    price_of = read_prices(prices) if prices else {}
    with open_shop(home) as shop, progress("photos") as tell:
        return teach(shop, folder, price_of, tell)


def _show(taught: "Taught") -> None:
    table = Table("product", "new photos", "price", "note")
    for each in taught.products:
        price = YEN.format(each.product.price) if each.product.is_priced else "unpriced"
        note = _note(each, taught.naming)
        table.add_row(each.product.product_id, str(each.photos), price, note)
    Console().print(table)
    for error in taught.refused:
        say(f"{error}; this photo was left out")
    unpriced = [each.product.product_id for each in taught.products if not each.product.is_priced]
    if unpriced:
        say(
            f"unpriced, so not to be sold yet: {', '.join(unpriced)}; see 'breadpos products price'"
        )


def _note(each: "TaughtProduct", naming: "Naming") -> str:
    notes = []
    if missing := naming.photos_missing(each.product.product_id):
        notes.append(f"always asked about; {missing} more photos may change that")
    if each.whole:
        notes.append(f"{each.whole} taken whole: no item stood out")
    return "; ".join(notes)
