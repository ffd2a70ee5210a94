"""Reads single messages: an .eml file, one of Apple's .emlx, and the files of a Maildir."""

from __future__ import annotations

import re

from planner.domain.errors import KnownError
from planner.exchange.drafts import Drafts
from planner.exchange.mail.headers import MOST_HEADER, header_end
from planner.exchange.mail.reading import MailReading

ENOUGH_OF_A_MESSAGE = MOST_HEADER + 1_000
"""Bytes of a message's file that hold its header."""

_LINE = re.compile(rb"([!-9;-~]{1,76})[ \t]*:|[ \t]")
_TELLING = frozenset(
    {b"from", b"date", b"message-id", b"received", b"return-path", b"delivered-to", b"sender"}
)
_FEWEST_TELLING = 2
_LENGTH = re.compile(rb"\s*\d{1,12}[ \t]*\r?\n")
_MAILDIR_MARKS = re.compile(r"[:;!]2,([A-Za-z]*)\Z")
_NO_MESSAGE = "This file is not a message that Rapport can read. Nothing was changed."


def looks_like_message(data: bytes) -> bool:
    """Whether the file begins with the header of a message."""
    begin = message_begin(data[:ENOUGH_OF_A_MESSAGE])
    end = header_end(begin, 0, len(begin))
    telling = set()
    for line in begin[: end if end >= 0 else len(begin)].splitlines()[:200]:
        match = _LINE.match(line)
        if match is None:
            return False
        telling.add((match[1] or b"").lower())
    return len(telling & _TELLING) >= _FEWEST_TELLING


def message_begin(data: bytes) -> bytes:
    """A message without empty lines before it, and without what Apple writes before and behind it."""
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    match = _LENGTH.match(begin)
    return begin[match.end() : match.end() + int(match[0])] if match else begin


def read_message(data: bytes) -> Drafts:
    """The message of one file. Raises KnownError where it is none."""
    if not looks_like_message(data):
        raise KnownError(_NO_MESSAGE)
    reading = MailReading()
    add_message(reading, data, 0)
    return reading.drafts("message")


def add_message(reading: MailReading, data: bytes, place: int, name: str = "") -> None:
    """Read one message of a folder; `name` is its file's, which in a Maildir bears marks."""
    begin = message_begin(data[:ENOUGH_OF_A_MESSAGE])
    end = header_end(begin, 0, len(begin))
    marks = _MAILDIR_MARKS.search(name)
    reading.read(
        begin[:end] if end >= 0 else begin[:MOST_HEADER],
        place=place,
        line=0 if name else 1,
        name=name,
        put_aside=marks[1] if marks else "",
    )
