"""breadpos scan: names and prices pictures."""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from breadpos.cli.failures import expected_failures, say
from breadpos.domain.errors import ImageUnreadable
from breadpos.domain.money import YEN, ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Detection
from breadpos.settings import Home

_SIGNS = {"sure": "✓", "unsure": "?", "unknown": "!"}


def scan(
    context: typer.Context,
    images: Annotated[list[Path], typer.Argument(metavar="IMAGE...", help="Pictures of trays.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
) -> None:
    """Name and price what lies in each picture."""
    with expected_failures():
        results = _read_all(context.obj, images)
    if as_json:
        typer.echo(json.dumps(results, ensure_ascii=False))
    else:
        _show(results)
    failed = [result for result in results if "error" in result]
    for result in failed:
        say(f"{result['image']}: {result['error']}")
    if failed:
        raise typer.Exit(1)


def _read_all(home: Home, images: list[Path]) -> list[dict[str, Any]]:
    from breadpos.bootstrap.recognition import load_reader  # here: torch takes seconds
    from breadpos.bootstrap.shop import open_shop
    from breadpos.capture.pictures import read_picture

    with open_shop(home) as shop:
        reader = load_reader(home, shop.settings)
        prices = {product.product_id: product for product in shop.products.all()}
        results = []
        for image in images:
            try:
                pixels = read_picture(image)
            except ImageUnreadable as error:
                results.append({"image": str(image), "error": error.reason})
                continue
            started_s = time.perf_counter()
            found = reader.read(pixels)
            elapsed_ms = (time.perf_counter() - started_s) * 1000
            results.append(_result(image, pixels.shape, found, prices, elapsed_ms))
    return results


def _result(
    image: Path,
    shape: tuple[int, ...],
    found: tuple[Detection, ...],
    prices: Mapping[ProductId, Product],
    elapsed_ms: float,
) -> dict[str, Any]:
    charged = [prices[item.best].price for item in found if item.best and item.best in prices]
    return {
        "image": str(image),
        "size": [shape[1], shape[0]],
        "items": [_item(item, prices) for item in found],
        "total": sum(charged, ZERO).minor,
        "milliseconds": round(elapsed_ms, 1),
    }


def _item(item: Detection, prices: Mapping[ProductId, Product]) -> dict[str, Any]:
    product = prices.get(item.best) if item.best else None
    return {
        "product": item.best,
        "name": product.name if product else item.best,
        "status": item.status.value,
        "confidence": round(item.candidates[0].confidence, 4) if item.candidates else 0.0,
        "box": [round(number, 1) for number in item.box],
        "candidates": [
            {"product": candidate.product_id, "confidence": round(candidate.confidence, 4)}
            for candidate in item.candidates
        ],
        "price": product.price.minor if product else None,
    }


def _show(results: list[dict[str, Any]]) -> None:
    console = Console()
    for result in results:
        if "error" in result:
            continue
        table = Table(title=result["image"], title_justify="left")
        table.add_column("")
        table.add_column("item")
        table.add_column("confidence", justify="right")
        table.add_column("price", justify="right")
        for item in result["items"]:
            price = "" if item["price"] is None else YEN.format(Money(item["price"]))
            name = item["name"] or "unknown"
            table.add_row(_SIGNS[item["status"]], name, f"{item['confidence']:.1%}", price)
        table.add_section()
        total = YEN.format(Money(result["total"]))
        table.add_row("", f"{len(result['items'])} items", f"{result['milliseconds']} ms", total)
        console.print(table)
