"""Duplicates, merging and the trash in the real window: by mouse, by keys, and never unasked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QBuffer, Qt, QTimer
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, Point, add_person
from planner.actions.trash import move_to_trash
from planner.library import Library
from planner.library.tables import Person
from planner.queries.merging import side_by_side
from planner.queries.people import person_called
from planner.queries.trash import in_trash
from planner.ui.commands import BY_ID
from planner.ui.people.wishes import people_menu
from planner.ui.screen import Subject
from planner.ui.start import _tell_due
from planner.ui.tidy.duplicates_view import DuplicatesScreen, PairSheet
from planner.ui.tidy.erase_dialog import EraseDialog
from planner.ui.tidy.merge_dialog import MergeDialog
from planner.ui.tidy.trash_view import TrashScreen, TrashSheet
from planner.ui.tidy.with_whom_dialog import WithWhomDialog
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.dump import dump

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def twin(sample: Library) -> int:
    """A second entry of Ana Ferreira."""
    form = PersonForm(
        name="Ana M. Ferreira",
        role="CFO",
        organisation="Norvane",
        city="Lisbon",
        points=(Point(kind="phone", value="+351 912 555 010"),),
    )
    return add_person(sample, form, today=TODAY)


@pytest.fixture
def ana(sample: Library) -> int:
    return person_called(sample, "Ana Ferreira").id


def with_dialog(kind: type[QWidget], hand: Callable[[QWidget], None]) -> None:
    """Do this in the dialog of this kind once it is open."""

    def when_open() -> None:
        found = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
        ]
        try:
            hand(found[0])
        finally:
            found[0].close()

    QTimer.singleShot(0, when_open)


def duplicates(window: Window, qtbot: QtBot) -> DuplicatesScreen:
    window.run("go_duplicates")
    page = window.pages.currentWidget()
    assert isinstance(page, DuplicatesScreen)
    qtbot.waitUntil(lambda: not page.work.running)
    return page


def test_a_pair_is_found_compared_and_merged(
    window: Window, sample: Library, ana: int, twin: int, qtbot: QtBot
) -> None:
    before = dump(sample)
    page = duplicates(window, qtbot)
    assert page.context.text() == "1 pair among 42 people"
    sheet = page.sheets[0]
    assert isinstance(sheet, PairSheet)
    assert sheet.pair.why == "One name holds the other, same organisation."
    assert window.subject().people == (ana, twin)

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, MergeDialog)
        cells = dialog.rows["city"]
        cells.button(0).setFocus()
        QTest.keyClick(cells.button(0), Qt.Key.Key_Right)
        assert cells.checkedId() == 1
        assert not dialog.rows["pronouns"].button(1).isEnabled(), "nothing to choose where one is silent"
        QTest.mouseClick(dialog.primary, LEFT)

    with_dialog(MergeDialog, choose)
    QTest.mouseClick(sheet.compare, LEFT)
    qtbot.waitUntil(lambda: not page.work.running and not page.sheets)
    assert sample.row("SELECT city, role FROM person WHERE id = ?", (ana,)) == (
        "Lisbon",
        "Chief Financial Officer",
    )
    assert sample.value("SELECT count(*) FROM person") == 41
    assert "Role: CFO" in sample.value(
        "SELECT words FROM note WHERE person_id = ? AND words LIKE 'From%'", (ana,)
    )
    assert page.nothing.text().startswith("Nobody seems to be here twice.")
    window.run("undo")
    assert dump(sample) == before
    qtbot.waitUntil(lambda: not page.work.running and len(page.sheets) == 1)


def test_photos_are_drawn_and_what_is_not_known_is_pale_and_plain(
    window: Window, sample: Library, ana: int, twin: int
) -> None:
    red = QPixmap(80, 60)
    red.fill(QColor("#ff0000"))
    buffer = QBuffer()
    red.save(buffer, "PNG")
    with sample.change("Photo"):
        Person.update(photo=buffer.data().data()).where(Person.id == ana).execute()
    dialog = MergeDialog(window.desk, side_by_side(sample, ana, twin), window)
    dialog.show()
    ours, theirs = dialog.rows["photo"].buttons()
    assert (ours.accessibleName(), theirs.accessibleName()) == ("Photo: a picture", "Photo: not known yet")
    assert colours_of(ours)[QColor("#ff0000").rgb()] > 1000
    assert QColor("#ff0000").rgb() not in colours_of(theirs)
    assert window.desk.theme.palette.ink3.rgb() in colours_of(theirs), "readable, though there is no choice"
    dialog.close()


def colours_of(widget: QWidget) -> Counter[int]:
    picture = widget.grab().toImage()
    return Counter(picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height()))


def test_two_people_are_kept_apart(window: Window, twin: int, qtbot: QtBot) -> None:
    page = duplicates(window, qtbot)
    assert twin == window.subject().people[1]
    sheet = page.sheets[0]
    assert isinstance(sheet, PairSheet)
    QTest.mouseClick(sheet.apart, LEFT)
    qtbot.waitUntil(lambda: not page.work.running and not page.sheets)


def test_merging_from_the_menu_of_two_people_and_of_one(
    window: Window, sample: Library, ana: int, twin: int
) -> None:
    window.places.go("people")
    words = BY_ID["merge"].words
    assert words in [each.text() for each in people_menu(window.desk, (ana, twin), window).actions()]
    third = person_called(sample, "Tobias Lindner").id
    assert words not in [
        each.text() for each in people_menu(window.desk, (ana, twin, third), window).actions()
    ]
    asked: list[str] = []

    def compare(dialog: QWidget) -> None:
        assert isinstance(dialog, WithWhomDialog)
        dialog.save()
        assert dialog.form.problem("people") == "Name the one other entry."
        dialog.form["people"].show_value((twin,))
        with_dialog(MergeDialog, lambda both: (asked.append(both.windowTitle()), both.reject()))  # type: ignore[attr-defined]
        QTest.mouseClick(dialog.primary, LEFT)

    with_dialog(WithWhomDialog, compare)
    window.run("merge", Subject(people=(ana,)))
    assert asked == ["Two entries, one person"]


def test_the_trash_and_back_by_keys(window: Window, sample: Library, ana: int, qtbot: QtBot) -> None:
    window.places.go("people")
    window.places.show_person(ana)
    window.run("remove", Subject(people=(ana,)))
    assert window.places.current == "people", "the page of somebody in the trash closes"
    window.run("go_trash")
    page = window.pages.currentWidget()
    assert isinstance(page, TrashScreen)
    assert page.context.text() == "1 person. Nobody is erased without asking you."
    assert not page.erase_due.isVisible()
    sheet = page.sheets[0]
    assert isinstance(sheet, TrashSheet) and "30 days left" in sheet.accessibleName()
    sheet.put_back.setFocus()
    QTest.keyClick(sheet.put_back, Qt.Key.Key_Space)
    assert in_trash(sample, TODAY) == ()
    assert page.nothing.text().startswith("The trash is empty.")
    window.run("undo")
    assert [each.id for each in in_trash(sample, TODAY)] == [ana]


def test_erasing_wants_the_name_typed(window: Window, sample: Library, ana: int, qtbot: QtBot) -> None:
    move_to_trash(sample, [ana], today=TODAY - timedelta(days=30))
    sample.back_up("before import")
    window.run("go_trash")
    page = window.pages.currentWidget()
    assert isinstance(page, TrashScreen) and page.erase_due.isVisible()
    said: list[str] = []
    window.desk.said.connect(lambda words, _undo: said.append(words))

    def cancel(dialog: QWidget) -> None:
        assert isinstance(dialog, EraseDialog)
        assert dialog.backups and not dialog.primary.isEnabled()
        QTest.keyClicks(dialog.form["word"].field, "Ana")
        QTest.keyClick(dialog.form["word"].field, Qt.Key.Key_Return)
        assert dialog.isVisible() and not dialog.primary.isEnabled()
        dialog.reject()

    def confirm(dialog: QWidget) -> None:
        assert isinstance(dialog, EraseDialog)
        QTest.keyClicks(dialog.form["word"].field, "ana ferreira")
        QTest.mouseClick(dialog.primary, LEFT)

    with_dialog(EraseDialog, cancel)
    QTest.mouseClick(page.erase_due, LEFT)
    assert in_trash(sample, TODAY)
    with_dialog(EraseDialog, confirm)
    QTest.mouseClick(page.erase_due, LEFT)
    qtbot.waitUntil(lambda: not page.work.running)
    assert sample.value("SELECT count(*) FROM person WHERE id = ?", (ana,)) == 0
    assert said[-1] == (
        "Erased Ana Ferreira for good. Out of 2 automatic backups too. "
        "Copies you made elsewhere are as they were."
    )
    assert not page.sheets


def test_at_the_start_it_is_said_whose_days_are_over(window: Window, sample: Library, ana: int) -> None:
    said: list[str] = []
    window.desk.said.connect(lambda words, _undo: said.append(words))
    move_to_trash(sample, [ana], today=TODAY - timedelta(days=29))
    _tell_due(window)
    assert said == []
    sample.undo()
    move_to_trash(sample, [ana], today=TODAY - timedelta(days=30))
    _tell_due(window)
    assert said == ["Ana Ferreira has been in the trash for 30 days: erase or put back?"]
    assert in_trash(sample, TODAY), "nobody goes by themselves"


def test_both_pages_are_a_click_away_from_the_people(window: Window, qtbot: QtBot) -> None:
    screen = window.places.go("people")
    menu = screen.header.more_menu()  # type: ignore[attr-defined]  # the people screen's own
    menu.actions()[1].trigger()
    assert window.places.current == "trash"
    menu.actions()[0].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, DuplicatesScreen)
    qtbot.waitUntil(lambda: not page.work.running)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.places.current == "people"
