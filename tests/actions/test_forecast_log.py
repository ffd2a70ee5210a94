"""The log of forecasts: written beside the history, resolved when it comes due, checked and corrected."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.forecast_log import (
    BESIDE,
    LOGGED_HORIZONS,
    Told,
    note_forecasts,
    resolve_forecasts,
    told_of,
    told_of_person,
)
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.recalibrate import allow_recalibration, look_again, reset_recalibration
from planner.domain.recalibration import Recalibration
from planner.domain.two_habits import NAME
from planner.library import Library
from planner.queries.cadence.everybody import everybody
from planner.queries.cadence.person import person_cadence
from planner.queries.engage import to_engage
from planner.queries.forecast_check import forecast_check
from planner.queries.recalibrated import correcting, recalibration


def rows(library: Library) -> list[tuple[object, ...]]:
    return list(
        library.rows(
            "SELECT made_on, person_id, horizon_days, round(chance, 6), model, shown, suggested, happened"
            " FROM forecast ORDER BY made_on, person_id, horizon_days"
        )
    )


def test_what_is_shown_is_noted_once_a_day(sample: Library, today: date) -> None:
    known = everybody(sample, today)
    shown = [int(each) for each in known.people[:3]]
    told = told_of(sample, known, shown)
    steps = len(sample.history())
    assert note_forecasts(sample, told, today) == len(told) == 3 * (3 + BESIDE)
    first = rows(sample)
    assert note_forecasts(sample, [each._replace(chance=0.5) for each in told], today) == 0
    assert rows(sample) == first
    assert note_forecasts(sample, told, today + timedelta(days=1)) == len(told)
    assert len(sample.history()) == steps


def test_it_says_what_the_forecast_was_and_what_stood_beside_it(sample: Library, today: date) -> None:
    known = everybody(sample, today)
    engaged = {each.person_id for each in to_engage(sample, today).people}
    calm = next(int(each) for each in known.people if int(each) not in engaged)
    plan_conversation(sample, PlanForm(people=(calm,), day=today + timedelta(days=10)), today=today)
    late = next(iter(engaged))
    note_forecasts(sample, told_of(sample, known, [calm, late]), today)
    noted = {(row[1], row[2]): row for row in rows(sample)}
    page = person_cadence(sample, calm, today)
    by_horizon = {each.days: each.by_habit.exact for each in page.ahead}
    for horizon in LOGGED_HORIZONS:
        row = noted[calm, horizon]
        assert row[3] == pytest.approx(by_horizon[horizon], abs=1e-6)
        assert row[4:] == (NAME, 1, int(horizon >= 10), None)
        assert noted[late, horizon][6] == 1
    beside = [row for row in rows(sample) if not row[5]]
    assert len(beside) == BESIDE * 3 and not {row[1] for row in beside} & engaged


def test_the_page_of_a_person_tells_the_same(sample: Library, today: date) -> None:
    known = everybody(sample, today)
    who = int(known.people[0])
    from_the_page = told_of_person(sample, person_cadence(sample, who, today))
    from_the_screen = [each for each in told_of(sample, known, [who]) if each.person_id == who]
    assert [each._replace(chance=round(each.chance, 9)) for each in from_the_page] == [
        each._replace(chance=round(each.chance, 9)) for each in from_the_screen
    ]


def test_it_is_no_part_of_the_history(library: Library, now: datetime) -> None:
    who = add_person(library, PersonForm(name="Ana"), today=now.date())
    log_conversation(library, ConversationForm(people=(who,), day=now.date()), now=now)
    library.undo()
    note_forecasts(library, [Told(who, 7, 0.4, True, False)], now.date())
    assert library.next_labels() == ("Add Ana", "Log a conversation with Ana")
    assert library.redo() is not None
    library.undo()
    library.undo()
    assert rows(library) == [], "it leaves with the person"


def test_with_a_person_every_forecast_about_them_goes(library: Library, now: datetime) -> None:
    from planner.actions.erasing import erase_people

    ana, ben = (add_person(library, PersonForm(name=name), today=now.date()) for name in ("Ana", "Ben"))
    note_forecasts(library, [Told(who, 7, 0.4, True, False) for who in (ana, ben)], now.date())
    erase_people(library, [ana])
    assert [row[1] for row in rows(library)] == [ben]
    assert library.problems() == []


def log(library: Library, now: datetime, who: int, day: date) -> None:
    log_conversation(library, ConversationForm(people=(who,), day=day), now=now)


def test_it_is_resolved_at_the_horizon_and_hears_late_entries(library: Library, now: datetime) -> None:
    today = now.date()
    who = add_person(library, PersonForm(name="Ana"), today=today - timedelta(days=90))
    made = today - timedelta(days=40)
    note_forecasts(
        library,
        [Told(who, 7, 0.4, True, False), Told(who, 30, 0.6, True, False), Told(who, 60, 0.8, True, False)],
        made,
    )

    def happened(day: date) -> list[object]:
        resolve_forecasts(library, day)
        return [row[7] for row in rows(library)]

    assert happened(made + timedelta(days=7)) == [None, None, None]
    assert happened(made + timedelta(days=8)) == [0, None, None]
    log(library, now, who, made)
    log(library, now, who, made + timedelta(days=8))
    assert happened(today) == [0, 1, None]
    log(library, now, who, made + timedelta(days=3))
    assert happened(today) == [1, 1, None]
    library.undo()
    assert happened(today) == [0, 1, None]


def broken_log(library: Library, now: datetime, people: int = 25, days: int = 40) -> None:
    """Forecasts that were far too sure, about people who rarely came."""
    chance = random.Random(2)
    today = now.date()
    ids = [add_person(library, PersonForm(name=f"P{each}"), today=today) for each in range(people)]
    with library.change("Talks"):
        for back in range(days + 30):
            for who in ids:
                if chance.random() < 0.02:
                    log(library, now, who, today - timedelta(days=back))
    for back in range(days + 10, 10, -1):
        made = today - timedelta(days=back)
        note_forecasts(library, [Told(who, 7, 0.9, True, False) for who in ids], made)
    resolve_forecasts(library, today)


def test_too_early_to_tell(library: Library, now: datetime) -> None:
    found = forecast_check(library, now.date())
    assert found.too_early and found.whole is None and found.sentence.startswith("Too early to tell: 0 of 50")
    broken_log(library, now, people=4, days=12)
    assert forecast_check(library, now.date()).counted == 48
    assert forecast_check(library, now.date()).too_early


def test_the_check_says_how_they_held_up(library: Library, now: datetime) -> None:
    broken_log(library, now)
    first = int(library.value("SELECT min(id) FROM person"))
    note_forecasts(library, [Told(first, 7, 0.1, True, True)], now.date() - timedelta(days=60))
    resolve_forecasts(library, now.date())
    found = forecast_check(library, now.date())
    whole = found.whole
    assert whole is not None and found.prompted == 1 and found.counted == 25 * 40 == whole.forecasts
    assert whole.brier > 0.5 and whole.skill is not None and whole.skill < 0
    assert whole.happened < 0.2 and whole.slope is None
    assert [(each.number, round(each.told, 9)) for each in whole.bins] == [(1000, 0.9)]
    assert [days for days, _ in found.horizons] == [7]
    assert sum(check.forecasts for _, check in found.months) <= 1000 and len(found.months) >= 1
    assert "no better than" in found.sentence and "90 %" in found.sentence


def test_simpler_rules_know_only_what_was_written_down_by_then(library: Library, now: datetime) -> None:
    today = now.date()
    who = add_person(library, PersonForm(name="Ana"), today=today)
    made = today - timedelta(days=20)
    for back in (60, 50, 40):
        log(library, now - timedelta(days=30), who, today - timedelta(days=back))
    note_forecasts(library, [Told(who, 7, 0.4, True, False)], made)
    resolve_forecasts(library, today)
    from planner.queries.forecast_check import cases

    before = cases(library, today)
    log(library, now, who, today - timedelta(days=45))
    assert (
        cases(library, today)[0].mean_gap == before[0].mean_gap == pytest.approx(1 - 2.718281828459045**-0.7)
    )
    assert (before[0].waited, before[0].ended) == (20, False)


def test_a_correction_is_off_until_it_is_allowed_and_proven(library: Library, now: datetime) -> None:
    today = now.date()
    broken_log(library, now)
    assert recalibration(library) == Recalibration() and not correcting(library).allowed
    assert look_again(library, today) is None
    steps = len(library.history())
    verdict = allow_recalibration(library, today)
    assert verdict.least is not None and verdict.least > 0
    found = recalibration(library)
    assert found == verdict.adopted and found.applied(0.9) < 0.6
    assert len(library.history()) == steps + 1
    who = int(library.value("SELECT person_id FROM participation LIMIT 1"))
    page = person_cadence(library, who, today)
    plain = [each.by_habit.exact for each in page.ahead]
    reset_recalibration(library)
    assert recalibration(library) == Recalibration()
    own = [each.by_habit.exact for each in person_cadence(library, who, today).ahead]
    assert plain == pytest.approx([found.applied(each) for each in own])
    library.undo()
    assert recalibration(library) == found
    note_forecasts(library, [Told(who, 7, 0.5, True, False)], today)
    assert rows(library)[-1][4] == found.model


def test_a_correction_is_looked_at_again_after_a_month(library: Library, now: datetime) -> None:
    today = now.date()
    broken_log(library, now)
    allow_recalibration(library, today)
    assert look_again(library, today + timedelta(days=29)) is None
    assert look_again(library, today + timedelta(days=30)) is not None
    assert correcting(library).checked_on == today + timedelta(days=30)


def test_a_correction_with_too_few_forecasts_changes_nothing(library: Library, today: date) -> None:
    assert allow_recalibration(library, today).gain is None
    assert correcting(library).allowed and recalibration(library) == Recalibration()
