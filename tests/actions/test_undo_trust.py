"""P11 for what is known of people and of trust: the machine of test_undo_machine.py, and more."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, rule

from planner.actions import (
    commitments,
    connections,
    conversations,
    debriefs,
    favours,
    notes,
    people,
    person_details,
    photos,
    plans,
    questions,
    reliance,
    repairs,
)
from planner.actions import trust as trusting
from planner.actions import understanding as knowing
from planner.actions.person_details import Detail, change_detail
from planner.domain.angles import Angle, Certainty, LearnedFrom
from planner.domain.commitments import By, Outcome, Size
from planner.domain.criticality import Reliance
from planner.domain.debrief import TrustMark
from planner.domain.dimensions import Dimension, Source
from planner.domain.reciprocity import FavourKind
from planner.domain.trust_equation import Reflection
from planner.domain.views import ViewKind
from planner.queries.repairs import repairs_of
from planner.queries.trust import trust_of
from planner.queries.understanding import understanding_of
from tests.actions.life import TODAY, around, intents, past, persons, promises, talks
from tests.actions.test_undo_machine import Life

angles = st.sampled_from(list(Angle))
sizes = st.sampled_from(list(Size))
sides = st.sampled_from(list(By))
words = st.sampled_from(("The figures", "an answer", "Ports", "<b>x</b>", " ", "knows"))
PICTURE = bytes.fromhex(
    "47494638396101000100800000ff0000ffffff21f90400000000002c000000000100010000020144003b"
)
shares = st.none() | st.sampled_from((-0.1, 0.0, 0.5, 1.0))


class LifeWithTrust(Life):
    """Everything of Life, and what one learns, owes, notes, gives and mends."""

    learnt: Bundle[int] = Bundle("learnt")
    facts: Bundle[int] = Bundle("facts")
    views: Bundle[int] = Bundle("views")
    gifts: Bundle[int] = Bundle("gifts")
    assessments: Bundle[int] = Bundle("assessments")
    links: Bundle[int] = Bundle("links")
    papers: Bundle[int] = Bundle("papers")

    @initialize(target=persons)
    def open(self) -> int:
        Life.open(self)
        return people.add_person(self.library, people.PersonForm(name="Ana Ferreira"), today=TODAY)

    # Promises

    @rule(target=promises, person=persons, by=sides, due=st.none() | around)
    def promise_something(self, person: int, by: By, due: date | None) -> object:
        return self.made(
            self.attempt(lambda: commitments.promise(self.library, person, by, "x", due, today=TODAY))
        )

    @rule(target=promises, promise=promises, due=st.none() | around, what=words)
    def renegotiate(self, promise: int, due: date | None, what: str) -> object:
        return self.made(
            self.attempt(lambda: commitments.renegotiate(self.library, promise, due, today=TODAY, what=what))
        )

    @rule(promise=promises, what=words, due=st.none() | around, size=sizes)
    def change_promise(self, promise: int, what: str, due: date | None, size: Size) -> None:
        self.attempt(
            lambda: commitments.change_commitment(self.library, promise, what=what, due_on=due, size=size)
        )

    @rule(promise=promises)
    def remove_promise(self, promise: int) -> None:
        self.attempt(lambda: commitments.remove_commitment(self.library, promise))

    @rule(person=persons, why=words, promise=st.none() | promises)
    def begin_repair(self, person: int, why: str, promise: int | None) -> None:
        self.attempt(
            lambda: repairs.begin_repair(
                self.library, person, why=why, commitment_id=None if why.strip() else promise, today=TODAY
            )
        )

    @rule(person=persons, outcome=st.sampled_from((Outcome.KEPT, Outcome.BROKEN)), days=st.integers(0, 20))
    def promise_and_end(self, person: int, outcome: Outcome, days: int) -> None:
        made = self.attempt(
            lambda: commitments.promise(
                self.library, person, By.YOU, "x", TODAY - timedelta(days=days), today=TODAY
            )
        )
        if made is not None:
            self.attempt(lambda: commitments.end_commitment(self.library, made, outcome, today=TODAY))

    # Understanding

    @rule(target=learnt, person=persons, angle=angles, learned=words, on=past, private=st.booleans())
    def learn(self, person: int, angle: Angle, learned: str, on: date, private: bool) -> object:
        form = knowing.LearnedForm(angle=angle, learned=learned, on=on, private=private, question="Why?")
        return self.made(self.attempt(lambda: knowing.learn(self.library, person, form, today=TODAY)))

    @rule(learned=learnt, angle=angles, text=words, on=around, source=st.sampled_from(list(LearnedFrom)))
    def change_learned(self, learned: int, angle: Angle, text: str, on: date, source: LearnedFrom) -> None:
        form = knowing.LearnedForm(angle=angle, learned=text, on=on, source=source, certainty=Certainty.GUESS)
        self.attempt(lambda: knowing.change_learned(self.library, learned, form, today=TODAY))

    @rule(learned=learnt)
    def remove_learned(self, learned: int) -> None:
        self.attempt(lambda: knowing.remove_learned(self.library, learned))

    @rule(angle=angles, some=st.lists(words, max_size=4), of_a_layer=st.booleans())
    def save_questions(self, angle: Angle, some: list[str], of_a_layer: bool) -> None:
        layer = self.library.value("SELECT min(id) FROM layer") if of_a_layer else None
        self.attempt(lambda: questions.save_questions(self.library, layer, angle, some))
        self.attempt(lambda: questions.add_question(self.library, layer, angle, "And what else?"))

    @rule(
        talk=talks,
        who=persons,
        mark=st.none() | st.sampled_from(list(TrustMark)),
        learned=words,
        what=words,
        by=sides,
        skip=st.booleans(),
    )
    def debrief(
        self, talk: int, who: int, mark: TrustMark | None, learned: str, what: str, by: By, skip: bool
    ) -> None:
        if skip:
            self.attempt(lambda: debriefs.skip_debrief(self.library, talk, today=TODAY))
        lines = (debriefs.LearnedLine(person_id=who, angle=Angle.FEAR, learned=learned),) if learned else ()
        said = (debriefs.PromisedLine(person_id=who, by=by, what=what),) if what else ()
        form = debriefs.DebriefForm(marks={who: mark} if mark else {}, learned=lines, promised=said)
        self.attempt(lambda: debriefs.debrief(self.library, talk, form, today=TODAY))

    # Trust

    @rule(
        target=facts,
        person=persons,
        dimension=st.sampled_from(list(Dimension)),
        good=st.booleans(),
        what=words,
        on=past,
    )
    def note_evidence(self, person: int, dimension: Dimension, good: bool, what: str, on: date) -> object:
        form = trusting.EvidenceForm(dimension=dimension, speaks_for=good, what=what, on=on)
        return self.made(
            self.attempt(lambda: trusting.note_evidence(self.library, person, form, today=TODAY))
        )

    @rule(fact=facts, source=st.sampled_from(list(Source)), strength=sizes, what=words, gone=st.booleans())
    def change_evidence(self, fact: int, source: Source, strength: Size, what: str, gone: bool) -> None:
        form = trusting.EvidenceForm(
            dimension=Dimension.ABILITY,
            speaks_for=False,
            what=what,
            on=TODAY,
            strength=strength,
            source=source,
            private=True,
        )
        self.attempt(lambda: trusting.change_evidence(self.library, fact, form, today=TODAY))
        if gone:
            self.attempt(lambda: trusting.remove_evidence(self.library, fact))

    @rule(
        target=views,
        person=persons,
        kind=st.sampled_from(list(ViewKind)),
        value=st.integers(-1, 11),
        fact=words,
        on=past,
    )
    def record_view(self, person: int, kind: ViewKind, value: int, fact: str, on: date) -> object:
        return self.made(
            self.attempt(
                lambda: trusting.record_view(self.library, person, kind, value, fact=fact, on=on, today=TODAY)
            )
        )

    @rule(view=views)
    def remove_view(self, view: int) -> None:
        self.attempt(lambda: trusting.remove_view(self.library, view))

    @rule(person=persons, answer=st.integers(0, 10))
    def reflect(self, person: int, answer: int) -> None:
        reflection = Reflection(credibility=answer, reliability=5, intimacy=5, self_interest=5)
        self.attempt(lambda: trusting.reflect(self.library, person, reflection, today=TODAY))  # type: ignore[func-returns-value]

    @rule(
        target=gifts, person=persons, by=sides, kind=st.sampled_from(list(FavourKind)), what=words, on=around
    )
    def note_favour(self, person: int, by: By, kind: FavourKind, what: str, on: date) -> object:
        form = favours.FavourForm(by=by, kind=kind, what=what, on=on)
        return self.made(self.attempt(lambda: favours.note_favour(self.library, person, form, today=TODAY)))

    @rule(gift=gifts, by=sides, on=around, gone=st.booleans())
    def change_favour(self, gift: int, by: By, on: date, gone: bool) -> None:
        form = favours.FavourForm(by=by, kind=FavourKind.FAVOUR, on=on)
        self.attempt(lambda: favours.change_favour(self.library, gift, form, today=TODAY))
        if gone:
            self.attempt(lambda: favours.remove_favour(self.library, gift))

    @rule(target=assessments, person=persons, share=shares, alternatives=st.none() | st.integers(-1, 3))
    def assess_reliance(self, person: int, share: float | None, alternatives: int | None) -> object:
        found = Reliance(importance=share, alternatives=alternatives)
        return self.made(
            self.attempt(lambda: reliance.assess_reliance(self.library, person, found, today=TODAY))
        )

    @rule(assessment=assessments)
    def remove_reliance(self, assessment: int) -> None:
        self.attempt(lambda: reliance.remove_reliance(self.library, assessment))

    # Details, as they are typed where they stand

    @rule(person=persons, detail=st.sampled_from(list(Detail)), text=words)
    def change_detail(self, person: int, detail: Detail, text: str) -> None:
        self.attempt(lambda: change_detail(self.library, person, detail, text))
        self.attempt(lambda: person_details.change_place(self.library, person, text, "Europe/Lisbon"))
        self.attempt(lambda: person_details.change_tags(self.library, person, ["x", text]))

    @rule(talk=talks, intent=intents, promise=promises, text=words, due=st.none() | around)
    def change_words(self, talk: int, intent: int, promise: int, text: str, due: date | None) -> None:
        self.attempt(lambda: conversations.change_notes(self.library, talk, text))
        self.attempt(lambda: conversations.change_topic(self.library, talk, text))
        self.attempt(lambda: plans.change_purpose(self.library, intent, text))
        self.attempt(
            lambda: plans.move_and_place(self.library, intent, due or TODAY, None, text, today=TODAY)
        )
        self.attempt(lambda: commitments.reword(self.library, promise, text))
        self.attempt(lambda: commitments.correct_day(self.library, promise, due))

    @rule(person=persons, value=st.sampled_from(("a@b.example", "+41 44 555", "Ports 1", " ")))
    def reach(self, person: int, value: str) -> None:
        point = self.attempt(lambda: person_details.add_point(self.library, person, value))
        if point is not None:
            self.attempt(lambda: person_details.change_point(self.library, point, f"{value} 12"))
            self.attempt(lambda: person_details.change_point(self.library, point, "c@d.example"))

    @rule(person=persons, gone=st.booleans())
    def photo(self, person: int, gone: bool) -> None:
        self.attempt(lambda: photos.set_photo(self.library, person, PICTURE))
        if gone:
            self.attempt(lambda: photos.remove_photo(self.library, person))

    # Connections and notes

    @rule(target=links, one=persons, other=persons, kind=words, directed=st.booleans())
    def connect(self, one: int, other: int, kind: str, directed: bool) -> object:
        form = connections.ConnectionForm(other_id=other, kind=kind, directed=directed, closeness=2)
        return self.made(self.attempt(lambda: connections.connect(self.library, one, form)))

    @rule(link=links, one=persons, other=persons, closeness=st.integers(0, 4), gone=st.booleans())
    def change_connection(self, link: int, one: int, other: int, closeness: int, gone: bool) -> None:
        form = connections.ConnectionForm(other_id=other, kind="knows", closeness=closeness, since="2021")
        self.attempt(lambda: connections.change_connection(self.library, link, form, seen_from=one))
        if gone:
            self.attempt(lambda: connections.disconnect(self.library, link))

    @rule(target=papers, person=persons, text=words, on=past, private=st.booleans())
    def add_note(self, person: int, text: str, on: date, private: bool) -> object:
        return self.made(
            self.attempt(lambda: notes.add_note(self.library, person, text, on=on, private=private))
        )

    @rule(paper=papers, text=words, on=past, gone=st.booleans())
    def change_note(self, paper: int, text: str, on: date, gone: bool) -> None:
        self.attempt(lambda: notes.change_note(self.library, paper, text, on=on, private=False))
        if gone:
            self.attempt(lambda: notes.remove_note(self.library, paper))

    # What must hold of everybody at any time

    @rule(person=persons)
    def look(self, person: int) -> None:
        if not self.library.value("SELECT 1 FROM person WHERE id = ?", (person,)):
            return
        trust, known = trust_of(self.library, person, TODAY), understanding_of(self.library, person, TODAY)
        assert (trust.band is None) == (trust.width.startswith("Not known yet"))
        assert sum(each.ended_on is None for each in repairs_of(self.library, person)) <= 1
        assert known.asking is not None
        for direction in (trust.yours, trust.theirs):
            assert direction.counted == len(direction.facts) >= direction.kept
            assert (direction.interval is None) == (direction.evidence < 1)


TestLifeWithTrust = LifeWithTrust.TestCase
TestLifeWithTrust.settings = settings(
    max_examples=25, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
)
