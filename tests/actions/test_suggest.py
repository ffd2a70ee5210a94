"""A suggested plan of a library: who is in it, when and why, and accepted as one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.erasing import erase_people
from planner.actions.people import PersonForm, add_person, let_rest
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.settings import set_owner, set_time_aside
from planner.actions.suggest import MOST_WEIGHED, accept, suggest, suggest_again, why_not
from planner.actions.suggest_proposal import Proposal, nothing_words
from planner.actions.trash import move_to_trash
from planner.domain.channels import Channel
from planner.domain.commitments import By
from planner.domain.errors import Cancelled, KnownError
from planner.domain.words import day_words
from planner.library import Library
from planner.library.tables import BusyTime, Person, Trip
from planner.queries.week import week_board
from tests.domain.planning_instances import MONDAY

WEDNESDAY = date(2026, 9, 16)


@pytest.fixture
def add(library: Library, today: date, now: datetime) -> Callable[..., int]:
    """Adds somebody who was spoken to so many days ago."""

    def somebody(name: str, ago: int | None = 40, rhythm: int | None = 30, city: str = "") -> int:
        form = PersonForm(name=name, rhythm_days=rhythm, city=city)
        who = add_person(library, form, today=today - timedelta(days=500))
        if ago is not None:
            day = today - timedelta(days=ago)
            log_conversation(library, ConversationForm(people=(who,), day=day), now=now)
        return who

    return somebody


def this_week(library: Library, today: date, **more: object) -> Proposal:
    return suggest(library, today=today, monday=MONDAY, **more)  # type: ignore[arg-type]


def test_who_is_due_is_suggested_and_who_is_not_is_left_alone(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    due, soon, _ = add("Ana Ferreira"), add("Luca Steiner", ago=22), add("Mei-Ling Zhao", ago=3)
    found = this_week(library, today)
    assert {each.person_id for each in found.chosen} == {due, soon}
    assert all(today <= each.day <= date(2026, 9, 18) for each in found.chosen)
    ana = next(each for each in found.chosen if each.person_id == due)
    assert "last conversation 40 days ago, rhythm 30 days" in ana.sentence
    assert library.history()[0].label.startswith("Log"), "nothing is written"


def test_resting_planned_and_archived_people_are_left_out_with_the_reason(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    rest, soon, gone = add("Rest"), add("Soon"), add("Gone")
    let_rest(library, rest, date(2026, 10, 1), today=today)
    plan_conversation(library, PlanForm(people=(soon,), day=WEDNESDAY), today=today)
    with library.change("Archive"):
        Person.update(archived=True).where(Person.id == gone).execute()
    found = this_week(library, today)
    assert found.chosen == ()
    assert {each.person_id: each.reason for each in found.left_out} == {
        rest: "Rests until Thu 1 Oct.",
        soon: "Has a plan on Wed 16 Sep already.",
    }
    assert why_not(found, rest) == "Rests until Thu 1 Oct."
    assert why_not(found, gone).startswith("Is neither due")


def test_time_set_aside_existing_plans_and_busy_time_are_kept(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    planned = add("Planned", ago=1)
    for name in ("A", "B", "C", "D"):
        add(name)
    for weekday in range(5):
        set_time_aside(library, weekday, 60 if weekday == 2 else 0)
    plan_conversation(library, PlanForm(people=(planned,), day=WEDNESDAY, starts=time(9)), today=today)
    with library.change("Busy"):
        noon = datetime.fromisoformat("2026-09-16T09:30:00+00:00")
        BusyTime.create(day=WEDNESDAY, starts_at=noon, zone="UTC", minutes=480)
    found = this_week(library, today)
    assert sum(each.minutes for each in found.chosen) <= 30
    assert {each.day for each in found.chosen} == {WEDNESDAY}
    assert all(each.starts is None or time(9, 30) <= each.starts for each in found.chosen)
    assert len(found.left_out) == 4 - len(found.chosen)
    assert all("Wednesday" in each.reason for each in found.left_out)
    accept(library, found, today=today)
    column = week_board(library, today).days[2]
    assert column.planned_minutes <= 60


def test_in_person_where_you_are_at_home_or_on_a_trip(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    set_owner(library, city="Amsterdam")
    home, there, neither = (
        add("Home", city="amsterdam"),
        add("There", city="Zurich"),
        add("Neither", city="Oslo"),
    )
    with library.change("Trip"):
        Trip.create(place="Zurich", zone="Europe/Zurich", first_day=WEDNESDAY, last_day=WEDNESDAY)
    found = {each.person_id: each for each in this_week(library, today).chosen}
    assert found[home].channel is found[there].channel is Channel.IN_PERSON
    assert found[there].day == WEDNESDAY != found[home].day
    assert found[neither].channel is not Channel.IN_PERSON


def test_what_you_owe_comes_first_and_what_has_no_room_is_said(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    add("Late", ago=300)
    owed = add("Owed Once", ago=1, rhythm=None)
    promise(library, owed, By.YOU, "the deck", today - timedelta(days=2), today=today)
    for weekday in range(5):
        set_time_aside(library, weekday, 5 if weekday == 2 else 0)
    found = this_week(library, today)
    assert [each.person_id for each in found.chosen] == [owed]
    assert "You promised" in found.chosen[0].sentence
    promise(library, add("Owed Too", ago=1), By.YOU, "the deck", WEDNESDAY, today=today)
    found = this_week(library, today)
    ((who, said),) = found.unkept.items()
    assert said.endswith("cannot be kept unless 5 min are freed on Wednesday.")
    assert next(each.reason for each in found.left_out if each.person_id == who).endswith(said)


def test_today_begins_after_now_and_the_past_is_no_day(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    for name in "ABCDEFGHIJ":
        add(name)
    for weekday in range(2, 5):
        set_time_aside(library, weekday, 0)
    found = this_week(library, today, not_before=time(16, 20))
    assert {each.day for each in found.chosen} == {today}
    starts = [each.starts for each in found.chosen if each.starts]
    assert starts and min(starts) >= time(16, 30)


def test_two_weeks_are_planned_at_once(library: Library, today: date, add: Callable[..., int]) -> None:
    for name in "ABCDEFGH":
        add(name)
    for weekday in range(5):
        set_time_aside(library, weekday, 15)
    days = {each.day for each in this_week(library, today, weeks=2).chosen}
    assert max(days) > date(2026, 9, 20) and len(days) == 8


def test_of_very_many_people_those_whom_it_helps_most_are_weighed(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    with library.change("Add many"):
        for number in range(MOST_WEIGHED + 3):
            add(f"Somebody {number}", ago=21)
        most = add("Ana Ferreira", ago=29)
        long_ago = add("Long Ago", ago=450)
    found = this_week(library, today)
    reasons = {each.person_id: each.reason for each in found.left_out}
    assert "others" not in reasons.get(most, ""), "is weighed: talking helps more than with any other"
    assert sum(each == "150 others are more timely." for each in reasons.values()) == 5
    assert "others" not in reasons.get(long_ago, ""), "whoever was neglected most is not given up"
    assert len(found.chosen) + len(found.left_out) == MOST_WEIGHED + 5


def test_taking_one_out_and_why_not(library: Library, today: date, add: Callable[..., int]) -> None:
    for weekday in range(5):
        set_time_aside(library, weekday, 15 if weekday == 2 else 0)
    ana, luca = add("Ana Ferreira", ago=40), add("Luca Steiner", ago=32)
    found = this_week(library, today)
    (first,) = found.chosen
    other = luca if first.person_id == ana else ana
    assert why_not(found, first.person_id) == f"{first.name} is in the plan. {first.sentence}"
    said = why_not(found, other)
    assert said.startswith("Needs ") and "would take the place of" in said
    again = suggest_again(found, without=[first.person_id])
    assert [each.person_id for each in again.chosen] == [other]
    assert why_not(again, first.person_id) == "You took this one out."
    none = suggest_again(again, without=[other])
    assert none.chosen == ()


def test_accepting_is_one_step_that_can_be_undone(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    for name in ("A", "B", "C"):
        add(name)
    found = this_week(library, today)
    steps = len(library.history())
    made = accept(library, found, today=today)
    assert len(made) == len(found.chosen) == 3
    assert len(library.history()) == steps + 1
    assert library.next_labels()[0] == "Plan 3 suggested conversations"
    rows = library.rows(
        "SELECT p.day, p.starts, p.minutes, p.channel, x.person_id FROM plan p"
        " JOIN plan_person x ON x.plan_id = p.id"
    )
    assert set(rows) == {
        (
            each.day.isoformat(),
            f"{each.starts:%H:%M}" if each.starts else None,
            each.minutes,
            each.channel.value,
            each.person_id,
        )
        for each in found.chosen
    }
    library.undo()
    assert library.value("SELECT count(*) FROM plan") == 0


def test_one_alone_may_be_accepted_and_nobody_twice(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    who = add("Ana Ferreira")
    add("Luca Steiner")
    found = this_week(library, today)
    day = next(each.day for each in found.chosen if each.person_id == who)
    accept(library, found, [who], today=today)
    assert library.next_labels()[0] == f"Plan Ana Ferreira for {day_words(day, today)} as suggested"
    left = found.without([who])
    assert [each.name for each in left.chosen] == ["Luca Steiner"]
    assert left.minutes == found.minutes - next(
        each.minutes for each in found.chosen if each.person_id == who
    )
    with pytest.raises(KnownError, match="Ana Ferreira has a plan by now"):
        accept(library, found, today=today)
    with pytest.raises(KnownError, match="Nothing is suggested"):
        accept(library, found, [12345], today=today)
    with pytest.raises(KnownError, match="day has passed"):
        accept(library, found, today=today + timedelta(days=30))
    assert library.value("SELECT count(*) FROM plan") == 1


def test_somebody_removed_since_stops_all_of_them(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    add("Ana Ferreira")
    gone = add("Luca Steiner")
    found = this_week(library, today)
    erase_people(library, [gone])
    with pytest.raises(KnownError, match="no longer in the library"):
        accept(library, found, today=today)
    assert library.value("SELECT count(*) FROM plan") == 0


def test_nothing_is_explained_in_words(library: Library, today: date, add: Callable[..., int]) -> None:
    assert nothing_words(this_week(library, today)) == "Everyone is on rhythm. Enjoy it."
    who = add("Ana Ferreira")
    on_rhythm = add("Luca Steiner", ago=16, rhythm=20)
    with library.change("Plan"):
        accept(library, this_week(library, today), today=today)
    found = this_week(library, today)
    assert nothing_words(found) == "Everyone who is due is planned or resting. Enjoy it."
    library.undo()
    move_to_trash(library, [on_rhythm], today=today)
    out = suggest_again(this_week(library, today), without=[who])
    assert nothing_words(out) == "Nobody else is due. You took the others out."
    assert this_week(library, today, without=[who]).chosen == ()
    for weekday in range(5):
        set_time_aside(library, weekday, 0)
    assert nothing_words(this_week(library, today)).startswith("Nothing is left of the time")
    let_rest(library, who, None, today=today)
    assert nothing_words(this_week(library, today)) == "Everyone who is due is planned or resting. Enjoy it."
    with pytest.raises(KnownError, match="week has passed"):
        suggest(library, today=today, monday=today - timedelta(days=14))


def test_it_can_be_cancelled_and_tells_how_far_it_is(
    library: Library, today: date, add: Callable[..., int]
) -> None:
    add("Ana Ferreira")
    told: list[float] = []
    with pytest.raises(Cancelled):
        this_week(library, today, progress=lambda share: bool(told.append(share)))
    assert told and all(0 <= share <= 1 for share in told)


def test_the_samples_weeks_keep_what_is_set_aside(sample: Library, today: date) -> None:
    for monday in (MONDAY, MONDAY + timedelta(days=7)):
        found = suggest(sample, today=today, monday=monday)
        assert found.chosen and found.gap < 0.01
        people = [each.person_id for each in found.chosen]
        assert len(people) == len(set(people))
        accept(sample, found, today=today)
        for column in week_board(sample, today, monday).days:
            if column.day in {each.day for each in found.chosen}:
                assert column.planned_minutes <= column.set_aside_minutes
                spans = [(each.begin, each.end) for each in (*column.spans, *column.busy)]
                ours = {each.starts for each in found.chosen if each.day == column.day and each.starts}
                for at in ours:
                    begin = at.hour * 60 + at.minute
                    assert sum(first <= begin < last for first, last in spans) == 1
