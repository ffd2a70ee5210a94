"""Trust, as far as you can tell: what the queries answer, and that every figure opens to its facts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions.commitments import end_commitment, promise, renegotiate
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.favours import FavourForm, change_favour, note_favour, remove_favour
from planner.actions.people import PersonForm, add_person
from planner.actions.reliance import assess_reliance, remove_reliance
from planner.actions.trust import (
    EvidenceForm,
    change_evidence,
    note_evidence,
    record_view,
    reflect,
    remove_evidence,
    remove_view,
)
from planner.domain.channels import ReachedOut
from planner.domain.commitments import USUAL_MEAN, By, Outcome, Size
from planner.domain.criticality import Cause, Label, Reliance
from planner.domain.dimensions import Dimension, Source
from planner.domain.errors import KnownError
from planner.domain.reciprocity import FavourKind, Leaning
from planner.domain.trust_equation import Reflection
from planner.domain.views import ViewKind
from planner.library import Library
from planner.queries.objectivity import objectivity_check
from planner.queries.promise_records import usual_shares
from planner.queries.reliance import criticality_of_everybody, reliance_of
from planner.queries.trust import trust_of
from tests.conftest import NOW, TODAY


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def add(library: Library, name: str = "Ana Ferreira", pronouns: str = "she/her") -> int:
    return add_person(library, PersonForm(name=name, pronouns=pronouns), today=TODAY)


def ended(
    library: Library,
    person: int,
    by: By,
    outcome: Outcome,
    *,
    days: int = 0,
    late: int = 0,
    what: str = "the map",
) -> int:
    made = promise(library, person, by, what, ago(days + late), today=ago(days + 30))
    end_commitment(library, made, outcome, today=ago(days))
    return made


def fact(what: str = "Confided in you", **rest: object) -> EvidenceForm:
    given: dict[str, object] = {"dimension": Dimension.BENEVOLENCE, "speaks_for": True, "on": ago(40)} | rest
    return EvidenceForm(what=what, **given)  # type: ignore[arg-type]


def test_nothing_is_known_of_a_stranger(library: Library) -> None:
    trust = trust_of(library, add(library), TODAY)
    assert (trust.band, trust.lines, trust.own, trust.views) == (None, (), None, ())
    assert trust.width.startswith("Not known yet")
    assert (trust.yours.mean, trust.yours.interval, trust.yours.likely) == (None, None, "no evidence yet")
    assert trust.theirs.sentence == "No promise to you has ended yet"
    assert {each.words for each in trust.dimensions} == {"no evidence yet"}
    assert {each.interval for each in trust.dimensions} == {None}
    assert trust.reaching_out.leaning is trust.give_and_take.leaning.leaning is Leaning.NO_RECORD
    assert trust.only_asked.endswith("ask her.")


def test_both_directions_are_told_apart_with_every_promise(library: Library) -> None:
    ana = add(library)
    kept = [ended(library, ana, By.YOU, Outcome.KEPT, days=each) for each in range(3)]
    slipped = ended(library, ana, By.YOU, Outcome.KEPT, days=10, late=6, what="The June paper")
    hers = ended(library, ana, By.THEY, Outcome.BROKEN, days=20, what="call back")
    promise(library, ana, By.YOU, "still open", ago(-3), today=TODAY)
    trust = trust_of(library, ana, TODAY)
    assert trust.yours.sentence == "You kept 3 of 4 promises to her"
    assert trust.yours.likely == "likely 60–99 %; evidence worth 4 fresh promises"
    assert [each.id for each in trust.yours.facts] == [*kept, slipped]
    assert [each.days_late for each in trust.yours.facts] == [0, 0, 0, 6]
    assert trust.yours.evidence == pytest.approx(sum(each.counts for each in trust.yours.facts))
    assert trust.yours.interval and trust.yours.mean
    assert trust.theirs.sentence == "She kept 0 of 1 promise to you"
    said = [(line.speaks_for, line.words, line.when) for line in trust.lines]
    assert said == [
        (True, "You kept 3 of 4 promises to her", "12 mo"),
        (False, "The June paper was six days late", "Sep"),
        (False, "She kept 0 of 1 promise to you", "12 mo"),
        (False, "“call back” was not kept, she had promised", "Aug"),
    ]
    assert [line.commitment_id for line in trust.lines] == [0, slipped, 0, hers]


def test_an_open_promise_long_overdue_speaks_against(library: Library) -> None:
    ana = add(library, "Sam Lee", "")
    promise(library, ana, By.YOU, "the deck", ago(15), today=ago(30))
    trust = trust_of(library, ana, TODAY)
    assert trust.lines[-1].words == "The deck is 15 days overdue"
    assert trust.yours.sentence == "You kept 0 of 1 promise to Sam"
    assert trust_of(library, ana, ago(1)).lines == ()


def test_facts_stand_under_their_dimension_and_rumours_nowhere(library: Library) -> None:
    ana = add(library)
    first = note_evidence(library, ana, fact(), today=TODAY)
    note_evidence(library, ana, fact("They say so", source=Source.RUMOUR), today=TODAY)
    note_evidence(library, ana, fact("Missed it", speaks_for=False, dimension=Dimension.ABILITY), today=TODAY)
    trust = trust_of(library, ana, TODAY)
    known = {each.dimension: each for each in trust.dimensions}
    assert [each.what for each in known[Dimension.BENEVOLENCE].facts] == ["They say so", "Confided in you"]
    assert known[Dimension.BENEVOLENCE].words == "too little to tell yet"
    assert known[Dimension.INTEGRITY].facts == ()
    assert [(line.speaks_for, line.words) for line in trust.lines] == [
        (True, "Confided in you"),
        (False, "Missed it"),
    ]
    assert trust.band and trust.width == "Wide, because it rests on 2 noted facts."
    change_evidence(library, first, fact(strength=Size.LARGE, on=TODAY, private=True), today=TODAY)
    now = trust_of(library, ana, TODAY)
    assert now.dimensions[1].words == "leans positive, thin"
    assert now.dimensions[1].evidence == 2 and now.dimensions[1].interval
    assert now.lines[0].private
    remove_evidence(library, first)
    assert trust_of(library, ana, TODAY).dimensions[1].words == "no evidence yet"
    for wrong in (fact(" "), fact(on=ago(-1))):
        with pytest.raises(KnownError):
            note_evidence(library, ana, wrong, today=TODAY)


def test_who_reaches_out_is_said_from_six_on(library: Library) -> None:
    ana = add(library)
    for number in range(6):
        by = ReachedOut.YOU if number % 2 else ReachedOut.THEY
        told = ConversationForm(people=(ana,), day=ago(number), reached_out=by)
        log_conversation(library, told, now=NOW)
        trust = trust_of(library, ana, TODAY)
        assert (trust.reaching_out.leaning is Leaning.BALANCED) == (number == 5)
    assert [line.words for line in trust.lines] == ["She reaches out as often as you do"]
    old = ConversationForm(people=(ana,), day=ago(200), reached_out=ReachedOut.YOU)
    log_conversation(library, old, now=NOW)
    assert trust_of(library, ana, TODAY).reaching_out.words == "balanced (3 / 3)"


def test_giving_is_counted_over_twelve_months_with_its_facts(library: Library) -> None:
    ana = add(library)
    assert trust_of(library, ana, TODAY).give_and_take.words == "Nothing written down yet."
    for number in range(9):
        note_favour(library, ana, FavourForm(by=By.YOU, kind=FavourKind.ANSWER, on=ago(number)), today=TODAY)
    hers = [
        note_favour(
            library,
            ana,
            FavourForm(by=By.THEY, kind=FavourKind.INTRODUCTION, on=ago(number), what="To Renate"),
            today=TODAY,
        )
        for number in range(7)
    ]
    found = trust_of(library, ana, TODAY).give_and_take
    assert (found.leaning.yours, found.leaning.theirs) == (9, 7)
    assert found.words == "Answers, introductions. Near balance."
    assert len(found.facts) == 16
    change_favour(library, hers[0], FavourForm(by=By.THEY, kind=FavourKind.FAVOUR, on=ago(366)), today=TODAY)
    remove_favour(library, hers[1])
    assert trust_of(library, ana, TODAY).give_and_take.leaning.theirs == 5
    with pytest.raises(KnownError):
        note_favour(library, ana, FavourForm(by=By.YOU, kind=FavourKind.FAVOUR, on=ago(-1)), today=TODAY)


def test_a_view_of_ones_own_needs_a_fact_keeps_its_history_and_pales(library: Library) -> None:
    ana = add(library)
    with pytest.raises(KnownError, match="fact"):
        record_view(library, ana, ViewKind.TRUST, 0.9, on=TODAY, today=TODAY)
    record_view(library, ana, ViewKind.TRUST, 0.4, fact="She told me", on=ago(100), today=TODAY)
    own = trust_of(library, ana, TODAY).own
    assert own and (own.value, own.pale) == (0.4, True)
    record_view(library, ana, ViewKind.TRUST, 0.8, fact="Again", on=ago(2), today=TODAY)
    newest = record_view(library, ana, ViewKind.TRUST, 0.9, fact="And again", on=ago(2), today=TODAY)
    trust = trust_of(library, ana, TODAY)
    assert trust.own and (trust.own.id, trust.own.value, trust.own.pale) == (newest, 0.9, False)
    assert [view.value for view in trust.views] == [0.9, 0.4]
    remove_view(library, newest)
    assert trust_of(library, ana, TODAY).own.value == 0.4  # type: ignore[union-attr]
    record_view(library, ana, ViewKind.POWER, 5, on=TODAY, today=TODAY)
    assert trust_of(library, ana, TODAY).views[0].pale, "no fact behind it"
    for value in (0, 6):
        with pytest.raises(KnownError, match="from 1 to 5"):
            record_view(library, ana, ViewKind.POWER, value, on=TODAY, today=TODAY)


def test_the_trust_equation_is_a_sheet_with_a_range(library: Library) -> None:
    ana = add(library)
    steps = len(library.history())
    reflect(
        library,
        ana,
        Reflection(credibility=6, reliability=6, intimacy=6, self_interest=2),
        today=TODAY,
    )
    assert len(library.history()) == steps + 1
    found = trust_of(library, ana, TODAY).reflected
    assert found and (found.on, found.range_words) == (TODAY, "6 to 18")
    with pytest.raises(KnownError, match="from 1 to 10"):
        reflect(
            library,
            ana,
            Reflection(credibility=6, reliability=6, intimacy=6, self_interest=0),
            today=TODAY,
        )


def test_how_much_one_depends_is_dated_and_names_what_is_missing(library: Library) -> None:
    ana = add(library)
    assert reliance_of(library, ana) == ()
    assess_reliance(library, ana, Reliance(importance=0.9, alternatives=1), today=ago(3))
    newest = assess_reliance(library, ana, Reliance(importance=0.9, alternatives=0), today=TODAY)
    assert newest == assess_reliance(
        library, ana, Reliance(importance=1.0, alternatives=0), note="Only she knows", today=TODAY
    )
    now, before = reliance_of(library, ana)
    assert (now.criticality.label, before.criticality.label) == (Label.MAKE_OR_BREAK, Label.NORMAL)
    assert now.criticality.not_assessed == (Cause.TIME, Cause.BENEFIT)
    assert criticality_of_everybody(library)[ana].whole == 1
    remove_reliance(library, newest)
    assert criticality_of_everybody(library)[ana].whole == pytest.approx(0.45)
    for wrong in (Reliance(), Reliance(importance=2), Reliance(hours_per_week=-1), Reliance(alternatives=-1)):
        with pytest.raises(KnownError):
            assess_reliance(library, ana, wrong, today=TODAY)


# Over the portfolio


def test_the_usual_share_is_learned_from_the_library(library: Library) -> None:
    people = [add(library, f"Person {number}") for number in range(20)]
    assert usual_shares(library, TODAY) == {By.YOU: USUAL_MEAN, By.THEY: USUAL_MEAN}
    for number, person in enumerate(people):
        ended(library, person, By.YOU, Outcome.KEPT if number % 4 else Outcome.BROKEN)
        ended(library, person, By.THEY, Outcome.BROKEN if number % 5 else Outcome.KEPT)
    assert usual_shares(library, TODAY) == {By.YOU: pytest.approx(0.75), By.THEY: 0.5}
    assert trust_of(library, people[1], TODAY).yours.usual == pytest.approx(0.75)


def test_a_promise_moved_too_late_is_late_in_the_usual_share_as_well(library: Library) -> None:
    ana = add(library)
    for _ in range(19):
        ended(library, ana, By.YOU, Outcome.KEPT)
    made = promise(library, ana, By.YOU, "the deck", ago(9), today=ago(30))
    moved = renegotiate(library, made, ago(-3), today=ago(1))
    end_commitment(library, moved, Outcome.KEPT, today=TODAY)
    assert usual_shares(library, TODAY)[By.YOU] == 0.95
    for _ in range(4):
        ended(library, ana, By.YOU, Outcome.BROKEN)
    assert usual_shares(library, TODAY)[By.YOU] == pytest.approx((19 + 0.5) / 24)


def test_objectivity_over_the_portfolio(library: Library) -> None:
    for number in range(12):
        person = add(library, f"Person {number}")
        for _ in range(2):
            ended(library, person, By.THEY, Outcome.KEPT if number % 2 else Outcome.BROKEN)
        close = number < 4
        mean = trust_of(library, person, TODAY).theirs.mean
        assert mean is not None
        rating = min(1.0, mean + (0.25 if close else -0.02 * (number % 3)))
        record_view(library, person, ViewKind.KEEPS_WORD, rating, on=TODAY, today=TODAY)
        record_view(library, person, ViewKind.CLOSENESS, 5 if close else 2, on=TODAY, today=TODAY)
    check = objectivity_check(library, TODAY)
    assert (check.portfolio.people, check.portfolio.close) == (12, 4)
    assert check.finding.startswith("You rate people you are close to .")
    assert "(12 people, p < .01)" in check.finding
    assert "yours has 12" in check.portfolio.power
    assert len(check.largest) == 3
    assert all(each.close for each in check.largest)
    assert check.largest[0].words.endswith(" promises kept.")
    again = objectivity_check(library, TODAY)
    assert again == check, "the same at every look"


def test_a_rating_far_from_its_record_is_said_of_the_person(library: Library) -> None:
    ana = add(library)
    for _ in range(8):
        ended(library, ana, By.THEY, Outcome.BROKEN)
    assert (trust_of(library, ana, TODAY).held, trust_of(library, ana, TODAY).notice) == (None, "")
    record_view(library, ana, ViewKind.KEEPS_WORD, 0.3, on=ago(1), today=TODAY)
    assert trust_of(library, ana, TODAY).held
    assert trust_of(library, ana, TODAY).notice == ""
    record_view(library, ana, ViewKind.KEEPS_WORD, 0.95, on=TODAY, today=TODAY)
    assert trust_of(library, ana, TODAY).notice == "You expect 95 %; 0 of 8 promises kept."


def test_objectivity_is_not_computed_from_too_little(library: Library) -> None:
    ana = add(library)
    record_view(library, ana, ViewKind.KEEPS_WORD, 1.0, on=TODAY, today=TODAY)
    check = objectivity_check(library, TODAY)
    assert (check.people, check.portfolio.difference) == ((), None)
    ended(library, ana, By.THEY, Outcome.BROKEN)
    ended(library, ana, By.THEY, Outcome.BROKEN)
    low = add(library, "Overlooked")
    for _ in range(4):
        ended(library, low, By.THEY, Outcome.KEPT)
    record_view(library, low, ViewKind.KEEPS_WORD, 0.2, on=TODAY, today=TODAY)
    check = objectivity_check(library, TODAY)
    assert "there are 0" in check.finding
    assert [each.name for each in check.underrated] == ["Overlooked"]
    assert {each.close for each in check.people} == {None}
