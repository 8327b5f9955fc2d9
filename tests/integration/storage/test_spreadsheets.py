from pathlib import Path

import pytest

from breadpos.domain.errors import FileNotWritten, SheetUnreadable
from breadpos.domain.sheet import Sheet, sheet_of
from breadpos.storage.spreadsheets import SpreadsheetFiles

FILES = SpreadsheetFiles()
SHEET = sheet_of(("商品名", "価格"), [("あんぱん", "180"), ("髙級食パン①", "1200"), ("", "0049")])


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_table_is_read_as_it_was_written(tmp_path: Path, name: str) -> None:
    FILES.write(tmp_path / name, SHEET)
    assert FILES.read(tmp_path / name) == SHEET


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_formula_is_written_harmless(tmp_path: Path, name: str) -> None:
    FILES.write(tmp_path / name, sheet_of(("商品名",), [("=1+1",), ("-180",)]))
    assert FILES.read(tmp_path / name).rows == ((2, ("'=1+1",)), (3, ("-180",)))


def test_csv_carries_the_mark_spreadsheets_look_for(tmp_path: Path) -> None:
    FILES.write(tmp_path / "list.csv", SHEET)
    assert (tmp_path / "list.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("separator", [",", "\t"])
def test_csv_is_read_as_japanese_programs_write_it(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "list.csv"
    lines = [
        separator.join(row) for row in (("商品名", "価格"), ("", ""), ("髙級 食パン", " 300 "))
    ]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    assert FILES.read(path) == Sheet(("商品名", "価格"), ((3, ("髙級 食パン", "300")),))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("list.xlsx", b"this is no workbook", "not an Excel file"),
        ("list.xlsx", b"PK\x03\x04broken", "not an Excel file"),
        ("list.csv", b"PK\x03\x04broken", "not an Excel file"),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .xlsx"),
        ("list.csv", b"\x89PNG\x00\x00", "no table"),
        ("list.csv", b"\x81\xff\x81", "save it as CSV in UTF-8"),
        ("list.csv", b"", "empty"),
        ("list.csv", b"\r\n,,\r\n", "empty"),
        ("list.csv", b'a,"b' + b"x" * 200_000, "line 1"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SheetUnreadable, match=reason):
        FILES.read(tmp_path / name)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable, match="cannot be read"):
        FILES.read(tmp_path / "none.csv")
    with pytest.raises(FileNotWritten, match="cannot be written"):
        FILES.write(tmp_path / "nowhere" / "list.csv", SHEET)
