"""The panel that says why somebody is not suggested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.actions.settings import set_time_aside
from planner.actions.suggest import suggest
from planner.actions.suggest_proposal import Proposal
from planner.library import Library
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.dialogs.why_not_dialog import WhyNotDialog
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.ui.dialog_hands import bare_window, enter

Key = Qt.Key


@pytest.fixture
def proposal(library: Library) -> Proposal:
    """Fifteen minutes on Wednesday, for Luca; Ana has no room, Mei-Ling was spoken to yesterday."""
    for name, ago in (("Ana Ferreira", 40), ("Luca Steiner", 32), ("Mei-Ling Zhao", 1)):
        who = add_person(library, PersonForm(name=name, rhythm_days=30), today=TODAY - timedelta(days=500))
        log_conversation(library, ConversationForm(people=(who,), day=TODAY - timedelta(days=ago)), now=NOW)
    for weekday in range(5):
        set_time_aside(library, weekday, 15 if weekday == 2 else 0)
    return suggest(library, today=TODAY, monday=TODAY)


@pytest.fixture
def panel(desk: Desk, proposal: Proposal, qtbot: QtBot) -> WhyNotDialog:
    made = WhyNotDialog(desk, bare_window(qtbot), proposal)
    made.show()
    return made


def answered(panel: WhyNotDialog, qtbot: QtBot) -> str:
    enter(panel)
    qtbot.waitUntil(lambda: not panel._work.running)
    return panel.words


def test_who_was_left_out_is_listed_first_with_the_reason(panel: WhyNotDialog, proposal: Proposal) -> None:
    (chosen,) = proposal.chosen
    assert chosen.name == "Luca Steiner"
    (hit,) = panel.list.hits
    assert hit.words == "Ana Ferreira"
    assert hit.aside.startswith("Needs 5 more minutes on Wednesday, or Luca's place")


def test_enter_says_the_smallest_change_and_what_it_costs(
    panel: WhyNotDialog, desk: Desk, qtbot: QtBot
) -> None:
    heard: list[str] = []
    desk.announced.connect(heard.append)
    assert panel.answer.isHidden()
    said = answered(panel, qtbot)
    assert said.startswith("Needs 5 more minutes on Wednesday, or Luca's place: this is worth ")
    assert said.endswith(" overdue days less.") and "Ana would take the place of Luca; the plan" in said
    assert panel.answer.isVisible() and heard == [f"Ana Ferreira: {said}"]


def test_anybody_can_be_typed(panel: WhyNotDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.typed, "mei")
    assert [hit.words for hit in panel.list.hits] == ["Mei-Ling Zhao"]
    assert answered(panel, qtbot) == "Is neither due on these days nor waiting for something you promised."
    panel.typed.setText("luca s")
    assert panel.list.hits[0].aside == "Is in the plan."
    assert answered(panel, qtbot).startswith("Luca Steiner is in the plan. Call Luca Steiner on Wed 16 Sep")
    panel.typed.setText("nobody of this name")
    before = panel.words
    assert panel.list.hits == () and answered(panel, qtbot) == before


def test_arrows_walk_while_one_types_and_a_click_answers(panel: WhyNotDialog, qtbot: QtBot) -> None:
    panel.typed.setText("e")
    names = [hit.words for hit in panel.list.hits]
    assert len(names) == 3
    qtbot.keyClick(panel.typed, Key.Key_Down)
    assert panel.list.current == 1
    qtbot.keyClick(panel.typed, Key.Key_Up)
    assert panel.list.current == 0
    panel.list.chosen.emit(2)
    qtbot.waitUntil(lambda: not panel._work.running)
    assert panel.list.current == 2 and panel.words


Opening = Callable[[WeekScreen, QtBot], None]


def by_key(board: WeekScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(board.walk.cards, Key.Key_Q)


def by_bar(board: WeekScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(board.proposing.bar.buttons["why_not"], Qt.MouseButton.LeftButton)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("opening", [by_key, by_bar])
def test_it_opens_over_the_suggestion_of_the_library_as_it_is_now(
    window: Window, qtbot: QtBot, opening: Opening
) -> None:
    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.run("suggest")
    qtbot.waitUntil(lambda: not board.proposing.work.running)
    taken = board.proposing.chosen[0].name
    board.walk.focus_here()
    qtbot.keyClick(board.walk.cards, Key.Key_Y)
    found: list[tuple[str, str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WhyNotDialog):
            dialog.typed.setText(taken)
            found.extend((hit.words, hit.aside) for hit in dialog.list.hits)
            dialog.reject()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    opening(board, qtbot)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [(taken, "Has a plan on Tue 15 Sep already.")]
    assert board.proposing.proposal is not None
