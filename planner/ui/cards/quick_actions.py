"""The actions that a card offers under the pointer: painted and hit-tested, not child widgets."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line


class CardAction(StrEnum):
    """What a click on a card's painted button does."""

    LOG = "Log"
    PLAN = "Plan"
    MESSAGE = "Message"
    MORE = "More"
    RETRY = "Retry"
    ACCEPT = "Accept"
    DROP = "Take out"


BOARD_ACTIONS = (CardAction.LOG, CardAction.PLAN, CardAction.MORE)
GRID_ACTIONS = (CardAction.LOG, CardAction.PLAN, CardAction.MESSAGE)
_HEIGHT = 22
_PAD = 8
_BETWEEN = 4


def action_height(theme: Theme) -> int:
    """How high a painted button is."""
    return theme.px(_HEIGHT)


def actions_width(theme: Theme, actions: tuple[CardAction, ...]) -> float:
    """How long a row of painted buttons is."""
    widths = [one_line(theme, action.value, "state").width + 2 * _PAD for action in actions]
    return sum(widths) + _BETWEEN * (len(widths) - 1)


def action_rects(
    theme: Theme, actions: tuple[CardAction, ...], left: float, top: float
) -> list[tuple[CardAction, QRectF]]:
    """Where each painted button is, in a row from (left, top)."""
    placed = []
    for action in actions:
        width = one_line(theme, action.value, "state").width + 2 * _PAD
        placed.append((action, QRectF(left, top, width, action_height(theme))))
        left += width + _BETWEEN
    return placed


def paint_actions(
    painter: QPainter, placed: list[tuple[CardAction, QRectF]], theme: Theme, ground: QColor
) -> None:
    """Draw the buttons over whatever is behind them, on the card's own `ground`."""
    if not placed:
        return
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    whole = placed[0][1].united(placed[-1][1])
    painter.drawRect(whole.adjusted(-1, -2, 1, 0))
    for action, rect in placed:
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        top = rect.center().y() - theme.line("state") / 2
        draw_text(painter, rect.left() + _PAD, top, action.value, "state", theme, palette.ink)


def action_under(placed: list[tuple[CardAction, QRectF]], position: QPointF) -> CardAction | None:
    """The button at a position, with 1 px around it so that the hit area is at least 24 high."""
    for action, rect in placed:
        if rect.adjusted(-_BETWEEN / 2, -1, _BETWEEN / 2, 2).contains(position):
            return action
    return None
