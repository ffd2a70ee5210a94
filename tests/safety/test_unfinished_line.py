"""P1 for a line that is not written down yet: what was typed into the field survives a crash, wherever the
field is, and is offered back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.one_line.rows import RowKind
from planner.domain.unfinished import Place, read_place
from planner.library import Library
from planner.queries.unfinished import kept_of
from planner.ui.board.view import WeekScreen
from planner.ui.capture.alone import CaptureAlone
from planner.ui.capture.window import CaptureWindow
from planner.ui.desk import Desk
from planner.ui.field.body import FieldBody
from planner.ui.field.overlay import UniversalField
from planner.ui.kept import keeping
from planner.ui.kept.keeping import Keeping
from planner.ui.screen import Subject
from planner.ui.start import _offer_unfinished
from planner.ui.window import Window
from tests.conftest import NOW
from tests.ui.conftest import _no_button_down, _wardrobe, dressed, open_window, sample_desk, window

__all__ = ["_no_button_down", "_wardrobe", "dressed", "open_window", "sample_desk", "window"]

HALF = "lunch with Ana yesterday about the out"


def pause(body: FieldBody) -> None:
    """What the two seconds after the last key bring."""
    clock = body.kept.keeping._clock
    assert clock.isActive()
    clock.timeout.emit()


def places(library: Library) -> list[str]:
    return [read_place(row[0]).command for row in library.rows("SELECT place FROM unfinished")]


@pytest.fixture
def overlay(sample_desk: Desk, qtbot: QtBot) -> Callable[[], UniversalField]:
    """Opens the field over a window that has just begun."""

    grounds = []

    def opened() -> UniversalField:
        ground = QWidget()
        ground.resize(1000, 800)
        qtbot.addWidget(ground)
        grounds.append(ground)
        ground.show()
        made = UniversalField(sample_desk, ground)
        made.open(Subject())
        return made

    return opened


def test_a_line_comes_back_whole_and_says_so(overlay: Callable[[], UniversalField], sample: Library) -> None:
    field, steps = overlay(), sample.history()
    QTest.keyClicks(field.body.line, HALF)
    assert places(sample) == []  # not at every key
    pause(field.body)
    assert places(sample) == ["field"] and sample.history() == steps
    again = overlay().body
    assert again.line.text() == HALF and again.understood is not None and again.reading.isVisible()
    row = again.kept.row
    assert row.isVisible() and row.said.text() == f"Kept from Tue 15 Sep, {NOW:%H:%M}, not saved yet."
    assert row.y() >= again.line.geometry().bottom() and again.reading.y() == row.geometry().bottom() + 1
    QTest.keyClicks(again.line, "age")
    QTest.keyClick(again.line, Qt.Key.Key_Return)
    assert sample.next_labels()[0] == "Log a conversation with Ana Ferreira"
    assert places(sample) == []


def test_what_was_put_right_in_it_comes_back(overlay: Callable[[], UniversalField], sample: Library) -> None:
    body = overlay().body
    QTest.keyClicks(body.line, "Lunch with Ana yesterday 1h about Q3 budget")
    QTest.keyClick(body.line, Qt.Key.Key_Tab)
    assert body.reading.stop is not None
    body.reading.editor.setText("Luca")
    QTest.keyClick(body.reading.editor, Qt.Key.Key_Return)
    before = body.understood
    assert before is not None
    pause(body)
    after = overlay().body.understood
    assert after == before
    assert after.statements[0].value(RowKind.PEOPLE) != ()


@pytest.mark.parametrize("way", ["Esc", "beside", "afresh", "erased"])
def test_a_line_that_is_not_wanted_is_not_kept(
    overlay: Callable[[], UniversalField], sample: Library, way: str
) -> None:
    field = overlay()
    QTest.keyClicks(field.body.line, HALF)
    pause(field.body)
    again = overlay()
    if way == "Esc":
        QTest.keyClick(again.body.line, Qt.Key.Key_Escape)
    elif way == "beside":
        QTest.mouseClick(again, Qt.MouseButton.LeftButton, pos=again.rect().bottomLeft())
    elif way == "afresh":
        again.body.kept.row.afresh.click()
        assert (
            again.isVisible()
            and not again.body.kept.row.isVisible()
            and again.window().focusWidget() is again.body.line
        )
    else:
        again.body.line.clear()
        pause(again.body)
    assert places(sample) == []
    assert overlay().body.line.text() == ""


def test_looking_for_something_is_no_line(overlay: Callable[[], UniversalField], sample: Library) -> None:
    body = overlay().body
    for text in ("> go to", "? plans", "/x"):
        body.line.setText(text)
        pause(body)
    assert places(sample) == []


def test_opened_for_help_what_was_kept_waits(overlay: Callable[[], UniversalField], sample: Library) -> None:
    field = overlay()
    QTest.keyClicks(field.body.line, HALF)
    pause(field.body)
    again = overlay()
    again.open(Subject(), "?")
    pause(again.body)
    again.close_field()
    assert again.body.line.text() == "?"
    again.open(Subject())
    assert again.body.line.text() == HALF


def test_the_small_window_keeps_its_own_line(sample_desk: Desk, sample: Library, qtbot: QtBot) -> None:
    shown = []

    def small() -> CaptureWindow:
        made = CaptureAlone(sample_desk, lambda _desk, _path: pytest.fail("no window is wanted")).line
        qtbot.addWidget(made)
        shown.append(made)
        return made

    line = small()
    QTest.keyClicks(line.body.line, HALF)
    pause(line.body)
    assert places(sample) == ["capture"]
    again = small()
    assert again.body.line.text() == HALF and again.body.kept.row.isVisible()
    assert again.height() > again.body.height() > 0
    again.close()
    assert places(sample) == []
    assert small().body.line.text() == ""


@pytest.mark.parametrize("command", ["field", "capture"])
def test_after_the_start_the_line_is_offered(window: Window, qtbot: QtBot, command: str) -> None:
    library = window.desk.library
    body = FieldBody(window.desk, window, command)
    body.begin(Subject())
    QTest.keyClicks(body.line, "Ana likes the sea")
    pause(body)
    assert _offer_unfinished(window)
    assert window.toast.words == "An unfinished line was kept."
    qtbot.mouseClick(window.toast.findChild(QWidget, "open"), Qt.MouseButton.LeftButton)
    if command == "field":
        shown: FieldBody = window.field.body
    else:
        assert window.captured is not None
        shown = window.captured.body
    assert shown.isVisible() and shown.line.text() == "Ana likes the sea"
    shown.left.emit()
    assert places(library) == [] and not _offer_unfinished(window)


def test_closing_the_window_keeps_what_is_typed_in_that_moment(window: Window) -> None:
    window.run("field")
    QTest.keyClicks(window.field.body.line, "Half a li")
    window.close()
    kept = kept_of(window.desk.library, Place("field"))
    assert kept is not None and "Half a li" in kept.words


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_line_that_is_done_with_is_not_kept_at_the_end(window: Window, key: Qt.Key) -> None:
    for command in ("field", "quick_add"):
        window.run(command)
        board = window.places.screen("plan")
        assert isinstance(board, WeekScreen)
        line = window.field.body.line if command == "field" else board.adding.line.line
        QTest.keyClicks(line, "lunch with Ana yesterday" if command == "field" else "Ana 10:30 Q3 budget")
        QTest.keyClick(line, key)
    window.close()
    assert places(window.desk.library) == []


def test_who_makes_no_pause_has_it_kept_all_the_same(
    sample_desk: Desk, sample: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PAUSE_MS", 200)
    monkeypatch.setattr(keeping, "LONGEST_S", 0.3)
    kept = Keeping(sample_desk, Place("field"), lambda: {"line": "and on and on"}, sample_desk)
    hand = QTimer()
    hand.timeout.connect(kept.touch)
    hand.start(10)
    qtbot.waitUntil(lambda: places(sample) == ["field"])
    hand.stop()


def test_a_line_that_plans_comes_back_on_its_day(window: Window, qtbot: QtBot) -> None:
    library = window.desk.library
    window.places.go("plan")
    board = window.places.screen("plan")
    assert isinstance(board, WeekScreen)
    thursday = board.area.days[3]
    board.adding.begin(thursday)
    line = board.adding.line
    QTest.keyClicks(line.line, "Ana 10:30 Q3 bud")
    line.keeping._clock.timeout.emit()
    board.adding._line = None  # as in the program that begins anew
    assert _offer_unfinished(window)
    assert window.toast.words == "An unfinished line of a plan was kept."
    window.places.go("people")
    qtbot.mouseClick(window.toast.findChild(QWidget, "open"), Qt.MouseButton.LeftButton)
    again = board.adding.line
    assert again is not line and again.isVisible() and again.kept.isVisible()
    assert again.line.text() == "Ana 10:30 Q3 bud" and again.day == thursday.day
    QTest.keyClicks(again.line, "get")
    QTest.keyClick(again.line, Qt.Key.Key_Return)
    newest = library.row("SELECT day, purpose FROM plan ORDER BY created_on DESC, id DESC")
    assert newest == (str(thursday.day), "Q3 budget")
    assert places(library) == []


@pytest.mark.parametrize("way", ["Esc", "afresh"])
def test_a_line_that_plans_is_kept_no_longer_when_it_is_not_wanted(window: Window, way: str) -> None:
    window.places.go("plan")
    board = window.places.screen("plan")
    assert isinstance(board, WeekScreen)
    board.adding.begin()
    QTest.keyClicks(board.adding.line.line, "Ana 10:30")
    board.adding.line.keeping._clock.timeout.emit()
    board.adding.begin()
    line = board.adding.line
    assert line.line.text() == "Ana 10:30"
    if way == "Esc":
        QTest.keyClick(line.line, Qt.Key.Key_Escape)
    else:
        line.kept.afresh.click()
        assert line.isVisible() and not line.kept.isVisible()
    assert places(window.desk.library) == []
    board.adding.begin()
    assert board.adding.line.line.text() == ""
