"""Type on paper: the same letters on the screen, in a PDF and from a printer, wrapped at the same words.

Text is laid out four times as large as it is painted, so that sizes between whole pixels are exact. The
features that swap letters (a raised colon, arrows) are off: what is copied out of a PDF is what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from planner.domain.plain import shown
from planner.ui import fonts
from planner.ui.palette import Palette, palette
from planner.ui.widgets import veil

_FINE = 4
_MOST_LETTERS = 2_000
_LONGEST_WORD = 40
_SWAPPING = ("calt", "liga")
MANY = 1_000


class Face(NamedTuple):
    """A size on paper in pixels of 1/96 inch, its line, weight and colour role; tracking in em."""

    size: float
    line: float
    weight: int = 400
    colour: str = "ink"
    display: bool = False
    tracking: float = 0.0


BODY = Face(12, 17)
STRONG = Face(12, 17, 600)
MUTED = Face(12, 17, colour="ink3")
SOFT = Face(12, 17, colour="ink2")
CAPTION = Face(11, 15, colour="ink3")
HEADING = Face(12, 16, 600)

Run = tuple[str, Face]


@cache
def paper() -> Palette:
    """A page is ink on white, in the dark too."""
    return palette(dark=False)._replace(paper=QColor("#FFFFFF"), surface=QColor("#FFFFFF"))


class Paragraph:
    """Text of one or several faces within a width, cut with an ellipsis after `most` lines."""

    def __init__(
        self, runs: Sequence[Run], width: float, most: int = MANY, *, align_right: bool = False
    ) -> None:
        self._line = runs[0][1].line
        self._width = width
        self._right = align_right
        plain = [(_bare(text), face) for text, face in runs]
        self._layout = _laid(plain, width)
        if self._layout.lineCount() > most:
            self._layout = _cut(plain, width, most, self._layout)

    @property
    def height(self) -> float:
        """Its lines, at least one."""
        return max(1, self._layout.lineCount()) * self._line

    @property
    def wide(self) -> float:
        """The length of its longest line."""
        lines = (self._layout.lineAt(each) for each in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0) / _FINE

    @property
    def text(self) -> str:
        """What is shown of it."""
        return self._layout.text()

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the top of the first line at (x, y)."""
        painter.save()
        painter.scale(1 / _FINE, 1 / _FINE)
        painter.setPen(paper().ink)
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            slack = self._width * _FINE - line.naturalTextWidth() if self._right else 0.0
            room = self._line * _FINE - line.ascent() - line.descent()
            top = (y + number * self._line) * _FINE + room / 2
            line.draw(painter, QPointF(x * _FINE + slack, top))
        painter.restore()


def _bare(text: str) -> str:
    """Harmless and not too long to lay out: no page shows more than a few hundred words of one text."""
    begins = text[:1].isspace()
    plain = " ".join(veil.shown(shown(text[: _MOST_LETTERS * 2])).split())
    if len(plain) > _MOST_LETTERS:
        plain = plain[:_MOST_LETTERS].rstrip() + "…"
    return f" {plain}" if begins and plain else plain


def _laid(runs: Sequence[Run], width: float) -> QTextLayout:
    layout = QTextLayout("".join(text for text, _ in runs), face_font(runs[0][1]))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats(_formats(runs))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width * _FINE))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for text, face in runs:
        each = QTextLayout.FormatRange()
        form = QTextCharFormat()
        form.setFont(face_font(face))
        form.setForeground(paper().named(face.colour))
        # Qt counts in UTF-16: a letter beyond the first plane is two.
        each.start, each.length = start, len(text.encode("utf-16-le")) // 2
        each.format = form
        found.append(each)
        start += each.length
    return found


def _cut(runs: Sequence[Run], width: float, most: int, whole: QTextLayout) -> QTextLayout:
    """The longest beginning that takes `most` lines with its ellipsis."""
    units = whole.text().encode("utf-16-le")
    end = whole.lineAt(most - 1)
    kept = units[: 2 * (end.textStart() + end.textLength())].decode("utf-16-le", "ignore")
    while kept:
        layout = _laid(_beginning(runs, kept.rstrip(" ,;:.")), width)
        if layout.lineCount() <= most:
            return layout
        kept = _shorter(kept)
    return _laid([("…", runs[0][1])], width)


def _shorter(text: str) -> str:
    """Without its last word; without some letters of it where it is no word that anybody would read."""
    rest, _, last = text.rstrip().rpartition(" ")
    return rest if rest and len(last) <= _LONGEST_WORD else text[: -max(1, len(last) // 20)]


def _beginning(runs: Sequence[Run], kept: str) -> list[Run]:
    found, left = [], len(kept)
    for text, face in runs:
        found.append((text[: max(0, left)], face))
        left -= len(text)
    last = max((number for number, (text, _) in enumerate(found) if text), default=0)
    found[last] = (found[last][0] + "…", found[last][1])
    return found


@cache
def face_font(face: Face, times: int = _FINE) -> QFont:
    """The letters of a face, so many times as large."""
    made = QFont(fonts.exact(face.size * times, face.weight, display=face.display, tracking=face.tracking))
    for feature in _SWAPPING:
        made.setFeature(QFont.Tag(feature), 0)
    return made
