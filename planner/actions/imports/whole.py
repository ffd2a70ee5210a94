"""Importing the JSON of everything: into an empty library as it was, into another what that does not hold.

Rows are known by their ids, which no two libraries share by accident. What is here stays as it is here, and
the same file again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from planner.actions.imports.merging import BEGINNINGS, Merge, is_empty
from planner.actions.people import normal_point
from planner.domain import words
from planner.domain.errors import Cancelled, KnownError
from planner.domain.names import fold
from planner.domain.whole.sections import BY_KEY, SECTIONS
from planner.domain.whole.shape import Is, Section
from planner.exchange.photos import kept_photo
from planner.exchange.whole.reader import Row, looks_like_library, read_library
from planner.library import Library
from planner.library.schema import VERSION as SCHEMA

Progress = Callable[[float], bool]
"""Hears the share done, 0 to 1, and answers False to stop."""

_ENOUGH_TO_RECOGNISE = 8_192
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeReview:
    """What importing a library's JSON would do: the `rows` to be added by section, and how many are `known`.

    `into_empty` says that the library becomes exactly what the file holds. `history` is the newest change the
    library was compared at.
    """

    file: str
    into_empty: bool
    rows: dict[str, list[Row]]
    known: int
    history: int

    @property
    def nothing(self) -> bool:
        """Whether everything is here already."""
        return not any(self.rows.values())

    def number(self, key: str) -> int:
        """How many rows of a section come."""
        return len(self.rows.get(key, ()))


def is_library_file(path: Path) -> bool:
    """Whether a file is a library's JSON, by its begin."""
    try:
        with path.open("rb") as file:
            return looks_like_library(file.read(_ENOUGH_TO_RECOGNISE))
    except OSError:
        return False


def library_file(files: Sequence[Path]) -> Path | None:
    """The one file that is a library's JSON, None where none is. Raises KnownError for one among others."""
    found = [path for path in files if is_library_file(path)]
    if found and len(files) > 1:
        raise KnownError(f"“{found[0].name}” holds a whole library; import it alone. Nothing was imported.")
    return found[0] if found else None


def review_whole(library: Library, path: Path, *, progress: Progress | None = None) -> WholeReview:
    """Read the file and compare it with the library, which is not changed.

    Raises KnownError for a file that cannot be taken as it is, Cancelled where `progress` answers False.
    """
    history = _newest_change(library)
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            whole = read_library(file, size, newest_schema=SCHEMA, progress=progress)
    except OSError as error:
        raise KnownError(f"“{path.name}” cannot be read. Nothing was changed.") from error
    into_empty = is_empty(library)
    merge = Merge(library, whole, into_empty=into_empty)
    rows = merge.rows()
    return WholeReview(file=path.name, into_empty=into_empty, rows=rows, known=merge.known, history=history)


def import_whole(library: Library, review: WholeReview, *, progress: Progress | None = None) -> int:
    """Add what was reviewed as one step and return how many rows; a backup comes first where anybody is here.

    Raises KnownError where the library was changed since the review, and Cancelled, with nothing changed.
    """
    if review.nothing:
        return 0
    if _newest_change(library) != review.history:
        raise KnownError("The library changed since it was looked at. Nothing was imported; try again.")
    if not review.into_empty:
        library.back_up("before import")
    total, done = sum(map(len, review.rows.values())), 0
    people = words.count(review.number("people"), "person", "people")
    with library.change(f"Import {review.file}: {people}"):
        library.connection.pragma("defer_foreign_keys", "ON")
        if review.into_empty:
            _clear(library, review)
        for section in SECTIONS:
            for rows in _some(review.rows.get(section.key, [])):
                _add(library, section, rows)
                done += len(rows)
                if progress and not progress(done / total):
                    raise Cancelled
        _check(library)
    return total


def _newest_change(library: Library) -> int:
    return int(library.value("SELECT coalesce(max(id), 0) + coalesce(sum(state = 'done'), 0) FROM change"))


def _clear(library: Library, review: WholeReview) -> None:
    """Take out what a new library begins with, where the file says it."""
    for key in BEGINNINGS:
        if key in review.rows:
            library.connection.execute(f"DELETE FROM {BY_KEY[key].table}")


def _some(rows: list[Row]) -> Iterator[list[Row]]:
    for begin in range(0, len(rows), _AT_ONCE):
        yield rows[begin : begin + _AT_ONCE]


def _add(library: Library, section: Section, rows: list[Row]) -> None:
    """Write rows, with the columns that follow from others; a row that has the same place already stays."""
    columns = [field.column for field in section.fields]
    pictures = [place for place, field in enumerate(section.fields) if field.holds is Is.PICTURE]
    derived = _DERIVED.get(section.key)
    names = ", ".join(f'"{column}"' for column in (*columns, *([derived.column] if derived else [])))
    marks = ", ".join([*"?" * len(columns), *([derived.sql] if derived else [])])

    def whole(row: Row) -> Row:
        values = list(row)
        for place in pictures:
            values[place] = kept_photo(values[place]) if values[place] else None
        if derived:
            values.append(derived.of(dict(zip(columns, row, strict=True))))
        return tuple(values)

    sql = f"INSERT INTO {section.table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"
    library.connection.executemany(sql, map(whole, rows))


def _check(library: Library) -> None:
    """Raise KnownError where a row points to one that could not be added."""
    if broken := library.row("PRAGMA foreign_key_check"):
        raise KnownError(
            f"A row of {broken[0]} points to a row of {broken[2]} that has another one's place. "
            "Nothing was changed."
        )


class _Derived(NamedTuple):
    """A column that follows from the others of its row: `of` gives what `sql` makes it of."""

    column: str
    of: Callable[[dict[str, Any]], Any]
    sql: str = "?"


def _folded(row: dict[str, Any]) -> str:
    return fold(row["name"])


_DERIVED = {
    "organisations": _Derived("folded", _folded),
    "people": _Derived("folded", _folded),
    "initiatives": _Derived("folded", _folded),
    "contact_points": _Derived("normal", lambda row: normal_point(row["kind"], row["value"])),
    "participations": _Derived(
        "day", lambda row: row["conversation_id"], "(SELECT day FROM conversation WHERE id = ?)"
    ),
}
"""Such columns are worked out anew, so that no file can contradict itself."""
