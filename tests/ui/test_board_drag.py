"""Dropping cards on the week: what is offered, what a drop does, and what is refused."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.column import Column
from planner.ui.board.tiles import Slot
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from tests.ui.dragging import drop, find, hold, leave, middle_of, names, shown_board
from tests.ui.week_plans import day, plan_of


@pytest.fixture
def board(sample_desk: Desk, qtbot: QtBot) -> WeekScreen:
    return shown_board(sample_desk, qtbot)


def between(column: Column, above: str, below: str) -> int:
    """A height between two cards, in the column's own coordinates."""
    high, low = middle_of(column, above), middle_of(column, below)
    return column.cards.y() + (high.y() + low.y()) // 2


# From To engage to a day


def test_a_suggestion_dropped_on_a_day_is_planned_after_the_card_above(
    board: WeekScreen, sample: Library, heard: list[str]
) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    thursday = day(board, 3)
    height = between(thursday, "Jasper Kuiper", "Deepak Iyer")
    offer = hold(thursday, [katarzyna], height)
    assert offer is not None
    assert offer.slot.title == "10:00, 30 m"
    assert offer.slot.words == "Free until noon. 15 min left after this."
    assert isinstance(thursday.cards.column.rows[1], Slot)
    assert drop(thursday, [katarzyna], height)
    assert plan_of(sample, "Katarzyna Wolska") == ("2026-09-17", "10:00", 30, katarzyna.channel.value)
    assert names(thursday) == ["Jasper Kuiper", "Katarzyna Wolska", "Deepak Iyer"]
    assert "Katarzyna Wolska" not in names(board.engage)
    assert heard == [
        "Planned Katarzyna Wolska for Thursday 10:00",
        "Planned for Thursday 10:00, 15 minutes left",
    ]


def test_the_card_that_came_of_a_drop_has_the_focus(board: WeekScreen) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    drop(day(board, 4), [katarzyna])
    current = board.walk.current()
    assert current is not None and current.facts.name == "Katarzyna Wolska"
    assert day(board, 4).cards.hasFocus()
    assert board.subject().plan_id == current.subject.plan_id != 0


def test_undo_brings_the_suggestion_back(board: WeekScreen, sample: Library) -> None:
    before = names(board.engage)
    _, katarzyna = find(board, "Katarzyna Wolska")
    drop(day(board, 4), [katarzyna])
    sample.undo()
    assert names(board.engage) == before
    current = board.walk.current()
    assert current is not None and current.key == katarzyna.key


@pytest.mark.parametrize("height", [1, 61, 90, 700])
def test_an_empty_day_takes_a_drop_from_its_first_pixel(
    board: WeekScreen, sample: Library, height: int
) -> None:
    board.weekend()
    _, katarzyna = find(board, "Katarzyna Wolska")
    assert drop(day(board, 5), [katarzyna], height)
    assert plan_of(sample, "Katarzyna Wolska") == ("2026-09-19", "09:00", 30, katarzyna.channel.value)


def test_a_day_that_would_go_over_says_so_and_accepts(board: WeekScreen) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    offer = hold(day(board, 2), [katarzyna], 840)
    assert offer is not None
    assert offer.slot.words.endswith("45 min over what you set aside.")
    assert drop(day(board, 2), [katarzyna], 840)


def test_today_offers_no_time_that_has_passed(board: WeekScreen, sample_desk: Desk) -> None:
    sample_desk._clock = lambda now=sample_desk.now: now.replace(hour=17, minute=50)  # type: ignore[misc]
    _, katarzyna = find(board, "Katarzyna Wolska")
    tuesday = day(board, 1)
    for height in (60, between(tuesday, "Daniel Meier", "Markus Egger"), 840):
        offer = hold(tuesday, [katarzyna], height)
        assert offer is not None and offer.placings[0].starts is not None
        assert offer.placings[0].starts >= time(18)


def test_a_day_that_has_passed_refuses_and_says_why(board: WeekScreen, sample: Library) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    offer = hold(day(board, 0), [katarzyna])
    assert offer is not None and offer.slot.refused
    assert offer.slot.title == "Monday has passed"
    assert not drop(day(board, 0), [katarzyna])
    assert plan_of(sample, "Katarzyna Wolska") is None


