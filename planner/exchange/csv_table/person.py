"""From one row of a table to the person it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from zoneinfo import ZoneInfo

from planner.domain.names import given_first
from planner.exchange.birthdays import birthday
from planner.exchange.content_lines import escaped
from planner.exchange.csv_table import values
from planner.exchange.csv_table.cells import TableRow
from planner.exchange.csv_table.dates import birthday_in, says_nothing
from planner.exchange.csv_table.headings import plain_heading
from planner.exchange.csv_table.meanings import Column, Meaning
from planner.exchange.csv_table.points import Points
from planner.exchange.drafts import PersonDraft, PointKind
from planner.exchange.problems import ProblemList, quoted
from planner.exchange.text import plain_line
from planner.exchange.vcard.names import UNITS

_NO_NAME_PART = re.compile(r"[^A-Z0-9]+")
_PRONOUNS = re.compile(r"\s*\(((?:she|he|they|ze|sie|er)\s?/\s?\w+(?:\s?/\s?\w+)?)\)\Z", re.IGNORECASE)
_SINGLE = frozenset(
    {Meaning.NAME, Meaning.GIVEN, Meaning.MIDDLE, Meaning.FAMILY, Meaning.PREFIX, Meaning.SUFFIX}
    | {Meaning.NICKNAME, Meaning.ORGANISATION, Meaning.DEPARTMENT, Meaning.ROLE, Meaning.LANGUAGES}
    | {Meaning.PRONOUNS, Meaning.ZONE, Meaning.BIRTHDAY, Meaning.ANNIVERSARY}
    | {Meaning.BIRTH_YEAR, Meaning.BIRTH_MONTH, Meaning.BIRTH_DAY}
)
_NOBODY = "This row has no name, e-mail or telephone number, so it was left out."


class PersonReader:
    """Reads the rows of one table, all under the same columns."""

    def __init__(
        self,
        columns: Sequence[Column],
        headings: Sequence[str],
        problems: ProblemList,
        *,
        month_first: Mapping[int, bool],
        links_are_ids: bool = False,
    ) -> None:
        self._problems = problems
        self._month_first = month_first
        self._links_are_ids = links_are_ids
        self._width = len(columns)
        labels = {column.group: n for n, column in enumerate(columns) if column.meaning is Meaning.LABEL}
        self._columns = [
            (n, column, labels.get(column.group) if column.group else None, heading or f"Column {n + 1}")
            for n, (column, heading) in enumerate(zip_longest(columns, headings, fillvalue=""))
            if isinstance(column, Column) and column.meaning not in (Meaning.NOTHING, Meaning.LABEL)
        ]

    def person(self, row: TableRow) -> PersonDraft | None:
        """The person of a row, or None, with a problem said, where it names nobody."""
        reading = _Reading(self._problems, row.line)
        cells = row.cells
        width = len(cells)
        for number, column, label_at, heading in self._columns:
            if number >= width:
                break
            cell = cells[number]
            if not cell or cell.isspace():
                continue
            label = cells[label_at] if label_at is not None and label_at < width else ""
            reading.take(column, cell, label, heading)
            if number in self._month_first:
                reading.month_first = self._month_first[number]
        if width > self._width and any(cell.strip() for cell in cells[self._width :]):
            words = "This row has more cells than the table has columns, so the rest of it was left out."
            self._problems.add(row.line, words)
        return reading.draft(links_are_ids=self._links_are_ids)


class _Reading:
    """One row while it is being read."""

    def __init__(self, problems: ProblemList, line: int) -> None:
        self._problems = problems
        self._line = line
        self._said: dict[Meaning, str] = {}
        self._notes: list[str] = []
        self._tags: dict[str, str] = {}
        self._kept: list[str] = []
        self._is_empty = True
        self._points = Points(self._say)
        self.month_first = False

    def take(self, column: Column, cell: str, label: str, heading: str) -> None:
        """Understand one cell."""
        meaning, self._is_empty = column.meaning, False
        if meaning in _SINGLE:
            text = values.plain(cell)
            if self._said.setdefault(meaning, text) != text:
                self._keep(heading or meaning.value, text)
        elif meaning is Meaning.NOTE:
            self._notes.append(values.note(cell))
        elif meaning is Meaning.TAGS:
            for tag in values.tags(cell):
                self._tags.setdefault(tag.casefold(), tag)
        elif meaning is Meaning.KEPT:
            self._keep(heading, values.plain(cell))
        else:
            self._points.take(column, cell, label)

    def draft(self, *, links_are_ids: bool) -> PersonDraft | None:
        """What the row says of somebody, None where it names nobody."""
        said = self._said
        points, city = self._points.all(), self._points.city()
        self._read_pronouns()
        name, named_by = self._name()
        if not name:
            if not self._is_empty:
                self._say(_NOBODY)
            return None
        link = next((point.value for point in points if point.kind is PointKind.LINK), "")
        return PersonDraft(
            name=name,
            named_by=named_by,
            given_name=said.get(Meaning.GIVEN, ""),
            family_name=said.get(Meaning.FAMILY, ""),
            additional_names=said.get(Meaning.MIDDLE, ""),
            prefix=said.get(Meaning.PREFIX, ""),
            suffix=said.get(Meaning.SUFFIX, ""),
            nickname=said.get(Meaning.NICKNAME, ""),
            role=said.get(Meaning.ROLE, ""),
            organisation=said.get(Meaning.ORGANISATION, ""),
            department=said.get(Meaning.DEPARTMENT, ""),
            city=city,
            zone=self._zone(),
            languages=said.get(Meaning.LANGUAGES, ""),
            pronouns=said.get(Meaning.PRONOUNS, ""),
            birthday=self._birthday(),
            anniversary=self._day(Meaning.ANNIVERSARY, "anniversary", "ANNIVERSARY"),
            note="\n\n".join(note for note in self._notes if note),
            tags=tuple(self._tags.values()),
            points=points,
            uid=link if links_are_ids else "",
            kept=(*self._units(), *self._kept),
            line=self._line,
        )

    def _units(self) -> Iterator[str]:
        """The department beside its organisation, for the export: a library remembers none."""
        if department := self._said.get(Meaning.DEPARTMENT, ""):
            organisation = self._said.get(Meaning.ORGANISATION, "")
            yield plain_line(f"{UNITS}:{escaped(organisation)};{escaped(department)}")

    def _read_pronouns(self) -> None:
        """'Herrera (he/him)': people write their pronouns behind their names."""
        for meaning in (Meaning.FAMILY, Meaning.NAME, Meaning.GIVEN):
            if match := _PRONOUNS.search(self._said.get(meaning, "")):
                self._said[meaning] = self._said[meaning][: match.start()].strip()
                self._said.setdefault(Meaning.PRONOUNS, match[1])

    def _name(self) -> tuple[str, str]:
        said = self._said
        whole = given_first(said.get(Meaning.NAME, ""))
        parts = (said.get(each, "") for each in (Meaning.GIVEN, Meaning.MIDDLE, Meaning.FAMILY))
        if whole and "@" in whole and whole in (point.value for point in self._points.all()):
            whole = ""
        for name, source in (
            (whole, "FN"),
            (" ".join(part for part in parts if part), "N"),
            (said.get(Meaning.NICKNAME, ""), "NICKNAME"),
            (said.get(Meaning.ORGANISATION, "") or said.get(Meaning.DEPARTMENT, ""), "ORG"),
        ):
            if name:
                return name, source
        for point in self._points.all():
            if point.kind in (PointKind.EMAIL, PointKind.PHONE):
                return point.value, "EMAIL" if point.kind is PointKind.EMAIL else "TEL"
        return "", ""

    def _birthday(self) -> str | None:
        if self._said.get(Meaning.BIRTHDAY, ""):
            return self._day(Meaning.BIRTHDAY, "birthday", "BDAY")
        parts = [self._said.get(each, "") for each in (Meaning.BIRTH_MONTH, Meaning.BIRTH_DAY)]
        if not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):
            return None
        year = self._said.get(Meaning.BIRTH_YEAR, "")
        known = year.isascii() and year.isdigit() and len(year) == 4 and int(year) > 0
        found = birthday(int(year) if known else None, int(parts[0]), int(parts[1]))
        if found is None:
            self._say("The birthday of this row is no day of a year, so it was left out.")
        return found

    def _day(self, meaning: Meaning, words: str, name: str) -> str | None:
        """A day of a year; one that is none is said and kept, and an anniversary is kept in any case."""
        text = self._said.get(meaning, "")
        if not text or says_nothing(text):
            return None
        found = birthday_in(text, month_first=self.month_first)
        if found is None:
            self._kept.append(f"{name};VALUE=text:{escaped(text)}")
            self._say(f"The {words} {quoted(text)} is not a full date. It is kept as written.")
        elif meaning is Meaning.ANNIVERSARY:
            self._kept.append(f"{name}:{found}")
        return found

    def _zone(self) -> str:
        name = self._said.get(Meaning.ZONE, "")
        try:
            return ZoneInfo(name).key if name else ""
        except (KeyError, ValueError, OSError):
            self._keep("time zone", name)
            return ""

    def _keep(self, heading: str, text: str) -> None:
        """Keep what nobody reads here, as the line of a card, for the export."""
        if says_nothing(text):
            return
        plain = plain_heading(heading)
        if plain == "photo" and text.startswith(("https://", "http://")):
            line = f"PHOTO;VALUE=uri:{text}"  # never fetched
        else:
            line = f"X-{_NO_NAME_PART.sub('-', plain.upper()).strip('-') or 'COLUMN'}:{escaped(text)}"
        self._kept.append(plain_line(line))

    def _say(self, words: str) -> None:
        self._problems.add(self._line, words)
