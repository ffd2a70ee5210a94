"""The head of a lane: the layer's ring and name, and how much of the week is theirs."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.people import LayerCount
from planner.ui.board.tiles import Tile, TileKind
from planner.ui.theme import Theme
from planner.ui.widgets.ring import SWATCH, paint_swatch
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

HEIGHT = 30
NOBODY = "Nobody this week"
_GAP = 8
_KINDS = ((TileKind.PLAN, "planned"), (TileKind.DONE, "talked"), (TileKind.ASK, "to answer"))


class LaneHead(ThemedWidget):
    """A line across the days."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._hue, self._name, self._counts, self._people = "", "", "", ""

    def show_layer(self, layer: LayerCount, name: str, tiles: tuple[Tile, ...]) -> None:
        """Show a layer, and what of the week is with its people."""
        self._hue, self._name = layer.hue, name
        self._counts, self._people = counts(tiles), people_words(tiles, layer.people)
        said = (name, self._counts, self._people)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line, ring, name and counts."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setPen(QPen(palette.line, 1))
        painter.drawLine(0, 0, self.width(), 0)
        middle, size = self.height() / 2 + 1, theme.px(SWATCH)
        x = 2.0
        if self._hue:
            paint_swatch(painter, QRectF(x, middle - size / 2, size, size), self._hue, palette)
            x += size + _GAP
        top = middle - theme.line("name") / 2
        x += draw_text(painter, x, top, self._name, "name", theme, palette.ink) + _GAP
        top = middle - theme.line("caption") / 2
        draw_text(painter, x, top, self._counts, "caption", theme, palette.ink3)
        right = self.width() - one_line(theme, self._people, "caption").width - 2
        draw_text(painter, right, top, self._people, "caption", theme, palette.ink3)
        painter.end()


def counts(tiles: tuple[Tile, ...]) -> str:
    """'2 planned, 1 talked, 1 h 45', or that there is nobody."""
    found = [(sum(tile.kind is kind for tile in tiles), said) for kind, said in _KINDS]
    parts = [f"{number} {said}" for number, said in found if number]
    minutes = sum(tile.minutes for tile in tiles if tile.kind in (TileKind.PLAN, TileKind.DONE))
    parts += [words.length(minutes)] if minutes else []
    return ", ".join(parts) or NOBODY


def people_words(tiles: tuple[Tile, ...], everybody: int) -> str:
    """'3 of 8 people', '' where nobody is in the layer."""
    seen = {tile.person_id for tile in tiles}
    return f"{len(seen)} of {words.count(everybody, 'person', 'people')}" if everybody else ""
