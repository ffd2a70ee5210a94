"""Paints the rows of an understood line, and what it does to the rhythm."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from planner.domain.names import initials
from planner.ui import icons
from planner.ui.field.after import After
from planner.ui.field.reading import Part, Shown, Stop
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.state_shape import paint_state, state_width
from planner.ui.widgets.strip import HEIGHT as STRIP_HEIGHT
from planner.ui.widgets.strip import paint_strip
from planner.ui.widgets.text import draw_text, one_line

EDGE = 18
VALUE_AT = 142
_ICON, _AVATAR = 15, 28
_LEAST_BESIDE = 0.2
_AFTER_LABEL_TO_STRIP = 14
_STRIP = 150
_LOOKS = {"strong": ("button", "ink"), "soft": ("body", "ink3"), "badge": ("label", "ink")}


class Beside(NamedTuple):
    """What stands at the right end of a row: words, their colour, and a key."""

    words: str
    colour: str = "ink3"
    keys: str = ""


def paint_row(
    painter: QPainter,
    row: QRectF,
    shown: Shown,
    beside: Beside,
    theme: Theme,
    stop: Stop | None,
    *,
    marked: bool,
    covered: float = 0.0,
) -> None:
    """One row; `stop` is the part that is being put right, in a field that ends at `covered`."""
    palette = theme.palette
    if marked:
        painter.fillRect(row, palette.accent_tint)
        painter.fillRect(
            QRectF(row.left(), row.top(), 4 if palette.high_contrast else 2, row.height()), palette.accent
        )
    size = theme.px(_ICON)
    middle = row.center().y()
    icons.draw(painter, QRectF(EDGE, middle - size / 2, size, size), shown.icon, palette.ink3)
    draw_text(
        painter, EDGE + size + 8, middle - theme.line("label") / 2, shown.label, "label", theme, palette.ink3
    )
    right = _paint_beside(painter, row, beside, theme, value_right(theme, shown) + 12)
    _paint_parts(painter, middle, shown, theme, stop, right - 12, covered)


def value_left(theme: Theme, shown: Shown) -> float:
    """Where a row's words begin."""
    avatar = theme.px(_AVATAR) + 9 if shown.person is not None else 0
    return theme.px(VALUE_AT) + avatar


def value_right(theme: Theme, shown: Shown) -> float:
    """Where they would end, were there room for all of them."""
    return value_left(theme, shown) + sum(part_width(theme, part) for part in shown.parts)


def part_left(theme: Theme, shown: Shown, stop: Stop) -> float:
    """Where the part at a stop begins."""
    x = value_left(theme, shown)
    for part in shown.parts:
        if part.stop == stop:
            return x
        x += part_width(theme, part)
    return x


def part_width(theme: Theme, part: Part) -> float:
    """How wide a part is."""
    role, _ = _LOOKS[part.look]
    lost = _space(theme, role) if part.words.startswith(" ") else 0.0
    return one_line(theme, part.words, role).width + lost + (8 if part.look == "badge" else 0)


def _paint_parts(
    painter: QPainter,
    middle: float,
    shown: Shown,
    theme: Theme,
    stop: Stop | None,
    right: float,
    covered: float,
) -> None:
    palette = theme.palette
    if shown.person is not None:
        across = theme.px(_AVATAR)
        place = QRectF(theme.px(VALUE_AT), middle - across / 2, across, across)
        paint_avatar(painter, place, initials(shown.person.name), shown.person.hue, palette)
    x, opened = value_left(theme, shown), False
    for part in shown.parts:
        opened = opened or (stop is not None and part.stop == stop)
        if opened and x < covered:
            x += part_width(theme, part)
            continue
        role, colour = _LOOKS[part.look]
        left, top = x, middle - theme.line(role) / 2
        width = min(part_width(theme, part), max(0.0, right - x))
        if part.look == "badge":
            box = QRectF(x, middle - theme.px(11), width, theme.px(22))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.sunken)
            painter.drawRoundedRect(box, 4, 4)
            left, width = left + 4, width - 8
        elif part.words.startswith(" "):
            left += _space(theme, role)
            width -= _space(theme, role)
        draw_text(painter, left, top, part.words, role, theme, palette.named(colour), max(0.0, width))
        x += part_width(theme, part)


def _paint_beside(painter: QPainter, row: QRectF, beside: Beside, theme: Theme, free_from: float) -> float:
    """Words and key at the right end; returns where the room for the row's words ends.

    Where both do not fit, the words beside are cut first: those of the row are what will be written down.
    """
    right = float(row.right() - EDGE)
    middle = row.center().y()
    if beside.keys:
        cap = keycap_size(theme, beside.keys)
        place = QRectF(right - cap.width(), middle - cap.height() / 2, cap.width(), cap.height())
        paint_keycap(painter, place, beside.keys, theme)
        right -= cap.width() + 6
    if not beside.words:
        return right
    most = max(row.width() * _LEAST_BESIDE, right - free_from)
    width = min(most, one_line(theme, beside.words, "why").width + 1)
    colour = theme.palette.named(beside.colour)
    draw_text(
        painter, right - width, middle - theme.line("why") / 2, beside.words, "why", theme, colour, width
    )
    return right - width


def paint_after(painter: QPainter, box: QRectF, after: After, theme: Theme) -> None:
    """The box that says what the line does to the rhythm."""
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.sunken)
    painter.drawRoundedRect(box, 8, 8)
    middle = box.center().y()
    top = middle - theme.line("why") / 2
    x = float(box.left() + 12)
    x += draw_text(painter, x, top, after.lead, "why", theme, palette.ink2) + _AFTER_LABEL_TO_STRIP
    if after.strip is not None:
        place = QRectF(x, middle - STRIP_HEIGHT / 2 - 1, theme.px(_STRIP), STRIP_HEIGHT)
        paint_strip(painter, place, after.strip, palette, palette.sunken)
        x = place.right() + 10
    paint_state(painter, x, middle, after.state, after.state_words, theme)
    x += state_width(theme, after.state_words) + 12
    width = min(box.right() - 12 - x, one_line(theme, after.said, "why").width + 1)
    draw_text(painter, box.right() - 12 - width, top, after.said, "why", theme, palette.ink3, width)


def _space(theme: Theme, role: str) -> float:
    """How wide a space is; a line of text has none at its beginning."""
    return one_line(theme, "n n", role).width - one_line(theme, "nn", role).width
