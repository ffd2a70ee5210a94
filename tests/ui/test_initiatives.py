"""Adding people to an initiative: the dialog, its marks by mouse and keys, and the way there."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.initiatives import InitiativeForm, StandForm, add_to_initiative
from planner.domain.stands import Stand
from planner.library import Library
from planner.queries.initiatives import initiatives, standpoints
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.initiatives.add_dialog import AddToInitiativeDialog
from planner.ui.initiatives.stand_row import StandRow, Who, column_of
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import answer, keys
from tests.ui.dialog_hands import bare_window
from tests.ui.dragging import find

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    return bare_window(qtbot)


@pytest.fixture
def row(dressed: Theme, qtbot: QtBot) -> StandRow:
    made = StandRow(dressed, Who(1, "Tobias Lindner", "Chief Operating Officer", "peers"))
    qtbot.addWidget(made)
    made.resize(700, made.sizeHint().height())
    made.show()
    return made


def at(row: StandRow, stand: Stand) -> QPoint:
    return column_of(QRectF(row.rect()), row.theme, stand).center().toPoint()


def test_a_click_sets_today_and_with_shift_the_hope(row: StandRow, qtbot: QtBot) -> None:
    assert row.accessibleName() == "Tobias Lindner: today not known yet"
    qtbot.mouseClick(row, LEFT, pos=at(row, Stand.RESISTANT))
    qtbot.mouseClick(row, LEFT, SHIFT, at(row, Stand.SUPPORTIVE))
    assert (row.now, row.hoped) == (Stand.RESISTANT, Stand.SUPPORTIVE)
    assert row.accessibleName() == "Tobias Lindner: today resistant, hoped supportive"
    row.setting = "hoped"
    qtbot.mouseClick(row, LEFT, pos=at(row, Stand.LEADING))
    assert (row.now, row.hoped) == (Stand.RESISTANT, Stand.LEADING)
    qtbot.mouseClick(row, LEFT, pos=at(row, Stand.LEADING))
    assert (row.now, row.hoped) == (Stand.RESISTANT, None), "a click on a mark takes it away"


def test_a_mark_is_dragged_whatever_a_click_sets(row: StandRow) -> None:
    row.show_stand(Stand.RESISTANT, Stand.SUPPORTIVE)
    told: list[Stand | None] = []
    row.changed.connect(lambda: told.append(row.hoped))
    QTest.mousePress(row, LEFT, PLAIN, at(row, Stand.SUPPORTIVE))
    QTest.mouseMove(row, at(row, Stand.LEADING))
    QTest.mouseRelease(row, LEFT, PLAIN, at(row, Stand.LEADING))
    assert (row.now, row.hoped, told) == (Stand.RESISTANT, Stand.LEADING, [Stand.LEADING])
    QTest.mousePress(row, LEFT, PLAIN, at(row, Stand.RESISTANT))
    QTest.mouseMove(row, at(row, Stand.NEUTRAL))
    QTest.mouseMove(row, at(row, Stand.RESISTANT))
    QTest.mouseRelease(row, LEFT, PLAIN, at(row, Stand.RESISTANT))
    assert row.now is Stand.RESISTANT, "carried away and back again it stays"


def test_arrows_move_the_marks_and_delete_forgets(row: StandRow, qtbot: QtBot) -> None:
    qtbot.keyClick(row, Qt.Key.Key_Right)
    qtbot.keyClick(row, Qt.Key.Key_Right)
    qtbot.keyClick(row, Qt.Key.Key_Left, SHIFT)
    assert (row.now, row.hoped) == (Stand.RESISTANT, Stand.LEADING)
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert (row.now, row.hoped) == (None, Stand.LEADING)


def test_the_marks_of_today_and_hope_differ_in_shape_and_meet_in_a_ring(row: StandRow) -> None:
    def colours(stand: Stand) -> set[int]:
        image: QImage = row.grab().toImage()
        centre = at(row, stand)
        return {image.pixel(centre.x() + dx, centre.y()) for dx in range(-20, 21)}

    palette = row.theme.palette
    row.show_stand(Stand.RESISTANT, Stand.LEADING)
    assert palette.ink2.rgb() in colours(Stand.RESISTANT)
    assert palette.ink2.rgb() not in colours(Stand.LEADING)
    assert colours(Stand.NEUTRAL) != colours(Stand.UNAWARE), "the way leads through what lies between"
    row.show_stand(Stand.LEADING, Stand.LEADING)
    assert palette.ink2.rgb() in colours(Stand.LEADING)
    assert len(colours(Stand.LEADING)) > len(colours(Stand.RESISTANT)) > 0
    assert colours(Stand.NEUTRAL) == colours(Stand.UNAWARE), "nothing leads anywhere"


def test_somebody_is_added_with_a_reason(
    desk: Desk, library: Library, parent: QWidget, ana: int, luca: int, said: list[str]
) -> None:
    made = add_to_initiative(
        library, InitiativeForm(name="One Booking"), [StandForm(person_id=luca)], today=TODAY
    )
    dialog = AddToInitiativeDialog(desk, [ana], parent)
    dialog.show()
    assert dialog.title.text() == "Add Ana Ferreira to an initiative"
    assert dialog.primary.text() == "Add Ana"
    assert not dialog.new.isVisible() and not dialog.off.isVisible()
    QTest.keyClick(dialog.rows[0], Qt.Key.Key_Right)
    dialog.why.show_values({"reason": "She asked who decides."})
    dialog.primary.click()
    assert standpoints(library, made)[ana] == (Stand.UNAWARE, None, TODAY, "She asked who decides.")
    assert said == ["Added Ana Ferreira to One Booking"]


def test_a_new_initiative_is_named_on_the_way(
    desk: Desk, library: Library, parent: QWidget, ana: int, luca: int, said: list[str]
) -> None:
    dialog = AddToInitiativeDialog(desk, [ana, luca], parent)
    dialog.show()
    assert dialog.choice.current.text() == "A new initiative" and dialog.new.isVisible()
    dialog.primary.click()
    assert dialog.isVisible() and dialog.new.problem("name") == "Give it a name; everything else can wait."
    dialog.new.show_values({"name": "One Booking", "goal": "One system", "next_on": date(2026, 10, 8)})
    QTest.keyClick(dialog.rows[1], Qt.Key.Key_Left)
    dialog.primary.click()
    (found,) = initiatives(library)
    assert (found.name, found.goal, found.next_on) == ("One Booking", "One system", date(2026, 10, 8))
    assert {who: point.now for who, point in standpoints(library, found.id).items()} == {
        ana: None,
        luca: Stand.LEADING,
    }
    assert said == ["Started One Booking with Ana and Luca"]


def test_who_is_on_it_already_shows_where_they_stand_and_can_leave(
    desk: Desk, library: Library, parent: QWidget, ana: int, said: list[str]
) -> None:
    known = StandForm(person_id=ana, now=Stand.NEUTRAL, hoped=Stand.LEADING, reason="Waits for figures")
    made = add_to_initiative(library, InitiativeForm(name="One Booking"), [known], today=TODAY)
    dialog = AddToInitiativeDialog(desk, [ana], parent)
    dialog.show()
    assert (dialog.rows[0].now, dialog.rows[0].hoped) == (Stand.NEUTRAL, Stand.LEADING)
    assert dialog.why["reason"].value() == "Waits for figures"
    assert dialog.off.text() == "Take Ana off One Booking"
    dialog.off.click()
    assert standpoints(library, made) == {} and said == ["Took Ana Ferreira off One Booking"]


def test_with_several_an_empty_reason_leaves_each_their_own(
    desk: Desk, library: Library, parent: QWidget, ana: int, luca: int
) -> None:
    known = StandForm(person_id=ana, now=Stand.NEUTRAL, reason="Waits for figures")
    made = add_to_initiative(library, InitiativeForm(name="One Booking"), [known], today=TODAY)
    dialog = AddToInitiativeDialog(desk, [ana, luca], parent)
    dialog.show()
    dialog.primary.click()
    found = standpoints(library, made)
    assert (found[ana].reason, found[luca].reason) == ("Waits for figures", "")


def test_i_adds_all_chosen_people(window: Window, sample: Library, qtbot: QtBot) -> None:
    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    window.activateWindow()
    tiles = [find(board, name)[1] for name in ("Sofie Brandt", "Jasper Kuiper")]
    board.walk.focus_key(tiles[0].key)
    board.state.selection.choose([tile.key for tile in tiles])

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, AddToInitiativeDialog)
        assert [row.who.name for row in dialog.rows] == ["Sofie Brandt", "Jasper Kuiper"]
        booking = next(each for each in dialog.choice.rows if each.text() == "One Booking")
        booking.click()
        dialog.primary.click()

    answer(qtbot, fill_in, lambda: keys("I"))
    booking = next(each for each in initiatives(sample) if each.name == "One Booking")
    assert len(booking.stands) == 17 and booking.stands.count(None) == 2
