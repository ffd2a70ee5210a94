"""Cards painted once and copied after that, so that scrolling and hovering stay within a frame.

A picture is kept for each combination of facts, look, size and theme; the least recently shown go first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from planner.ui.cards.card_style import CardLook
from planner.ui.cards.facts import CardFacts
from planner.ui.theme import Theme
from planner.ui.widgets import veil

PaintCard = Callable[[QPainter, QRectF, CardFacts, CardLook, Theme], None]
Key = tuple[CardFacts, CardLook, int, int, float]

MARGIN = 10
"""Room in a picture around the card, for the focus ring, the tick and the hover shadow."""
_MOST = 128


class CardPictures:
    """The pictures of one view's cards. Each view keeps its own."""

    def __init__(self, theme: Theme, paint_card: PaintCard) -> None:
        self._theme = theme
        self._paint_card = paint_card
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def paint(self, painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook) -> None:
        """Draw a card exactly as its own paint function does, from memory where it can."""
        picture = self._picture(*self._key(painter, rect, facts, look))
        # A view's painter smooths what it scales; this is copied as it is, at once and without Qt's threads.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawPixmap(QPointF(rect.left() - MARGIN, rect.top() - MARGIN), picture)

    def has(self, painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook) -> bool:
        """Whether the card is in memory, so that painting it takes no time to speak of."""
        return self._whole(self._key(painter, rect, facts, look)) in self._kept

    def _key(self, painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook) -> Key:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        return facts, look, round(rect.width()), round(rect.height()), ratio

    def _whole(self, key: Key) -> Hashable:
        """The key with all of the theme that is seen."""
        theme = self._theme
        return (*key, theme.dark, theme.high_contrast, theme.text_scale, veil.is_on())

    def _picture(self, facts: CardFacts, look: CardLook, width: int, height: int, ratio: float) -> QPixmap:
        key = self._whole((facts, look, width, height, ratio))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = card_picture(self._theme, self._paint_card, facts, look, (width, height), ratio, MARGIN)
        self._kept[key] = made
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return made


def card_picture(
    theme: Theme,
    paint_card: PaintCard,
    facts: CardFacts,
    look: CardLook,
    size: tuple[int, int],
    ratio: float,
    margin: int,
) -> QPixmap:
    """A card of (width, height) as a picture with `margin` logical pixels of nothing around it."""
    width, height = size
    made = QPixmap(round((width + 2 * margin) * ratio), round((height + 2 * margin) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_card(painter, QRectF(margin, margin, width, height), facts, look, theme)
    painter.end()
    return made
