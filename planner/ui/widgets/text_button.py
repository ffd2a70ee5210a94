"""Words that can be clicked: a figure that opens to its facts, a text that can be changed where it stands."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.text import Line, draw_line, lines, one_line

_MOST = 60
_PEN = 12
_READABLE = 360
_BEGINS = frozenset({Qt.Key.Key_F2})


class TextButton(EnterButton):
    """Text in a type role and a colour role, wrapped or on one line; brighter under the pointer.

    With a `pen` it shows that it can be changed. `says` is its accessible name where that is not the text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        colour: str = "ink2",
        *,
        wrap: bool = False,
        pen: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._role, self._colour, self._wraps, self._pen = role, colour, wrap, pen
        self.setProperty("focusRadius", 2)
        high = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, high)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        if pen:
            self.own_keys = _BEGINS
            self.setCursor(Qt.CursorShape.IBeamCursor)
        self.show_words(text)

    def show_words(self, text: str, colour: str = "", says: str = "") -> None:
        """Show other words."""
        self.setText(text)
        self._colour = colour or self._colour
        self.setAccessibleName(says or text)
        self.follow_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 begins to change what can be changed."""
        if Qt.Key(event.key()) in self.own_keys:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The whole text on one line, or a readable column of it."""
        width = ceil(one_line(self.theme, self.text(), self._role).width)
        if not self._wraps:
            return QSize(width, self.theme.line(self._role))
        width = min(width, self.theme.px(_READABLE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a short word."""
        least = min(self.theme.px(40), self.sizeHint().width())
        return QSize(least, self.theme.line(self._role))

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text."""
        return max(1, len(self._lines(width))) * self.theme.line(self._role)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and the pen behind the last one."""
        palette, height = self.theme.palette, self.theme.line(self._role)
        hovered = self.underMouse() and self.isEnabled()
        ink = palette.named(self._colour)
        if hovered and not self._pen:
            ink = palette.accent
        painter = QPainter(self)
        y, width = 0.0, 0.0
        for line in self._lines(self.width()):
            draw_line(painter, 0, y, line, self._role, self.theme, ink)
            y, width = y + height, line.width
        if self._pen and (hovered or self.hasFocus()):
            size = self.theme.px(_PEN)
            left = min(width + 5, self.width() - size)
            place = QRectF(left, y - (height + size) / 2, size, size)
            painter.fillRect(place.adjusted(-2, 0, 0, 0), palette.named(self._ground()))
            icons.draw(painter, place, "edit", palette.ink3)
        painter.end()

    def _ground(self) -> str:
        """The colour that the text stands on."""
        each = self.parentWidget()
        while each is not None:
            if each.property("kind") == "panel":
                return "surface"
            each = each.parentWidget()
        return "paper"

    def _lines(self, width: int) -> tuple[Line, ...]:
        if not self._wraps:
            return (one_line(self.theme, self.text(), self._role, width + 0.5),)
        parts = self.text().split("\n")
        return tuple(
            line for part in parts for line in lines(self.theme, part, self._role, width + 0.5, _MOST)
        )
