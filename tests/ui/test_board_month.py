"""The month board: what it shows and says, and turning to other months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.settings import remember
from planner.library import Library
from planner.ui.board.month_chip import chip_time
from planner.ui.board.month_facts import chip_names
from planner.ui.board.month_sheet import Stop
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.tiles import TileKind
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from tests.conftest import NOW, TODAY
from tests.ui.dragging import LEFT
from tests.ui.months import (
    Key,
    chip,
    fill,
    middle,
    names,
    on_grid,
    press,
    shown,
)


@pytest.fixture
def month(sample_desk: Desk, qtbot: QtBot) -> MonthScreen:
    return shown(sample_desk, qtbot)


def test_the_sample_month_shows_its_plans_on_their_days(month: MonthScreen) -> None:
    assert month.header.title.text() == "September 2026"
    assert len(month.grid.days) == 42
    assert names(month, TODAY) == ["Daniel Meier", "Markus Egger", "Luca Steiner"]
    kinds = [tile.kind for tile in month.grid.tiles_on(month.grid.number_of(date(2026, 9, 14)))]
    assert kinds == [TileKind.DONE, TileKind.DONE, TileKind.ASK]
    assert len(month.engage.cards.tiles) == 6
    assert all(tile.day and tile.day > date(2026, 10, 11) for tile in month.later.cards.tiles)


def test_the_header_says_how_full_the_month_is(month: MonthScreen) -> None:
    minutes = sum(day.planned_minutes for day in month.grid.days if day.day.month == 9)
    assert month.header.planned.text() == f"{minutes // 60} h {minutes % 60:02d}"
    assert month.header.set_aside.text().startswith("planned of ")


def test_weekends_are_narrower_until_they_are_opened(month: MonthScreen) -> None:
    places = month.grid.layout_now.days
    assert places[5].rect.width() < 0.7 * places[4].rect.width()
    month.weekend()
    places = month.grid.layout_now.days
    assert abs(places[5].rect.width() - places[4].rect.width()) <= 1


def test_a_trip_lies_over_its_days_without_covering_chips(month: MonthScreen) -> None:
    (band,) = month.grid.layout_now.bands
    first, last = (month.grid.layout_now.days[month.grid.number_of(date(2026, 9, day))] for day in (15, 16))
    assert band.rect.left() >= first.rect.left() and band.rect.right() <= last.rect.right()
    assert band.rect.right() > last.rect.left()
    assert not any(band.rect.intersects(place) for day in (first, last) for place in day.chips)
    assert month.grid.tooltip_at(band.rect.center()) == "Zurich Tue–Wed, 5 people there"


def test_a_trip_over_a_weekend_has_a_band_in_each_week(month: MonthScreen, sample: Library) -> None:
    from planner.library.tables import Trip

    with sample.change("Plan a trip"):
        Trip.create(place="Oslo", first_day=date(2026, 9, 26), last_day=date(2026, 9, 28))
    bands = [each.rect for each in month.grid.layout_now.bands if each.band.place == "Oslo"]
    assert len(bands) == 2 and bands[0].top() < bands[1].top() and bands[0].left() > bands[1].left()


def test_what_does_not_fit_is_counted_and_opens_its_week(desk: Desk, library: Library, qtbot: QtBot) -> None:
    fill(library, TODAY, 9)
    month = shown(desk, qtbot)
    number = month.grid.number_of(TODAY)
    count = len(month.grid.tiles_on(number))
    assert 0 < count < 9 and month.grid.has_more(number)
    more = Stop(day=number, item=count)
    assert month.grid.words_at(more).startswith(f"{9 - count} more conversations. Tuesday")
    weeks: list[date] = []
    desk.week_wanted.connect(weeks.append)
    qtbot.mouseClick(month.grid, LEFT, pos=middle(month, more))
    assert weeks == [TODAY]
    month.grid.focus_stop(more)
    press(qtbot, Key.Key_Return)
    assert weeks == [TODAY, TODAY]


def test_chips_lie_within_their_days_at_every_size(
    month: MonthScreen, sample: Library, sample_desk: Desk
) -> None:
    for scale, size in ((0.9, (1400, 1000)), (1.0, (900, 560)), (1.5, (1292, 848))):
        sample_desk.theme.set_text_scale(scale)
        month.resize(*size)
        QApplication.processEvents()
        for place in month.grid.layout_now.days:
            for rect in (*place.chips, *([place.more] if place.more else [])):
                assert place.rect.contains(rect), (scale, rect, place.rect)
        assert month.area.viewport().height() <= month.grid.height()


def test_chips_are_known_to_drags_after_a_resize(month: MonthScreen) -> None:
    month.resize(1292, 1500)
    QApplication.processEvents()
    assert {tile.key for tile in month.grid.tiles} <= set(month.state.tiles)


def test_words_and_times_of_chips(month: MonthScreen, sample: Library) -> None:
    beatrix = chip(month, "Beatrix Keller", date(2026, 9, 16))
    assert chip_names(beatrix) == ("Beatrix Keller", "Beatrix K.", "Beatrix")
    assert chip_time(beatrix) == "09:30"
    assert beatrix.words.startswith(
        "Beatrix Keller, Chair of the Board, Norvane, planned Wednesday 16 September 09:30 for 60 minutes"
    )
    hanna = chip(month, "Hanna Weber", date(2026, 9, 14))
    assert chip_time(hanna) == "?" and hanna.words.startswith("Did you talk with Hanna Weber?")


def test_a_day_says_in_words_how_full_it_is(month: MonthScreen) -> None:
    said = month.grid.words_at(Stop(day=month.grid.number_of(date(2026, 9, 16))))
    assert said == (
        "Wednesday 16 September, 3 conversations, 15 min over, 2 h 30 busy in your calendar,"
        " Zurich Tue–Wed, 5 people there"
    )
    place = month.grid.layout_now.days[month.grid.number_of(date(2026, 9, 16))].rect.topLeft()
    assert month.grid.tooltip_at(place + QPointF(8, 8)).splitlines() == [
        "Wed 16 Sep",
        "2 h 15 planned of 2 h set aside",
        "2 h 30 busy in your calendar",
    ]
    stop = month.grid.stop_of(chip(month, "Beatrix Keller", date(2026, 9, 16)).key)
    assert stop is not None
    tooltip = month.grid.tooltip_at(month.grid.place_of(stop).center())
    assert tooltip.splitlines()[:2] == [
        "Beatrix Keller, Chair of the Board, Norvane",
        "In person, 09:30, 60 minutes",
    ]


def test_light_and_dark_and_today_look_different(month: MonthScreen, sample_desk: Desk) -> None:
    light = month.grab().toImage()
    number = month.grid.number_of(TODAY)
    ground = month.grid.layout_now.days[number].rect.bottomRight().toPoint() - QPoint(6, 3)
    picture = month.grid.grab().toImage()
    ratio = picture.devicePixelRatio()
    colour = picture.pixelColor((QPointF(ground) * ratio).toPoint())
    assert colour == sample_desk.theme.palette.accent_tint
    sample_desk.theme.set_dark(True)
    assert month.grab().toImage() != light


def test_a_holiday_is_named_on_its_day(month: MonthScreen, sample: Library) -> None:
    before = month.grid.grab().toImage()
    name = "Harvest Day"
    remember(sample, "holidays", {"2026-09-23": name})
    month.refresh()
    number = month.grid.number_of(date(2026, 9, 23))
    assert name in month.grid.words_at(Stop(day=number))
    place = month.grid.layout_now.days[number].rect.topLeft() + QPointF(8, 8)
    assert name in month.grid.tooltip_at(place)
    assert month.grid.grab().toImage() != before


def test_turning_months(month: MonthScreen, qtbot: QtBot, heard: list[str]) -> None:
    on_grid(month, date(2026, 9, 17), 0)
    month.next_month()
    assert month.header.title.text() == "October 2026" and heard[-1] == "October 2026"
    assert month.day == date(2026, 10, 1) and month.grid.hasFocus()
    month.next_month()
    month.next_month()
    month.next_month()
    assert month.header.title.text() == "January 2027"
    month.previous_month()
    assert month.header.title.text() == "December 2026"
    month.this_month()
    assert month.header.title.text() == "September 2026" and month.day == TODAY
    qtbot.mouseClick(month.header.previous, LEFT)
    assert month.header.title.text() == "August 2026"


def test_the_button_of_the_head_plans_with_the_chosen_or_with_nobody(
    month: MonthScreen, qtbot: QtBot
) -> None:
    wanted: list[tuple[str, Subject]] = []
    month.desk.command_wanted.connect(lambda command, subject: wanted.append((command, subject)))
    qtbot.mouseClick(month.header.plan, LEFT)
    jasper = chip(month, "Jasper Kuiper", date(2026, 9, 17))
    month.state.selection.toggle(jasper.key)
    qtbot.mouseClick(month.header.plan, LEFT)
    assert wanted == [("new_plan", Subject()), ("new_plan", jasper.subject)]


def test_midnight_moves_today_on(month: MonthScreen, sample_desk: Desk, qtbot: QtBot) -> None:
    sample_desk._clock = lambda: NOW + timedelta(days=1)
    month._midnight.setInterval(0)
    month._midnight.start()
    tomorrow = Stop(day=month.grid.number_of(TODAY + timedelta(days=1)))
    qtbot.waitUntil(lambda: ", today, " in month.grid.words_at(tomorrow))
