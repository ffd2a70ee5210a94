"""The commitments page: groups by day, chips, ending each by hand, key and menu, and the way there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.actions.commitments import promise
from planner.domain.commitments import By, Outcome, Size
from planner.library import Library
from planner.queries.commitments import When, commitments_by_day
from planner.queries.people import person_called
from planner.ui.commitments.paint import LineAction
from planner.ui.commitments.rows import Heading, Line, Narrow
from planner.ui.commitments.view import CommitmentsScreen
from planner.ui.desk import Desk
from planner.ui.dialogs.another_day_dialog import AnotherDayDialog
from planner.ui.dialogs.promise_dialog import PromiseDialog
from planner.ui.person.outcomes import outcome_menu
from planner.ui.window import Window
from tests.conftest import TODAY

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CommitmentsScreen:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keySequence(window, "Ctrl+Shift+C")
    screen = window.pages.currentWidget()
    assert isinstance(screen, CommitmentsScreen)
    return screen


def headings(page: CommitmentsScreen) -> dict[str, int]:
    """Headings with how many lines are below each."""
    found: dict[str, int] = {}
    for row in page.list.rows.rows:
        if isinstance(row, Heading):
            name = row.said.name
            found[name] = 0
        else:
            found[name] += 1
    return found


def line(page: CommitmentsScreen, what: str) -> Line:
    return next(
        row for row in page.list.rows.rows if isinstance(row, Line) and row.listed.what.startswith(what)
    )


def choose(page: CommitmentsScreen, what: str) -> int:
    """Give a line the focus, and return the id of its commitment."""
    found = line(page, what).listed.id
    page.list.setCurrentIndex(page.list.rows.index(page.list.rows.place_of(found)))
    return found


def outcome(library: Library, commitment: int) -> str | None:
    found: str | None = library.value("SELECT outcome FROM commitment WHERE id = ?", (commitment,))
    return found


def press(page: CommitmentsScreen, what: str, action: LineAction) -> None:
    """Click on a part of a line."""
    choose(page, what)
    index = page.list.currentIndex()
    row = page.list.rows.row(index)
    assert isinstance(row, Line)
    delegate, place = page.list.delegate, page.list.delegate.place_of(QRectF(page.list.visualRect(index)))
    where = {LineAction.PERSON: delegate._avatar(place)} | dict(delegate._buttons(place, row))
    QTest.mouseClick(page.list.viewport(), LEFT, pos=where[action].center().toPoint())


def test_everything_by_day_with_the_ended_folded_away(page: CommitmentsScreen) -> None:
    assert page.context.text() == "20 open, 3 of them overdue"
    assert headings(page) == {
        "Overdue": 3,
        "In the coming week": 3,
        "Later": 13,
        "No day given": 1,
        "Ended in the last year": 0,
    }
    assert line(page, "The terminal outage").day == "11 days overdue"
    assert line(page, "The terminal outage").whose == "You promised Tobias Lindner on 23 Aug"
    assert line(page, "Her draft").whose == "Priya Raman promised you on 6 Sep"
    assert line(page, "Introduce").day == "No day"


def test_chips_say_what_they_would_leave(page: CommitmentsScreen) -> None:
    counts = {chip.text(): chip._count for chip in (page.everything, page.yours, page.theirs, page.overdue)}
    assert counts == {"Everything open": 20, "You promised": 11, "Promised to you": 9, "Overdue": 3}
    page.theirs.click()
    assert page.narrow == Narrow(by=By.THEY) and page.theirs.isChecked()
    assert "Overdue" not in headings(page)
    page.overdue.click()
    assert page.overdue._count == 0 and page.nothing.isVisible()
    assert page.nothing.text() == "No commitment matches."
    page.everything.click()
    assert not page.narrow and page.list.isVisible()


def test_words_and_one_person_narrow(page: CommitmentsScreen) -> None:
    page.field.open()
    QTest.keyClicks(page.field.line, "luca")
    assert headings(page)["Overdue"] == 2
    page.show_narrow(Narrow(person_id=line(page, "An answer on the exit").listed.person_id))
    assert page.person.isVisible() and page.person.text() == "With Luca Steiner"
    page.person.click()
    assert not page.narrow
    page.show_narrow(Narrow(text="nowhere"))
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.narrow and page.field.line.text() == ""


def test_headings_fold_by_hand_and_key(page: CommitmentsScreen) -> None:
    ended = next(
        place
        for place, row in enumerate(page.list.rows.rows)
        if isinstance(row, Heading) and row.when is When.ENDED
    )
    page.list.setCurrentIndex(page.list.rows.index(ended))
    QTest.keyClick(page.list, Qt.Key.Key_Right)
    assert headings(page)["Ended in the last year"] > 100
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert headings(page)["Overdue"] == 0
    QTest.mouseClick(page.list.viewport(), LEFT, pos=QPoint(300, 26))
    assert headings(page)["Overdue"] == 3


def test_ended_lines_say_how(page: CommitmentsScreen) -> None:
    page.list.folded.emit(When.ENDED)
    ended = [row for row in page.list.rows.rows if isinstance(row, Line) and row.listed.outcome]
    assert ended[0].day.startswith("Kept ")
    assert {row.day.rsplit(" ", 2)[0] for row in ended} >= {"Kept", "Kept late"}


# Ending one


def test_the_circle_and_the_button_mark_as_kept(page: CommitmentsScreen, sample: Library) -> None:
    index = choose(page, "Her draft")
    place = page.list.delegate.place_of(QRectF(page.list.visualRect(page.list.currentIndex())))
    circle = page.list.delegate._circle(place).center().toPoint()
    QTest.mouseClick(page.list.viewport(), LEFT, pos=circle)
    assert outcome(sample, index) == "kept" and page.context.text().startswith("19 open")
    sample.undo()
    press(page, "Her draft", LineAction.KEPT)
    assert outcome(sample, index) == "kept"


def test_kept_after_its_day_is_kept_late(page: CommitmentsScreen, sample: Library) -> None:
    outage = choose(page, "The terminal outage")
    QTest.keyClick(page.list, Qt.Key.Key_K)
    assert outcome(sample, outage) == "kept late"
    assert page.list.chosen is not None, "the next line is chosen"
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert page.context.text().startswith("18 open")


def test_a_click_elsewhere_only_chooses(page: CommitmentsScreen, sample: Library, window: Window) -> None:
    index = page.list.rows.index(1)
    QTest.mouseClick(page.list.viewport(), LEFT, pos=page.list.visualRect(index).center())
    assert page.list.chosen is not None and window.places.current == "commitments"
    assert sample.next_labels()[0] is None


def test_the_avatar_and_enter_open_the_person(page: CommitmentsScreen, window: Window) -> None:
    press(page, "The terminal outage", LineAction.PERSON)
    assert window.places.current == "person"
    window.places.go("back")
    assert window.places.current == "commitments"
    choose(page, "The terminal outage")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.places.current == "person"


def test_menus_offer_every_end(
    page: CommitmentsScreen, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []

    def popup(menu: QMenu, _where: QPoint) -> None:
        opened.append([action.text().split("\t")[0] for action in menu.actions() if action.text()])

    monkeypatch.setattr(QMenu, "popup", popup)
    press(page, "The terminal outage", LineAction.MORE)
    assert opened[0][:5] == [
        "Mark as kept",
        "Mark as kept late",
        "Agree on another day …",
        "Mark as not kept",
        "No longer needed",
    ]
    assert opened[0][-1] == "Only with Tobias Lindner"
    QTest.keyClick(page.list, Qt.Key.Key_K)
    page.list.folded.emit(When.ENDED)
    press(page, "The terminal outage", LineAction.MORE)
    assert opened[1][0] == "Open it again"


@pytest.mark.parametrize(
    ("command", "ended"),
    [
        ("kept", Outcome.KEPT_LATE),
        ("kept_late", Outcome.KEPT_LATE),
        ("not_kept", Outcome.BROKEN),
        ("released", Outcome.RELEASED),
    ],
)
def test_every_end_is_one_step(
    page: CommitmentsScreen, window: Window, sample: Library, command: str, ended: Outcome
) -> None:
    outage = choose(page, "The terminal outage")
    window.run(command)
    assert outcome(sample, outage) == ended
    sample.undo()
    assert outcome(sample, outage) is None and sample.next_labels()[0] is None


def test_one_that_ended_is_opened_again(page: CommitmentsScreen, window: Window, sample: Library) -> None:
    outage = choose(page, "The terminal outage")
    window.run("not_kept")
    page.list.folded.emit(When.ENDED)
    choose(page, "The terminal outage")
    QTest.keyClick(page.list, Qt.Key.Key_O)
    assert outcome(sample, outage) is None


def test_one_is_removed(page: CommitmentsScreen, window: Window, sample: Library) -> None:
    outage = choose(page, "The terminal outage")
    window.run("remove_promise")
    assert sample.value("SELECT count(*) FROM commitment WHERE id = ?", (outage,)) == 0


def test_the_commands_of_a_person_work_on_the_line(page: CommitmentsScreen, sample: Library) -> None:
    outage = choose(page, "The terminal outage")
    assert page.subject().people == (person_called(sample, "tobias").id,)
    assert page.subject().commitment_id == outage


def test_the_people_page_leads_here(page: CommitmentsScreen, window: Window) -> None:
    people = window.places.go("people")
    people.header.commitments.click()  # type: ignore[attr-defined]  # the people screen's own
    assert window.places.current == "commitments"


def test_nothing_promised_is_said(open_window: object, library: Library) -> None:
    from planner.actions.people import PersonForm, add_person

    add_person(library, PersonForm(name="Ana"), today=TODAY)
    window = open_window(library)  # type: ignore[operator]  # the fixture opens windows
    window.run("go_commitments")
    page = window.pages.currentWidget()
    assert page.context.text() == "Nothing open" and page.nothing.isVisible()
    assert page.nothing.text().startswith("Nothing is promised in either direction.")


# Dialogs


def test_another_day_is_agreed_on(sample_desk: Desk, sample: Library, heard: list[str]) -> None:
    outage = next(each for each in commitments_by_day(sample, TODAY) if each.what.startswith("The terminal"))
    dialog = AnotherDayDialog(sample_desk, outage.id, None)
    assert dialog.form["what"].value() == "The terminal outage review"
    dialog.form["due_on"].show_value(TODAY - timedelta(days=1))
    dialog.save()
    assert dialog.problem.words == "Choose a day from today on to move it to."
    dialog.form["due_on"].show_value(TODAY + timedelta(days=3))
    dialog.save()
    moved = next(each for each in commitments_by_day(sample, TODAY) if each.what == outage.what)
    assert moved.due_on == TODAY + timedelta(days=3) and moved.moved_from == outage.due_on
    assert "Moved the commitment to Fri 18 Sep" in heard


def test_a_commitment_is_corrected(sample_desk: Desk, sample: Library) -> None:
    outage = next(each for each in commitments_by_day(sample, TODAY) if each.what.startswith("The terminal"))
    dialog = PromiseDialog(sample_desk, 0, None, outage.id)
    assert dialog.windowTitle() == "Change the commitment"
    dialog.form["what"].show_value("The outage review")
    dialog.form["size"].show_value(Size.LARGE)
    dialog.form["note"].show_value("on two pages")
    dialog.save()
    found = next(each for each in commitments_by_day(sample, TODAY) if each.id == outage.id)
    assert (found.what, found.size, found.note, found.due_on) == (
        "The outage review",
        Size.LARGE,
        "on two pages",
        outage.due_on,
    )


def test_one_is_noted_with_somebody_who_is_asked_for(sample_desk: Desk, sample: Library) -> None:
    dialog = PromiseDialog(sample_desk, 0, None)
    dialog.form["what"].show_value("A name")
    dialog.save()
    assert dialog.form.problem("people") == "Say with whom."
    ana = person_called(sample, "ana fer").id
    dialog.form["people"].show_value((ana,))
    dialog.form["by"].show_value(By.THEY.value)
    dialog.save()
    found = [each for each in commitments_by_day(sample, TODAY) if each.what == "A name"]
    assert [(each.person_id, each.yours, each.size) for each in found] == [(ana, False, Size.NORMAL)]


def test_the_menu_of_the_person_page_is_made_of_the_same_commands(sample_desk: Desk, sample: Library) -> None:
    made = promise(sample, person_called(sample, "ana fer").id, By.YOU, "X", None, today=TODAY)
    heard: list[tuple[str, int]] = []
    sample_desk.command_wanted.connect(
        lambda command, subject: heard.append((command, subject.commitment_id))
    )
    menu = outcome_menu(sample_desk, made, ended=False, parent=None)  # type: ignore[arg-type]  # no parent here
    menu.actions()[0].trigger()
    assert heard == [("kept", made)]
