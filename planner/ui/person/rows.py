"""Rows of the panels: somebody connected, a way to reach the person."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from planner.queries.connections import Connected
from planner.queries.person import Point
from planner.ui import icons
from planner.ui.person.facts import Doing
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text

_POINT_ICONS = {"email": "mail", "phone": "phone", "address": "pin", "link": "link"}


class MenuRow(EnterButton):
    """A row that is clicked, and whose menu the other button and the menu key open."""

    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))

    def open_menu(self, doings: tuple[Doing, ...], place: QPoint) -> QMenu:
        """Open a menu of doings at a place of the screen."""
        menu = QMenu(self)
        for words, icon, act in doings:
            action = QAction(icons.icon(icon, self.theme.palette.ink2), words, menu)
            action.triggered.connect(lambda _on=False, act=act: act())
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu


class ConnectionRow(MenuRow):
    """Somebody connected; a click opens their page."""

    def __init__(self, theme: Theme, connected: Connected) -> None:
        super().__init__(theme)
        self.show_connected(connected)

    def show_connected(self, connected: Connected) -> None:
        """Show somebody."""
        self.connected = connected
        self.setAccessibleName(f"{connected.name}, {connected.how}")
        self.update()

    def sizeHint(self) -> QSize:
        """An avatar high."""
        return QSize(200, self.theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint avatar, name and how."""
        theme, palette, connected = self.theme, self.theme.palette, self.connected
        painter = QPainter(self)
        self.paint_hover(painter, 6)
        size = theme.px(26)
        disc = QRectF(0, (self.height() - size) / 2, size, size)
        paint_avatar(painter, disc, connected.initials, connected.hue, palette)
        left, room = size + 8, self.width() - size - 10
        line = theme.line("button") - 1
        top = (self.height() - line - theme.line("caption")) / 2
        draw_text(painter, left, top, connected.name, "button", theme, palette.ink, room)
        draw_text(painter, left, top + line, connected.how, "caption", theme, palette.ink3, room)
        painter.end()


class PointRow(MenuRow):
    """One way to reach a person; a click copies, F2 changes."""

    change_wanted = Signal()
    own_keys = frozenset({Qt.Key.Key_F2})

    def __init__(self, theme: Theme, point: Point) -> None:
        super().__init__(theme)
        self.show_point(point)

    def show_point(self, point: Point) -> None:
        """Show a way."""
        self.point = point
        self.setAccessibleName(f"Copy {point.value}")
        set_tooltip(self, f"Copy {point.value}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 changes."""
        if Qt.Key(event.key()) in self.own_keys:
            self.change_wanted.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A line with air."""
        return QSize(200, self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, value and label."""
        theme, palette, point = self.theme, self.theme.palette, self.point
        painter = QPainter(self)
        self.paint_hover(painter, 6)
        size, middle = theme.px(13), self.height() / 2
        icon = _POINT_ICONS.get(point.kind, "link")
        icons.draw(painter, QRectF(0, middle - size / 2, size, size), icon, palette.ink3)
        left = size + 8
        top = middle - theme.line("body") / 2
        room = self.width() - left - 4
        used = draw_text(painter, left, top, point.value, "body", theme, palette.ink, room)
        small = middle - theme.line("caption") / 2
        rest = room - used - 8
        if rest > 20:
            draw_text(painter, left + used + 8, small, point.label, "caption", theme, palette.ink3, rest)
        painter.end()
