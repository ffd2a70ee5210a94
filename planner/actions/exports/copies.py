"""Plain SQLite copies: what is taken out of one before it is handed over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from planner.domain.whole.sections import SECTIONS
from planner.domain.whole.shape import Scope

Statement = tuple[str, Sequence[Any]]


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
