"""Reads a file of people or of events, whichever it is. Its content tells, never its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planner.domain.errors import KnownError
from planner.exchange.drafts import Drafts
from planner.exchange.photos import with_safe_photos
from planner.exchange.vcard.cards import looks_like_vcard, read_vcards

_NEITHER = (
    "This file is not an address book or a calendar that Rapport can read (vCard or iCalendar); "
    "nothing was changed."
)
_PACKED = "This file is packed (zip); unpack it first and import what is inside."
_READING = 0.6
"""The share of the work after which the cards are read, and their photos come."""

_EMPTY = "This file is empty; nothing was changed."


def read_file_bytes(
    data: bytes,
    *,
    until: date,
    zone: str,
    progress: Callable[[float], bool] | None = None,
) -> Drafts:
    """What is understood of an address book or a calendar.

    `until` is the last day to which repeating events are followed, `zone` the time zone of events that name
    none. `progress` is told the share done, 0 to 1, and answers False to stop, which raises Cancelled. Raises
    KnownError where the file is neither or over a limit.
    """
    if looks_like_vcard(data):
        read = read_vcards(data, progress=_part(progress, 0, _READING))
        return with_safe_photos(read, _part(progress, _READING, 1 - _READING))
    # loading what reads calendars costs a tenth of a second
    from planner.exchange.icalendar.reader import looks_like_calendar, read_calendar

    if looks_like_calendar(data):
        return read_calendar(data, until=until, zone=zone, progress=progress)
    if data.startswith(b"PK\x03\x04"):
        raise KnownError(_PACKED)
    raise KnownError(_NEITHER if data.strip() else _EMPTY)


def _part(
    progress: Callable[[float], bool] | None, begin: float, share: float
) -> Callable[[float], bool] | None:
    return (lambda done: progress(begin + share * done)) if progress else None
