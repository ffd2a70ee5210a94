"""Plain SQLite copies: what is taken out of one, and made unreadable, before it is handed over."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from planner.domain.names_hidden import NamesHidden
from planner.domain.whole.hidden import EMPTIED, LEFT_OUT, is_name, is_text
from planner.domain.whole.sections import BY_KEY, INITIALS, SECTIONS
from planner.domain.whole.shape import Field, Scope, Section

Statement = tuple[str, Sequence[Any]]
_NAME, _SHOWN = "name_hidden", "words_hidden"
_TOLD = (
    "Initials stand for names here: this copy is for others to see, and nothing can be brought back from it."
)


def taken_out(people: Sequence[int] | None, *, private: bool) -> list[Statement]:
    """What to delete from a copy that holds only these people, or holds nothing private.

    The history goes too then, since it remembers what rows once said.
    """
    statements = [] if private else list(_private())
    if people is not None:
        statements += _others(people)
    return [("DELETE FROM change", ()), *statements] if statements else []


def _private() -> Iterator[Statement]:
    for section in SECTIONS:
        if section.personal:
            yield f"DELETE FROM {section.table}", ()
        elif section.hidden:
            emptied = ", ".join(f"{column} = ''" for column in section.hidden)
            yield f"UPDATE {section.table} SET {emptied} WHERE private", ()
        elif section.has_private_rows:
            yield f"DELETE FROM {section.table} WHERE private", ()


def _others(people: Sequence[int]) -> Iterator[Statement]:
    """Everybody else goes with all that hangs on them, then what is nobody's any more."""
    chosen = json.dumps(list(people))
    yield "DELETE FROM person WHERE id NOT IN (SELECT value FROM json_each(?))", (chosen,)
    for section in SECTIONS:
        if section.scope is Scope.NEVER:
            yield f"DELETE FROM {section.table}", ()
        elif section.only and section.table != "person":
            condition = section.only.replace(":people", "?")
            yield f"DELETE FROM {section.table} WHERE NOT {condition}", (chosen,)


def with_initials() -> Iterator[Statement]:
    """What makes a copy show initials instead of names, by the functions of `seen`, and say so."""
    yield "DELETE FROM change", ()
    for key in sorted(LEFT_OUT):
        yield f"DELETE FROM {BY_KEY[key].table}", ()
    for section in SECTIONS:
        changed = [set_ for field in section.fields if (set_ := _seen(section, field))]
        if changed and section.key not in LEFT_OUT:
            # What has become the same under one person, as two tags of one letter, stays once.
            yield f"UPDATE OR REPLACE {section.table} SET {', '.join(changed)}", ()
    for table in ("person", "organisation", "initiative"):
        yield f"UPDATE {table} SET folded = lower(name) || ' ' || id", ()
    yield f"CREATE TABLE {INITIALS} (words TEXT NOT NULL)", ()
    yield f"INSERT INTO {INITIALS} VALUES (?)", (_TOLD,)


def seen(hidden: NamesHidden) -> dict[str, Callable[[str], str]]:
    """The functions that these statements call."""
    return {_NAME: hidden.name, _SHOWN: hidden.shown}


def _seen(section: Section, field: Field) -> str:
    if field.key in EMPTIED:
        return f"{field.column} = {'NULL' if EMPTIED[field.key] is None else repr(EMPTIED[field.key])}"
    if not is_text(field):
        return ""
    function = _NAME if is_name(section, field) else _SHOWN
    return f'"{field.column}" = {function}("{field.column}")'
