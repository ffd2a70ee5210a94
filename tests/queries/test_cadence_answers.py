"""What the cadence screen asks: weeks, rhythms kept, attention, who goes quiet, who reaches out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from planner.actions.leave import Stretch, take_leave, write_absences
from planner.actions.people import let_rest
from planner.actions.plans import PlanForm, let_go, plan_conversation
from planner.actions.reliance import assess_reliance
from planner.domain.channels import Channel, ReachedOut
from planner.domain.criticality import Reliance
from planner.domain.forecast import Odds, show_rate
from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.cadence.against_rhythm import against_rhythm
from planner.queries.cadence.attention import attention, capacity
from planner.queries.cadence.everybody import as_of, everybody
from planner.queries.cadence.going_quiet import going_quiet
from planner.queries.cadence.heat import HeatCell, heat_map
from planner.queries.cadence.kept import intervals_kept, month_ends
from planner.queries.cadence.meetings import meetings_of
from planner.queries.cadence.person import person_cadence
from planner.queries.cadence.reached_out import who_reached_out
from planner.queries.people import layers
from tests.queries.cadence_people import Talk, person


def test_a_week_adds_up_and_unknown_lengths_are_said(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana")
    talk(ana, 0, minutes=20)
    talk(ana, 1, minutes=30)
    talk(ana, 8)
    heat = heat_map(library, everybody(library, today), weeks=4)
    assert heat.mondays[-1] == date(2026, 9, 14) and len(heat.mondays) == 4
    assert heat.rows[0].cells == (
        HeatCell(talks=0, minutes=None),
        HeatCell(talks=0, minutes=None),
        HeatCell(talks=1, minutes=None),
        HeatCell(talks=2, minutes=50),
    )
    assert [cell.level for cell in heat.rows[0].cells] == [0, 0, 1, 4]


@pytest.mark.parametrize(
    ("minutes", "level"), [(5, 1), (15, 1), (16, 2), (30, 2), (45, 3), (60, 4), (300, 4)]
)
def test_the_levels_are_quarters_of_an_hour(minutes: int, level: int) -> None:
    assert HeatCell(talks=1, minutes=minutes).level == level


def test_quiet_stretches_begin_when_the_rhythm_is_used_up(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana", 10)
    for ago in (100, 90, 60, 50, 25):
        talk(ana, ago)
    row = heat_map(library, everybody(library, today)).rows[0]
    spans = [((today - each.first).days, (today - each.last).days, each.is_open) for each in row.quiet]
    assert spans == [(79, 61, False), (39, 26, False), (14, 0, True)]


def test_leave_is_no_quiet_stretch(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana", 10)
    talk(ana, 30)
    talk(ana, 14)
    take_leave(
        library,
        Stretch(first_day=today - timedelta(days=28), last_day=today - timedelta(days=20)),
        today=today,
    )
    row = heat_map(library, everybody(library, today)).rows[0]
    assert [each.is_open for each in row.quiet] == [True]


def test_everybody_met_in_these_weeks_is_shown(library: Library, today: date, talk: Talk) -> None:
    for number in range(5):
        talk(person(library, today, f"P{number}"), number * 80)
    known = everybody(library, today)
    assert [each.name for each in heat_map(library, known).rows] == ["P0", "P1", "P2"]
    some = heat_map(library, known, people=[int(known.people[4]), int(known.people[0])])
    assert [each.name for each in some.rows] == ["P0", "P4"]
    assert [each.talks for each in some.rows[1].cells] == [0] * 26
    assert [some.days_since(place) for place in range(2)] == [0, 320]


def test_intervals_kept_and_missed_are_counted_in_rhythms(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana", 10, "customers")
    for ago in (80, 70, 60, 55, 50, 19):
        talk(ana, ago)
    lines = intervals_kept(library, everybody(library, today)).lines
    point = next(each for each in lines if each.layer.hue == "customers").points[-1]
    # 10, 10, 5 and 5 days are kept; of 31 days three rhythms are missed and a tenth is kept; of today's 19
    # days one rhythm is missed.
    assert point.kept == pytest.approx(1 + 1 + 0.5 + 0.5 + 0.1)
    assert point.intervals == pytest.approx(3.1 + 4)
    assert point.share == pytest.approx(3.1 / 7.1)
    empty = next(each for each in lines if each.layer.hue == "team").points[-1]
    assert (empty.intervals, empty.share) == (0, None)


def test_month_ends() -> None:
    assert month_ends(date(2026, 3, 15), 3) == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 15))


def test_time_by_layer_is_shared_by_the_people_of_a_conversation(
    library: Library, today: date, talk: Talk
) -> None:
    ana, ben = person(library, today, "Ana", hue="customers"), person(library, today, "Ben", hue="team")
    alone = person(library, today, "Nobody's")
    talk((ana, ben), 5, minutes=60)
    talk(ana, 6, minutes=30)
    talk(ben, 7)
    talk(ana, 95, minutes=500)
    found = attention(library, today)
    times = {each.layer.hue: (each.minutes, each.share) for each in found.layers}
    assert times["customers"] == (60, pytest.approx(2 / 3)) and times["team"] == (30, pytest.approx(1 / 3))
    assert (found.minutes, found.unknown_talks) == (90, 1)
    assert found.spread is not None
    assert found.spread.misfit == pytest.approx(
        ((2 / 3 - 0.2) + (1 / 3 - 0.3) + 0.22 + 0.12 + 0.08 + 0.08) / 2
    )
    assert "" not in times
    talk(alone, 5, minutes=10)
    assert {each.layer.hue: each.minutes for each in attention(library, today).layers}[""] == 10
    assert attention(library, today - timedelta(days=90)).minutes == 500


def test_without_any_time_there_is_no_share(library: Library, today: date) -> None:
    found = attention(library, today)
    assert found.spread is None and all(each.share is None for each in found.layers)


def test_whether_the_rhythms_fit_the_time_set_aside(library: Library, today: date, talk: Talk) -> None:
    from planner.actions.settings import set_time_aside

    for number in range(6):
        who = person(library, today, f"P{number}", 7, "team")
        talk(who, 3, minutes=60)
    for weekday in range(7):
        set_time_aside(library, weekday, 0)
    assert capacity(library, everybody(library, today)).load is None
    set_time_aside(library, 0, 240)
    found = capacity(library, everybody(library, today))
    assert (found.demanded_hours, found.set_aside_hours, found.load) == (6, 4, 1.5)
    assert [(each.layer, each.rhythm_days) for each in found.reliefs] == [("Own team", 11)]


def test_who_reached_out(library: Library, today: date, talk: Talk) -> None:
    ana, ben = person(library, today, "Ana"), person(library, today, "Ben")
    for ago in (1, 2, 3):
        talk(ana, ago, reached_out=ReachedOut.YOU)
    talk(ana, 4, reached_out=ReachedOut.THEY)
    talk(ana, 5)
    talk(ben, 6, reached_out=ReachedOut.THEY)
    talk(ben, 300, reached_out=ReachedOut.THEY)
    talk(person(library, today, "Unknown"), 6)
    found = who_reached_out(library, today)
    assert [(each.name, each.you, each.they, each.unknown) for each in found.people] == [
        ("Ana", 3, 1, 1),
        ("Ben", 0, 1, 0),
    ]
    assert (found.you, found.they, found.unknown) == (3, 2, 2)
    assert [each.name for each in who_reached_out(library, today, people=[ben]).people] == ["Ben"]


def test_silences_against_the_rhythm(library: Library, today: date, talk: Talk) -> None:
    shares = {"A": 2, "B": 4, "C": 12, "D": 16, "E": 80}
    ids = {name: person(library, today, name, 16) for name in shares}
    for name, ago in shares.items():
        talk(ids[name], ago)
    resting = person(library, today, "Resting", 16)
    talk(resting, 40)
    let_rest(library, resting, None, today=today)
    person(library, today, "Never", 16)
    found = against_rhythm(everybody(library, today))
    assert [len(each.people) for each in found.bins] == [1, 1, 0, 1, 1, 0, 0, 0, 1]
    assert found.bins[-1].people == (ids["E"],) and found.bins[-1].high is None
    assert found.states[State.RESTING] == (resting,) and len(found.states[State.NOT_STARTED]) == 1
    assert found.longest_share == 5


def test_who_goes_quiet(library: Library, today: date, talk: Talk) -> None:
    """Sporadic people near twice their rhythm are likely to go quiet; steady ones are not."""
    fading, steady, gone, far = (
        person(library, today, name, rhythm)
        for name, rhythm in (("Fading", 14), ("Steady", 14), ("Gone", 7), ("Far", 60))
    )
    for ago in (200, 120, 20):
        talk(fading, ago)
    for ago in range(9, 150, 12):
        talk(steady, ago)
    talk(gone, 40)
    talk(far, 10)
    known = everybody(library, today)
    found = going_quiet(library, known)
    assert [each.name for each in found.likely] == ["Fading"]
    one = found.likely[0]
    assert one.day.chance is not None and one.day.band is not None
    assert one.day.on == today + timedelta(days=8) and one.contacts == 3
    assert one.day.first == one.day.on - timedelta(days=2) and one.day.last == one.day.on + timedelta(days=2)
    assert one.day.chance.odds in (Odds.LIKELY, Odds.ALMOST_CERTAIN)
    assert one.day.band.low <= one.day.chance.exact <= one.day.band.high
    assert [each.name for each in found.already] == ["Gone"]
    assert found.already[0].day.chance is None and found.already[0].day.days_left == -26
    assert found.unlikely == 1
    assert going_quiet(library, known, people=[steady]).likely == ()
    assert going_quiet(library, known, most=0).likely_total == 1


def test_a_plan_makes_going_quiet_unlikely(library: Library, today: date, talk: Talk) -> None:
    fading = person(library, today, "Fading", 14)
    for ago in (200, 120, 20):
        talk(fading, ago)
    plan_conversation(library, PlanForm(people=(fading,), day=today + timedelta(days=3)), today=today)
    known = everybody(library, today)
    assert going_quiet(library, known).likely == () and going_quiet(library, known).unlikely == 1
    assert [each.name for each in going_quiet(library, known, planned=False).likely] == ["Fading"]
    day = person_cadence(library, fading, today).quiet
    assert day is not None and day.chance is not None and day.if_nobody_acts is not None
    assert day.planned_on == today + timedelta(days=3)
    assert day.chance.exact < 0.1 < day.if_nobody_acts.exact


def test_whom_it_matters_for_comes_first(library: Library, today: date, talk: Talk) -> None:
    for name, ago in (("Sooner", 24), ("Later", 15)):
        who = person(library, today, name, 14)
        for earlier in (200, 120, ago):
            talk(who, earlier)
    known = everybody(library, today)
    names = [each.name for each in going_quiet(library, known).likely]
    assert sorted(names) == ["Later", "Sooner"]
    last = next(each.person_id for each in going_quiet(library, known).likely if each.name == names[1])
    assess_reliance(library, last, Reliance(importance=1.0, alternatives=0), today=today)
    assert [each.name for each in going_quiet(library, known).likely] == names[::-1]


def test_who_rests_or_is_away_for_good_does_not_go_quiet(library: Library, today: date, talk: Talk) -> None:
    resting, away = person(library, today, "Resting", 14), person(library, today, "Away", 14)
    for who in (resting, away):
        talk(who, 20)
    let_rest(library, resting, today + timedelta(days=60), today=today)
    write_absences(library, away, [Stretch(first_day=today + timedelta(days=2), last_day=None)])
    found = going_quiet(library, everybody(library, today))
    assert (found.likely, found.already, found.unlikely) == ((), (), 0)
    assert person_cadence(library, away, today).quiet is None


def test_leave_puts_the_quiet_day_off(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana", 14)
    talk(ana, 20)
    before = person_cadence(library, ana, today).quiet
    take_leave(
        library, Stretch(first_day=today + timedelta(days=1), last_day=today + timedelta(days=5)), today=today
    )
    after = person_cadence(library, ana, today).quiet
    assert before is not None and after is not None and before.chance and after.chance
    assert after.on == before.on + timedelta(days=5)
    assert after.chance.exact == pytest.approx(before.chance.exact)


def test_meetings_and_how_often_they_took_place(library: Library, today: date, now: datetime) -> None:
    ana = person(library, today, "Ana")
    past = [
        plan_conversation(library, PlanForm(people=(ana,), day=today - timedelta(days=ago)), today=today)
        for ago in (3, 5, 7)
    ]
    from planner.actions.plans import talked

    talked(library, past[0], now=now)
    let_go(library, past[1])
    plan_conversation(library, PlanForm(people=(ana,), day=today + timedelta(days=9)), today=today)
    found = meetings_of(library, today)[ana]
    assert (found.days, found.held, found.missed) == ((today + timedelta(days=9),), 1, 1)
    assert found.shows == show_rate(1, 1)


def test_a_person_in_full(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana", 14)
    for ago in (70, 60, 46, 39, 10):
        talk(ana, ago, channel=Channel.CALL)
    found = person_cadence(library, ana, today)
    assert [gap.days for gap in found.gaps] == [10, 14, 7, 29]
    assert [gap.kept for gap in found.gaps] == [True, True, True, False]
    assert found.statistics.finite_burstiness == pytest.approx(-0.25282, abs=1e-4)
    assert [each.by_habit.exact for each in found.ahead] == pytest.approx(
        [0.2476, 0.4397, 0.6275, 0.7560], abs=1e-4
    )
    assert all(each.by_habit.contacts == 5 and each.with_plans is None for each in found.ahead)
    assert found.alive is not None and found.alive.exact == pytest.approx(0.9439, abs=1e-4)
    assert found.wait is not None and found.wait.first is not None and found.wait.middle is not None
    assert found.wait.first < found.wait.middle
    assert found.warmth is not None and 0 < found.warmth <= 1


def test_without_a_rhythm_a_silence_can_still_be_unusual(library: Library, today: date, talk: Talk) -> None:
    chosen = next(each for each in layers(library) if each.hue == "team").id
    with library.change("Have no rhythm"):
        from planner.library.tables import Layer

        Layer.update(rhythm_days=None).where(Layer.id == chosen).execute()
    steady, once = (person(library, today, name, None, "team") for name in ("Steady", "Once"))
    for ago in range(4, 120, 12):
        talk(steady, ago)
    talk(once, 40)
    found = person_cadence(library, steady, today)
    assert found.measure.rhythm_days is None and found.quiet is None
    assert found.unusual_after is not None and 8 < found.unusual_after < 14
    assert person_cadence(library, once, today).unusual_after is None


def test_nothing_is_told_of_somebody_never_spoken_with(library: Library, today: date) -> None:
    found = person_cadence(library, person(library, today, "Ana"), today)
    assert (found.contacts, found.gaps, found.ahead) == (0, (), ())
    assert (found.wait, found.alive, found.regular, found.quiet, found.warmth, found.offer) == (None,) * 6


def test_what_is_known_as_of_an_earlier_day_is_what_was_known_then(sample: Library, today: date) -> None:
    before = today - timedelta(weeks=13)
    earlier = as_of(sample, everybody(sample, today), before)
    assert earlier.today == before
    assert intervals_kept(sample, earlier) == intervals_kept(sample, everybody(sample, before))


def test_the_sample_has_something_to_say(sample: Library, today: date) -> None:
    known = everybody(sample, today)
    heat = heat_map(sample, known)
    assert len(heat.rows) == len(heat.people) > 30
    assert any(stretch.is_open for row in heat.rows for stretch in row.quiet)
    kept = intervals_kept(sample, known)
    assert [len(line.points) for line in kept.lines] == [12] * 6
    assert all(line.points[-1].share is not None for line in kept.lines)
    assert going_quiet(sample, known).likely
    assert who_reached_out(sample, today).people
