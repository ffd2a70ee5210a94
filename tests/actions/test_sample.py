"""The sample: its cast as drawn, around any day; more people and conversations than anybody has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.people import PersonForm, add_person
from planner.actions.sample import write_sample
from planner.domain.errors import KnownError
from planner.domain.rhythm import State
from planner.domain.searching import asked
from planner.library import Library, search
from planner.library.tables import Conversation, Person
from planner.queries.person import person_page
from planner.queries.standing import measures, standings
from planner.queries.week import CardKind, week_board

TABLES = (
    *(
        "owner",
        "organisation",
        "person",
        "person_tag",
        "contact_point",
        "conversation",
        "participation",
        "plan",
    ),
    *("plan_person", "commitment", "understanding", "connection", "trip", "busy_time", "time_set_aside"),
    *("note", "debrief", "evidence", "own_view", "reliance", "favour", "repair"),
)
SIZE: dict[str, Any] = {"people": 120, "conversations": 4_000}


@pytest.fixture
def large(tmp_path: Path, clock: Callable[[], datetime], today: date) -> Iterator[Library]:
    """120 people, 4,000 conversations."""
    with Library(tmp_path / "large.rapport", clock=clock) as opened:
        write_sample(opened, today=today, **SIZE)
        yield opened


def rows(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that the sample writes. The owner and the layers have ids of their own in each library."""
    hues = dict(library.rows("SELECT id, hue FROM layer"))
    found = {table: list(library.rows(f"SELECT * FROM {table} ORDER BY 1")) for table in TABLES}
    found["owner"] = [row[1:] for row in found["owner"]]
    found["person"] = [tuple(hues.get(value, value) for value in row) for row in found["person"]]
    return found


def id_of(library: Library, name: str) -> int:
    return int(library.value("SELECT id FROM person WHERE name = ?", (name,)))


