"""P17 on screens and paper: what people wrote is shown literally and harmlessly, however strange it is."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.queries.about import about_person
from planner.queries.about_told import document
from planner.queries.meeting_brief import meeting_brief
from planner.ui.about.dialog import AboutDialog
from planner.ui.about.page import about_pdf
from planner.ui.brief.dialog import BriefDialog
from planner.ui.brief.page import pages
from planner.ui.brief.paper import pdf
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.dialogs.plan_dialog import PlanDialog
from planner.ui.frame.places import _MAKERS
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.pdf_text import A4, Pdf
from tests.safety.hostile import HOSTILE, fill
from tests.ui.conftest import _wardrobe, dressed, open_window

__all__ = ["_wardrobe", "dressed", "open_window"]

SLOW = 3.0
"""Seconds of work that no screen may need for any of these."""


def harmless(found: Pdf, data: bytes) -> None:
    """A PDF that can do nothing: no link, no script, no file inside, nothing fetched."""
    for doing in (b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/AcroForm", b"/GoToR"):
        assert doing not in data, doing
    assert not any(
        0x202A <= ord(letter) <= 0x202E or 0x2066 <= ord(letter) <= 0x2069 for letter in found.text
    )


@pytest.mark.parametrize("kind", HOSTILE)
def test_paper_shows_it_literally(library: Library, dressed: Theme, kind: str) -> None:
    person = fill(library, HOSTILE[kind])
    data = pdf(pages(meeting_brief(library, [person], TODAY), together=True), "Brief")
    found = Pdf(data)
    assert (found.pages, found.sizes) == (1, {A4})
    harmless(found, data)
    if len(HOSTILE[kind]) > 1_000:
        return  # hundreds of pages, which the test would read back for minutes
    whole = about_pdf(document(about_person(library, person, TODAY, private=True), ""))
    harmless(Pdf(whole), whole)
    if kind in ("steering", "nul"):
        assert not re.search("[\x00-\x08\x0e-\x1f]", found.text + Pdf(whole).text), "not even a box"
    if kind == "markup":
        assert "<b>Ana</b> <img" in found.text
        assert '<b>Ana</b> <img src="file:///etc/passwd"> <script>alert(1)</script> &amp; %s {0}' in (
            Pdf(whole).text.replace("ˮ", '"')
        )


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_screen_shows_it_literally_and_soon(
    library: Library, open_window: Callable[[Library], Window], kind: str
) -> None:
    person = fill(library, HOSTILE[kind])
    window = open_window(library)
    slow = {}
    for place in _MAKERS:
        begun = time.process_time()
        if place == "person":
            window.places.show_person(person)
        else:
            window.places.go(place)
        settle()
        window.grab()
        slow[place] = time.process_time() - begun
        assert list(read_as_markup(window)) == [], place
    assert max(slow.values()) < SLOW, slow


@pytest.mark.parametrize("kind", ["markup", "marks", pytest.param("long", marks=pytest.mark.long)])
def test_every_dialog_shows_it_literally_and_soon(
    library: Library, open_window: Callable[[Library], Window], qtbot: QtBot, kind: str
) -> None:
    person = fill(library, HOSTILE[kind])
    window = open_window(library)
    desk, subject = window.desk, Subject(people=(person,))
    makers: tuple[Callable[[], QWidget], ...] = (
        lambda: PersonDialog(desk, person, window),
        lambda: PlanDialog(desk, subject, window),
        lambda: LogDialog(desk, subject, window),
        lambda: BriefDialog(desk, [person], window),
        lambda: AboutDialog(desk, person, window),
    )
    for make in makers:
        begun = time.process_time()
        dialog = make()
        dialog.show()
        settle()
        dialog.grab()
        assert list(read_as_markup(dialog)) == [], type(dialog).__name__
        assert time.process_time() - begun < SLOW, type(dialog).__name__
        dialog.close()


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_the_window_says_and_is_told_is_literal(
    library: Library, open_window: Callable[[Library], Window], kind: str
) -> None:
    """The toast, the sentence at the top, the history's buttons and the universal field."""
    fill(library, HOSTILE[kind])
    window = open_window(library)
    begun = time.process_time()
    window.desk.said.emit(f"Saved {HOSTILE[kind]}", True)
    window.desk.failed.emit(f"{HOSTILE[kind]} cannot be saved.")
    window.desk.undo()
    window.desk.redo()
    window.run("field")
    settle()
    field = window.field.findChild(QLineEdit)
    assert field is not None
    field.setText(HOSTILE[kind][:20_000])
    settle()
    window.grab()
    window.field.grab()
    assert list(read_as_markup(window)) == []
    assert time.process_time() - begun < 2 * SLOW


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def read_as_markup(ground: QWidget) -> Iterator[tuple[str, str]]:
    """Whatever Qt would read as HTML in a label, a tooltip or a text, and fetch pictures for."""
    for widget in [ground, *ground.findChildren(QWidget)]:
        plain = not isinstance(widget, QLabel) or widget.textFormat() is Qt.TextFormat.PlainText
        if isinstance(widget, QLabel) and not plain and Qt.mightBeRichText(widget.text()):
            yield "label", widget.text()[:80]
        if is_markup(widget.toolTip()):
            yield "tooltip", widget.toolTip()[:80]
        if isinstance(widget, QTextEdit) and "<img" in widget.toHtml():
            yield "text", widget.toHtml()[:80]
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            for row in range(model.rowCount()):
                told = model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
                if isinstance(told, str) and is_markup(told):
                    yield "tooltip of a row", told[:80]


def is_markup(tooltip: str) -> bool:
    """Whether a tooltip has markup of its own: one that we made literal is escaped within <qt>."""
    inner = tooltip.removeprefix("<qt>").removesuffix("</qt>")
    return Qt.mightBeRichText(inner) if inner == tooltip else "<" in inner.replace("<br>", "")
