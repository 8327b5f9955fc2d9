from pathlib import Path

import pytest

from breadpos.application.price_file import read_prices
from breadpos.domain.errors import PricesInvalid
from breadpos.domain.money import Money


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_prices_are_read_as_spreadsheets_save_them(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "prices.csv"
    path.write_bytes('product,price\r\nあんぱん,180\r\n食パン,"￥1,200"\r\n'.encode(encoding))
    assert read_prices(path) == {"あんぱん": Money(180), "食パン": Money(1_200)}


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"", 1, "must name the columns"),
        (b"product;price\na;1\n", 1, "must name the columns"),
        (b"product,price\na,1\na,2\n", 3, "missing or twice"),
        (b"product,price\n ,1\n", 2, "missing or twice"),
        (b"product,price\na,free\n", 2, "is no price"),
        (b"product,price\na,-1\n", 2, "is no price"),
        (b"product,price\na,10000000\n", 2, "is no price"),
        (b"product,price\na," + b"9" * 5_000 + b"\n", 2, "is no price"),
        (b"product,price\na\n", 2, "is no price"),
        (b"product,price\n" + b"a" * 200_000 + b",1\n", 1, "field larger"),
        (b"a" * 200_000 + b",price\n", 0, "field larger"),
        (b"product,price\n\x81\x00,1\n", 1, "UTF-8"),
    ],
)
def test_a_line_that_is_no_price_is_named_and_nothing_is_taken(
    tmp_path: Path, content: bytes, line: int, reason: str
) -> None:
    path = tmp_path / "prices.csv"
    path.write_bytes(content)
    with pytest.raises(PricesInvalid, match=reason) as refused:
        read_prices(path)
    assert refused.value.line == line


def test_a_file_that_is_not_there_is_a_plain_failure(tmp_path: Path) -> None:
    with pytest.raises(PricesInvalid, match="cannot be read"):
        read_prices(tmp_path / "none.csv")
