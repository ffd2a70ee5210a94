"""Taking back one step of the history, also from its middle."""

from __future__ import annotations

from planner.actions.repairs import settle_repair
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.history import Recorded, recorded_step, rows_of_step
from planner.library.history import take_back as apply_inverse

_TOOK_BACK = "Take back “"
_AGAIN = "Do again “"
_SETTLED = ("commitment", "repair")


def take_back(library: Library, step_id: int) -> str:
    """Take back one step that is done, whatever came after it; itself one step, whose label is returned.

    Raises KnownError, with nothing changed, where a later step builds on it; the sentence names that one.
    """
    step = recorded_step(library, step_id)
    label = _label(step.label)
    with library.change(label):
        apply_inverse(library, step)
        for person_id in _promised(library, step):
            _settle(library, step, person_id)
    return label


def _label(label: str) -> str:
    """'Take back “Log a call with Ana”', and back from there 'Do again “Log a call with Ana”'."""
    for begins, turned in ((_TOOK_BACK, _AGAIN), (_AGAIN, _TOOK_BACK)):
        if label.startswith(begins):
            return turned + label.removeprefix(begins)
    return f"{_TOOK_BACK}{label}”"


def _settle(library: Library, step: Recorded, person_id: int) -> None:
    """Bring up to date whether a time of mending has ended. Raises KnownError where two would be open."""
    settle_repair(library, person_id)
    still_open = library.value(
        "SELECT count(*) FROM repair WHERE person_id = ? AND ended_on IS NULL", (person_id,)
    )
    if still_open > 1:
        raise KnownError(
            f"“{step.label}” cannot be taken back by itself, because trust is being mended again since. "
            "Nothing was changed."
        )


def _promised(library: Library, step: Recorded) -> list[int]:
    """Everybody whose promises or times of mending the step touched."""
    found: set[int] = set()
    for row in rows_of_step(library, step, lambda table, *_: table in _SETTLED):
        now = library.value(f"SELECT person_id FROM {row.table} WHERE id = ?", (row.key,))
        said = [(values or {}).get("person_id") for values in (row.before, row.after)]
        found.update(each for each in (now, *said) if each)
    return sorted(found)
