"""A promise typed without its people: 'the cost figures by Friday' is what was promised, and by when."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from planner.domain.one_line import every_language
from planner.domain.one_line.due import due_row, parted, said
from planner.domain.one_line.names import NameIndex
from planner.domain.one_line.reading import read
from planner.domain.one_line.rows import RowKind


class Promised(NamedTuple):
    """What was promised; `due_on` with its day in words, or None and '' where no day is said."""

    what: str
    due_on: date | None
    due_words: str


def promised(text: str, now: datetime) -> Promised:
    """Part the words of a promise from its day, in any language; words that are all day stay words."""
    for language in every_language():
        reading = read(text, language, NameIndex(), lambda _people: {}, now, month_first=False)
        found = parted(reading, reading.line, range(len(reading.line)))
        if found.day is None:
            continue
        row = due_row(reading, reading.line, found.day, kind=RowKind.DUE, is_by=found.is_by)
        what = said(reading.line, found.runs)
        if row is not None and what and isinstance(row.value, date):
            return Promised(what, row.value, row.words)
    return Promised(" ".join(text.split()), None, "")
