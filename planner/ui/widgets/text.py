"""Text for painters: shaped once, drawn often. All text is plain, so that a name is never markup."""

from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from planner.domain.plain import calm
from planner.ui import fonts
from planner.ui.theme import Theme
from planner.ui.widgets import veil

_UNLIMITED = 1e6
_LONGEST_LINE = 1_000  # letters: more than the widest window shows of the narrowest


class Line(NamedTuple):
    """One shaped line. `width` is its length in pixels; `cut` says that it ends in an ellipsis."""

    runs: tuple[QGlyphRun, ...]
    width: float
    cut: bool


def one_line(theme: Theme, text: str, role: str, width: float = _UNLIMITED) -> Line:
    """The text on one line, shortened with an ellipsis where it is longer than `width`."""
    return _one_line(veil.shown(text), role, theme.text_scale, width)


def lines(theme: Theme, text: str, role: str, width: float, most: int) -> tuple[Line, ...]:
    """The text wrapped at words into at most `most` lines, the last one shortened where more would follow."""
    return _lines(veil.shown(text), role, theme.text_scale, width, most)


def draw_line(
    painter: QPainter, x: float, top: float, line: Line, role: str, theme: Theme, colour: QColor
) -> None:
    """Draw a shaped line into the line box of its role that begins at (x, top)."""
    painter.setPen(colour)
    origin = QPointF(x, top + baseline(theme, role))
    for run in line.runs:
        painter.drawGlyphRun(origin, run)


def draw_text(
    painter: QPainter,
    x: float,
    top: float,
    text: str,
    role: str,
    theme: Theme,
    colour: QColor,
    width: float = _UNLIMITED,
) -> float:
    """Draw one line of text at (x, top) and return its width."""
    line = one_line(theme, text, role, width)
    draw_line(painter, x, top, line, role, theme, colour)
    return line.width


def baseline(theme: Theme, role: str) -> int:
    """How far below the top of its line box a role's letters stand."""
    return _baseline(role, theme.text_scale)


@lru_cache(maxsize=256)
def _baseline(role: str, scale: float) -> int:
    metrics = _metrics(role, scale)
    ascent, descent = round(metrics.ascent()), round(metrics.descent())
    return (fonts.line_height(role, scale) - ascent - descent) // 2 + ascent


@lru_cache(maxsize=256)
def _metrics(role: str, scale: float) -> QFontMetricsF:
    return QFontMetricsF(fonts.font(role, scale))


@lru_cache(maxsize=4096)
def _one_line(text: str, role: str, scale: float, width: float) -> Line:
    bare = _bare(text, 1)
    font = fonts.font(role, scale)
    whole = _shape(bare, font, cut=False)
    if whole.width <= width:
        return whole
    shown = _metrics(role, scale).elidedText(bare, Qt.TextElideMode.ElideRight, width)
    return _shape(shown, font, cut=True) if shown != bare else whole


@lru_cache(maxsize=4096)
def _lines(text: str, role: str, scale: float, width: float, most: int) -> tuple[Line, ...]:
    bare = _bare(text, most)
    layout = QTextLayout(bare, fonts.font(role, scale))
    broken = _broken(layout, width, most + 1)
    if len(broken) <= most:
        return tuple(_shaped(line) for line in broken)
    last = _one_line(bare[broken[most - 1].textStart() :], role, scale, width)
    return (*(_shaped(line) for line in broken[: most - 1]), last)


def _bare(text: str, most: int) -> str:
    """The text as it is set: no more of it than so many lines can show."""
    bare = " ".join(text.split())
    longest = most * _LONGEST_LINE
    return calm(bare if len(bare) <= longest else f"{bare[:longest]}…")


def _shape(text: str, font: QFont, *, cut: bool) -> Line:
    layout = QTextLayout(text, font)
    broken = _broken(layout, _UNLIMITED)
    return _shaped(broken[0], cut=cut) if broken else Line((), 0.0, cut)


def _broken(layout: QTextLayout, width: float, most: int = 1) -> list[QTextLine]:
    """The first lines that the layout's text makes at a width; they live as long as the layout does."""
    layout.setTextOption(_left_aligned())
    broken: list[QTextLine] = []
    layout.beginLayout()
    while len(broken) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, -line.ascent()))
        broken.append(line)
    layout.endLayout()
    return broken


def _shaped(line: QTextLine, *, cut: bool = False) -> Line:
    return Line(tuple(line.glyphRuns()), max(0.0, line.naturalTextWidth()), cut)


@cache
def _left_aligned() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
