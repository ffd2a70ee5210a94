"""What a row says at the moment: it depends on what was decided, and for meetings on who comes in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.actions.imports.events import Fate
from planner.actions.imports.files import Becomes, Difference, Imported
from planner.actions.imports.settle import Settled
from planner.ui.review import words
from planner.ui.review.decisions import Decisions
from planner.ui.review.rows import Answer, Row, Section

_BADGES: Mapping[Becomes, tuple[str, str]] = {
    Becomes.CONVERSATION: ("chat", "Conversation"),
    Becomes.PLAN: ("plan", "Plan"),
    Becomes.BUSY: ("clock", "Busy time"),
    Becomes.COMMITMENT: ("flag", "Promise"),
    Becomes.CHANGED: ("refresh", "Changed"),
    Becomes.ALREADY: ("", "Here already"),
    Becomes.LEFT_OUT: ("", "Left out"),
}
_LEFT_OUT = ("", "Left out")
_NOTHING_TO_TICK = (Becomes.ALREADY, Becomes.LEFT_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the import would do as everything is decided now; `fates` by the events' keys."""

    imported: Imported = field(default_factory=Imported)
    nothing: bool = True
    fates: Mapping[str, Fate] = field(default_factory=dict)

    @classmethod
    def of(cls, settled: Settled) -> Outcome:
        """From what will be written."""
        return cls(
            imported=settled.imported,
            nothing=settled.nothing,
            fates={fate.event.key: fate for fate in settled.fates},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A row's words. `ticked` None is a row without a tick box; `badge` is an icon and a word, or None."""

    ticked: bool | None
    words: str
    badge: tuple[str, str] | None = None
    conflicts: tuple[Difference, ...] = ()

    @property
    def comes_in(self) -> bool:
        """Whether the row is shown at full strength."""
        return self.ticked is not False


def telling(row: Row, decisions: Decisions, outcome: Outcome, names: Mapping[int, str]) -> Telling:
    """What a row says now."""
    if row.event is not None:
        return _meeting(row, decisions, outcome, names)
    return Telling(
        ticked=decisions.ticked(row) if row.answers else None,
        words=_person(row, decisions.of(row)),
        conflicts=decisions.conflicts(row),
    )


def spoken(row: Row, told: Telling) -> str:
    """The row in one breath, for assistive technology."""
    tick = {True: "ticked", False: "not ticked", None: ""}[told.ticked]
    conflicts = [words.conflict(each) for each in told.conflicts]
    badge = told.badge[1] if told.badge else ""
    return ", ".join(filter(None, (row.title, tick, row.about, told.words, *conflicts, badge)))


def _person(row: Row, answer: Answer) -> str:
    if row.section not in (Section.POSSIBLE, Section.STRANGERS, Section.WRITERS):
        return row.words
    if answer is Answer.SAME:
        return row.same_words
    if answer is Answer.YOU:
        return "Kept as one of your own addresses: it tells who wrote to whom, and who you are at meetings"
    return row.new_words if answer is Answer.NEW and row.new_words else row.words


def _meeting(row: Row, decisions: Decisions, outcome: Outcome, names: Mapping[int, str]) -> Telling:
    assert row.event is not None
    if not decisions.ticked(row):
        invited = [names[person] for person in row.event.invited]
        return Telling(ticked=False, words=_with(invited), badge=_LEFT_OUT)
    fate = outcome.fates.get(row.event.key)
    becomes = fate.becomes if fate else row.event.becomes
    people = fate.people if fate else row.event.people
    coming = [names[person] for person in people]
    others = [names[person] for person in row.event.invited if person not in people]
    return Telling(
        ticked=None if becomes in _NOTHING_TO_TICK else True,
        words=_with(coming) if coming or not others else f"Nobody you know: {words.people(others)}",
        badge=_BADGES[becomes],
    )


def _with(people: list[str]) -> str:
    return f"With {words.people(people)}" if people else "Nobody else"
