"""The networks of the version in use, kept loaded until another version has others."""

from pathlib import Path

from breadpos.bootstrap.recognition import load_head, networks_of, side_px_of
from breadpos.bootstrap.shop import Shop
from breadpos.vision.checkpoint import Metadata, backbone_of
from breadpos.vision.embedder import Embedder
from breadpos.vision.finder import Finder

_Mark = tuple[object, ...]


class NetworksInUse:
    """Loaded at first use. For one thread.

    Another program may put another version in use meanwhile (`breadpos models use`), whose head
    must never learn what the network of the one before saw.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._loaded: tuple[_Mark, Finder, Embedder] | None = None

    def loaded(self) -> tuple[Finder, Embedder]:
        """Those that were loaded, else those of the version in use."""
        if self._loaded is None:
            _, folder, metadata = load_head(self._shop.home)
            self._loaded = self._load(folder, metadata)
        return self._loaded[1:]

    def follow(self, folder: Path | None, metadata: Metadata) -> bool:
        """Be those of this version; returns whether they had to be changed for that."""
        before = self._loaded
        if before is None or before[0] != _mark(folder, metadata):
            self._loaded = self._load(folder, metadata)
        return before is not None and before is not self._loaded

    def _load(self, folder: Path | None, metadata: Metadata) -> tuple[_Mark, Finder, Embedder]:
        networks = networks_of(self._shop.settings.vision, folder, metadata)
        return _mark(folder, metadata), *networks


def _mark(folder: Path | None, metadata: Metadata) -> _Mark:
    """The same for versions that share their network."""
    backbone = backbone_of(metadata)
    side_px = side_px_of(metadata)
    if folder is None or backbone is None:
        return (side_px,)
    file = (folder / backbone).stat()
    return side_px, file.st_size, file.st_mtime_ns
