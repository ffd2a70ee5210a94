"""Paints one line of a list of results."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.domain.names import initials
from planner.ui import icons
from planner.ui.frame.hit import Hit
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.text import draw_text, one_line

_LEFT, _RIGHT = 18, 18
_BEFORE_WORDS = 11
_AVATAR, _ICON = 28, 15
_MARK = 1.5


def paint_hit(painter: QPainter, row: QRectF, hit: Hit, theme: Theme, *, current: bool) -> None:
    """Picture, words, what stands aside and the key; the current row is tinted and edged."""
    palette = theme.palette
    if current:
        painter.fillRect(row, palette.accent_tint)
        edge = 4 if palette.high_contrast else 2
        painter.fillRect(QRectF(row.left(), row.top(), edge, row.height()), palette.accent)
    _paint_picture(painter, row, hit, theme)
    right = _paint_keys(painter, row, hit, theme)
    picture = _AVATAR if hit.is_person or hit.below else _ICON
    left = row.left() + _LEFT + theme.px(picture) + _BEFORE_WORDS
    if hit.below:
        top = row.top() + (row.height() - theme.line("body") - theme.line("why") - 1) / 2
        _paint_words(painter, top, hit, theme, left, right)
        _paint_below(painter, top + theme.line("body") + 1, hit, theme, left, right)
    else:
        _paint_words(painter, row.top() + (row.height() - theme.line("body")) / 2, hit, theme, left, right)


def _paint_picture(painter: QPainter, row: QRectF, hit: Hit, theme: Theme) -> None:
    if hit.is_person:
        across = theme.px(_AVATAR)
        top = row.top() + (row.height() - across) / 2
        place = QRectF(row.left() + _LEFT, top, across, across)
        paint_avatar(painter, place, initials(hit.words), hit.hue, theme.palette)
        return
    size = theme.px(_ICON)
    left = row.left() + _LEFT + ((theme.px(_AVATAR) - size) / 2 if hit.below else 0)
    place = QRectF(left, row.top() + (row.height() - size) / 2, size, size)
    icons.draw(painter, place, hit.icon or "arrow", theme.palette.ink2)


def _paint_keys(painter: QPainter, row: QRectF, hit: Hit, theme: Theme) -> float:
    """The key that chooses the line, at its right end; returns where the room for words ends."""
    right = row.right() - _RIGHT
    if not hit.keys:
        return right
    cap = keycap_size(theme, hit.keys)
    top = row.top() + (row.height() - cap.height()) / 2
    paint_keycap(painter, QRectF(right - cap.width(), top, cap.width(), cap.height()), hit.keys, theme)
    return right - cap.width() - 12


def _paint_words(painter: QPainter, top: float, hit: Hit, theme: Theme, left: float, right: float) -> None:
    palette = theme.palette
    role = "strong" if hit.is_person or hit.below else "body"
    ink = palette.ink if hit.is_person or hit.below or hit.command else palette.ink2
    room = (right - left) * (0.62 if hit.aside else 1)
    used = draw_text(painter, left, top, hit.words, role, theme, ink, room)
    if not hit.aside:
        return
    width = min(right - left - used - 12, one_line(theme, hit.aside, "why").width + 1)
    below = top + (theme.line("body") - theme.line("why")) / 2
    draw_text(painter, right - width, below, hit.aside, "why", theme, palette.ink3, width)


def _paint_below(painter: QPainter, top: float, hit: Hit, theme: Theme, left: float, right: float) -> None:
    """The second line, what was searched for underlined in it."""
    palette = theme.palette
    room = right - left
    width = draw_text(painter, left, top, hit.below, "why", theme, palette.ink2, room)
    foot = top + theme.line("why") - _MARK
    for start, end in hit.marks:
        begin = one_line(theme, hit.below[:start], "why").width if start else 0.0
        stop = min(width, one_line(theme, hit.below[:end], "why").width)
        if begin < stop:
            begin += _space(theme) if hit.below[:start].endswith(" ") else 0.0
            painter.fillRect(QRectF(left + begin, foot, stop - begin, _MARK), palette.accent)


def _space(theme: Theme) -> float:
    """How wide the space is that a line cut before a word has lost."""
    return one_line(theme, "n n", "why").width - one_line(theme, "nn", "why").width
