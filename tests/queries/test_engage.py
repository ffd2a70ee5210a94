"""Whom to engage, and why: the order, who is left out, and the facts behind it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person, let_rest
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By
from planner.domain.rhythm import State
from planner.library import Library
from planner.library.tables import Person
from planner.queries.engage import to_engage
from planner.queries.standing import measures, standings


def person(library: Library, today: date, name: str, rhythm: int | None = 30, added: int = 500) -> int:
    form = PersonForm(name=name, rhythm_days=rhythm)
    return add_person(library, form, today=today - timedelta(days=added))


def talk(library: Library, now: datetime, who: int, ago: int, **more: object) -> int:
    form = ConversationForm(people=(who,), day=now.date() - timedelta(days=ago), **more)  # type: ignore[arg-type]
    return log_conversation(library, form, now=now)


def order(library: Library, today: date) -> list[str]:
    return [each.name for each in to_engage(library, today).people]


def test_own_overdue_promises_first_then_the_share_used(library: Library, today: date, now: datetime) -> None:
    for name, ago in (("Late", 60), ("Later", 90), ("Fine", 3), ("Owed", 1), ("Owed long", 2)):
        talk(library, now, person(library, today, name), ago)
    ids = dict(library.rows("SELECT name, id FROM person"))
    promise(library, ids["Owed"], By.YOU, "the paper", today - timedelta(days=1), today=today)
    promise(library, ids["Owed long"], By.YOU, "the paper", today - timedelta(days=9), today=today)
    promise(library, ids["Fine"], By.THEY, "an answer", today - timedelta(days=9), today=today)
    assert order(library, today) == ["Owed long", "Owed", "Later", "Late"]


def test_resting_archived_and_planned_people_are_left_out(
    library: Library, today: date, now: datetime
) -> None:
    rest, soon, far = (person(library, today, name) for name in ("Rest", "Soon", "Far"))
    for each in (rest, soon, far):
        talk(library, now, each, 60)
    let_rest(library, rest, today + timedelta(days=10), today=today)
    plan_conversation(library, PlanForm(people=(soon,), day=today + timedelta(days=3)), today=today)
    plan_conversation(library, PlanForm(people=(far,), day=today + timedelta(days=30)), today=today)
    assert order(library, today) == ["Far"]
    assert to_engage(library, today).total == 1


def test_nobody_in_the_trash_is_suggested(library: Library, today: date, now: datetime) -> None:
    gone, owed, kept = (person(library, today, name) for name in ("Gone", "Owed", "Kept"))
    for each in (gone, owed, kept):
        talk(library, now, each, 60)
    promise(library, owed, By.YOU, "the paper", today - timedelta(days=9), today=today)
    with library.change("Put into the trash"):
        Person.update(trashed_on=today).where(Person.id.in_((gone, owed))).execute()
    assert order(library, today) == ["Kept"]
    assert [each.person_id for each in measures(library, today)] == [kept]


def test_somebody_never_met_is_due_a_rhythm_after_being_added(library: Library, today: date) -> None:
    person(library, today, "New", added=3)
    person(library, today, "Waiting", added=40)
    assert order(library, today) == ["Waiting"]
    found = to_engage(library, today).people[0]
    assert found.state is State.NOT_STARTED
    assert found.days_since is None and found.share is None
    assert found.reason == "You added Waiting 40 days ago and have not spoken yet."


def test_somebody_in_no_layer_is_suggested_once_you_talked(
    library: Library, today: date, now: datetime
) -> None:
    met = person(library, today, "Met once", rhythm=None)
    person(library, today, "Only an address", rhythm=None)
    talk(library, now, met, 40, topic="the port")
    found = to_engage(library, today)
    assert [(each.name, each.rhythm_days, each.state) for each in found.people] == [
        ("Met once", 30, State.OVERDUE)
    ]
    assert found.people[0].reason == "40 days since you spoke about the port; ask what came of it."


def test_an_older_conversation_never_moves_the_clock_back(
    library: Library, today: date, now: datetime
) -> None:
    who = person(library, today, "Ana")
    talk(library, now, who, 5)
    talk(library, now, who, 50)
    assert standings(library, today, [who])[who].days_since == 5


def test_a_standing_in_full(library: Library, today: date, now: datetime) -> None:
    who = person(library, today, "Ana Ferreira", rhythm=14)
    talk(library, now, who, 30, channel=Channel.IN_PERSON)
    talk(library, now, who, 12, channel=Channel.CALL, reached_out=ReachedOut.THEY, topic="Q3 budget")
    plan_conversation(library, PlanForm(people=(who,), day=today, starts=time(15)), today=today)
    promise(library, who, By.YOU, "the deck", today + timedelta(days=2), today=today)
    found = standings(library, today, [who])[who]
    assert (found.days_since, found.rhythm_days, found.state) == (12, 14, State.DUE)
    assert found.share == 12 / 14
    assert found.state_words == "Due in 2 d"
    assert found.due_day == date(2026, 9, 17)
    assert found.last_channel is Channel.CALL
    assert found.next_plan is not None and found.next_plan.starts == time(15)
    assert (found.yours_open, found.theirs_open, found.overdue_commitments(today)) == (1, 0, 0)
    assert found.strip is not None and found.strip.dots[-1].hollow
    assert found.reason == "12 days since you spoke about Q3 budget; ask what came of it."


def test_a_private_talk_never_shows_its_topic(library: Library, today: date, now: datetime) -> None:
    who = person(library, today, "Ana")
    talk(library, now, who, 60, topic="her health", private=True)
    found = standings(library, today, [who])[who]
    assert found.last_topic == "" and "health" not in found.reason


def test_a_future_entry_is_not_history(library: Library, today: date, now: datetime) -> None:
    who = person(library, today, "Ana")
    talk(library, now, who, 0)
    assert standings(library, today - timedelta(days=3), [who])[who].days_since is None


def test_rest_stops_the_clock_and_ends_by_itself(library: Library, today: date, now: datetime) -> None:
    who = person(library, today, "Ana")
    talk(library, now, who, 20)
    let_rest(library, who, today + timedelta(days=10), today=today)
    assert standings(library, today, [who])[who].state is State.RESTING
    later = today + timedelta(days=15)
    found = standings(library, later, [who])[who]
    assert found.share == (35 - 10) / 30
    assert found.state is State.DUE


def test_the_sample_has_the_right_people_on_top(sample: Library, today: date) -> None:
    names = order(sample, today)
    assert names[0] == "Tobias Lindner"
    assert {"Katarzyna Wolska", "Aisha Rahmani", "Mei-Ling Zhao", "Tomás Herrera", "Pieter van Rijn"} <= set(
        names
    )
    shares = [each.share or 0 for each in to_engage(sample, today).people[1:]]
    assert shares == sorted(shares, reverse=True)
    assert to_engage(sample, today, limit=2).total == len(names)
