"""Keeping what a measured head was sure of when it is taught more."""

from dataclasses import replace

from breadpos.vision.naming import Naming


def keep_calibrated(grown: Naming, before: Naming) -> Naming:
    """A head that was taught more, no surer of what it knew than when that was measured.

    A trained network has seen its photos, so these cannot tell how it does on others; only the
    photos kept aside in training could.
    """
    fresh, known = grown.thresholds, before.thresholds
    at = {product: number for number, product in enumerate(before.products)}
    sure = [
        max(limit, known.sure_above[at[product]]) if product in at else limit
        for product, limit in zip(grown.products, fresh.sure_above, strict=True)
    ]
    return Naming(grown.learnt, replace(fresh, sure_above=tuple(sure)))
