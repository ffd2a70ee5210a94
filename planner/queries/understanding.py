"""What is understood about a person: the eight angles with their facts, and what is worth asking next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from planner.domain import angles
from planner.domain.angles import Angle, Certainty, Coverage, LearnedFrom
from planner.domain.errors import KnownError
from planner.domain.questions import Asked, WorthAsking, filled_in, worth_asking
from planner.library import Library
from planner.queries.questions import questions_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """One thing learned; a private one is shown only where it is opened on purpose."""

    id: int
    learned: str
    on: date
    source: LearnedFrom
    certainty: Certainty | None
    private: bool
    question: str
    conversation_id: int | None

    @property
    def counts(self) -> bool:
        """Whether it is evidence: a guess is not."""
        return self.source is not LearnedFrom.GUESS


@dataclass(frozen=True, slots=True, kw_only=True)
class AngleKnown:
    """One angle of a person: its title, how well it is covered, and its facts, newest first."""

    angle: Angle
    title: str
    coverage: Coverage
    facts: tuple[Learned, ...]

    @property
    def age(self) -> str:
        """'3 wk': how long ago the newest fact was learned, or 'not known yet'."""
        return angles.age_words(self.coverage.age_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """All angles in their order. `asking` is None only where there is no question at all."""

    angles: tuple[AngleKnown, ...]
    asking: WorthAsking | None

    @property
    def summary(self) -> str:
        """'6 of 8 angles fresh'."""
        return angles.freshness_words([each.coverage for each in self.angles])

    @property
    def coverage(self) -> float:
        """The mean coverage, 0 to 1; for sorting alone."""
        return angles.whole_coverage([each.coverage for each in self.angles])


def understanding_of(library: Library, person_id: int, today: date) -> Understanding:
    """Raises KnownError where the person is no longer there."""
    person = library.row("SELECT name, pronouns, layer_id FROM person WHERE id = ?", (person_id,))
    if person is None:
        raise KnownError("This person is no longer in the library.")
    name, pronouns, layer_id = person
    facts = _facts(library, person_id)
    known = {angle: _coverage(angle, facts[angle], today) for angle in Angle}
    bank = {
        angle: [filled_in(each, today) for each in questions]
        for angle, questions in questions_for(library, layer_id).items()
    }
    asked = [
        Asked(words=fact.question, on_day=fact.on)
        for each in facts.values()
        for fact in each
        if fact.question
    ]
    return Understanding(
        angles=tuple(
            AngleKnown(
                angle=angle,
                title=angles.title(angle, name, pronouns),
                coverage=known[angle],
                facts=tuple(facts[angle]),
            )
            for angle in Angle
        ),
        asking=worth_asking(known, bank, asked),
    )


def _coverage(angle: Angle, facts: list[Learned], today: date) -> Coverage:
    return angles.coverage([(fact.source, (today - fact.on).days) for fact in facts], angle.half_life_days)


def _facts(library: Library, person_id: int) -> defaultdict[Angle, list[Learned]]:
    """By angle, newest first; what has no source counts as a guess."""
    found: defaultdict[Angle, list[Learned]] = defaultdict(list)
    rows = library.rows(
        "SELECT id, angle, learned, learned_on, source, certainty, private, question, conversation_id"
        " FROM understanding WHERE person_id = ? ORDER BY learned_on DESC, id DESC",
        (person_id,),
    )
    for identity, angle, learned, on, source, certainty, private, question, conversation_id in rows:
        found[Angle(angle)].append(
            Learned(
                id=identity,
                learned=learned,
                on=date.fromisoformat(on),
                source=LearnedFrom(source) if source else LearnedFrom.GUESS,
                certainty=Certainty(certainty) if certainty else None,
                private=bool(private),
                question=question,
                conversation_id=conversation_id,
            )
        )
    return found
