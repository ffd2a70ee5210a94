"""Calendars of any program, as drafts of their events (RFC 5545).

The libraries that understand dates and recurrences are imported when the first calendar is read.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.domain.errors import KnownError
from planner.exchange.content_lines import normalised
from planner.exchange.drafts import Cancelled, Drafts
from planner.exchange.icalendar.lines import read_blocks
from planner.exchange.problems import ProblemList

MOST_BYTES = 50_000_000
_LOOK_AT = 65_536
_TELL_SECONDS = 0.1
_BEGIN = re.compile(
    rb"^[ \t]*BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT|VTODO)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_NO_CALENDAR = "This file is not a calendar. Export your calendar as an iCalendar file (.ics) and try again."
_TOO_BIG = "This calendar is larger than 50 MB. Nothing was read; export fewer years of it and try again."

_BLOCKS_DONE, _ENTRIES_DONE = 0.15, 0.85
"""The share of all work after which the lines, and then the entries, have been read."""


def looks_like_calendar(data: bytes) -> bool:
    """Whether the file's begin has the begin of a calendar, whatever its name, line ends and Unicode."""
    return _BEGIN.search(normalised(data[:_LOOK_AT])) is not None


def read_calendar(
    data: bytes, *, until: date, zone: str, progress: Callable[[float], bool] | None = None
) -> Drafts:
    """All events of a calendar, each recurrence an event of its own up to the day `until`, and its to-dos.

    `zone` is the owner's IANA zone: floating times are read in it, and days are its days. `progress` is told
    the share done, 0 to 1, and answers whether to go on; when not, Cancelled is raised. Entries without sense
    become problems. A file that is no calendar, or is too large, is a KnownError.
    """
    if len(data) > MOST_BYTES:
        raise KnownError(_TOO_BIG)
    if not looks_like_calendar(data):
        raise KnownError(_NO_CALENDAR)
    _check_zone(zone)
    return _read(data, until, zone, _Teller(progress))


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise KnownError(f"The time zone {zone} is not known. Choose yours in the settings.") from error


def _read(data: bytes, until: date, zone: str, teller: _Teller) -> Drafts:
    from planner.exchange.icalendar.entries import EntryReader
    from planner.exchange.icalendar.people import owner_of
    from planner.exchange.icalendar.recurrences import Recurrences
    from planner.exchange.icalendar.todos import TodoReader
    from planner.exchange.icalendar.zones import Zones

    problems = ProblemList()
    blocks = read_blocks(data, problems, teller.between(0.0, _BLOCKS_DONE))
    zones = Zones(zone, blocks.zones, problems)
    reader, tell = EntryReader(zones, problems), teller.between(_BLOCKS_DONE, _ENTRIES_DONE)
    entries = []
    for done, block in enumerate(blocks.entries):
        tell(done / len(blocks.entries))
        entry = reader.read(block)
        block.lines.clear()  # a file of 50 MB should not be in memory twice
        if entry is not None:
            entries.append(entry)
    events = Recurrences(zones, until, problems).drafts(entries, teller.between(_ENTRIES_DONE, 1.0))
    todos = TodoReader(zones, problems).drafts(blocks.todos)
    teller.between(0.0, 1.0)(1.0)
    owners = {name: 1 for block in blocks.entries if (name := owner_of(block.about))}
    return Drafts(format="iCalendar", events=events + todos, problems=problems.all(), owners=owners)


class _Teller:
    """Tells the progress at each further hundredth and ten times a second, and stops when it is told to."""

    def __init__(self, progress: Callable[[float], bool] | None) -> None:
        self._progress = progress
        self._told = -1
        self._told_at = 0.0

    def between(self, begin: float, end: float) -> Callable[[float], None]:
        """A function to call with the share done of one part of the work; the part is between two shares."""
        return lambda share: self._tell(begin + (end - begin) * min(1.0, share))

    def _tell(self, share: float) -> None:
        if self._progress is None:
            return
        hundredths, now = int(share * 100), time.monotonic()
        if hundredths > self._told or now - self._told_at > _TELL_SECONDS:
            self._told, self._told_at = hundredths, now
            if not self._progress(share):
                raise Cancelled
