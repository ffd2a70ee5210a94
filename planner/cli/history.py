"""The commands about the history: what changed, taking it back, doing it again."""

from __future__ import annotations

from datetime import UTC, datetime

from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.cli.table import tell
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.door import Step

_STATES = {"done": "", "dropped": "undone for good"}

Told = list[tuple[Step, tuple[str, ...]]]
"""Steps, newest first, each with what it changed of the person asked for."""


def tell_history(call: Call) -> int:
    """The steps, newest first, and which of them are undone; of one person those that are done."""
    with call.opened() as library:
        told = _of_person(call, library) if call.options.person else _of_all(call, library)
    if call.json:
        shapes.print_json([shapes.step_shape(step, changed) for step, changed in told])
    elif told:
        tell([_row(call, step, changed) for step, changed in told])
    else:
        print("Nothing has been changed in this library yet.")
    return 0


def _of_all(call: Call, library: Library) -> Told:
    return [(step, ()) for step in library.history(call.options.limit)]


def _of_person(call: Call, library: Library) -> Told:
    from planner.queries.people import person_called
    from planner.queries.person_history import person_history

    person = person_called(library, " ".join(call.options.person))
    found = person_history(library, person.id, call.today, limit=call.options.limit)
    return [(Step(each.id, each.at, each.label, "done", each.rows), each.lines) for each in found.steps]


def _row(call: Call, step: Step, changed: tuple[str, ...]) -> tuple[str, str, str, str]:
    at: datetime = step.at.astimezone(call.now().tzinfo or UTC)
    day = words.day_words(at.date(), call.today)
    return day, f"{at:%H:%M}", step.label, _STATES.get(step.state, step.state) or "; ".join(changed)


def undo(call: Call) -> int:
    """Take the newest change back, or one from the middle."""
    if call.options.step:
        from planner.actions.history import take_back

        with call.writing() as library:
            label = take_back(library, call.options.step)
        print(f"Done: {shown(label)}.")
        return 0
    with call.writing() as library:
        changed = library.undo()
    if changed is None:
        raise KnownError("There is nothing to undo.")
    print(f"Undone: {shown(changed.label)}.")
    return 0


def redo(call: Call) -> int:
    """Do the change undone last again."""
    with call.writing() as library:
        changed = library.redo()
    if changed is None:
        raise KnownError("There is nothing to do again.")
    print(f"Done again: {shown(changed.label)}.")
    return 0
