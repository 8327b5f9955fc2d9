"""A training's report in a shop's words, as a page that can be looked at and printed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QImage, QTextDocument

from breadpos.application.photo_album import PhotoCard
from breadpos.application.training_desk import not_compared
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import ProductId
from breadpos.ui.fonts import exact_font
from breadpos.ui.report_curves import curves_image
from breadpos.ui.style_sheet import larger
from breadpos.ui.tokens import CONTROL_PX, FONT_FAMILY, LIGHT, sized

translate = QCoreApplication.translate

_PAIRS, _PICTURES = 8, 4
_PICTURE_PX = 96
_LEFT_OUT, _NAME = 20, 12

Name = Callable[[str], str]
Thumbnail = Callable[[PhotoCard], QImage | None]


def report_document(
    report: Mapping[str, Any],
    made: str,
    name: Name,
    thumbnail: Thumbnail,
    *,
    percent: int = 100,
) -> QTextDocument:
    """The page, on white whatever the window's colours, for paper is white.

    Args:
        made: when it was made, as it is told.
        name: a product's, in the language of now.
        thumbnail: of a photo; None while it is read.
        percent: the text size.
    """
    document = QTextDocument()
    document.setDefaultFont(exact_font(sized(CONTROL_PX, percent)))
    pictures = _Pictures(document, thumbnail)
    title = translate("TrainingReport", "What came of the training")
    parts = (
        f"<h1>{title}</h1>",
        f"<p>{escape(made)}</p>",
        _verdict(report, name),
        _summary(report),
        _table(report, name),
        _confused(report, name, pictures),
        _matrix(report, name),
        _left_out(report, name),
        _curves(report, pictures),
        _making(report),
    )
    sheet = (
        f"body {{ font-family: '{FONT_FAMILY}'; color: {LIGHT.ink}; font-size: 16px; }}"
        f"h1 {{ font-size: 24px; }} h2 {{ font-size: 20px; }}"
        f"td, th {{ padding: 5px 8px; }} th {{ color: {LIGHT.muted}; }}"
        f".good {{ color: {LIGHT.sure}; font-weight: bold; font-size: 18px; }}"
        f".warn {{ color: {LIGHT.unknown}; font-weight: bold; font-size: 18px; }}"
        f".note {{ color: {LIGHT.muted}; font-size: 14px; }}"
    )
    document.setDefaultStyleSheet(larger(sheet, percent))
    document.setHtml(f"<body>{''.join(parts)}</body>")
    return document


class _Pictures:
    """Pictures of the page, under names of their own."""

    def __init__(self, document: QTextDocument, thumbnail: Thumbnail) -> None:
        self._document, self._thumbnail, self._count = document, thumbnail, 0

    def add(self, image: QImage, width_px: int) -> str:
        self._count += 1
        url = f"picture:{self._count}"
        kind = int(QTextDocument.ResourceType.ImageResource.value)
        self._document.addResource(kind, QUrl(url), image)
        return f'<img src="{url}" width="{width_px}">'

    def photo(self, worst: Mapping[str, Any]) -> str:
        """A photo that was named wrong; nothing while it is read."""
        image = self._thumbnail(_card(worst))
        return self.add(image, _PICTURE_PX) if image is not None else ""


def _card(worst: Mapping[str, Any]) -> PhotoCard:
    """The photo as the album knows it; the report remembers no number and no time."""
    left, top, width, height = worst["box"]
    return PhotoCard(
        photo_id=-1 - int(worst["file"][:12], 16) - int(left) * 4096 - int(top),
        file=f"{worst['file']}{worst['suffix']}",
        size=(0, 0),
        box=(left, top, width, height),
        product_id=ProductId(worst["product"]),
        origin=PhotoOrigin.LEARN,
        taken_at=datetime.now(UTC),
    )


def _verdict(report: Mapping[str, Any], name: Name) -> str:
    if report["verdict"] == "new":
        good = translate("TrainingReport", "✓ No bread got worse, so the new one can be used.")
        if not_compared(report):
            good = translate(
                "TrainingReport",
                "✓ No bread that was compared got worse, so the new one can be used.",
            )
        why = translate(
            "TrainingReport",
            "Both were asked about the same photos, which neither had learnt. Small differences"
            " come by chance; none was larger than that.",
        )
        return f'<p class="good">{good}</p><p>{why}</p>'
    worse = [each for each in report["changes"] if each["worse"]]
    lines = [_loss(name(each["product"]), (each,), each["chance"]) for each in worse]
    if not lines:
        every = translate("TrainingReport", "All breads together")
        lines = [_loss(every, report["changes"], report["together"]["chance"])]
    keep = translate("TrainingReport", "！ Better keep the old one. These breads got worse:")
    return f'<p class="warn">{keep}</p>{"".join(lines)}'


def _loss(bread: str, changes: Sequence[Mapping[str, Any]], chance: float) -> str:
    photos, old, new = (
        sum(int(each[key]) for each in changes) for key in ("photos", "old_right", "new_right")
    )
    words = translate(
        "TrainingReport", "%1: of %2 photos %3 were right before, %4 now. By chance alone: %5."
    )
    facts = escape(bread), f"{photos:,}", f"{old:,}", f"{new:,}", f"{chance:.2%}"
    for number, fact in enumerate(facts, start=1):
        words = words.replace(f"%{number}", fact)
    return f"<p>{words}</p>"


def _summary(report: Mapping[str, Any]) -> str:
    old, new = report["old"], report["new"]
    right = translate("TrainingReport", "Named right: %1 before, %2 now.")
    sure = translate("TrainingReport", "Charged without asking: %1 before, %2 now.")
    told = []
    for words, key in ((right, "accuracy"), (sure, "coverage")):
        told.append(words.replace("%1", f"{old[key]:.1%}").replace("%2", f"<b>{new[key]:.1%}</b>"))
    return f"<p>{'<br>'.join(told)}</p>"


def _table(report: Mapping[str, Any], name: Name) -> str:
    heads = (
        translate("TrainingReport", "Bread"),
        translate("TrainingReport", "Photos"),
        translate("TrainingReport", "Right before"),
        translate("TrainingReport", "Right now"),
        translate("TrainingReport", "Unasked before"),
        translate("TrainingReport", "Unasked now"),
    )
    rows = [
        f'<tr><th align="left" width="30%">{heads[0]}</th>'
        + "".join(f'<th align="right">{head}</th>' for head in heads[1:])
        + "</tr>"
    ]
    for each in report["changes"]:
        photos = max(each["photos"], 1)
        cells = (
            f"{each['photos']:,}",
            f"{each['old_right'] / photos:.0%}",
            f"<b>{each['new_right'] / photos:.0%}</b>",
            f"{each.get('old_coverage', 0.0):.0%}",
            f"{each.get('new_coverage', 0.0):.0%}",
        )
        ground = f' bgcolor="{LIGHT.tint}"' if each["worse"] else ""
        bread = f"{'！ ' if each['worse'] else ''}{escape(name(each['product']))}"
        right = "".join(f'<td align="right">{cell}</td>' for cell in cells)
        rows.append(f"<tr{ground}><td>{bread}</td>{right}</tr>")
    title = translate("TrainingReport", "Bread by bread")
    table = f'<table cellspacing="0" width="100%">{"".join(rows)}</table>'
    return f"<h2>{title}</h2>{table}{_not_compared(report, name)}"


def _not_compared(report: Mapping[str, Any], name: Name) -> str:
    breads = [escape(name(each)) for each in not_compared(report)]
    if not breads:
        return ""
    words = translate(
        "TrainingReport",
        "Not compared, for there are too few photos of them: %1. With five photos of each,"
        " some can be kept aside to measure with.",
    )
    return f"<p>！ {words.replace('%1', ', '.join(breads))}</p>"


def _confused(report: Mapping[str, Any], name: Name, pictures: _Pictures) -> str:
    pairs = confused_pairs(report)
    heading = translate("TrainingReport", "Taken for one another")
    title = f"<h2>{heading}</h2>"
    if not pairs:
        none = translate("TrainingReport", "None. Every photo kept aside was named right.")
        return f"{title}<p>{none}</p>"
    parts = [title]
    for true, taken, count in pairs[:_PAIRS]:
        words = translate("TrainingReport", "%1 taken for %2: %3 times")
        for mark, fact in (("%1", name(true)), ("%2", name(taken)), ("%3", f"{count:,}")):
            words = words.replace(mark, escape(fact))
        worst = [
            each
            for each in report.get("worst", ())
            if (each["product"], each["taken_for"]) == (true, taken)
        ]
        shown = " ".join(pictures.photo(each) for each in worst[:_PICTURES])
        parts.append(f"<p>{words}<br>{shown}</p>")
    return "".join(parts)


def _matrix(report: Mapping[str, Any], name: Name) -> str:
    """What each bread was taken for; only breads that were confused, for a page is narrow."""
    products: Sequence[str] = report.get("products", ())
    confused = {
        each for true, taken, _ in confused_pairs(report)[:_PAIRS] for each in (true, taken)
    }
    rows = [number for number, product in enumerate(products) if product in confused]
    if not rows:
        return ""
    corner = translate("TrainingReport", "is ↓ taken for →")
    heads = "".join(f"<th>{escape(name(products[row]))}</th>" for row in rows)
    lines = [f'<tr><th align="left">{corner}</th>{heads}</tr>']
    for true in rows:
        cells = [_cell(int(report["confusion"][true][taken]), true == taken) for taken in rows]
        lines.append(f"<tr><td>{escape(name(products[true]))}</td>{''.join(cells)}</tr>")
    return f'<table cellspacing="0">{"".join(lines)}</table>'


def _cell(count: int, is_right: bool) -> str:
    ground = "" if not count or is_right else f' bgcolor="{LIGHT.tint}"'
    return f'<td align="center"{ground}>{f"{count:,}" if count else "・"}</td>'


def _left_out(report: Mapping[str, Any], name: Name) -> str:
    left_out = report.get("left_out", ())
    if not left_out:
        return ""
    title = translate("TrainingReport", "Photos that could not be learnt from")
    why = translate(
        "TrainingReport",
        "Damaged, removed meanwhile, or the same picture under two breads. Look under All photos.",
    )
    lines = [
        f"{escape(each['photo'][:_NAME])}… ・ {escape(' / '.join(map(name, each['products'])))}"
        for each in left_out[:_LEFT_OUT]
    ]
    more = f"<br>… {len(left_out):,}" if len(left_out) > _LEFT_OUT else ""
    return f"<h2>{title}</h2><p>{why}</p><p>{'<br>'.join(lines)}{more}</p>"


def confused_pairs(report: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """What was taken for what, and how often, the most often first."""
    products: Sequence[str] = report.get("products", ())
    pairs = [
        (products[true], products[taken], int(count))
        for true, row in enumerate(report.get("confusion", ()))
        for taken, count in enumerate(row)
        if count and true != taken
    ]
    return sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _curves(report: Mapping[str, Any], pictures: _Pictures) -> str:
    curves = report.get("curves", {})
    images = []
    for title, key, percent in (
        (translate("TrainingReport", "How often right"), "accuracy", True),
        (translate("TrainingReport", "How far off"), "loss", False),
    ):
        lines = (
            (translate("TrainingReport", "photos learnt from"), curves.get(f"training_{key}", ())),
            (translate("TrainingReport", "photos kept aside"), curves.get(f"held_out_{key}", ())),
        )
        images.append(pictures.add(curves_image(title, lines, LIGHT, percent=percent), 520))
    title = translate("TrainingReport", "How it learnt")
    return f"<h2>{title}</h2><p>{'<br>'.join(images)}</p>"


def _making(report: Mapping[str, Any]) -> str:
    options = report.get("options", {})
    facts = (
        f"breadpos {report.get('program', '')}",
        str(report.get("version", "")),
        translate("TrainingReport", "%1 photos").replace(
            "%1", f"{len(report.get('photos', ())):,}"
        ),
        f"{report.get('seconds', 0)} s",
        ", ".join(f"{key} {value}" for key, value in options.items() if value not in (None, "")),
        str(report.get("test", {}).get("name", "")),
    )
    return f'<p class="note">{escape(" ・ ".join(facts))}</p>'
