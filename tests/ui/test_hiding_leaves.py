"""While names are hidden, whatever leaves the window has initials: files, papers, pictures and copies."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.queries.cadence.page import Part
from planner.queries.people import person_called
from planner.ui.about.dialog import AboutDialog
from planner.ui.brief.dialog import BriefDialog
from planner.ui.brief.printing import print_pages, printer_for_a4
from planner.ui.cadence.view import CadenceScreen
from planner.ui.charts.printing import new_printer, paint_page
from planner.ui.charts.saving import picture, save_picture
from planner.ui.commitments.list import CommitmentsList
from planner.ui.desk import Desk
from planner.ui.exporting.dialog import ExportDialog
from planner.ui.exporting.kinds import KINDS
from planner.ui.frame.hiding import Hiding, switch
from planner.ui.person.rows import PointRow
from planner.ui.person.stream_view import StreamView
from planner.ui.screen import Subject
from planner.ui.timeline.view import TimelineScreen
from planner.ui.window import Window
from tests.pdf_text import Pdf
from tests.telling import tell_all, told, words_of
from tests.ui.cadence_screens import cadence_screen
from tests.ui.dialog_hands import bare_window
from tests.ui.person_pages import page_opener

Hide = Callable[[Desk], None]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    return bare_window(qtbot)


@pytest.fixture
def hide() -> Iterator[Hide]:
    """Hides names on a desk, and shows them again in the end."""
    desks: list[Desk] = []

    def hide_on(desk: Desk) -> None:
        switch(desk)
        desks.append(desk)

    yield hide_on
    for desk in desks:
        assert desk.findChild(Hiding) is not None
        switch(desk)


@pytest.mark.parametrize("key", [kind.key for kind in KINDS])
def test_the_dialog_says_that_the_file_has_initials_and_writes_it(
    key: str, sample_desk: Desk, parent: QWidget, hide: Hide, tmp_path: Path, qtbot: QtBot
) -> None:
    """P21: each kind of the export dialog, once with names and once without."""
    tell_all(sample_desk.library)
    for hidden in (False, True):
        if hidden:
            hide(sample_desk)
        dialog = ExportDialog(sample_desk, Subject(), parent)
        dialog.kinds.choose(key)
        dialog.where.propose(dialog.choosing.proposed_path(tmp_path))
        dialog.show()
        assert dialog.hidden.isVisible() == hidden
        assert dialog.hidden.words.startswith("Names are hidden: the file will show initials")
        assert ("with initials" in dialog.where.path.name) == hidden
        with qtbot.waitSignal(dialog.accepted):
            dialog.save()
        found = told(sample_desk.library, words_of(dialog.where.path))
        assert found == set() if hidden else "Zaphodine" in found


def test_what_cannot_be_read_back_says_how_to_keep_all_of_it(
    sample_desk: Desk, parent: QWidget, hide: Hide
) -> None:
    hide(sample_desk)
    dialog = ExportDialog(sample_desk, Subject(), parent)
    dialog.kinds.choose("everything")
    assert dialog.hidden.words.endswith(
        "cannot be imported again. To keep all of it, show names first (Ctrl Shift H)."
    )
    assert dialog.hidden.accessibleName() == dialog.hidden.words
    dialog.reject()


@pytest.mark.parametrize("private", [False, True])
def test_all_that_is_kept_about_somebody(
    private: bool, sample_desk: Desk, parent: QWidget, hide: Hide, tmp_path: Path
) -> None:
    """P21: the document about somebody as PDF, text and JSON, in its title and in its file's name."""
    who = tell_all(sample_desk.library)
    for hidden in (False, True):
        if hidden:
            hide(sample_desk)
        for name in ("a.pdf", "a.txt", "a.json"):
            dialog = AboutDialog(sample_desk, who, parent)
            dialog.private.setChecked(private)
            dialog.show()
            shown = dialog.text.toPlainText() + dialog.windowTitle() + dialog.private.text()
            dialog.save_to(tmp_path / name)
            found = told(sample_desk.library, shown + all_of(tmp_path / name))
            assert found == set() if hidden else "Zaphodine" in found
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["names"] == "initials"
    said = (tmp_path / "a.txt").read_text("utf-8")
    assert said.startswith("What is kept about Dr. Z. Q.\nAll that H. V. keeps about Dr. Z. Q. in Rapport")
    assert "Initials stand for names; pictures, birthdays and ways to reach people are left out." in said


def test_a_name_for_the_file_has_initials(sample_desk: Desk, parent: QWidget, hide: Hide) -> None:
    who = tell_all(sample_desk.library)
    hide(sample_desk)
    about = AboutDialog(sample_desk, who, parent)
    about.show()
    about.save()
    asked = about.findChild(QFileDialog)
    assert asked is not None
    assert [Path(each).name for each in asked.selectedFiles()] == ["About Dr. Z. Q.pdf"]
    asked.reject()
    about.reject()
    brief = BriefDialog(sample_desk, [who], parent)
    assert brief.proposed_name().startswith("Brief Dr. Z. Q., ")
    brief.reject()


