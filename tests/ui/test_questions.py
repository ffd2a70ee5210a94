"""The bank of questions in the window: a list at a time, saved on going to another one."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from planner.domain.angles import Angle
from planner.library import Library
from planner.queries.people import layers
from planner.queries.questions import default_questions, question_list
from planner.ui.desk import Desk
from planner.ui.dialogs.questions_dialog import QuestionsDialog


@pytest.fixture
def dialog(desk: Desk, ana: int, qtbot: QtBot) -> QuestionsDialog:
    """The dialog over everybody's questions about what people fear."""
    made = QuestionsDialog(desk, None, None, Angle.FEAR)
    qtbot.addWidget(made)
    made.show()
    return made


def test_going_to_another_list_saves_this_one(dialog: QuestionsDialog, library: Library, desk: Desk) -> None:
    first = layers(library)[0].id
    dialog.lines.show_value("What keeps you awake?\n\nWhat would you rather not hear?")
    dialog.layers[first].click()
    assert question_list(library, None, Angle.FEAR) == (
        "What keeps you awake?",
        "What would you rather not hear?",
    )
    assert dialog.lines.value().splitlines() == list(question_list(library, first, Angle.FEAR))
    assert dialog.layers[first].isChecked() and not dialog.layers[None].isChecked()
    assert not dialog.back.isEnabled()
    dialog.layers[None].click()
    assert dialog.hint.text() == "These are your own questions."
    assert library.next_labels()[0] == "Change the questions about what they fear"


def test_the_questions_of_rapport_come_back(dialog: QuestionsDialog, library: Library) -> None:
    dialog.lines.show_value("Only this one?")
    dialog.angles[Angle.CARE].click()
    dialog.angles[Angle.FEAR].click()
    assert dialog.lines.value() == "Only this one?"
    dialog.back.click()
    assert dialog.lines.value().splitlines() == list(default_questions(library, None, Angle.FEAR))
    assert question_list(library, None, Angle.FEAR) == default_questions(library, None, Angle.FEAR)


def test_nothing_changed_is_no_step(dialog: QuestionsDialog, library: Library) -> None:
    before = library.next_labels()
    dialog.angles[Angle.DECIDE].click()
    dialog.save()
    assert library.next_labels() == before and not dialog.isVisible()
