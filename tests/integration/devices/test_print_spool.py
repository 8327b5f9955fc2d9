from dataclasses import replace
from pathlib import Path

import pytest

from breadpos.application.print_queue import PrintJob
from breadpos.devices.print_spool import PrintFiles
from breadpos.domain.errors import StorageError
from breadpos.domain.receipt import Letterhead, receipt_slip
from tests.unit.domain.test_receipt import EXAMPLE, JST, SHOP

JOB = PrintJob("000042", receipt_slip(EXAMPLE, Letterhead(SHOP, JST)), "【再発行】")


def test_papers_are_there_after_a_restart_in_their_order(tmp_path: Path) -> None:
    files = PrintFiles(tmp_path / "printing")
    begun = replace(JOB, begun=True)
    later = replace(JOB, name="000043-formal-1")
    for job in (later, JOB, begun):
        files.put(job)
    assert PrintFiles(tmp_path / "printing").all() == [begun, later]


def test_a_printed_paper_is_gone(tmp_path: Path) -> None:
    files = PrintFiles(tmp_path)
    files.put(JOB)
    files.drop(JOB.name)
    files.drop(JOB.name)
    assert files.all() == []


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"name": "x", "rows": [["a", "huge"]]}'])
def test_a_damaged_one_is_passed_over_and_logged(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    files = PrintFiles(tmp_path)
    files.put(JOB)
    (tmp_path / "000001.json").write_bytes(content)
    assert files.all() == [JOB]
    assert "000001.json" in caplog.text


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    files = PrintFiles(tmp_path / "in the way")
    with pytest.raises(StorageError, match="not kept"):
        files.put(JOB)
    with pytest.raises(StorageError, match="not forgotten"):
        files.drop(JOB.name)
