"""The shop's recipe: photographs in, a recogniser of its own and its comparison out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.errors import NothingToTrain
from breadpos.domain.product import ProductId
from breadpos.training.events import Tell
from breadpos.training.gate import Comparison, Named, compare
from breadpos.training.options import TrainingOptions
from breadpos.training.pictures import CutoutPictures, TrainingData
from breadpos.training.shop_items import ShopItem, check_enough, groups_of, learn_again
from breadpos.training.split import held_out_rows
from breadpos.vision.embedder import DEFAULT_SIDE_PX, Embedder
from breadpos.vision.held_out import HeldOut
from breadpos.vision.learnt import LearntProduct
from breadpos.vision.metric import Metric
from breadpos.vision.naming import Naming
from breadpos.vision.thresholds import Thresholds


@dataclass(frozen=True, slots=True, eq=False)
class FineTuned:
    """A recogniser of the shop's own.

    Attributes:
        naming: knows all photos, and trusts itself as far as the held-out ones showed.
        held_out: the items kept aside, in the order of the comparison's rows.
        old, new: how they were named.
    """

    naming: Naming
    comparison: Comparison
    held_out: tuple[ShopItem, ...]
    old: Named
    new: Named


def training_data(
    items: Sequence[ShopItem], aside: NDArray[np.bool_], options: TrainingOptions
) -> TrainingData:
    """The items as the engine takes them, split as told."""
    products = tuple(sorted({item.product for item in items}))
    labels = np.asarray([products.index(item.product) for item in items], np.int64)
    learnt, kept = (
        CutoutPictures(
            [items[row] for row in np.flatnonzero(rows).tolist()],
            labels[rows],
            side_px=options.side_px or DEFAULT_SIDE_PX,
            seed=options.seed,
            augment=options.augment,
        )
        for rows in (~aside, aside)
    )
    return TrainingData(learnt, kept, products)


def split(items: Sequence[ShopItem], options: TrainingOptions) -> NDArray[np.bool_]:
    """(N,) which items are kept aside.

    Raises:
        NothingToTrain: the photos do not suffice.
    """
    check_enough(items)
    aside = held_out_rows(
        [item.product for item in items], groups_of(items), options.held_out, options.seed
    )
    if not aside.any():
        raise NothingToTrain(
            "the photos of each product all look the same; turn it over, take another piece"
        )
    return aside


def weigh(
    items: Sequence[ShopItem],
    aside: NDArray[np.bool_],
    old: Embedder,
    new: Embedder,
    tell: Tell,
) -> FineTuned:
    """Both recognisers on the items kept aside, and the new one complete."""
    products = tuple(ProductId(name) for name in sorted({item.product for item in items}))
    labels = np.asarray([products.index(item.product) for item in items], np.int64)
    known, embeddings = learn_again(items, (old, new), tell)
    before, _ = _named(products, labels, aside, known, _files(items))
    after, thresholds = _named(products, labels, aside, embeddings, _files(items))
    naming = Naming(_learnt(products, labels, embeddings, _files(items)), thresholds)
    comparison = compare(products, labels[aside], before, after)
    kept = tuple(items[row] for row in np.flatnonzero(aside).tolist())
    return FineTuned(naming, comparison, kept, before, after)


def _files(items: Sequence[ShopItem]) -> list[str]:
    return [item.file for item in items]


def _learnt(
    products: Sequence[ProductId],
    labels: NDArray[np.int64],
    embeddings: Sequence[NDArray[np.float32]],
    files: Sequence[str],
) -> dict[ProductId, LearntProduct]:
    learnt = {}
    for number, product in enumerate(products):
        rows = np.flatnonzero(labels == number).tolist()
        names = sorted({files[row] for row in rows})
        sources = [names.index(files[row]) for row in rows]
        learnt[product] = LearntProduct.of(np.stack([embeddings[row] for row in rows]), sources)
    return learnt


def _named(
    products: Sequence[ProductId],
    labels: NDArray[np.int64],
    aside: NDArray[np.bool_],
    embeddings: Sequence[NDArray[np.float32]],
    files: Sequence[str],
) -> tuple[Named, Thresholds]:
    """How a head that knows the other items names those kept aside, and how far to trust it."""
    rows = np.flatnonzero(~aside).tolist()
    learnt = _learnt(
        products, labels[rows], [embeddings[row] for row in rows], [files[row] for row in rows]
    )
    kept = np.flatnonzero(aside).tolist()
    # half turned: the counter never sees an item lie just as the photo did
    views = np.stack([embeddings[row][embeddings[row].shape[0] // 2] for row in kept])
    similarities = Metric.fit(list(learnt.values())).similarities(views)
    photos = len({files[row] for row in kept})
    # the finished head knows those kept aside, too
    counts = [
        len({files[row] for row in np.flatnonzero(labels == number).tolist()})
        for number in range(len(products))
    ]
    thresholds = Thresholds.fit(HeldOut(similarities, labels[kept], photos), counts)
    odds = thresholds.probabilities(similarities)[:, :-1]
    return Named(odds.argmax(axis=1), odds.max(axis=1)), thresholds
