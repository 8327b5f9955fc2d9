"""breadpos sales: the ledger."""

import json
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from breadpos.application.papers import RECEIPT
from breadpos.application.ports import SaleHead, SaleSearch
from breadpos.cli.failures import expected_failures, say
from breadpos.domain.accounting import Program
from breadpos.domain.errors import SaleNotFound
from breadpos.domain.journal import RECEIPT_ISSUED
from breadpos.domain.money import YEN, Money
from breadpos.domain.report import Axis, Span
from breadpos.domain.sheet import Sheet


class By(Enum):
    """What a report's rows are."""

    DAY = "day"
    HOUR = "hour"
    PRODUCT = "product"
    RATE = "rate"
    TENDER = "tender"
    CASHIER = "cashier"
    RECOGNITION = "recognition"


app = typer.Typer(help="The ledger: receipts, and whether it is as it was written.")

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
FirstDay = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First business day.")
]
LastDay = Annotated[
    datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last business day.")
]


@app.command("list")
def list_sales(  # noqa: PLR0913, PLR0917  each option is one argument
    context: typer.Context,
    number: Annotated[int | None, typer.Option(help="A receipt's number.", min=1)] = None,
    item: Annotated[str, typer.Option(help="Part of an item's name.")] = "",
    yen: Annotated[int | None, typer.Option(help="The receipt's total.", min=0)] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First business day.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Last business day.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Receipts, newest first."""
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment

    days = None
    if since is not None or until is not None:
        days = ((since or datetime.min).date(), (until or datetime.max).date())  # noqa: DTZ901
    amounts = None if yen is None else (Money(yen), Money(yen))
    wanted = SaleSearch(number=number, item=item, amounts=amounts, days=days, limit=limit)
    with expected_failures(), open_shop(context.obj) as shop:
        found = shop.finder.find(wanted)
        zone = shop.settings.register.zone()
    if as_json:
        typer.echo(json.dumps([_as_json(head) for head in found], ensure_ascii=False))
        return
    table = Table("receipt", "sold at", "what", "cashier", "first item")
    table.add_column("total", justify="right")
    for head in found:
        table.add_row(
            f"{head.number:06d}",
            f"{head.sold_at.astimezone(zone):%Y-%m-%d %H:%M}",
            head.kind.value,
            head.cashier,
            head.first_name,
            YEN.format(head.total),
        )
    Console().print(table)


@app.command()
def receipt(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="The receipt's number.", min=1)],
    pdf: Annotated[Path | None, typer.Option(help="Write a PDF there, and print nothing.")] = None,
) -> None:
    """A receipt once more, marked as printed again."""
    from breadpos.bootstrap.shop import letterhead, open_shop  # here: the database takes a moment
    from breadpos.domain.receipt import receipt_slip

    with expected_failures(), open_shop(context.obj) as shop:
        sale = shop.sales.get(number)
        if sale is None:
            raise SaleNotFound(number)
        shop.journal.append(RECEIPT_ISSUED, {"receipt": number, "form": RECEIPT})
        slip = receipt_slip(sale, letterhead(shop.settings), reissued=True)
    if pdf is None:
        typer.echo(slip.text, nl=False)
        return
    from breadpos.devices.slip_pdf import slip_pdf  # here: few want a file
    from breadpos.whole_file import write_whole

    write_whole(pdf, slip_pdf(slip))


@app.command()
def replay(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="The receipt's number.", min=1)],
    as_json: AsJson = False,
) -> None:
    """The tray behind a receipt: what was read, how surely, by which version, and corrected."""
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment
    from breadpos.bootstrap.witness import ShopReplays
    from breadpos.cli.replay import as_document, as_lines

    with expected_failures(), open_shop(context.obj) as shop:
        found = ShopReplays(shop).of(number)
    if as_json:
        typer.echo(json.dumps(as_document(found), ensure_ascii=False))
    else:
        for line in as_lines(found):
            typer.echo(line)


@app.command()
def verify(context: typer.Context, as_json: AsJson = False) -> None:
    """Compare the ledger with its journal; exit status 1 if anything is not as it was written."""
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment
    from breadpos.cli.progress import progress
    from breadpos.storage.verification import verify as findings_of

    with expected_failures(), open_shop(context.obj) as shop, progress("entries") as tell:
        findings = list(findings_of(shop.engine, tell))
    if as_json:
        rows = [{"place": each.place, "fault": each.fault.value} for each in findings]
        typer.echo(json.dumps({"sound": not rows, "findings": rows}, ensure_ascii=False))
    elif not findings:
        typer.echo("The ledger is as it was written.")
    else:
        for finding in findings:
            typer.echo(str(finding))
        say(f"{len(findings)} places of the ledger are not as they were written")
    if findings:
        raise typer.Exit(1)


@app.command()
def report(  # noqa: PLR0913, PLR0917  each option is one argument
    context: typer.Context,
    first: FirstDay = None,
    last: LastDay = None,
    by: Annotated[By, typer.Option(help="What the rows are.")] = By.DAY,
    register: Annotated[str, typer.Option(help="Of one register only.")] = "",
    csv: Annotated[Path | None, typer.Option(help="Write a table there (.csv or .xlsx).")] = None,
    as_json: AsJson = False,
) -> None:
    """What some days brought in; without days, the last thirty."""
    from breadpos.application.report_sheets import readings_sheet, report_sheet
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment
    from breadpos.storage.readings import SqlReadings
    from breadpos.storage.reports import SqlReports

    with expected_failures(), open_shop(context.obj) as shop:
        zone = shop.settings.register.zone()
        span = _span(first, last, datetime.now(zone).date())
        language = "en" if shop.settings.language == "en" else "ja"
        if by is By.RECOGNITION:
            sheet = readings_sheet(SqlReadings(shop.engine).between(span), language)
        else:
            found = SqlReports(shop.engine, zone).report(span, Axis(by.value), register or None)
            sheet = report_sheet(found, language)
        _tell(sheet, csv, as_json=as_json)


@app.command()
def accounts(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The CSV file to write.")],
    first: FirstDay = None,
    last: LastDay = None,
    program: Annotated[
        Program, typer.Option("--for", help="The accounting program.")
    ] = Program.FREEE,
) -> None:
    """Journal lines for an accounting program, one a day, tender and tax rate."""
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment
    from breadpos.storage.accounting_files import write_accounts
    from breadpos.storage.takings import SqlTakings

    with expected_failures(), open_shop(context.obj) as shop:
        today = datetime.now(shop.settings.register.zone()).date()
        takings = SqlTakings(shop.engine).between(_span(first, last, today))
        write_accounts(file, program, takings)
    typer.echo(f"{file}: {len(takings)} lines")


def _span(first: datetime | None, last: datetime | None, today: date) -> Span:
    end = today if last is None else last.date()
    return Span(end - timedelta(days=29) if first is None else first.date(), end)


def _tell(sheet: Sheet, csv: Path | None, *, as_json: bool) -> None:
    from breadpos.storage.spreadsheets import SpreadsheetFiles

    rows = [dict(zip(sheet.header, cells, strict=True)) for _, cells in sheet.rows]
    if csv is not None:
        SpreadsheetFiles().write(csv, sheet)
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
    elif csv is not None:
        typer.echo(f"{csv}: {len(rows)} lines")
    else:
        table = Table(*sheet.header)
        for column in table.columns[1:]:
            column.justify = "right"
        for _, cells in sheet.rows:
            table.add_row(*map(escape, cells))
        Console().print(table)


def _as_json(head: SaleHead) -> dict[str, object]:
    return {
        "receipt": head.number,
        "kind": head.kind.value,
        "sold_at": head.sold_at.isoformat(),
        "business_day": head.business_day.isoformat(),
        "total": head.total.minor,
        "items": head.pieces,
        "first_item": head.first_name,
        "cashier": head.cashier,
        "voided": head.is_voided,
        "refunded": head.given_back.minor,
    }
