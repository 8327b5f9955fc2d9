"""Trays composed of real breads on real tables, found, named and judged.

    python -m tests.benchmarks.real_composites PHOTOS SURFACES --cutter u2netp.onnx

PHOTOS holds one folder a product; cut-outs of some photographs are learnt, each laid alone on a
table and photographed as a shop would; the trays are made of the others. SURFACES holds pictures
of trays with a `coco.json` that says where something lies; the bare pieces between are the tables.
A naming figure counts found items; a tray's count is right when nothing was missed or invented.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated, NamedTuple

import cv2
import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Status
from breadpos.resources import models_dir
from breadpos.simulation.wild_arrangement import place_against, place_free
from breadpos.simulation.wild_canvas import Canvas
from breadpos.simulation.wild_items import ItemPatch
from breadpos.simulation.wild_light import draw_light
from breadpos.vision.embedder import Embedder
from breadpos.vision.evaluation import ReadTray, TrueItem, confusions, evaluate, pair_up
from breadpos.vision.finder import Finder
from breadpos.vision.learning import PhotoLearner, taught
from breadpos.vision.naming import Naming
from breadpos.vision.recogniser import TrayReader
from tests.benchmarks.real_cutouts import Cutter, RealItem

SIZE = (960, 720)
_ITEM_PX = (150.0, 210.0)
_PIECE_PX = 110
_PLAIN = 60.0
HIDDEN = {"apart": 0.0, "touching": 0.0, "crowded": 0.09}


class Tables(NamedTuple):
    """Bare pieces of real tables, (h, w, 3) BGR."""

    pieces: list[NDArray[np.uint8]]

    def draw(self, rng: np.random.Generator) -> NDArray[np.float32]:
        """A whole picture of one piece, mirrored on and on; float32 0 to 1."""
        piece = self.pieces[int(rng.integers(len(self.pieces)))]
        zoom = float(rng.uniform(1.5, 3.0))
        piece = np.asarray(cv2.resize(piece, None, fx=zoom, fy=zoom), np.uint8)
        again = [-(-SIZE[1] // piece.shape[0]), -(-SIZE[0] // piece.shape[1])]
        tiled = np.pad(
            piece,
            ((0, piece.shape[0] * again[0]), (0, piece.shape[1] * again[1]), (0, 0)),
            mode="symmetric",
        )
        return np.asarray(tiled[: SIZE[1], : SIZE[0]] / 255, np.float32)


def main(  # noqa: PLR0913, PLR0917  each option is one argument
    photos: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    surfaces: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    cutter: Annotated[Path, typer.Option(exists=True, help="u2netp.onnx")],
    trays: Annotated[int, typer.Option(help="Of each arrangement.")] = 100,
    learnt: Annotated[int, typer.Option(help="Photos of each product to learn.")] = 6,
    seed: int = 1,
    only: Annotated[Path | None, typer.Option(help="File that lists the photos to use.")] = None,
    finder: Annotated[Path | None, typer.Option(help="Other weights to try.")] = None,
    save: Annotated[Path | None, typer.Option(help="Folder for trays with outlines.")] = None,
) -> None:
    """Print recall, precision, right counts and names, apart, touching and crowded."""
    rng = np.random.default_rng(seed)
    kept = set(only.read_text().split()) if only else None
    shelves = {}
    for product in sorted(path for path in photos.iterdir() if path.is_dir()):
        files = [
            f
            for f in sorted(product.iterdir())
            if kept is None or f"{product.name}/{f.name}" in kept
        ]
        items = Cutter(cutter).cut(files) if files else []
        if len(items) > learnt + 2:
            shelves[product.name] = [items[n] for n in rng.permutation(len(items))]
    tables = bare(surfaces)
    eye = Finder.load(finder or models_dir() / "finder.safetensors")
    embedder = Embedder.load(models_dir() / "efficientnet_lite0.safetensors", device="cpu")
    naming = _learn(PhotoLearner(eye, embedder), shelves, learnt, tables, rng)
    reader = TrayReader(eye, embedder, naming)
    table = Table(
        "trays", "items", "recall", "precision", "right count", "named", "sure", "sure wrong"
    )
    outcome: Counter[tuple[str, str]] = Counter()
    for arrangement, hidden in HIDDEN.items():
        read = []
        for number in range(trays):
            picture, truth = lay(rng, shelves, learnt, tables, hidden, arrangement=arrangement)
            tray = ReadTray(truth, reader.read(picture), SIZE, 0.0)
            read.append(tray)
            if save:
                draw(save / f"{arrangement}{number:03d}.jpg", picture, tray)
        table.add_row(arrangement, *_figures(read))
        for true, taken, count in confusions(read):
            outcome[(true, taken)] += count
    Console().print(f"{len(shelves)} products, {sum(map(len, shelves.values()))} cut-outs")
    Console().print(table)
    for (true, taken), count in outcome.most_common(12):
        Console().print(f"{count} x {true} read as {taken}")


def _figures(read: list[ReadTray]) -> list[str]:
    figures = evaluate(read)
    counted = sum(is_counted(tray) for tray in read) / len(read)
    wrong = sum(
        found.status is Status.SURE and found.best != true for true, found in pair_up(read).matched
    )
    shares = [
        figures["recall"],
        figures["find_precision"],
        counted,
        figures["top1"],
        figures["coverage"],
    ]
    return [
        str(figures["items"]),
        *(f"{share:.1%}" for share in shares if share is not None),
        str(wrong),
    ]


def is_counted(tray: ReadTray) -> bool:
    return len(pair_up([tray]).matched) == len(tray.truth) == len(tray.read)


def _learn(
    learner: PhotoLearner,
    shelves: dict[str, list[RealItem]],
    count: int,
    tables: Tables,
    rng: np.random.Generator,
) -> Naming:
    naming = Naming()
    for product, items in shelves.items():
        shots = []
        for item in items[:count]:
            canvas = empty(tables, rng)
            patch = _patch(item, rng)
            where = place_free(canvas, rng, patch, -0.02)
            canvas.lay(patch, *(where or (200, 200)))
            shots.append(learner.learn(photograph(canvas, rng)))
        naming = taught(naming, ProductId(product), shots)
    return naming


def lay(
    rng: np.random.Generator,
    shelves: dict[str, list[RealItem]],
    learnt: int,
    tables: Tables,
    hidden: float,
    *,
    arrangement: str,
) -> tuple[NDArray[np.uint8], tuple[TrueItem, ...]]:
    canvas = empty(tables, rng)
    names = []
    for _ in range(int(rng.integers(3, 9))):
        product = str(rng.choice(list(shelves)))
        unseen = shelves[product][learnt:]
        patch = _patch(unseen[int(rng.integers(len(unseen)))], rng)
        where = None
        if arrangement != "apart" and canvas.full_areas:
            hide = float(rng.uniform(0.03, 0.15)) if hidden else 0.0
            where = place_against(canvas, rng, patch, hide)
        where = where or place_free(canvas, rng, patch, -0.02)
        if where is not None:
            canvas.lay(patch, *where)
            names.append(product)
    truth = []
    for number, name in enumerate(names, start=1):
        rows, columns = np.nonzero(canvas.labels == number)
        left, top = float(columns.min()), float(rows.min())
        box = (left, top, float(columns.max()) + 1 - left, float(rows.max()) + 1 - top)
        truth.append(TrueItem(name, box))
    return photograph(canvas, rng), tuple(truth)


def empty(tables: Tables, rng: np.random.Generator) -> Canvas:
    return Canvas(tables.draw(rng), np.zeros(SIZE[::-1], np.uint8), draw_light(rng), {})


def _patch(item: RealItem, rng: np.random.Generator) -> ItemPatch:
    """The cut-out turned and scaled as it might lie."""
    height, width = item.alpha.shape
    scale = rng.uniform(*_ITEM_PX) / max(height, width)
    side = int(np.ceil(np.hypot(height, width) * scale)) + 2
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(0, 360), scale)
    turn[:, 2] = turn[:, 2] + side / 2 - np.array([width, height]) / 2
    alpha = cv2.warpAffine(item.alpha, turn, (side, side), flags=cv2.INTER_AREA)
    bgr = cv2.warpAffine(item.bgr, turn, (side, side), flags=cv2.INTER_AREA)
    rows, columns = np.flatnonzero(alpha.max(axis=1) > 0.1), np.flatnonzero(alpha.max(axis=0) > 0.1)
    here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    flat = alpha[here].astype(np.float32)
    return ItemPatch(np.asarray(bgr[here] / 255, np.float32), flat, flat, 0.25 * max(flat.shape))


def photograph(canvas: Canvas, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Light of the moment, noise and JPEG."""
    seen = canvas.bgr * np.exp(rng.normal(0, 0.04, 3)) * np.exp(rng.normal(0, 0.08))
    seen = cv2.GaussianBlur(seen.astype(np.float32), (0, 0), rng.uniform(0.3, 0.9))
    noisy = np.clip(seen * 255 + rng.normal(0, rng.uniform(0.5, 3), seen.shape), 0, 255)
    _, jpeg = cv2.imencode(".jpg", noisy.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 90])
    return np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), np.uint8)


