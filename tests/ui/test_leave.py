"""Own leave and days away on screen: the dialog, the bands, the heads of the days, and what a drop says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.leave import Stretch, take_leave, write_absences
from planner.library import Library
from planner.queries.days_off import leave_between
from planner.queries.pauses import absences_of
from planner.ui.board.bands import Bands, in_full
from planner.ui.board.menu import menu_ids
from planner.ui.board.tiles import TileKind
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.dialogs.stretches_dialog import AwayDialog, LeaveDialog, StretchesDialog
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.ui import months
from tests.ui.dialog_hands import bare_window
from tests.ui.dragging import drop, find, hold, shown_board
from tests.ui.week_plans import day, plan_of

WEDNESDAY, THURSDAY = date(2026, 9, 16), date(2026, 9, 17)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    return bare_window(qtbot)


def leave(library: Library, first: date, last: date, note: str = "") -> None:
    take_leave(library, Stretch(first_day=first, last_day=last, note=note), today=TODAY)


def typed(dialog: StretchesDialog, row: int, first: str, last: str = "", note: str = "") -> None:
    at = dialog.rows[row]
    for editor, text in ((at.first, first), (at.last, last), (at.note, note)):
        editor.line.setText(text)
        editor.line.textEdited.emit(text)
        editor.line.editingFinished.emit()


def test_stretches_are_added_changed_and_taken_out_as_one_step(
    desk: Desk, library: Library, parent: QWidget, said: list[str]
) -> None:
    leave(library, date(2026, 10, 12), date(2026, 10, 16), "The sea")
    leave(library, date(2026, 12, 24), date(2026, 12, 31))
    steps = len(library.history())
    dialog = LeaveDialog(desk, parent)
    dialog.show()
    assert [row.first.line.text() for row in dialog.rows] == ["Mon 12 Oct", "Thu 24 Dec", ""]
    assert dialog.hint.text() == "13 days to come."
    typed(dialog, 0, "12 Oct", "18 Oct", "The sea")
    dialog.rows[1].removed.emit()
    typed(dialog, 1, "2 Nov", "", "Moving house")
    assert dialog.hint.text() == "8 days to come."
    dialog.primary.click()
    assert [each[1:] for each in leave_between(library)] == [
        (date(2026, 10, 12), date(2026, 10, 18), "The sea"),
        (date(2026, 11, 2), date(2026, 11, 2), "Moving house"),
    ]
    assert len(library.history()) == steps + 1 and said == ["Changed your own leave"]
    library.undo()
    assert [each.last_day for each in leave_between(library)] == [date(2026, 10, 16), date(2026, 12, 31)]


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("17 Sep", "16 Sep", "The last day lies before the first one."),
        ("", "16 Sep", "From which day on?"),
        ("31 June", "", "30 days"),
    ],
)
def test_what_cannot_be_is_said_below_its_row(
    desk: Desk, library: Library, parent: QWidget, first: str, last: str, sentence: str
) -> None:
    dialog = LeaveDialog(desk, parent)
    dialog.show()
    typed(dialog, 0, first, last)
    dialog.primary.click()
    assert dialog.isVisible() and not leave_between(library)
    assert sentence in dialog.rows[0].problem
    typed(dialog, 0, "17 Sep", "18 Sep")
    assert not dialog.rows[0].problem
    dialog.primary.click()
    assert not dialog.isVisible() and len(leave_between(library)) == 1


def test_what_was_long_ago_is_kept_and_not_shown(desk: Desk, library: Library, parent: QWidget) -> None:
    leave(library, date(2024, 7, 1), date(2024, 7, 14))
    dialog = LeaveDialog(desk, parent, date(2026, 10, 1))
    dialog.show()
    assert [row.first.line.text() for row in dialog.rows] == ["Thu 1 Oct"]
    assert dialog.focusWidget() is dialog.rows[0].last.line
    dialog.primary.click()
    assert [each.first_day.year for each in leave_between(library)] == [2024, 2026]


def test_somebody_else_may_be_away_until_further_notice(
    desk: Desk, library: Library, parent: QWidget, ana: int
) -> None:
    dialog = AwayDialog(desk, ana, parent)
    dialog.show()
    assert dialog.title.text() == "When Ana Ferreira is away"
    typed(dialog, 0, "today", "", "Parental leave")
    dialog.primary.click()
    assert [each[1:] for each in absences_of(library, ana)] == [(TODAY, None, "Parental leave")]


def test_the_menu_of_a_card_leads_to_the_days_away(sample_desk: Desk, qtbot: QtBot) -> None:
    board = shown_board(sample_desk, qtbot)
    tiles = {tile.kind: tile for tile in board.state.tiles.values()}
    assert set(tiles) == set(TileKind) - {TileKind.PROPOSAL}
    assert all("away" in menu_ids((tile,)) for tile in tiles.values())


def test_the_week_shows_leave_over_its_days(sample_desk: Desk, sample: Library, qtbot: QtBot) -> None:
    leave(sample, WEDNESDAY, THURSDAY, "Sailing")
    board = shown_board(sample_desk, qtbot)
    assert "On leave Wed–Thu, Sailing" in board.area.bands.accessibleName()
    head = day(board, 2).head
    assert "on leave" in head.accessibleName()
    assert "You are on leave: nothing is set aside" in head.toolTip()
    assert board.area.days[3].cards.accessibleName().endswith("cards")
    wanted: list[tuple[str, Subject]] = []
    sample_desk.command_wanted.connect(lambda command, subject: wanted.append((command, subject)))
    press_band(board.area.bands, qtbot)
    assert wanted == [("leave", Subject(day=WEDNESDAY))]


def press_band(bands: Bands, qtbot: QtBot) -> None:
    _, place = next((band, place) for band, place in bands._bands if "leave" in in_full(band))
    qtbot.mouseClick(bands, Qt.MouseButton.LeftButton, pos=place.center().toPoint())


def test_a_drop_on_leave_is_taken_and_says_so(sample_desk: Desk, sample: Library, qtbot: QtBot) -> None:
    leave(sample, THURSDAY, THURSDAY)
    board = shown_board(sample_desk, qtbot)
    _, tobias = find(board, "Tobias Lindner")
    offer = hold(day(board, 3), [tobias], y=700)
    assert offer is not None and offer.slot.words.endswith("You are on leave; it is planned all the same.")
    assert drop(day(board, 3), [tobias], y=700)
    assert plan_of(sample, "Tobias Lindner") is not None


def test_a_drop_on_somebody_who_is_away_warns_and_is_taken(
    sample_desk: Desk, sample: Library, qtbot: QtBot
) -> None:
    board = shown_board(sample_desk, qtbot)
    _, tobias = find(board, "Tobias Lindner")
    away = Stretch(first_day=THURSDAY, last_day=THURSDAY + timedelta(days=1))
    write_absences(sample, tobias.person_id, [away])
    _, tobias = find(board, "Tobias Lindner")
    offer = hold(day(board, 3), [tobias], y=700)
    assert offer is not None and offer.acts and offer.slot.warns and not offer.slot.refused
    assert offer.slot.title == "Tobias is away on Thursday"
    assert offer.slot.words == "Drop anyway to hold 15:45, 30 m. Back on Sat 19 Sep."
    assert drop(day(board, 3), [tobias], y=700)
    assert plan_of(sample, "Tobias Lindner") == ("2026-09-17", "15:45", 30, "in person")


def test_the_month_shows_leave_and_opens_it(sample_desk: Desk, sample: Library, qtbot: QtBot) -> None:
    leave(sample, WEDNESDAY, date(2026, 9, 25), "Sailing")
    month = months.shown(sample_desk, qtbot)
    bands = [each for each in month.grid.layout_now.bands if "leave" in in_full(each.band)]
    assert [in_full(each.band) for each in bands] == ["On leave 16 Sep – 25 Sep, Sailing"] * 2
    number = month.grid.number_of(WEDNESDAY)
    assert "on leave" in month.grid.words_at(months.Stop(day=number))
    assert "You are on leave" in month.grid.tooltip_at(
        month.grid.layout_now.days[number].rect.topLeft() + QPoint(4, 4)
    )
    wanted: list[tuple[str, Subject]] = []
    sample_desk.command_wanted.connect(lambda command, subject: wanted.append((command, subject)))
    qtbot.mouseClick(month.grid, Qt.MouseButton.LeftButton, pos=bands[0].rect.center().toPoint())
    assert wanted == [("leave", Subject(day=WEDNESDAY))]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_of_the_month_has_a_menu_for_mouse_and_keys(
    sample_desk: Desk, sample: Library, qtbot: QtBot
) -> None:
    month = months.shown(sample_desk, qtbot)
    months.on_grid(month, date(2026, 9, 29))
    months.press(qtbot, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    (menu,) = [each for each in month.findChildren(QMenu) if each.isVisible()]
    wanted: list[tuple[str, Subject]] = []
    sample_desk.command_wanted.connect(lambda command, subject: wanted.append((command, subject)))
    menu.actions()[0].trigger()
    menu.close()
    assert wanted == [("leave", Subject(day=date(2026, 9, 29)))]


def test_the_command_opens_the_dialog_in_the_window(window: Window, qtbot: QtBot) -> None:
    from tests.journeys.hand import answer

    seen: list[str] = []

    def look(dialog: QWidget) -> None:
        seen.append(dialog.windowTitle())

    answer(qtbot, look, lambda: window.run("leave", Subject(day=WEDNESDAY)))
    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    _, jasper = find(board, "Jasper Kuiper")
    answer(qtbot, look, lambda: window.run("away", jasper.subject))
    assert seen == ["Your own leave", "When Jasper Kuiper is away"]
