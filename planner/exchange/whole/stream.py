"""JSON read value by value, so that a large document is never in memory twice."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from typing import Any, BinaryIO

from planner.domain.errors import KnownError

MOST_VALUE = 16 * 1024 * 1024
"""The longest single value, in letters."""

_AT_ONCE = 256 * 1024
_SPACES = " \t\r\n"


class BrokenError(KnownError):
    """The document is no JSON from somewhere on."""


class Stream:
    """What is left of a document. `told` hears how many bytes were read so far."""

    def __init__(self, file: BinaryIO, told: Callable[[int], None]) -> None:
        self._file = file
        self._told = told
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("strict").decode
        self._text = ""
        self._at = 0
        self._read = 0
        self._ended = False
        self._scan = json.JSONDecoder(parse_constant=_no_number).raw_decode

    def peek(self) -> str:
        """The next letter that is no space, '' at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACES:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, letter: str) -> None:
        """Pass the letter that must come now."""
        if self.peek() != letter:
            raise BrokenError(self._where(f"a “{letter}” is missing"))
        self._at += 1

    def value(self) -> Any:
        """The whole value that comes now."""
        if not self.peek():
            raise BrokenError(self._where("it ends too early"))
        while True:
            try:
                found, end = self._scan(self._text, self._at)
            except json.JSONDecodeError as error:
                self._more_or(error)
                continue
            except (ValueError, RecursionError) as error:
                raise BrokenError(self._where("a value makes no sense")) from error
            if end == len(self._text) and self._more():
                continue  # a number may go on
            self._at = end
            return found

    def _more_or(self, error: json.JSONDecodeError) -> None:
        """Read on, since the value may only be cut off; else it is broken."""
        if len(self._text) - self._at > MOST_VALUE:
            raise BrokenError(self._where("a value is longer than 16 MB")) from error
        if not self._more():
            raise BrokenError(self._where("a value makes no sense")) from error

    def _more(self) -> bool:
        if self._ended:
            return False
        raw = self._file.read(max(_AT_ONCE, len(self._text) - self._at))
        self._read += len(raw)
        self._told(self._read)
        self._ended = not raw
        try:
            more = self._decode(raw, self._ended)
        except UnicodeDecodeError as error:
            raise BrokenError(self._where("it is not in UTF-8")) from error
        self._text, self._at = self._text[self._at :] + more, 0
        return not self._ended or bool(more)

    def _where(self, why: str) -> str:
        near = f"near byte {self._read - len(self._text) + self._at:,}"
        return f"This file is no whole JSON: {why}, {near}. Nothing was changed."


def _no_number(_name: str) -> None:
    raise ValueError("no number")
