"""The layers to choose from, dropped below the one that is shown: choosing saves at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain import words
from planner.queries.people import layers
from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.person.as_person_panel import Details
from planner.ui.theme import Theme
from planner.ui.widgets.ring import SWATCH, paint_swatch

NONE = "No layer"
_SHARP = 2
_TICK = 0.24


def layer_menu(desk: Desk, details: Details, now: int | None, below: QWidget) -> QMenu:
    """Every layer with its ring and rhythm, and none; the one that the person is in is ticked."""
    menu = QMenu(below)
    for layer in layers(desk.library):
        rhythm = f"\t{words.rhythm_words(layer.rhythm_days)}" if layer.rhythm_days else ""
        action = _choice(menu, f"{layer.name}{rhythm}", chosen=layer.id == now)
        action.setIcon(_ring(desk.theme, layer.hue, ticked=layer.id == now))
        action.triggered.connect(lambda _on, layer=layer: details.move_to(layer.id, layer.name))
    menu.addSeparator()
    none = _choice(menu, NONE, chosen=now is None)
    none.triggered.connect(lambda: details.move_to(None, NONE.lower()))
    return menu


def drop_below(menu: QMenu, below: QWidget) -> None:
    """Show it below a widget, the ticked choice first under the keys."""
    chosen = next((each for each in menu.actions() if each.isChecked()), None)
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))
    if chosen is not None:
        menu.setActiveAction(chosen)


def _choice(menu: QMenu, text: str, *, chosen: bool) -> QAction:
    action = QAction(text.replace("&", "&&"), menu)
    action.setCheckable(True)
    action.setChecked(chosen)
    menu.addAction(action)
    return action


def _ring(theme: Theme, hue: str, *, ticked: bool) -> QIcon:
    """The layer's ring; the tick goes inside it, since a menu shows either its own tick or a picture."""
    size = theme.px(SWATCH)
    made = QPixmap(size * _SHARP, size * _SHARP)
    made.setDevicePixelRatio(_SHARP)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    whole = QRectF(0, 0, size, size)
    paint_swatch(painter, whole, hue, theme.palette)
    if ticked:
        inside = size * _TICK
        icons.draw(painter, whole.adjusted(inside, inside, -inside, -inside), "check", theme.palette.ink)
    painter.end()
    return QIcon(made)
