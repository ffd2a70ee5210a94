"""Dragging on the month: what a day offers, what a drop does, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import (
    QDragLeaveEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.tiles import Tile
from planner.ui.desk import Desk
from tests.ui import dragging
from tests.ui.dragging import LEFT
from tests.ui.months import (
    chip,
    drop,
    here,
    hold,
    middle,
    names,
    plan_of,
    shown,
    suggestion,
)


@pytest.fixture
def month(sample_desk: Desk, qtbot: QtBot) -> MonthScreen:
    return shown(sample_desk, qtbot)


def test_a_suggestion_dropped_on_a_day_is_planned_at_its_first_free_time(
    month: MonthScreen, sample: Library, heard: list[str]
) -> None:
    katarzyna = suggestion(month, "Katarzyna Wolska")
    offer = hold(month, [katarzyna], date(2026, 9, 18))
    assert offer is not None and offer.slot.title == "15:15, 30 m"
    assert offer.slot.words == "Free for the rest of the day. 30 min left after this."
    assert drop(month, [katarzyna], date(2026, 9, 18))
    assert plan_of(sample, "Katarzyna Wolska") == ("2026-09-18", "15:15")
    assert names(month, date(2026, 9, 18))[-1] == "Katarzyna Wolska"
    assert "Katarzyna Wolska" not in [tile.facts.name for tile in month.engage.cards.tiles]
    assert heard == [
        "Planned Katarzyna Wolska for Friday 15:15",
        "Planned for Friday 15:15, 30 minutes left",
    ]
    assert here(month) == "Katarzyna Wolska" and month.grid.hasFocus()


def test_undo_takes_a_drop_back(month: MonthScreen, sample: Library) -> None:
    drop(month, [suggestion(month, "Katarzyna Wolska")], date(2026, 9, 23))
    assert names(month, date(2026, 9, 23)) == ["Katarzyna Wolska"]
    sample.undo()
    assert names(month, date(2026, 9, 23)) == []
    assert suggestion(month, "Katarzyna Wolska")


def test_a_plan_moved_to_another_week_keeps_its_time(
    month: MonthScreen, sample: Library, heard: list[str]
) -> None:
    sofie = chip(month, "Sofie Brandt", date(2026, 9, 18))
    assert drop(month, [sofie], date(2026, 9, 29))
    assert plan_of(sample, "Sofie Brandt") == ("2026-09-29", "11:00")
    assert heard[0] == "Moved Sofie Brandt to Tue 29 Sep 11:00"
    sample.undo()
    assert plan_of(sample, "Sofie Brandt") == ("2026-09-18", "11:00")


def test_a_plan_held_over_its_own_day_stays(month: MonthScreen, sample: Library) -> None:
    sofie = chip(month, "Sofie Brandt", date(2026, 9, 18))
    offer = hold(month, [sofie], date(2026, 9, 18))
    assert offer is not None and not offer.acts and offer.slot.words == "Where it is now."
    before = sample.next_labels()
    drop(month, [sofie], date(2026, 9, 18))
    assert sample.next_labels() == before


def test_what_is_there_already_stays_when_several_are_dropped(month: MonthScreen, sample: Library) -> None:
    sofie = chip(month, "Sofie Brandt", date(2026, 9, 18))
    jasper = chip(month, "Jasper Kuiper", date(2026, 9, 17))
    assert drop(month, [sofie, jasper], date(2026, 9, 18))
    assert plan_of(sample, "Sofie Brandt") == ("2026-09-18", "11:00")
    assert plan_of(sample, "Jasper Kuiper") == ("2026-09-18", "09:00")


def test_past_days_and_past_talks_are_refused_in_words(month: MonthScreen, sample: Library) -> None:
    katarzyna = suggestion(month, "Katarzyna Wolska")
    offer = hold(month, [katarzyna], date(2026, 9, 9))
    assert offer is not None and offer.slot.refused and offer.slot.title == "Wednesday has passed"
    assert not drop(month, [katarzyna], date(2026, 9, 9))
    assert plan_of(sample, "Katarzyna Wolska") is None
    camille = chip(month, "Camille Roux", date(2026, 9, 14))
    offer = hold(month, [camille], date(2026, 9, 22))
    assert offer is not None and offer.slot.title == "You talked with Camille"


def test_leaving_with_esc_puts_everything_back(month: MonthScreen, sample: Library) -> None:
    assert hold(month, [suggestion(month, "Katarzyna Wolska")], date(2026, 9, 23)) is not None
    QApplication.sendEvent(month.grid, QDragLeaveEvent())
    assert month.grid.target is None
    assert plan_of(sample, "Katarzyna Wolska") is None


def test_every_pixel_of_the_sheet_belongs_to_a_day(month: MonthScreen) -> None:
    for y in range(0, month.grid.height(), 9):
        for x in range(0, month.grid.width(), 9):
            assert month.grid.layout_now.day_at(QPointF(x, y)) >= 0
            assert month.grid.childAt(x, y) is None


def test_dropping_a_plan_on_to_engage_lets_it_go(month: MonthScreen, sample: Library) -> None:
    jasper = chip(month, "Jasper Kuiper", date(2026, 9, 17))
    assert dragging.drop(month.engage, [jasper])
    assert plan_of(sample, "Jasper Kuiper") is None
    assert here(month) == "Jasper Kuiper" and month.engage.cards.hasFocus()


def test_a_later_plan_can_be_dragged_into_the_month(month: MonthScreen, sample: Library) -> None:
    later = month.later.cards.tiles[0]
    assert drop(month, [later], date(2026, 9, 23))
    assert names(month, date(2026, 9, 23)) == [later.facts.name]


def test_the_slot_is_painted_in_its_day(month: MonthScreen) -> None:
    before = month.grid.grab().toImage()
    hold(month, [suggestion(month, "Katarzyna Wolska")], date(2026, 9, 23))
    assert month.grid.grab().toImage() != before
    QApplication.sendEvent(month.grid, QDragLeaveEvent())
    assert month.grid.grab().toImage() == before


def test_pulling_a_chip_asks_for_a_drag_with_it(month: MonthScreen, qtbot: QtBot) -> None:
    pulled: list[Tile] = []
    month.grid.drag_wanted.disconnect()
    month.grid.drag_wanted.connect(lambda tile, _held: pulled.append(tile))
    sofie = chip(month, "Sofie Brandt", date(2026, 9, 18))
    stop = month.grid.stop_of(sofie.key)
    assert stop is not None
    place = middle(month, stop)
    qtbot.mousePress(month.grid, LEFT, pos=place)
    qtbot.mouseMove(month.grid, place + QPoint(1, 1))
    assert not pulled
    qtbot.mouseMove(month.grid, place + QPoint(30, 30))
    qtbot.mouseRelease(month.grid, LEFT, pos=place + QPoint(30, 30))
    assert pulled == [sofie]