def schema(library: Library) -> list[tuple[str, str]]:
    return sorted(library.rows("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


# The cast on the Tuesday


def test_forty_one_people_in_six_layers_and_their_owner(sample: Library, today: date) -> None:
    counts = dict(
        sample.rows("SELECT l.hue, count(*) FROM person p JOIN layer l ON l.id = p.layer_id GROUP BY 1")
    )
    assert counts == {"peers": 8, "board": 6, "customers": 7, "vendors": 6, "team": 8, "partners": 6}
    assert sample.row("SELECT name, city, zone FROM owner") == (
        "Helena Voss",
        "Rotterdam",
        "Europe/Amsterdam",
    )
    states = Counter(each.state for each in measures(sample, today))
    assert states == {State.ON_RHYTHM: 23, State.DUE: 8, State.OVERDUE: 9, State.RESTING: 1}
    assert sample.problems() == []


def test_the_week_is_planned_as_drawn(sample: Library, today: date) -> None:
    board = week_board(sample, today)
    assert [day.planned_minutes for day in board.days] == [90, 165, 135, 75, 60, 0, 0]
    assert [day.set_aside_minutes for day in board.days] == [120, 180, 120, 120, 120, 0, 0]
    assert board.later_total == 14
    assert [(trip.place, trip.people_there) for trip in board.trips] == [("Zurich", 5)]
    assert [each.name for each in board.engage.people] == [
        *("Tobias Lindner", "Katarzyna Wolska", "Aisha Rahmani", "Mei-Ling Zhao"),
        *("Tomás Herrera", "Pieter van Rijn"),
    ]
    assert "the terminal outage review by 4 September" in board.engage.people[0].reason


def test_monday_is_done_but_for_one_question(sample: Library, today: date) -> None:
    monday = week_board(sample, today).days[0]
    assert [(card.kind, card.standing.name, card.minutes) for card in monday.cards] == [
        (CardKind.DONE, "Camille Roux", 30),
        (CardKind.DONE, "Ana Ferreira", 60),
        (CardKind.ASK, "Hanna Weber", 45),
    ]
    assert all(card.plan_id and card.conversation_id for card in monday.cards[:2])
    assert monday.cards[1].why == "Q3 budget. She sends the forecast by Friday."


def test_promises_are_as_many_as_drawn(sample: Library, today: date) -> None:
    everybody = standings(sample, today, [row[0] for row in sample.rows("SELECT id FROM person")]).values()
    assert sum(each.yours_open > 0 for each in everybody) == 9
    assert sum(each.theirs_open > 0 for each in everybody) == 8
    late = {each.name: each.overdue_commitments(today) for each in everybody}
    assert {name: count for name, count in late.items() if count} == {"Tobias Lindner": 1, "Luca Steiner": 2}


def test_a_missed_rhythm_leaves_a_hollow_bar(sample: Library, today: date) -> None:
    names = ("Tobias Lindner", "Mei-Ling Zhao", "Luca Steiner", "Sofie Brandt")
    found = standings(sample, today, [id_of(sample, name) for name in names]).values()
    kept = {each.name: each.strip.kept for each in found if each.strip}
    assert kept["Tobias Lindner"] == (True, True, True, False, True)
    assert kept["Mei-Ling Zhao"] == (True, True, True, True, False)
    assert kept["Luca Steiner"] == (True, True, False, True, True)
    assert kept["Sofie Brandt"] == (True,) * 5


def test_beatrix_has_the_story_that_is_told_of_her(sample: Library, today: date) -> None:
    page = person_page(sample, id_of(sample, "Beatrix Keller"), today)
    assert len(page.talks) == 14
    assert sum(bool(talk.notes) for talk in page.talks) == 6
    newest = page.talks[0]
    assert (newest.day, newest.minutes, newest.channel, newest.reached_out) == (
        date(2026, 8, 20),
        25,
        "call",
        "they",
    )
    yours = [each for each in page.promises if each.yours and each.outcome]
    assert (len(yours), sum(each.outcome == "kept" for each in yours)) == (9, 8)
    assert sorted(each.yours for each in page.promises if not each.outcome) == [False, True, True]
    assert len(page.connections) == 5
    assert page.connections[0].how == "Sat together on two boards"
    angles = Counter(
        row[0]
        for row in sample.rows(
            "SELECT angle FROM understanding WHERE person_id = ?", (page.standing.person_id,)
        )
    )
    assert sorted(angles.values()) == [1, 2, 3, 3, 3, 4, 4, 4]


def test_some_things_are_private_and_everybody_can_be_reached(sample: Library) -> None:
    assert sample.value("SELECT count(*) FROM understanding WHERE private = 1") == 2
    reached = list(sample.rows("SELECT person_id, count(DISTINCT kind) FROM contact_point GROUP BY 1"))
    assert len(reached) == 41
    assert {count for _, count in reached} == {2}
    assert not list(
        sample.rows("SELECT value FROM contact_point WHERE kind = 'email' GROUP BY 1 HAVING count(*) > 1")
    )


# Any other day


@pytest.mark.parametrize(
    "day", ["2026-09-14", "2026-09-18", "2026-09-20", "2024-02-29", "2028-02-26", "2027-01-01"]
)
def test_the_sample_suits_any_day(library: Library, day: str) -> None:
    today = date.fromisoformat(day)
    write_sample(library, today=today)
    assert_lived_in(library, today)


@settings(deadline=None, max_examples=12)
@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_the_sample_suits_every_day(today: date) -> None:
    with (
        TemporaryDirectory() as folder,
        Library(Path(folder) / "some.rapport", clock=lambda: datetime(2026, 9, 15).astimezone()) as library,
    ):
        write_sample(library, today=today)
        assert_lived_in(library, today)


def assert_lived_in(library: Library, today: date) -> None:
    assert library.problems() == []
    day = today.isoformat()
    asked = list(library.rows("SELECT id FROM plan WHERE status = 'open' AND day < ?", (day,)))
    assert len(asked) == 1
    assert not library.value("SELECT count(*) FROM conversation WHERE day > ?", (day,))
    assert not library.value("SELECT count(*) FROM plan WHERE status = 'talked' AND conversation_id IS NULL")
    assert not library.value(
        "SELECT count(*) FROM commitment WHERE made_on >= ? OR closed_on >= ?", (day, day)
    )
    board = week_board(library, today)
    assert board.planned_minutes == 525
    assert not board.days[5].cards
    assert not board.days[6].cards
    for (birthday,) in library.rows("SELECT birthday FROM person WHERE birthday IS NOT NULL"):
        date.fromisoformat(birthday.replace("-", "2024", 1) if birthday.startswith("--") else birthday)


def test_another_zone_moves_the_instants(library: Library, today: date) -> None:
    write_sample(library, today=today, zone="America/New_York")
    row = library.row("SELECT starts_at, zone FROM conversation WHERE topic LIKE 'Q3 budget. She%'")
    assert row == ("2026-09-14T16:30:00Z", "America/New_York")


# The same again


@pytest.mark.parametrize("size", [{}, SIZE], ids=["cast", "large"])
def test_the_same_seed_gives_the_same_rows(
    tmp_path: Path, clock: Callable[[], datetime], today: date, size: dict[str, Any]
) -> None:
    made = []
    for name in ("one", "two"):
        with Library(tmp_path / f"{name}.rapport", clock=clock) as library:
            write_sample(library, today=today, seed=7, **size)
            made.append(rows(library))
    assert made[0] == made[1]


def test_another_seed_invents_other_people(large: Library, library: Library, today: date) -> None:
    write_sample(library, today=today, seed=2, **SIZE)
    first, second = ({row[0] for row in each.rows("SELECT name FROM person")} for each in (large, library))
    assert 41 <= len(first & second) < 60


# Refused, stopped


def test_a_library_with_people_is_left_alone(library: Library, today: date) -> None:
    add_person(library, PersonForm(name="Ada Berg"), today=today)
    before = rows(library)
    with pytest.raises(KnownError, match="already holds people"):
        write_sample(library, today=today)
    assert rows(library) == before


@pytest.mark.parametrize("size", [{"people": 40}, {"people": 0}, {"conversations": 10}, {"people": -1}])
def test_fewer_than_the_cast_is_refused(library: Library, today: date, size: dict[str, Any]) -> None:
    with pytest.raises(KnownError, match=r"Ask for \d+ or more"):
        write_sample(library, today=today, **size)
    assert library.value("SELECT count(*) FROM person") == 0


def test_a_stopped_sample_leaves_nothing_behind(library: Library, today: date) -> None:
    before, shape = rows(library), schema(library)
    heard: list[float] = []

    def stop_half_way(share: float) -> bool:
        heard.append(share)
        return share < 0.5

    with pytest.raises(KnownError, match="was stopped"):
        write_sample(library, today=today, progress=stop_half_way, **SIZE)
    assert heard == sorted(heard)
    assert (rows(library), schema(library)) == (before, shape)
    write_sample(library, today=today)
    assert library.problems() == []


def test_progress_ends_at_the_whole(library: Library, today: date) -> None:
    heard: list[float] = []

    def listen(share: float) -> bool:
        heard.append(share)
        return True

    write_sample(library, today=today, progress=listen)
    assert heard == sorted(heard)
    assert 0.9 <= heard[-1] <= 1


# Large


def test_a_large_sample_has_exactly_what_was_asked(large: Library, today: date) -> None:
    assert large.value("SELECT count(*) FROM person") == SIZE["people"]
    assert large.value("SELECT count(*) FROM conversation") == SIZE["conversations"]
    assert large.problems() == []
    assert not large.value(
        "SELECT count(*) FROM conversation c WHERE NOT EXISTS"
        " (SELECT 1 FROM participation WHERE conversation_id = c.id)"
    )
    assert (
        large.value("SELECT max(n) FROM (SELECT count(*) n FROM participation GROUP BY conversation_id)") >= 2
    )


def test_invented_conversations_are_on_working_days_before_this_week(large: Library) -> None:
    invented = [
        date.fromisoformat(row[0])
        for row in large.rows(
            "SELECT day FROM participation WHERE person_id IN (SELECT id FROM person ORDER BY id LIMIT 79)"
        )
    ]
    assert len(invented) > 3_000
    assert max(day.weekday() for day in invented) <= 4
    assert max(invented) < date(2026, 9, 14)
    assert min(invented) < date(2023, 12, 31)
    assert max(Counter(day.weekday() for day in invented).values()) < 0.3 * len(invented)


def test_gaps_spread_around_the_rhythm(large: Library) -> None:
    days: dict[int, list[date]] = {}
    for person_id, day in large.rows("SELECT person_id, day FROM participation ORDER BY person_id, day"):
        days.setdefault(person_id, []).append(date.fromisoformat(day))
    gaps = [
        (later - earlier) / timedelta(days=1) / ((each[-1] - each[0]) / timedelta(days=len(each) - 1))
        for each in days.values()
        if len(each) > 10
        for earlier, later in pairwise(each)
    ]
    gaps.sort()
    assert 0.6 < gaps[len(gaps) // 2] < 1.1
    assert gaps[len(gaps) * 95 // 100] > 1.6


def test_the_cast_stands_as_ever_among_many(large: Library, sample: Library, today: date) -> None:
    board, alone = week_board(large, today), week_board(sample, today)
    assert [day.planned_minutes for day in board.days] == [day.planned_minutes for day in alone.days]
    names = {each.name for each in alone.engage.people}
    assert names <= {each.name for each in board.engage.people}


def test_more_conversations_for_the_cast_alone_lie_before_its_own(library: Library, today: date) -> None:
    write_sample(library, today=today, people=41, conversations=2_000)
    assert library.value("SELECT count(*) FROM conversation") == 2_000
    assert library.value("SELECT count(*) FROM conversation WHERE day >= ?", ("2025-07-15",)) < 1_000
    assert len(week_board(library, today).engage.people) == 6
    assert library.problems() == []


def talks_with(library: Library, text: str) -> list[int]:
    """Every conversation that holds the words."""
    return search.holding(library, "conversation", asked(text), 10_000)


def test_search_and_schema_are_as_in_a_library_that_grew(
    large: Library, library: Library, today: date
) -> None:
    assert schema(large) == schema(library)
    name = large.value("SELECT name FROM person ORDER BY id LIMIT 1")
    assert search.people(large, name)[0] == id_of(large, name)
    assert id_of(large, "Katarzyna Wolska") in search.people(large, "baltyk gdansk")
    found = talks_with(large, "conservatoire")
    assert [large.value("SELECT topic FROM conversation WHERE id = ?", (each,)) for each in found] == [
        "Lunch"
    ]
    for column in ("topic", "notes"):
        text = large.value(f"SELECT {column} FROM conversation WHERE {column} <> '' LIMIT 1")
        exact = large.value(f"SELECT count(*) FROM conversation WHERE {column} = ?", (text,))
        assert len(talks_with(large, f'"{text}"')) >= exact


def test_triggers_and_undo_work_afterwards(large: Library) -> None:
    ana = id_of(large, "Ana Ferreira")
    with large.change("Correct Ana"):
        Person.update(role="Lighthouse keeper").where(Person.id == ana).execute()
    assert search.people(large, "lighthouse") == [ana]
    conversation = talks_with(large, "conservatoire")[0]
    with large.change("Remove a conversation"):
        Conversation.delete().where(Conversation.id == conversation).execute()
    assert talks_with(large, "conservatoire") == []
    assert not large.value("SELECT count(*) FROM participation WHERE conversation_id = ?", (conversation,))
    large.undo()
    large.undo()
    assert talks_with(large, "conservatoire") == [conversation]
    assert search.people(large, "lighthouse") == []
    assert large.problems() == []


def test_the_sample_is_no_step_of_the_history_and_leaves_the_file_as_usual(large: Library) -> None:
    assert large.history() == []
    settings_now = [large.value(f"PRAGMA {name}") for name in ("journal_mode", "query_only", "foreign_keys")]
    assert settings_now == ["wal", 1, 1]


def test_somebody_reading_along_is_no_hindrance(
    tmp_path: Path, clock: Callable[[], datetime], today: date
) -> None:
    with (
        Library(tmp_path / "shared.rapport", clock=clock) as library,
        Library(tmp_path / "shared.rapport", clock=clock) as other,
    ):
        assert other.value("SELECT count(*) FROM person") == 0
        write_sample(library, today=today)
        assert other.value("SELECT count(*) FROM person") == 41
        assert other.problems() == []
