"""How moments, sizes and contents of backups read."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from planner.domain import words
from planner.library.kept_backups import Inside

_KILO = 1_000


def when_words(at: datetime, today: date) -> str:
    """'today at 06:58', 'yesterday at 18:04', or the day as short as it can be said."""
    days = (today - at.date()).days
    if days in (0, 1):
        return f"{('today', 'yesterday')[days]} at {at:%H:%M}"
    return f"{words.short_day(at.date(), today)} at {at:%H:%M}"


def size_words(size: int) -> str:
    """'14 kB', '2.3 MB': a file's size as people say it."""
    if size < _KILO**2:
        return f"{max(1, round(size / _KILO))} kB"
    return f"{size / _KILO**2:.1f} MB"


def inside_words(inside: Inside, today: date, zone: tzinfo | None) -> str:
    """'41 people, 1,204 conversations; last “Log a conversation”, today at 06:50'."""
    people, talks = inside.people, inside.conversations
    held = f"{words.count(people, 'person', 'people')}, {words.count(talks, 'conversation')}"
    if inside.last_change is None or inside.last_change_at is None:
        return held
    moment = when_words(inside.last_change_at.astimezone(zone), today)
    return f"{held}; last “{inside.last_change}”, {moment}"
