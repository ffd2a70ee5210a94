"""The facts behind every figure of a person's page, asked afresh each time a sheet shows them."""

from __future__ import annotations

from datetime import date

from planner.domain import words
from planner.domain.angles import Angle, Certainty
from planner.domain.channels import ReachedOut
from planner.domain.commitments import By, Outcome
from planner.domain.criticality import gain_words
from planner.domain.dimensions import Dimension, Source
from planner.domain.names import who
from planner.domain.trust_band import stage_of
from planner.domain.views import ViewKind
from planner.queries.favours import GIVING_DAYS, REACHING_DAYS
from planner.queries.person import PersonPage, Recent, person_page
from planner.queries.promise_records import Direction, PromiseFact
from planner.queries.reliance import reliance_of
from planner.queries.trust import Trust, trust_of
from planner.queries.trust_facts import DimensionKnown
from planner.queries.trust_facts import Fact as TrustFact
from planner.queries.understanding import AngleKnown, Understanding, understanding_of
from planner.queries.views import View
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.facts import Fact, Facts

_SOURCES = {
    Source.OWN: "you saw or heard it",
    Source.DOCUMENT: "from a document",
    Source.SECOND_HAND: "second-hand",
    Source.RUMOUR: "a rumour: not counted",
}
_TALKS = 200


