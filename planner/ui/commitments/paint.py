"""Paints the commitments page: what was promised, by whom to whom, until when, and how it ended."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.domain.commitments import Outcome
from planner.domain.names import initials
from planner.ui import icons
from planner.ui.commitments.model import ROW
from planner.ui.commitments.rows import Heading, Line, Row
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.group_heading import HEIGHT as HEADING
from planner.ui.widgets.group_heading import HeadingLook, paint_group_heading
from planner.ui.widgets.state_shape import paint_state, state_width
from planner.ui.widgets.text import draw_text, one_line

HEIGHT = 56
MARGIN = 20
_CIRCLE, _AVATAR, _ARROW = 20, 32, 13
_PAD, _GAP, _DAY_GAP = 8, 12, 16
_ABOVE_HEADING = 6
_BUTTON, _BUTTON_PAD, _BUTTON_GAP = 26, 9, 4
OUTCOMES = {
    Outcome.KEPT: ("check", "on_rhythm"),
    Outcome.KEPT_LATE: ("clock", "due"),
    Outcome.RENEGOTIATED: ("arrow", "ink3"),
    Outcome.BROKEN: ("x", "overdue"),
    Outcome.RELEASED: ("hand", "ink3"),
}


class LineAction(StrEnum):
    """What a click on a part of a line does."""

    KEPT = "Kept"
    MOVE = "Another day"
    MORE = "More"
    PERSON = "person"


_BUTTONS = (LineAction.KEPT, LineAction.MOVE, LineAction.MORE)
_ENDED_BUTTONS = (LineAction.MORE,)


class CommitmentDelegate(QStyledItemDelegate):
    """Paints headings and lines, and knows what is where on them."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Lines are all alike; headings have air above them."""
        height = HEADING + _ABOVE_HEADING if isinstance(index.data(ROW), Heading) else HEIGHT
        return QSize(200, self._theme.px(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: Row = index.data(ROW)
        place = self.place_of(QRectF(option.rect))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            place.setTop(place.top() + self._theme.px(_ABOVE_HEADING))
            look = HeadingLook(folded=row.folded, hovered=hovered, focused=focused)
            paint_group_heading(painter, place, row.said, self._theme, look)
        else:
            self._paint_ground(painter, place, chosen=chosen, focused=focused, hovered=hovered)
            self._paint_line(painter, place, row, acts=hovered or focused)
        painter.restore()

    def action_at(self, place: QRectF, row: Line, position: QPointF, *, acts: bool) -> LineAction | None:
        """What is under a position of a line; None where a click only chooses it."""
        if acts:
            for action, rect in self._buttons(place, row):
                if rect.contains(position):
                    return action
        if row.listed.outcome is None and self._circle(place).adjusted(-5, -8, 5, 8).contains(position):
            return LineAction.KEPT
        return LineAction.PERSON if self._avatar(place).contains(position) else None

    def place_of(self, rect: QRectF) -> QRectF:
        """Where a row is drawn within its item: the list's bar lies in the margin."""
        right = self._view.width() - MARGIN
        return QRectF(rect.left() + MARGIN, rect.top(), right - MARGIN, rect.height())

    # Parts

    def _circle(self, place: QRectF) -> QRectF:
        size = self._theme.px(_CIRCLE)
        return QRectF(place.left() + _PAD, round(place.center().y() - size / 2), size, size)

    def _avatar(self, place: QRectF) -> QRectF:
        size = self._theme.px(_AVATAR)
        left = self._circle(place).right() + _GAP
        return QRectF(left, round(place.center().y() - size / 2), size, size)

    def _buttons(self, place: QRectF, row: Line) -> list[tuple[LineAction, QRectF]]:
        theme = self._theme
        height, right = theme.px(_BUTTON), place.right() - _PAD
        placed = []
        for action in reversed(_BUTTONS if row.listed.outcome is None else _ENDED_BUTTONS):
            width = one_line(theme, action.value, "state").width + 2 * _BUTTON_PAD
            placed.append((action, QRectF(right - width, place.center().y() - height / 2, width, height)))
            right -= width + _BUTTON_GAP
        return placed[::-1]

    # Painting

    def _paint_ground(
        self, painter: QPainter, place: QRectF, *, chosen: bool, focused: bool, hovered: bool
    ) -> None:
        palette = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(palette.accent_tint if chosen else palette.hover)
            painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 6, 6)
        painter.setPen(QPen(palette.line, 1))
        line = place.bottom() - 0.5
        painter.drawLine(QPointF(place.left(), line), QPointF(place.right(), line))
        if focused:
            painter.setPen(QPen(palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 2, -1, -2), 6, 6)

    def _paint_line(self, painter: QPainter, place: QRectF, row: Line, *, acts: bool) -> None:
        theme, palette, listed = self._theme, self._theme.palette, row.listed
        self._paint_end(painter, self._circle(place), listed.outcome, acts=acts)
        disc = self._avatar(place)
        paint_avatar(painter, disc, initials(listed.name), listed.hue, palette)
        right = self._paint_right(painter, place, row, acts=acts)
        left = disc.right() + _GAP
        room = max(20.0, right - _DAY_GAP - left)
        ink = palette.ink if listed.outcome is None else palette.ink2
        top = place.center().y() - (theme.line("button") + theme.line("caption") + 1) / 2
        draw_text(painter, left, top, listed.what, "button", theme, ink, room)
        top += theme.line("button") + 1
        size = theme.px(_ARROW)
        arrow = QRectF(left, top + (theme.line("caption") - size) / 2, size, size)
        icons.draw(painter, arrow, "out" if listed.yours else "inn", palette.ink3)
        note = f"{row.whose}; {listed.note}" if listed.note else row.whose
        after = size + 5
        draw_text(painter, left + after, top, note, "caption", theme, palette.ink3, room - after)

    def _paint_end(self, painter: QPainter, circle: QRectF, outcome: Outcome | None, *, acts: bool) -> None:
        """An empty circle to tick while it is open; how it ended once it has."""
        palette = self._theme.palette
        if outcome is None:
            painter.setPen(QPen(palette.accent if acts else palette.line_strong, 1.4))
            painter.setBrush(palette.surface)
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
            return
        icon, colour = OUTCOMES[outcome]
        tint = palette.sunken if colour == "ink3" else palette.named(f"{colour}_tint")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawEllipse(circle)
        inset = circle.width() * 0.22
        icons.draw(
            painter, circle.adjusted(inset, inset, -inset, -inset), icon, palette.named(colour), stroke=1.9
        )

    def _paint_right(self, painter: QPainter, place: QRectF, row: Line, *, acts: bool) -> float:
        """The buttons under the pointer, else the day; returns where that begins."""
        theme, middle = self._theme, place.center().y()
        if acts:
            placed = self._buttons(place, row)
            for action, rect in placed:
                self._paint_button(painter, rect, action)
            place = QRectF(place.left(), place.top(), placed[0][1].left() - 4 - place.left(), place.height())
        right = place.right() - _PAD
        if row.state is not None:
            left = right - state_width(theme, row.day)
            paint_state(painter, left, middle, row.state, row.day, theme)
            return left
        left = right - one_line(theme, row.day, "state").width
        draw_text(
            painter, left, middle - theme.line("state") / 2, row.day, "state", theme, self._day_ink(row)
        )
        return left

    def _day_ink(self, row: Line) -> QColor:
        palette = self._theme.palette
        return palette.ink2 if row.listed.due_on and row.listed.outcome is None else palette.ink3

    def _paint_button(self, painter: QPainter, rect: QRectF, action: LineAction) -> None:
        theme, palette = self._theme, self._theme.palette
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        width = one_line(theme, action.value, "state").width
        top = rect.center().y() - theme.line("state") / 2
        draw_text(painter, rect.center().x() - width / 2, top, action.value, "state", theme, palette.ink)
