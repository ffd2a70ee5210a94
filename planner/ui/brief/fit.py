"""Fits sections into a room: fewer lines, then shorter lists, at last fewer sections; never too much.

What room is left then gives entries that were cut one line more, the first ones first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.ui.brief.pieces import Make, Piece, caption, more
from planner.ui.brief.type import HEADING, Paragraph, paper

_ABOVE, _BELOW_TITLE, _BELOW, _CLOSER = 8.0, 6.0, 14.0, 8.0
_RULE = 1.5
_AT_EASE, _SHORT = 3, 2
"""How many lines an entry may take while there is room, and before lists become shorter."""


class Listed(NamedTuple):
    """Entries of one kind under a small caption ('' for none): at most `most`, `least` where room is short.

    Where `tells`, it is said how many more there are.
    """

    entries: tuple[Make, ...]
    most: int = 100
    least: int = 1
    caption: str = ""
    tells: bool = True
    indent: float = 14


class Section(NamedTuple):
    """A heading and what stands below it; one without a heading has no rule above it either."""

    title: str
    lists: tuple[Listed, ...]


class Placed(NamedTuple):
    """A section laid out: its pieces, each with how far below the top it stands."""

    title: str
    pieces: tuple[tuple[float, Piece], ...]
    height: float
    width: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Rule, heading, pieces."""
        if self.title:
            painter.fillRect(QRectF(x, y, self.width, _RULE), paper().ink)
            Paragraph([(self.title, HEADING)], self.width, 1).paint(painter, x, y + _ABOVE)
        for down, piece in self.pieces:
            piece.paint(painter, x, y + down)


class Column(NamedTuple):
    """Sections below each other."""

    sections: tuple[Placed, ...]

    @property
    def height(self) -> float:
        """All of them, with the space below the last."""
        return sum(each.height for each in self.sections)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint them with the top left at (x, y)."""
        for each in self.sections:
            each.paint(painter, x, y)
            y += each.height


def fitted(sections: Sequence[Section], width: float, room: float) -> Column:
    """As much as fits: fewer lines, then fewer entries of the longest list, then one line; sections last.

    Then, where there is room for it, one line more for each entry.
    """
    wanted = [each for each in sections if any(listed.entries for listed in each.lists)]
    fitting = _Fitting(wanted, width)
    lines = _AT_EASE
    column = fitting.column(lines)
    if column.height > room:
        lines = _SHORT
        column = fitting.column(lines)
    while column.height > room and fitting.one_less():
        column = fitting.column(lines)
    if column.height > room:
        lines = 1
        column = fitting.column(lines)
    if column.height <= room:
        return fitting.eased(lines, room)
    while column.sections and column.height > room:
        column = Column(column.sections[:-1])
    return column


class _Fitting:
    """Sections whose lists become shorter step by step; a piece is laid out once."""

    def __init__(self, sections: Sequence[Section], width: float) -> None:
        self._sections, self._width = sections, width
        self._counts = [[min(len(listed.entries), listed.most) for listed in each.lists] for each in sections]
        self._made: dict[tuple[Make, int], Piece] = {}
        self._longer: set[Make] = set()

    def one_less(self) -> bool:
        """Take the last entry of the list that has most to spare; False where none has."""
        spare = [
            (self._counts[number][place] - listed.least, number, place)
            for number, section in enumerate(self._sections)
            for place, listed in enumerate(section.lists)
        ]
        most, number, place = max(spare, default=(0, 0, 0))
        if most > 0:
            self._counts[number][place] -= 1
        return most > 0

    def column(self, lines: int) -> Column:
        """The sections now, with at most so many lines an entry."""
        both = zip(self._sections, self._counts, strict=True)
        return Column(tuple(self._placed(section, counts, lines) for section, counts in both))

    def eased(self, lines: int, room: float) -> Column:
        """The sections now, each entry in turn with a line more where that still fits."""
        column = self.column(lines)
        for make in self._entries():
            self._longer.add(make)
            longer = self.column(lines)
            if longer.height <= room:
                column = longer
            else:
                self._longer.remove(make)
        return column

    def _entries(self) -> list[Make]:
        return [
            make
            for section, counts in zip(self._sections, self._counts, strict=True)
            for listed, count in zip(section.lists, counts, strict=True)
            for make in listed.entries[:count]
        ]

    def _placed(self, section: Section, counts: list[int], lines: int) -> Placed:
        down = _ABOVE + HEADING.line + _BELOW_TITLE if section.title else 0.0
        pieces: list[tuple[float, Piece]] = []
        for listed, count in zip(section.lists, counts, strict=True):
            for make in _kept(listed, count):
                piece = self._piece(make, lines)
                pieces.append((down, piece))
                down += piece.height
        below = _BELOW if section.title else _CLOSER
        return Placed(section.title, tuple(pieces), down + below, self._width)

    def _piece(self, make: Make, lines: int) -> Piece:
        lines += make in self._longer
        if (make, lines) not in self._made:
            self._made[make, lines] = make(self._width, lines)
        return self._made[make, lines]


def _kept(listed: Listed, count: int) -> list[Make]:
    """The entries that stay, with their caption and what is said of the others."""
    if not count:
        return []
    kept = list(listed.entries[:count])
    left = len(listed.entries) - count
    if left and listed.tells:
        kept.append(more(left, listed.indent))
    return [caption(listed.caption), *kept] if listed.caption else kept
