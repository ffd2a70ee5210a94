"""Calendars for tests: written in a line, or read from tests/data/icalendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from planner.exchange.drafts import Drafts
from planner.exchange.icalendar.reader import read_calendar

FIXTURES = Path(__file__).parent.parent / "data" / "icalendar"
BERLIN = "Europe/Berlin"


def calendar(*entries: str, head: str = "") -> bytes:
    """A calendar of entries, each the lines inside its VEVENT; `head` are lines before the first."""
    events = "\n".join(f"BEGIN:VEVENT\n{entry.strip()}\nEND:VEVENT" for entry in entries)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head.strip()}\n{events}\nEND:VCALENDAR\n".encode()


def read(
    data: bytes | str,
    *,
    until: date = date(2026, 12, 31),
    zone: str = BERLIN,
    progress: Callable[[float], bool] | None = None,
) -> Drafts:
    """The drafts of a calendar, or of the fixture of that name, for an owner in Berlin."""
    raw = data if isinstance(data, bytes) else (FIXTURES / data).read_bytes()
    return read_calendar(raw, until=until, zone=zone, progress=progress)


def starts(drafts: Drafts) -> list[str]:
    """When each event starts, in its own zone, in ISO form; a day for an all-day event."""
    return [(each.starts or each.day).isoformat() for each in drafts.events]


def sentences(drafts: Drafts) -> list[tuple[int, str]]:
    """The problems as lines and sentences."""
    return [(each.line, each.words) for each in drafts.problems]
