"""What the head keeps of a product: its photos, as embeddings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_THE_SAME = 0.98
"""Likeness from which two looks are of one photo: kept in 16 bits, and filed as a JPEG."""


@dataclass(frozen=True, slots=True, eq=False)
class LearntProduct:
    """One product's photos. Treat the arrays as read-only.

    Attributes:
        embeddings: (n, r, D + 1) float32: n items seen in photos, r views of each, the first as
            photographed, the others turned and relit; a look of length 1, then a size.
        sources: (n,) int64, which photo each item comes from; items of one photo share their
            light and their sharpness, so they never test each other.
    """

    embeddings: NDArray[np.float32]
    sources: NDArray[np.int64]

    def __post_init__(self) -> None:
        if self.embeddings.ndim != 3 or 0 in self.embeddings.shape:
            raise ValueError(f"embeddings are (items, views, D + 1), got {self.embeddings.shape}")
        if self.sources.shape != self.embeddings.shape[:1]:
            raise ValueError(
                f"{len(self.sources)} sources for {len(self.embeddings)} items do not fit"
            )
        if not np.isfinite(self.embeddings).all():
            raise ValueError("embeddings hold something that is no number")

    @classmethod
    def of(
        cls, embeddings: NDArray[np.float32], sources: Sequence[int] | None = None
    ) -> "LearntProduct":
        """From (n, r, D + 1) embeddings; without sources, every item has a photo of its own."""
        numbers = np.arange(len(embeddings)) if sources is None else np.asarray(sources)
        # as they will be on disk, so that a reloaded head answers to the last bit alike
        stored = embeddings.astype(np.float16).astype(np.float32)
        return cls(stored, numbers.astype(np.int64))

    def joined(self, other: "LearntProduct") -> "LearntProduct":
        """Both together; the other's photos count as further photos.

        Raises:
            ValueError: they differ in views or width.
        """
        return LearntProduct(
            np.concatenate([self.embeddings, other.embeddings]),
            np.concatenate([self.sources, other.sources + self.sources.max() + 1]),
        )

    def row_of(self, seen: NDArray[np.float32]) -> int | None:
        """The item that was learnt from this (D + 1,) look as photographed; None for none."""
        likeness = self.embeddings[:, 0, :-1] @ seen[:-1]
        best = int(likeness.argmax())
        return best if likeness[best] >= _THE_SAME else None

    def without_row(self, row: int) -> "LearntProduct":
        """All items but one, of at least two."""
        return LearntProduct(
            np.delete(self.embeddings, row, axis=0), np.delete(self.sources, row, axis=0)
        )

    @property
    def photo_count(self) -> int:
        return len(np.unique(self.sources))
