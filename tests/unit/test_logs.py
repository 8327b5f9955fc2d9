import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from breadpos.logs import end_logs, set_up_logs


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    level = logging.root.level
    yield
    end_logs()
    logging.root.setLevel(level)


def test_the_file_gets_everything_and_stderr_what_matters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(tmp_path / "logs")
    logging.getLogger("breadpos.x").info("パンが来た")
    logging.getLogger("breadpos.x").warning("camera gone")
    end_logs()
    written = (tmp_path / "logs" / "breadpos.log").read_text(encoding="utf-8")
    shown = capsys.readouterr().err
    assert "パンが来た" in written
    assert "camera gone" in written
    assert "camera gone" in shown
    assert "パンが来た" not in shown


def test_setting_up_again_replaces_the_handlers(tmp_path: Path) -> None:
    before = len(logging.root.handlers)
    set_up_logs(tmp_path / "one")
    set_up_logs(tmp_path / "two")
    assert len(logging.root.handlers) == before + 2
    end_logs()
    assert len(logging.root.handlers) == before


def test_a_folder_that_cannot_be_written_costs_the_file_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("in the way")
    set_up_logs(tmp_path / "logs")
    assert "no log file" in capsys.readouterr().err
