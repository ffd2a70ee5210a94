"""What was learned about a person under an angle: adding, changing and removing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.actions.checks import refuse_day_ahead, whom_of
from planner.actions.people import name_of
from planner.domain.angles import Angle, Certainty, LearnedFrom
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedForm:
    """One thing understood. `question` is what it answers, '' for nothing asked."""

    angle: Angle
    learned: str
    on: date
    source: LearnedFrom = LearnedFrom.THEY_SAID
    certainty: Certainty = Certainty.SURE
    private: bool = False
    question: str = ""
    conversation_id: int | None = None


def learn(library: Library, person_id: int, form: LearnedForm, *, today: date) -> int:
    """File something learned about a person and return its id. Raises KnownError for nothing at all."""
    _check(form, today)
    with library.change(f"Note what you learned about {name_of(library, person_id)}"):
        row = Understanding.create(person=person_id, **_columns(form))
    return int(row.id)


def change_learned(library: Library, learned_id: int, form: LearnedForm, *, today: date) -> None:
    """Write the whole form over something learned."""
    _check(form, today)
    with library.change(f"Change what you learned about {whom_of(library, 'understanding', learned_id)}"):
        Understanding.update(**_columns(form)).where(Understanding.id == learned_id).execute()


def remove_learned(library: Library, learned_id: int) -> None:
    """Forget something that was learned."""
    with library.change(f"Remove what you learned about {whom_of(library, 'understanding', learned_id)}"):
        Understanding.delete().where(Understanding.id == learned_id).execute()


def _check(form: LearnedForm, today: date) -> None:
    if not form.learned.strip():
        raise KnownError("Write down what you learned.")
    refuse_day_ahead(form.on, today)


def _columns(form: LearnedForm) -> dict[str, object]:
    return {
        "angle": form.angle.value,
        "learned": form.learned.strip(),
        "learned_on": form.on,
        "source": form.source.value,
        "certainty": form.certainty.value,
        "private": form.private,
        "question": form.question.strip(),
        "conversation": form.conversation_id,
    }
