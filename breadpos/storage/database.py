"""Opens the shop's database, keeps it at the newest schema, and words its refusals."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    String,
    column,
    create_engine,
    event,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from breadpos.domain.errors import DatabaseTooNew, DiskFull, StorageError
from breadpos.storage.schema import HEAD
from breadpos.whole_file import is_disk_full

_log = logging.getLogger(__name__)

_BUSY_S = 5.0
"""How long one process waits while another one writes."""

_MIGRATING_MS = 60_000
"""How long a starting process waits while another one migrates."""

_LONGEST_LOG_PAGES = 4_000
"""A commit that finds the write-ahead log longer tidies it up itself, and takes longer."""

_VERSION = table("alembic_version", column("version_num", String))

_WRITES = "breadpos_writes"
_MIGRATIONS = Path(__file__).parent / "migrations"
_FULL_SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
"""Also the shared-memory file beside a WAL, which cannot grow on a full disk."""
_FULL_SQLSTATE = "53100"


def open_database(place: Path | str) -> Engine:
    """The database, made or migrated to the newest schema.

    Args:
        place: a file, made with its folder where missing, or an SQLAlchemy URL.

    Returns:
        An engine whose every SQLite connection is WAL, synchronous=FULL, with foreign keys on.

    Raises:
        DatabaseTooNew: a newer program has migrated it.
        DiskFull: there is no room to make or migrate it.
        StorageError: it cannot be opened, or is no database.
    """
    try:
        url = _url(place)
        engine = _sqlite_engine(url) if url.get_backend_name() == "sqlite" else create_engine(url)
    except SQLAlchemyError as error:
        raise refusal(str(place), "opened", error) from error
    try:
        _bring_to_head(engine, Path(url.database or ""))
    except SQLAlchemyError as error:
        engine.dispose()
        raise refusal(str(url.database), "opened", error) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


@dataclass(frozen=True, slots=True)
class _Unit:
    """A transaction that reads and writes inside it take part in."""

    engine: Engine
    connection: Connection


_UNIT: ContextVar[_Unit | None] = ContextVar("unit", default=None)


@contextmanager
def reading(engine: Engine, what: str) -> Iterator[Connection]:
    """A connection that sees one moment; what names the thing read, for the message."""
    try:
        unit = _UNIT.get()
        if unit is not None and unit.engine is engine:
            yield unit.connection
        else:
            with engine.connect() as connection, connection.begin():
                yield connection
    except SQLAlchemyError as error:
        raise refusal(what, "read", error) from error


@contextmanager
def writing(engine: Engine, what: str) -> Iterator[Connection]:
    """One transaction: all of it is on disk at the end, or nothing.

    Inside another one on the same engine and thread it is part of that.

    Raises:
        DiskFull: there is no room.
        StorageError: the database refused.
    """
    try:
        unit = _UNIT.get()
        if unit is not None and unit.engine is engine:
            yield unit.connection
            return
        with _writer(engine).begin() as connection:
            token = _UNIT.set(_Unit(engine, connection))
            try:
                yield connection
            finally:
                _UNIT.reset(token)
    except SQLAlchemyError as error:
        raise refusal(what, "saved", error) from error


def tidy_log(engine: Engine) -> None:
    """Copy what SQLite's write-ahead log has into the database; nobody waits for it meanwhile.

    For a thread beside the one that sells. Nothing is lost where it fails: the log has it all.
    """
    if engine.dialect.name != "sqlite":
        return
    try:
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").close()
        finally:
            connection.close()
    except (SQLAlchemyError, sqlite3.Error) as error:
        _log.warning("the database's log was not tidied up: %s", error)


def refusal(what: str, done: str, error: Exception) -> StorageError:
    """The error a person can act on behind a library's."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if _is_full(cause):
        return DiskFull(what)
    reason = str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
    return StorageError(f"{what} not {done}: {reason}")


def _is_full(cause: BaseException) -> bool:
    if isinstance(cause, OSError):
        return is_disk_full(cause)
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", None) in _FULL_SQLITE
    return getattr(cause, "sqlstate", None) == _FULL_SQLSTATE


def _url(place: Path | str) -> URL:
    if isinstance(place, str) and "://" in place:
        return make_url(place)
    path = Path(place)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(str(path), "opened", error) from error
    return URL.create("sqlite", database=str(path))


def _writer(engine: Engine) -> Engine:
    """The same engine and pool, whose transactions take the write lock at once."""
    return engine.execution_options(**{_WRITES: True})


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _BUSY_S})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver would begin transactions at its own discretion, too late for DDL and locks.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        f"wal_autocheckpoint={_LONGEST_LOG_PAGES}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later could find the lock taken in between.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_to_head(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    import alembic.command  # noqa: F401  before the lock is taken: it loads for seconds

    with _writer(engine).connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.connection.cursor().execute(f"PRAGMA busy_timeout={_MIGRATING_MS}")
        with connection.begin():
            _migrate(connection, path)
    engine.dispose()  # with it the long patience


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(select(_VERSION.c.version_num))


def _migrate(connection: Connection, path: Path) -> None:
    """Run what migrations are missing, under the write lock another starting process waits for."""
    from alembic import command  # here: a database at its newest schema starts without it
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = _revision(connection)
    if found is not None and found not in known:
        raise DatabaseTooNew(path)
    command.upgrade(config, "head")
