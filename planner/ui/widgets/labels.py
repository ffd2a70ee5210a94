"""Labels in the theme's type roles and colours. Their text is always plain."""

from __future__ import annotations

from itertools import islice
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import Line, draw_line, lines, one_line

_MANY = 200
_LEAST_ELIDED = 24


class StyledLabel(QLabel):
    """Text in a type role and a colour of the palette, following both live.

    With `wrap` it grows downwards in the role's own line height, to `most` lines; without, it is one line
    that ends in an ellipsis and shows itself in full as a tooltip where the room is short.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        colour: str = "ink",
        *,
        wrap: bool = False,
        most: int = _MANY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self.theme = theme
        self._role, self._colour, self._wraps = role, colour, wrap
        self._cut = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setFont(theme.font(role))
        self.setText(text)
        theme.changed.connect(self.follow_theme)

    def set_colour(self, colour: str) -> None:
        """Change to another colour role, such as 'overdue'."""
        self._colour = colour
        self.update()

    def set_role(self, role: str) -> None:
        """Change to another type role."""
        self._role = role
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take up new sizes and colours."""
        self.setFont(self.theme.font(self._role))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole text on one line, or a readable column of it."""
        width = ceil(one_line(self.theme, self.text(), self._role).width)
        if self._wraps:
            width = min(width, self.theme.px(360))
            return self._with_margins(QSize(width, self._height(width)))
        return self._with_margins(QSize(width, self.theme.line(self._role)))

    def minimumSizeHint(self) -> QSize:
        """One line; as wide as a short word where the text may wrap."""
        if not self._wraps:
            return self.sizeHint()
        return self._with_margins(QSize(self.theme.px(60), self.theme.line(self._role)))

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._height(inner) + margins.top() + margins.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in a tooltip what no longer fits."""
        super().resizeEvent(event)
        cut = any(line.cut for line in self._lines())
        if cut or self._cut:
            set_tooltip(self, self.text() if cut else "")
        self._cut = cut

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines within the alignment."""
        area, height = self.contentsRect(), self.theme.line(self._role)
        shown = self._lines()
        alignment = self.alignment()
        y = float(area.top())
        if alignment & Qt.AlignmentFlag.AlignVCenter:
            y += (area.height() - height * len(shown)) // 2
        elif alignment & Qt.AlignmentFlag.AlignBottom:
            y += area.height() - height * len(shown)
        palette = self.theme.palette
        ink = palette.named(self._colour) if self.isEnabled() else palette.ink_disabled
        painter = QPainter(self)
        for line in shown:
            slack = area.width() - line.width
            shift = slack if alignment & Qt.AlignmentFlag.AlignRight else 0.0
            shift = slack / 2 if alignment & Qt.AlignmentFlag.AlignHCenter else shift
            draw_line(painter, area.left() + shift, y, line, self._role, self.theme, ink)
            y += height
        painter.end()

    def _lines(self) -> tuple[Line, ...]:
        width = float(self.contentsRect().width()) + 0.5
        if not self._wraps:
            return (one_line(self.theme, self.text(), self._role, width),)
        return _paragraphs(self.theme, self.text(), self._role, width, self._most)

    def _height(self, width: int) -> int:
        count = len(_paragraphs(self.theme, self.text(), self._role, width + 0.5, self._most))
        return max(1, count) * self.theme.line(self._role)

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())


class ElidedLabel(StyledLabel):
    """One line that may become as narrow as its layout likes."""

    def minimumSizeHint(self) -> QSize:
        """Room for a letter and the ellipsis."""
        return QSize(_LEAST_ELIDED, super().minimumSizeHint().height())


def styled_label(
    theme: Theme,
    text: str,
    role: str = "body",
    colour: str = "ink",
    *,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> StyledLabel:
    """A label in a type role ('title', 'caption' ...) and a colour role ('ink2', 'overdue' ...)."""
    return StyledLabel(theme, text, role, colour, wrap=wrap, parent=parent)


def _paragraphs(theme: Theme, text: str, role: str, width: float, most: int) -> tuple[Line, ...]:
    found = (line for each in text.split("\n") for line in lines(theme, each, role, width, most))
    return tuple(islice(found, most))
