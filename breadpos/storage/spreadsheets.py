"""Tables in files: CSV as Japanese spreadsheets write it, and Excel."""

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from breadpos.domain.errors import FileNotWritten, SheetUnreadable
from breadpos.domain.sheet import Sheet, harmless
from breadpos.whole_file import write_whole

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LARGEST_BYTES = 20 * 1024 * 1024


class SpreadsheetFiles:
    """Reads by what is in a file, writes by what it is called."""

    def read(self, path: Path) -> Sheet:
        """The first table in a file.

        Raises:
            SheetUnreadable: it cannot be opened, is neither CSV nor Excel, or is empty.
        """
        content = _content(path)
        if content.startswith(_OLD_EXCEL):
            raise SheetUnreadable(path, "old Excel file; save it as .xlsx or CSV")
        is_excel = content.startswith(_ZIP) or path.suffix.lower() == ".xlsx"
        rows = _excel_rows(path, content) if is_excel else _csv_rows(path, content)
        filled = [(n, row) for n, row in enumerate(rows, start=1) if any(row)]
        if not filled:
            raise SheetUnreadable(path, "the file is empty")
        return Sheet(filled[0][1], tuple(filled[1:]))

    def write(self, path: Path, sheet: Sheet) -> None:
        """Write a table whole: Excel for .xlsx, else CSV in UTF-8 with a mark Excel knows.

        Raises:
            FileNotWritten: the disk refused, or the file is open elsewhere.
        """
        rows = [sheet.header, *(row for _, row in sheet.rows)]
        content = _excel(rows) if path.suffix.lower() == ".xlsx" else _csv(rows)
        try:
            write_whole(path, content)
        except OSError as error:
            raise FileNotWritten(path, error.strerror or str(error)) from error


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise SheetUnreadable(path, "the file is too large to be a table")
        return path.read_bytes()
    except OSError as error:
        raise SheetUnreadable(path, f"cannot be read: {error.strerror}") from error


def _csv_rows(path: Path, content: bytes) -> list[tuple[str, ...]]:
    if b"\x00" in content:
        raise SheetUnreadable(path, "this is no table; save it as CSV or .xlsx")
    text = _decoded(path, content)
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [tuple(cell.strip() for cell in row) for row in reader]
    except csv.Error as error:
        raise SheetUnreadable(path, f"line {reader.line_num}: {error}") from error


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetUnreadable(path, "neither UTF-8 nor Shift_JIS; save it as CSV in UTF-8")


def _excel_rows(path: Path, content: bytes) -> list[tuple[str, ...]]:
    from openpyxl import load_workbook  # here: it takes a while, and only imports need it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return [tuple(map(_text, row)) for row in sheet.iter_rows(values_only=True)]
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        IndexError,
        OSError,
    ) as error:
        raise SheetUnreadable(path, "not an Excel file; save it as .xlsx or CSV") from error


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _excel(rows: Iterable[tuple[str, ...]]) -> bytes:
    from openpyxl import Workbook  # here: it takes a while, and only exports need it

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_cell(cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(cell: str) -> str | int:
    """A short number as a number; a barcode keeps its zeros."""
    is_number = cell.isascii() and cell.isdigit() and len(cell) < 10 and str(int(cell)) == cell
    return int(cell) if is_number else harmless(cell)
