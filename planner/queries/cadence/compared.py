"""The same answer as of now and as of a quarter before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

QUARTER = timedelta(days=91)
"""Thirteen whole weeks: the same weekday, so that no week is cut differently."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Generic[T]):
    """An answer as of a day, and as of the last quarter."""

    now: T
    before: T


def with_last_quarter(answer: Callable[[date], T], today: date) -> Compared[T]:
    """An answer twice: as of today, and as of thirteen weeks ago."""
    return Compared(now=answer(today), before=answer(today - QUARTER))
