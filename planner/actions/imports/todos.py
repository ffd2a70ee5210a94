"""To-dos of calendars that are with people: each becomes a commitment, and is known again by its key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.actions.commitments import end_commitment
from planner.actions.imports.calendar import TODOS, KnownEntry, remembered_todos
from planner.domain.commitments import By, Outcome, kept_by
from planner.exchange.drafts import TodoDraft
from planner.library import Library
from planner.library.ids import new_ids
from planner.library.tables import Commitment, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCommitment:
    """A to-do with a person: who promised whom what, under the key of its calendar."""

    key: str
    person: int
    by: By
    what: str
    todo: TodoDraft


def stamp_of_todo(todo: TodoDraft) -> str:
    """What a calendar may change of a to-do: its day, whether it was done, whether it is off."""
    ends = todo.done_on.isoformat() if todo.done_on else "off" if todo.cancelled else ""
    return f"{todo.due_on or ''}/{ends}"


def promised_by(*, yours: bool) -> By:
    """Whose promise a to-do is: what you asked somebody to do is theirs, everything else yours."""
    return By.THEY if yours else By.YOU


def add_commitments(library: Library, new: Sequence[NewCommitment], today: date) -> None:
    """Write them, inside a change."""
    if not new:
        return
    ids = new_ids(len(new))
    columns = ("id", "person_id", "by", "what", "made_on", "due_on", "outcome", "closed_on")
    library.add_rows(
        "commitment", columns, (_row(identity, each, today) for identity, each in zip(ids, new, strict=True))
    )
    _remember(
        library,
        {each.key: (identity, stamp_of_todo(each.todo)) for identity, each in zip(ids, new, strict=True)},
    )


def change_commitments(
    library: Library, changed: Iterable[tuple[str, KnownEntry, TodoDraft]], today: date
) -> None:
    """Take over what calendars changed of open commitments, inside a change; a day changed here stays."""
    stamps: dict[str, tuple[int, str]] = {}
    for key, entry, todo in changed:
        before = entry.stamp.partition("/")[0] or None
        due = library.value("SELECT due_on FROM commitment WHERE id = ?", (entry.id,))
        if due == before:
            Commitment.update(due_on=todo.due_on).where(Commitment.id == entry.id).execute()
        if todo.done_on is not None:
            end_commitment(library, entry.id, Outcome.KEPT, today=today, on=min(todo.done_on, today))
        elif todo.cancelled:
            end_commitment(library, entry.id, Outcome.RELEASED, today=today)
        stamps[key] = (entry.id, stamp_of_todo(todo))
    if stamps:
        _remember(library, stamps)


def _row(identity: int, new: NewCommitment, today: date) -> tuple[Any, ...]:
    todo = new.todo
    done = min(todo.done_on, today) if todo.done_on else None
    made = min(day for day in (todo.made_on, done, today) if day is not None)
    ended = (kept_by(todo.due_on, done).value, done.isoformat()) if done else (None, None)
    due = todo.due_on.isoformat() if todo.due_on else None
    return (identity, new.person, new.by.value, new.what, made.isoformat(), due, *ended)


def _remember(library: Library, more: Mapping[str, tuple[int, str]]) -> None:
    text = json.dumps({**remembered_todos(library), **more}, ensure_ascii=False, sort_keys=True)
    Setting.insert(name=TODOS, value=text).on_conflict(
        conflict_target=[Setting.name], update={Setting.value: text}
    ).execute()
