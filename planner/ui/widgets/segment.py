"""A segmented control: one of a few views, side by side."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.fill import fill
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_HEIGHT = 30
_PAD = 11
_ICON = 16
_ICON_GAP = 6
_RADIUS = 6.0


class Choice(NamedTuple):
    """One part of the control: the key it stands for, its words, and an icon shown in their place.

    With `both` the icon stands before the words.
    """

    key: str
    words: str
    icon: str = ""
    both: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether the icon is all that is shown."""
        return bool(self.icon) and not self.both


class _Part(QAbstractButton):
    """Takes clicks and focus; the control paints."""

    def __init__(self, theme: Theme, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.choice = theme, choice
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(choice.words)
        self.setProperty("focusRadius", int(_RADIUS))
        if choice.is_picture:
            set_tooltip(self, choice.words)

    def sizeHint(self) -> QSize:
        """Room for the words in their wider, chosen form."""
        if self.choice.is_picture:
            return QSize(self.theme.px(_ICON) + 2 * _PAD - 4, self.theme.px(_HEIGHT))
        width = one_line(self.theme, self.choice.words, "labelStrong").width
        if self.choice.icon:
            width += self.theme.px(_ICON) + _ICON_GAP
        return QSize(ceil(width) + 2 * _PAD + 1, self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave it to the control."""


class Segment(ThemedWidget):
    """Parts of which exactly one is chosen. Arrow keys move between them; `chosen` says the new key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._group = QButtonGroup(self)
        self._parts = [_Part(theme, choice, self) for choice in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in self._parts:
            self._group.addButton(part)
            row.addWidget(part)
        self._parts[0].setChecked(True)
        self._group.buttonClicked.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> str:
        """The key of the chosen part."""
        return next(part.choice.key for part in self._parts if part.isChecked())

    def choose(self, key: str) -> None:
        """Show another part as chosen, without telling anybody."""
        for part in self._parts:
            if part.choice.key == key:
                part.setChecked(True)
        self.update()

    def set_words(self, words: Mapping[str, str]) -> None:
        """Call parts by other words, by key."""
        for part in self._parts:
            if part.choice.key in words:
                part.choice = part.choice._replace(words=words[part.choice.key])
                part.setAccessibleName(part.choice.words)
        self.follow_theme()

    def follow_theme(self) -> None:
        """Measure the parts anew."""
        for part in self._parts:
            part.updateGeometry()
        super().follow_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move and choose."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        here = next((i for i, part in enumerate(self._parts) if part.isChecked()), 0)
        there = self._parts[(here + step) % len(self._parts)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and every part."""
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(outline, palette.surface)
        painter.save()
        painter.setClipPath(outline)
        for part in self._parts:
            self._paint_part(painter, part)
        painter.restore()
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        painter.end()

    def _paint_part(self, painter: QPainter, part: _Part) -> None:
        palette, place = self.theme.palette, QRectF(part.geometry())
        on = part.isChecked()
        if on or part.underMouse():
            fill(painter, place, palette.sunken if on else palette.hover)
        if part is not self._parts[-1]:
            painter.setPen(QPen(palette.line, 1))
            right = place.right() - 0.5
            painter.drawLine(QPointF(right, place.top() + 1), QPointF(right, place.bottom() - 1))
        ink = palette.ink if on else palette.ink2
        ink = ink if part.isEnabled() else palette.ink_disabled
        role = "labelStrong" if on else "label"
        words = "" if part.choice.is_picture else part.choice.words
        width = one_line(self.theme, words, role).width
        size = self.theme.px(_ICON) if part.choice.icon else 0
        gap = _ICON_GAP if size and words else 0
        left = place.center().x() - (size + gap + width) / 2
        if size:
            top = place.center().y() - size / 2
            icons.draw(painter, QRectF(round(left), round(top), size, size), part.choice.icon, ink)
        top = place.center().y() - self.theme.line(role) / 2
        draw_text(painter, left + size + gap, top, words, role, self.theme, ink)

    def _tell(self, part: QAbstractButton) -> None:
        self.update()
        if isinstance(part, _Part):
            self.chosen.emit(part.choice.key)
