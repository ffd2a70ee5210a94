"""The month board: what it shows, dragging on it, its keys, and the way between week and month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.settings import remember
from planner.library import Library
from planner.ui.board.drag import packed
from planner.ui.board.month_chip import chip_time
from planner.ui.board.month_facts import chip_names
from planner.ui.board.month_sheet import Stop
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.offers import Offer
from planner.ui.board.tiles import Tile, TileKind
from planner.ui.board.view import WeekScreen
from planner.ui.board.wishes import BAR_ROOM
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.ui import dragging
from tests.ui.dragging import LEFT, MOVE, PLAIN

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def month(sample_desk: Desk, qtbot: QtBot) -> MonthScreen:
    return shown(sample_desk, qtbot)


@pytest.fixture
def heard(sample_desk: Desk) -> list[str]:
    """What the toast says and what is announced."""
    found: list[str] = []
    sample_desk.said.connect(lambda words, _undo: found.append(words))
    sample_desk.announced.connect(found.append)
    return found


@pytest.fixture
def wanted(sample_desk: Desk) -> list[tuple[str, Subject]]:
    """The commands that the month asks for."""
    found: list[tuple[str, Subject]] = []
    sample_desk.command_wanted.connect(lambda command, subject: found.append((command, subject)))
    return found


def shown(desk: Desk, qtbot: QtBot, size: tuple[int, int] = (1292, 848)) -> MonthScreen:
    screen = MonthScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(*size)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    return screen


def names(month: MonthScreen, day: date) -> list[str]:
    return [tile.facts.name for tile in month.grid.tiles_on(month.grid.number_of(day))]


def chip(month: MonthScreen, name: str, day: date) -> Tile:
    tiles = month.grid.tiles_on(month.grid.number_of(day))
    return next(tile for tile in tiles if tile.facts.name == name)


def suggestion(month: MonthScreen, name: str) -> Tile:
    return next(tile for tile in month.engage.cards.tiles if tile.facts.name == name)


def middle(month: MonthScreen, stop: Stop) -> QPoint:
    return month.grid.place_of(stop).center().toPoint()


def day_middle(month: MonthScreen, day: date) -> QPoint:
    return middle(month, Stop(day=month.grid.number_of(day)))


def hold(month: MonthScreen, tiles: list[Tile], day: date) -> Offer | None:
    data, place = packed(tile.key for tile in tiles), day_middle(month, day)
    QApplication.sendEvent(month.grid, QDragEnterEvent(place, MOVE, data, LEFT, PLAIN))
    QApplication.sendEvent(month.grid, QDragMoveEvent(place, MOVE, data, LEFT, PLAIN))
    return month.grid.target


def drop(month: MonthScreen, tiles: list[Tile], day: date) -> bool:
    hold(month, tiles, day)
    data = packed(tile.key for tile in tiles)
    event = QDropEvent(QPointF(day_middle(month, day)), MOVE, data, LEFT, PLAIN)
    QApplication.sendEvent(month.grid, event)
    return event.isAccepted()


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def on_grid(month: MonthScreen, day: date, item: int = -1) -> None:
    month.grid.focus_stop(Stop(day=month.grid.number_of(day), item=item))


def here(month: MonthScreen) -> str:
    current = month.walk.current()
    return current.facts.name if current else ""


def plan_of(library: Library, name: str) -> tuple[str, str] | None:
    """Day and start of a person's first open plan."""
    return library.row(
        "SELECT p.day, p.starts FROM plan p JOIN plan_person x ON x.plan_id = p.id"
        " JOIN person q ON q.id = x.person_id WHERE q.name = ? AND p.status = 'open' ORDER BY p.day",
        (name,),
    )  # type: ignore[return-value]


# What it shows


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


# Dragging


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


# Keys


def test_arrows_walk_over_days_and_chips(month: MonthScreen, qtbot: QtBot, heard: list[str]) -> None:
    on_grid(month, date(2026, 9, 17))
    press(qtbot, Key.Key_Down)
    assert here(month) == "Jasper Kuiper"
    press(qtbot, Key.Key_Down)
    assert here(month) == "Deepak Iyer"
    assert heard[-1].startswith("Deepak Iyer")
    press(qtbot, Key.Key_Right)
    assert here(month) == "Priya Raman"
    press(qtbot, Key.Key_Right)
    assert here(month) == "" and month.day == date(2026, 9, 19)
    assert heard[-1] == "Saturday 19 September, nothing planned"
    press(qtbot, Key.Key_Down)
    assert month.day == date(2026, 9, 26)
    press(qtbot, Key.Key_Left)
    assert here(month) == "Marcus Okafor" or month.day == date(2026, 9, 25)
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Up)
    assert here(month) == "Priya Raman", "upwards a week is entered from below"


