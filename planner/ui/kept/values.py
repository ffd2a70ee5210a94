"""What is typed, as text and back."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

from planner.actions.people import Point


def to_words(typed: dict[str, Any]) -> str:
    """Values by name as JSON, letters as they are: whoever is erased is found by their name in it."""
    return json.dumps(typed, default=_written, ensure_ascii=False)


def from_words(words: str) -> dict[str, Any]:
    """What `to_words` wrote."""
    found: dict[str, Any] = json.loads(words, object_hook=_read)
    return found


def _written(value: Any) -> dict[str, Any]:
    """What JSON has no form for."""
    if isinstance(value, Point):
        return {"a point": [value.kind, value.value, value.label]}
    return {"a day" if isinstance(value, date) else "a time": value.isoformat()}


def _read(found: dict[str, Any]) -> Any:
    """What `_written` wrote; other objects stay as they are."""
    match found:
        case {"a point": [kind, value, label]}:
            return Point(kind=kind, value=value, label=label)
        case {"a day": day}:
            return date.fromisoformat(day)
        case {"a time": at}:
            return time.fromisoformat(at)
    return found
