"""What the sample knows of its people: Beatrix as she is drawn, everybody else believably, on any day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from planner.actions.sample import write_sample
from planner.domain.angles import Angle, LearnedFrom
from planner.library import Library
from planner.queries.debriefs import waiting_debriefs
from planner.queries.objectivity import objectivity_check
from planner.queries.person import person_page
from planner.queries.reliance import criticality_of_everybody
from planner.queries.repairs import mending
from planner.queries.standing import standings
from planner.queries.trust import trust_of
from planner.queries.understanding import understanding_of


def id_of(library: Library, name: str) -> int:
    return int(library.value("SELECT id FROM person WHERE name = ?", (name,)))


def test_trust_in_beatrix_is_as_drawn(sample: Library, today: date) -> None:
    trust = trust_of(sample, id_of(sample, "Beatrix Keller"), today)
    assert [(line.speaks_for, line.words, line.when) for line in trust.lines[:4]] == [
        (True, "Confided in you over lunch", "Jul"),
        (True, "You kept 8 of 9 promises to her", "12 mo"),
        (True, "She reaches out as often as you do", "6 mo"),
        (False, "The June board paper was six days late", "Jun"),
    ]
    assert trust.band and (trust.band.words, trust.band.width_words) == ("growing to deep", "Wide")
    assert 0.4 < trust.band.low < 0.6 and 0.85 < trust.band.high < 0.95
    assert trust.width.endswith("from 14 conversations, only 3 of these since June.")
    assert (trust.give_and_take.leaning.yours, trust.give_and_take.leaning.theirs) == (9, 7)
    assert trust.give_and_take.words == "Answers, introductions, favours. Near balance."
    assert {each.interval is not None for each in trust.dimensions} == {True}
    assert trust.own is None


def test_understanding_of_beatrix_is_as_drawn(sample: Library, today: date) -> None:
    known = understanding_of(sample, id_of(sample, "Beatrix Keller"), today)
    assert known.summary == "6 of 8 angles fresh"
    assert [(each.coverage.steps, each.age) for each in known.angles] == [
        *((4, "3 wk"), (3, "3 wk"), (4, "3 mo"), (3, "3 wk")),
        *((2, "2 mo"), (3, "7 mo"), (4, "8 wk"), (1, "11 mo")),
    ]
    assert known.asking and known.asking.question == "What would make you lose sleep about 2027?"


def test_the_page_of_beatrix_has_its_notes_and_promises(sample: Library, today: date) -> None:
    page = person_page(sample, id_of(sample, "Beatrix Keller"), today)
    assert len(page.dated_notes) == 6
    assert sum(each.private for each in page.dated_notes) == 1
    assert page.promises[0].note == "drafted"
    assert [each.how for each in page.connections][:2] == [
        "Sat together on two boards",
        "Trusts his view on risk",
    ]


def test_everybody_is_known_a_little_and_nobody_completely(sample: Library, today: date) -> None:
    people = [row[0] for row in sample.rows("SELECT id FROM person")]
    known = [understanding_of(sample, each, today) for each in people]
    assert all(any(angle.facts for angle in each.angles) for each in known)
    assert all(
        any(not angle.facts for angle in each.angles) for each in known if len(each.angles[7].facts) != 1
    )
    sources = Counter(fact.source for each in known for angle in each.angles for fact in angle.facts)
    assert set(sources) == set(LearnedFrom)
    stages = Counter(
        trust.band.words if (trust := trust_of(sample, each, today)).band else None for each in people
    )
    assert len(stages) >= 3 and stages[None] >= 3
    assert all(Angle(row[0]) for row in sample.rows("SELECT DISTINCT angle FROM understanding"))


def test_one_breach_is_being_mended_and_half_way(sample: Library, today: date) -> None:
    wim = id_of(sample, "Wim de Bruijn")
    assert {person: each.left for person, each in mending(sample).items()} == {wim: 1}
    standing = standings(sample, today, [wim])[wim]
    assert standing.rhythm_days == 59
    assert standing.reason.startswith("You are mending trust with him since 13 August")


def test_what_is_rated_can_be_checked_and_what_is_relied_on_is_known(sample: Library, today: date) -> None:
    check = objectivity_check(sample, today)
    assert check.portfolio.people >= 20 and check.portfolio.close >= 5
    assert check.portfolio.chance is not None and check.portfolio.chance < 0.05
    labels = Counter(each.label for each in criticality_of_everybody(sample).values())
    assert len(labels) >= 2 and sum(labels.values()) >= 8


def test_a_few_conversations_wait_for_their_debrief(sample: Library, today: date) -> None:
    waiting = waiting_debriefs(sample, today)
    assert 3 <= len(waiting) <= 8
    assert len({each.conversation_id for each in waiting}) == len(waiting)
    marks = dict(sample.rows("SELECT trust, count(*) FROM debrief GROUP BY 1"))
    assert marks["same"] > marks["up"] > marks["down"] > 0
    assert sample.value("SELECT count(*) FROM debrief WHERE skipped = 1 AND trust IS NULL") > 0


@pytest.mark.parametrize("day", ["2026-09-14", "2026-09-20", "2024-02-29", "2027-01-01"])
def test_nothing_known_lies_ahead_of_any_day(library: Library, day: str) -> None:
    today = date.fromisoformat(day)
    write_sample(library, today=today)
    for table, column in (
        *(("understanding", "learned_on"), ("evidence", "on_day"), ("favour", "on_day"), ("note", "on_day")),
        *(("own_view", "on_day"), ("reliance", "on_day"), ("debrief", "on_day"), ("repair", "begun_on")),
    ):
        assert library.value(f"SELECT count(*) FROM {table} WHERE {column} >= ?", (day,)) == 0, table
    assert not library.value("SELECT count(*) FROM commitment WHERE closed_on < made_on")
    trust = trust_of(library, id_of(library, "Beatrix Keller"), today)
    assert trust.yours.kept >= 8 and trust.band
    assert library.problems() == []


def test_a_large_sample_knows_its_own_cast_alike(library: Library, sample: Library, today: date) -> None:
    write_sample(library, today=today, people=60, conversations=2_500)
    large, small = (trust_of(each, id_of(each, "Beatrix Keller"), today) for each in (library, sample))
    assert [line.words for line in large.lines] == [line.words for line in small.lines]