def test_everywhere_in_a_column_is_a_place_to_drop(board: WeekScreen) -> None:
    """From the head's first pixel to the last row, the trips' lane included, as Qt finds the place."""
    _, katarzyna = find(board, "Katarzyna Wolska")
    board.state.selection.choose([katarzyna.key])
    board.state.lift([katarzyna.key])
    for column in (board.engage, *board.area.days[:5], board.later):
        for y in range(0, column.height() - 14, 7):
            at = column.mapTo(board, QPoint(column.width() // 2, y))
            under = board.childAt(at)
            while under is not None and not under.acceptDrops():
                under = under.parentWidget()
            assert under is column, (column.cards.accessibleName(), y)


# Between days, within a day, back, and later


def test_a_plan_moved_to_another_day_keeps_its_time(
    board: WeekScreen, sample: Library, heard: list[str]
) -> None:
    _, sofie = find(board, "Sofie Brandt")
    thursday = day(board, 3)
    offer = hold(thursday, [sofie], 840)
    assert offer is not None and offer.before == 1
    assert drop(thursday, [sofie], 840)
    assert plan_of(sample, "Sofie Brandt") == ("2026-09-17", "11:00", 30, "in person")
    assert heard == ["Moved Sofie Brandt to Thursday 11:00", "Moved to Thursday 11:00, 15 minutes left"]


def test_a_plan_moved_within_its_day_goes_after_the_card_above(board: WeekScreen, sample: Library) -> None:
    wednesday = day(board, 2)
    _, beatrix = find(board, "Beatrix Keller")
    below = between(wednesday, "Stefan Ammann", "Nadia Haddad")
    assert drop(wednesday, [beatrix], below)
    assert plan_of(sample, "Beatrix Keller") == ("2026-09-16", "15:00", 60, "in person")
    assert names(wednesday) == ["Stefan Ammann", "Beatrix Keller", "Nadia Haddad"]


def test_a_plan_held_over_its_own_place_stays(board: WeekScreen, sample: Library) -> None:
    wednesday = day(board, 2)
    _, stefan = find(board, "Stefan Ammann")
    height = wednesday.cards.y() + middle_of(wednesday, "Stefan Ammann").y() - 5
    offer = hold(wednesday, [stefan], height)
    assert offer is not None and not offer.acts
    before = sample.next_labels()
    drop(wednesday, [stefan], height)
    assert sample.next_labels() == before


def test_a_plan_dropped_on_to_engage_is_let_go(board: WeekScreen, sample: Library, heard: list[str]) -> None:
    _, jasper = find(board, "Jasper Kuiper")
    offer = hold(board.engage, [jasper])
    assert offer is not None and offer.slot.title == "Let the plan go"
    assert drop(board.engage, [jasper])
    assert plan_of(sample, "Jasper Kuiper") is None
    assert "Jasper Kuiper" in names(board.engage)
    assert heard[0] == "Let the plan with Jasper Kuiper go"


def test_a_suggestion_held_over_to_engage_changes_nothing(board: WeekScreen) -> None:
    _, tobias = find(board, "Tobias Lindner")
    assert hold(board.engage, [tobias]) is None


def test_a_plan_dropped_on_later_moves_by_a_week(board: WeekScreen, sample: Library) -> None:
    _, sofie = find(board, "Sofie Brandt")
    offer = hold(board.later, [sofie], y=100)
    assert offer is not None and offer.slot.title == "Fri 25 Sep, 11:00"
    assert drop(board.later, [sofie], y=100)
    assert plan_of(sample, "Sofie Brandt") == ("2026-09-25", "11:00", 30, "in person")


def test_a_suggestion_dropped_on_later_is_planned_next_week(board: WeekScreen, sample: Library) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    assert drop(board.later, [katarzyna], y=100)
    plan = plan_of(sample, "Katarzyna Wolska")
    assert plan is not None and plan[0] == "2026-09-21"
    assert plan[1] > "10:00", "Grace Kimani has ten o'clock that Monday"


def test_a_later_plan_dropped_on_a_day_moves_there(board: WeekScreen, sample: Library) -> None:
    _, grace = find(board, "Grace Kimani")
    assert drop(day(board, 3), [grace])
    assert plan_of(sample, "Grace Kimani") == ("2026-09-17", "10:00", 30, "call")


def test_a_question_can_be_moved_to_a_day_to_come(board: WeekScreen, sample: Library) -> None:
    _, hanna = find(board, "Hanna Weber")
    assert drop(day(board, 4), [hanna], 700)
    assert plan_of(sample, "Hanna Weber") == ("2026-09-18", "16:00", 45, "in person")


def test_what_took_place_stays(board: WeekScreen) -> None:
    _, camille = find(board, "Camille Roux")
    for column in (board.engage, day(board, 2), board.later):
        offer = hold(column, [camille])
        assert offer is not None and offer.slot.refused
        assert offer.slot.title == "You talked with Camille"
        assert not drop(column, [camille])


def test_a_refused_target_is_drawn_in_the_colour_of_overdue(board: WeekScreen, sample_desk: Desk) -> None:
    _, camille = find(board, "Camille Roux")
    _, katarzyna = find(board, "Katarzyna Wolska")
    palette = sample_desk.theme.palette
    column = day(board, 3)
    place = QPoint(column.width() // 2, column.height() - 60)
    for tile, tint in ((camille, palette.overdue.tint), (katarzyna, palette.accent_tint)):
        hold(column, [tile])
        assert column.grab().toImage().pixelColor(place) == tint
    leave(column)
    assert column.target is None
    assert not any(isinstance(row, Slot) for row in column.cards.column.rows)


# Several cards


def test_several_suggestions_follow_one_another_in_one_step(
    board: WeekScreen, sample: Library, heard: list[str]
) -> None:
    tiles = [find(board, name)[1] for name in ("Katarzyna Wolska", "Tobias Lindner")]
    offer = hold(day(board, 4), tiles, 840)
    assert offer is not None and offer.slot.title == "2 conversations from 15:15"
    assert drop(day(board, 4), tiles, 840)
    assert [plan_of(sample, tile.facts.name) for tile in tiles] == [
        ("2026-09-18", "15:15", 30, tiles[0].channel.value),
        ("2026-09-18", "16:00", 30, tiles[1].channel.value),
    ]
    assert heard[0] == "Planned 2 conversations for Friday"
    sample.undo()
    assert plan_of(sample, "Tobias Lindner") is None
    assert plan_of(sample, "Katarzyna Wolska") is None


def test_several_plans_are_let_go_together(board: WeekScreen, sample: Library) -> None:
    tiles = [find(board, name)[1] for name in ("Jasper Kuiper", "Deepak Iyer")]
    assert drop(board.engage, tiles)
    assert names(day(board, 3)) == []
    sample.undo()
    assert names(day(board, 3)) == ["Jasper Kuiper", "Deepak Iyer"]
