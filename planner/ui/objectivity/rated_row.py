"""One person of the objectivity check: your rating and their record on one line from none to all kept."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from planner.queries.objectivity import RatedPerson
from planner.ui.theme import Theme
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

NAME, WORDS = 150, 250
_ROW, _DOT, _GAP = 28, 4.5, 16


class RatedRow(EnterButton):
    """A filled dot is the record, a ring your rating; a click opens the person."""

    def __init__(self, theme: Theme, rated: RatedPerson) -> None:
        super().__init__(theme)
        self.rated = rated
        self.setAccessibleName(f"{rated.name}: {rated.words}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line with air."""
        return QSize(400, self.theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, track and words."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        self.paint_hover(painter, 6)
        middle = self.height() / 2
        name, words = theme.px(NAME), theme.px(WORDS)
        top = middle - theme.line("button") / 2
        draw_text(painter, 6, top, self.rated.name, "button", theme, palette.ink, name - 12)
        self._paint_track(painter, name, self.width() - words - _GAP, middle)
        left = self.width() - words
        top = middle - theme.line("caption") / 2
        draw_text(painter, left, top, self.rated.words, "caption", theme, palette.ink2, words - 6)
        painter.end()

    def _paint_track(self, painter: QPainter, left: float, right: float, middle: float) -> None:
        palette, radius = self.theme.palette, self.theme.px(_DOT)
        held = self.rated.held
        x = [left + radius + share * (right - left - 2 * radius) for share in (held.mean, held.rating)]
        y = round(middle) + 0.5
        painter.setPen(QPen(palette.line_strong, 1))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QPen(palette.accent if held.is_noticed else palette.ink3, 2))
        painter.drawLine(QPointF(x[0], y), QPointF(x[1], y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.ink2)
        painter.drawEllipse(QPointF(x[0], y), radius, radius)
        painter.setPen(QPen(palette.accent, 1.6))
        painter.setBrush(palette.surface)
        painter.drawEllipse(QPointF(x[1], y), radius - 0.5, radius - 0.5)


class Legend(ThemedWidget):
    """What the two marks mean, above the ends of the track."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName("From none of the promises kept to all of them")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One caption."""
        return QSize(400, self.theme.line("caption") + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ends and the marks."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name, words, radius = theme.px(NAME), theme.px(WORDS), theme.px(_DOT)
        right = self.width() - words - _GAP
        draw_text(painter, name, 0, "none kept", "caption", theme, palette.ink3)
        wide = one_line(theme, "all kept", "caption").width
        draw_text(painter, right - wide, 0, "all kept", "caption", theme, palette.ink3)
        x, y = float(self.width() - words + radius), theme.line("caption") / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.ink2)
        painter.drawEllipse(QPointF(x, y), radius, radius)
        x += draw_text(painter, x + radius + 5, 0, "their record", "caption", theme, palette.ink3)
        x += 3 * radius + 14
        painter.setPen(QPen(palette.accent, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), radius - 0.5, radius - 0.5)
        draw_text(painter, x + radius + 5, 0, "what you expect", "caption", theme, palette.ink3)
        painter.end()
