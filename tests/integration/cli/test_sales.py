import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.sale import Sale, SaleLine
from breadpos.domain.tax import Place, TaxClass, TaxSplit
from breadpos.domain.tender import Payment, TenderKind
from breadpos.storage.database import open_database
from breadpos.storage.products import SqlProducts
from breadpos.storage.sales import SqlSales
from tests.integration.conftest import Run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A shop that has sold three melonpan, one after another."""
    engine = open_database(tmp_path / "home" / "breadpos.db")
    SqlProducts(engine).put(Product(ProductId("melonpan"), "メロンパン", Money(180)))
    line = SaleLine(ProductId("melonpan"), "メロンパン", Money(180), 1, TaxClass.FOOD, 800, True)
    for n in range(3):
        sale = Sale(
            f"s{n}",
            datetime(2026, 4, 1 + n, 3, tzinfo=UTC),
            Place.TAKEOUT,
            (line,),
            (TaxSplit(800, Money(180), Money(13)),),
            (Payment(TenderKind.CASH, Money(200), Money(20)),),
            date(2026, 4, 1 + n),
        )
        SqlSales(engine).add(sale)
    engine.dispose()
    return tmp_path / "home"


@pytest.mark.usefixtures("home")
def test_receipts_are_listed_newest_first_and_found(run: Run) -> None:
    def found(*options: str) -> list[int]:
        result = run("sales", "list", "--json", *options)
        assert result.exit_code == 0, result.output
        return [row["receipt"] for row in json.loads(result.stdout)]

    assert found() == [3, 2, 1]
    assert found("--since", "2026-04-02") == [3, 2]
    assert found("--until", "2026-04-02", "--limit", "1") == [2]
    assert found("--item", "メロン") == [3, 2, 1]
    assert found("--yen", "181") == []
    assert found("--number", "2") == [2]
    assert "メロンパン" in run("sales", "list").stdout


@pytest.mark.usefixtures("home")
def test_a_receipt_is_printed_again_and_says_so(run: Run, tmp_path: Path) -> None:
    text = run("sales", "receipt", "2").stdout
    assert "No.000002" in text
    assert "【再発行】" in text
    pdf = tmp_path / "receipt.pdf"
    assert run("sales", "receipt", "2", "--pdf", pdf).exit_code == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    missing = run("sales", "receipt", "9")
    assert (missing.exit_code, len(missing.stderr.splitlines())) == (1, 1)
    assert "no receipt 9" in missing.stderr


def test_a_ledger_is_verified_and_what_was_changed_is_named(run: Run, home: Path) -> None:
    sound = run("sales", "verify")
    assert (sound.exit_code, sound.stdout) == (0, "The ledger is as it was written.\n")

    with closing(sqlite3.connect(home / "breadpos.db")) as raw:
        raw.execute("DROP TRIGGER sales_update")
        raw.execute("UPDATE sales SET total_minor = 1 WHERE number = 2")
        raw.commit()
    damaged = run("sales", "verify", "--json")
    assert damaged.exit_code == 1
    assert json.loads(damaged.stdout) == {
        "sound": False,
        "findings": [
            {"place": "table sales", "fault": "no longer protected"},
            {"place": "receipt 2", "fault": "changed"},
        ],
    }
    said = run("sales", "verify")
    assert "receipt 2: changed" in said.stdout
    assert len(said.stderr.splitlines()) == 1


def test_an_announced_tax_rate_is_switched_on_and_off(run: Run) -> None:
    assert "switched off" in run("tax", "list").stdout
    assert run("tax", "on", "2027-04-01").exit_code == 0
    assert "switched off" not in run("tax", "list").stdout
    assert run("tax", "off", "2027-04-01").exit_code == 0
    assert "switched off" in run("tax", "list").stdout
    wrong = run("tax", "on", "2027-04-02")
    assert (wrong.exit_code, "no tax rate begins on 2027-04-02" in wrong.stderr) == (1, True)


@pytest.mark.usefixtures("home")
def test_a_set_price_is_added_and_ended(run: Run) -> None:
    added = run("sets", "add", "3個500円", "500", "melonpan")
    assert added.exit_code == 0
    assert "3個500円" in run("sets", "list").stdout
    assert run("sets", "end", "3個500円").exit_code == 0
    for wrong in (("add", "x", "500", "nobody"), ("end", "nothing")):
        result = run("sets", *wrong)
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


@pytest.mark.usefixtures("home")
def test_a_report_adds_up(run: Run) -> None:
    days = "--from", "2026-04-01", "--to", "2026-04-03"
    result = run("sales", "report", *days, "--by", "product", "--json")
    assert result.exit_code == 0, result.output
    (melonpan, total) = json.loads(result.stdout)
    assert melonpan == {
        "商品": "メロンパン",
        "点数": "3",
        "売上": "540",
        "取消・返金": "0",
        "純売上": "540",
        "商品コード": "melonpan",
    }
    assert total["純売上"] == "540"
    for by in ("day", "hour", "rate", "tender", "cashier"):
        result = run("sales", "report", *days, "--by", by, "--json")
        assert json.loads(result.stdout)[-1]["純売上"] == "540"
    assert "540" in run("sales", "report", *days).stdout
    assert json.loads(run("sales", "report", *days, "--by", "recognition", "--json").stdout) == []


@pytest.mark.usefixtures("home")
def test_a_report_goes_into_a_file_excel_can_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    days = "--from", "2026-04-01", "--to", "2026-04-03"
    assert run("sales", "report", *days, "--csv", str(file)).exit_code == 0
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert "2026-04-02,1,180,0,180" in content.decode("utf-8-sig")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("program", "encoding"),
    [("freee", "utf-8-sig"), ("yayoi", "cp932"), ("moneyforward", "utf-8-sig")],
)
def test_the_accounts_get_a_line_a_day(
    run: Run, tmp_path: Path, program: str, encoding: str
) -> None:
    file = tmp_path / "a.csv"
    result = run(
        "sales",
        "accounts",
        str(file),
        "--from",
        "2026-04-01",
        "--to",
        "2026-04-03",
        "--for",
        program,
    )
    assert result.exit_code == 0, result.output
    lines = file.read_bytes().decode(encoding).splitlines()
    assert len([line for line in lines if "180" in line and "現金" in line]) == 3


@pytest.mark.usefixtures("home")
def test_days_in_the_wrong_order_are_one_line(run: Run) -> None:
    result = run("sales", "report", "--from", "2026-04-03", "--to", "2026-04-01")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "2026-04-03" in result.stderr


@pytest.mark.usefixtures("home")
def test_a_table_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    result = run("sales", "report", "--csv", str(tmp_path / "no" / "such" / "r.csv"))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
