"""The foot of a card whose change could not be saved: a diamond, 'Not saved', and Retry."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from planner.domain.rhythm import State
from planner.ui.cards.quick_actions import CardAction, action_rects, action_under, paint_actions
from planner.ui.theme import Theme
from planner.ui.widgets.state_shape import paint_state, state_width

WORDS = "Not saved"
_GAP = 6


def paint(painter: QPainter, place: QPointF, theme: Theme, ground: QColor) -> None:
    """Draw shape, words and button from the top left corner `place`, on the card's own ground."""
    placed = _button(theme, place)
    paint_state(painter, place.x(), placed[0][1].center().y(), State.OVERDUE, WORDS, theme)
    paint_actions(painter, placed, theme, ground)


def retry_at(theme: Theme, place: QPointF, position: QPointF) -> CardAction | None:
    """The button, where it is at a position."""
    return action_under(_button(theme, place), position)


def _button(theme: Theme, place: QPointF) -> list[tuple[CardAction, QRectF]]:
    left = place.x() + state_width(theme, WORDS) + _GAP
    return action_rects(theme, (CardAction.RETRY,), left, place.y())