def test_the_sides_lead_to_the_columns_and_back(month: MonthScreen, qtbot: QtBot) -> None:
    assert month.engage.cards.hasFocus()
    press(qtbot, Key.Key_Right)
    assert month.grid.hasFocus() and month.day.weekday() == 0
    press(qtbot, Key.Key_Left)
    assert month.engage.cards.hasFocus()
    on_grid(month, date(2026, 9, 13))
    press(qtbot, Key.Key_Right)
    assert month.later.cards.hasFocus()
    press(qtbot, Key.Key_Left)
    assert month.grid.hasFocus() and month.day.weekday() == 6
    stops = [
        widget
        for widget in (month.engage.cards, month.grid, month.later.cards)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [month.grid], "one tab stop"


def test_enter_opens_a_person_on_a_chip_and_the_week_on_a_day(
    month: MonthScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]], sample_desk: Desk
) -> None:
    weeks: list[date] = []
    sample_desk.week_wanted.connect(weeks.append)
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Return)
    assert wanted == [("open", chip(month, "Jasper Kuiper", date(2026, 9, 17)).subject)]
    on_grid(month, date(2026, 9, 23))
    keep = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Key.Key_Return, PLAIN)
    keep.ignore()
    QApplication.sendEvent(month.grid, keep)
    assert keep.isAccepted(), "no shortcut for a person takes Enter away here"
    press(qtbot, Key.Key_Return)
    assert weeks == [date(2026, 9, 23)] and len(wanted) == 1


def test_the_subject_is_the_chip_under_the_keyboard_or_the_chosen_ones(
    month: MonthScreen, qtbot: QtBot
) -> None:
    on_grid(month, date(2026, 9, 17), 0)
    jasper = chip(month, "Jasper Kuiper", date(2026, 9, 17))
    assert month.subject() == jasper.subject and jasper.subject.plan_id
    press(qtbot, Key.Key_Down, Shift)
    deepak = chip(month, "Deepak Iyer", date(2026, 9, 17))
    assert month.subject().people == (jasper.person_id, deepak.person_id)
    assert month.bar.isVisible()
    press(qtbot, Key.Key_Escape)
    assert not len(month.state.selection)
    on_grid(month, date(2026, 9, 23))
    assert not month.subject()


def test_space_control_and_shift_choose(month: MonthScreen, qtbot: QtBot) -> None:
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Space)
    priya = chip(month, "Priya Raman", date(2026, 9, 18))
    stop = month.grid.stop_of(priya.key)
    assert stop is not None
    qtbot.mouseClick(month.grid, LEFT, Control, middle(month, stop))
    assert len(month.state.selection) == 2
    qtbot.mouseClick(month.grid, LEFT, PLAIN, middle(month, stop))
    assert month.state.selection.keys == (priya.key,)
    jasper = month.grid.stop_of(chip(month, "Jasper Kuiper", date(2026, 9, 17)).key)
    assert jasper is not None
    qtbot.mouseClick(month.grid, LEFT, Shift, middle(month, jasper))
    assert len(month.state.selection) == 4
    qtbot.mouseClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 23)))
    assert not len(month.state.selection)


def test_a_ring_shows_for_keys_and_not_for_clicks(month: MonthScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 23)))
    plain = month.grid.grab().toImage()
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Up)
    assert month.day == date(2026, 9, 23)
    assert month.grid.grab().toImage() != plain


def test_the_last_week_can_be_scrolled_above_the_selection_bar(month: MonthScreen, qtbot: QtBot) -> None:
    month.state.selection.choose([chip(month, "Jasper Kuiper", date(2026, 9, 17)).key])
    tall = month.grid.layout_now.days[0].rect.height()
    on_grid(month, date(2026, 10, 7))
    bottom = round(month.grid.place_of(month.grid.stop).bottom())
    assert month.grid.mapTo(month, QPoint(0, bottom)).y() < month.height() - BAR_ROOM
    month.state.selection.clear()
    qtbot.waitUntil(lambda: month.area.verticalScrollBar().value() == 0)
    assert month.grid.layout_now.days[0].rect.height() == tall


# Mouse and menu