def test_a_meeting_brief(sample_desk: Desk, parent: QWidget, hide: Hide, tmp_path: Path) -> None:
    """P21: the brief as a PDF, its title too, and what goes to a printer."""
    who = tell_all(sample_desk.library)
    beatrix = person_called(sample_desk.library, "Beatrix").id
    for hidden in (False, True):
        if hidden:
            hide(sample_desk)
        dialog = BriefDialog(sample_desk, [beatrix, who], parent, together=False)
        dialog.show()
        printer = printer_for_a4()
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        print_pages(dialog.pages, printer)
        dialog.save_to(tmp_path / "saved.pdf")
        for name in ("saved.pdf", "printed.pdf"):
            found = told(sample_desk.library, all_of(tmp_path / name))
            assert found == set() if hidden else "Keller" in found


@pytest.fixture
def cadence(window: Window, qtbot: QtBot) -> CadenceScreen:
    return cadence_screen(window, qtbot)


def test_charts_as_pictures_and_on_paper(cadence: CadenceScreen, hide: Hide, tmp_path: Path) -> None:
    """P21: the words on the printed page, and pictures that change with them."""
    taken: list[tuple[set[str], str, QImage]] = []
    for hidden in (False, True):
        if hidden:
            hide(cadence.desk)
        draw, size, name = cadence.taking.drawing(None)
        save_picture(draw, size, tmp_path / "a.svg", name)
        printer = new_printer(cadence.taking.title())
        printer.setOutputFileName(str(tmp_path / "a.pdf"))
        paint_page(printer, cadence.taking.draw_paper)
        shapes = (tmp_path / "a.svg").read_text("utf-8")
        found = told(cadence.desk.library, all_of(tmp_path / "a.pdf") + " ".join(texts_of(shapes)))
        taken.append((found, shapes, picture(draw, size)))
    (named, shapes, image), (unnamed, other_shapes, other_image) = taken
    assert {"Luca", "Camille"} <= named
    assert unnamed == set()
    assert shapes != other_shapes
    assert image != other_image


def test_figures_that_are_copied(cadence: CadenceScreen, window: Window, hide: Hide) -> None:
    """P21: the clipboard, after copying the figures of every chart and the timeline's table."""
    window.run("go_timeline")
    timeline = window.places.screen("timeline")
    assert isinstance(timeline, TimelineScreen)
    timeline.show_table(True)
    for hidden in (False, True):
        if hidden:
            hide(window.desk)
        for part in cadence.sheet.panels:
            found = told(window.desk.library, copied(lambda part=part: cadence.taking.copy_data(part)))
            assert not (hidden and found)
        found = told(window.desk.library, copied(timeline.table.copy))
        assert found == set() if hidden else "Beatrix Keller" in found


def test_an_address_is_copied_whole_or_not_at_all(sample_desk: Desk, hide: Hide, qtbot: QtBot) -> None:
    who = tell_all(sample_desk.library)
    failed: list[str] = []
    sample_desk.failed.connect(failed.append)
    opener = page_opener(qtbot)
    screen = opener(sample_desk, who)
    row = next(each for each in screen.findChildren(PointRow) if each.point.value == "zq@quux.example")
    assert copied(row.click) == "zq@quux.example"
    hide(sample_desk)
    assert copied(row.click) == ""
    assert failed == ["Names are hidden now, so nothing was copied. Show them first (Ctrl Shift H)."]


@pytest.mark.parametrize("place", ["commitments", "person"])
def test_rows_of_lists_that_are_copied(place: str, window: Window, hide: Hide, qtbot: QtBot) -> None:
    """P21: Ctrl+C in a list takes what the row says aloud."""
    if place == "person":
        window.places.show_person(person_called(window.desk.library, "Beatrix Keller").id)
    else:
        window.places.go(place)
    views = [each for each in window.findChildren(QListView) if each.isVisible() and each.model().rowCount()]
    (view,) = [each for each in views if isinstance(each, CommitmentsList | StreamView)]

    def every_row() -> str:
        return "\n".join(
            copied(lambda row=row: copy_row(view, row)) for row in range(view.model().rowCount())
        )

    assert told(window.desk.library, every_row())
    hide(window.desk)
    assert every_row().count("\n") > 5
    assert told(window.desk.library, every_row()) == set()


def test_menus_that_name_somebody(cadence: CadenceScreen, hide: Hide) -> None:
    spot = cadence.sheet.begun.spots[0]
    assert f"Show only {spot.name}" in words_in(cadence.taking.menu(Part.BEGUN, spot))
    hide(cadence.desk)
    said = words_in(cadence.taking.menu(Part.BEGUN, spot))
    assert told(cadence.desk.library, " ".join(said)) == set()
    assert "Show only C. R." in said


def words_in(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions()]


def copy_row(view: QListView, row: int) -> None:
    """Press Ctrl+C on a row."""
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def copied(copy: Callable[[], object]) -> str:
    """What is on the clipboard after this alone."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    copy()
    return clipboard.text()


def all_of(file: Path) -> str:
    """All words of a file; of a PDF also its title."""
    if file.suffix != ".pdf":
        return words_of(file)
    pdf = Pdf(file.read_bytes())
    return f"{pdf.text} {pdf.reader.metadata}"


def texts_of(shapes: str) -> list[str]:
    """The words that a drawing has as words."""
    return re.findall(r"<(?:text|title|desc)[^>]*>([^<]*)", shapes)
