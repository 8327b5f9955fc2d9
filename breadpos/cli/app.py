"""The commands, put together."""

from pathlib import Path
from typing import Annotated

import typer

from breadpos.cli import (
    bench,
    demo,
    doctor,
    evaluate,
    learn,
    models,
    people,
    photos,
    practice,
    print_receipt,
    products,
    rules,
    sales,
    scan,
    simulate,
    train,
    train_finder,
)
from breadpos.cli.failures import expected_failures
from breadpos.cli.opening import open_shop_window
from breadpos.settings import Home, home_folder

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A bakery register that sees the tray. Without a command it opens the register.",
)
app.command()(demo.demo)
app.command()(practice.practice)
app.command()(learn.learn)
app.command("print")(print_receipt.print_receipt)
app.command()(scan.scan)
app.command()(evaluate.evaluate)
app.command()(bench.bench)
app.command()(doctor.doctor)
app.command()(simulate.simulate)
app.command()(train.train)
app.command()(train_finder.train_finder)
app.add_typer(products.app, name="products")
app.add_typer(models.app, name="models")
app.add_typer(photos.app, name="photos")
app.add_typer(sales.app, name="sales")
app.add_typer(people.app, name="people")
app.add_typer(rules.tax_app, name="tax")
app.add_typer(rules.sets_app, name="sets")


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(help="The shop's folder; else BREADPOS_HOME, else the user's data folder."),
    ] = None,
) -> None:
    with expected_failures():
        context.obj = Home(home_folder(home))
        if context.invoked_subcommand is None:
            raise typer.Exit(open_shop_window(context.obj))