class FactLists:
    """Each method answers one figure's facts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._changing = Changing(desk)

    # Trust

    def band(self, person_id: int) -> Facts:
        """All that the band of trust rests on."""
        trust = self._trust(person_id)
        facts = [
            *(self._promise(each) for each in (*trust.yours.facts, *trust.theirs.facts)),
            *(self._evidence(each) for known in trust.dimensions for each in known.facts),
        ]
        return Facts(
            title="What the band rests on",
            said=f"{trust.width} {trust.only_asked}",
            facts=tuple(facts),
            none="No promise has ended and no fact is written down.",
        )

    def record(self, person_id: int, by: By) -> Facts:
        """Every promise of one direction that says something."""
        trust = self._trust(person_id)
        found: Direction = trust.yours if by is By.YOU else trust.theirs
        return Facts(
            title=found.sentence,
            said=f"{found.likely[:1].upper()}{found.likely[1:]}.",
            facts=tuple(self._promise(each) for each in found.facts),
            none="No promise has ended yet.",
        )

    def dimension(self, person_id: int, dimension: Dimension) -> Facts:
        """The facts of ability, benevolence or integrity."""
        known = self._dimension(person_id, dimension)
        worth = words.count(round(known.evidence), "fresh fact")
        counted = f" {words.count(len(known.facts), 'fact')}, worth {worth}." if known.facts else ""
        return Facts(
            title=f"{dimension.capitalize()}: {known.words}",
            said=f"{self._likely(known)}{counted}",
            facts=tuple(self._evidence(each) for each in known.facts),
        )

    def line(self, person_id: int, evidence_id: int, commitment_id: int) -> Facts:
        """The one fact or promise that a line of trust speaks of."""
        trust = self._trust(person_id)
        facts = [
            *(
                self._evidence(each)
                for known in trust.dimensions
                for each in known.facts
                if each.id == evidence_id
            ),
            *(
                self._promise(each)
                for each in (*trust.yours.facts, *trust.theirs.facts)
                if each.id == commitment_id
            ),
        ]
        return Facts(title="The fact behind it", said="", facts=tuple(facts))

    def views(self, person_id: int) -> Facts:
        """Your own views of trust, with their days and facts."""
        trust = self._trust(person_id)
        views = [each for each in trust.views if each.kind is ViewKind.TRUST]
        return Facts(
            title="As you see it",
            said="A view of your own needs its fact. It pales after three months without one.",
            facts=tuple(self._view(each) for each in views),
            none="You have not said that you see it differently.",
        )

    def reaching_out(self, person_id: int) -> Facts:
        """Who began the conversations of the last six months."""
        today = self._desk.today
        page = self._page(person_id)
        found = self._trust(person_id).reaching_out
        since = date.fromordinal(today.toordinal() - REACHING_DAYS)
        told = [talk for talk in page.talks if talk.reached_out and since <= talk.day <= today]
        they = _capital(who(page.standing.name, page.pronouns))
        return Facts(
            title=f"Who reaches out: {found.words}",
            said="The last six months; conversations of which it is not known are left out.",
            facts=tuple(
                Fact(
                    key=talk.id,
                    words=f"{'You' if talk.reached_out is ReachedOut.YOU else they}: "
                    + ("private" if talk.private else talk.topic or talk.channel.value),
                    when=self._day(talk.day),
                )
                for talk in told
            ),
            none="It is not known of any conversation who began it.",
        )

    # Understanding

    def angle(self, person_id: int, angle: Angle) -> Facts:
        """What is known under one angle."""
        found = self._angle(person_id, angle)
        return Facts(
            title=found.title,
            said=_freshness(found),
            facts=tuple(
                Fact(
                    key=fact.id,
                    words=fact.learned,
                    when=self._day(fact.on),
                    more=_learned_from(fact.source.value, fact.certainty, fact.question),
                    private=fact.private,
                    write=self._changing.learned(fact, angle),
                    does=self._changing.learned_menu(fact, angle),
                )
                for fact in found.facts
            ),
            none="Nothing known yet. A guess does not count as knowing; asking does.",
        )

    def angles(self, person_id: int) -> Facts:
        """How the eight angles stand."""
        found: Understanding = understanding_of(self._desk.library, person_id, self._desk.today)
        return Facts(
            title=found.summary,
            said="Fresh for half a year, a year for the person behind the role. Guesses do not count.",
            facts=tuple(
                Fact(
                    key=each.angle,
                    words=each.title,
                    when=each.age,
                    more=f"{each.coverage.freshness.capitalize()}, {words.count(each.coverage.facts, 'fact')}"
                    if each.coverage.facts
                    else "Not known yet",
                )
                for each in found.angles
            ),
        )

    # Give and take, dependence

    def given(self, person_id: int, by: By) -> Facts:
        """What one of the two gave in the last twelve months."""
        found = self._trust(person_id).give_and_take
        facts = [each for each in found.facts if each.by is by]
        page = self._page(person_id)
        subject = "You" if by is By.YOU else _capital(who(page.standing.name, page.pronouns))
        return Facts(
            title=f"{subject} gave {words.small_count(len(facts), 'time')}",
            said=f"In the last {GIVING_DAYS // 30} months. {found.words}",
            facts=tuple(
                Fact(
                    key=each.id,
                    words=each.what or each.kind.value.capitalize(),
                    when=self._day(each.on),
                    more=each.kind.value.capitalize() if each.what else "",
                    write=self._changing.given(each),
                    does=self._changing.given_menu(each),
                )
                for each in facts
            ),
            none="Nothing written down yet.",
        )

    def reliance(self, person_id: int) -> Facts:
        """How much you depend on somebody, as it was assessed over time."""
        assessed = reliance_of(self._desk.library, person_id)
        page = self._page(person_id)
        they = who(page.standing.name, page.pronouns)
        return Facts(
            title="How much you depend, as you assessed it",
            said="It says how much you depend, never what somebody is worth. Only the newest counts.",
            facts=tuple(
                Fact(
                    key=each.id,
                    words=", ".join(
                        f"{cause} {_share(part)}" for cause, part in each.criticality.parts.items()
                    ),
                    when=self._day(each.on),
                    more=" ".join(filter(None, (gain_words(each.criticality.imbalance, they), each.note))),
                )
                for each in assessed
            ),
            none="Not assessed yet.",
        )

    # Parts

    def _trust(self, person_id: int) -> Trust:
        return trust_of(self._desk.library, person_id, self._desk.today)

    def _page(self, person_id: int) -> PersonPage:
        since = date.fromordinal(self._desk.today.toordinal() - REACHING_DAYS)
        return person_page(
            self._desk.library, person_id, self._desk.today, recent=Recent(since=since, most=_TALKS)
        )

    def _angle(self, person_id: int, angle: Angle) -> AngleKnown:
        found = understanding_of(self._desk.library, person_id, self._desk.today)
        return next(each for each in found.angles if each.angle is angle)

    def _dimension(self, person_id: int, dimension: Dimension) -> DimensionKnown:
        return next(each for each in self._trust(person_id).dimensions if each.dimension is dimension)

    def _day(self, day: date) -> str:
        return words.short_day(day, self._desk.today)

    def _promise(self, fact: PromiseFact) -> Fact:
        return Fact(
            key=("promise", fact.id),
            words=fact.what,
            when=self._day(fact.closed_on) if fact.closed_on else "open",
            more=_ended(fact),
            sign="+" if fact.worth == 1 else "−",
        )

    def _evidence(self, fact: TrustFact) -> Fact:
        strength = "" if fact.strength.value == "normal" else f", {fact.strength} weight"
        return Fact(
            key=("fact", fact.id),
            words=fact.what,
            when=self._day(fact.on),
            more=f"{fact.dimension.capitalize()}, {_SOURCES[fact.source]}{strength}",
            sign="+" if fact.speaks_for else "−",
            private=fact.private,
            write=self._changing.evidence(fact),
            does=self._changing.evidence_menu(fact),
        )

    def _view(self, view: View) -> Fact:
        return Fact(
            key=view.id,
            words=f"{stage_of(view.value).capitalize()}: {view.fact}",
            when=self._day(view.on),
            more="Pale: no fact in three months" if view.pale else "",
            does=self._changing.view_menu(view),
        )

    @staticmethod
    def _likely(known: DimensionKnown) -> str:
        if known.interval is None:
            return "Too few facts for an interval."
        low, high = (min(99, max(1, round(each * 20) * 5)) for each in known.interval)
        return f"Likely {low}–{high} % positive."


def _ended(fact: PromiseFact) -> str:
    """'kept', 'kept, 6 days late', 'not kept', 'open and long overdue'."""
    if fact.outcome is None:
        return "open and more than two weeks overdue"
    if fact.outcome is Outcome.BROKEN:
        return "not kept"
    if fact.days_late and fact.days_late > 0:
        return f"kept {words.count(fact.days_late, 'day')} late"
    return "kept late" if fact.outcome is Outcome.KEPT_LATE else "kept"


def _freshness(found: AngleKnown) -> str:
    coverage = found.coverage
    if not coverage.facts:
        guesses = len(found.facts)
        return f"Missing. {words.count(guesses, 'guess', 'guesses')} noted." if guesses else "Missing."
    counted = words.count(coverage.facts, "fact")
    return f"{coverage.freshness.capitalize()}: {counted}, the newest {found.age} old."


def _learned_from(source: str, certainty: Certainty | None, question: str) -> str:
    told = source[:1].upper() + source[1:]
    sure = f", {certainty}" if certainty and certainty is not Certainty.SURE else ""
    asked = f". Asked: {question}" if question else ""
    return f"{told}{sure}{asked}"


def _share(part: float | None) -> str:
    return "not assessed" if part is None else f"{part:.2f}".lstrip("0") if part < 1 else "1"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
