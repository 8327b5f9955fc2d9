"""breadpos products: the price list."""

import json
from dataclasses import replace
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from breadpos.application.ports import Action
from breadpos.cli.failures import expected_failures
from breadpos.cli.pins import As, read_pin
from breadpos.domain.money import YEN, Money
from breadpos.domain.product import Product, ProductId

app = typer.Typer(help="The price list.", no_args_is_help=True)


@app.command("list")
def list_products(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
) -> None:
    """Every product with its price and how many photos it has."""
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment

    with expected_failures(), open_shop(context.obj) as shop:
        taken: dict[ProductId, set[str]] = {}
        for photo in shop.photos.all():  # several pieces may lie in one photo
            taken.setdefault(photo.product_id, set()).add(photo.file.sha256)
        rows = [
            (product, len(taken.get(product.product_id, ()))) for product in shop.products.all()
        ]
    if as_json:
        typer.echo(
            json.dumps([_row(product, count) for product, count in rows], ensure_ascii=False)
        )
        return
    table = Table()
    for heading in ("product", "name", "class"):
        table.add_column(heading)
    table.add_column("price", justify="right")
    table.add_column("photos", justify="right")
    for product, count in rows:
        price = YEN.format(product.price) if product.is_priced else "unpriced"
        table.add_row(product.product_id, product.name, product.tax_class.value, price, str(count))
    Console().print(table)


@app.command("price")
def set_price(
    context: typer.Context,
    product: Annotated[str, typer.Argument(help="The product's id, as 'products list' shows it.")],
    yen: Annotated[int, typer.Argument(help="Whole yen, tax included.", min=0, max=9_999_999)],
    manager: As = "",
) -> None:
    """Give a product a price, from now on."""
    from breadpos.bootstrap.script_desk import price_desk  # here: the database takes a moment
    from breadpos.bootstrap.shop import open_shop

    with expected_failures(), open_shop(context.obj) as shop:
        old = shop.products.get(ProductId(product))
        with price_desk(shop, manager, read_pin).doing(Action.PRICE_CHANGE):
            shop.products.put(replace(old, price=Money(yen)))


def _row(product: Product, photo_count: int) -> dict[str, object]:
    return {
        "product": product.product_id,
        "name": product.name,
        "name_en": product.name_en,
        "price": product.price.minor,
        "tax_class": product.tax_class.value,
        "photos": photo_count,
    }
