"""Facts that speak for or against trust, and the owner's own dated views of a relationship."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.actions.checks import refuse_day_ahead, whom_of
from planner.actions.people import name_of
from planner.domain.commitments import Size
from planner.domain.dimensions import Dimension, Source
from planner.domain.errors import KnownError
from planner.domain.trust_equation import HIGHEST, LOWEST, Reflection
from planner.domain.views import ViewKind
from planner.library import Library
from planner.library.tables import Evidence, OwnView


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceForm:
    """One dated fact that speaks for or against somebody's ability, benevolence or integrity."""

    dimension: Dimension
    speaks_for: bool
    what: str
    on: date
    strength: Size = Size.NORMAL
    source: Source = Source.OWN
    private: bool = False


def note_evidence(library: Library, person_id: int, form: EvidenceForm, *, today: date) -> int:
    """Note a fact and return its id. Raises KnownError for an empty one and for a day to come."""
    _check(form, today)
    with library.change(f"Note a fact about {name_of(library, person_id)}"):
        row = Evidence.create(person=person_id, **_columns(form))
    return int(row.id)


def change_evidence(library: Library, evidence_id: int, form: EvidenceForm, *, today: date) -> None:
    """Write the whole form over a fact."""
    _check(form, today)
    with library.change(f"Change a fact about {whom_of(library, 'evidence', evidence_id)}"):
        Evidence.update(**_columns(form)).where(Evidence.id == evidence_id).execute()


def remove_evidence(library: Library, evidence_id: int) -> None:
    """Remove a fact."""
    with library.change(f"Remove a fact about {whom_of(library, 'evidence', evidence_id)}"):
        Evidence.delete().where(Evidence.id == evidence_id).execute()


def record_view(
    library: Library, person_id: int, kind: ViewKind, value: float, *, fact: str = "", on: date, today: date
) -> int:
    """Record how you see a relationship on a day, with the fact behind it; earlier views are kept.

    Another view of the same day takes the place of the first. “I see it differently” (trust) needs its fact.
    """
    _check_view(kind, value, fact, on, today)
    with library.change(f"See {kind} with {name_of(library, person_id)} differently"):
        same = OwnView.get_or_none(
            OwnView.person == person_id, OwnView.kind == kind.value, OwnView.on_day == on
        )
        if same is None:
            return int(
                OwnView.create(
                    person=person_id, kind=kind.value, value=value, on_day=on, fact=fact.strip()
                ).id
            )
        OwnView.update(value=value, fact=fact.strip()).where(OwnView.id == same.id).execute()
        return int(same.id)


def remove_view(library: Library, view_id: int) -> None:
    """Remove a view; the one before it counts again."""
    with library.change(f"Remove a view of {whom_of(library, 'own_view', view_id)}"):
        OwnView.delete().where(OwnView.id == view_id).execute()


def reflect(library: Library, person_id: int, reflection: Reflection, *, today: date) -> None:
    """Keep the four answers of the trust equation's sheet, about yourself with somebody, as one step."""
    answers = {
        ViewKind.CREDIBILITY: reflection.credibility,
        ViewKind.RELIABILITY: reflection.reliability,
        ViewKind.INTIMACY: reflection.intimacy,
        ViewKind.SELF_INTEREST: reflection.self_interest,
    }
    if not all(LOWEST <= each <= HIGHEST for each in answers.values()):
        raise KnownError(f"Answer each from {LOWEST} to {HIGHEST}.")
    with library.change(f"Reflect on yourself with {name_of(library, person_id)}"):
        for kind, answer in answers.items():
            record_view(library, person_id, kind, answer, on=today, today=today)


def _check(form: EvidenceForm, today: date) -> None:
    if not form.what.strip():
        raise KnownError("Write down the fact: what happened.")
    refuse_day_ahead(form.on, today)


def _check_view(kind: ViewKind, value: float, fact: str, on: date, today: date) -> None:
    low, high = kind.scale
    if not low <= value <= high:
        raise KnownError(f"Choose a value from {low:g} to {high:g}.")
    refuse_day_ahead(on, today)
    if kind is ViewKind.TRUST and not fact.strip():
        raise KnownError("Write down the fact that lets you see it differently.")


def _columns(form: EvidenceForm) -> dict[str, object]:
    return {
        "dimension": form.dimension.value,
        "speaks_for": form.speaks_for,
        "weight": form.strength.weight,
        "source": form.source.value,
        "on_day": form.on,
        "what": form.what.strip(),
        "private": form.private,
    }
