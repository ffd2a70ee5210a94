"""When an event is, in the forms in which it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.exchange.drafts import EventDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day, and a time as aware local time in `zone`; `starts` None is all day."""

    day: date
    starts: datetime | None
    zone: str

    @property
    def instant(self) -> str | None:
        """The time in UTC as it is stored, or None."""
        return in_utc(self.starts) if self.starts else None

    @property
    def clock(self) -> str | None:
        """The local time 'HH:MM', or None."""
        return self.starts.strftime("%H:%M") if self.starts else None


def in_utc(moment: datetime) -> str:
    """A moment as it is stored: '2026-09-15T06:58:12Z'."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of this name, or None where there is no such zone."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def where_it_is(draft: EventDraft, home: str) -> When:
    """The event's time in its own zone, else in `home` (the owner's), else in UTC: for what took place."""
    return _when(draft, draft.zone if zone_of(draft.zone) else home)


def where_you_are(draft: EventDraft, home: str) -> When:
    """The event's time in the owner's zone, for a week's board; while none was chosen, in its own."""
    return _when(draft, home if zone_of(home) else draft.zone)


def _when(draft: EventDraft, name: str) -> When:
    zone = zone_of(name)
    kept = name if zone else "UTC"
    if draft.starts is None:
        return When(day=draft.day, starts=None, zone=kept)
    starts = draft.starts.astimezone(zone or UTC)
    return When(day=starts.date(), starts=starts, zone=kept)


def stamp_of(draft: EventDraft) -> str:
    """When the calendar says that the event is: its start, or day, and its minutes."""
    begins = in_utc(draft.starts) if draft.starts else draft.day.isoformat()
    return f"{begins}/{'' if draft.minutes is None else draft.minutes}"


def is_over(draft: EventDraft, today: date, now: datetime | None) -> bool:
    """Whether the event's day is past, or it ended before `now`; without `now`, all of today is to come."""
    if draft.day < today:
        return True
    if now is None or draft.starts is None or draft.day > today:
        return False
    return draft.starts + timedelta(minutes=draft.minutes or 0) <= now