def test_double_clicks_open_weeks_and_people(
    month: MonthScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]], sample_desk: Desk
) -> None:
    weeks: list[date] = []
    sample_desk.week_wanted.connect(weeks.append)
    qtbot.mouseDClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 23)))
    assert weeks == [date(2026, 9, 23)]
    jasper = chip(month, "Jasper Kuiper", date(2026, 9, 17))
    stop = month.grid.stop_of(jasper.key)
    assert stop is not None
    qtbot.mouseDClick(month.grid, LEFT, PLAIN, middle(month, stop))
    assert wanted == [("open", jasper.subject)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_chip_is_that_of_its_card(month: MonthScreen, qtbot: QtBot) -> None:
    on_grid(month, date(2026, 9, 14), 2)
    place = middle(month, month.grid.stop)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, month.grid.mapToGlobal(place), PLAIN)
    QApplication.sendEvent(month.grid, event)
    (menu,) = month.findChildren(QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert words[0] == "Yes, we talked"
    menu.close()


# Other months


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


def test_the_keyboard_stays_on_a_moved_plan_even_on_a_full_day(
    desk: Desk, library: Library, qtbot: QtBot
) -> None:
    fill(library, TODAY + timedelta(days=1), 9)
    zoe = add_person(library, PersonForm(name="Zoe Late"), today=TODAY)
    form = PlanForm(people=(zoe,), day=TODAY, starts=time(22))
    plan = plan_conversation(library, form, today=TODAY)
    month = shown(desk, qtbot)
    on_grid(month, TODAY, 0)
    from planner.actions.plans import moved_by_days

    for days in (1, 2):
        moved_by_days(library, plan, 1, today=TODAY)
        assert here(month) == "Zoe Late" and month.day == TODAY + timedelta(days=days)
        assert month.subject().plan_id == plan and month.grid.hasFocus()


# Week and month


def test_the_segment_and_the_keys_switch_and_are_remembered(window: Window, qtbot: QtBot) -> None:
    week = window.pages.currentWidget()
    assert week is window.places.screen("plan")
    month_part = week.header.span._parts[1]  # type: ignore[attr-defined]
    qtbot.mouseClick(month_part, LEFT)
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen) and month.header.span.current == "month"
    assert week.header.span.current == "week"  # type: ignore[attr-defined]
    window.places.go("people")
    window.run("go_plan")
    assert window.pages.currentWidget() is month
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Key.Key_1, Alt)
    assert window.pages.currentWidget() is week
    qtbot.keyClick(window, Key.Key_2, Alt)
    assert window.pages.currentWidget() is month


def test_week_and_month_show_the_same_days(window: Window) -> None:
    week = window.places.screen("plan")
    for _ in range(4):
        window.run("next_week")
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    assert (month.header.title.text(), month.day) == ("October 2026", date(2026, 10, 12))
    window.run("previous_week")
    assert month.header.title.text() == "September 2026", "the same keys turn months"
    window.run("this_week")
    assert month.day == TODAY
    window.run("week_view")
    assert window.pages.currentWidget() is week
    assert week.monday == date(2026, 9, 14)  # type: ignore[attr-defined]


def test_a_day_of_the_month_opens_its_week_in_the_window(window: Window, qtbot: QtBot) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    qtbot.mouseDClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 30)))
    week = window.pages.currentWidget()
    assert week is window.places.screen("plan")
    assert week.monday == date(2026, 9, 28)  # type: ignore[attr-defined]
    assert week.header.title.text() == "28 September – 4 October"  # type: ignore[attr-defined]


def test_alt_arrows_move_a_plan_by_days_and_weeks(window: Window, qtbot: QtBot, sample: Library) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Right, Alt)
    assert plan_of(sample, "Jasper Kuiper") == ("2026-09-18", "09:00")
    assert here(month) == "Jasper Kuiper" and month.day == date(2026, 9, 18)
    press(qtbot, Key.Key_Right, Alt | Shift)
    assert plan_of(sample, "Jasper Kuiper") == ("2026-09-25", "09:00")
    assert here(month) == "Jasper Kuiper" and month.day == date(2026, 9, 25)
    press(qtbot, Key.Key_Z, Control)
    assert month.day == date(2026, 9, 18)
    press(qtbot, Key.Key_PageDown)
    assert month.header.title.text() == "October 2026"


def test_enter_on_a_person_goes_to_the_page_and_back_to_the_month(window: Window, qtbot: QtBot) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Return)
    assert window.places.current == "person"
    window.places.go("back")
    assert window.pages.currentWidget() is month


def fill(library: Library, day: date, count: int) -> None:
    """Plan conversations with new people, one after the other from nine on."""
    for number in range(count):
        person = add_person(library, PersonForm(name=f"Person {number}"), today=TODAY)
        at = time(9 + number)
        plan_conversation(library, PlanForm(people=(person,), day=day, starts=at), today=TODAY)


@pytest.mark.parametrize("span", ["week", "month"])
def test_the_header_leaves_out_figures_before_it_cuts_anything(
    sample_desk: Desk, qtbot: QtBot, span: str
) -> None:
    sample_desk.theme.set_text_scale(1.5)
    screen = WeekScreen(sample_desk) if span == "week" else MonthScreen(sample_desk)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    header = screen.header
    for width in (940, 1100, 1292, 1700):
        # the narrowest window in the largest text, and wider ones
        screen.resize(width, 640)
        QApplication.processEvents()
        for widget in (header.title, header.this, header.span, header.plan):
            assert widget.width() >= widget.sizeHint().width(), (width, widget)
        assert header.planned.isVisible() == header.set_aside.isVisible()
    assert header.planned.isVisible(), "with room enough the figures are there"


def test_without_anybody_there_is_no_month_to_go_to(
    open_window: Callable[[Library], Window], library: Library
) -> None:
    window = open_window(library)
    window.run("month_view")
    assert window.places.current == "first_run"


def test_adding_in_a_line_opens_the_week_of_the_day(window: Window) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    on_grid(month, date(2026, 9, 30))
    window.run("quick_add")
    week = window.pages.currentWidget()
    assert isinstance(week, WeekScreen) and week.monday == date(2026, 9, 28)


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
