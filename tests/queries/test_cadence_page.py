"""The cadence page as one answer: narrowed, replayed, compared, and caught up after changes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from planner.actions.conversations import ConversationForm, change_conversation, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.library import Changed, Library
from planner.queries.cadence.page import (
    REACHES,
    Asked,
    Only,
    Part,
    cadence_page,
    caught_up,
    learned,
)
from tests.conftest import TODAY


@pytest.fixture
def people(library: Library, now: datetime) -> tuple[int, int]:
    """Two people with a rhythm of a week: one talked with for a year, one silent for two months."""
    found = tuple(
        add_person(library, PersonForm(name=name, rhythm_days=7), today=TODAY)
        for name in ("Ana Ferreira", "Bo Lind")
    )
    for who, since in zip(found, (0, 60), strict=True):
        for ago in range(since, 360, 6):
            form = ConversationForm(people=(who,), day=TODAY - timedelta(days=ago), minutes=30)
            log_conversation(library, form, now=now)
    return found[0], found[1]


def test_a_click_narrows_every_chart_but_its_own(library: Library, people: tuple[int, int]) -> None:
    ana, bo = people
    only = Only(Part.HEAT, f"person:{ana}", frozenset({ana}))
    page, _ = cadence_page(library, learned(library, TODAY), Asked(TODAY, only=only))
    assert {each.id for each in page.heat.people} == {ana, bo}
    assert [each for one in page.against.bins for each in one.people] == [ana]
    assert page.attention.minutes == pytest.approx(30 * len(range(0, 90, 6)))


def test_a_filter_narrows_all_of_them(library: Library, people: tuple[int, int]) -> None:
    _, bo = people
    page, _ = cadence_page(library, learned(library, TODAY), Asked(TODAY, people=frozenset({bo})))
    assert [each.name for each in page.heat.people] == ["Bo Lind"]
    assert page.people == 1
    assert page.findings[Part.HEAT] == "Bo has gone two months without a conversation"


def test_a_past_month_knows_nothing_of_later(library: Library, people: tuple[int, int]) -> None:
    known = learned(library, TODAY)
    then = TODAY - timedelta(days=61)
    page, _ = cadence_page(library, known, Asked(then))
    assert page.findings[Part.HEAT] == "Nobody here has been quiet for longer than their rhythm"
    assert page.heat.as_of == then and page.kept.everybody[-1].day == then


def test_an_older_month_reads_older_conversations(library: Library, people: tuple[int, int]) -> None:
    known = learned(library, TODAY, REACHES[0])
    then = TODAY - timedelta(days=300)
    page, later = cadence_page(library, known, Asked(then, reach=REACHES[0]))
    assert later.talks.since < known.talks.since
    assert page.attention.minutes == pytest.approx(2 * 30 * len(range(300, 360, 6)))


def test_a_quarter_earlier_stands_beside_it(library: Library, people: tuple[int, int]) -> None:
    page, _ = cadence_page(library, learned(library, TODAY), Asked(TODAY, compare=True))
    assert page.before is not None and page.before.asked.day == TODAY - timedelta(days=91)
    assert page.findings[Part.AGAINST] != page.before.findings[Part.AGAINST]
    assert page.before.before is None


def test_catching_up_is_reading_again(
    library: Library, people: tuple[int, int], now: datetime, today: date
) -> None:
    _, bo = people
    known = learned(library, today)
    changes: list[Changed] = []
    library.listen(changes.append)
    talk = log_conversation(library, ConversationForm(people=(bo,), day=today, minutes=20), now=now)
    change_conversation(library, talk, ConversationForm(people=(bo,), day=today, minutes=50), now=now)
    library.undo()
    add_person(library, PersonForm(name="Cy Novak", rhythm_days=14), today=today)
    caught, _ = cadence_page(library, caught_up(library, known, changes), Asked(today))
    fresh, _ = cadence_page(library, learned(library, today), Asked(today))
    assert caught.findings == fresh.findings
    assert caught.attention == fresh.attention
    assert caught.against == fresh.against
    assert caught.heat.minutes.tolist() == fresh.heat.minutes.tolist()
    assert caught.names == fresh.names


def test_the_map_tells_of_the_silent_first(library: Library, people: tuple[int, int]) -> None:
    page, _ = cadence_page(library, learned(library, TODAY), Asked(TODAY))
    first = page.heat.people[page.telling[0]]
    assert first.name == "Bo Lind"
    assert sorted(page.telling) == [0, 1]
