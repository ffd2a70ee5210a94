"""A picture of every state of mock-up 13, from cards that came into it in the real window.

Set RAPPORT_STATE_PICTURES to a folder to keep them there: a file a state, light and dark, and a sheet of all
components.
"""

from __future__ import annotations

import os
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from planner.actions.people import let_rest
from planner.library import Library
from planner.ui.board.column import Column
from planner.ui.board.facts import lifted
from planner.ui.board.view import WeekScreen
from planner.ui.cards.drag_picture import drag_pixmap
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import keys
from tests.taken import taken
from tests.ui.dragging import find, hold, leave, middle_of, names
from tests.ui.gallery import Gallery
from tests.ui.pictures import shows
from tests.ui.pointer import hover

SOFIE = "Sofie Brandt"
AROUND = 9
"""Pixels around a card that belong to its picture: the ring and the tick."""


@pytest.fixture(params=["light", "dark"])
def pictured(request: pytest.FixtureRequest, window: Window) -> Board:
    """The week in the window, in light and in dark colours."""
    window.desk.theme.set_dark(request.param == "dark")
    window.activateWindow()
    screen = window.places.screen("plan")
    assert isinstance(screen, WeekScreen)
    return Board(screen, request.param)


class Board:
    """The week, and the pictures that were taken of it."""

    def __init__(self, screen: WeekScreen, colours: str) -> None:
        self.screen, self.colours = screen, colours
        self.palette = screen.desk.theme.palette
        self.pictures: dict[str, QImage] = {}

    def card(self, name: str) -> tuple[Column, QRect]:
        """A person's card: its column and where it is in the column's list."""
        column, _ = find(self.screen, name)
        return column, column.cards.card_rect(names(column).index(name)).toRect()

    def take(self, state: str, name: str = SOFIE) -> QImage:
        """Take a picture of a person's card as it is now."""
        column, card = self.card(name)
        viewport = column.cards.viewport()
        place = card.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        return self.keep(state, column.grab(place.translated(viewport.mapTo(column, QPoint(0, 0)))).toImage())

    def keep(self, state: str, picture: QImage) -> QImage:
        """Keep a picture, in the folder that was asked for too."""
        self.pictures[state] = picture
        folder = os.environ.get("RAPPORT_STATE_PICTURES")
        if folder:
            file = Path(folder) / f"{state.replace(' ', '-')}-{self.colours}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            assert picture.save(str(file))
        return picture

    def has(self, state: str, colour: QColor, least: int = 20) -> bool:
        """Whether a colour is to be seen in the picture of a state."""
        return shows(self.pictures[state], colour) >= least


def test_every_state_of_a_card_is_pictured(pictured: Board, sample: Library) -> None:
    screen, palette = pictured.screen, pictured.palette
    column, tile = find(screen, SOFIE)
    pictured.take("default")
    hover(column.cards.viewport(), middle_of(column, SOFIE))
    pictured.take("hover")
    hover(column.cards.viewport(), QPoint(1, 1))
    screen.walk.focus_key(tile.key)
    keys("Down")
    keys("Up")
    pictured.take("focus")
    keys("Space")
    pictured.take("selected")
    keys("Esc")
    screen.state.lift([tile.key], QRect(-40, -60, 154, 190))
    QTest.qWait(50)  # whatever else the window had to do comes first
    pictured.take("left behind")
    screen.state.put_down()
    theme = screen.desk.theme
    pictured.keep("dragging", drag_pixmap(theme, lifted(tile), 154, 1.0).toImage())
    pictured.keep("several dragged", drag_pixmap(theme, lifted(tile), 154, 1.0, 3).toImage())
    pictured.take("done", "Camille Roux")
    pictured.take("a question", "Hanna Weber")
    let_rest(sample, find(screen, "Priya Raman")[1].facts.person_id, TODAY + timedelta(days=16), today=TODAY)
    pictured.take("resting", "Priya Raman")
    screen.state.hold(True)
    pictured.take("disabled")
    screen.state.hold(False)
    screen.walk.focus_key(tile.key)
    with taken(sample):
        keys("Alt+Left")
    pictured.take("could not save")

    assert all(one != other for one, other in combinations(pictured.pictures.values(), 2))
    strong = [shows(pictured.pictures[each], palette.line_strong) for each in ("default", "hover")]
    assert strong[1] > strong[0] + 200
    assert pictured.has("focus", palette.accent, 200) and not pictured.has("default", palette.accent)
    assert pictured.has("selected", palette.accent_tint, 2000)
    assert pictured.has("dragging", palette.accent, 100)
    assert pictured.has("left behind", palette.paper, 5000) and not pictured.has("left behind", palette.ink)
    assert pictured.has("done", palette.paper, 5000)
    assert not pictured.has("disabled", palette.ink) and pictured.has("default", palette.ink)
    assert pictured.has("could not save", palette.overdue.ink, 300)
    assert find(screen, "Priya Raman")[1].facts.state_words == "Resting to 1 Oct"


def test_drop_targets_and_the_empty_day_are_pictured(pictured: Board, sample: Library) -> None:
    screen, palette = pictured.screen, pictured.palette
    _, kat = find(screen, "Katarzyna Wolska")
    thursday, monday = screen.area.days[3], screen.area.days[0]
    before = thursday.grab().toImage()
    hold(thursday, [kat], y=330)
    taken_in = pictured.keep("drop target", thursday.grab().toImage())
    assert taken_in != before and pictured.has("drop target", palette.accent_tint, 5000)
    leave(thursday)
    assert thursday.grab().toImage() == before
    hold(monday, [kat], y=330)
    pictured.keep("refused", monday.grab().toImage())
    assert pictured.has("refused", palette.overdue.tint, 2000)
    leave(monday)
    for _ in range(3):
        keys("PgDown")
    empty = next(day for day in screen.area.days if not names(day))
    pictured.keep("empty day", empty.grab().toImage())
    assert "Quiet days are allowed." in empty.cards.accessibleName()


@pytest.mark.parametrize("dark", [False, True])
def test_the_sheet_of_components_is_pictured(dressed: Theme, dark: bool, qtbot: object) -> None:
    dressed.set_dark(dark)
    sheet = Gallery(dressed)
    picture = sheet.grab().toImage()
    folder = os.environ.get("RAPPORT_STATE_PICTURES")
    if folder:
        assert picture.save(str(Path(folder) / f"components-{'dark' if dark else 'light'}.png"))
    for colour in (dressed.palette.accent, dressed.palette.overdue.ink, dressed.palette.due.ink):
        assert shows(picture, colour) > 100
    sheet.close()