def bare(folder: Path) -> Tables:
    """Of each picture the plainest piece of the middle that touches no box, where it is plain."""
    truth = json.loads((folder / "coco.json").read_text())
    pieces = []
    for image in truth["images"]:
        boxes = [row["bbox"] for row in truth["annotations"] if row["image_id"] == image["id"]]
        picture = cv2.imread(str(folder / image["file_name"]))
        if picture is None:
            continue
        down = range(int(picture.shape[0] * 0.25), int(picture.shape[0] * 0.8) - _PIECE_PX, 20)
        across = range(int(picture.shape[1] * 0.25), int(picture.shape[1] * 0.75) - _PIECE_PX, 20)
        free = [
            np.asarray(picture[y : y + _PIECE_PX, x : x + _PIECE_PX], np.uint8)
            for y in down
            for x in across
            if not any(_meets(x, y, box) for box in boxes)
        ]
        if free and _unrest(plainest := min(free, key=_unrest)) < _PLAIN:
            pieces.append(plainest)
    return Tables(pieces)


def _unrest(piece: NDArray[np.uint8]) -> float:
    """Grey levels by which the piece varies once its grain is blurred away."""
    smooth = cv2.GaussianBlur(piece, (0, 0), 3).astype(np.float32)
    return float(np.ptp(smooth.reshape(-1, 3), axis=0).max())


def _meets(x: int, y: int, box: list[float]) -> bool:
    left, top, width, height = box
    return x < left + width and left < x + _PIECE_PX and y < top + height and top < y + _PIECE_PX


def draw(path: Path, picture: NDArray[np.uint8], tray: ReadTray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for item in tray.truth:
        left, top, width, height = (int(v) for v in item.box)
        cv2.rectangle(picture, (left, top), (left + width, top + height), (255, 255, 0), 1)
    for found in tray.read:
        outline = np.array([[int(x), int(y)] for x, y in found.outline])
        colour = (0, 160, 0) if found.status is Status.SURE else (0, 0, 255)
        cv2.polylines(picture, [outline], isClosed=True, color=colour, thickness=2)
        where = (int(found.box[0]), int(found.box[1]) + 14)
        cv2.putText(picture, str(found.best), where, cv2.FONT_HERSHEY_SIMPLEX, 0.5, colour, 1)
    cv2.imwrite(str(path), picture)


if __name__ == "__main__":
    typer.run(main)
