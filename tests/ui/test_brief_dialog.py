"""The brief on the screen: B opens it, ticks add private things, and it is saved and printed as seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.queries.people import person_called
from planner.ui.board.menu import menu_ids
from planner.ui.board.view import WeekScreen
from planner.ui.brief.dialog import BriefDialog
from planner.ui.brief.paper import a4
from planner.ui.brief.printing import print_pages
from planner.ui.desk import Desk
from planner.ui.people.view import PeopleScreen
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import answer, keys
from tests.pdf_text import A4, Pdf
from tests.ui.dialog_hands import bare_window

SECRET = "Wonders whether to stand again"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    return bare_window(qtbot)


def brief_of(desk: Desk, parent: QWidget, *names: str, together: bool = True) -> BriefDialog:
    people = [person_called(desk.library, name).id for name in names]
    dialog = BriefDialog(desk, people, parent, together=together)
    dialog.show()
    return dialog


def saved(dialog: BriefDialog, file: Path) -> Pdf:
    dialog.save_to(file)
    assert not dialog.isVisible()
    return Pdf(file.read_bytes())


def test_what_is_saved_has_only_the_private_things_that_were_ticked(
    sample_desk: Desk, parent: QWidget, tmp_path: Path, heard: list[str]
) -> None:
    dialog = brief_of(sample_desk, parent, "Beatrix")
    first, second = dialog.private.ticks
    said = [label.said for label in dialog.private._rows]
    assert not said[0].isVisible(), "nobody reads over your shoulder what is private"
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert said[0].isVisible() and not said[1].isVisible()
    QTest.keyClick(second, Qt.Key.Key_Space)
    QTest.keyClick(second, Qt.Key.Key_Space)
    found = saved(dialog, tmp_path / "brief.pdf")
    assert (found.pages, found.sizes) == (1, {A4})
    assert SECRET in found.text
    assert "tell the others herself" not in found.text
    assert heard == ["Saved the brief as brief.pdf"] * 2


def test_saving_asks_where_and_proposes_a_name_any_disk_takes(
    sample_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = brief_of(sample_desk, parent, "Beatrix")
    assert dialog.proposed_name() == "Brief Beatrix Keller, Wed 16 September 2026.pdf"
    dialog.primary.click()
    (asking,) = dialog.findChildren(QFileDialog)
    asking.fileSelected.emit(str(tmp_path / "mine.pdf"))
    assert SECRET not in Pdf((tmp_path / "mine.pdf").read_bytes()).text


def test_where_it_cannot_be_saved_it_says_why_and_stays(
    sample_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = brief_of(sample_desk, parent, "Beatrix")
    dialog.save_to(tmp_path / "nowhere" / "brief.pdf")
    assert dialog.isVisible()
    assert "There is no folder" in dialog.problem.words
    dialog.reject()


def test_several_are_on_one_page_or_have_a_page_each(sample_desk: Desk, parent: QWidget) -> None:
    dialog = brief_of(sample_desk, parent, "Beatrix", "Luca", "Samuel")
    assert (len(dialog.pages), dialog.hint.text()) == (1, "One page A4")
    dialog.how.choose("each")
    dialog.how.chosen.emit("each")
    assert (len(dialog.pages), dialog.hint.text()) == (3, "3 pages A4")
    dialog.reject()


def test_the_page_is_shown_whole_and_zooms_by_keys(sample_desk: Desk, parent: QWidget) -> None:
    dialog = brief_of(sample_desk, parent, "Beatrix")
    preview = dialog.preview
    whole = preview.zoom
    assert preview.widget().height() <= preview.maximumViewportSize().height()
    picture = preview.grab().toImage()
    ratio = picture.devicePixelRatio()
    middle = picture.pixelColor(round(preview.width() * ratio / 2), round(60 * ratio))
    assert middle.lightnessF() > 0.99, "paper is white"
    QTest.keyClick(dialog, Qt.Key.Key_Plus)
    assert preview.zoom == pytest.approx(whole * 1.25)
    QTest.keyClick(dialog, Qt.Key.Key_Minus)
    QTest.keyClick(dialog, Qt.Key.Key_0)
    assert preview.zoom == pytest.approx(whole)
    assert "Beatrix Keller" in preview.accessibleDescription()
    dialog.reject()


def test_a_printer_gets_the_same_page_on_its_own_paper(
    sample_desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = brief_of(sample_desk, parent, "Beatrix")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(a4())
    print_pages(dialog.pages, printer)
    found = Pdf((tmp_path / "printed.pdf").read_bytes())
    assert (found.pages, found.sizes) == (1, {A4})
    assert "Beatrix Keller" in found.text and SECRET not in found.text
    dialog.reject()


def test_print_asks_which_printer_and_a_large_text_stays_in_the_window(
    sample_desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = brief_of(sample_desk, parent, "Beatrix")
    asked: list[str] = []

    def close(asking: QWidget) -> None:
        asked.append(asking.windowTitle())
        asking.close()

    answer(qtbot, close, dialog.print.click)
    answer(qtbot, close, lambda: QTest.keySequence(dialog, "Ctrl+P"))
    assert asked == ["Print the brief"] * 2
    sample_desk.theme.set_text_scale(1.5)
    assert dialog.width() <= parent.width()
    assert dialog.height() <= parent.height()
    dialog.reject()


def test_b_opens_it_on_the_board_the_people_page_and_for_a_whole_plan(
    window: Window, sample: Library, qtbot: QtBot
) -> None:
    seen: list[str] = []

    def close(dialog: QWidget) -> None:
        assert isinstance(dialog, BriefDialog)
        seen.append(dialog.windowTitle())
        dialog.reject()

    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    window.activateWindow()
    board.engage.cards.focus_row(0)
    first = board.engage.cards.tiles[0]
    board.engage.cards.setFocus()
    answer(qtbot, close, lambda: keys("B"))
    assert "brief" in menu_ids((first,))
    people = tuple(person_called(sample, name).id for name in ("Beatrix", "Luca"))
    plan = plan_conversation(sample, PlanForm(people=people, day=TODAY, purpose="The vote"), today=TODAY)
    subject = Subject(people=people[:1], plan_id=plan)
    answer(qtbot, close, lambda: window.run("brief", subject))
    screen = window.places.go("people")
    assert isinstance(screen, PeopleScreen)
    answer(qtbot, close, lambda: window.run("brief", Subject(people=people[1:])))
    assert seen == [
        "Meeting brief: Tobias Lindner",
        "Meeting brief: Beatrix Keller and Luca Steiner",
        "Meeting brief: Luca Steiner",
    ]
