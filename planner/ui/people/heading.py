"""What the heading of a group of people says."""

from __future__ import annotations

from planner.domain import words
from planner.domain.filters import NOT_STARTED_STATES, OVERDUE_STATES
from planner.domain.rhythm import State
from planner.ui.people.grouping import Group
from planner.ui.widgets.group_heading import GroupHeading

_TOLD = (
    (NOT_STARTED_STATES, "not started"),
    (frozenset({State.RESTING}), "resting"),
    (frozenset({State.ON_RHYTHM}), "on rhythm"),
    (frozenset({State.DUE}), "due"),
    (OVERDUE_STATES, "overdue"),
)
"""From left to right."""


def heading_of(group: Group) -> GroupHeading:
    """The name, how many people, and how they stand; not where all stand alike and the name says it."""
    counted = words.count(len(group.people), "person", "people")
    told = () if group.state is not None else tuple(_told(group))
    return GroupHeading(group.name, counted, group.hue, group.state, told)


def _told(group: Group) -> list[tuple[str, State | None]]:
    found: list[tuple[str, State | None]] = []
    for states, word in _TOLD:
        amount = sum(group.states[each] for each in states)
        if amount:
            found.append((f"{amount} {word}", next(each for each in State if each in states)))
    return found
