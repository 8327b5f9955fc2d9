import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

import breadpos.storage
from breadpos.domain.errors import DatabaseTooNew, StorageError
from breadpos.storage.database import open_database, reading, tidy_log
from breadpos.storage.sales import SqlSales
from breadpos.storage.schema import HEAD, metadata
from tests.integration.storage.conftest import SaleMaker


def pragma(engine: Engine, name: str) -> object:
    with reading(engine, name) as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_new_database_is_made_with_its_folder(path: Path) -> None:
    assert not path.parent.exists()
    open_database(path).dispose()
    assert path.is_file()


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
def test_every_connection_is_durable_and_patient(engine: Engine, name: str, value: object) -> None:
    assert pragma(engine, name) == value
    engine.dispose()
    assert pragma(engine, name) == value


def test_the_migrations_make_the_tables_the_code_knows(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_the_code_asks_for() -> None:
    config = Config()
    folder = Path(breadpos.storage.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_the_tables_can_be_made_on_postgresql() -> None:
    for table in metadata.sorted_tables:
        dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # untyped there
        assert str(CreateTable(table).compile(dialect=dialect))


def test_a_url_opens_the_same_database_as_its_file(path: Path, engine: Engine) -> None:
    other = open_database(f"sqlite:///{path}")
    assert pragma(other, "user_version") == pragma(engine, "user_version")
    assert other.url.database == engine.url.database
    other.dispose()


def test_a_current_database_opens_without_loading_alembic(path: Path, engine: Engine) -> None:
    program = (
        "import sys; from breadpos.storage.database import open_database;"
        f"open_database({str(path)!r}).dispose(); print('alembic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "False"
    assert ran.stderr == ""
    engine.dispose()


def test_migrating_leaves_logging_alone(path: Path) -> None:
    handlers, level = list(logging.root.handlers), logging.root.level
    kept = logging.getLogger("breadpos.kept")
    open_database(path).dispose()
    assert (logging.root.handlers, logging.root.level) == (handlers, level)
    assert not kept.disabled


def test_a_database_of_a_newer_program_is_left_alone(path: Path) -> None:
    open_database(path).dispose()
    raw = create_engine(f"sqlite:///{path}")
    with raw.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    raw.dispose()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew, match=r"breadpos\.db was written by a newer breadpos"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_in_one_line(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all, but long enough to be looked at\n" * 40)
    with pytest.raises(StorageError) as caught:
        open_database(path)
    assert "file is not a database" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError):
        open_database(tmp_path / "file" / "breadpos.db")


def test_a_url_nobody_can_open_is_refused() -> None:
    with pytest.raises(StorageError, match="nosuch"):
        open_database("nosuch://shop")


def test_a_failed_migration_leaves_nothing_half_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError("stopped half way")

    with monkeypatch.context() as patched:
        patched.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", fail)
        with pytest.raises(StorageError, match="half way"):
            open_database(path)
    raw = create_engine(f"sqlite:///{path}")
    with raw.connect() as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_master").all() == []
    raw.dispose()
    opened = open_database(path)
    assert SqlSales(opened).newest(1) == []
    opened.dispose()


def test_a_tidied_log_leaves_every_sale_in_the_database_itself(
    engine: Engine, path: Path, tmp_path: Path, make_sale: SaleMaker
) -> None:
    SqlSales(engine).add(make_sale())

    tidy_log(engine)

    alone = tmp_path / "alone.db"
    shutil.copy(path, alone)
    copied = open_database(alone)
    assert [sale.sale_id for sale in SqlSales(copied).newest(2)] == ["s1"]
    copied.dispose()


def test_a_log_that_cannot_be_tidied_up_is_left_as_it_is(tmp_path: Path) -> None:
    gone = create_engine(f"sqlite:///{tmp_path / 'nowhere' / 'breadpos.db'}")
    tidy_log(gone)
    assert not (tmp_path / "nowhere").exists()
