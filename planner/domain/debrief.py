"""The debrief after a conversation: what it did to trust."""

from __future__ import annotations

from enum import StrEnum

WAITS_DAYS = 14
"""A conversation is asked about for so many days."""


class TrustMark(StrEnum):
    """What a conversation did to trust."""

    UP = "up"
    SAME = "same"
    DOWN = "down"
