"""What a person's stream tells, without a window: order, words, and what stays private."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions import commitments, people
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By, Outcome
from planner.domain.debrief import TrustMark
from planner.library import Library
from planner.queries.person import Promise, person_page
from planner.ui.person.stream import Tab, Told, rows_of
from planner.ui.person.stream_row import Mark, StreamRow
from planner.ui.person.stream_words import due_words, outcome_words
from tests.conftest import NOW, TODAY


@pytest.fixture
def ana(library: Library) -> int:
    return people.add_person(library, PersonForm(name="Ana Ferreira", pronouns="she/her"), today=TODAY)


def shown(library: Library, person_id: int, tab: Tab = Tab.EVERYTHING) -> tuple[StreamRow, ...]:
    return rows_of(Told(page=person_page(library, person_id, TODAY), today=TODAY), tab)


def log(library: Library, form: ConversationForm) -> int:
    return log_conversation(library, form, now=NOW)


def promise(library: Library, person_id: int, made: date, due: date | None) -> int:
    return commitments.promise(library, person_id, By.YOU, "The figures", due, today=made)


def test_plans_stand_above_today_and_the_past_below(library: Library, ana: int) -> None:
    log(library, ConversationForm(people=(ana,), day=date(2026, 8, 20), topic="Budget"))
    log(library, ConversationForm(people=(ana,), day=date(2026, 9, 1), topic="Pilot"))
    plan_conversation(
        library, PlanForm(people=(ana,), day=date(2026, 9, 16), purpose="Handover"), today=TODAY
    )
    plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 10, 13)), today=TODAY)
    rows = shown(library, ana)
    assert [(row.mark, row.when) for row in rows] == [
        (Mark.PLAN, "Tue 13 Oct"),
        (Mark.PLAN, "Wed 16 Sep"),
        (Mark.TODAY, "Today"),
        (Mark.TALK, "1 Sep"),
        (Mark.TALK, "20 Aug"),
    ]
    assert [row.mark for row in shown(library, ana, Tab.CONVERSATIONS)] == [Mark.TALK, Mark.TALK]


def test_two_plans_of_a_day_stand_with_the_later_one_above(library: Library, ana: int) -> None:
    for hour in (9, 16):
        form = PlanForm(people=(ana,), day=date(2026, 9, 18), starts=time(hour))
        plan_conversation(library, form, today=TODAY)
    assert [row.body for row in shown(library, ana)[:2]] == ["16:00, 30 min", "09:00, 30 min"]


def test_a_plan_that_passed_asks(library: Library, ana: int) -> None:
    plan_conversation(
        library, PlanForm(people=(ana,), day=date(2026, 9, 10), purpose="Budget."), today=date(2026, 9, 1)
    )
    line, asked = shown(library, ana)
    assert line.mark is Mark.TODAY
    assert (asked.mark, asked.title) == (Mark.ASK, "Did you talk? Budget")


def test_a_conversation_in_words(library: Library, ana: int) -> None:
    luca = people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    log(
        library,
        ConversationForm(
            people=(ana, luca),
            day=date(2026, 8, 20),
            starts=time(9),
            minutes=75,
            channel=Channel.CALL,
            reached_out=ReachedOut.THEY,
            topic="Lunch.",
            place="Rotterdam",
            notes="Long and candid.",
        ),
    )
    row = shown(library, ana, Tab.CONVERSATIONS)[0]
    assert row.title == "Lunch, Rotterdam, 1 h 15, she rang you, with Luca"
    assert row.body == "Long and candid."
    assert row.spoken == ("20 Aug, call: Lunch, Rotterdam, 1 h 15, she rang you, with Luca. Long and candid.")


def test_nothing_private_is_told_until_it_is_opened(library: Library, ana: int) -> None:
    log(
        library,
        ConversationForm(
            people=(ana,),
            day=date(2026, 8, 20),
            topic="Her new job",
            notes="Keep it to yourself",
            private=True,
        ),
    )
    row = shown(library, ana)[1]
    assert row.title == "Conversation"
    assert row.body == ""
    assert row.more == "Her new job\nKeep it to yourself"
    assert "job" not in row.spoken and "yourself" not in row.spoken
    assert "private note, opens with enter" in row.spoken


def test_a_conversation_says_what_its_debrief_said_of_trust(library: Library, ana: int) -> None:
    talk = log(library, ConversationForm(people=(ana,), day=date(2026, 8, 20), topic="Budget"))
    told = Told(page=person_page(library, ana, TODAY), today=TODAY, marks={talk: TrustMark.DOWN})
    row = rows_of(told, Tab.CONVERSATIONS)[0]
    assert [(sign.icon, sign.says) for sign in row.signs] == [("down", "trust went down")]
    assert "trust went down" in row.spoken
    same = Told(page=told.page, today=TODAY, marks={talk: TrustMark.SAME})
    assert rows_of(same, Tab.CONVERSATIONS)[0].signs == ()


def test_empty_tabs_say_a_sentence(library: Library, ana: int) -> None:
    for tab, words in (
        (Tab.EVERYTHING, "You and Ana have not spoken yet"),
        (Tab.CONVERSATIONS, "No conversation yet"),
        (Tab.COMMITMENTS, "No promises in either direction yet"),
    ):
        row = shown(library, ana, tab)[-1]
        assert row.mark is Mark.EMPTY
        assert row.title.startswith(words)


def test_commitments_that_ended_are_flags_in_the_stream(library: Library, ana: int) -> None:
    kept = promise(library, ana, date(2026, 8, 1), date(2026, 8, 17))
    commitments.end_commitment(library, kept, Outcome.KEPT, today=date(2026, 8, 14))
    still_open = promise(library, ana, date(2026, 9, 1), date(2026, 9, 12))
    row = next(row for row in shown(library, ana) if row.mark is Mark.KEPT)
    assert (row.mark, row.title, row.body) == (
        Mark.KEPT,
        "You kept a promise, three days early",
        "The figures",
    )
    rows = shown(library, ana, Tab.COMMITMENTS)
    assert [(each.mark, each.id_of("promise")) for each in rows] == [
        (Mark.OPEN, still_open),
        (Mark.KEPT, kept),
    ]
    assert rows[0].body == "You promised Ana. 3 days overdue, was due 12 Sep."


@pytest.mark.parametrize(
    ("outcome", "yours", "closed", "words"),
    [
        ("kept", True, date(2026, 8, 17), "You kept a promise"),
        ("kept", False, date(2026, 8, 16), "Ana kept a promise, one day early"),
        ("kept late", True, date(2026, 8, 23), "A promise slipped by six days"),
        ("kept late", False, date(2026, 9, 17), "A promise of Ana slipped by 31 days"),
        ("broken", True, date(2026, 9, 1), "A promise of yours was not kept"),
        ("released", True, date(2026, 9, 1), "Ana released you from a promise"),
        ("released", False, date(2026, 9, 1), "You released Ana from a promise"),
        ("renegotiated", False, date(2026, 9, 1), "Ana agreed on something else"),
    ],
)
def test_how_a_promise_ended(outcome: str, yours: bool, closed: date, words: str) -> None:
    ended = Promise(
        id=1,
        yours=yours,
        what="",
        made_on=date(2026, 8, 1),
        due_on=date(2026, 8, 17),
        outcome=outcome,
        closed_on=closed,
    )
    assert outcome_words(ended, "Ana") == words


def test_when_a_promise_is_due() -> None:
    def due(day: date | None) -> str:
        open_promise = Promise(
            id=1,
            yours=True,
            what="",
            made_on=date(2026, 8, 20),
            due_on=day,
            outcome=None,
            closed_on=None,
        )
        return due_words(open_promise, TODAY)

    assert due(None) == "Since 20 Aug, no date given"
    assert due(TODAY) == "Due Tue 15 Sep"
    assert due(TODAY - timedelta(days=1)) == "1 day overdue, was due 14 Sep"


@given(ages=st.lists(st.integers(min_value=0, max_value=2000), max_size=12))
@settings(deadline=None, max_examples=40)
def test_the_past_is_newest_first_whatever_was_logged_when(ages: list[int]) -> None:
    from planner.domain.rhythm import State
    from planner.queries.person import PersonPage, Talk
    from planner.queries.standing import Standing

    talks = tuple(
        Talk(
            id=place + 1,
            day=TODAY - timedelta(days=age),
            starts=None,
            minutes=None,
            channel=Channel.CALL,
            reached_out=None,
            topic="",
            notes="",
            place="",
            private=False,
            others=(),
        )
        for place, age in enumerate(ages)
    )
    standing = Standing(
        **dict.fromkeys(("name", "initials", "role", "organisation", "city", "hue", "layer"), "Ana"),
        **dict.fromkeys(("rhythm_days", "last_day", "last_channel", "days_since", "share"), None),
        **dict.fromkeys(("due_day", "next_plan", "strip"), None),
        person_id=1,
        last_topic="",
        state=State.NO_RHYTHM,
        state_words="",
        commitments=(),
        reason="",
    )
    page = PersonPage(
        standing=standing,
        layer_id=None,
        own_rhythm_days=None,
        birthday=None,
        photo=None,
        archived=False,
        resting_until=None,
        talks=talks,
        **dict.fromkeys(("points", "tags", "plans", "promises", "connections"), ()),
        **dict.fromkeys(("pronouns", "languages", "zone", "likes_to_talk", "as_a_person", "notes"), ""),
    )
    days = [row.day for row in rows_of(Told(page=page, today=TODAY), Tab.EVERYTHING) if row.mark is Mark.TALK]
    assert days == sorted((talk.day for talk in talks), reverse=True)
