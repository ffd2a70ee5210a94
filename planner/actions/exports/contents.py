"""What an export holds, piece by piece or file by file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import TypeVar

from planner.actions.exports.wanted import Format, Wanted
from planner.domain.errors import Cancelled, KnownError
from planner.domain.outgoing import OutgoingPerson, OutgoingPlan
from planner.domain.outgoing_hidden import person_hidden, plan_hidden
from planner.domain.whole.hidden import LEFT_OUT, row_hidden
from planner.domain.whole.shape import Section
from planner.exchange.icalendar.writer import calendar
from planner.exchange.people_table import people_header, person_row
from planner.exchange.tables import table
from planner.exchange.vcard.writer import vcard
from planner.exchange.whole.writer import document
from planner.library import Library
from planner.library.schema import VERSION as SCHEMA
from planner.queries.all_names import names_hidden
from planner.queries.exports.chosen import people_matching
from planner.queries.exports.counts import private_conversations
from planner.queries.exports.people import most_points, outgoing_people
from planner.queries.exports.plans import outgoing_plans
from planner.queries.exports.tables import (
    commitments_table,
    conversations_table,
    plans_table,
    rows_hidden,
)
from planner.queries.exports.whole import Row, left_private, rows_in_all, whole_rows

_TOLD_EVERY = 50
_VERSIONS = {Format.VCARD: "3.0", Format.VCARD4: "4.0"}
_UNSAFE = re.compile(r"[^\w@+.-]+")
_LONGEST_NAME = 120

T = TypeVar("T")


class Contents:
    """Everything that one export writes. `number` counts the people, plans or rows that were read so far."""

    def __init__(
        self, library: Library, wanted: Wanted, now: datetime, progress: Callable[[float], bool] | None
    ) -> None:
        self._library = library
        self._wanted = wanted
        self._now = now
        self._progress = progress
        self._hidden = names_hidden(library) if wanted.initials else None
        self.number = 0

    @property
    def people_chosen(self) -> int:
        """How many people leave."""
        return len(self._ids())

    def pieces(self) -> Iterator[bytes]:
        """One file. Raises KnownError where there is nothing to write."""
        wanted = self._wanted
        match wanted.format:
            case Format.VCARD | Format.VCARD4:
                yield from (vcard(person, _VERSIONS[wanted.format]) for person in self._people())
            case Format.ICAL:
                yield calendar(list(self._plans()), at=self._now, alarm_minutes=wanted.alarm_minutes)
            case Format.CSV | Format.CSV_EXACT:
                yield from self._people_table()
            case Format.JSON:
                yield from self._document()
            case Format.SQLITE:
                raise ValueError("a SQLite copy is made from its pages")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The names and the contents of many files: one a person, a plan or a table."""
        wanted = self._wanted
        names = _Names(wanted.format.ending)
        match wanted.format:
            case Format.VCARD | Format.VCARD4:
                for person in self._people():
                    yield names.of(person.uid or person.name), vcard(person, _VERSIONS[wanted.format])
            case Format.ICAL:
                for plan in self._plans():
                    single = calendar([plan], at=self._now, alarm_minutes=wanted.alarm_minutes)
                    yield names.of(f"{plan.uid} {plan.instance}".strip()), single
            case Format.CSV | Format.CSV_EXACT:
                yield names.of("people"), b"".join(self._people_table())
                yield from self._other_tables(names)
            case Format.JSON | Format.SQLITE:
                raise KnownError(
                    "This form is one file. Nothing was written; name a file instead of a folder."
                )

    def left_private(self) -> int:
        """How many rows marked private stay behind, or leave without their words."""
        if self._wanted.private:
            return 0
        if self._wanted.format.is_everything:
            return left_private(self._library)
        has_talks = self._wanted.folder and self._wanted.format in (Format.CSV, Format.CSV_EXACT)
        return private_conversations(self._library) if has_talks else 0

    # People

    def _ids(self) -> tuple[int, ...]:
        if self._wanted.people is not None:
            return self._wanted.people
        return people_matching(self._library, "", self._now.date())

    def _people(self) -> Iterator[OutgoingPerson]:
        ids = self._ids()
        photos = self._wanted.format in _VERSIONS
        people = outgoing_people(self._library, ids, self._now.date(), photos=photos)
        if (hidden := self._hidden) is not None:
            people = (person_hidden(each, hidden) for each in people)
        return self._told(people, len(ids), "There is nobody to export. Nothing was written.")

    def _people_table(self) -> Iterator[bytes]:
        most = most_points(self._library, self._ids()) if self._hidden is None else {}
        rows = (person_row(person, most) for person in self._people())
        return table(people_header(most), rows, exact=self._exact)

    # Plans, other tables, everything

    @property
    def _exact(self) -> bool:
        return self._wanted.format is Format.CSV_EXACT

    def _plans(self) -> Iterator[OutgoingPlan]:
        today = self._now.date()
        plans = list(outgoing_plans(self._library, self._wanted.people, today, let_go=self._wanted.let_go))
        if (hidden := self._hidden) is not None:
            plans = [plan_hidden(each, hidden) for each in plans]
        return self._told(plans, len(plans), "There are no open plans to export. Nothing was written.")

    def _other_tables(self, names: _Names) -> Iterator[tuple[str, bytes]]:
        library, people = self._library, self._wanted.people
        for each in (
            conversations_table(library, people, private=self._wanted.private),
            plans_table(library, people),
            commitments_table(library, people),
        ):
            rows = each.rows if self._hidden is None else rows_hidden(each, self._hidden)
            yield names.of(each.name), b"".join(table(each.header, rows, exact=self._exact))

    def _document(self) -> Iterator[bytes]:
        library, wanted = self._library, self._wanted
        total = rows_in_all(library)
        sections = whole_rows(library, private=wanted.private, people=wanted.people)
        told = ((section, self._told(self._seen(section, rows), total, "")) for section, rows in sections)
        return document(SCHEMA, wanted.private, told, initials=wanted.initials)

    def _seen(self, section: Section, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows as they may be seen."""
        if (hidden := self._hidden) is None:
            return rows
        return iter(()) if section.key in LEFT_OUT else (row_hidden(section, row, hidden) for row in rows)

    def _told(self, items: Iterable[T], total: int, nothing: str) -> Iterator[T]:
        """The items one by one, counted and told; where there are none, KnownError with the sentence."""
        rest = iter(items)
        first = next(rest, None)
        if first is None:
            if nothing:
                raise KnownError(nothing)
            return
        for item in chain([first], rest):
            self.number += 1
            if self.number % _TOLD_EVERY == 0:
                self._tell(self.number / max(1, total))
            yield item

    def _tell(self, share: float) -> None:
        if self._progress and not self._progress(min(1.0, share)):
            raise Cancelled


class _Names:
    """Names for the files of a folder, each once, made from what stays the same from export to export."""

    def __init__(self, ending: str) -> None:
        self._ending = ending
        self._taken: set[str] = set()

    def of(self, text: str) -> str:
        bare = _UNSAFE.sub("-", text).strip("-.")[:_LONGEST_NAME] or "unnamed"
        name, number = bare, 2
        while name.casefold() in self._taken:
            name, number = f"{bare}-{number}", number + 1
        self._taken.add(name.casefold())
        return name + self._ending
