"""Keeping what a measured head was sure of when it is taught more."""

from dataclasses import replace

from breadpos.vision.naming import Naming
from breadpos.vision.thresholds import NEVER


def keep_calibrated(grown: Naming, before: Naming) -> Naming:
    """A head that was taught more, no surer of what it knew than when that was measured.

    A trained network has seen its photos, so these cannot tell how it does on others; only the
    photos kept aside in training could.
    """
    fresh, known = grown.thresholds, before.thresholds
    measured = dict(zip(before.products, known.sure_above, strict=True))
    least = min((limit for limit in measured.values() if limit < NEVER), default=NEVER)
    sure = [
        # one that had too few photos to be measured gains by more, as a new one does
        max(limit, least if measured.get(product) == NEVER else measured.get(product, limit))
        for product, limit in zip(grown.products, fresh.sure_above, strict=True)
    ]
    return Naming(grown.learnt, replace(fresh, sure_above=tuple(sure)))
