"""The design values of tokens.json, read once."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from planner.resources import resource


@cache
def tokens() -> dict[str, Any]:
    """Everything in tokens.json. Read only: all callers share one dictionary."""
    loaded: dict[str, Any] = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    return loaded


def duration(name: str) -> int:
    """A motion's length in milliseconds, before the reduced motion setting."""
    return int(tokens()["duration"][name])
