"""Papers as files, made from the same slip as the screen's."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from breadpos.devices.paper_files import PaperFiles
from breadpos.devices.slip_image import COLUMN_DOTS, slip_image
from breadpos.devices.slip_pdf import slip_pdf
from breadpos.domain.errors import StorageError
from breadpos.domain.receipt import Letterhead, receipt_slip
from tests.unit.domain.test_receipt import EXAMPLE, JST, SHOP

SLIP = receipt_slip(EXAMPLE, Letterhead(SHOP, JST))


def test_the_picture_is_as_wide_as_the_roll_and_nothing_runs_over_its_edges() -> None:
    image = slip_image(SLIP, margin_dots=10)
    assert image.width == 32 * COLUMN_DOTS + 20
    for left in (0, image.width - 9):
        assert image.crop((left, 0, left + 9, image.height)).getextrema() == (255, 255)
    assert image.getextrema() == (0, 255)


def test_amounts_stand_flush_with_the_right_edge() -> None:
    image = slip_image(SLIP)
    columns = np.flatnonzero((np.asarray(image) < 128).any(axis=0))
    inked = [int(columns.min()), int(columns.max())]
    assert image.width - max(inked) <= 3
    assert min(inked) <= 3


def test_the_pdf_is_one_page_with_words_that_can_be_searched() -> None:
    pdf = slip_pdf(SLIP)
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"/ToUnicode" in pdf


def test_both_files_are_kept_and_where_is_told(tmp_path: Path) -> None:
    where = PaperFiles(tmp_path / "papers").put(SLIP, "000042-1")
    assert where == str(tmp_path / "papers" / "000042-1.pdf")
    assert Path(where).read_bytes().startswith(b"%PDF-")
    with Image.open(Path(where).with_suffix(".png")) as picture:
        assert picture.format == "PNG"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("in the way")
    with pytest.raises(StorageError, match="cannot be written"):
        PaperFiles(tmp_path / "papers").put(SLIP, "x")


def test_the_pdf_is_made_later_where_a_window_waits(tmp_path: Path) -> None:
    waiting: list[Callable[[], None]] = []
    where = Path(PaperFiles(tmp_path, waiting.append).put(SLIP, "x"))
    assert (where.exists(), where.with_suffix(".png").exists()) == (False, True)
    waiting[0]()
    assert where.read_bytes().startswith(b"%PDF-")


def test_a_pdf_the_disk_refuses_later_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    waiting: list[Callable[[], None]] = []
    where = Path(PaperFiles(tmp_path, waiting.append).put(SLIP, "x"))
    where.mkdir()
    waiting[0]()
    assert "cannot be written" in caplog.text
