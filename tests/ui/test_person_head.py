"""A person's page: rhythm and layer are changed where they stand, and every figure opens."""

from __future__ import annotations

import re
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.repairs import begin_repair
from planner.domain.words import rhythm_words
from planner.library import Library
from planner.queries.people import layers
from planner.ui.desk import Desk
from planner.ui.widgets.in_place import InPlace
from planner.ui.widgets.text_button import TextButton
from tests.conftest import TODAY
from tests.ui.person_pages import Opener, page_opener, person_called, type_into


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    return page_opener(qtbot)


def test_the_rhythm_is_typed_in_place_and_empty_is_the_layers(
    sample_desk: Desk, sample: Library, opened: Opener
) -> None:
    beatrix = person_called(sample, "Beatrix Keller")
    screen = opened(sample_desk, beatrix)
    rhythm = screen.header.rhythm
    own = partial(sample.value, "SELECT rhythm_days FROM person WHERE id = ?", (beatrix,))
    type_into(rhythm, "3 weeks")
    screen.stream.setFocus()
    assert own() == 21 and screen.header.facts[0].text == ("Every 3 weeks", "Rhythm you chose")
    assert sample.next_labels()[0] == "Change the rhythm with Beatrix Keller"
    type_into(rhythm, "soonish")
    assert not rhythm.save() and "is not a rhythm" in rhythm.problem.words and own() == 21
    type_into(rhythm, "")
    QTest.keyClick(rhythm.editor, Qt.Key.Key_Backspace)
    assert rhythm.save() and own() is None
    assert screen.header.facts[0].text == ("Every month", "Rhythm of the layer")
    rhythm.begin()
    assert rhythm.save() and own() is None, "looking at the layer's rhythm makes it nobody's own"


@pytest.mark.parametrize("beside", ["panel", "head", "ground"])
def test_a_click_beside_a_field_saves_what_is_typed(
    beside: str, sample_desk: Desk, sample: Library, opened: Opener
) -> None:
    beatrix = person_called(sample, "Beatrix Keller")
    screen = opened(sample_desk, beatrix)
    type_into(screen.header.role, "Chair")
    side = screen.side
    grounds = {"panel": side.understanding.title, "head": screen.header, "ground": side}
    ground = grounds[beside]
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=QPoint(3, ground.height() - 3))
    assert not screen.header.role.is_open
    assert sample.value("SELECT role FROM person WHERE id = ?", (beatrix,)) == "Chair"


def test_a_rhythm_is_shown_tightened_while_trust_is_mended_and_typed_as_it_was_chosen(
    sample_desk: Desk, sample: Library, opened: Opener
) -> None:
    tobias = person_called(sample, "Tobias Lindner")
    begin_repair(sample, tobias, why="The review was late", today=TODAY)
    rhythm = opened(sample_desk, tobias).header.rhythm
    own = sample.value("SELECT rhythm_days FROM person WHERE id = ?", (tobias,))
    assert rhythm.value == (rhythm_words(own) if own else "") != rhythm.text.text()


def test_the_layer_is_chosen_in_place(sample_desk: Desk, sample: Library, opened: Opener) -> None:
    beatrix = person_called(sample, "Beatrix Keller")
    screen = opened(sample_desk, beatrix)
    screen.header.layer.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [each.text().partition("\t")[0].replace("&&", "&") for each in menu.actions()]
    assert names == [*(each.name for each in layers(sample)), "", "No layer"]
    assert [each.isChecked() for each in menu.actions()].index(True) == names.index("Board & shareholders")
    assert menu.activeAction().isChecked()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert screen.header.layer.text() == "Customers"
    assert sample.next_labels()[0] == "Move Beatrix Keller to Customers"
    sample.undo()
    assert screen.header.layer.text() == "Board & shareholders"


@pytest.mark.parametrize("name", ["Beatrix Keller", "Tobias Lindner"])
def test_every_figure_of_the_page_opens(
    name: str, sample_desk: Desk, sample: Library, opened: Opener
) -> None:
    screen = opened(sample_desk, person_called(sample, name))
    shown = [each for each in screen.side.findChildren(QWidget) if each.isVisible()]
    figures = [each for each in shown if re.search(r"\d", str(each.property("text") or ""))]
    chart = screen.side.gaps  # its bars tell the gaps one by one, and Shift+T shows all of them
    dead = [each for each in figures if not isinstance(each, QAbstractButton)]
    assert all(chart.isAncestorOf(each) for each in dead)
    opens = 0
    for figure in figures:
        if not isinstance(figure, TextButton) or not figure.isEnabled():
            continue
        figure.click()
        field = figure.parentWidget()
        if isinstance(field, InPlace):
            assert field.is_open
            field.put_back()
        elif screen.side.isAncestorOf(figure):
            assert screen.sheet.isVisible(), figure.text()
            assert screen.sheet.facts.rows or screen.sheet.foot, figure.text()
            screen.sheet.close_sheet()
            opens += 1
    assert opens >= 4
