"""Reads a table of people, whatever program or person made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from planner.domain.errors import KnownError
from planner.exchange.content_lines import wide_encoding
from planner.exchange.csv_table.cells import TableRow, rows
from planner.exchange.csv_table.columns import guessed
from planner.exchange.csv_table.dates import month_comes_first
from planner.exchange.csv_table.dialect import separator_of, without_declaration
from planner.exchange.csv_table.encoding import table_text
from planner.exchange.csv_table.heading_row import ROWS_LOOKED_AT, heading_row
from planner.exchange.csv_table.headings import column_headed
from planner.exchange.csv_table.meanings import IDENTIFYING, REACHED_BY, Column, Meaning
from planner.exchange.csv_table.person import PersonReader
from planner.exchange.csv_table.programs import program_of
from planner.exchange.csv_table.table import Table, remembered
from planner.exchange.drafts import Cancelled, Drafts, PersonDraft
from planner.exchange.problems import ProblemList

MOST_FILE_BYTES = 50 * 1024 * 1024
MOST_ROWS = 20_000
SAMPLE_ROWS = 200
_LOOK_AT = 65_536
_FEWEST_ALIKE, _SHARE_ALIKE = 2, 0.8
"""So many rows, and such a share of them, have as many cells as the table has columns. A convention."""

_ROWS_PER_PROGRESS = 200
_LETTERS_A_CONTROL = 50
"""What is pasted out of a terminal has a control or two in it; a file of another kind is full of them."""
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_LARGE = "This table is larger than 50 MB, so nothing was read. Split it into smaller files."
_TOO_MANY = f"This table has more than {MOST_ROWS:,} rows, so nothing was read. Split it into smaller files."
_NO_COLUMN = (
    "No column of this table seems to name people, so nobody was read. "
    "Open it in the window to choose what its columns become."
)
_NO_TABLE = "This file is not a table of people that Rapport can read. Nothing was changed."
_BROKEN = {
    "quote": "A quotation mark in this row is never closed, so the row was read up to the end of its line.",
    "long": "This row is longer than 1 MB, so it was left out.",
    "wide": "This row has more than 1,000 cells, so the rest of it was left out.",
}

Remembered = Mapping[str, Mapping[str, Sequence[str]]]
"""What columns were chosen to become, by the key of the headings, then by heading."""


def looks_like_table(data: bytes) -> bool:
    """Whether the file's begin is rows of cells, alike, or cells by which people can be reached."""
    begin = data[:_LOOK_AT]
    few = len(begin) // _LETTERS_A_CONTROL
    if not begin.strip() or (len(_BINARY.findall(begin)) > few and not wide_encoding(begin)):
        return False
    if b"\n" in begin and len(data) > _LOOK_AT:
        begin = begin[: begin.rindex(b"\n") + 1 + begin.startswith(b"\xff\xfe")]
    return _is_table(_opened(table_text(begin), {}))


def _is_table(table: Table) -> bool:
    meanings = {column.meaning for column in table.columns}
    alike = sum(len(cells) == table.width for cells in table.sample)
    if table.width > 1 and alike >= max(_FEWEST_ALIKE, _SHARE_ALIKE * len(table.sample)):
        return True
    known = sum(column_headed(heading) is not None for heading in table.headings)
    if table.width > 1 and known > 1:
        return bool(meanings & IDENTIFYING)
    return bool(meanings & REACHED_BY) and len(table.sample) >= 1


def read_table(
    data: bytes,
    *,
    remembered_columns: Remembered | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Drafts:
    """The people of a table, what its columns are taken for, and what could not be read.

    `progress` is told the share done, 0 to 1, and answers False to stop, which raises Cancelled. Raises
    KnownError where the file is no table of people or over a limit.
    """
    if len(data) > MOST_FILE_BYTES:
        raise KnownError(_TOO_LARGE)
    text = table_text(data)
    table = _opened(text, remembered_columns or {})
    if not _is_table(table):
        raise KnownError(_NO_TABLE)
    problems = ProblemList()
    if not table.names_people:
        problems.add(table.first_line, _NO_COLUMN)
        return Drafts(format="table", problems=problems.all(), table=table)
    reader = _reader(table, problems)
    people: list[PersonDraft] = []
    lines = max(1, text.count("\n"))
    for count, row in enumerate(rows(without_declaration(text), table.separator)):
        if count > MOST_ROWS + ROWS_LOOKED_AT:
            raise KnownError(_TOO_MANY)
        if progress and count % _ROWS_PER_PROGRESS == 0 and not progress(min(1.0, row.line / lines)):
            raise Cancelled
        if row.line < table.first_line or row.cells == table.heading_cells:
            continue
        if row.broken:
            problems.add(row.line, _BROKEN[row.broken])
        if row.cells and (person := reader.person(row)) is not None:
            people.append(person)
    if progress and not progress(1.0):
        raise Cancelled
    return Drafts(format="table", people=tuple(people), problems=problems.all(), table=table)


def people_of_sample(table: Table, columns: Sequence[Column], most: int) -> tuple[PersonDraft, ...]:
    """The first people of a table as they would come in under these columns."""
    reader = _reader(table.under(columns), ProblemList())
    found = (reader.person(TableRow(0, list(cells))) for cells in table.sample)
    return tuple(islice((person for person in found if person is not None), most))


def _reader(table: Table, problems: ProblemList) -> PersonReader:
    english = table.separator == "," and not table.is_german
    month_first = {
        number: month_comes_first(table.values(number), otherwise=english)
        for number, column in enumerate(table.columns)
        if column.meaning in (Meaning.BIRTHDAY, Meaning.ANNIVERSARY)
    }
    return PersonReader(
        table.columns,
        table.headings,
        problems,
        month_first=month_first,
        links_are_ids=table.program == "LinkedIn",
    )


def _opened(text: str, known: Remembered) -> Table:
    """The table's headings, first rows and columns."""
    separator = separator_of(text)
    first = list(islice(rows(without_declaration(text), separator), ROWS_LOOKED_AT + SAMPLE_ROWS))
    at = heading_row(first)
    below = first[at + 1 :] if at is not None else first
    heading_cells = first[at].cells if at is not None else []
    width = max([len(heading_cells), *(len(row.cells) for row in below if at is None)], default=0)
    headings = tuple(cell.strip() for cell in heading_cells)
    sample = tuple(tuple(row.cells[:width]) for row in below[:SAMPLE_ROWS] if not row.broken)
    table = Table(
        program=program_of(headings),
        separator=separator,
        headings=headings,
        heading_cells=heading_cells,
        first_line=below[0].line if below else (first[-1].line + 1 if first else 1),
        columns=guessed(headings, sample, width),
        was_remembered=False,
        sample=sample,
    )
    return remembered(table, known)
