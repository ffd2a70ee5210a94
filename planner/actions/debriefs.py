"""The debrief after a conversation: what it did to trust, what was learned and promised; as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.actions.commitments import promise
from planner.actions.people import names_in_a_row
from planner.actions.understanding import LearnedForm, learn
from planner.domain.angles import Angle, LearnedFrom
from planner.domain.commitments import By
from planner.domain.debrief import TrustMark
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Debrief


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedLine:
    """One line learned about one of the people."""

    person_id: int
    angle: Angle
    learned: str
    source: LearnedFrom = LearnedFrom.THEY_SAID
    question: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedLine:
    """One line promised to or by one of the people."""

    person_id: int
    by: By
    what: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefForm:
    """All of it may stay empty: `marks` says of whom trust went up, stayed the same or went down."""

    marks: Mapping[int, TrustMark] = field(default_factory=dict)
    learned: tuple[LearnedLine, ...] = ()
    promised: tuple[PromisedLine, ...] = ()


def debrief(library: Library, conversation_id: int, form: DebriefForm, *, today: date) -> None:
    """Keep what a conversation left behind; once more takes the place of the marks given before.

    Raises KnownError for somebody who was not there, and for an empty line.
    """
    day, people = _conversation(library, conversation_id)
    named = {*form.marks, *(each.person_id for each in form.learned), *(p.person_id for p in form.promised)}
    if not named <= set(people):
        raise KnownError("Only people who were there can be part of its debrief.")
    with library.change(f"Debrief the conversation with {names_in_a_row(library, people)}"):
        for person_id in people:
            mark = form.marks.get(person_id)
            _write(conversation_id, person_id, today, mark, skipped=not named)
        for line in form.learned:
            learn(library, line.person_id, _learned(line, conversation_id, day), today=today)
        for said in form.promised:
            promise(
                *(library, said.person_id, said.by, said.what, said.due_on),
                today=day,
                conversation_id=conversation_id,
            )


def skip_debrief(library: Library, conversation_id: int, *, today: date) -> None:
    """Ask no more about a conversation."""
    _, people = _conversation(library, conversation_id)
    with library.change(f"Skip the debrief with {names_in_a_row(library, people)}"):
        for person_id in people:
            _write(conversation_id, person_id, today, None, skipped=True)


def _conversation(library: Library, conversation_id: int) -> tuple[date, list[int]]:
    rows = list(
        library.rows(
            "SELECT day, person_id FROM participation WHERE conversation_id = ? ORDER BY id",
            (conversation_id,),
        )
    )
    if not rows:
        raise KnownError("This conversation is no longer in the library.")
    return date.fromisoformat(rows[0][0]), [row[1] for row in rows]


def _write(
    conversation_id: int, person_id: int, today: date, mark: TrustMark | None, *, skipped: bool
) -> None:
    columns = {"on_day": today, "trust": mark.value if mark else None, "skipped": skipped}
    same = Debrief.get_or_none(Debrief.conversation == conversation_id, Debrief.person == person_id)
    if same is None:
        Debrief.create(conversation=conversation_id, person=person_id, **columns)
    else:
        Debrief.update(**columns).where(Debrief.id == same.id).execute()


def _learned(line: LearnedLine, conversation_id: int, day: date) -> LearnedForm:
    return LearnedForm(
        angle=line.angle,
        learned=line.learned,
        on=day,
        source=line.source,
        private=line.private,
        question=line.question,
        conversation_id=conversation_id,
    )
