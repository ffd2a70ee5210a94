"""The window: places, commands by key and field, undo and redo, looks, messages, and what it remembers."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.queries.people import person_called
from planner.ui import doing
from planner.ui.commands import BY_ID, CHARTS, COMMANDS, SCREEN_KEYS, SUGGESTION, Needs
from planner.ui.crash import report
from planner.ui.desk import Desk
from planner.ui.frame.places import _MAKERS
from planner.ui.keys import shown
from planner.ui.memory import Memory
from planner.ui.menus import command_menu
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import TODAY

Opened = Callable[[Library], Window]


def press(widget: QWidget, keys: str) -> None:
    QTest.keySequence(widget, keys)


def focused(window: Window) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None and window.isAncestorOf(found)
    return found


def test_a_new_library_begins_with_the_first_page(open_window: Opened, library: Library) -> None:
    window = open_window(library)
    assert window.places.current == "first_run"
    assert not any(entry.isEnabled() for entry in window.navigation._places.values())
    add_person(library, PersonForm(name="Ana"), today=window.desk.today)
    assert window.places.current == "plan"
    window.run("undo")
    assert window.places.current == "first_run"


def test_a_library_with_people_begins_with_the_week(window: Window) -> None:
    assert window.places.current == "plan"


def test_places_by_key(window: Window) -> None:
    press(window, "Ctrl+2")
    assert window.places.current == "people"
    press(window, "Ctrl+1")
    assert window.places.current == "plan"


def test_undo_and_redo_name_what_they_do(window: Window, sample: Library) -> None:
    bar = window.top_bar
    assert not bar.undo.isEnabled() and not bar.redo.isEnabled()
    ana = add_person(sample, PersonForm(name="Nora <b>Lind</b>"), today=window.desk.today)
    assert bar.undo.accessibleName() == "Undo: Add Nora <b>Lind</b>"
    assert "&lt;b&gt;" in bar.undo.toolTip()
    press(window, "Ctrl+Z")
    assert sample.value("SELECT count(*) FROM person WHERE id = ?", (ana,)) == 0
    assert window.toast.words == "Undone: Add Nora <b>Lind</b>"
    assert bar.redo.isEnabled()
    press(window, "Ctrl+Shift+Z")
    assert sample.value("SELECT count(*) FROM person WHERE id = ?", (ana,)) == 1


def test_the_layers_count_and_filter(window: Window, sample: Library) -> None:
    rows = [window.navigation._layers.itemAt(index).widget() for index in range(7)]
    assert [row.accessibleName() for row in rows[1:3]] == [
        "Business peers, 8 people",
        "Board & shareholders, 6 people",
    ]
    QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    week = window.places.screen("plan")
    assert window.places.current == "plan" and len(week.narrowing.row.bar.shown()) == 6
    window.places.go("people")
    QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    people = window.places.screen("people")
    assert len(people.grid.people) == 6
    window.places.go("commitments")
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert window.places.current == "people" and len(people.grid.people) == 8


def test_the_navigation_folds_where_large_text_leaves_no_room(window: Window) -> None:
    assert window.width() == 1440 and window.navigation.width() > 100
    window.desk.theme.set_text_scale(1.25)
    assert window.navigation.width() > 100
    window.desk.theme.set_text_scale(1.5)
    assert window.navigation.width() == 52
    window.resize(1520, 900)
    assert window.navigation.width() > 100


def test_the_field_finds_and_opens_a_person(window: Window) -> None:
    press(focused(window), "Ctrl+K")
    field = window.field
    assert field.isVisible() and len(field.results) == 6  # recent people before anything is typed
    QTest.keyClicks(focused(window), "beatr")
    assert field.results[0].words == "Beatrix Keller"
    QTest.keyClick(focused(window), Qt.Key.Key_Return)
    assert not field.isVisible()
    assert window.places.current == "person"


def test_the_field_forgives_a_slip_and_finds_by_role(window: Window) -> None:
    window.run("field")
    QTest.keyClicks(focused(window), "katazyna wolska")
    assert [hit.words for hit in window.field.results] == ["Katarzyna Wolska"]
    focused(window).clear()  # type: ignore[attr-defined]
    QTest.keyClicks(focused(window), "logistics")
    assert "Anneke Visser" in [hit.words for hit in window.field.results]


def test_the_field_runs_commands(window: Window) -> None:
    window.run("field")
    QTest.keyClicks(focused(window), ">light")
    assert [hit.words for hit in window.field.results] == ["Switch light and dark"]
    QTest.keyClick(focused(window), Qt.Key.Key_Return)
    assert window.desk.theme.dark
    window.run("theme")


def test_escape_and_a_click_beside_close_the_field(window: Window) -> None:
    window.run("field")
    QTest.keyClick(focused(window), Qt.Key.Key_Escape)
    assert not window.field.isVisible()
    window.run("field")
    QTest.mouseClick(window.field, Qt.MouseButton.LeftButton, pos=window.rect().bottomLeft())
    assert not window.field.isVisible()


def test_plain_keys_stay_letters_in_a_text_field(window: Window) -> None:
    people = window.places.go("people")
    text = people.findChild(QLineEdit)
    assert text is not None
    text.setFocus()
    QTest.keyClicks(text, "plw?/")
    assert text.text() == "plw?/"
    assert not window.field.isVisible()


def test_a_window_is_not_taken_apart_as_garbage_while_it_is_there(
    open_window: Opened, library: Library
) -> None:
    """Python would clear its parts one by one, while Qt still calls them."""
    known = weakref.ref(open_window(library))
    gc.collect()
    assert known() is not None


def test_a_command_without_a_subject_says_what_is_missing(open_window: Opened, library: Library) -> None:
    window = open_window(library)
    window.run("log", Subject())
    assert window.toast.words == "Choose a card first, then this works on it."


def test_a_known_error_is_one_sentence_and_goes_when_one_goes_on(window: Window) -> None:
    heard: list[str] = []
    window.desk.announced.connect(heard.append)
    window.desk.failed.emit("The disk is full. Nothing was changed; make room and try again.")
    assert window.error_line.isVisible() and heard == [window.error_line.text]
    assert window.error_line.text.startswith("The disk is full.")
    window.places.go("people")
    assert not window.error_line.isVisible()


def test_moving_to_the_trash_can_be_undone(window: Window, sample: Library) -> None:
    ana = person_called(sample, "Ana Ferreira").id
    window.run("remove", Subject(people=(ana,)))
    assert sample.value("SELECT trashed_on FROM person WHERE id = ?", (ana,)) == TODAY.isoformat()
    window.run("undo")
    assert sample.value("SELECT trashed_on FROM person WHERE id = ?", (ana,)) is None


def test_the_navigation_folds_in_a_narrow_window(window: Window, qtbot: QtBot) -> None:
    assert not window.navigation.folded
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: window.navigation.folded)
    assert window.navigation.width() == 52


def test_text_grows_and_shrinks_in_steps(window: Window) -> None:
    for _ in range(6):
        window.run("text_larger")
    assert window.desk.theme.text_scale == 1.5
    for _ in range(6):
        window.run("text_smaller")
    assert window.desk.theme.text_scale == 0.9
    window.desk.theme.set_text_scale(1.0)


def test_a_backup_from_the_window_shows_where_the_data_lives(window: Window) -> None:
    window.run("back_up")
    assert window.toast.words.startswith("Backed up to sample ")
    assert window.navigation._home.accessibleName().startswith("On this laptop. Backed up")


def test_size_and_look_are_remembered(window: Window, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "window.ini")
    assert memory.geometry() is None and memory.dark(system=True) and memory.text_scale() == 1.0
    memory.remember_window(window)
    memory.remember_look(Theme(dark=False, text_scale=1.25))
    again = Memory(tmp_path / "window.ini")
    assert again.geometry() and not again.dark(system=True) and again.text_scale() == 1.25


# The table of commands


def test_every_command_has_words_an_icon_that_exists_and_somebody_who_does_it() -> None:
    from planner.ui.frame.own_commands import OWN
    from planner.ui.icons import GLYPHS

    places = {
        "filter_words",
        "clear_filters",
        "go_plan",
        "go_commitments",
        "go_people",
        "go_timeline",
        "go_duplicates",
        "go_trash",
        "erase",
        "week_view",
        "month_view",
        "import",
        "go_cadence",
        *SCREEN_KEYS,
        *SUGGESTION,
        *CHARTS,
    } - {"keys"}
    for command in COMMANDS:
        assert command.words and command.words[0].isupper(), command.id
        assert command.icon in GLYPHS or not command.icon, command.id
        assert command.id in doing.HERE | OWN | places, command.id
    assert len(BY_ID) == len(COMMANDS)


def test_no_two_commands_share_a_key() -> None:
    keys = [command.keys for command in COMMANDS if command.keys]
    assert len(keys) == len(set(keys))


def test_a_menu_leaves_out_what_makes_no_sense(window: Window) -> None:
    menu = command_menu(window.desk, ("log", "-", "let_go", "talked"), Subject(people=(1,)), window)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Log a conversation\tL"
    ]
    menu.deleteLater()


def test_keys_are_shown_as_on_the_keyboard() -> None:
    seen = {command.id: shown(command.keys) for command in COMMANDS}
    assert seen["open"] == "Enter" and seen["field"] == "Ctrl K" and seen["text_larger"] == "Ctrl +"


def test_every_place_can_be_gone_to(window: Window) -> None:
    for place in _MAKERS:
        if place != "person":
            window.places.go(place)
            assert window.pages.currentWidget() is window.places.screen(place)
    assert {command.id for command in COMMANDS if command.needs is Needs.NOTHING} >= {"go_plan", "go_people"}


def test_a_crash_report_names_places_and_no_people() -> None:
    try:
        raise ValueError("Ana Ferreira told me about her health")
    except ValueError as error:
        text = report(type(error), error.__traceback__)
    assert "ValueError" in text and "test_window.py" in text
    assert "Ana" not in text and "health" not in text


def test_a_window_that_nobody_holds_lives_until_qt_ends_it(sample_desk: Desk) -> None:
    left = weakref.ref(Window(sample_desk, Memory(None)))
    gc.collect()
    window = left()
    assert window is not None
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
