"""The list of what can be exported: one of them is chosen, by mouse or by arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from planner.ui import icons
from planner.ui.exporting.kinds import Kind
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_line, draw_text, lines
from planner.ui.widgets.themed import ThemedWidget

_PAD = 10
_ICON = 18
_GAP = 10
_RADIUS = 8
_BETWEEN = 4
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class _Row(QAbstractButton):
    """One kind: its picture, its title and a sentence of at most two lines."""

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.kind = theme, kind
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(kind.title)
        self.setAccessibleName(kind.title)
        self.setAccessibleDescription(kind.words)
        self.setProperty("focusRadius", _RADIUS)

    def sizeHint(self) -> QSize:
        width = self._theme.px(220)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        said = len(lines(self._theme, self.kind.words, "caption", self._room(width), 2))
        return 2 * _PAD - 2 + self._theme.line("name") + 2 + said * self._theme.line("caption")

    def _left(self) -> int:
        return _PAD + self._theme.px(_ICON) + _GAP

    def _room(self, width: int) -> float:
        return float(width - self._left() - _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, theme, on = self._theme.palette, self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(palette.accent_line, 1) if on else Qt.PenStyle.NoPen)
        painter.setBrush(
            palette.accent_tint if on else palette.hover if self.underMouse() else palette.surface
        )
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        size = theme.px(_ICON)
        top = _PAD - 1 + (theme.line("name") - size) / 2
        ink = palette.accent if on else palette.ink2
        icons.draw(painter, QRectF(_PAD, top, size, size), self.kind.icon, ink)
        y = float(_PAD - 1)
        draw_text(
            painter, self._left(), y, self.kind.title, "name", theme, palette.accent if on else palette.ink
        )
        y += theme.line("name") + 2
        below = palette.ink2 if on else palette.ink3
        for line in lines(theme, self.kind.words, "caption", self._room(self.width()), 2):
            draw_line(painter, self._left(), y, line, "caption", theme, below)
            y += theme.line("caption")
        painter.end()


class KindList(ThemedWidget):
    """`chosen` says the key of another kind."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, kinds: Sequence[Kind], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        self.rows = [_Row(theme, kind, self) for kind in kinds]
        for row in self.rows:
            self._group.addButton(row)
            column.addWidget(row)
        column.addStretch(1)
        self.rows[0].setChecked(True)
        self._group.buttonToggled.connect(self._tell)
        self.setFocusProxy(self.rows[0])
        self.setAccessibleName("What to export")

    @property
    def current(self) -> str:
        """The key of the chosen kind."""
        return next(row.kind.key for row in self.rows if row.isChecked())

    def choose(self, key: str) -> None:
        """Choose a kind."""
        next(row for row in self.rows if row.kind.key == key).setChecked(True)

    def follow_theme(self) -> None:
        """Measure the rows anew."""
        for row in self.rows:
            row.updateGeometry()
        super().follow_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move and choose."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        here = next(number for number, row in enumerate(self.rows) if row.isChecked())
        there = self.rows[(here + step) % len(self.rows)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.setChecked(True)

    def _tell(self, row: QAbstractButton, on: bool) -> None:
        if on and isinstance(row, _Row):
            self.setFocusProxy(row)
            self.chosen.emit(row.kind.key)
