"""How promises were kept, in both directions: the sentence, the interval, and every promise behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain import words
from planner.domain.belief import percent_words
from planner.domain.commitments import (
    By,
    Outcome,
    Record,
    agreed_days,
    record,
    usual_share,
    worth,
    worth_of,
)
from planner.domain.names import who, whom
from planner.library import Library
from planner.queries.commitments import commitments_made


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFact:
    """A promise that says something. `worth` is 1 for kept in time, 0 for not kept; `days_late` None: no day.

    `counts` is how much it still weighs, 1 for a fresh one of normal size.
    """

    id: int
    what: str
    due_on: date | None
    outcome: Outcome | None
    closed_on: date | None
    worth: float
    days_late: int | None
    counts: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """The promises of one direction: `sentence` says how many were kept, `likely` what that lets one expect.

    `mean` and `interval` (90 %) are shares in 0 to 1, None below the worth of one fresh promise; `evidence`
    is how many fresh promises it is worth, `usual` the share expected before any.
    """

    by: By
    sentence: str
    likely: str
    kept: int
    counted: int
    evidence: float
    mean: float | None
    interval: tuple[float, float] | None
    usual: float
    facts: tuple[PromiseFact, ...]


_ENDED = """
SELECT by, outcome, CAST(julianday(closed_on) - julianday(due_on) AS INTEGER), count(*) FROM commitment
WHERE outcome IN ('kept', 'kept late', 'broken') AND follows_id IS NULL GROUP BY 1, 2, 3
"""
"""The endings of promises that were never moved: those are many, and their own day is the one that counts."""


def usual_shares(library: Library, today: date) -> dict[By, float]:
    """The share of promises that is usually kept, by you and by everybody else together."""
    ended: dict[By, list[tuple[float, int]]] = {by: [] for by in By}
    for by, outcome, late, count in library.rows(_ENDED):
        value = worth_of(Outcome(outcome), late)
        if value is not None:
            ended[By(by)].append((value, count))
    moved = [row[0] for row in library.rows("SELECT person_id FROM commitment WHERE follows_id IS NOT NULL")]
    for (_, by), made in commitments_made(library, set(moved)).items():
        days = agreed_days(made)
        for each in made:
            if each.follows and each.outcome and (value := worth(each, days[each.id], today)) is not None:
                ended[by].append((value, 1))
    return {by: usual_share(counted) for by, counted in ended.items()}


def promise_records(
    library: Library, person_id: int, name: str, pronouns: str, today: date
) -> tuple[Mapping[By, Record], Mapping[By, Direction]]:
    """Both directions of one relationship, as records and as they are told."""
    made = commitments_made(library, [person_id])
    said = dict(library.rows("SELECT id, what FROM commitment WHERE person_id = ?", (person_id,)))
    usual = usual_shares(library, today)
    records = {by: record(made.get((person_id, by), []), today, usual=usual[by]) for by in By}
    return records, {
        by: _direction(by, each, usual[by], said, name, pronouns) for by, each in records.items()
    }


def _direction(
    by: By, found: Record, usual: float, said: Mapping[int, str], name: str, pronouns: str
) -> Direction:
    known = found.belief.is_known
    return Direction(
        by=by,
        sentence=kept_sentence(by, found.kept, found.counted, name, pronouns),
        likely=_likely(found),
        kept=found.kept,
        counted=found.counted,
        evidence=found.belief.evidence,
        mean=found.belief.mean if known else None,
        interval=found.belief.interval if known else None,
        usual=usual,
        facts=tuple(
            PromiseFact(
                id=each.commitment.id,
                what=said[each.commitment.id],
                due_on=each.commitment.due_on,
                outcome=each.commitment.outcome,
                closed_on=each.commitment.closed_on,
                worth=each.worth,
                days_late=each.days_late,
                counts=each.counts,
            )
            for each in found.facts
        ),
    )


def kept_sentence(by: By, kept: int, counted: int, name: str, pronouns: str) -> str:
    """'You kept 8 of 9 promises to her', 'She kept 1 of 1 promise to you', or that none has ended yet."""
    other = whom(name, pronouns)
    if not counted:
        return f"No promise {'to ' + other if by is By.YOU else 'to you'} has ended yet"
    subject = "You" if by is By.YOU else who(name, pronouns)
    to = other if by is By.YOU else "you"
    return f"{subject[:1].upper()}{subject[1:]} kept {kept} of {words.count(counted, 'promise')} to {to}"


def _likely(found: Record) -> str:
    if not found.belief.is_known:
        return percent_words(found.belief)
    fresh = words.count(round(found.belief.evidence), "fresh promise")
    return f"{percent_words(found.belief)}; evidence worth {fresh}"
