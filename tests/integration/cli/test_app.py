import os
import subprocess
import sys
from pathlib import Path

from tests.integration.conftest import Run


def test_without_a_display_the_register_says_what_to_do_instead(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    ended = subprocess.run(
        [sys.executable, "-m", "breadpos", "--home", str(tmp_path / "home")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "breadpos scan" in ended.stderr
    assert "breadpos demo" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_bug_is_a_traceback_and_exit_status_70(tmp_path: Path) -> None:
    program = (
        "import sys, breadpos.cli.app as cli\n"
        "cli.app = lambda: 1 / 0\n"
        "sys.argv = ['breadpos', 'doctor']\n"
        "from breadpos.__main__ import main\n"
        "main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert ended.returncode == 70
    assert "ZeroDivisionError" in ended.stderr


def test_a_wrong_setting_is_one_line_that_names_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "breadpos.toml").write_text('[register]\nrounding = "up"\n')
    result = run("products", "list")
    assert result.exit_code == 1
    assert "rounding" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_price_can_be_set(run: Run, taught_home: Path, tmp_path: Path) -> None:
    import shutil

    home = tmp_path / "priced"
    shutil.copytree(taught_home, home)
    assert run("products", "price", "melonpan", "175", home=home).exit_code == 0
    assert "¥175" in run("products", "list", home=home).stdout


def test_a_price_for_a_product_nobody_sells_is_refused(run: Run) -> None:
    result = run("products", "price", "unicorn", "175")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
