"""Where everything of one row lies: for painting it, and for finding what was clicked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from planner.actions.imports.files import Difference
from planner.ui.review.rows import LINES, Answer, Row
from planner.ui.review.telling import Telling
from planner.ui.theme import Theme
from planner.ui.widgets.badge import Badge, badge_height, badge_width
from planner.ui.widgets.text import one_line

TICK = 16
_HEAD, _ASKS, _CONFLICT, _FOOT = 56, 70, 30, 8
_PAD, _GAP, _COLUMN_GAP, _PICTURE = 16, 12, 18, 34
_NAME_SHARE, _NAME_LEAST, _NAME_MOST = 0.3, 170, 320
BUTTON_HEIGHT, BUTTON_PAD, BUTTON_ICON = 24, 9, 12
_BETWEEN = 5
TAKE, TAKEN = "Take it", "Taken"

Spot = Answer | Difference | Literal["tick"]
"""What can be clicked in a row: an answer, a difference to take, or the tick box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anatomy:
    """The places of one row. `answers` and `takings` are its painted buttons."""

    row: QRectF
    tick: QRectF
    picture: QRectF
    name: QRectF
    words: QRectF
    badge: QRectF
    answers: tuple[tuple[Answer, QRectF], ...]
    conflicts: tuple[tuple[Difference, QRectF], ...]
    takings: tuple[tuple[Difference, QRectF], ...]


def row_height(theme: Theme, row: Row, conflicts: int) -> int:
    """How high a row is with so many differences to decide."""
    height = theme.px(_ASKS if row.asks else _HEAD)
    return height + conflicts * theme.px(_CONFLICT) + theme.px(_FOOT) if conflicts else height


def badge_of(told: Telling) -> Badge | None:
    """What a meeting becomes, as a badge."""
    if told.badge is None:
        return None
    icon, word = told.badge
    return Badge(icon, word, "plain" if icon else "outline")


def anatomy(theme: Theme, row: Row, told: Telling, answer: Answer, place: QRectF) -> Anatomy:
    """Lay a row out in its place."""
    head = QRectF(place.left(), place.top(), place.width(), theme.px(_ASKS if row.asks else _HEAD))
    tick, size = theme.px(TICK), theme.px(_PICTURE)
    middle = head.center().y()
    x = place.left() + _PAD
    tick_box = QRectF(x, round(middle - tick / 2), tick, tick)
    picture = QRectF(x + tick + _GAP, round(middle - size / 2), size, size)
    left, right = picture.right() + _GAP, place.right() - _PAD
    badge = badge_of(told)
    badge_place = QRectF(right, middle, 0, 0)
    if badge is not None:
        width, height = badge_width(theme, badge), badge_height(theme)
        badge_place = QRectF(right - width, round(middle - height / 2), width, height)
    edge = badge_place.left() - (_GAP if badge else 0)
    if row.section in LINES:
        name = QRectF(left, head.top(), right - left, head.height())
    else:
        wide = min(theme.px(_NAME_MOST), max(theme.px(_NAME_LEAST), place.width() * _NAME_SHARE))
        name = QRectF(left, head.top(), wide, head.height())
    words_left = min(name.right() + _COLUMN_GAP, edge)
    words = QRectF(words_left, head.top(), edge - words_left, head.height())
    conflicts, takings = _conflicts(theme, told, words, head.bottom(), right)
    return Anatomy(
        row=place,
        tick=tick_box,
        picture=picture,
        name=name,
        words=words,
        badge=badge_place,
        answers=_answers(theme, row, answer, words),
        conflicts=conflicts,
        takings=takings,
    )


def spot_at(places: Anatomy, told: Telling, position: QPointF) -> Spot | None:
    """What a click at a position is meant for."""
    for answer, rect in places.answers:
        if rect.adjusted(-_BETWEEN / 2, -2, _BETWEEN / 2, 2).contains(position):
            return answer
    for difference, rect in places.takings:
        if rect.adjusted(-2, -2, 2, 2).contains(position):
            return difference
    beside = position.x() < places.picture.left() and places.row.contains(position)
    return "tick" if told.ticked is not None and beside else None


def button_width(theme: Theme, text: str, chosen: bool) -> float:
    """How wide a painted button is; the chosen one has a tick before its words."""
    width = one_line(theme, text, "state").width + 2 * BUTTON_PAD
    return width + (theme.px(BUTTON_ICON) + 3 if chosen else 0)


def _answers(theme: Theme, row: Row, chosen: Answer, words: QRectF) -> tuple[tuple[Answer, QRectF], ...]:
    if not row.asks:
        return ()
    height = theme.px(BUTTON_HEIGHT)
    x, top = words.left(), round(words.center().y() + 1)
    placed = []
    for answer in row.answers:
        width = button_width(theme, answer.value, answer is chosen)
        placed.append((answer, QRectF(x, top, width, height)))
        x += width + _BETWEEN
    return tuple(placed)


def _conflicts(
    theme: Theme, told: Telling, words: QRectF, top: float, right: float
) -> tuple[tuple[tuple[Difference, QRectF], ...], tuple[tuple[Difference, QRectF], ...]]:
    line, height = theme.px(_CONFLICT), theme.px(BUTTON_HEIGHT)
    # one width for both words, so that the button stays where it was clicked
    width = max(button_width(theme, TAKE, False), button_width(theme, TAKEN, True))
    conflicts, takings = [], []
    for number, difference in enumerate(told.conflicts):
        y = top + number * line
        button = QRectF(right - width, round(y + (line - height) / 2), width, height)
        conflicts.append((difference, QRectF(words.left(), y, button.left() - _GAP - words.left(), line)))
        takings.append((difference, button))
    return tuple(conflicts), tuple(takings)
