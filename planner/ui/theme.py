"""How the program looks: one appearance for the whole window, switched live.

The composition root makes one Theme and passes it on. Widgets read colours and fonts from it when
they paint and listen to `changed`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from planner.ui import fonts, tokens
from planner.ui.palette import Palette, palette
from planner.ui.stylesheet import stylesheet

SMALLEST_TEXT = 0.9
LARGEST_TEXT = 1.5

_CLASS_FONTS = {
    "QPushButton": "button",
    "QToolButton": "button",
    "QGroupBox": "heading",
    "QHeaderView": "label",
    "QTabBar": "label",
    "QTipLabel": "label",
    "QMenu": "body",
}


class Theme(QObject):
    """Colours, fonts and motion as the person set them. `changed` fires after any of them did."""

    changed = Signal()

    def __init__(
        self,
        *,
        dark: bool = False,
        text_scale: float = 1.0,
        reduced_motion: bool = False,
        high_contrast: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dark = dark
        self._high_contrast = high_contrast
        self._text_scale = _within(text_scale)
        self._reduced_motion = reduced_motion
        self._application: QApplication | None = None

    @property
    def palette(self) -> Palette:
        """The colours of the present appearance."""
        return palette(dark=self._dark, high_contrast=self._high_contrast)

    @property
    def dark(self) -> bool:
        """Whether the dark appearance is on."""
        return self._dark

    @property
    def high_contrast(self) -> bool:
        """Whether everything is as plain to see as the system's high contrast wants it."""
        return self._high_contrast

    @property
    def text_scale(self) -> float:
        """The text size setting, 0.9 to 1.5."""
        return self._text_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may move."""
        return self._reduced_motion

    def set_dark(self, dark: bool) -> None:
        """Switch between light and dark."""
        if dark != self._dark:
            self._dark = dark
            self._tell()

    def set_high_contrast(self, high: bool) -> None:
        """Switch high contrast on or off."""
        if high != self._high_contrast:
            self._high_contrast = high
            self._tell()

    def set_text_scale(self, scale: float) -> None:
        """Set the text size; values outside 0.9 to 1.5 are brought to the nearer end."""
        if _within(scale) != self._text_scale:
            self._text_scale = _within(scale)
            self._tell()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Switch all motion off or on."""
        if reduced != self._reduced_motion:
            self._reduced_motion = reduced
            self.changed.emit()

    def font(self, role: str, *, tabular: bool | None = None) -> QFont:
        """The font of a type role at the present text size. Shared: copy before changing it."""
        return fonts.font(role, self._text_scale, tabular=tabular)

    def line(self, role: str) -> int:
        """The height of one line of a type role at the present text size."""
        return fonts.line_height(role, self._text_scale)

    def px(self, size: float) -> int:
        """A length that follows the text size, in whole pixels."""
        return round(size * self._text_scale)

    def duration(self, name: str) -> int:
        """A motion's length in milliseconds; 0 where motion is reduced."""
        return 0 if self._reduced_motion else tokens.duration(name)

    def apply(self, application: QApplication) -> None:
        """Dress the whole application now and after every change."""
        self._application = application
        self._dress(application)

    def _tell(self) -> None:
        if self._application is not None:
            self._dress(self._application)
        self.changed.emit()

    def _dress(self, application: QApplication) -> None:
        application.setPalette(application_palette(self.palette))
        application.setStyleSheet(stylesheet(self.palette, self._text_scale))
        # the first stylesheet forgets the fonts of classes, so they come after it
        application.setFont(self.font("body"))
        for name, role in _CLASS_FONTS.items():
            application.setFont(self.font(role), name)  # type: ignore[arg-type]  # the stub asks for bytes, the call for text
        QToolTip.setFont(self.font("label"))


def application_palette(colours: Palette) -> QPalette:
    """Qt's own palette in our colours, for whatever no stylesheet rule reaches."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, value in {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.hover,
        role.Text: colours.ink,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.BrightText: colours.overdue.ink,
        role.ToolTipBase: colours.inverse_surface,
        role.ToolTipText: colours.inverse_ink,
        role.PlaceholderText: colours.ink3,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_ink,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.line_strong,
        role.Shadow: colours.line_strong,
    }.items():
        made.setColor(where, value)
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, colours.ink_disabled)
    return made


def _within(scale: float) -> float:
    return min(LARGEST_TEXT, max(SMALLEST_TEXT, scale))
