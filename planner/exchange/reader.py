"""Reads a file of people, of events or of mail, whichever it is. Its content tells, never its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from planner.domain.errors import KnownError
from planner.exchange.drafts import Drafts
from planner.exchange.photos import with_safe_photos
from planner.exchange.vcard.cards import looks_like_vcard, read_vcards

if TYPE_CHECKING:
    from planner.exchange.csv_table.reader import Remembered

MOST_FILE_BYTES = 50 * 1024 * 1024
"""Of a file that is no mail archive: those are read as a stream, however large they are."""

_ENOUGH_TO_RECOGNISE = 65_536
NOT_READ = (
    "This file is not an address book, a calendar, a table of people or a mail archive that Rapport can read "
    "(vCard, iCalendar, CSV, mbox, Maildir or .eml); nothing was changed."
)
"""The sentence for a file of any other kind."""

_PACKED = "This file is packed (zip); unpack it first and import what is inside."
_READING = 0.6
"""The share of the work after which the cards are read, and their photos come."""

_EMPTY = "This file is empty; nothing was changed."
_TOO_LARGE = "This file is larger than 50 MB, so nothing was read. Split it into smaller files."


def read_file_bytes(
    data: bytes,
    *,
    until: date,
    zone: str,
    remembered_columns: Remembered | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Drafts:
    """The same as `read_stream`, of bytes."""
    return read_stream(
        BytesIO(data),
        len(data),
        until=until,
        zone=zone,
        remembered_columns=remembered_columns,
        progress=progress,
    )


def read_stream(
    stream: BinaryIO,
    size: int,
    *,
    until: date,
    zone: str,
    remembered_columns: Remembered | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Drafts:
    """What is understood of an address book, a calendar, a table or a mail archive of `size` bytes.

    `until` is the last day to which repeating events are followed, `zone` the time zone of events that name
    none, `remembered_columns` what was chosen for tables before. `progress` is told the share done, 0 to 1,
    and answers False to stop, which raises Cancelled. Raises KnownError where the file is none of them or
    over a limit.
    """
    begin = stream.read(_ENOUGH_TO_RECOGNISE)
    stream.seek(0)
    if (mail := _read_mail(begin, stream, size, progress)) is not None:
        return mail
    if size > MOST_FILE_BYTES:
        raise KnownError(_TOO_LARGE)
    data = stream.read(MOST_FILE_BYTES + 1)
    if looks_like_vcard(data):
        read = read_vcards(data, progress=_part(progress, 0, _READING))
        return with_safe_photos(read, _part(progress, _READING, 1 - _READING))
    # loading what reads calendars costs a tenth of a second
    from planner.exchange.icalendar.reader import looks_like_calendar, read_calendar

    if looks_like_calendar(data):
        return read_calendar(data, until=until, zone=zone, progress=progress)
    if data.startswith(b"PK\x03\x04"):
        raise KnownError(_PACKED)
    from planner.exchange.csv_table.reader import looks_like_table, read_table

    if looks_like_table(data):
        return read_table(data, remembered_columns=remembered_columns, progress=progress)
    raise KnownError(NOT_READ if data.strip() else _EMPTY)


def _read_mail(
    begin: bytes, stream: BinaryIO, size: int, progress: Callable[[float], bool] | None
) -> Drafts | None:
    """The messages of an mbox or of a single message's file, or None for any other file."""
    if begin[:64].lstrip(b"\xef\xbb\xbf\r\n ")[:6].upper() == b"BEGIN:":  # not worth loading what reads mail
        return None
    from planner.exchange.mail.mbox import looks_like_mbox, read_mbox
    from planner.exchange.mail.single import ENOUGH_OF_A_MESSAGE, looks_like_message, read_message

    if looks_like_mbox(begin):
        return read_mbox(stream, size, progress=progress)
    if looks_like_message(begin):
        return read_message(stream.read(ENOUGH_OF_A_MESSAGE))
    return None


def _part(
    progress: Callable[[float], bool] | None, begin: float, share: float
) -> Callable[[float], bool] | None:
    return (lambda done: progress(begin + share * done)) if progress else None
