"""What a drop would do stays readable while a card hangs over the words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from planner.ui.blending import desktop_blends
from planner.ui.board.drag_hint import DragHint
from planner.ui.board.tiles import Slot
from planner.ui.board.view import WeekScreen
from planner.ui.cards.drag_picture import drag_margin
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from tests.ui.dragging import find, hold, leave, shown_board
from tests.ui.week_plans import day

CARD = QRect(-40, -60, 154, 190)
"""A card held at its middle, seen from the pointer."""


def hint(board: WeekScreen) -> DragHint:
    (found,) = board.findChildren(DragHint)
    return found


def test_the_words_stand_beside_the_card_that_hides_them(sample_desk: Desk, qtbot: QtBot) -> None:
    board = shown_board(sample_desk, qtbot)
    _, kat = find(board, "Katarzyna Wolska")
    board.state.lift([kat.key], CARD)
    thursday = day(board, 3)
    offer = hold(thursday, [kat], y=330)
    assert offer is not None and hint(board).isVisible()
    assert hint(board).slot == offer.slot._replace(height=0)
    pointer = thursday.mapToGlobal(QPoint(thursday.width() // 2, 330))
    ghost = CARD.translated(pointer)
    place = QRect(hint(board).mapToGlobal(QPoint(0, 0)), hint(board).size())
    assert not place.intersects(ghost) and abs(place.bottom() - ghost.top()) < 12
    leave(thursday)
    assert not hint(board).isVisible()


def test_words_that_are_seen_are_not_said_twice(sample_desk: Desk, qtbot: QtBot) -> None:
    board = shown_board(sample_desk, qtbot)
    _, kat = find(board, "Katarzyna Wolska")
    board.state.lift([kat.key], QRect(200, 0, 154, 190))
    assert hold(day(board, 3), [kat], y=330) is not None
    assert not board.findChildren(DragHint) or not hint(board).isVisible()


def test_a_refusal_is_readable_too_and_goes_with_the_drag(sample_desk: Desk, qtbot: QtBot) -> None:
    board = shown_board(sample_desk, qtbot)
    _, kat = find(board, "Katarzyna Wolska")
    board.state.lift([kat.key], CARD)
    hold(day(board, 0), [kat], y=330)
    said = hint(board).slot
    assert said is not None and said.refused and said.title == "Monday has passed"
    board.state.put_down()
    assert not hint(board).isVisible()


def test_the_note_goes_below_where_there_is_no_room_above(
    dressed: Theme, sample_desk: Desk, qtbot: QtBot
) -> None:
    board = shown_board(sample_desk, qtbot)
    note = DragHint(dressed, board)
    ghost = QRect(board.mapToGlobal(QPoint(1230, 4)), CARD.size())
    note.say(Slot(title="10:30, 30 m", words="Free until noon."), ghost, ghost)
    assert note.isVisible() and note.y() > 190
    assert note.geometry().right() <= board.width()
    note.say(None, QRect(), QRect())
    assert not note.isVisible()


def test_a_card_has_a_shadow_only_where_the_desktop_can_blend_it(dressed: Theme) -> None:
    assert desktop_blends() and drag_margin(dressed) > 0
    if not shutil.which("Xvfb"):
        return
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        environment = os.environ | {
            "DISPLAY": f":{server.stdout.readline().strip()}",
            "QT_QPA_PLATFORM": "xcb",
        }
        code = (
            "from PySide6.QtGui import QGuiApplication; a = QGuiApplication([]);"
            "from planner.ui.blending import desktop_blends; print(desktop_blends())"
        )
        told = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        assert told.stdout.strip() == "False", "a bare X server has no compositing manager"
    finally:
        server.terminate()
        server.communicate()
