"""The review of an import: what is shown, what is decided, what is saved, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.queries.people import count
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.review.rows import Answer, Section, Shelf
from planner.ui.review.view import ReviewScreen
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.dump import dump
from tests.ui.review_files import (
    ANA,
    RUI,
    YUSUF,
    address_book,
    calendar,
    card,
    click_answer,
    click_take,
    click_tick,
    meeting,
    row,
    settle,
    shown,
    titles,
)

Clock = Callable[[], datetime]
COPY = Qt.DropAction.CopyAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qapp: QApplication, library: Library, clock: Clock) -> Iterator[Desk]:
    made = Desk(library, Theme(reduced_motion=True), clock)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> ReviewScreen:
    made = ReviewScreen(desk)
    qtbot.addWidget(made)
    made.resize(1130, 900)
    made.show()
    return made


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Two people; a lunch with one of them, a dinner ahead with both, an hour with a stranger."""
    return (
        address_book(
            tmp_path,
            card(*ANA, role="Buyer", organisation="Contoso", phone="+351 910 000 000"),
            card(*RUI, organisation="Contoso"),
        ),
        calendar(
            tmp_path,
            meeting("lunch", "20260910T110000Z", "Lunch", ANA),
            meeting("dinner", "20260917T180000Z", "Dinner", ANA, RUI),
            meeting("port", "20260903T080000Z", "Port talks", YUSUF),
        ),
    )


def add(desk: Desk, form: PersonForm) -> int:
    return add_person(desk.library, form, today=TODAY)


# Showing


