"""Filter chips: a word and a count that can be switched on."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from planner.domain.rhythm import State
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.state_shape import SHAPE, paint_state_shape
from planner.ui.widgets.text import draw_text, one_line

_HEIGHT = 26
_PAD = 11
_GAP = 6
_SHAPE_GAP = 5
_ICON = 13
_CROSS = 11


class Chip(QAbstractButton):
    """A pill that is on or off. A `state` puts the state's shape before the words, an `icon` a picture.

    One that `closes` ends in a cross: a click takes away what it stands for. One that `opens`
    something ends in an arrow.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        count: int | None = None,
        state: State | None = None,
        icon: str = "",
        checkable: bool = True,
        dashed: bool = False,
        closes: bool = False,
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._count, self._state, self._icon, self._dashed = count, state, icon, dashed
        self._tail = "x" if closes else "down" if opens else ""
        self.setText(text)
        self.setCheckable(checkable)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", _HEIGHT // 2)
        self._name()
        theme.changed.connect(self.follow_theme)

    def set_count(self, count: int | None) -> None:
        """Change the figure; None takes it away."""
        if count != self._count:
            self._count = count
            self._name()
            self.follow_theme()

    def set_words(self, text: str) -> None:
        """Change what the chip says."""
        if text != self.text():
            self.setText(text)
            self._name()
            self.follow_theme()

    def set_dashed(self, dashed: bool) -> None:
        """Draw its line dashed, or whole."""
        self._dashed = dashed
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the picture before the words; '' takes it away."""
        if icon != self._icon:
            self._icon = icon
            self.follow_theme()

    def follow_theme(self) -> None:
        """Take up new sizes and colours."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as shape, words and count."""
        width = 2 * _PAD + self._lead() + one_line(self.theme, self.text(), "label").width
        if self._count is not None:
            width += _GAP + one_line(self.theme, str(self._count), "label").width
        if self._tail:
            width += _GAP + self.theme.px(_CROSS) - 2
        return QSize(ceil(width), self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter)
        ink = self._ink()
        middle = self.height() / 2
        top = middle - self.theme.line("label") / 2
        x = _PAD + self._paint_lead(painter, middle, ink)
        x += draw_text(painter, x, top, self.text(), "label", self.theme, ink)
        if self._count is not None:
            palette = self.theme.palette
            faint = palette.accent if self.isChecked() else palette.ink3
            faint = faint if self.isEnabled() else palette.ink_disabled
            draw_text(painter, x + _GAP, top, str(self._count), "label", self.theme, faint)
        if self._tail:
            size = self.theme.px(_CROSS)
            tail = QRectF(self.width() - _PAD - size + 2, middle - size / 2, size, size)
            icons.draw(painter, tail, self._tail, ink)
        painter.end()

    def _paint_pill(self, painter: QPainter) -> None:
        palette = self.theme.palette
        fill, line = palette.surface, palette.line_strong
        if not self.isEnabled():
            line = palette.line
        elif self.isChecked():
            fill, line = palette.accent_tint, palette.accent_line
        elif self.isDown():
            fill = palette.sunken
        elif self.underMouse():
            fill = palette.hover
        pen = QPen(line, 1)
        if self._dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(fill)
        radius = (self.height() - 1) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _ink(self) -> QColor:
        palette = self.theme.palette
        if not self.isEnabled():
            return palette.ink_disabled
        if self.isChecked():
            return palette.accent
        return palette.state(self._state) if self._state else palette.ink2

    def _paint_lead(self, painter: QPainter, middle: float, ink: QColor) -> float:
        if self._state is not None:
            size = self.theme.px(SHAPE)
            box = QRectF(_PAD, middle - size / 2, size, size)
            paint_state_shape(painter, box, self._state, self.theme.palette, ink)
        elif self._icon:
            size = self.theme.px(_ICON)
            icons.draw(painter, QRectF(_PAD - 1, middle - size / 2, size, size), self._icon, ink)
        return self._lead()

    def _lead(self) -> int:
        if self._state is not None:
            return self.theme.px(SHAPE) + _SHAPE_GAP
        return self.theme.px(_ICON) + _SHAPE_GAP - 1 if self._icon else 0

    def _name(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()}, {self._count}")
