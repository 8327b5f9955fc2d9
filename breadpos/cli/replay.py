"""A replay as text and as JSON."""

from collections.abc import Iterator

from breadpos.application.replay import Replay
from breadpos.domain.tray_record import RecordedItem, confidence_of


def as_document(replay: Replay) -> dict[str, object]:
    """Everything on record, plain."""
    record = replay.record
    return {
        "receipt": replay.sale.number,
        "total": replay.sale.total.minor,
        "sold_at": replay.sale.sold_at.isoformat(),
        "picture": None if replay.picture is None else str(replay.picture),
        "model": None if record is None else record.model,
        "cashier": replay.sale.cashier,
        "by_hand": replay.by_hand,
        "items": [] if record is None else [_item(item) for item in record.items],
    }


def as_lines(replay: Replay) -> Iterator[str]:
    """The same for a person."""
    sale, record = replay.sale, replay.record
    yield f"receipt {sale.number:06d}  ¥{sale.total.minor:,}  {sale.sold_at:%Y-%m-%d %H:%M} UTC"
    if record is None:
        yield "no tray on record: entered by hand, or sold before trays were kept"
        return
    yield f"read by {record.model or 'an unnamed version'}, cashier {record.cashier or '-'}"
    for n, item in enumerate(record.items, start=1):
        yield f"{n:>3}  {_line(item, replay)}"
    if replay.by_hand:
        yield f"     {replay.by_hand} more entered by hand"
    if replay.picture is not None:
        yield f"picture: {replay.picture}"
    elif record.picture:
        yield f"picture: deleted after {replay.days} days"
    else:
        yield "picture: none was kept"


def _line(item: RecordedItem, replay: Replay) -> str:
    read = replay.name_of(item.read_as, "ja") or "-"
    charged = replay.name_of(item.charged_as, "ja") or "-"
    sure = confidence_of(item.detection.candidates)
    line = f"{item.status.value} {sure:.1%} {read}"
    if item.is_corrected:
        return f"{line} -> {charged} ({item.word.value})"
    return line


def _item(item: RecordedItem) -> dict[str, object]:
    candidates = item.detection.candidates
    return {
        "status": item.status.value,
        "read_as": item.read_as,
        "charged_as": item.charged_as,
        "word": item.word.value,
        "corrected": item.is_corrected,
        "price": item.charged_price.minor,
        "box": list(item.detection.box),
        "candidates": [
            {"product": each.product_id, "confidence": each.confidence} for each in candidates
        ],
    }
