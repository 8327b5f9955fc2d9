"""Why a product is not in the shop today, in a word."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from breadpos.domain.product import Product


def away_words(product: Product, today: date) -> str:
    """Sold out, or out of season; empty for what lies on the shelf."""
    if product.is_sold_out(today):
        return QCoreApplication.translate("Away", "Sold out")
    if product.is_out_of_season(today):
        return QCoreApplication.translate("Away", "Out of season")
    return ""
