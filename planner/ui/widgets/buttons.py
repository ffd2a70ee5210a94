"""Buttons: the ordinary one in four kinds, and the square one that is only an icon."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from planner.domain.plain import calm
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip

Kind = Literal["normal", "primary", "quiet", "link", "destructive"]
_ICON_COLOURS = {
    "normal": "ink",
    "primary": "accent_ink",
    "quiet": "ink2",
    "link": "accent",
    "destructive": "overdue",
}
_ICON = 16
_ARROW = 12
_ICON_GAP = 3
_SQUARE = 30


def _literal(text: str) -> str:
    return calm(text).replace("&", "&&")


class Button(QPushButton):
    """A button of a kind, its icon in the kind's colour. An ampersand in its text is just a letter.

    One that `opens` something ends in a small arrow down.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = "normal",
        *,
        icon: str = "",
        small: bool = False,
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_literal(text), parent)
        self.theme = theme
        self._kind: Kind = kind
        self._icon = "down" if opens else icon
        self._opens = opens
        self._small = small
        if opens:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setProperty("kind", kind)
        if small:
            self.setProperty("small", True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.follow_theme()
        theme.changed.connect(self.follow_theme)

    def set_words(self, text: str) -> None:
        """Change what the button says."""
        self.setText(_literal(text))
        self.setAccessibleName(text)

    def follow_theme(self) -> None:
        """Take up new sizes and colours."""
        self.setFont(self.theme.font("label" if self._small else "button"))
        if self._icon:
            palette, size = self.theme.palette, self.theme.px(_ARROW if self._opens else _ICON)
            colour = palette.named(_ICON_COLOURS[self._kind])
            # Qt sets 4 px between icon and words; these make up what is missing of it.
            before, after = (_ICON_GAP, 0) if self._opens else (0, _ICON_GAP)
            made = icons.icon(self._icon, colour, size, palette.ink_disabled, before=before, after=after)
            self.setIcon(made)
            self.setIconSize(QSize(size + _ICON_GAP, size))
        self.updateGeometry()


class IconButton(QToolButton):
    """A 30 px square with an icon. Its tooltip is its accessible name; `keys` follow it in brackets."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        tooltip: str,
        *,
        keys: str = "",
        colour: str = "ink2",
        size: int = _SQUARE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon, self._colour, self._square = icon, colour, size
        self.set_tooltip(tooltip, keys)
        self.follow_theme()
        theme.changed.connect(self.follow_theme)

    def set_tooltip(self, tooltip: str, keys: str = "") -> None:
        """Change what the button is for, as after a step that Undo would take back."""
        set_tooltip(self, f"{tooltip} ({keys})" if keys else tooltip)
        self.setAccessibleName(tooltip)

    def set_icon(self, icon: str) -> None:
        """Change the picture."""
        self._icon = icon
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take up new sizes and colours."""
        square = self.theme.px(self._square)
        self.setFixedSize(square, square)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground as the stylesheet has it, and the icon in its middle."""
        super().paintEvent(event)
        palette, size = self.theme.palette, self.theme.px(_ICON)
        place = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        painter = QPainter(self)
        colour = palette.named(self._colour) if self.isEnabled() else palette.ink_disabled
        icons.draw(painter, place, self._icon, colour)
        painter.end()
