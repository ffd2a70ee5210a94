"""Carrying out what a line means: one step, everything in its place, nothing half done."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.actions.one_line import carry_out, step_label
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.one_line import understand_line
from planner.queries.people import person_called
from planner.queries.person_history import person_history
from tests.conftest import NOW
from tests.dump import dump


def carried(library: Library, line: str, now: datetime = NOW) -> tuple[int, ...]:
    return carry_out(library, understand_line(library, line, now=now).statements, now=now)


def test_everything_in_a_line_is_one_step(sample: Library) -> None:
    before = dump(sample)
    (talk,) = carried(
        sample,
        "Lunch with Beatrix last Friday 1h about resilience; she worries about audit; "
        "I owe her the paper by Friday; let Maya rest until October; call Tobias Thursday 10:00",
    )
    assert sample.row("SELECT day, minutes, channel, topic FROM conversation WHERE id = ?", (talk,)) == (
        "2026-09-11",
        60,
        "in person",
        "resilience",
    )
    assert sample.row(
        "SELECT by, what, made_on, due_on FROM commitment WHERE conversation_id = ?", (talk,)
    ) == (
        "you",
        "the paper",
        "2026-09-11",
        "2026-09-18",
    )
    assert sample.row(
        "SELECT angle, learned, learned_on, source FROM understanding WHERE conversation_id = ?", (talk,)
    ) == ("what they fear", "worries about audit", "2026-09-11", "they said")
    rest = "SELECT resting_until FROM person WHERE name = 'Maya Johansson'"
    assert sample.value(rest) == "2026-10-01"
    plan = "SELECT starts, channel FROM plan WHERE day = '2026-09-17' AND status = 'open' ORDER BY id DESC"
    assert sample.row(plan) == ("10:00", "call")
    after = dump(sample)
    sample.undo()
    assert dump(sample) == before
    sample.redo()
    assert dump(sample) == after


def test_a_promise_stays_with_its_own_conversation(sample: Library) -> None:
    carried(sample, "Met Ana on Monday; I owe Luca Steiner the costs")
    row = sample.row("SELECT conversation_id, made_on FROM commitment ORDER BY id DESC LIMIT 1")
    assert row == (None, "2026-09-15")


def test_a_group_is_everybody_in_it(sample: Library) -> None:
    (talk,) = carried(sample, "Dinner with the board last Monday")
    there = {
        row[0]
        for row in sample.rows("SELECT person_id FROM participation WHERE conversation_id = ?", (talk,))
    }
    board = "SELECT p.id FROM person p JOIN layer l ON l.id = p.layer_id WHERE l.short_name = 'Board'"
    assert there == {row[0] for row in sample.rows(board)} and len(there) > 3


def test_two_people_who_promise_have_one_promise_each(sample: Library) -> None:
    carried(sample, "Ana and Tobias will send the draft by Friday")
    rows = sample.rows("SELECT person_id FROM commitment WHERE what = 'send the draft'")
    assert {row[0] for row in rows} == {
        person_called(sample, each).id for each in ("Ana Ferreira", "Tobias Lindner")
    }


def test_logging_ticks_off_the_plan_and_takes_its_time(sample: Library) -> None:
    carried(sample, "lunch with Ana today at 12:30 for 45 min")
    later = NOW.replace(hour=18)
    (row,) = understand_line(sample, "Had lunch with Ana", now=later).statements[0].rows[1:2]
    assert "12:30 is a guess from your plan" in row.guess
    (talk,) = carried(sample, "Had lunch with Ana", later)
    assert sample.value("SELECT status FROM plan WHERE conversation_id = ?", (talk,)) == "talked"


@pytest.mark.parametrize(
    "line",
    [
        "Lunch with Zoltan yesterday",
        "Lunch with Ana yesterday; I owe Zoltan the costs",
        "let Maya rest until today",
        "",
        "Ana",
    ],
)
def test_what_is_refused_changes_nothing(sample: Library, line: str) -> None:
    before = dump(sample)
    with pytest.raises(KnownError):
        carried(sample, line)
    assert dump(sample) == before


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Ana called me", "Log a call with Ana Ferreira"),
        ("call Ana Thursday", "Plan Ana Ferreira for Thu 17 Sep"),
        ("I owe Ana the costs", "Note your promise to Ana Ferreira"),
        ("Ana owes me the costs", "Note a promise of Ana Ferreira"),
        ("Ana worries about audit", "Note what you learned about Ana Ferreira"),
        ("let Ana rest until October", "Let Ana Ferreira rest"),
        (
            "Zoom with Ana and Tobias yesterday; he will send the plan; I owe her the costs",
            "Log a video call with Ana and Tobias and two commitments",
        ),
    ],
)
def test_the_step_has_a_name(sample: Library, line: str, label: str) -> None:
    statements = understand_line(sample, line, now=NOW).statements
    assert step_label(sample, statements, now=NOW) == label
    carry_out(sample, statements, now=NOW)
    assert sample.history(1)[0].label == label


def test_a_conversation_later_today_is_a_plan(sample: Library) -> None:
    assert carried(sample, "coffee with Ana today at 16:00") == ()
    plan = sample.row("SELECT day, starts FROM plan ORDER BY id DESC LIMIT 1")
    assert plan == (date(2026, 9, 15).isoformat(), "16:00")


def test_a_try_is_noted_and_counts_for_no_rhythm(sample: Library) -> None:
    before = sample.value("SELECT count(*) FROM conversation")
    understood = understand_line(sample, "tried to call Ana yesterday", now=NOW)
    carry_out(sample, understood.statements, now=NOW)
    row = sample.row("SELECT on_day, channel, kind FROM attempt")
    assert row == ("2026-09-14", "call", "unanswered")
    assert sample.value("SELECT count(*) FROM conversation") == before
    assert sample.next_labels()[0] == "Note a try to reach Ana Ferreira"
    ana = person_called(sample, "Ana Ferreira").id
    assert person_history(sample, ana, NOW.date()).steps[0].lines == ("Try to talk: unanswered",)
    sample.undo()
    assert sample.row("SELECT on_day FROM attempt") is None
