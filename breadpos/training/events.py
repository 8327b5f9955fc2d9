"""What a training says while it runs, one flat JSON object a line."""

import json
from collections.abc import Callable, Mapping
from typing import Any

Event = Mapping[str, Any]
Tell = Callable[[Event], None]


def silent(_event: Event) -> None:
    """For whoever does not listen."""


def as_line(event: Event) -> str:
    """One line of JSON, without its end; numbers that are none become null."""
    return json.dumps({key: _plain(value) for key, value in event.items()}, ensure_ascii=False)


def _plain(value: object) -> object:
    return None if isinstance(value, float) and value != value else value  # noqa: PLR0124  NaN
