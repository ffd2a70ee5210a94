"""The dashed card of a plan that has passed: it asks whether you talked, with three painted answers."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from planner.ui.board.tiles import Question
from planner.ui.cards.card_style import (
    PADDING_BOTTOM,
    PADDING_SIDE,
    PADDING_TOP,
    RADIUS,
    CardLook,
    paint_frame,
    paint_tick,
)
from planner.ui.cards.quick_actions import CardAction
from planner.ui.theme import Theme
from planner.ui.widgets import veil
from planner.ui.widgets.text import baseline, draw_text, one_line

_BUTTON = 24
_BUTTON_PAD = 9
_ABOVE_BUTTONS = 7
_BETWEEN = 4
_DASH = [3.0, 3.0]


class Answer(StrEnum):
    """What can be answered."""

    YES = "Yes, log"
    NO = "No"
    MOVED = "Moved"


def height_for_width(theme: Theme, question: Question, width: int) -> int:
    """How high the card is at a width."""
    placed = _buttons(theme, question, QRectF(0, 0, width, 0))
    return round(placed[-1][1].bottom()) + PADDING_BOTTOM


def paint(
    painter: QPainter,
    rect: QRectF,
    question: Question,
    look: CardLook,
    theme: Theme,
    under: Answer | None = None,
) -> None:
    """Draw the card; `under` is the answer under the pointer."""
    _paint_ground(painter, rect, look, theme)
    painter.save()
    painter.setOpacity(painter.opacity() * look.content_opacity)
    layout = _layout(theme, question, round(rect.width()) - 2 * PADDING_SIDE)
    layout.draw(painter, QPointF(rect.left() + PADDING_SIDE, rect.top() + PADDING_TOP))
    if look.error:
        from planner.ui.cards import not_saved  # where the disk did not take a change

        not_saved.paint(painter, _foot(theme, question, rect), theme, theme.palette.paper)
    else:
        for answer, place in _buttons(theme, question, rect):
            _paint_button(painter, place, answer, theme, hovered=answer is under)
    painter.restore()
    if look.selected and not look.ghost:
        paint_tick(painter, rect, theme.palette)


def hit_at(
    theme: Theme, question: Question, rect: QRectF, look: CardLook, position: QPointF
) -> Answer | CardAction | None:
    """The answer under a position; Retry where the last one could not be saved."""
    if look.error:
        from planner.ui.cards import not_saved  # where the disk did not take a change

        return not_saved.retry_at(theme, _foot(theme, question, rect), position)
    for answer, place in _buttons(theme, question, rect) if look.acts else ():
        if place.adjusted(-_BETWEEN / 2, -1, _BETWEEN / 2, 1).contains(position):
            return answer
    return None


def _paint_ground(painter: QPainter, rect: QRectF, look: CardLook, theme: Theme) -> None:
    if look.selected or look.ghost or look.dragging:
        paint_frame(painter, rect, look, theme.palette)
        return
    # The ground is dashed like a place left behind; only focus and pointer change its line.
    paint_frame(painter, rect, CardLook(ghost=True, focused=look.focused), theme.palette)
    if look.hovered or look.error:
        pen = QPen(theme.palette.overdue.ink if look.error else theme.palette.ink3, 1)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)


def _paint_button(painter: QPainter, place: QRectF, answer: Answer, theme: Theme, *, hovered: bool) -> None:
    palette = theme.palette
    plain = answer is Answer.YES
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.line_strong, 1) if plain else Qt.PenStyle.NoPen)
    ground = palette.hover if hovered else palette.surface
    painter.setBrush(ground if plain or hovered else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5)
    top = place.center().y() - theme.line("label") / 2
    ink = palette.ink if plain else palette.ink2
    draw_text(painter, place.left() + _BUTTON_PAD, top, answer.value, "label", theme, ink)


def _buttons(theme: Theme, question: Question, rect: QRectF) -> list[tuple[Answer, QRectF]]:
    """Where each answer is; what does not fit in a row begins the next one."""
    begin, right = rect.left() + PADDING_SIDE, rect.right() - PADDING_SIDE
    left, top = begin, rect.top() + _buttons_top(theme, question, round(rect.width()))
    placed = []
    for answer in Answer:
        width = one_line(theme, answer.value, "label").width + 2 * _BUTTON_PAD
        if left > begin and left + width > right:
            left, top = begin, top + theme.px(_BUTTON) + _BETWEEN
        placed.append((answer, QRectF(left, top, width, theme.px(_BUTTON))))
        left += width + _BETWEEN
    return placed


def _foot(theme: Theme, question: Question, rect: QRectF) -> QPointF:
    top = rect.top() + _buttons_top(theme, question, round(rect.width()))
    return QPointF(rect.left() + PADDING_SIDE, top)


def _buttons_top(theme: Theme, question: Question, width: int) -> float:
    count = _layout(theme, question, width - 2 * PADDING_SIDE).lineCount()
    return PADDING_TOP + count * theme.line("why") + _ABOVE_BUTTONS


def _layout(theme: Theme, question: Question, width: int) -> QTextLayout:
    palette = theme.palette
    if veil.is_on():
        question = question._replace(
            before=veil.shown(question.before),
            name=veil.shown(question.name),
            after=veil.shown(question.after),
        )
    return _laid_out(theme, question, width, (theme.text_scale, palette.ink.rgba(), palette.ink3.rgba()))


@lru_cache(maxsize=64)
def _laid_out(theme: Theme, question: Question, width: int, _look: tuple[float, int, int]) -> QTextLayout:
    """Shaped once for a look: size and colours."""
    layout = QTextLayout(question.words, theme.font("why"))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(theme, question))
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, y + baseline(theme, "why") - line.ascent()))
        y += theme.line("why")
    layout.endLayout()
    return layout


def _formats(theme: Theme, question: Question) -> list[QTextLayout.FormatRange]:
    faint, strong = QTextCharFormat(), QTextCharFormat()
    faint.setForeground(theme.palette.ink3)
    strong.setForeground(theme.palette.ink)
    strong.setFont(theme.font("labelStrong"))
    begin = len(question.before)
    pieces = ((0, len(question.words), faint), (begin, len(question.name), strong))
    return [_range(*piece) for piece in pieces]


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made
