"""The dated facts that speak for or against somebody's ability, benevolence and integrity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.belief import Belief
from planner.domain.commitments import Size, size_of
from planner.domain.dimensions import Dimension, Said, Source, dimension_belief, leaning_words
from planner.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One dated fact; a private one is shown only where it is opened on purpose."""

    id: int
    dimension: Dimension
    speaks_for: bool
    what: str
    strength: Size
    source: Source
    on: date
    private: bool

    @property
    def counts(self) -> bool:
        """Whether it is evidence: a rumour is not."""
        return self.source is not Source.RUMOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionKnown:
    """What the facts of one dimension let one believe: words, and the 90 % interval, None while not known.

    `evidence` is how many fresh facts it is worth.
    """

    dimension: Dimension
    words: str
    evidence: float
    interval: tuple[float, float] | None
    facts: tuple[Fact, ...]


def facts_of(library: Library, person_id: int) -> tuple[Fact, ...]:
    """All facts about one person, newest first."""
    rows = library.rows(
        "SELECT id, dimension, speaks_for, what, weight, source, on_day, private FROM evidence"
        " WHERE person_id = ? ORDER BY on_day DESC, id DESC",
        (person_id,),
    )
    return tuple(
        Fact(
            id=row[0],
            dimension=Dimension(row[1]),
            speaks_for=bool(row[2]),
            what=row[3],
            strength=size_of(row[4]),
            source=Source(row[5]),
            on=date.fromisoformat(row[6]),
            private=bool(row[7]),
        )
        for row in rows
    )


def beliefs_of(facts: Iterable[Fact], today: date) -> dict[Dimension, Belief]:
    """The belief in each dimension."""
    known = tuple(facts)
    return {
        dimension: dimension_belief(
            Said(
                speaks_for=fact.speaks_for,
                weight=fact.strength.weight,
                source=fact.source,
                age_days=(today - fact.on).days,
            )
            for fact in known
            if fact.dimension is dimension
        )
        for dimension in Dimension
    }


def dimensions_known(facts: Sequence[Fact], beliefs: dict[Dimension, Belief]) -> tuple[DimensionKnown, ...]:
    """The three dimensions as they are told, each with its facts."""
    return tuple(
        DimensionKnown(
            dimension=dimension,
            words=leaning_words(found),
            evidence=found.evidence,
            interval=found.interval if found.is_known else None,
            facts=tuple(fact for fact in facts if fact.dimension is dimension),
        )
        for dimension, found in beliefs.items()
    )
