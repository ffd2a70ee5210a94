"""Rows of the panels: somebody connected, a way to reach the person."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from planner.queries.connections import Connected
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text


class ConnectionRow(QAbstractButton):
    """Somebody connected; a click opens their page."""

    def __init__(self, theme: Theme, connected: Connected) -> None:
        super().__init__()
        self.theme, self._connected = theme, connected
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{connected.name}, {connected.how}")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """An avatar high."""
        return QSize(200, self.theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint avatar, name and how."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        size = theme.px(26)
        disc = QRectF(0, (self.height() - size) / 2, size, size)
        paint_avatar(painter, disc, self._connected.initials, self._connected.hue, palette)
        left, room = size + 8, self.width() - size - 10
        line = theme.line("caption")
        top = (self.height() - 2 * line) / 2
        draw_text(painter, left, top, self._connected.name, "label", theme, palette.ink, room)
        draw_text(painter, left, top + line, self._connected.how, "caption", theme, palette.ink3, room)
        painter.end()


class PointRow(QAbstractButton):
    """One way to reach a person."""

    def __init__(self, theme: Theme, icon: str, value: str, label: str) -> None:
        super().__init__()
        self.theme, self._icon, self._value, self._label = theme, icon, value, label
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Copy {value}")
        set_tooltip(self, f"Copy {value}")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A line with air."""
        return QSize(200, self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, value and label."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        size, middle = theme.px(13), self.height() / 2
        icons.draw(painter, QRectF(0, middle - size / 2, size, size), self._icon, palette.ink3)
        left = size + 8
        top = middle - theme.line("body") / 2
        room = self.width() - left - 4
        used = draw_text(painter, left, top, self._value, "body", theme, palette.ink, room)
        small = middle - theme.line("caption") / 2
        rest = room - used - 8
        if rest > 20:
            draw_text(painter, left + used + 8, small, self._label, "caption", theme, palette.ink3, rest)
        painter.end()
