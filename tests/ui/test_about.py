"""All that is kept about somebody in the window: private entries after a question, saved as seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.queries.about import about_person
from planner.queries.about_told import document
from planner.queries.people import person_called
from planner.ui.about.dialog import AboutDialog
from planner.ui.about.page import about_pdf
from planner.ui.commands import BY_ID
from planner.ui.desk import Desk
from planner.ui.people.wishes import people_menu
from planner.ui.person.header import PersonHeader
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import answer
from tests.pdf_text import A4, Pdf
from tests.ui.dialog_hands import bare_window

SECRET = "Wonders whether to stand again"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    return bare_window(qtbot)


def dialog_of(desk: Desk, parent: QWidget, name: str) -> AboutDialog:
    dialog = AboutDialog(desk, person_called(desk.library, name).id, parent)
    dialog.show()
    return dialog


def test_private_entries_come_after_the_question(sample_desk: Desk, parent: QWidget) -> None:
    dialog = dialog_of(sample_desk, parent, "Beatrix")
    assert dialog.private.isVisible()
    assert "2 entries marked private" in dialog.private.text()
    text = dialog.text.toPlainText()
    assert "Chair of the Board" in text and "The June board paper" in text
    assert SECRET not in text
    QTest.keyClick(dialog.private, Qt.Key.Key_Space)
    assert SECRET in dialog.text.toPlainText()
    dialog.reject()


def test_it_is_saved_as_pdf_text_and_json(
    sample_desk: Desk, parent: QWidget, tmp_path: Path, heard: list[str]
) -> None:
    for name in ("b.pdf", "b.txt", "b.json"):
        dialog = dialog_of(sample_desk, parent, "Beatrix")
        dialog.save_to(tmp_path / name)
        assert not dialog.isVisible()
    pdf = Pdf((tmp_path / "b.pdf").read_bytes())
    assert pdf.sizes == {A4}
    assert all(pdf.fonts().values())
    assert "What is kept about Beatrix Keller" in pdf.text and SECRET not in pdf.text
    assert "The June board paper" in (tmp_path / "b.txt").read_text("utf-8")
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))["left_out"] == 2
    assert heard[0] == "Saved what you keep about Beatrix as b.pdf"


def test_every_chapter_is_on_paper_and_no_heading_alone_at_the_foot_of_a_page(sample_desk: Desk) -> None:
    for name in ("Beatrix", "Luca"):
        person = person_called(sample_desk.library, name).id
        kept = about_person(sample_desk.library, person, TODAY, private=True)
        told = document(kept, "")
        titles = {chapter.title for chapter in told.chapters}
        found = Pdf(about_pdf(told))
        assert [each for each in titles if each not in found.text] == []
        assert told.chapters[-1].entries[-1].said[-1].words in found.text
        for page in found.reader.pages:
            lines = [" ".join(line.split()) for line in page.extract_text().splitlines()]
            written = [line for line in lines if line and not line.startswith("page ")]
            assert written[-1] not in titles, (name, written[-1])


def test_where_nothing_is_private_nothing_is_asked(library: Library, desk: Desk, parent: QWidget) -> None:
    add_person(library, PersonForm(name="Ana <b>Ferreira</b>"), today=TODAY)
    dialog = dialog_of(desk, parent, "Ana")
    assert not dialog.private.isVisible()
    assert "Ana <b>Ferreira</b>" in dialog.text.toPlainText()
    document = dialog.text.document()
    assert document.resource(QTextDocument.ResourceType.ImageResource.value, "file:///etc/hostname") is None
    dialog.reject()


def test_the_menus_of_one_person_offer_it(window: Window, sample: Library, qtbot: QtBot) -> None:
    beatrix, luca = (person_called(sample, name).id for name in ("Beatrix", "Luca"))
    words = BY_ID["about"].words
    one, two = (people_menu(window.desk, people, window) for people in ([beatrix], [beatrix, luca]))
    assert words in [each.text() for each in one.actions()]
    assert words not in [each.text() for each in two.actions()]
    window.places.show_person(beatrix)
    header = window.findChild(PersonHeader)
    assert header is not None and "about" in header.menu_ids() and "brief" in header.menu_ids()
    seen: list[str] = []

    def close(dialog: QWidget) -> None:
        seen.append(dialog.windowTitle())
        dialog.close()

    window.activateWindow()
    answer(qtbot, close, lambda: window.run("about", Subject(people=(beatrix,))))
    assert seen == ["What you keep about Beatrix Keller"]
