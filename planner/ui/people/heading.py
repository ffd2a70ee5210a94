"""What the heading of a group of people says, and whom its counts stand for."""

from __future__ import annotations

from planner.domain import words
from planner.domain.filters import NOT_STARTED_STATES, OVERDUE_STATES, Filter, saying
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
_FIELDS = {"layer": "layers", "city": "cities", "organisation": "organisations", "initiative": "initiatives"}
"""What a filter says of the groups, by the first part of their key."""


def heading_of(group: Group) -> GroupHeading:
    """The name, how many people, and how they stand; not where all stand alike and the name says it."""
    counted = words.count(len(group.people), "person", "people")
    return GroupHeading(group.name, counted, group.hue, group.state, tuple(_told(group)))


def counts_of(group: Group) -> list[tuple[str, frozenset[State]]]:
    """'2 overdue' with the states that it counts, for each count that the heading tells."""
    if group.state is not None:
        return []
    amounts = [(sum(group.states[each] for each in states), word, states) for states, word in _TOLD]
    return [(f"{amount} {word}", states) for amount, word, states in amounts if amount]


def opened(wanted: Filter, group: Group, states: frozenset[State]) -> Filter:
    """The filter that shows those of a group whom a count stands for."""
    kind, _, key = group.key.partition(":")
    if kind in _FIELDS:
        only = frozenset({key if kind == "city" else int(key)})
        wanted = saying(wanted, **{_FIELDS[kind]: only})
    return wanted._replace(states=states)


def _told(group: Group) -> list[tuple[str, State | None]]:
    return [(said, next(each for each in State if each in states)) for said, states in counts_of(group)]
