"""The navigation on the left: places, layers with their counts, and where the data lives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from planner.queries.people import LayerCount
from planner.ui import icons
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.widgets.fill import fill
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.ring import paint_swatch
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

WIDTH = 148
FOLDED = 52
_PLACE = 30
_LAYER = 24
_MARGIN = 8
_HOME_TOP = 11

PLACES: tuple[tuple[str, str, str], ...] = (
    ("plan", "Plan", "Ctrl+1"),
    ("people", "People", "Ctrl+2"),
    ("timeline", "Timeline", "Ctrl+3"),
    ("cadence", "Cadence", "Ctrl+4"),
)
"""Id, word and key of every place there is, in order; the id is also its icon."""


class Navigation(ThemedWidget):
    """Says which place was chosen and which layer was clicked; folds to icons where the window is narrow."""

    place_chosen = Signal(str)
    layer_chosen = Signal(str)
    home_chosen = Signal(QPoint)  # where a menu of what can be done with the library goes

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._folded = False
        self._place = "plan"
        self.setAccessibleName("Navigation")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 14, _MARGIN + 1, 12)
        column.setSpacing(1)
        column.addWidget(_Brand(theme, self))
        column.addSpacing(4)
        self._places = {each[0]: _Entry(theme, *each, parent=self) for each in PLACES}
        for place, entry in self._places.items():
            entry.clicked.connect(lambda _checked=False, chosen=place: self.place_chosen.emit(chosen))
            column.addWidget(entry)
        self._layers = QVBoxLayout()
        self._layers.setSpacing(0)
        column.addLayout(self._layers)
        column.addStretch(1)
        self._home = _Home(theme, self)
        self._home.clicked.connect(self._choose_home)
        column.addWidget(self._home)
        self.set_folded(False)

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to icons or open to words."""
        self._folded = folded
        self.setFixedWidth(FOLDED if folded else self.theme.px(WIDTH))
        for child in self.findChildren(QWidget):
            if isinstance(child, _Foldable | _Row):
                child.set_folded(folded)

    def set_place(self, place: str) -> None:
        """Mark the place that is shown."""
        for name, entry in self._places.items():
            entry.setChecked(name == place)

    def set_usable(self, usable: bool) -> None:
        """Switch the places off while there is nobody yet: disabled, not hidden."""
        for entry in self._places.values():
            entry.setEnabled(usable)

    def set_layers(self, layers: Sequence[LayerCount]) -> None:
        """Show the layers with how many people each has; none at all while there is nobody."""
        while (item := self._layers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        if not any(layer.people for layer in layers):
            return
        self._layers.addWidget(_Heading(self.theme, "Layers", self))
        for layer in layers:
            entry = _LayerEntry(self.theme, layer, self)
            entry.clicked.connect(lambda _checked=False, hue=layer.hue: self.layer_chosen.emit(hue))
            self._layers.addWidget(entry)
        self.set_folded(self._folded)

    def set_home(self, line: str, tooltip: str) -> None:
        """Say below 'On this laptop' when it was backed up last, and in the tooltip where it lies."""
        self._home.say(line, tooltip)

    def _choose_home(self) -> None:
        self.home_chosen.emit(self._home.mapToGlobal(QPoint(0, 0)))

    def follow_theme(self) -> None:
        """Take up new sizes."""
        self.set_folded(self._folded)
        super().follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline on the right."""
        painter = QPainter(self)
        fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), self.theme.palette.line)
        painter.end()


class _Foldable(ThemedWidget):
    """A piece that knows whether the navigation is folded."""

    folded = False

    def set_folded(self, folded: bool) -> None:
        self.folded = folded
        self.update()


class _Brand(_Foldable):
    """Two rings that overlap, and the name."""

    def sizeHint(self) -> QSize:
        return QSize(FOLDED - 2 * _MARGIN, self.theme.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QPointF(8 + 10, 2 + self.theme.px(10)), 20, self.theme.palette)
        if not self.folded:
            draw_text(painter, 36, 2, "Rapport", "brand", self.theme, self.theme.palette.ink)
        painter.end()


def paint_mark(painter: QPainter, centre: QPointF, size: float, palette: Palette) -> None:
    """Draw the sign of the two rings, `size` wide."""
    unit = size / 20
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for offset, colour in ((-2.6, palette.ink), (2.6, palette.accent)):
        painter.setPen(QPen(colour, 1.8 * unit))
        painter.drawEllipse(centre + QPointF(offset * unit, 0), 5.6 * unit, 5.6 * unit)


class _Row(QAbstractButton):
    """One line that can be clicked."""

    def __init__(self, theme: Theme, words: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.folded = False
        self._height = height
        self.setText(words)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_folded(self, folded: bool) -> None:
        self.folded = folded
        set_tooltip(self, self.text() if folded else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(FOLDED - 2 * _MARGIN, self.theme.px(self._height))

    def _ground(self, painter: QPainter, place: QRectF | None = None) -> QRectF:
        palette = self.theme.palette
        area = (place or QRectF(self.rect())).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(palette.line, 1))
            painter.setBrush(palette.surface)
            painter.drawRoundedRect(area, 6, 6)
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setBrush(palette.hover)
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        return area


class _Entry(_Row):
    """One place."""

    def __init__(self, theme: Theme, place: str, words: str, keys: str, parent: QWidget) -> None:
        super().__init__(theme, words, _PLACE, parent)
        self._icon = place
        self.setCheckable(True)
        set_tooltip(self, f"{words} ({keys.replace('+', ' ')})")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        palette = self.theme.palette
        picture = self._colour(palette.accent if self.isChecked() else palette.ink3)
        size = self.theme.px(16)
        top = (self.height() - size) / 2
        left = 8 if not self.folded else (self.width() - size) / 2
        icons.draw(painter, QRectF(left, top, size, size), self._icon, picture)
        if not self.folded:
            role = "strong" if self.isChecked() else "button"
            ink = self._colour(palette.ink if self.isChecked() else palette.ink2)
            text_top = (self.height() - self.theme.line(role)) / 2
            draw_text(painter, 8 + size + 9, text_top, self.text(), role, self.theme, ink)
        painter.end()

    def _colour(self, colour: QColor) -> QColor:
        return colour if self.isEnabled() else self.theme.palette.ink_disabled


class _LayerEntry(_Row):
    """One layer with its ring and how many people it has."""

    def __init__(self, theme: Theme, layer: LayerCount, parent: QWidget) -> None:
        super().__init__(theme, layer.short_name, _LAYER, parent)
        self._layer = layer
        self.setAccessibleName(f"{layer.name}, {layer.people} people")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        palette = self.theme.palette
        ring = 14.0
        left = 8 if not self.folded else (self.width() - ring) / 2
        painter.save()
        paint_swatch(painter, QRectF(left, (self.height() - ring) / 2, ring, ring), self._layer.hue, palette)
        painter.restore()
        if not self.folded:
            top = (self.height() - self.theme.line("why")) / 2
            number = str(self._layer.people)
            width = one_line(self.theme, number, "caption").width
            room = self.width() - 31 - 8 - width - 6
            draw_text(painter, 31, top, self.text(), "why", self.theme, palette.ink2, room)
            below = (self.height() - self.theme.line("caption")) / 2
            draw_text(painter, self.width() - 8 - width, below, number, "caption", self.theme, palette.ink3)
        painter.end()


class _Heading(_Foldable):
    """The small word above the layers."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._words = words

    def sizeHint(self) -> QSize:
        return QSize(FOLDED - 2 * _MARGIN, self.theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.folded:
            painter = QPainter(self)
            draw_text(
                painter, 8, self.theme.px(16), self._words, "state", self.theme, self.theme.palette.ink3
            )
            painter.end()


class _Home(_Row):
    """Where the data lives; a click opens what can be done with it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "On this laptop", 0, parent)
        self._line = ""

    def say(self, line: str, tooltip: str) -> None:
        self._line = line
        set_tooltip(self, tooltip)
        self.setAccessibleName(f"On this laptop. {line}")
        self.update()

    def set_folded(self, folded: bool) -> None:
        """The tooltip says where the file lies, folded or not."""
        self.folded = folded
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(FOLDED - 2 * _MARGIN, _HOME_TOP + self.theme.line("caption") * 2 + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.theme.palette
        fill(painter, QRectF(0, 0, self.width(), 1), palette.line)
        painter.save()
        painter.translate(0, 5)
        self._ground(painter, QRectF(0, 0, self.width(), self.height() - 5))
        painter.restore()
        size = self.theme.px(14)
        left = 8 if not self.folded else (self.width() - size) / 2
        icons.draw(painter, QRectF(left, _HOME_TOP, size, size), "laptop", palette.ink2)
        if not self.folded:
            draw_text(painter, 8 + size + 6, _HOME_TOP, self.text(), "state", self.theme, palette.ink2)
            below = _HOME_TOP + self.theme.line("caption") + 1
            draw_text(painter, 8, below, self._line, "caption", self.theme, palette.ink3, self.width() - 12)
        painter.end()
