"""Writes the JSON of everything: a line a row, so that two exports can be compared line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from planner.domain.whole.sections import FORMAT, INITIALS, NAMES, VERSION
from planner.domain.whole.shape import Is, Section
from planner.exchange.whole.values import outward

Rows = Iterable[Sequence[Any]]
_PLAIN = frozenset({Is.TEXT, Is.DAY, Is.BIRTHDAY, Is.MOMENT, Is.CLOCK, Is.ZONE, Is.NUMBER, Is.REAL})
_AT_ONCE = 64 * 1024
_BY_INITIALS = f'"{NAMES}": "{INITIALS}",\n'


def document(
    schema: int, private: bool, sections: Iterable[tuple[Section, Rows]], *, initials: bool = False
) -> Iterator[bytes]:
    """The document in pieces; `schema` is that of the library, `private` whether private things are in it.

    With `initials` it says that initials stand for names, before anything else.
    """
    pieces = [
        f'{{\n"format": "{FORMAT}",\n{_BY_INITIALS if initials else ""}"version": {VERSION},\n'
        f'"schema": {schema},\n"private": {json.dumps(private)}'
    ]
    size = 0
    for section, rows in sections:
        pieces.append(f',\n"{section.key}": [')
        between = "\n"
        for row in _texts(section, rows):
            pieces.append(between + row)
            between = ",\n"
            size += len(row)
            if size > _AT_ONCE:
                yield "".join(pieces).encode("utf-8")
                pieces, size = [], 0
        pieces.append("]" if between == "\n" else "\n]")
    pieces.append("\n}\n")
    yield "".join(pieces).encode("utf-8")


def _texts(section: Section, rows: Rows) -> Iterator[str]:
    keys = [field.key for field in section.fields]
    others = [(place, field) for place, field in enumerate(section.fields) if field.holds not in _PLAIN]
    dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    for row in rows:
        values = list(row)
        for place, field in others:
            values[place] = outward(field, values[place])
        yield dumps(dict(zip(keys, values, strict=True)))
