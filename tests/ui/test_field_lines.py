"""The universal field reads a line: rows before Enter, corrected by Tab, written down as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.channels import Channel
from planner.domain.one_line.rows import RowKind
from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.people import person_called
from planner.ui.desk import Desk
from planner.ui.field import reading_paint
from planner.ui.field.body import FieldBody
from planner.ui.field.reading_view import UNSAVED
from planner.ui.screen import Subject
from planner.ui.widgets.text import one_line

LUNCH = "Lunch with Ana yesterday 1h about Q3 budget; she will send the forecast by Friday"


@pytest.fixture
def field(sample_desk: Desk, qtbot: QtBot) -> Iterator[FieldBody]:
    """The field in a window that is active."""
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(900, 800)
    body = FieldBody(sample_desk, ground)
    body.setGeometry(20, 20, 780, 100)
    body.fit(760)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    body.begin(Subject())
    yield body


def write(field: FieldBody, text: str) -> None:
    field.line.clear()
    QTest.keyClicks(field.line, text)


def press(field: FieldBody, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is: in the line, or in the row that is open."""
    for key in keys:
        focused = field.reading.editor if field.reading.stop else field.line
        QTest.keyClick(focused, key)


def said(field: FieldBody) -> dict[str, str]:
    return {row.label: "".join(part.words for part in row.parts) for row in field.reading.rows}


def test_a_line_shows_what_it_means_and_saves_nothing(field: FieldBody) -> None:
    before = field.desk.library.next_labels()
    write(field, LUNCH)
    assert field.reading.title == "Log a conversation and one commitment"
    assert said(field) == {
        "Person": "Ana Ferreira, Chief Financial Officer, Norvane",
        "When": "Monday 14 September, 12:30 to 13:30",
        "Channel": "In person, lunch",
        "Duration": "1 hour",
        "Topic": "Q3 budget",
        "Commitment": "Ana will send the forecast by Friday 18 September",
    }
    asides = {row.label: row.aside for row in field.reading.rows}
    assert asides["When"] == "12:30 is a guess from your calendar"
    assert asides["Commitment"] == "Ana to you"
    assert field.reading.after is not None
    assert field.reading.after.state is State.ON_RHYTHM
    assert field.reading.after.said == "Next with Ana: by Mon 28 Sep"
    assert [hit.words for hit in field.hits] == [
        "Open Ana Ferreira",
        "Find “Q3 budget” in 3 notes",
        "Plan another lunch with Ana",
    ]
    assert field.reading.said == UNSAVED
    assert field.desk.library.next_labels() == before


def test_enter_writes_it_down_as_one_step(field: FieldBody) -> None:
    library = field.desk.library
    write(field, LUNCH)
    press(field, Qt.Key.Key_Return)
    ana = person_called(library, "Ana Ferreira").id
    assert promised_by(library, ana) == ("send the forecast", "2026-09-18")
    assert library.next_labels()[0] == "Log a conversation with Ana Ferreira and one commitment"
    library.undo()
    assert promised_by(library, ana) != ("send the forecast", "2026-09-18")


def test_tab_begins_at_the_guess_and_puts_rows_right(field: FieldBody) -> None:
    write(field, LUNCH)
    press(field, Qt.Key.Key_Tab)
    assert field.reading.editor.text() == "Monday 14 September, 12:30 to 13:30"
    QTest.keyClicks(field.reading.editor, "thursday 11:15")
    press(field, Qt.Key.Key_Tab)
    press(field, Qt.Key.Key_Down)
    assert said(field)["Channel"] == "Call"
    press(field, Qt.Key.Key_Backtab)
    assert field.reading.editor.text().startswith("Thursday 10 September, 11:15")
    press(field, Qt.Key.Key_Escape)
    assert field.understood is not None
    first = field.understood.statements[0]
    assert first.channel is Channel.CALL
    assert (first.day, first.starts) == (date(2026, 9, 10), time(11, 15))


def test_nothing_looks_out_behind_the_row_that_is_open(field: FieldBody) -> None:
    write(field, "Lunch with Ana yesterday")
    view = field.reading
    view.go_to(view.rows[0].parts[0].stop, "Ana Ferreira")
    shown, editor = view.grab(), view.editor.geometry()
    ratio = shown.devicePixelRatio()
    beside = shown.toImage().copy(
        round((editor.right() + 2) * ratio), round(editor.top() * ratio), round(60 * ratio), editor.height()
    )
    colours = {beside.pixel(x, y) for x in range(beside.width()) for y in range(beside.height())}
    assert colours == {field.desk.theme.palette.accent_tint.rgba()}


