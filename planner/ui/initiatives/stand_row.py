"""One person's place on an initiative: where they stand today, and where you hope, on five columns."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.names import initials
from planner.domain.stands import ORDER, Stand, in_words, moved
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

Mark = Literal["now", "hoped"]
HEIGHT = 44
_PERSON = 196
_AVATAR = 28
_DISC, _RING, _BOTH = 12.0, 11.0, 15.5
_REACH = 16
_PAD = 10
_DASH = [3.2 / 1.6, 2.4 / 1.6]
ASKED = "Not known yet"


class Who(NamedTuple):
    """The person of a row."""

    person_id: int
    name: str
    role: str
    hue: str


def column_of(row: QRectF, theme: Theme, stand: Stand) -> QRectF:
    """The place of a column within a row."""
    left = row.left() + theme.px(_PERSON)
    width = (row.right() - left) / len(ORDER)
    return QRectF(left + ORDER.index(stand) * width, row.top(), width, row.height())


class StandHeads(ThemedWidget):
    """The names of the five columns, above the rows."""

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.theme.px(640), self.theme.line("labelStrong") + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names, each in the middle of its column."""
        painter = QPainter(self)
        for stand in ORDER:
            place = column_of(QRectF(self.rect()), self.theme, stand)
            name = stand.capitalize()
            left = place.center().x() - one_line(self.theme, name, "labelStrong").width / 2
            draw_text(painter, left, 0, name, "labelStrong", self.theme, self.theme.palette.ink)
        painter.end()


class StandRow(ThemedWidget):
    """A filled disc for today, a dashed ring for where you hope, a green ring around both where they agree.

    A click puts the mark that `setting` names, with Shift the hoped one, and takes it away from where it is
    already; the marks can be dragged. Left and right move today's, with Shift the hoped one; Delete forgets.
    """

    changed = Signal()

    def __init__(self, theme: Theme, who: Who, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.who = who
        self.now: Stand | None = None
        self.hoped: Stand | None = None
        self.setting: Mark = "now"
        self._held: Mark | None = None
        self._was: Stand | None = None
        self._under: Stand | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_stand(None, None)

    def show_stand(self, now: Stand | None, hoped: Stand | None) -> None:
        """Show these marks, without telling anybody."""
        self.now, self.hoped = now, hoped
        self.setAccessibleName(f"{self.who.name}: {in_words(now, hoped)}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the person and five columns."""
        return QSize(self.theme.px(640), self.theme.px(HEIGHT))

    # Marks

    def _put(self, mark: Mark, stand: Stand | None) -> None:
        now, hoped = (stand, self.hoped) if mark == "now" else (self.now, stand)
        if (now, hoped) != (self.now, self.hoped):
            self.show_stand(now, hoped)
            self.changed.emit()

    def _stand(self, mark: Mark) -> Stand | None:
        return self.now if mark == "now" else self.hoped

    def _column_at(self, x: float) -> Stand | None:
        row = QRectF(self.rect())
        inside = (each for each in ORDER if column_of(row, self.theme, each).left() <= x)
        return max(inside, key=ORDER.index, default=None)

    def _mark_at(self, place: QPointF) -> Mark | None:
        """The mark under the pointer; where both are, the one that is being set."""
        found: list[Mark] = [
            mark
            for mark in ("now", "hoped")
            if (stand := self._stand(mark)) is not None
            and (self._centre(stand) - place).manhattanLength() <= self.theme.px(_REACH)
        ]
        return self.setting if self.setting in found else next(iter(found), None)

    def _centre(self, stand: Stand) -> QPointF:
        return column_of(QRectF(self.rect()), self.theme, stand).center()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a mark, or put one."""
        stand = self._column_at(event.position().x())
        if event.button() is not Qt.MouseButton.LeftButton or stand is None:
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._held = "hoped" if shifted else self._mark_at(event.position()) or self.setting
        self._was = self._stand(self._held)
        self._put(self._held, stand)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the mark along."""
        stand = self._column_at(event.position().x())
        if self._held is not None and stand is not None:
            if stand is not self._was:
                self._was = None
            self._put(self._held, stand)
        if stand is not self._under:
            self._under = stand
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click where the mark was takes it away: not known any more."""
        held, self._held = self._held, None
        if held is not None and self._was is not None and self._stand(held) is self._was:
            self._put(held, None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._under = None
        self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the marks, or forget them."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        mark: Mark = "hoped" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "now"
        if step:
            self._put(mark, moved(self._stand(mark), step))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._put(mark, None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the person and the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, palette = QRectF(self.rect()), self.theme.palette
        self._paint_ground(painter, row)
        for stand in ORDER:
            place = column_of(row, self.theme, stand)
            if stand is self._under and self._held is None:
                painter.fillRect(place.adjusted(1, 1, 0, -1), palette.hover)
            painter.setPen(QPen(palette.line, 1))
            x = round(place.left()) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, row.bottom()))
        self._paint_person(painter, row)
        paint_marks(painter, row, self.who, self.now, self.hoped, self.theme)
        if self.hasFocus():
            painter.setPen(QPen(palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_ground(self, painter: QPainter, row: QRectF) -> None:
        painter.setPen(QPen(self.theme.palette.line, 1))
        painter.drawLine(QPointF(0, row.bottom() - 0.5), QPointF(row.right(), row.bottom() - 0.5))

    def _paint_person(self, painter: QPainter, row: QRectF) -> None:
        theme, palette = self.theme, self.theme.palette
        size, middle = theme.px(_AVATAR), row.center().y()
        avatar = QRectF(4, middle - size / 2, size, size)
        paint_avatar(painter, avatar, initials(self.who.name), self.who.hue, palette)
        left, second = 4 + size + _PAD, self._second_line()
        room = theme.px(_PERSON) - left - _PAD
        top = middle - (theme.line("name") + (theme.line("caption") if second else 0)) / 2
        draw_text(painter, left, top, self.who.name, "name", theme, palette.ink, room)
        draw_text(painter, left, top + theme.line("name"), second, "caption", theme, palette.ink3, room)

    def _second_line(self) -> str:
        return self.who.role if self.now is not None else ASKED


def paint_marks(
    painter: QPainter, row: QRectF, who: Who, now: Stand | None, hoped: Stand | None, theme: Theme
) -> None:
    """Draw today's disc, the hoped ring and the way between them."""
    palette, middle = theme.palette, row.center().y()
    here = column_of(row, theme, now).center().x() if now else None
    there = column_of(row, theme, hoped).center().x() if hoped else None
    scale = theme.text_scale
    if here is not None and here == there:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.on_rhythm.ink, 1.5))
        painter.drawEllipse(QPointF(here, middle), _BOTH * scale, _BOTH * scale)
    elif there is not None:
        if here is not None:
            _paint_way(painter, here, there, middle, palette.accent, scale)
        _paint_ring(painter, QPointF(there, middle), palette, scale)
    if here is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.ink2)
        painter.drawEllipse(QPointF(here, middle), _DISC * scale, _DISC * scale)
        letters = initials(who.name)
        left = here - one_line(theme, letters, "captionStrong").width / 2
        top = middle - theme.line("captionStrong") / 2
        draw_text(painter, left, top, letters, "captionStrong", theme, palette.surface)


