"""Key caps with what they do, in a row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.ui.theme import Theme
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.text import draw_text, one_line

_GAP, _BETWEEN = 6, 16


def paint_keys(
    painter: QPainter, x: float, middle: float, keys: Iterable[tuple[str, str]], theme: Theme, right: float
) -> float:
    """Paint caps and words from `x`, as many as fit before `right`; returns where they end."""
    for cap_words, words in keys:
        cap = keycap_size(theme, cap_words)
        width = cap.width() + _GAP + one_line(theme, words, "why").width
        if x + width > right:
            break
        place = QRectF(x, middle - cap.height() / 2, cap.width(), cap.height())
        paint_keycap(painter, place, cap_words, theme)
        top = middle - theme.line("why") / 2
        draw_text(painter, x + cap.width() + _GAP, top, words, "why", theme, theme.palette.ink2)
        x += width + _BETWEEN
    return x
