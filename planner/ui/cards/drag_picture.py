"""What hangs under the pointer while cards are dragged: the card itself, lifted, with a count for several."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from planner.ui.blending import desktop_blends
from planner.ui.cards import board_card
from planner.ui.cards.cached import card_picture
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.facts import CardFacts
from planner.ui.theme import Theme
from planner.ui.widgets.shadow import shadow_margin
from planner.ui.widgets.text import draw_text, one_line

_COUNT = 22


def drag_margin(theme: Theme) -> int:
    """Room around the dragged card for its shadow, where the desktop can show one: add it to the hot spot."""
    return shadow_margin("lift", theme.palette) if desktop_blends() else 0


def drag_pixmap(theme: Theme, facts: CardFacts, width: int, ratio: float, count: int = 1) -> QPixmap:
    """A board card as it is dragged, on a screen of `ratio`; `count` above 1 shows on its corner."""
    look = CardLook(dragging=True)
    size = width, board_card.height_for_width(theme, facts, width, look)
    margin = drag_margin(theme)
    picture = card_picture(theme, board_card.paint, facts, look, size, ratio, margin)
    if count > 1:
        painter = QPainter(picture)
        paint_count(painter, QRectF(margin, margin, *size), count, theme)
        painter.end()
    return picture


def paint_count(painter: QPainter, card: QRectF, count: int, theme: Theme) -> None:
    """Draw how many cards are dragged on the upper right corner of the one that is seen."""
    palette = theme.palette
    line = one_line(theme, str(count), "labelStrong")
    width = max(float(_COUNT), line.width + 12)
    pill = QRectF(card.right() - width + 8, card.top() - 8, width, _COUNT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.surface, 2))
    painter.setBrush(palette.accent)
    painter.drawRoundedRect(pill, _COUNT / 2, _COUNT / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    left = pill.center().x() - line.width / 2
    top = pill.center().y() - theme.line("labelStrong") / 2
    draw_text(painter, left, top, str(count), "labelStrong", theme, palette.accent_ink)
