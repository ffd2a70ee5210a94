"""Painting the table of columns: a row a column, with its first values and what it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from planner.actions.imports.columns import Meaning
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text

ROW, HEAD = 46, 34
_PAD, _GAP = 16, 16
_NAME_SHARE, _NAME_LEAST = 0.27, 120
_CHOOSER, _CHOOSER_LEAST_SHARE, _CHOOSER_HEIGHT = 210, 0.34, 30
_CARET = 12
_BETWEEN = "   ·   "
_QUIET = (Meaning.KEPT, Meaning.NOTHING)
HEADINGS = ("Column", "First values", "Becomes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the three parts of a row lie."""

    name: QRectF
    values: QRectF
    chooser: QRectF


def places(theme: Theme, row: QRectF) -> Places:
    """Part a row, or the heading of the table, into its three parts."""
    left, right = row.left() + _PAD, row.right() - _PAD
    chooser = min(theme.px(_CHOOSER), (right - left) * _CHOOSER_LEAST_SHARE)
    name = max(min(theme.px(_NAME_LEAST), row.width() / 4), row.width() * _NAME_SHARE)
    height = theme.px(_CHOOSER_HEIGHT)
    top = round(row.center().y() - height / 2)
    begin = left + name + _GAP
    return Places(
        name=QRectF(left, row.top(), name, row.height()),
        values=QRectF(begin, row.top(), max(1.0, right - chooser - _GAP - begin), row.height()),
        chooser=QRectF(right - chooser, top, chooser, height),
    )


def paint_head(painter: QPainter, row: QRectF, theme: Theme) -> None:
    """Draw what stands above the columns."""
    where = places(theme, row)
    top = row.center().y() - theme.line("caption") / 2
    for place, text in zip((where.name, where.values, where.chooser), HEADINGS, strict=True):
        draw_text(painter, place.left(), top, text, "caption", theme, theme.palette.ink3, place.width())


def paint_row(
    painter: QPainter,
    row: QRectF,
    heading: str,
    values: tuple[str, ...],
    meaning: Meaning,
    theme: Theme,
    *,
    hovered: bool,
    open_: bool,
) -> None:
    """Draw a column; `hovered` says that the pointer is on its chooser, `open_` that its menu is open."""
    palette, where = theme.palette, places(theme, row)
    quiet = meaning in _QUIET
    middle = row.center().y()
    ink = palette.ink3 if meaning is Meaning.NOTHING else palette.ink
    top = middle - theme.line("name") / 2
    draw_text(painter, where.name.left(), top, heading, "name", theme, ink, where.name.width())
    top = middle - theme.line("why") / 2
    said = _BETWEEN.join(values) or "Nothing in it"
    colour = palette.ink3 if quiet or not values else palette.ink2
    draw_text(painter, where.values.left(), top, said, "why", theme, colour, where.values.width())
    _paint_chooser(painter, where.chooser, meaning, theme, hovered=hovered, open_=open_)


def _paint_chooser(
    painter: QPainter, rect: QRectF, meaning: Meaning, theme: Theme, *, hovered: bool, open_: bool
) -> None:
    palette = theme.palette
    quiet = meaning in _QUIET
    line = palette.accent if open_ else palette.ink3 if hovered else palette.line_strong
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(palette.hover if hovered and not open_ else palette.surface)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    caret = theme.px(_CARET)
    room = rect.width() - caret - 30
    top = rect.center().y() - theme.line("body") / 2
    ink = palette.ink3 if quiet else palette.ink
    draw_text(painter, rect.left() + 11, top, meaning.value, "body", theme, ink, room)
    place = QRectF(rect.right() - caret - 10, round(rect.center().y() - caret / 2), caret, caret)
    icons.draw(painter, place, "down", palette.ink2)
