"""Which commitments the page shows, under which headings, and what each line says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from planner.domain import words
from planner.domain.commitments import By, Outcome
from planner.domain.names import fold
from planner.domain.rhythm import State
from planner.queries.commitments import Listed, When
from planner.ui.widgets.group_heading import GroupHeading

_SOON_DAYS = 3
_NAMES = {
    When.OVERDUE: "Overdue",
    When.SOON: "In the coming week",
    When.LATER: "Later",
    When.NO_DAY: "No day given",
    When.ENDED: "Ended in the last year",
}
_ENDED = {
    Outcome.KEPT: "Kept",
    Outcome.KEPT_LATE: "Kept late",
    Outcome.RENEGOTIATED: "Moved",
    Outcome.BROKEN: "Not kept",
    Outcome.RELEASED: "No longer needed",
}


class Narrow(NamedTuple):
    """Which commitments to show: of one side, overdue ones only, with one person (0: all), holding words."""

    by: By | None = None
    overdue: bool = False
    person_id: int = 0
    text: str = ""

    def __bool__(self) -> bool:
        return any(self)


class Heading(NamedTuple):
    """A group's heading."""

    when: When
    said: GroupHeading
    folded: bool


class Line(NamedTuple):
    """One commitment as a line."""

    listed: Listed
    whose: str
    day: str
    state: State | None
    spoken: str


Row = Heading | Line


def narrowed(wanted: Narrow, everything: Iterable[Listed]) -> list[Listed]:
    """Those that the page is narrowed to, in the order they came in."""
    typed = fold(wanted.text).split()
    return [each for each in everything if _fits(wanted, typed, each)]


def rows_of(shown: Sequence[Listed], folded: frozenset[When], today: date) -> list[Row]:
    """Headings with their lines; a folded group shows its heading alone, an empty one nothing."""
    found: list[Row] = []
    for when in When:
        group = [each for each in shown if each.when is when]
        if group:
            found.append(Heading(when, _heading(when, group), when in folded))
            found += [] if when in folded else [_line(each, today) for each in group]
    return found


def _fits(wanted: Narrow, typed: list[str], listed: Listed) -> bool:
    if wanted.by is not None and listed.yours is not (wanted.by is By.YOU):
        return False
    if wanted.overdue and listed.when is not When.OVERDUE:
        return False
    if wanted.person_id and listed.person_id != wanted.person_id:
        return False
    if not typed:
        return True
    held = fold(f"{listed.name} {listed.what} {listed.note}")
    return all(word in held for word in typed)


def _heading(when: When, group: Sequence[Listed]) -> GroupHeading:
    yours = sum(each.yours for each in group)
    told = [f"{yours} of yours"] if yours else []
    told += [f"{len(group) - yours} promised to you"] if len(group) > yours else []
    state = State.OVERDUE if when is When.OVERDUE else None
    counted = words.count(len(group), "commitment")
    return GroupHeading(_NAMES[when], counted, state=state, told=tuple((each, None) for each in told))


def _line(listed: Listed, today: date) -> Line:
    whose = f"You promised {listed.name}" if listed.yours else f"{listed.name} promised you"
    if listed.moved_from:
        whose = f"{whose}, moved from {words.short_day(listed.moved_from, today)}"
    else:
        whose = f"{whose} on {words.short_day(listed.made_on, today)}"
    day, state = _day(listed, today)
    return Line(listed=listed, whose=whose, day=day, state=state, spoken=f"{listed.what}. {whose}. {day}")


def _day(listed: Listed, today: date) -> tuple[str, State | None]:
    """'11 days overdue', 'Tomorrow', 'Fri 18 Sep', 'Kept 12 Sep', and the state whose shape says the same."""
    if listed.outcome is not None:
        on = f" {words.short_day(listed.closed_on, today)}" if listed.closed_on else ""
        return f"{_ENDED[listed.outcome]}{on}", None
    if listed.due_on is None:
        return "No day", None
    left = (listed.due_on - today).days
    if left < 0:
        return f"{words.count(-left, 'day')} overdue", State.OVERDUE
    day = {0: "Today", 1: "Tomorrow"}.get(left, words.day_words(listed.due_on, today))
    return day, State.DUE if left <= _SOON_DAYS else None