def test_in_a_narrow_field_the_words_beside_a_row_are_cut_before_its_own(
    field: FieldBody, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: dict[str, float] = {}
    draw = reading_paint.draw_text

    def noting(*given: Any) -> float:
        painted[given[3]] = given[-1]
        return draw(*given)

    monkeypatch.setattr(reading_paint, "draw_text", noting)
    field.setFixedWidth(580)
    field.fit(760)
    write(field, LUNCH)
    field.reading.grab()
    (day,) = (words for words in painted if words.startswith("Monday 14 September"))
    (guess,) = (words for words in painted if words.startswith("12:30 is a guess"))
    theme = field.desk.theme
    assert painted[day] >= one_line(theme, day, "button").width
    assert painted[guess] < one_line(theme, guess, "why").width


def test_what_was_put_right_stays_while_one_types_on(field: FieldBody) -> None:
    write(field, "call with Ana yesterday")
    for _ in range(4):
        press(field, Qt.Key.Key_Tab)
        stop = field.reading.stop
        assert field.understood is not None and stop is not None
        if field.understood.statements[0].rows[stop.row].kind is RowKind.PEOPLE:
            break
    QTest.keyClicks(field.reading.editor, "luca")
    press(field, Qt.Key.Key_Return)
    assert said(field)["Person"].startswith("Luca Steiner")
    QTest.keyClicks(field.line, " about costs")
    assert said(field)["Person"].startswith("Luca Steiner")
    assert said(field)["Topic"] == "costs"


def test_a_row_that_cannot_be_says_so_and_stays_open(field: FieldBody) -> None:
    write(field, LUNCH)
    press(field, Qt.Key.Key_Tab)
    QTest.keyClicks(field.reading.editor, "someday")
    press(field, Qt.Key.Key_Return)
    assert "neither a day nor a time" in field.reading.beside.words
    assert field.reading.stop is not None


def test_whose_promise_it_is_can_be_turned_round(field: FieldBody) -> None:
    write(field, "I owe Luca the exit costs by 30 Sep")
    assert said(field)["Commitment"] == "You owe Luca the exit costs by Wednesday 30 September"
    row = next(row for row in field.reading.rows if row.aside_stop)
    assert row.aside == "You to Luca" and row.aside_stop is not None
    field.reader.go_to(row.aside_stop)
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    luca = person_called(field.desk.library, "Luca").id
    assert (
        field.desk.library.value("SELECT by FROM commitment WHERE person_id = ? ORDER BY id DESC", (luca,))
        == "they"
    )


def test_somebody_unknown_is_said_and_can_be_added(field: FieldBody) -> None:
    library = field.desk.library
    before = library.next_labels()
    write(field, "Lunch with zoe yesterday")
    press(field, Qt.Key.Key_Return)
    assert library.next_labels() == before
    assert "Nobody here is called" in field.reading.said or "nobody here" in field.reading.said.lower()
    QTest.keyClick(field.line, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert said(field)["Person"] == "Zoe"
    press(field, Qt.Key.Key_Return)
    assert library.next_labels()[0] == "Log a conversation with Zoe"


def test_ctrl_enter_logs_and_plans_the_next(field: FieldBody, wanted: list[tuple[str, Subject]]) -> None:
    write(field, "call with Ana yesterday")
    QTest.keyClick(field.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ana = person_called(field.desk.library, "Ana Ferreira").id
    assert wanted == [("plan", Subject(people=(ana,)))]
    assert field.desk.library.next_labels()[0] == "Log a call with Ana Ferreira"


def test_other_things_a_line_can_be_for(field: FieldBody, wanted: list[tuple[str, Subject]]) -> None:
    write(field, LUNCH)
    QTest.keyClick(field.line, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    ana = person_called(field.desk.library, "Ana Ferreira").id
    assert wanted == [("new_plan", Subject(people=(ana,)))]
    QTest.keyClick(field.line, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert field.line.text() == "Q3 budget" and field.understood is None
    assert [hit.group for hit in field.hits][:2] == ["Conversations", "Conversations"]


def test_a_line_can_be_only_words_to_look_for(field: FieldBody) -> None:
    write(field, "lunch with Ana")
    assert field.understood is not None and field.hits[1].words == "Only look for these words"
    QTest.keyClick(field.line, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert field.line.text() == "/lunch with Ana" and field.reading.isHidden()
    write(field, "/budget")
    assert field.hits[0].group == "Conversations"


def test_a_plan_says_whether_it_is_in_time(field: FieldBody) -> None:
    write(field, "call Tobias Thursday 10:00 about the outage")
    assert field.reading.title == "Plan a conversation"
    assert field.reading.after is not None and field.reading.after.lead == "Until then"
    write(field, "tried to call Ana yesterday")
    assert said(field)["Came of it"] == "No answer"
    assert field.reading.after is not None and field.reading.after.lead == "As before"
    write(field, "let Maya rest until October")
    assert field.reading.after.said == "No reminders until Thu 1 Oct"


def test_another_language_is_read_as_well(field: FieldBody) -> None:
    write(field, "Mittagessen mit Ana gestern 1 Std ueber Q3-Budget")
    assert said(field)["When"].startswith("Monday 14 September")
    assert said(field)["Topic"] == "Q3-Budget"


def promised_by(library: Library, person_id: int) -> tuple[str, str] | None:
    found = library.row(
        "SELECT what, due_on FROM commitment WHERE person_id = ? AND by = 'they' ORDER BY id DESC LIMIT 1",
        (person_id,),
    )
    return (found[0], found[1]) if found else None
