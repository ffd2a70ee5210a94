"""Two entries side by side: each field with both values, and what comes together by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.merging import FIELDS, JOINED
from planner.domain.typed import birthday_words
from planner.library import Library


class Choice(NamedTuple):
    """A field in which the two differ; '' is not known yet. `photos` are the pictures themselves, if any."""

    id: str
    words: str
    ours: str
    theirs: str
    photos: tuple[bytes | None, bytes | None] = (None, None)

    @property
    def is_open(self) -> bool:
        """Whether there is anything to choose: both say something."""
        return bool(self.ours and self.theirs)


class SideBySide(NamedTuple):
    """Two entries that may be one person.

    `choices` are the fields in which they differ, `same` the words of those in which they agree, `joined`
    those that are kept of both, and `together` what hangs on either, counted: '14 conversations'.
    """

    keep: int
    other: int
    names: tuple[str, str]
    choices: tuple[Choice, ...]
    same: tuple[str, ...]
    joined: tuple[str, ...]
    together: tuple[str, ...]


_COUNTED = (
    ("participation", "conversation", "conversations"),
    ("plan_person", "plan", "plans"),
    ("commitment", "commitment", "commitments"),
    ("understanding", "thing learned", "things learned"),
    ("note", "note", "notes"),
    ("evidence", "fact about trust", "facts about trust"),
    ("contact_point", "way to reach them", "ways to reach them"),
    ("person_tag", "tag", "tags"),
    ("connection", "connection", "connections"),
)


def side_by_side(library: Library, one: int, two: int) -> SideBySide:
    """The two beside each other; the one with more behind it comes first and is the one that stays.

    Raises KnownError where one of them is no longer there.
    """
    keep, other = sorted((one, two), key=lambda each: (-_rows_of(library, each), each))
    ours, theirs = _values(library, keep), _values(library, other)
    choices, same = [], []
    for field in FIELDS:
        left, right = (shown_value(library, field.id, values) for values in (ours, theirs))
        photos = (ours["photo"], theirs["photo"]) if field.id == "photo" else (None, None)
        if left != right or photos[0] != photos[1]:
            choices.append(Choice(field.id, field.words, left, right, photos))
        elif left:
            same.append(field.words)
    return SideBySide(
        keep=keep,
        other=other,
        names=(ours["name"], theirs["name"]),
        choices=tuple(choices),
        same=tuple(same),
        joined=tuple(f.words for f in JOINED if ours[f.columns[0]] or theirs[f.columns[0]]),
        together=_together(library, keep, other),
    )


def shown_value(library: Library, field_id: str, values: Mapping[str, Any]) -> str:
    """A field's value in words, '' where it is not known yet."""
    if field_id in ("organisation", "layer"):
        known = values.get(f"{field_id}_id", values.get(field_id))
        name = library.value(f"SELECT name FROM {field_id} WHERE id = ?", (known,))
        return name or ""
    if field_id == "rhythm":
        days = values["rhythm_days"]
        return words.rhythm_words(days) if days else ""
    if field_id == "rest":
        return _rest_words(values["resting_from"], values["resting_until"])
    if field_id == "photo":
        return "a picture" if values["photo"] else ""
    if field_id == "birthday":
        return birthday_words(values["birthday"])
    return str(values[field_id] or "")


def _rest_words(begins: object, until: object) -> str:
    """'until 3 May 2027'; the days are texts or dates, as a row or a table gives them."""
    if until:
        return f"until {words.long_day(date.fromisoformat(str(until)), date.min)}"
    return "until further notice" if begins else ""


def _values(library: Library, person_id: int) -> dict[str, Any]:
    columns = [row[0] for row in library.rows("SELECT name FROM pragma_table_info('person')")]
    row = library.row(f"SELECT {', '.join(columns)} FROM person WHERE id = ?", (person_id,))
    if row is None:
        raise KnownError("This person is no longer in the library.")
    return dict(zip(columns, row, strict=True))


def _rows_of(library: Library, person_id: int) -> int:
    counted = " + ".join(f"(SELECT count(*) FROM {each[0]} WHERE person_id = :id)" for each in _COUNTED)
    return int(library.value(f"SELECT {counted}", {"id": person_id}))


def _together(library: Library, keep: int, other: int) -> tuple[str, ...]:
    return tuple(
        words.count(number, one, many)
        for table, one, many in _COUNTED
        if (number := library.value(f"SELECT count(*) FROM {table} WHERE person_id IN (?, ?)", (keep, other)))
    )
