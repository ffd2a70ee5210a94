"""The owner's own views of a relationship, with their history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.trust_equation import Reflection, range_words
from planner.domain.views import SHEET, ViewKind, is_pale
from planner.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view of one kind, of a day, with the fact behind it ('' for none)."""

    id: int
    kind: ViewKind
    value: float
    on: date
    fact: str
    pale: bool


def views_of(library: Library, person_id: int, today: date, kind: ViewKind | None = None) -> tuple[View, ...]:
    """All views of one relationship, or those of one kind, newest first; what was never set is not there."""
    rows = library.rows(
        "SELECT id, kind, value, on_day, fact FROM own_view WHERE person_id = ? AND (? IS NULL OR kind = ?)"
        " ORDER BY on_day DESC, id DESC",
        (person_id, kind, kind),
    )
    return tuple(
        View(
            id=row[0],
            kind=ViewKind(row[1]),
            value=row[2],
            on=(on := date.fromisoformat(row[3])),
            fact=row[4],
            pale=is_pale(on, row[4], today),
        )
        for row in rows
    )


def current_views(views: tuple[View, ...]) -> dict[ViewKind, View]:
    """The newest view of each kind."""
    return {view.kind: view for view in reversed(views)}


def latest_views(library: Library, kind: ViewKind) -> dict[int, float]:
    """The newest view of one kind of everybody that has one, by person; nobody archived or in the trash."""
    rows = library.rows(
        "SELECT v.person_id, v.value, max(v.on_day) FROM own_view v JOIN person p ON p.id = v.person_id"
        " WHERE v.kind = ? AND p.archived = 0 AND p.trashed_on IS NULL GROUP BY v.person_id",
        (kind.value,),
    )
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflected:
    """The newest sheet of the trust equation: the four answers, and their range in words."""

    on: date
    reflection: Reflection
    range_words: str


def newest_reflection(views: tuple[View, ...]) -> Reflected | None:
    """The newest sheet that was filled in whole; None where there is none."""
    by_day: dict[date, dict[ViewKind, int]] = {}
    for view in views:
        if view.kind in SHEET:
            by_day.setdefault(view.on, {}).setdefault(view.kind, round(view.value))
    for on, answers in by_day.items():
        if len(answers) == len(SHEET):
            reflection = Reflection(**{kind.value.replace("-", "_"): answers[kind] for kind in SHEET})
            return Reflected(on=on, reflection=reflection, range_words=range_words(reflection))
    return None
