"""The folded weekend: who is planned there anyway, and that it is kept free."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.only import shows
from planner.queries.week import DayCard, DayColumn
from planner.ui import icons
from planner.ui.board.drag import carried
from planner.ui.board.state import BoardState
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

OPENS_AFTER = 400
KEPT_FREE = "Weekend, kept free"
_RADIUS = 10
_AVATAR = 30
_GAP = 10
_MOST = 4


class FoldedWeekend(ThemedWidget):
    """A narrow column; a click, Enter, or a card held over it for 400 ms opens it."""

    open_wanted = Signal(bool)  # whether a drag wants it
    dropped_on = Signal(object, QPoint)  # the cards, and where on the screen they were let go

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(state.desk.theme, parent)
        self._state = state
        self._cards: tuple[DayCard, ...] = ()
        self._held = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(OPENS_AFTER)
        self._timer.timeout.connect(lambda: self.open_wanted.emit(True))
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_days(self, days: tuple[DayColumn, ...]) -> None:
        """Show who is planned on Saturday and Sunday."""
        cards = (card for day in days for card in day.cards)
        self._cards = tuple(card for card in cards if shows(self._state.only, card.people))
        names = ", ".join(card.standing.name for card in self._cards)
        said, keys = f"{self.words}{': ' + names if names else ''}", self._state.desk.keys.shown("weekend")
        set_tooltip(self, f"{said} ({keys})" if keys else said)
        self.setAccessibleName(f"{said}. Press Enter to open")
        self.update()

    @property
    def words(self) -> str:
        """'Weekend, kept free', or how many are planned."""
        if not self._cards:
            return KEPT_FREE
        return f"Weekend, {words.count(len(self._cards), 'conversation')}"

    # Opening

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_wanted.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_wanted.emit(False)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried(event.mimeData(), self._state):
            event.acceptProposedAction()
            self._hold(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # Taken even where nothing comes of it, so that a card let go just as it opens is not lost.
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._hold(False)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        place = self.mapToGlobal(event.position().toPoint())
        self.dropped_on.emit(carried(event.mimeData(), self._state), place)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hold(False)

    def hideEvent(self, event: QHideEvent) -> None:
        self._hold(False)

    def _hold(self, held: bool) -> None:
        self._held = held
        if held:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names of days, avatars, and the words from top to bottom."""
        palette, theme = self.theme.palette, self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        y = 8.0
        for day in ("Sat", "Sun"):
            width = one_line(theme, day, "state").width
            draw_text(painter, (self.width() - width) / 2, y, day, "state", theme, palette.ink3)
            y += theme.line("caption")
        y = self._paint_avatars(painter, y + _GAP)
        self._paint_words(painter, y + 6)
        size = theme.px(14)
        place = QRectF((self.width() - size) / 2, self.height() - size - 12, size, size)
        icons.draw(painter, place, "right", palette.ink2 if self.underMouse() else palette.ink3)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        palette, place = self.theme.palette, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._held or self.hasFocus():
            painter.setPen(QPen(palette.accent, 2))
            place.adjust(1, 1, -1, -1)
        painter.setBrush(palette.accent_tint if self._held else palette.sunken)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)

    def _paint_avatars(self, painter: QPainter, y: float) -> float:
        size = self.theme.px(_AVATAR)
        for card in self._cards[:_MOST]:
            place = QRectF((self.width() - size) / 2, y, size, size)
            who = card.standing
            paint_avatar(
                painter, place, who.initials, who.hue, self.theme.palette, self.theme.palette.surface
            )
            y += size + _GAP
        return y

    def _paint_words(self, painter: QPainter, y: float) -> None:
        painter.save()
        painter.translate(self.width() / 2 + self.theme.line("why") / 2, y)
        painter.rotate(90)
        draw_text(
            painter, 0, 0, self.words, "why", self.theme, self.theme.palette.ink3, self.height() - y - 40
        )
        painter.restore()
