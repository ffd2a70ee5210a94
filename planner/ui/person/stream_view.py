"""The stream as a list: keys, menus, and notes that open in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from planner.ui.desk import Desk
from planner.ui.menus import command_menu
from planner.ui.person.outcomes import outcome_menu
from planner.ui.person.stream import Mark, StreamRow
from planner.ui.person.stream_model import Index, StreamModel
from planner.ui.person.stream_paint import StreamDelegate
from planner.ui.screen import Subject

_MENUS: dict[Mark, tuple[str, ...]] = {
    Mark.PLAN: ("move", "day_later", "day_earlier", "later", "earlier", "change_plan", "let_go", "-", "log"),
    Mark.ASK: ("talked", "log", "move", "change_plan", "let_go"),
    Mark.TALK: ("change_talk", "remove_talk"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BATCH = 120
_AT_ONCE = 300


class StreamView(QListView):
    """Rows that were not measured yet are laid out a batch at a time, so that thousands hold nothing up.

    Enter opens a private note or a long one in place, and only until another row is gone to.
    """

    acted = Signal(str, object)  # a command's id and its Subject

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person_id = 0
        self.rows = StreamModel(self)
        self.delegate = StreamDelegate(desk.theme, self)
        self.setItemDelegate(self.delegate)
        self.setModel(self.rows)
        self.setProperty("ground", "paper")
        self.setAccessibleName("What happened, newest first")
        self.setBatchSize(_BATCH)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._double_clicked)
        desk.theme.changed.connect(self._lay_out)

    def show_rows(self, person_id: int, rows: tuple[StreamRow, ...]) -> None:
        """Show the rows of a person; the same row stays chosen where it is still there."""
        chosen = self.chosen() if person_id == self._person_id else None
        scrolled = self.verticalScrollBar().value() if person_id == self._person_id else 0
        if person_id != self._person_id:
            self.delegate.forget()
        self._person_id = person_id
        self.delegate.opened = None
        self.rows.show_rows(rows)
        place = self.rows.place_of(chosen.key) if chosen else -1
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
        self._lay_out()
        if scrolled:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(scrolled)

    def chosen(self) -> StreamRow | None:
        """The row that keys act on."""
        row = self.rows.row(self.currentIndex())
        return row if row is not None and row.mark not in (Mark.TODAY, Mark.EMPTY) else None

    def subject(self) -> Subject:
        """The person, with the chosen row's plan or conversation while the list has the focus."""
        row = self.chosen() if self.hasFocus() else None
        return self._subject(row)

    def open_row(self) -> bool:
        """Show all of the chosen row, or as before; whether it has more to show."""
        row = self.chosen()
        if row is None or not (row.key == self.delegate.opened or self.delegate.is_cut(row)):
            return False
        self._set_opened(None if row.key == self.delegate.opened else row.key)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Close what was open."""
        super().currentChanged(current, previous)
        self._set_opened(None)

    def event(self, event: QEvent) -> bool:
        """Keep Enter, and Esc while something is open, from the window's own keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            opened = self.delegate.opened is not None
            if (event.key() in _ENTER and self.chosen()) or (event.key() == Qt.Key.Key_Escape and opened):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc closes."""
        if event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.delegate.opened is not None:
            self._set_opened(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab chooses the first row; coming to the page chooses none, so that keys mean the person."""
        chose_before = self.currentIndex().isValid()
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if not chose_before and not by_tab:
            self.setCurrentIndex(QModelIndex())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Private notes are open only while somebody is there."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._set_opened(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.rows.row(index)
        if row is None:
            return
        self.setCurrentIndex(index)
        menu = self.menu_for(row)
        if menu is not None:
            place = event.globalPos() if by_mouse else self._below(index)
            menu.exec(place)
            menu.deleteLater()

    def menu_for(self, row: StreamRow) -> QMenu | None:
        """The menu of a row; None where nothing can be done with it."""
        if row.commitment_id:
            return outcome_menu(self._desk, row.commitment_id, ended=row.mark is not Mark.OPEN, parent=self)
        if row.mark not in _MENUS:
            return None
        return command_menu(self._desk, _MENUS[row.mark], self._subject(row), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _subject(self, row: StreamRow | None) -> Subject:
        people = (self._person_id,) if self._person_id else ()
        if row is None:
            return Subject(people=people)
        return Subject(people=people, plan_id=row.plan_id, conversation_id=row.conversation_id)

    def _enter(self) -> None:
        row = self.chosen()
        if row is None or self.open_row():
            return
        if row.plan_id:
            self.acted.emit("change_plan", self._subject(row))
        elif row.conversation_id:
            self.acted.emit("change_talk", self._subject(row))

    def _double_clicked(self, index: QModelIndex) -> None:
        if self.rows.row(index) is not None:
            self._enter()

    def _set_opened(self, key: tuple[int, int, int] | None) -> None:
        if key == self.delegate.opened:
            return
        self.delegate.opened = key
        self._lay_out()
        self.viewport().update()

    def _lay_out(self) -> None:
        """Measure what is not known yet; in one go where that is little."""
        unknown = self.rows.rowCount() - self.delegate.known_heights()
        mode = QListView.LayoutMode
        self.setLayoutMode(mode.Batched if unknown > _AT_ONCE else mode.SinglePass)
        self.scheduleDelayedItemsLayout()

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())
