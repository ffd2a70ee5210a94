"""What speaks for trust and what against it: short lines, each with its day and the fact it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain import words
from planner.domain.commitments import By, Outcome
from planner.domain.names import who
from planner.domain.reasons import promised
from planner.domain.reciprocity import Leaning, Reciprocity
from planner.queries.promise_records import Direction, PromiseFact, kept_sentence
from planner.queries.trust_facts import Fact

_YEAR = 365
_GOOD_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: for (True), against (False), or neither (None); `when` is 'Jul' or '12 mo'.

    It opens to a fact, a promise, or the whole record of one direction; the ids of the others are 0, and
    without any of them it is about reaching out. A private one is shown only where it is opened on purpose.
    """

    speaks_for: bool | None
    words: str
    when: str
    private: bool = False
    evidence_id: int = 0
    commitment_id: int = 0
    record: By | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Of whom the lines speak, and on which day."""

    name: str
    pronouns: str
    today: date

    def record(self, found: Direction) -> list[Line]:
        """The promises of one direction over twelve months, as one line; none where none has ended."""
        facts = [each for each in found.facts if self._recent(each)]
        if not facts:
            return []
        kept = sum(each.worth == 1 for each in facts)
        sentence = kept_sentence(found.by, kept, len(facts), self.name, self.pronouns)
        good = sum(each.worth for each in facts) / len(facts) >= _GOOD_SHARE
        return [Line(speaks_for=good, words=sentence, when="12 mo", record=found.by)]

    def slips(self, found: Direction) -> list[tuple[date, Line]]:
        """The promises of one direction that were late or not kept in the last twelve months."""
        return [
            (
                each.closed_on or self.today,
                Line(
                    speaks_for=False,
                    words=self._slip(found.by, each),
                    when=self._month(each.closed_on or self.today),
                    commitment_id=each.id,
                ),
            )
            for each in found.facts
            if each.worth < 1 and self._recent(each)
        ]

    def facts(self, facts: tuple[Fact, ...]) -> list[tuple[date, Line]]:
        """The facts that count, as lines."""
        return [
            (
                each.on,
                Line(
                    speaks_for=each.speaks_for,
                    words=each.what.rstrip("."),
                    when=self._month(each.on),
                    private=each.private,
                    evidence_id=each.id,
                ),
            )
            for each in facts
            if each.counts
        ]

    def reaching_out(self, found: Reciprocity) -> list[Line]:
        """Who reaches out, where there are enough conversations to say."""
        subject = self._who()[:1].upper() + self._who()[1:]
        said = {
            Leaning.BALANCED: (True, f"{subject} reaches out as often as you do"),
            Leaning.MOSTLY_THEM: (True, f"{subject} reaches out more often than you do"),
            Leaning.MOSTLY_YOU: (None, f"You reach out more often than {self._who()} does"),
        }.get(found.leaning)
        return [Line(speaks_for=said[0], words=said[1], when="6 mo")] if said else []

    def _slip(self, by: By, fact: PromiseFact) -> str:
        begun = promised(fact.what)
        begun = begun[:1].upper() + begun[1:]
        whose = "" if by is By.YOU else f", {self._who()} had promised"
        if fact.outcome is None and fact.due_on:
            overdue = words.small((self.today - fact.due_on).days)
            return f"{begun} is {overdue} days overdue{whose}"
        if fact.outcome is Outcome.BROKEN:
            return f"{begun} was not kept{whose}"
        late = fact.days_late
        days = f"{words.small(late)} {'day' if late == 1 else 'days'} late" if late else "late"
        return f"{begun} was {days}{whose}"

    def _recent(self, fact: PromiseFact) -> bool:
        return fact.closed_on is None or (self.today - fact.closed_on).days <= _YEAR

    def _month(self, day: date) -> str:
        month = words.month(day)
        return month if (self.today - day).days < _YEAR - 31 else f"{month} {day.year}"

    def _who(self) -> str:
        return who(self.name, self.pronouns)


def trust_lines(
    lines: Lines, directions: Mapping[By, Direction], facts: tuple[Fact, ...], reaching: Reciprocity
) -> tuple[Line, ...]:
    """All lines; first come the newest fact for, your record, who reaches out, and the newest against."""
    dated = [*lines.facts(facts), *lines.slips(directions[By.YOU]), *lines.slips(directions[By.THEY])]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    for_it = [line for _, line in dated if line.speaks_for]
    against = [line for _, line in dated if not line.speaks_for]
    return (
        *for_it[:1],
        *lines.record(directions[By.YOU]),
        *lines.reaching_out(reaching),
        *against[:1],
        *lines.record(directions[By.THEY]),
        *for_it[1:],
        *against[1:],
    )
