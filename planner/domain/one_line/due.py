"""By when: the day on which something is due, or until which somebody rests, and the words without it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.domain import words
from planner.domain.one_line.day_meaning import DayMeaning, Looking, Placed, placed
from planner.domain.one_line.reading import Reading
from planner.domain.one_line.rows import Choice, Row, RowKind
from planner.domain.one_line.text import Line, Span

_SIGNS = frozenset({",", "!", "@", "(", ")", ".", ":", "-"})


class Parted(NamedTuple):
    """Words without their day: the runs of items that are left, and the item of the day (None: none)."""

    runs: tuple[range, ...]
    day: int | None
    is_by: bool = False
    """Whether a word such as 'by' stands before the day."""


def parted(reading: Reading, line: Line, places: range) -> Parted:
    """Take the day by which something is due out of these items: one behind 'by', else one at the end."""
    found: Parted | None = None
    for place in reversed(places):
        if reading.day(line.items[place].plain) is None:
            continue
        start, is_by = _links_before(reading, line, places, place)
        stop = _behind_time(reading, line, places, place)
        at_end = all(line.items[each].plain in _SIGNS for each in range(stop, places.stop))
        if is_by or at_end or start == places.start:
            runs = (range(places.start, start), range(stop, places.stop))
            found = Parted(tuple(trimmed(line, run) for run in runs), place, is_by)
            if is_by:
                break
    if found is None and reading.language.verbs_end_sentences:
        found = _amid(reading, line, places)
    found = found or Parted((trimmed(line, places),), None)
    return Parted(tuple(run for run in found.runs if run), found.day, found.is_by)


def _amid(reading: Reading, line: Line, places: range) -> Parted | None:
    """The day in the middle of words whose verb comes last: 'Luca morgen die Unterlagen schicken'."""
    place = next((each for each in places if reading.day(line.items[each].plain)), None)
    if place is None:
        return None
    runs = (
        range(places.start, _links_before(reading, line, places, place)[0]),
        range(place + 1, places.stop),
    )
    return Parted(tuple(trimmed(line, run) for run in runs), place)


def _links_before(reading: Reading, line: Line, places: range, place: int) -> tuple[int, bool]:
    """Where the small words before a day begin, and whether they say 'by'."""
    days = reading.language.days
    start = place
    while start > places.start and line.items[start - 1].plain in days.links | _SIGNS:
        start -= 1
    before = " ".join(line.items[each].plain for each in range(start, place) if line.items[each].plain != ",")
    is_by = any(before == word or before.endswith(f" {word}") for word in days.due) or before.endswith("!")
    if start > places.start and reading.time(line.items[start - 1].plain):
        return _links_before(reading, line, places, start - 1)
    return (start, is_by) if is_by else (_without_long_links(line, days.links, start, place), False)


def _without_long_links(line: Line, links: frozenset[str], start: int, place: int) -> int:
    """No more than two small words go with a day that no 'by' belongs to."""
    return max(start, place - 2) if place > start else place


def _behind_time(reading: Reading, line: Line, places: range, place: int) -> int:
    """Behind which item a day ends together with the time that follows it."""
    stop = place + 1
    while stop < places.stop and line.items[stop].plain in reading.language.days.links | _SIGNS:
        stop += 1
    return stop + 1 if stop < places.stop and reading.time(line.items[stop].plain) else place + 1


def trimmed(line: Line, places: range) -> range:
    """These items without signs at their ends."""
    start, stop = places.start, places.stop
    while start < stop and line.items[start].plain in _SIGNS:
        start += 1
    while stop > start and line.items[stop - 1].plain in _SIGNS:
        stop -= 1
    return range(start, stop)


def said(line: Line, runs: Sequence[range]) -> str:
    """Runs of items as they were typed, with one space between."""
    return " ".join(" ".join(line.said(run).split()) for run in runs if run)


def spans_of(line: Line, runs: Sequence[range]) -> tuple[Span, ...]:
    """Where runs of items were typed."""
    return tuple(line.span(run) for run in runs if run)


def due_row(reading: Reading, line: Line, place: int, *, kind: RowKind, is_by: bool = True) -> Row | None:
    """The row of a day that is due (DUE) or ends a rest (UNTIL); the first day of a time ends a rest."""
    found = reading.day(line.items[place].plain)
    today = reading.now.date()
    where = placed(found.meaning, today, Looking.AHEAD) if found else None
    if found is None or where is None:
        return None
    day = _first_or_last(where, found.meaning, first=kind is RowKind.UNTIL, is_by=is_by)
    said_so = " ".join(line.said(range(place, place + 1)).split())
    vague = where.is_period and day != where.day
    guess = f"“{said_so}” is read as {words.day_words(day, today)}" if vague else ""
    begin = "until" if kind is RowKind.UNTIL else "by"
    return Row(
        kind=kind,
        value=day,
        words=f"{begin} {full_day(day, today)}",
        guess=guess,
        spans=(line.span(range(place, place + 1)),),
        choices=tuple(
            Choice(each, f"{begin} {full_day(each, today)}") for each in _others(where, day) if each >= today
        ),
    )


def _first_or_last(where: Placed, meaning: DayMeaning, *, first: bool, is_by: bool) -> date:
    if not where.is_period:
        return where.day
    if first or (is_by and meaning.how in ("month", "quarter")):
        return where.day
    return where.last_workday


def _others(where: Placed, day: date) -> list[date]:
    return [each for each in dict.fromkeys((where.day, where.last_workday, where.last)) if each != day]


def full_day(day: date, today: date) -> str:
    """'Friday 18 September', with the year where it is not today's."""
    return f"{words.long_weekday(day)} {words.long_day(day, today)}"