def _paint_ring(painter: QPainter, centre: QPointF, palette: Palette, scale: float) -> None:
    pen = QPen(palette.accent, 1.6)
    pen.setDashPattern(_DASH)
    painter.setPen(pen)
    painter.setBrush(palette.surface)
    painter.drawEllipse(centre, _RING * scale, _RING * scale)


def _paint_way(painter: QPainter, here: float, there: float, y: float, colour: QColor, scale: float) -> None:
    """An arrow from the disc to the ring, to either side."""
    way = 1.0 if there > here else -1.0
    begin, end = here + way * 15 * scale, there - way * 13 * scale
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(QPointF(begin, y), QPointF(end - way * 7, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    back = end - way * 8
    painter.drawPolygon(QPolygonF([QPointF(end, y), QPointF(back, y - 4.2), QPointF(back, y + 4.2)]))


class StandLegend(ThemedWidget):
    """What the marks mean, each beside its words."""

    _WORDS = ("Today", "Where you hope", "Both, hold")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(round(self._place(len(self._WORDS))), self.theme.line("caption") + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, middle = self.theme.palette, self.height() / 2
        for number, said in enumerate(self._WORDS):
            centre = QPointF(self._place(number) + 7, middle)
            self._paint_mark(painter, centre, number, palette)
            top = middle - self.theme.line("caption") / 2
            draw_text(painter, centre.x() + 12, top, said, "caption", self.theme, palette.ink3)
        painter.end()

    def _paint_mark(self, painter: QPainter, centre: QPointF, number: int, palette: Palette) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if number == 1:
            pen = QPen(palette.accent, 1.4)
            pen.setDashPattern([3 / 1.4, 2 / 1.4])
            painter.setPen(pen)
            painter.drawEllipse(centre, 5.6, 5.6)
            return
        if number == 2:
            painter.setPen(QPen(palette.on_rhythm.ink, 1.4))
            painter.drawEllipse(centre, 6.2, 6.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.ink2)
        radius = 6.0 if number == 0 else 3.6
        painter.drawEllipse(centre, radius, radius)

    def _place(self, number: int) -> float:
        """Where a mark begins."""
        widths = (one_line(self.theme, said, "caption").width for said in self._WORDS[:number])
        return sum(width + 19 + 16 for width in widths)
