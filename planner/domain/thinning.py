"""Which of many backups are kept: many of the last days, fewer of the weeks and months before (SAFETY P9)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import datetime, timedelta

ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9


def worth_keeping(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The moments whose backups stay: every one of the last two days, then the newest of each of the twelve
    newest days, ten newest weeks (ISO) and nine newest months that have any. The newest of all stays always.

    The moments and `now` are in one zone. What seems to lie ahead of `now`, because a clock was set back,
    is kept.
    """
    newest_first = sorted(set(moments), reverse=True)
    kept = {moment for moment in newest_first if moment > now - ALL_OF}
    for number, part in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        newest_of: dict[Hashable, datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(part(moment), moment)
        kept.update(list(newest_of.values())[:number])
    return frozenset(kept)


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
