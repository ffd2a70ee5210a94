"""How much one depends on somebody, assessed on a day; earlier assessments are kept."""

from __future__ import annotations

from datetime import date

from planner.actions.checks import whom_of
from planner.actions.people import name_of
from planner.domain.criticality import Reliance
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Reliance as Row

_HOURS_A_WEEK = 168


def assess_reliance(
    library: Library, person_id: int, reliance: Reliance, *, note: str = "", today: date
) -> int:
    """Write down how much you depend on somebody and return its id; once more on one day takes its place.

    Raises KnownError where nothing was assessed or a figure is out of range.
    """
    _check(reliance)
    columns: dict[str, object] = {
        "importance": reliance.importance,
        "alternatives": reliance.alternatives,
        "hours_per_week": reliance.hours_per_week,
        "benefit_to_you": reliance.benefit_to_you,
        "benefit_to_them": reliance.benefit_to_them,
        "note": note.strip(),
    }
    with library.change(f"Assess how much you depend on {name_of(library, person_id)}"):
        same = Row.get_or_none(Row.person == person_id, Row.on_day == today)
        if same is None:
            return int(Row.create(person=person_id, on_day=today, **columns).id)
        Row.update(**columns).where(Row.id == same.id).execute()
        return int(same.id)


def remove_reliance(library: Library, reliance_id: int) -> None:
    """Remove an assessment; the one before it counts again."""
    with library.change(f"Remove how much you depend on {whom_of(library, 'reliance', reliance_id)}"):
        Row.delete().where(Row.id == reliance_id).execute()


def _check(reliance: Reliance) -> None:
    shares = (reliance.importance, reliance.benefit_to_you, reliance.benefit_to_them)
    hours, alternatives = reliance.hours_per_week, reliance.alternatives
    if all(each is None for each in (*shares, hours, alternatives)):
        raise KnownError("Say at least one thing: expertise, time together, or what both gain.")
    if any(each is not None and not 0 <= each <= 1 for each in shares):
        raise KnownError("Importance and benefit run from 0 to 1.")
    if hours is not None and not 0 <= hours <= _HOURS_A_WEEK:
        raise KnownError(f"A week has between 0 and {_HOURS_A_WEEK} hours.")
    if alternatives is not None and alternatives < 0:
        raise KnownError("There cannot be fewer than no alternatives.")
