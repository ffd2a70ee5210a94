"""The list of commitments: keys, the hand, and the menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from planner.ui.commitments.model import CommitmentsModel, Index
from planner.ui.commitments.paint import CommitmentDelegate, LineAction
from planner.ui.commitments.rows import Heading, Line, Row
from planner.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOLDS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
_OWN = frozenset(
    {
        *_ENTER,
        *_FOLDS,
        Qt.Key.Key_Space,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
"""Keys that mean something else elsewhere in the window."""


class CommitmentsList(QListView):
    """One line is chosen at a time; keys and menus act on it."""

    acted = Signal(object, object)  # a LineAction, and the Line
    folded = Signal(object)  # the When of a heading
    menu_wanted = Signal(object, QPoint)  # a Line

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows = CommitmentsModel(self)
        self.delegate = CommitmentDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setProperty("ground", "paper")
        self.setAccessibleName("Commitments by day")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the chosen commitment stays chosen, else the next line takes its place."""
        chosen, at = self.chosen, self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        place = self.rows.place_of(chosen.listed.id) if chosen else -1
        if place < 0 and at >= 0:
            place = self._near(at)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
        self.verticalScrollBar().setValue(scrolled)

    @property
    def chosen(self) -> Line | None:
        """The line that keys act on."""
        row = self.rows.row(self.currentIndex())
        return row if isinstance(row, Line) else None

    def _near(self, at: int) -> int:
        """The line that is where another one was, or the one above."""
        lines = [place for place, row in enumerate(self.rows.rows) if isinstance(row, Line)]
        return next((each for each in lines if each >= at), lines[-1] if lines else -1)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move and open from the window's own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in _OWN:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.rows.row(self.currentIndex()), Qt.Key(event.key())
        if isinstance(row, Heading) and (key in _ENTER or key == Qt.Key.Key_Space):
            self.folded.emit(row.when)
        elif isinstance(row, Heading) and key in _FOLDS:
            if row.folded is _FOLDS[key]:
                self.folded.emit(row.when)
        elif isinstance(row, Line) and key in _ENTER:
            self.acted.emit(LineAction.PERSON, row)
        elif isinstance(row, Line) and key == Qt.Key.Key_Space:
            self.acted.emit(LineAction.KEPT, row)
        elif key not in _FOLDS:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row(index)
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        if isinstance(row, Heading):
            self.folded.emit(row.when)
            return
        place = self.delegate.place_of(QRectF(self.visualRect(index)))
        action = self.delegate.action_at(place, row, QPointF(event.position()), acts=True)
        if action is LineAction.MORE:
            self.menu_wanted.emit(row, event.globalPosition().toPoint())
        elif action is not None:
            self.acted.emit(action, row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person, unless the click was on something of its own."""
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row(index)
        if isinstance(row, Line):
            place = self.delegate.place_of(QRectF(self.visualRect(index)))
            if self.delegate.action_at(place, row, QPointF(event.position()), acts=True) is None:
                self.acted.emit(LineAction.PERSON, row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.rows.row(index)
        if isinstance(row, Line):
            self.setCurrentIndex(index)
            self.menu_wanted.emit(row, event.globalPos() if by_mouse else self._below(index))

    def _below(self, index: Index) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())
