"""Give and take, and who reaches out: counts with their facts, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.channels import ReachedOut
from planner.domain.commitments import By
from planner.domain.reciprocity import FavourKind, Leaning, Reciprocity, reciprocity
from planner.library import Library

GIVING_DAYS, REACHING_DAYS = 365, 183
"""What is counted: giving over twelve months, reaching out over six."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One thing given by you or by them; '' where it was not said what."""

    id: int
    by: By
    kind: FavourKind
    what: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAndTake:
    """What was given in the last twelve months, newest first, and how it leans."""

    facts: tuple[Given, ...]
    leaning: Reciprocity

    @property
    def words(self) -> str:
        """'Answers, introductions, favours. Near balance.'"""
        said = {
            Leaning.NO_RECORD: "Nothing written down yet.",
            Leaning.TOO_FEW: "Too few to tell.",
            Leaning.BALANCED: "Near balance.",
            Leaning.MOSTLY_YOU: "Mostly you.",
            Leaning.MOSTLY_THEM: "Mostly them.",
        }[self.leaning.leaning]
        kinds = [f"{kind}s" for kind in FavourKind if any(each.kind is kind for each in self.facts)]
        return f"{', '.join(kinds).capitalize()}. {said}" if kinds else said


def favours_of(library: Library, person_id: int) -> tuple[Given, ...]:
    """All that was ever given between you and one person, newest first."""
    rows = library.rows(
        "SELECT id, by, kind, what, on_day FROM favour WHERE person_id = ? ORDER BY on_day DESC, id DESC",
        (person_id,),
    )
    return tuple(
        Given(id=row[0], by=By(row[1]), kind=FavourKind(row[2]), what=row[3], on=date.fromisoformat(row[4]))
        for row in rows
    )


def give_and_take(library: Library, person_id: int, today: date) -> GiveAndTake:
    """What you and one person gave each other."""
    since = today - timedelta(days=GIVING_DAYS)
    facts = tuple(each for each in favours_of(library, person_id) if since <= each.on <= today)
    return GiveAndTake(facts=facts, leaning=_leaning(((each.by is By.YOU, each.on) for each in facts), today))


def reaching_out(library: Library, person_id: int, today: date) -> Reciprocity:
    """Who began the conversations of the last six months; those of which it is not known are left out."""
    rows = library.rows(
        "SELECT c.reached_out, c.day FROM participation x JOIN conversation c ON c.id = x.conversation_id"
        " WHERE x.person_id = ? AND x.day BETWEEN ? AND ? AND c.reached_out IS NOT NULL",
        (person_id, *_since(today, REACHING_DAYS)),
    )
    return _leaning(((by == ReachedOut.YOU, date.fromisoformat(day)) for by, day in rows), today)


def _since(today: date, days: int) -> tuple[str, str]:
    return (today - timedelta(days=days)).isoformat(), today.isoformat()


def _leaning(facts: Iterable[tuple[bool, date]], today: date) -> Reciprocity:
    ages = [(yours, (today - on).days) for yours, on in facts]
    return reciprocity([age for yours, age in ages if yours], [age for yours, age in ages if not yours])
