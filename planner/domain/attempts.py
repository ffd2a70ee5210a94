"""Tries to talk that came to nothing."""

from __future__ import annotations

from enum import StrEnum


class Attempt(StrEnum):
    """What came of it. Only the first says something of who was tried; the others are meetings missed."""

    UNANSWERED = "unanswered"
    CANCELLED = "cancelled"
    NOBODY_CAME = "nobody came"


ATTEMPT_WORDS = {
    Attempt.UNANSWERED: "No answer",
    Attempt.CANCELLED: "Cancelled",
    Attempt.NOBODY_CAME: "Nobody came",
}