def test_everything_is_shown_before_anything_is_saved(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    before = dump(desk.library)
    shown(qtbot, screen, *both)
    assert screen.files.text() == "contacts.vcf and calendar.ics"
    assert screen.counts.text() == "2 new people, 1 conversation, 1 plan, 1 busy time"
    assert titles(screen, Section.NEW) == ["Ana Ferreira", "Rui Costa"]
    assert titles(screen, Section.CONVERSATIONS) == ["Lunch"]
    assert titles(screen, Section.PLANS) == ["Dinner"]
    assert titles(screen, Section.BUSY) == ["Port talks"]
    assert titles(screen, Section.STRANGERS) == ["Yusuf Demir"]
    assert row(screen, "Ana Ferreira").about == "Buyer, Contoso"
    assert row(screen, "Ana Ferreira").words == "ana@contoso.example, +351 910 000 000"
    assert row(screen, "Lunch").about.startswith("Thu 10 Sep, ")
    assert row(screen, "Yusuf Demir").words == "At one of your meetings, on 3 Sep"
    assert screen.foot.go.text() == "Import 2 people, 1 conversation, 1 plan and more"
    assert dump(desk.library) == before


def test_chips_hold_counts_and_empty_ones_are_not_there(
    qtbot: QtBot, screen: ReviewScreen, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    assert {shelf: chip.accessibleName() for shelf, chip in screen.filters.chips.items()} == {
        Shelf.EVERYTHING: "Everything, 6",
        Shelf.NEW: "New, 2",
        Shelf.MEETINGS: "Meetings, 3",
        Shelf.STRANGERS: "People at your meetings, 1",
    }
    qtbot.mouseClick(screen.filters.chips[Shelf.MEETINGS], LEFT)
    assert [each.title for each in screen.list.rows] == ["Lunch", "Dinner", "Port talks"]
    screen.search.setText("RUI")
    assert [each.title for each in screen.list.rows] == ["Dinner"]
    QTest.keyClick(screen.list, Qt.Key.Key_Escape)
    assert len(screen.list.rows) == 6
    assert screen.search.text() == ""
    qtbot.mouseClick(screen.filters.chips[Shelf.NEW], LEFT)
    qtbot.mouseClick(screen.filters.chips[Shelf.NEW], LEFT)
    assert screen.filters.chips[Shelf.EVERYTHING].isChecked()


def test_problems_say_file_and_line(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path) -> None:
    broken = meeting("x", "nonsense", "Broken")
    shown(qtbot, screen, calendar(tmp_path, broken, meeting("y", "20260916T080000Z", "Dentist")))
    (problem,) = [each for each in screen.list.rows if each.section is Section.PROBLEMS]
    assert problem.about == "calendar.ics, line 3"
    assert screen.counts.text() == "1 busy time, 1 problem"
    assert not screen.list.places_of(problem).answers


# Importing


def test_untick_import_undo_and_import_again(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    before = dump(desk.library)
    shown(qtbot, screen, *both)
    click_tick(qtbot, screen, "Rui Costa")
    click_tick(qtbot, screen, "Port talks")
    assert screen.foot.go.text() == "Import 1 person, 1 conversation and 1 plan"
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.mouseClick(screen.foot.go, LEFT)
    assert said == [("Imported 1 person, 1 conversation and 1 plan", True)]
    assert wanted.args == ["plan"]
    names = [name for (name,) in desk.library.rows("SELECT name FROM person")]
    assert names == ["Ana Ferreira"]
    assert desk.library.value("SELECT count(*) FROM busy_time") == 0
    assert len(desk.library.history()) == 1
    desk.undo()
    assert dump(desk.library) == before


def test_the_same_files_again_change_nothing(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    files = (
        address_book(tmp_path, card(*ANA), card(*RUI)),
        calendar(tmp_path, meeting("lunch", "20260910T110000Z", "Lunch", ANA)),
    )
    shown(qtbot, screen, *files)
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    before = dump(desk.library)
    shown(qtbot, screen, *files)
    assert screen.nothing.heading.text() == "Everything in these files is here already."
    assert screen.nothing.isVisible()
    assert not screen.list.isVisible()
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.mouseClick(screen.back, LEFT)
    assert wanted.args == ["plan"]
    assert dump(desk.library) == before


def test_a_backup_comes_first_where_somebody_is_known(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    add(desk, PersonForm(name="Tobias Lindner"))
    assert desk.library.newest_backup_at() is None
    shown(qtbot, screen, *both)
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert desk.library.newest_backup_at() is not None


def test_nothing_ticked_is_nothing_to_import(
    qtbot: QtBot, screen: ReviewScreen, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    screen.filters.ticked.emit(False)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Nothing to import"
    assert not screen.foot.go.isEnabled()


def test_tick_all_is_for_what_is_shown(qtbot: QtBot, screen: ReviewScreen, both: tuple[Path, Path]) -> None:
    shown(qtbot, screen, *both)
    screen.search.setText("rui costa")
    qtbot.mouseClick(screen.filters.chips[Shelf.NEW], LEFT)
    screen.filters.ticked.emit(False)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 1 person, 1 conversation, 1 plan and more"
    qtbot.mouseClick(screen.filters.chips[Shelf.STRANGERS], LEFT)
    screen.search.clear()
    screen.filters.ticked.emit(True)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 2 people, 2 conversations and 1 plan"


# Deciding


def test_a_stranger_comes_in_and_the_meeting_becomes_a_conversation(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    assert screen.reviewing is not None
    port = row(screen, "Port talks")
    assert screen.reviewing.told(port).words == "Nobody you know: Yusuf Demir"
    click_tick(qtbot, screen, "Yusuf Demir")
    assert screen.reviewing.told(port).words == "With Yusuf Demir"
    assert screen.reviewing.told(port).badge == ("chat", "Conversation")
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert count(desk.library) == 3
    assert desk.library.value("SELECT count(*) FROM conversation") == 2


def test_whoever_is_at_most_meetings_may_be_you(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    helena = ("Helena Voss", "helena@norvane.example")
    days = range(1, 8)
    file = calendar(
        tmp_path, *(meeting(f"m{day}", f"2026090{day}T080000Z", f"Talk {day}", helena) for day in days)
    )
    shown(qtbot, screen, file)
    assert row(screen, "Helena Voss").answers == (Answer.YOU, Answer.NEW, Answer.OUT)
    screen.filters.ticked.emit(False)
    click_answer(qtbot, screen, "Helena Voss", Answer.YOU)
    assert screen.foot.go.text() == "Keep your own address"
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert count(desk.library) == 0
    shown(qtbot, screen, file)
    assert titles(screen, Section.STRANGERS) == []


@pytest.mark.parametrize(
    ("answer", "people", "emails"),
    [(Answer.SAME, 1, 2), (Answer.NEW, 2, 2), (Answer.OUT, 1, 1)],
)
def test_possibly_the_same_waits_for_an_answer(
    qtbot: QtBot,
    screen: ReviewScreen,
    desk: Desk,
    tmp_path: Path,
    answer: Answer,
    people: int,
    emails: int,
) -> None:
    shown(qtbot, screen, address_book(tmp_path, card("Ana Ferreira", "ana@home.example")))
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    file = address_book(tmp_path, card(*ANA, organisation="Contoso"), card(*RUI), name="more.vcf")
    shown(qtbot, screen, file)
    ana = row(screen, "Ana Ferreira")
    assert ana.section is Section.POSSIBLE
    assert ana.words.startswith("Same name as Ana Ferreira")
    assert screen.foot.go.text() == "Import 1 person"
    click_answer(qtbot, screen, "Ana Ferreira", answer)
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    named = desk.library.value("SELECT count(*) FROM person WHERE name = 'Ana Ferreira'")
    points = desk.library.value("SELECT count(*) FROM contact_point WHERE normal LIKE 'ana@%'")
    assert (named, points) == (people, emails)


def test_ticking_everything_answers_for_nobody_who_may_be_known(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    add(desk, PersonForm(name="Ana Ferreira", organisation="Fabrikam"))
    shown(qtbot, screen, address_book(tmp_path, card(*ANA, organisation="Contoso"), card(*RUI)))
    assert screen.reviewing is not None
    ana = row(screen, "Ana Ferreira")
    screen.filters.ticked.emit(True)
    assert screen.reviewing.decisions.of(ana) is Answer.OUT
    qtbot.mouseClick(screen.filters.chips[Shelf.POSSIBLE], LEFT)
    screen.filters.ticked.emit(True)
    assert screen.reviewing.decisions.of(ana) is Answer.SAME


def test_what_stands_here_stays_unless_it_is_taken(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    shown(qtbot, screen, address_book(tmp_path, card(*ANA, role="CIO")))
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    file = address_book(tmp_path, card(*ANA, role="CTO", phone="+41 44 000 00 00"), name="newer.vcf")
    shown(qtbot, screen, file)
    ana = row(screen, "Ana Ferreira")
    assert (ana.section, ana.words) == (Section.CHANGED, "Adds phone +41 44 000 00 00")
    click_take(qtbot, screen, "Ana Ferreira", "role")
    click_take(qtbot, screen, "Ana Ferreira", "role")
    assert screen.reviewing is not None
    assert screen.reviewing.choices().taken == frozenset()
    click_take(qtbot, screen, "Ana Ferreira", "role")
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert desk.library.value("SELECT role FROM person") == "CTO"


def test_an_unchanged_person_can_still_take_the_new_role(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    add(desk, PersonForm(name="Ana Ferreira", role="CIO"))
    shown(qtbot, screen, address_book(tmp_path, card("Ana Ferreira", role="CTO")))
    assert titles(screen, Section.UNCHANGED) == ["Ana Ferreira"]
    assert screen.foot.go.text() == "Nothing to import"
    click_take(qtbot, screen, "Ana Ferreira", "role")
    assert screen.foot.go.text() == "Import 1 changed person"


def test_decisions_outlive_a_change_of_the_library(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    click_tick(qtbot, screen, "Lunch")
    click_tick(qtbot, screen, "Rui Costa")
    add(desk, PersonForm(name="Yusuf Demir"))
    settle(qtbot, screen)
    assert row(screen, "Yusuf Demir").answers == (Answer.SAME, Answer.NEW, Answer.OUT)
    assert screen.foot.go.text() == "Import 1 person, 1 plan and 1 busy time"
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert count(desk.library) == 2


# Leaving


@pytest.mark.parametrize(("people", "place"), [(0, "first_run"), (1, "plan")])
def test_cancel_goes_back_with_nothing_imported(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path], people: int, place: str
) -> None:
    for _ in range(people):
        add(desk, PersonForm(name="Tobias Lindner"))
    before = dump(desk.library)
    shown(qtbot, screen, *both)
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.mouseClick(screen.foot.cancel, LEFT)
    assert wanted.args == [place]
    assert dump(desk.library) == before
    assert screen.start.isVisible()
    assert not screen.list.rows


def test_escape_leaves_the_empty_page(qtbot: QtBot, screen: ReviewScreen, desk: Desk) -> None:
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        QTest.keyClick(screen.choose, Qt.Key.Key_Escape)
    assert wanted.args == ["first_run"]


def test_a_long_read_can_be_stopped(qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path) -> None:
    before = dump(desk.library)
    big = address_book(tmp_path, *(card(f"Person {each}", f"p{each}@x.example") for each in range(30_000)))
    screen.review_files([big])
    qtbot.waitUntil(lambda: screen.work.share > 0, timeout=20_000)
    screen.work.cancel()
    settle(qtbot, screen)
    assert screen.start.isVisible()
    assert screen.reviewing is None
    assert dump(desk.library) == before


def test_a_file_that_is_no_address_book_gets_its_sentence_and_nothing_else(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path, both: tuple[Path, Path]
) -> None:
    before = dump(desk.library)
    garbage = tmp_path / "holiday.jpg"
    garbage.write_bytes(bytes(range(256)) * 40)
    with qtbot.waitSignal(desk.failed) as failed:
        screen.review_files([garbage])
    assert failed.args[0].startswith("“holiday.jpg” ")
    assert screen.start.isVisible()
    shown(qtbot, screen, *both)
    with qtbot.waitSignal(desk.failed):
        screen.review_files([garbage])
    assert len(screen.list.rows) == 6, "what was being reviewed is still there"
    assert dump(desk.library) == before


def test_a_file_with_nobody_says_so(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path) -> None:
    shown(qtbot, screen, calendar(tmp_path))
    assert screen.nothing.heading.text() == "There are no people and no meetings in these files."


# The window


def test_choosing_files(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path, both: tuple[Path, Path]) -> None:
    qtbot.mouseClick(screen.choose, LEFT)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    assert "*.vcf" in dialog.nameFilters()[0]
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    with qtbot.waitSignal(screen.work.ended):
        dialog.filesSelected.emit([str(each) for each in both])
        dialog.close()
    assert len(screen.list.rows) == 6


def test_files_dropped_on_the_window_are_reviewed(qtbot: QtBot, desk: Desk, both: tuple[Path, Path]) -> None:
    window = Window(desk, Memory(None))
    qtbot.addWidget(window)
    window.show_first()
    window.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in both])
    moved_or_copied = COPY | Qt.DropAction.MoveAction
    entering = QDragEnterEvent(window.rect().center(), moved_or_copied, mime, LEFT, PLAIN)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(window.rect().center()), moved_or_copied, mime, LEFT, PLAIN)
    dropping.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, dropping)
    assert dropping.isAccepted() and dropping.dropAction() is COPY
    screen = window.places.screen("import")
    assert isinstance(screen, ReviewScreen)
    settle(qtbot, screen)
    assert window.pages.currentWidget() is screen
    assert len(screen.list.rows) == 6


def test_the_lists_keys_do_not_leave_the_screen(qtbot: QtBot, desk: Desk, both: tuple[Path, Path]) -> None:
    window = Window(desk, Memory(None))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.places.review_files(both)
    screen = window.places.screen("import")
    assert isinstance(screen, ReviewScreen)
    settle(qtbot, screen)
    screen.list.setFocus()
    keys = (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_T)
    for key in keys:
        QTest.keyClick(screen.list, key)
    assert window.pages.currentWidget() is screen
    assert window.toast.words == ""
