"""The meeting brief: what it says about a person, and that nothing private is in it unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.notes import add_note
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.understanding import LearnedForm, learn
from planner.domain.angles import Angle, Certainty, LearnedFrom
from planner.domain.brief_words import talked
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.brief_private import private_things
from planner.queries.meeting_brief import PersonBrief, meeting_brief, next_meeting, people_of_plan
from planner.queries.people import person_called
from tests.conftest import NOW, TODAY


def beatrix(sample: Library) -> int:
    return person_called(sample, "Beatrix Keller").id


def brief_of(library: Library, person: int, *added: str) -> PersonBrief:
    return meeting_brief(library, [person], TODAY, added=added).people[0]


def learned(angle: Angle, text: str, **more: object) -> LearnedForm:
    form = LearnedForm(
        angle=angle, learned=text, on=TODAY, source=LearnedFrom.THEY_SAID, certainty=Certainty.SURE
    )
    return replace(form, **more)  # type: ignore[arg-type]


def test_the_next_conversation_gives_day_place_and_purpose(sample: Library) -> None:
    brief = meeting_brief(sample, [beatrix(sample)], TODAY)
    assert (brief.day, brief.hours) == ("Wed 16 September 2026", "09:30 to 10:30, her office")
    assert (brief.place, brief.owner) == ("Limmathof 4, Zurich", "Helena Voss")
    assert brief.purpose == "Resilience on one page, in her words."


def test_it_says_what_the_sample_knows_of_beatrix(sample: Library) -> None:
    brief = brief_of(sample, beatrix(sample))
    assert brief.remember == "Beatrix wants a resilience story she can tell Alpenrhein in her own words."
    assert [each.lead for each in brief.yours] == [
        "One page on resilience, in plain words",
        "Name two successors for the CISO role",
    ]
    assert brief.yours[0].text == ", tomorrow. Drafted."
    assert [each.text for each in brief.theirs] == [", no day given."]
    assert brief.lately[0].lead == "20 Aug"
    assert brief.lately[0].text.startswith("She rang: Worried the resilience paper")
    assert brief.around[0].name == "Luca Steiner"
    assert brief.around[0].organisation == "Alpenrhein Capital"
    little = next(each.text for each in brief.understood if each.lead == "Little known")
    assert little == "What she fears (eleven months old)"
    assert brief.questions[0] == "What would make you lose sleep about 2027?"
    assert brief.band is not None
    assert "You kept 8 of 9 promises to her." in brief.standing


def test_private_things_stay_out_until_asked_for_one_by_one(sample: Library) -> None:
    person = beatrix(sample)
    hidden = private_things(sample, person)
    assert len(hidden) == 2
    told = repr(brief_of(sample, person))
    assert not any(each.words in told for each in hidden)
    one = brief_of(sample, person, hidden[0].key)
    assert [each.text for each in one.added] == [hidden[0].words]
    assert hidden[1].words not in repr(one)


def test_a_private_conversation_leaves_no_trace(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana Ferreira", pronouns="she/her"), today=TODAY)
    form = ConversationForm(
        people=(ana,),
        day=TODAY,
        channel=Channel.CALL,
        reached_out=ReachedOut.THEY,
        topic="Her health",
        notes="An operation in May",
        place="The clinic",
        private=True,
    )
    log_conversation(library, form, now=NOW)
    learn(library, ana, learned(Angle.SUCCESS, "A quiet year", private=True), today=TODAY)
    add_note(library, ana, "Nobody knows yet", on=TODAY, private=True)
    told = repr(brief_of(library, ana))
    for secret in ("health", "operation", "clinic", "quiet year", "Nobody knows"):
        assert secret not in told
    assert len(private_things(library, ana)) == 3


def test_an_old_private_fact_does_not_show_by_its_age(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    old = TODAY - timedelta(days=330)
    for angle, private in ((Angle.FEAR, True), (Angle.LISTEN, False)):
        learn(library, ana, learned(angle, "Ana knows", private=private, on=old), today=TODAY)
    (little,) = [each.text for each in brief_of(library, ana).understood if each.lead == "Little known"]
    assert "who Ana listens to (eleven months old)" in little
    assert "what Ana fears;" in little


def test_an_overdue_promise_of_yours_is_the_one_thing(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana Ferreira", pronouns="she/her"), today=TODAY)
    learn(library, ana, learned(Angle.SUCCESS, "A port that never stops"), today=TODAY)
    assert brief_of(library, ana).remember == "Ana wants a port that never stops."
    begun, due = TODAY - timedelta(days=9), TODAY - timedelta(days=2)
    promise(library, ana, By.YOU, "The cost table", due, today=begun)
    assert (
        brief_of(library, ana).remember
        == "You promised her the cost table by 13 September; it is still open."
    )


def test_what_somebody_cares_about_is_said_as_theirs(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    learn(library, ana, learned(Angle.PRESSURE, "Nights after the outage"), today=TODAY)
    assert brief_of(library, ana).remember == "Ana is under pressure: Nights after the outage."
    learn(library, ana, learned(Angle.CARE, "That nobody waits outside a closed door."), today=TODAY)
    assert brief_of(library, ana).remember == "Ana cares about: That nobody waits outside a closed door."


@pytest.mark.parametrize(
    ("topic", "begun"),
    [
        ("Q3 budget. She sends the forecast by Friday.", "Q3 budget, Rotterdam"),
        ("The offer of Dr. Meier", "The offer of Dr. Meier, Rotterdam"),
        ("Version 2.5 and after.", "Version 2.5 and after, Rotterdam"),
        ("", "Met, Rotterdam"),
    ],
)
def test_a_topic_ends_at_its_first_full_stop(topic: str, begun: str) -> None:
    assert talked(Channel.IN_PERSON, None, topic, "Rotterdam", "Ana", "") == begun


def test_nothing_is_known_yet(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    brief = meeting_brief(library, [ana], TODAY)
    assert not brief.planned
    assert (brief.hours, brief.place, brief.purpose) == ("", "", "")
    person = brief.people[0]
    assert (person.remember, person.band, person.yours, person.lately) == ("", None, (), ())
    assert person.standing.startswith("Not known yet")
    assert [each.lead for each in person.understood] == ["Little known"]


def test_a_meeting_is_about_everybody_in_it(sample: Library) -> None:
    people = tuple(person_called(sample, name).id for name in ("Beatrix", "Luca"))
    day = TODAY + timedelta(days=3)
    form = PlanForm(people=people, day=day, purpose="The vote", channel=Channel.IN_PERSON)
    plan = plan_conversation(sample, form, today=TODAY)
    assert set(people_of_plan(sample, plan)) == set(people)
    brief = meeting_brief(sample, people, TODAY)
    assert (brief.purpose, [each.first for each in brief.people]) == ("The vote", ["Beatrix", "Luca"])
    assert next_meeting(sample, people[0], TODAY) not in (0, plan), "her own meeting comes first"
    assert meeting_brief(sample, people[:1], TODAY).purpose != "The vote"
    assert meeting_brief(sample, people[:1], TODAY, plan_id=plan).purpose == "The vote"


def test_nobody_chosen_and_nobody_there_is_said(library: Library) -> None:
    with pytest.raises(KnownError):
        meeting_brief(library, [], date(2026, 9, 15))
    with pytest.raises(KnownError):
        meeting_brief(library, [1], date(2026, 9, 15))
