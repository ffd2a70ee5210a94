"""What one typed line means: the table of utterances, and what holds for any line."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.channels import Channel, ReachedOut
from planner.domain.errors import KnownError
from planner.domain.one_line import tables_of
from planner.domain.one_line.retyping import retyped
from planner.domain.one_line.rows import Kind, RowKind, Understood, When
from planner.domain.one_line.vocabulary import vocabulary
from tests.domain.one_line_table import IDS, NAMES, NOW, meant, told, utterances

ENGLISH, GERMAN = utterances("english.txt"), utterances("german.txt")
TABLE = ENGLISH + GERMAN
WHOLE_WAY = "Lunch with Ana yesterday 1h about Q3 budget; she will send the forecast by Friday"


@pytest.mark.parametrize(("text", "meaning"), TABLE, ids=[text for text, _ in TABLE])
def test_a_line_means_exactly_this(text: str, meaning: list[str]) -> None:
    assert told(meant(text)) == meaning


def test_the_table_is_large_enough() -> None:
    assert len({text for text, _ in TABLE}) == len(TABLE) >= 300
    assert len(GERMAN) >= 100


def test_the_language_is_the_one_that_understands_more() -> None:
    assert {meant(text).language for text, meaning in GERMAN if meaning != ["nothing"]} == {"de"}
    found = [meant(text).language for text, _ in ENGLISH]
    assert found.count("en") == len(found)


@pytest.mark.parametrize("code", ["en", "de"])
def test_a_language_that_was_chosen_is_the_only_one(code: str) -> None:
    assert {meant(text, code).language for text, _ in TABLE} == {code}


# What the rows hold


def test_the_values_of_a_conversation() -> None:
    talk, promise = meant(WHOLE_WAY).statements
    assert (talk.kind, talk.people, talk.day, talk.starts) == (
        Kind.CONVERSATION,
        (IDS["Ana Ferreira"],),
        date(2026, 9, 14),
        None,
    )
    assert (talk.channel, talk.minutes, talk.text(RowKind.TOPIC)) == (Channel.IN_PERSON, 60, "Q3 budget")
    assert talk.reached_out is None and talk.guesses == ()
    assert (promise.kind, promise.by_you, promise.follows) == (Kind.COMMITMENT, False, 0)
    assert promise.value(RowKind.DUE) == date(2026, 9, 18)


def test_the_words_that_were_understood_are_marked() -> None:
    understood = meant(WHOLE_WAY)
    assert [(understood.text[mark.start : mark.end], mark.guess) for mark in understood.marks] == [
        ("Lunch", False),
        ("Ana", False),
        ("yesterday", False),
        ("1h", False),
        ("Q3 budget", False),
        ("she will send the forecast", False),
        ("Friday", False),
    ]


def test_a_guess_says_why_it_is_one() -> None:
    row = meant("Lunch with Katarzina last week").statements[0].all(RowKind.PEOPLE)[0]
    assert row.guess == "“Katarzina” is read as Katarzyna Wolska"
    when = meant("Lunch with Ana last week").statements[0].all(RowKind.WHEN)[0]
    assert when.guess == "“last week” is read as Wed 9 Sep"
    assert [mark.guess for mark in meant("Lunch with Katarzina yesterday").marks] == [False, True, False]


def test_of_several_people_the_one_talked_to_last_comes_first() -> None:
    row = meant("Lunch with Daniel yesterday").statements[0].all(RowKind.PEOPLE)[0]
    assert row.guess == "2 people are called Daniel"
    assert [choice.words for choice in row.choices] == ["Daniel Okoro", "Daniel Meier"]


def test_a_first_name_with_another_family_name_is_nobody_known_but_can_be_put_right() -> None:
    understood = meant("Lunch with Daniel Craig yesterday")
    row = understood.statements[0].rows[0]
    assert understood.statements[0].strangers == ("Daniel Craig",) and row.is_guess
    assert [each.words for each in row.choices] == ["Daniel Okoro", "Daniel Meier"]
    assert understood.corrected(0, 0, row.choices[1]).statements[0].people == (IDS["Daniel Meier"],)


def test_of_what_repeats_only_the_first_is_planned_and_that_is_said() -> None:
    when = meant("1:1 with Sofie every Monday 9:00").statements[0].all(RowKind.WHEN)[0]
    assert when.value == When(date(2026, 9, 21), time(9))
    assert when.guess == "only the first; “Repeat every …” plans the others"


def test_what_nothing_was_made_of_is_told() -> None:
    understood = meant("open the settings")
    assert not understood.statements
    assert [understood.text[span.start : span.end] for span in understood.unread] == ["open the settings"]
    assert [row.words for row in meant("Ana budget").named] == ["Ana Ferreira"]


# Correcting row by row


def corrected(understood: Understood, statement: int, kind: RowKind, choice: int) -> Understood:
    rows = understood.statements[statement].rows
    place = next(place for place, row in enumerate(rows) if row.kind is kind)
    return understood.corrected(statement, place, rows[place].choices[choice])


def test_a_corrected_person_is_she_in_the_next_sentence_too() -> None:
    before = meant("Lunch with Daniel yesterday; he will send the forecast")
    after = corrected(before, 0, RowKind.PEOPLE, 1)
    assert [each.people for each in after.statements] == [(IDS["Daniel Meier"],)] * 2
    assert not after.statements[0].all(RowKind.PEOPLE)[0].is_guess
    assert told(before) != told(after)


def test_a_day_put_right_makes_a_plan_a_conversation() -> None:
    before = meant("Lunch with Ana Friday")
    assert before.statements[0].kind is Kind.PLAN
    after = corrected(before, 0, RowKind.WHEN, 0).statements[0]
    assert (after.kind, after.day) == (Kind.CONVERSATION, date(2026, 9, 11))


def test_an_angle_can_be_any_of_the_eight() -> None:
    before = meant("Beatrix worries about audit")
    row = before.statements[0].all(RowKind.ANGLE)[0]
    assert len({row.value, *(choice.value for choice in row.choices)}) == 8


def test_a_guessed_afternoon_can_be_the_morning() -> None:
    row = meant("Coffee with Ana tomorrow at 3").statements[0].all(RowKind.WHEN)[0]
    assert (row.value, row.is_guess) == (When(date(2026, 9, 16), time(15)), True)
    assert row.choices[0].value == When(date(2026, 9, 16), time(3))


# The clock and the calendar


@pytest.mark.parametrize(
    ("text", "hour", "kind"),
    [
        ("Lunch with Ana today", 9, Kind.PLAN),
        ("Lunch with Ana today", 14, Kind.CONVERSATION),
        ("Coffee with Ana at 16:00", 9, Kind.PLAN),
        ("Coffee with Ana at 16:00", 17, Kind.CONVERSATION),
        ("Call with Ana this evening", 14, Kind.PLAN),
        ("Call with Ana this morning", 14, Kind.CONVERSATION),
        ("Ana called me", 9, Kind.CONVERSATION),
    ],
)
def test_today_is_past_or_to_come_by_the_clock(text: str, hour: int, kind: Kind) -> None:
    assert meant(text, now=NOW.replace(hour=hour)).statements[0].kind is kind


def test_the_month_can_come_first() -> None:
    assert meant("Call Ana on 10/11").statements[0].day == date(2026, 11, 10)
    assert meant("Call Ana on 10/11", month_first=True).statements[0].day == date(2026, 10, 11)
    assert meant("Call Ana on 17/9", month_first=True).statements[0].day == date(2026, 9, 17)


def test_who_began_is_known_only_where_it_was_said() -> None:
    assert meant("Ana called me").statements[0].reached_out is ReachedOut.THEY
    assert meant("Called Ana").statements[0].reached_out is ReachedOut.YOU
    assert meant("Call with Ana").statements[0].reached_out is None


# Any line

_WORDS = sorted(vocabulary(tables_of("en")) | vocabulary(tables_of("de")))
_PIECES = (
    st.sampled_from(_WORDS)
    | st.sampled_from([name for person in IDS for name in (person, person.split()[0])])
    | st.sampled_from(
        ["@", "#", "!", ";", ".", ",", "\n", "'s", "31.", "31/6", "2026-02-30", "25:00", "0h", "99h"]
    )
    | st.text(max_size=6)
    | st.integers(0, 10**6).map(str)
)
LINES = st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=80)


def check_any_line(text: str) -> None:
    for code in ("en", "de"):
        understood = meant(text, code)
        end = 0
        for mark in understood.marks:
            assert end <= mark.start < mark.end <= len(text)
            end = mark.end
        for statement in understood.statements:
            assert all(each in NAMES for each in statement.people)
            assert statement.people or statement.strangers
            for row in statement.rows:
                assert row.words or row.value == ""


@given(LINES)
@settings(deadline=None, max_examples=150)
def test_no_line_is_too_odd(text: str) -> None:
    check_any_line(text)


@pytest.mark.long
@pytest.mark.timeout(900)
@given(LINES)
@settings(deadline=None, max_examples=10_000)
def test_none_of_ten_thousand_lines_is_too_odd(text: str) -> None:
    check_any_line(text)


def test_a_very_long_line_is_read_in_time() -> None:
    understood = meant("Lunch with Ana and " * 2_000 + "Luca yesterday about " + "the budget, and " * 5_000)
    assert understood.statements


def test_every_choice_can_be_taken() -> None:
    for text, _ in TABLE:
        understood = meant(text)
        for place, statement in enumerate(understood.statements):
            for at, row in enumerate(statement.rows):
                for choice in row.choices:
                    after = understood.corrected(place, at, choice).statements[place].rows[at]
                    assert (after.value, after.words, after.is_guess) == (choice.value, choice.words, False)


def test_a_row_can_be_typed_anew() -> None:
    before = meant("Lunch with Ana yesterday about the budget; I owe her the figures by Friday")
    rows = [row.kind for row in before.statements[0].rows]
    later = retyped(before, 0, rows.index(RowKind.WHEN), "tomorrow at 12:30").statements[0]
    assert (later.kind, later.day, later.starts) == (Kind.PLAN, date(2026, 9, 16), time(12, 30))
    friday = retyped(before, 0, rows.index(RowKind.WHEN), "Friday").statements[0]
    assert (friday.kind, friday.day) == (Kind.CONVERSATION, date(2026, 9, 11))
    assert retyped(before, 0, rows.index(RowKind.WHEN), "half past ten").statements[0].starts == time(10, 30)
    named = retyped(before, 0, rows.index(RowKind.TOPIC), " hiring ").statements[0]
    assert named.text(RowKind.TOPIC) == "hiring"
    due = [row.kind for row in before.statements[1].rows].index(RowKind.DUE)
    assert retyped(before, 1, due, "end of month").statements[1].value(RowKind.DUE) == date(2026, 9, 30)
    for row, text in ((RowKind.WHEN, "soonish"), (RowKind.TOPIC, " "), (RowKind.PEOPLE, "Ana")):
        with pytest.raises(KnownError):
            retyped(before, 0, rows.index(row), text)
