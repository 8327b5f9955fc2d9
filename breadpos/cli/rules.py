"""breadpos tax and breadpos sets: what the shop charges by, with dates."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from breadpos.application.ports import Action
from breadpos.cli.failures import expected_failures
from breadpos.cli.pins import As, read_pin
from breadpos.domain.errors import SettingsError
from breadpos.domain.money import YEN, Money
from breadpos.domain.product import ProductId
from breadpos.domain.set_price import SetPrice

tax_app = typer.Typer(help="The dated tax rates.", no_args_is_help=True)
sets_app = typer.Typer(help="Set prices: any 3 for 500.", no_args_is_help=True)

_DAY = ["%Y-%m-%d"]


@tax_app.command("list")
def list_rates(context: typer.Context) -> None:
    """Every rate there was, is, or is announced."""
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment

    with expected_failures(), open_shop(context.obj) as shop:
        rows = shop.tax_rates.all()
    table = Table("from", "until", "class", "place", "rate", "in force")
    for rate, active in rows:
        table.add_row(
            f"{rate.valid_from}",
            f"{rate.valid_until or ''}",
            rate.tax_class.value,
            rate.place.value,
            f"{rate.rate_bp / 100:g} %{' ※' if rate.reduced else ''}",
            "yes" if active else "switched off",
        )
    Console().print(table)


@tax_app.command("on")
def switch_on(
    context: typer.Context,
    day: Annotated[datetime, typer.Argument(formats=_DAY, help="The day the rate begins.")],
    manager: As = "",
) -> None:
    """Let the rates that begin on a day hold from then on."""
    _switch(context, day.date(), manager, active=True)


@tax_app.command("off")
def switch_off(
    context: typer.Context,
    day: Annotated[datetime, typer.Argument(formats=_DAY, help="The day the rate begins.")],
    manager: As = "",
) -> None:
    """Leave the rates that begin on a day out."""
    _switch(context, day.date(), manager, active=False)


def _switch(context: typer.Context, day: date, manager: str, *, active: bool) -> None:
    from breadpos.bootstrap.script_desk import price_desk  # here: the database takes a moment
    from breadpos.bootstrap.shop import open_shop

    with expected_failures(), open_shop(context.obj) as shop:
        found = [rate for rate, _ in shop.tax_rates.all() if rate.valid_from == day]
        if not found:
            raise SettingsError(f"no tax rate begins on {day}; see 'breadpos tax list'")
        with price_desk(shop, manager, read_pin).doing(Action.PRICE_CHANGE):
            for rate in found:
                shop.tax_rates.put(rate, active=active)


@sets_app.command("list")
def list_sets(context: typer.Context) -> None:
    """Every set price, ended ones too."""
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment

    with expected_failures(), open_shop(context.obj) as shop:
        offers = shop.set_prices.all()
    table = Table("name", "pieces", "price", "from", "until", "products")
    for offer in offers:
        table.add_row(
            offer.name,
            str(offer.count),
            YEN.format(offer.price),
            f"{offer.valid_from}",
            f"{offer.valid_until or ''}",
            ", ".join(sorted(offer.product_ids)),
        )
    Console().print(table)


@sets_app.command("add")
def add_set(  # noqa: PLR0913, PLR0917  each option is one argument
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="As printed on the receipt.")],
    yen: Annotated[int, typer.Argument(help="What the set costs, tax included.", min=1)],
    products: Annotated[list[str], typer.Argument(help="Products any of which may be in it.")],
    count: Annotated[int, typer.Option(help="How many pieces make a set.", min=2, max=99)] = 3,
    since: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="First day; else today.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="The first day it no longer holds.")
    ] = None,
    manager: As = "",
) -> None:
    """Sell any so many of some products at one price; a set of the same name is replaced."""
    from breadpos.bootstrap.script_desk import price_desk  # here: the database takes a moment
    from breadpos.bootstrap.shop import open_shop

    with expected_failures(), open_shop(context.obj) as shop:
        for product in products:
            shop.products.get(ProductId(product))
        today = datetime.now(UTC).astimezone(shop.settings.register.zone()).date()
        offer = SetPrice(
            name,
            frozenset(map(ProductId, products)),
            count,
            Money(yen),
            since.date() if since else today,
            until.date() if until else None,
        )
        with price_desk(shop, manager, read_pin).doing(Action.PRICE_CHANGE):
            shop.set_prices.put(offer)


@sets_app.command("end")
def end_set(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The set's name, as 'sets list' shows it.")],
    manager: As = "",
) -> None:
    """Sell it no longer, from today on."""
    from breadpos.bootstrap.script_desk import price_desk  # here: the database takes a moment
    from breadpos.bootstrap.shop import open_shop

    with expected_failures(), open_shop(context.obj) as shop:
        offer = next((each for each in shop.set_prices.all() if each.name == name), None)
        if offer is None:
            raise SettingsError(f"no set {name!r}; see 'breadpos sets list'")
        today = datetime.now(UTC).astimezone(shop.settings.register.zone()).date()
        ended = replace(offer, valid_until=max(today, _day_after(offer.valid_from)))
        with price_desk(shop, manager, read_pin).doing(Action.PRICE_CHANGE):
            shop.set_prices.put(ended)


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
