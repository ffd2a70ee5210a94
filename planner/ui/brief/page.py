"""The pages of a meeting brief: A4 in pixels of 1/96 inch, black on white, with room to write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from planner.domain import words
from planner.queries.meeting_brief import MeetingBrief, PersonBrief
from planner.ui.brief import sections
from planner.ui.brief.fit import Column, fitted
from planner.ui.brief.type import CAPTION, HEADING, STRONG, Face, Paragraph, paper
from planner.ui.frame.navigation import paint_mark
from planner.ui.person.photo import decode_photo
from planner.ui.widgets.avatar import paint_avatar

WIDTH, HEIGHT = 794.0, 1123.0
MOST_TOGETHER = 6
"""How many people one page carries well."""

_LEFT, _TOP, _INNER = 56.0, 48.0, 682.0
_HALF, _SECOND = 328.0, 410.0
_HEAD = 78.0
_COLUMNS_END = 812.0
_PROMISED, _FOOT = 967.0, 1059.5
_RULED = 29.0
_NAME = Face(27, 32, 600, display=True, tracking=-0.02)
_NAMES = Face(22, 28, 600, display=True, tracking=-0.015)
_ROLE = Face(13.5, 20, colour="ink2")
_DAY = Face(13.5, 18, 600)
_WHEN, _PLACE = Face(12, 18), Face(12, 18, colour="ink3")
_ONE_THING = Face(16, 22, 600, display=True, tracking=-0.01)
_WHEN_WIDTH, _BETWEEN_ROWS = 236.0, 8.0


class Page(NamedTuple):
    """One page; `people` are all on it. `number` of `pages`."""

    brief: MeetingBrief
    people: tuple[PersonBrief, ...]
    number: int
    pages: int

    def paint(self, painter: QPainter) -> None:
        """Paint on a field of WIDTH x HEIGHT that is white already."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setClipRect(QRectF(0, 0, WIDTH, HEIGHT))
        alone = self.people[0] if len(self.people) == 1 else None
        if alone is not None:
            self._head(painter, alone.name, alone.line, _NAME)
            _face(painter, alone, QRectF(_LEFT, _TOP, 64, 64))
            top = self._box(painter, "If you remember one thing", alone.remember)
            bottom = self._columns(painter, alone, top)
            theirs = f"{alone.first} promised"
        else:
            names = words.in_a_row([each.name for each in self.people])
            self._head(painter, names, words.count(len(self.brief.people), "person", "people"), _NAMES)
            top = self._box(painter, "What it is for", self.brief.purpose)
            bottom = self._together(painter, top)
            theirs = "They promised"
        self._notes(painter, bottom, theirs)
        self._foot(painter)
        painter.restore()

    def _head(self, painter: QPainter, name: str, line: str, face: Face) -> None:
        """Who, and when and where at the right."""
        alone = len(self.people) == 1
        left = _LEFT + (82 if alone else 0)
        room = _INNER - (left - _LEFT) - _WHEN_WIDTH - 12
        title = Paragraph([(name, face)], room, 2)
        if title.height > _NAME.line:
            title = Paragraph([(name, _NAMES)], room, 2)
        title.paint(painter, left, _TOP)
        if title.height + _ROLE.line <= _HEAD and (alone or title.height == face.line):
            lines = int((_HEAD - title.height) // _ROLE.line)
            Paragraph([(line, _ROLE)], room, lines).paint(painter, left, _TOP + title.height)
        brief, right = self.brief, _LEFT + _INNER - _WHEN_WIDTH
        y = _TOP
        for text, each in (
            (brief.day, _DAY),
            (brief.hours if brief.planned else "No conversation planned yet", _WHEN),
            (brief.place, _PLACE),
        ):
            if text:
                said = Paragraph(
                    [(text, each)], _WHEN_WIDTH, 1 if each is not _PLACE else 2, align_right=True
                )
                said.paint(painter, right, y)
                y += said.height

    def _box(self, painter: QPainter, title: str, text: str) -> float:
        """The one thing on a quiet ground; where it ends."""
        top = _TOP + _HEAD
        if not text:
            return top + 2
        said = Paragraph([(text, _ONE_THING)], _INNER - 28, 2)
        height = 12 + 15 + 2 + said.height + 12
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper().sunken)
        painter.drawRoundedRect(QRectF(_LEFT, top, _INNER, height), 6, 6)
        Paragraph([(title, CAPTION)], _INNER - 28, 1).paint(painter, _LEFT + 14, top + 12)
        said.paint(painter, _LEFT + 14, top + 29)
        return top + height + 16

    def _columns(self, painter: QPainter, person: PersonBrief, top: float) -> float:
        room = _COLUMNS_END - top
        first = fitted(sections.left(person, self.brief.purpose), _HALF, room)
        second = fitted(sections.right(person), _HALF, room)
        return _side_by_side(painter, (first, second), top)

    def _together(self, painter: QPainter, top: float) -> float:
        """Two people beside each other, as many rows as they need."""
        rows = -(-len(self.people) // 2)
        room = (_COLUMNS_END - top) / rows
        for begin in range(0, len(self.people), 2):
            pair = self.people[begin : begin + 2]
            told = tuple(
                fitted(sections.of_one_among(each, much=rows == 1), _HALF, room - 44 - _BETWEEN_ROWS)
                for each in pair
            )
            for each, x in zip(pair, (_LEFT, _SECOND), strict=False):
                _name_row(painter, each, x, top)
            top = _side_by_side(painter, told, top + 44) + _BETWEEN_ROWS
        return top

    def _notes(self, painter: QPainter, top: float, theirs: str) -> None:
        """Ruled lines as far as there is room, and two short lists to fill in."""
        top += 2
        painter.fillRect(QRectF(_LEFT, top, _INNER, 1.5), paper().ink)
        Paragraph([("Notes", HEADING)], _INNER, 1).paint(painter, _LEFT, top + 8)
        y = top + 24 + _RULED
        while y <= _PROMISED - 10:
            _rule(painter, _LEFT, y, _INNER)
            y += _RULED
        for title, x in (("I promised", _LEFT), (theirs, _SECOND)):
            Paragraph([(title, STRONG)], _HALF, 1).paint(painter, x, _PROMISED)
            _rule(painter, x, _PROMISED + 43, _HALF)
            _rule(painter, x, _PROMISED + 71, _HALF)

    def _foot(self, painter: QPainter) -> None:
        _rule(painter, _LEFT, _FOOT, _INNER)
        y = _FOOT + 8.5
        paint_mark(painter, QPointF(_LEFT + 7, y + 7.5), 14, paper())
        Paragraph([("Rapport", CAPTION)], 100, 1).paint(painter, _LEFT + 20, y)
        about = "a person" if len(self.people) == 1 else "people"
        whose = f"For {self.brief.owner}. " if self.brief.owner else ""
        middle = Paragraph([(f"{whose}Notes about {about}: keep them with you.", CAPTION)], 400, 1)
        middle.paint(painter, _LEFT + (_INNER - middle.wide) / 2, y)
        last = f"{self.brief.printed}, page {self.number} of {self.pages}"
        Paragraph([(last, CAPTION)], 160, 1, align_right=True).paint(painter, _LEFT + _INNER - 160, y)


def pages(brief: MeetingBrief, *, together: bool) -> list[Page]:
    """A page each, or everybody on one page; more than it carries well go on to the next."""
    people = brief.people
    size = MOST_TOGETHER if together and len(people) > 1 else 1
    parts: Sequence[tuple[PersonBrief, ...]] = [
        people[begin : begin + size] for begin in range(0, len(people), size)
    ]
    return [Page(brief, each, number, len(parts)) for number, each in enumerate(parts, 1)]


def _side_by_side(painter: QPainter, columns: Sequence[Column], top: float) -> float:
    for column, x in zip(columns, (_LEFT, _SECOND), strict=False):
        column.paint(painter, x, top)
    return top + max(column.height for column in columns)


def _name_row(painter: QPainter, person: PersonBrief, x: float, top: float) -> None:
    """A rule, the face, the name and what they do."""
    painter.fillRect(QRectF(x, top, _HALF, 1.5), paper().ink)
    _face(painter, person, QRectF(x, top + 8, 28, 28))
    Paragraph([(person.name, Face(13.5, 17, 600))], _HALF - 38, 1).paint(painter, x + 38, top + 7)
    Paragraph([(person.line, CAPTION)], _HALF - 38, 1).paint(painter, x + 38, top + 23)


def _face(painter: QPainter, person: PersonBrief, rect: QRectF) -> None:
    photo: QPixmap | None = decode_photo(person.photo)
    paint_avatar(painter, rect, person.initials, person.hue, paper(), photo=photo)


def _rule(painter: QPainter, x: float, y: float, width: float) -> None:
    painter.fillRect(QRectF(x, y - 0.5, width, 1), paper().line_strong)
