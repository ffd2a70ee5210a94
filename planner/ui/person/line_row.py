"""A line that opens to the facts behind it: a sign or nothing, words, and a word at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from planner.ui.theme import Theme
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.text import Line, draw_line, draw_text, lines, one_line

_SIGN, _GAP, _ABOVE = 20, 8, 2.5
_MOST = 3
_COLOURS = {"+": "on_rhythm", "−": "overdue", "·": "ink3"}


class LineRow(EnterButton):
    """The words wrap; `sign` is '+', '−' or '·', '' for a line without a column of signs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._sign, self._words, self._when = "", "", ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("focusRadius", 4)

    def show_line(self, words: str, when: str = "", sign: str = "", spoken: str = "") -> None:
        """Show a line; `spoken` is its accessible name where that needs other words."""
        self._sign, self._words, self._when = sign, words, when
        speaks = {"+": "Speaks for: ", "−": "Speaks against: "}.get(sign, "")
        self.setAccessibleName(spoken or f"{speaks}{words}{', ' if when else ''}{when}")
        self.follow_theme()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words

    def sizeHint(self) -> QSize:
        """As high as the words at a usual width."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines, and air above and below."""
        return round(len(self._lines(width)) * self.theme.line("why") + 2 * _ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, words and the word at the right."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        self.paint_hover(painter)
        top = _ABOVE
        if self._sign:
            width = one_line(theme, self._sign, "labelStrong").width
            left = (theme.px(12) - width) / 2
            colour = palette.named(_COLOURS[self._sign])
            draw_text(painter, left, top, self._sign, "labelStrong", theme, colour)
        width = one_line(theme, self._when, "caption").width
        draw_text(painter, self.width() - width, top + 1, self._when, "caption", theme, palette.ink3)
        for line in self._lines(self.width()):
            draw_line(painter, self._left(), top, line, "why", theme, palette.ink2)
            top += theme.line("why")
        painter.end()

    def _left(self) -> int:
        return self.theme.px(_SIGN) if self._sign else 0

    def _lines(self, width: int) -> tuple[Line, ...]:
        when = one_line(self.theme, self._when, "caption").width
        room = width - self._left() - (when + _GAP if when else 0)
        return lines(self.theme, self._words, "why", max(60.0, room), _MOST)
