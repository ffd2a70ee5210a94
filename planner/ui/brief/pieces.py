"""The pieces of a page: paragraphs, ticks, bullets, rows and people; each knows its height."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.queries.brief_sections import Around, Line
from planner.ui.brief.type import BODY, CAPTION, MUTED, STRONG, Face, Paragraph, Run, paper
from planner.ui.widgets.avatar import paint_avatar

_AVATAR = 28.0


class Piece(Protocol):
    """Something on the page."""

    @property
    def height(self) -> float:
        """With the space below it."""

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with its top left at (x, y)."""


Make = Callable[[float, int], Piece]
"""Makes a piece of a width, with at most this many lines of text."""


class Hung(NamedTuple):
    """A paragraph with something before it, in its own column."""

    text: Paragraph
    indent: float
    mark: Callable[[QPainter, float, float], None]
    below: float

    @property
    def height(self) -> float:
        """The text and the space below it."""
        return self.text.height + self.below

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """The mark, then the text beside it."""
        self.mark(painter, x, y)
        self.text.paint(painter, x + self.indent, y)


def paragraph(text: str, face: Face = BODY, below: float = 0) -> Make:
    """Plain text."""
    return lambda width, lines: Hung(Paragraph([(text, face)], width, lines), 0, _nothing, below)


def caption(text: str) -> Make:
    """A small heading over a list."""
    return lambda width, _lines: Hung(Paragraph([(text, CAPTION)], width, 1), 0, _nothing, 3)


def tick(line: Line) -> Make:
    """Something to tick off with a pen, what it is in bold."""
    return lambda width, lines: Hung(Paragraph(_runs(line), width - 18, lines), 18, _box, 4)


def bullet(line: Line) -> Make:
    """A dated fact, or a question."""
    return lambda width, lines: Hung(Paragraph(_runs(line), width - 14, lines), 14, _dot, 4)


def row(line: Line, label_width: float, *, strong: bool = False) -> Make:
    """A label and what belongs to it beside."""

    def made(width: float, lines: int) -> Piece:
        label = Paragraph([(line.lead, STRONG if strong else MUTED)], label_width - 6, 1)
        text = Paragraph([(line.text, BODY)], width - label_width, lines)
        return Hung(text, label_width, label.paint, 5)

    return made


def more(number: int, indent: float = 14) -> Make:
    """What was left out of a list, in words."""
    return lambda width, _lines: Hung(
        Paragraph([(f"and {number} more", CAPTION)], width - indent, 1), indent, _nothing, 3
    )


def somebody(person: Around) -> Make:
    """A face, a name with where they work, and how they belong together."""

    def made(width: float, lines: int) -> Piece:
        name = Face(12, 15, 600)
        works = f", {person.organisation}" if person.organisation else ""
        room = width - _AVATAR - 10
        first = Paragraph([(person.name, name), (works, Face(12, 15, colour="ink3"))], room, 1)
        second = Paragraph([(person.how, Face(12, 15, colour="ink2"))], room, max(1, lines - 1))
        return _Somebody(person, first, second)

    return made


class _Somebody(NamedTuple):
    person: Around
    first: Paragraph
    second: Paragraph

    @property
    def height(self) -> float:
        return max(_AVATAR, self.first.height + self.second.height) + 7

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        who = self.person
        paint_avatar(painter, QRectF(x, y + 1, _AVATAR, _AVATAR), who.initials, who.hue, paper())
        self.first.paint(painter, x + _AVATAR + 10, y)
        self.second.paint(painter, x + _AVATAR + 10, y + self.first.height)


class Band(NamedTuple):
    """How far the facts of trust carry: an interval with its likeliest place, never a number."""

    width: float
    low: float
    likely: float
    high: float
    stage: str

    @property
    def height(self) -> float:
        """The bar and its words."""
        return 47

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """The line from early to deep, the band on it, the likeliest place, and the words below."""
        colours, room = paper(), self.width - 4
        painter.setPen(QPen(colours.line_strong, 1))
        painter.drawLine(QPointF(x + 2, y + 14), QPointF(x + 2 + room, y + 14))
        painter.setPen(QPen(colours.ink3, 1))
        painter.setBrush(colours.sunken)
        left, right = x + 2 + room * self.low, x + 2 + room * self.high
        painter.drawRoundedRect(QRectF(left, y + 5, max(8.0, right - left), 18), 4, 4)
        painter.setPen(QPen(colours.ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        at = x + 2 + room * self.likely
        painter.drawLine(QPointF(at, y + 5), QPointF(at, y + 23))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stage = Paragraph([(self.stage, CAPTION)], self.width, 1)
        Paragraph([("early", CAPTION)], self.width, 1).paint(painter, x, y + 27)
        stage.paint(painter, x + (self.width - stage.wide) / 2, y + 27)
        Paragraph([("deep", CAPTION)], self.width, 1, align_right=True).paint(painter, x, y + 27)


def band(low: float, likely: float, high: float, stage: str) -> Make:
    """The drawing of trust."""
    return lambda width, _lines: Band(width, low, likely, high, stage)


def _runs(line: Line) -> list[Run]:
    if not line.lead:
        return [(line.text, BODY)]
    glue = "" if line.text[:1] in (",", "") else " "
    return [(line.lead, STRONG), (glue + line.text, BODY)]


def _nothing(_painter: QPainter, _x: float, _y: float) -> None:
    pass


def _dot(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper().ink2)
    painter.drawEllipse(QRectF(x + 1, y + 7, 4, 4))


def _box(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(paper().ink2, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(x + 0.6, y + 3.6, 9.8, 9.8), 2, 2)
