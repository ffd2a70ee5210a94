"""Reads the JSON of everything. What is not exactly as described is refused with where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from planner.domain.errors import Cancelled, KnownError
from planner.domain.whole.sections import BY_KEY, FORMAT, INITIALS, NAMES, VERSION
from planner.domain.whole.shape import Section
from planner.exchange.whole.stream import Stream
from planner.exchange.whole.values import inward, missing

MOST_BYTES = 2_000_000_000
_FORMAT = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{(?:.|\n){0,4000}?"format"\s*:\s*"' + FORMAT.encode() + rb'"')
_NEWER = "This file was written by a newer Rapport. Nothing was changed; update Rapport to read it."
_NOT_ONE = "This file is not the JSON of a library. Nothing was changed."
_BY_INITIALS = (
    "This file has initials instead of names: it is for others to see, and nothing can be brought back from "
    "it. Nothing was changed; take one that was exported while names were shown."
)
_TOO_LARGE = "This file is larger than 2 GB, so nothing was read."

Progress = Callable[[float], bool]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything that a document holds: the rows of each section in the order of its fields."""

    schema: int
    private: bool
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def of(self, key: str) -> list[Row]:
        """The rows of a section."""
        return self.rows.get(key, [])


def looks_like_library(data: bytes) -> bool:
    """Whether a file's begin is that of a library's JSON."""
    return _FORMAT.match(data[:8192]) is not None


def read_library(file: BinaryIO, size: int, *, newest_schema: int, progress: Progress | None = None) -> Whole:
    """All of a document of `size` bytes. `progress` hears the share done and answers False to stop, which
    raises Cancelled. Raises KnownError for what is no library's JSON, or not one as described."""
    if size > MOST_BYTES:
        raise KnownError(_TOO_LARGE)

    def told(read: int) -> None:
        if progress and not progress(min(1.0, read / max(1, size))):
            raise Cancelled

    stream = Stream(file, told)
    head: dict[str, Any] = {}
    rows: dict[str, list[Row]] = {}
    stream.take("{")
    while stream.peek() != "}":
        if head or rows:
            stream.take(",")
        key = stream.value()
        stream.take(":")
        if key in BY_KEY and key not in rows:
            rows[key] = _rows(stream, BY_KEY[key])
        elif key in ("format", "version", "schema", "private") and key not in head:
            head[key] = stream.value()
        elif key == NAMES and head.get("format") == FORMAT and stream.value() == INITIALS:
            raise KnownError(_BY_INITIALS)
        else:
            raise KnownError(_NEWER if head.get("format") == FORMAT and isinstance(key, str) else _NOT_ONE)
    stream.take("}")
    if stream.peek():
        raise KnownError(_NOT_ONE)
    _check(head, newest_schema)
    return Whole(schema=head["schema"], private=head["private"], rows=rows)


def _check(head: dict[str, Any], newest_schema: int) -> None:
    version, schema = head.get("version"), head.get("schema")
    sound = all(isinstance(each, int) and not isinstance(each, bool) for each in (version, schema))
    if head.get("format") != FORMAT or not sound or not isinstance(head.get("private"), bool):
        raise KnownError(_NOT_ONE)
    if version > VERSION or schema > newest_schema:  # type: ignore[operator]
        raise KnownError(_NEWER)


def _rows(stream: Stream, section: Section) -> list[Row]:
    rows: list[Row] = []
    stream.take("[")
    while stream.peek() != "]":
        if rows:
            stream.take(",")
        rows.append(_row(section, stream.value(), len(rows) + 1))
    stream.take("]")
    return rows


def _row(section: Section, said: Any, number: int) -> Row:
    if not isinstance(said, dict):
        raise KnownError(f"Row {number:,} of “{section.key}” is no object. Nothing was changed.")
    values = []
    for field_ in section.fields:
        try:
            values.append(inward(field_, said.pop(field_.key)) if field_.key in said else missing(field_))
        except ValueError as error:
            where = f"row {number:,} of “{section.key}”"
            raise KnownError(f"In {where}, “{field_.key}” {error}. Nothing was changed.") from None
    if said:
        extra = next(iter(said))[:60]
        raise KnownError(
            f"Row {number:,} of “{section.key}” says “{extra}”, which this Rapport does not know. "
            "Nothing was changed."
        )
    return tuple(values)
