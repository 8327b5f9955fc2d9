"""The versions of a shop's recogniser: which there are, what they remember, which is in use."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from breadpos.domain.errors import DiskFull, ModelNotFound, RecogniserDamaged, StorageError
from breadpos.vision.checkpoint import (
    BACKBONE,
    METADATA,
    TENSORS,
    current_version,
    load_recogniser_files,
    switch_to,
)
from breadpos.whole_file import is_disk_full

REPORT = "report.json"
_KEPT = 20
"""Trained versions to go back to, and as many others: a shop may train every night, and each
takes the disk some 50 MB."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version on disk.

    Attributes:
        products: how many it knows.
        report: of its training; None for one that was learnt without training.
        in_use: the counter reads with it.
        problem: why it cannot be used; None when it can.
    """

    name: str
    products: int
    report: Mapping[str, Any] | None
    in_use: bool
    problem: str | None = None

    @property
    def accuracy(self) -> float | None:
        """Share right of the photos kept aside in its training."""
        return float(self.report["new"]["accuracy"]) if self.report else None


class Versions:
    """The folder `models` of a shop."""

    def __init__(self, models: Path) -> None:
        self._models = models
        self._known: dict[tuple[object, ...], tuple[int, str | None]] = {}

    def all(self) -> list[Version]:
        """Every complete version, the newest first."""
        if not self._models.is_dir():
            return []
        in_use = self.current()
        return [self._version(name, in_use) for name in self._names()]

    def current(self) -> str | None:
        """The one in use; None before the first, or where the file that says so is damaged."""
        try:
            return current_version(self._models)
        except RecogniserDamaged:
            return None

    def newest_report(self) -> Mapping[str, Any] | None:
        """What the newest training remembers; None before the first."""
        folders = sorted(self._models.glob(f"*/{REPORT}"), reverse=True)
        found = (self._report(path.parent) for path in folders)
        return next((report for report in found if report is not None), None)

    def report(self, name: str) -> Mapping[str, Any] | None:
        """What a version remembers of its training.

        Raises:
            ModelNotFound: there is no such version.
        """
        return self._report(self._folder(name))

    def use(self, name: str) -> None:
        """Put a version in use, or an older one back, after looking whether it can be.

        Raises:
            ModelNotFound: there is no such version.
            RecogniserDamaged: it cannot be used; the one before stays.
            StorageError: the disk refused; the one before stays.
        """
        load_recogniser_files(self._folder(name))
        try:
            switch_to(self._models, name)
        except OSError as error:
            if is_disk_full(error):
                raise DiskFull("the choice of the model") from error
            raise StorageError(f"the choice of the model was not saved: {error}") from error

    def clear_old(self) -> None:
        """Remove all but the newest, the one in use and the one that was before it."""
        in_use = self.current()
        report = self._report(self._models / in_use) if in_use else None
        needed = {in_use, report.get("against") if report else None}
        trained = {path.parent.name for path in self._models.glob(f"*/{REPORT}")}
        names = self._names()
        for kind in (
            [name for name in names if name in trained],
            [name for name in names if name not in trained],
        ):
            for name in kind[_KEPT:]:
                if name not in needed:
                    shutil.rmtree(self._models / name, ignore_errors=True)

    def _names(self) -> list[str]:
        """Of every complete version, the newest first."""
        folders = [path for path in self._models.iterdir() if (path / METADATA).exists()]
        return sorted((path.name for path in folders if path.is_dir()), reverse=True)

    def _folder(self, name: str) -> Path:
        folder = self._models / name
        if Path(name).name != name or not (folder / METADATA).exists():
            raise ModelNotFound(name)
        return folder

    def _version(self, name: str, in_use: str | None) -> Version:
        folder = self._models / name
        products, problem = self._products(folder)
        return Version(name, products, self._report(folder), name == in_use, problem)

    def _products(self, folder: Path) -> tuple[int, str | None]:
        """How many products a version knows, or why it cannot be used; read again when changed."""
        key = (folder.name, *(_stamp(folder / file) for file in (METADATA, TENSORS, BACKBONE)))
        if key not in self._known:
            try:
                self._known[key] = len(load_recogniser_files(folder)[0].products), None
            except RecogniserDamaged as error:
                self._known[key] = 0, error.reason
        return self._known[key]

    def _report(self, folder: Path) -> Mapping[str, Any] | None:
        try:
            report = json.loads((folder / REPORT).read_text("utf-8"))
            float(report["new"]["accuracy"])
        except (OSError, ValueError, KeyError, TypeError):
            return None  # learnt without training, or a report that nobody can read
        return report if isinstance(report, dict) else None


def _stamp(path: Path) -> tuple[int, int] | None:
    """Changes with the file; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
