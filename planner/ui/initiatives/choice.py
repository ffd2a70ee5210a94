"""Choosing one of the initiatives, or a new one: rows with a name, what it is for, and where people stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from planner.domain import words
from planner.domain.stands import tally
from planner.queries.initiatives import InitiativeFacts
from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text, one_line

NEW = 0
_ROW, _LOW = 50, 38
_PAD, _DOT = 12, 16


class ChoiceRow(QAbstractButton):
    """One row: a dot that is filled where it is chosen, two lines, and at the right the people."""

    def __init__(
        self, theme: Theme, key: int, title: str, caption: str, beside: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.theme, self.key = theme, key
        self._caption, self._beside = caption, beside
        self.setText(title)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 8)
        self.setAccessibleName(". ".join(part for part in (title, caption, beside) if part))
        set_tooltip(self, "\n".join(part for part in (caption, beside) if part))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One or two lines."""
        return QSize(self.theme.px(420), self.theme.px(_ROW if self._caption else _LOW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, on = QRectF(self.rect()), self.isChecked()
        painter.setPen(QPen(palette.accent_line if on else palette.line, 1))
        painter.setBrush(
            palette.accent_tint
            if on
            else palette.hover
            if self.underMouse() and self.isEnabled()
            else palette.surface
        )
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        if self.isEnabled():
            self._paint_dot(painter, QPointF(row.left() + _PAD + _DOT / 2, row.center().y()))
        left = _PAD + _DOT + _PAD
        role, ink = ("name", palette.ink) if self.isEnabled() else ("body", palette.ink3)
        high = theme.line(role) + (theme.line("caption") + 1 if self._caption else 0)
        top = row.center().y() - high / 2
        width = one_line(theme, self._beside, "caption").width
        room = row.width() - left - _PAD
        draw_text(painter, left, top, self.text(), role, theme, ink, room - width - _PAD)
        draw_text(painter, row.right() - _PAD - width, top + 1, self._beside, "caption", theme, palette.ink3)
        top += theme.line(role) + 1
        draw_text(painter, left, top, self._caption, "caption", theme, palette.ink2, room)
        painter.end()

    def _paint_dot(self, painter: QPainter, centre: QPointF) -> None:
        palette, on = self.theme.palette, self.isChecked()
        painter.setPen(QPen(palette.accent if on else palette.line_strong, 1.5))
        painter.setBrush(palette.surface)
        painter.drawEllipse(centre, _DOT / 2 - 1, _DOT / 2 - 1)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.accent)
            painter.drawEllipse(centre, 4, 4)


class InitiativeChoice(QWidget):
    """The rows, the last one for a new initiative. `chosen` tells the id, NEW for a new one."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, known: Sequence[InitiativeFacts], today: date) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.rows: list[ChoiceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for each in known:
            self._add(ChoiceRow(theme, each.id, each.name, _caption(each, today), tally(each.stands), self))
        self._add(ChoiceRow(theme, NEW, "A new initiative", "", "", self))
        self.rows[0].setChecked(True)
        self._group.buttonClicked.connect(lambda row: self.chosen.emit(row.key))

    @property
    def current(self) -> ChoiceRow:
        """The row that is chosen."""
        return next(row for row in self.rows if row.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        place = self.rows.index(self.current) + step
        if not step:
            super().keyPressEvent(event)
        elif 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.rows[place].click()

    def _add(self, row: ChoiceRow) -> None:
        self._group.addButton(row)
        self.rows.append(row)
        self._column.addWidget(row)


def _caption(initiative: InitiativeFacts, today: date) -> str:
    """'Nine booking systems become one by March 2028. Next: steering committee, Thu 8 Oct.'"""
    coming = [initiative.next_what[:1].lower() + initiative.next_what[1:]] if initiative.next_what else []
    coming += [words.day_words(initiative.next_on, today)] if initiative.next_on else []
    parts = [initiative.goal.rstrip(".") + "." if initiative.goal else ""]
    parts += [f"Next: {', '.join(coming)}."] if coming else []
    return " ".join(part for part in parts if part)
