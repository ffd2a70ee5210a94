"""What the shapes of the timeline mean, in a line below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.channels import Channel
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.timeline.marks import Ink, hatching, paint_flag, paint_mark, paint_quiet, paint_window
from planner.ui.timeline.measures import sizes
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

Draw = Callable[[QPainter, QPointF, Theme], None]
Item = tuple[str, int, Draw]
_MARK, _BAR, _FLAG = 14, 18, 10
_GAP = 5
_BETWEEN, _CLOSEST = 20, 10
_ROW = 20


def _mark(channel: Channel, inks: Callable[[Palette], Ink]) -> Draw:
    def draw(painter: QPainter, middle: QPointF, theme: Theme) -> None:
        paint_mark(painter, middle, channel, inks(theme.palette), theme.text_scale)

    return draw


def _flag(inks: Callable[[Palette], Ink]) -> Draw:
    def draw(painter: QPainter, middle: QPointF, theme: Theme) -> None:
        foot = middle + QPointF(-3.5, 6.5) * theme.text_scale
        paint_flag(painter, foot, inks(theme.palette), theme.text_scale)

    return draw


def _bar(kind: str, painter: QPainter, middle: QPointF, theme: Theme) -> None:
    width, height = theme.px(_BAR), sizes(theme).band
    rect = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    if kind == "within":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.palette.sunken if theme.palette.high_contrast else theme.palette.line)
        painter.drawRoundedRect(rect, 2, 2)
    elif kind == "due":
        paint_window(painter, rect, theme.palette)
    else:
        paint_quiet(
            painter, rect, hatching(theme.palette, painter.device().devicePixelRatio()), theme.palette
        )


def _past(palette: Palette) -> Ink:
    return Ink(palette.ink2, palette.ink2)


def _hollow(palette: Palette) -> Ink:
    return Ink(palette.surface, palette.ink2)


def _kept(palette: Palette) -> Ink:
    return Ink(palette.on_rhythm.ink, palette.on_rhythm.ink)


def _late(palette: Palette) -> Ink:
    return Ink(palette.overdue.ink, palette.overdue.ink)


def _planned(palette: Palette) -> Ink:
    return Ink(palette.surface, palette.accent)


_ITEMS: tuple[Item, ...] = (
    ("In person", _MARK, _mark(Channel.IN_PERSON, _past)),
    ("Call", _MARK, _mark(Channel.CALL, _past)),
    ("Video", _MARK, _mark(Channel.VIDEO, _past)),
    ("Message", _MARK, _mark(Channel.MESSAGE, _past)),
    ("Event", _MARK, _mark(Channel.EVENT, _past)),
    ("They reached out", _MARK, _mark(Channel.IN_PERSON, _hollow)),
    ("Planned", _MARK, _mark(Channel.IN_PERSON, _planned)),
    ("Promise", _FLAG, _flag(_hollow)),
    ("Kept", _FLAG, _flag(_kept)),
    ("Late or broken", _FLAG, _flag(_late)),
    ("Within rhythm", _BAR, partial(_bar, "within")),
    ("Next due window", _BAR, partial(_bar, "due")),
    ("Quiet too long", _BAR, partial(_bar, "quiet")),
)


class Legend(ThemedWidget):
    """Shapes with their words below the line of time; over the whole width where that needs several lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("What the shapes mean: " + ", ".join(words.lower() for words, _, _ in _ITEMS))

    def sizeHint(self) -> QSize:
        """As many lines as are needed at the present width."""
        rows, _, _ = self._laid_out(self.width())
        return QSize(400, len(rows) * self.theme.px(_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw every shape with its words from 0, 0 on."""
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows, indent, gap = self._laid_out(self.width())
        for number, row in enumerate(rows):
            x, middle = float(indent), theme.px(_ROW) * (number + 0.5)
            for words, wide, draw in row:
                room = theme.px(wide)
                draw(painter, QPointF(x + room / 2, middle), theme)
                x += room + _GAP
                top = middle - theme.line("caption") / 2
                x += draw_text(painter, x, top, words, "caption", theme, theme.palette.ink2) + gap

    def _laid_out(self, width: int) -> tuple[list[list[Item]], int, float]:
        """The items by line, where the lines begin, and the room between items: less where that helps."""
        lengths = [self._length(each) for each in _ITEMS]
        for indent in (sizes(self.theme).label, 0):
            gap = (width - indent - sum(lengths)) / (len(_ITEMS) - 1)
            if gap >= _CLOSEST:
                return [list(_ITEMS)], indent, min(gap, _BETWEEN)
        rows: list[list[Item]] = [[]]
        used = 0.0
        for item, length in zip(_ITEMS, lengths, strict=True):
            if rows[-1] and used + length > width:
                rows.append([])
                used = 0.0
            rows[-1].append(item)
            used += length + _BETWEEN
        return rows, 0, _BETWEEN

    def _length(self, item: Item) -> float:
        return self.theme.px(item[1]) + _GAP + one_line(self.theme, item[0], "caption").width
