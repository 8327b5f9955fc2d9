"""A recogniser on disk: one folder a version, and the name of the one in use.

    models/<version>/recogniser.safetensors   what the head keeps of each product's photos
    models/<version>/model.json               format, products, preprocessing, thresholds, metrics
    models/current                            the version in use, replaced by one rename

Nothing here is ever unpickled: a file that a user can replace must not run code.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import load, save

from breadpos.domain.errors import RecogniserDamaged, RecogniserTooNew
from breadpos.domain.product import ProductId
from breadpos.vision.learnt import LearntProduct
from breadpos.vision.lookalikes import LookAlikes
from breadpos.vision.naming import Naming
from breadpos.vision.thresholds import Thresholds
from breadpos.whole_file import write_whole

FORMAT = 2
"""1 had embeddings of 624 numbers, which nothing here compares with any more."""
TENSORS = "recogniser.safetensors"
METADATA = "model.json"
BACKBONE = "backbone.safetensors"
"""A version's own network, where it was trained; it runs on the shipped graph."""
_CURRENT = "current"

Metadata = dict[str, Any]
_T = TypeVar("_T")


def save_recogniser_files(folder: Path, naming: Naming, metadata: Mapping[str, Any]) -> None:
    """Write a version's two files, each whole or not at all.

    Args:
        folder: `models/<version>`; made if missing.
        metadata: what the caller adds to model.json (architecture, preprocessing, metrics ...);
            format, products and thresholds are filled in from the head.

    Raises:
        OSError: the disk refused.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tensors: dict[str, NDArray[Any]] = {}
    for n, learnt in enumerate(naming.learnt.values()):
        tensors[f"{n}.embeddings"] = learnt.embeddings.astype(np.float16)
        tensors[f"{n}.sources"] = learnt.sources
    document = {
        "format": FORMAT,
        "products": list(naming.products),
        **metadata,
        "thresholds": naming.thresholds.as_json(),
        "look_alikes": [each.as_json() for each in naming.look_alikes],
    }
    write_whole(folder / TENSORS, save(tensors))
    # last, for it is the one that says the version is complete
    write_whole(folder / METADATA, json.dumps(document, ensure_ascii=False, indent=1).encode())


def load_recogniser_files(folder: Path) -> tuple[Naming, Metadata]:
    """The head of a version and what its model.json says; its own network is there, too.

    Raises:
        RecogniserDamaged: a file is missing, cut short or holds something else.
        RecogniserTooNew: a newer program wrote it.
    """
    metadata = _read_metadata(folder / METADATA)
    path = folder / TENSORS
    tensors = _parsed(path, load)
    try:
        learnt = {
            ProductId(product): _learnt(tensors, n)
            for n, product in enumerate(metadata["products"])
        }
    except (KeyError, ValueError) as error:
        raise RecogniserDamaged(path, f"does not fit its {METADATA}: {error}") from error
    thresholds = _thresholds(folder / METADATA, metadata, len(learnt))
    if (backbone := backbone_of(metadata)) is not None:
        _check_whole(folder / backbone)
    return Naming(learnt, thresholds, _look_alikes(folder / METADATA, metadata)), metadata


def backbone_of(metadata: Metadata) -> str | None:
    """The file with a version's own network; None while it is the shipped one."""
    name = metadata.get("backbone")
    return Path(name).name if isinstance(name, str) else None


def current_version(models_dir: Path) -> str | None:
    """The version in use; None before the first was learnt.

    Raises:
        RecogniserDamaged: the file names no version.
    """
    path = models_dir / _CURRENT
    try:
        version = path.read_text("utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise RecogniserDamaged(path, str(error)) from error
    if not _is_name(version):
        raise RecogniserDamaged(path, "names no version")
    return version


def switch_to(models_dir: Path, version: str) -> None:
    """Put a version in use, or an older one back, by one rename.

    Raises:
        ValueError: the version's name is not that of a folder in `models_dir`.
        OSError: the disk refused; the version before stays in use.
    """
    if not _is_name(version) or not (models_dir / version).is_dir():
        raise ValueError(f"no version {version!r} in {models_dir}")
    write_whole(models_dir / _CURRENT, f"{version}\n".encode())


def _is_name(version: str) -> bool:
    return bool(version) and Path(version).name == version and version.isprintable()


def _read_metadata(path: Path) -> Metadata:
    document = _parsed(path, json.loads)
    if not isinstance(document, dict) or not isinstance(document.get("format"), int):
        raise RecogniserDamaged(path, "has no format number")
    if document["format"] > FORMAT:
        raise RecogniserTooNew(path, document["format"], FORMAT)
    if document["format"] < FORMAT:
        raise RecogniserDamaged(path, "an older version made it: learn the photos again")
    products = document.get("products")
    if not isinstance(products, list) or not all(isinstance(name, str) for name in products):
        raise RecogniserDamaged(path, "lists no products")
    return document


def _thresholds(path: Path, metadata: Metadata, products: int) -> Thresholds:
    try:
        thresholds = Thresholds.from_json(metadata["thresholds"])
    except (KeyError, TypeError, ValueError) as error:
        raise RecogniserDamaged(path, f"has no usable thresholds: {error}") from error
    if not len(thresholds.sure_above) == len(thresholds.typical_above) == products:
        raise RecogniserDamaged(path, "has thresholds for other products")
    return thresholds


def _look_alikes(path: Path, metadata: Metadata) -> tuple[LookAlikes, ...]:
    """Those found when it was learnt; an older program looked for none."""
    try:
        return tuple(LookAlikes.from_json(each) for each in metadata.get("look_alikes", ()))
    except (KeyError, TypeError, ValueError) as error:
        raise RecogniserDamaged(path, f"has no usable look-alikes: {error}") from error


def _parsed(path: Path, parse: Callable[[bytes], _T]) -> _T:
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise RecogniserDamaged(path, error.strerror or "cannot be read") from error
    except (SafetensorError, ValueError) as error:
        raise RecogniserDamaged(path, f"is damaged: {error}") from error


def _check_whole(path: Path) -> None:
    """Refuse a file of tensors that is not there or was cut short, without reading all of it."""
    try:
        with safe_open(path, "np"):
            pass
    except OSError as error:
        raise RecogniserDamaged(path, error.strerror or "cannot be read") from error
    except SafetensorError as error:
        raise RecogniserDamaged(path, f"is damaged: {error}") from error


def _learnt(tensors: Mapping[str, NDArray[Any]], n: int) -> LearntProduct:
    embeddings = tensors[f"{n}.embeddings"].astype(np.float32)
    return LearntProduct(embeddings, tensors[f"{n}.sources"].astype(np.int64))
