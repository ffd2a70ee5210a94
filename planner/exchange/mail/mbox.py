"""Reads mbox archives of any size as a stream: only headers are understood, bodies go by.

The four ways to write mbox agree that a message begins with a line 'From …'. Some programs leave such lines
of a body as they are; so one counts only where a header follows, and where it bears a date or stands with one
word after an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, Drafts
from planner.exchange.mail.headers import MOST_HEADER, header_end
from planner.exchange.mail.reading import MailReading

_CHUNK = 1024 * 1024
_LOOK_AHEAD = 2048
_LONGEST_MARK = 1_000
_MARK = b"\nFrom "
_DATED = re.compile(rb"From [^\n]*?(?:\d{1,2}:\d{2}[^\n]*?(?:19|20)\d{2}|(?:19|20)\d{2}[^\n]*?\d{1,2}:\d{2})")
_ONE_WORD = re.compile(rb"From \S*[ \t\r]*\Z")
_HEADER_LINE = re.compile(rb">From |[!-9;-~]{1,76}[ \t]*:")
_NO_MBOX = (
    "This file is not a mail archive that Rapport can read: there is no message in it. Nothing was changed."
)


class RawMessage(NamedTuple):
    """A message's header as it stands in the archive; `place` is where its 'From ' line begins, in bytes."""

    before: bytes
    header: bytes
    place: int
    line: int


def looks_like_mbox(data: bytes) -> bool:
    """Whether the file begins, after empty lines at most, with a message of an mbox."""
    begin = b"\n" + data[: 2 * _LOOK_AHEAD].lstrip(b"\xef\xbb\xbf\r\n")
    return begin.startswith(_MARK) and _is_mark(begin, 0)


def read_mbox(stream: BinaryIO, size: int, *, progress: Callable[[float], bool] | None = None) -> Drafts:
    """The messages between people in an mbox of `size` bytes, why others are left out, and what is broken.

    `progress` is told the share done, 0 to 1, and answers False to stop, which raises Cancelled. Raises
    KnownError where there is no message.
    """
    reading = MailReading()
    for raw in raw_messages(stream, lambda at: _tell(progress, at / max(1, size))):
        reading.read(raw.header, place=raw.place, line=raw.line, before=raw.before)
    if not reading.count:
        raise KnownError(_NO_MBOX)
    _tell(progress, 1.0)
    return reading.drafts("mbox")


def _tell(progress: Callable[[float], bool] | None, share: float) -> None:
    if progress and not progress(min(1.0, share)):
        raise Cancelled


def raw_messages(stream: BinaryIO, tell: Callable[[int], None]) -> Iterator[RawMessage]:
    """The headers of an mbox, in order; `tell` hears how many bytes have been read."""
    data, offset, line = b"\n", -1, 0
    seen = 0
    message: _Message | None = None
    ended = False
    while not ended:
        chunk = stream.read(_CHUNK)
        data, ended = data + chunk, not chunk
        limit = len(data) if ended else max(seen, len(data) - _LOOK_AHEAD)
        begun = seen
        for mark in _marks(data, seen, limit):
            if message is not None:
                message.take(data, begun, mark + 1)
                yield message.raw()
            line += data.count(b"\n", seen, mark + 1)
            seen = begun = mark + 1
            message = _Message(offset + begun, line)
        if message is not None:
            message.take(data, begun, limit)
        line += data.count(b"\n", seen, limit)
        cut = max(0, limit - 2)  # whether a line is empty is seen from the two bytes before
        data, offset, seen = data[cut:], offset + cut, limit - cut
        tell(offset)
    if message is not None:
        yield message.raw()


def message_at(data: bytes) -> bytes:
    """The message that begins with its 'From ' line at the begin of these bytes of an mbox."""
    if not data.startswith(_MARK[1:]):
        return data  # a file of one message
    begin = data.find(b"\n") + 1
    end = next(_marks(data, begin, len(data)), len(data))
    return data[begin:end] if begin else b""


def _marks(data: bytes, at: int, limit: int) -> Iterator[int]:
    """Where the line breaks before 'From ' lines are that begin a message, from `at` up to `limit`."""
    mark = data.find(_MARK, max(0, at - 1), limit + len(_MARK))
    while 0 <= mark < limit:
        if _is_mark(data, mark):
            yield mark
        mark = data.find(_MARK, mark + 1, limit + len(_MARK))


def _is_mark(data: bytes, mark: int) -> bool:
    end = data.find(b"\n", mark + 1, mark + 1 + _LONGEST_MARK)
    if end < 0 or _HEADER_LINE.match(data, end + 1) is None:
        return False
    if _DATED.match(data, mark + 1, end):
        return True
    after_empty_line = mark == 0 or data[mark - 1 : mark] == b"\n" or data[mark - 2 : mark] == b"\n\r"
    return after_empty_line and _ONE_WORD.match(data, mark + 1, end) is not None


class _Message:
    """The begin of one message while its archive goes by."""

    def __init__(self, place: int, line: int) -> None:
        self._place = place
        self._line = line
        self._begin = b""
        self._whole = False

    def take(self, data: bytes, at: int, upto: int) -> None:
        """Keep of these bytes what may be header."""
        if self._whole:
            return
        room = MOST_HEADER + _LONGEST_MARK - len(self._begin)
        if not self._begin:  # nearly always the header is all here: look for its end before copying
            first = data.find(b"\n", at, upto)
            end = header_end(data, first + 1, min(upto, at + room)) if first >= 0 else -1
            if end >= 0:
                self._begin, self._whole = data[at:end], True
                return
        self._begin += data[at : min(upto, at + room)]
        self._whole = len(self._begin) >= MOST_HEADER + _LONGEST_MARK

    def raw(self) -> RawMessage:
        """The header, to its end or as far as one is looked at."""
        before, _, rest = self._begin.partition(b"\n")
        end = header_end(rest, 0, len(rest))
        return RawMessage(before, rest[:end] if end >= 0 else rest, self._place, self._line)
