"""Papers that are not printed yet, as files: one each, named in the order they came."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from breadpos.application.print_queue import PrintJob
from breadpos.domain.errors import StorageError
from breadpos.domain.slip import Row, Slip, Weight
from breadpos.whole_file import write_whole

_log = logging.getLogger(__name__)


class PrintFiles:
    """A PrintSpool in a folder, made when the first paper comes. Not for several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, job: PrintJob) -> None:
        content = json.dumps(_document(job), ensure_ascii=False).encode()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._path(job.name), content)
        except OSError as error:
            raise StorageError(f"paper {job.name} not kept: {error.strerror}") from error

    def drop(self, name: str) -> None:
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"paper {name} not forgotten: {error.strerror}") from error

    def all(self) -> Sequence[PrintJob]:
        """Those that can be read; what is damaged is logged, and can be printed from the sale."""
        found = []
        for path in sorted(self._folder.glob("*.json")):
            try:
                found.append(_job(json.loads(path.read_bytes())))
            except (OSError, ValueError, KeyError, TypeError) as error:
                _log.warning("%s is no paper to print: %r", path, error)
        return found

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def _document(job: PrintJob) -> dict[str, object]:
    return {
        "name": job.name,
        "columns": job.slip.columns,
        "rows": [[row.text, row.weight.value] for row in job.slip.rows],
        "mark": job.mark,
        "begun": job.begun,
    }


def _job(document: dict[str, Any]) -> PrintJob:
    rows = tuple(Row(text, Weight(weight)) for text, weight in document["rows"])
    slip = Slip(rows, int(document["columns"]))
    return PrintJob(document["name"], slip, str(document["mark"]), bool(document["begun"]))
