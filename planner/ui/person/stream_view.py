"""The stream as a list: keys, menus, and notes that open in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QMenu, QWidget

from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.menus import command_menu
from planner.ui.person.facts import Doing, Write
from planner.ui.person.outcomes import outcome_menu
from planner.ui.person.row_editor import ROW, RowEditor
from planner.ui.person.stream_model import Index, StreamModel
from planner.ui.person.stream_paint import TEXT, StreamDelegate
from planner.ui.person.stream_row import UNCHOSEN, About, Mark, StreamRow
from planner.ui.screen import Subject

_MENUS: dict[Mark, tuple[str, ...]] = {
    Mark.PLAN: (
        "move",
        "day_later",
        "day_earlier",
        "later",
        "earlier",
        "change_plan",
        "let_go",
        "-",
        "log",
        "brief",
    ),
    Mark.ASK: ("talked", "log", "move", "change_plan", "let_go"),
    Mark.TALK: ("debrief", "change_talk", "remove_talk"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REMOVE = "Remove"
"""What the doing is called that the Delete key does."""
_AROUND_HEAD = 18
_BATCH = 120
_AT_ONCE = 300


class Head(NamedTuple):
    """What the first line of a row is about, as it is changed."""

    words: str
    write: Write


class Handy(NamedTuple):
    """What can be done with a row: its words as they are changed, where there is a `write`, and its menu.

    A row whose first line is written apart from its words has a `head`.
    """

    words: str = ""
    write: Write | None = None
    does: tuple[Doing, ...] = ()
    head: Head | None = None


class StreamView(QListView):
    """Rows that were not measured yet are laid out a batch at a time, so that thousands hold nothing up.

    Enter opens a private note or a long one in place, and only until another row is gone to; F2 changes the
    words of a row where they stand, Shift+F2 what its first line is about. `handy` answers what can be done
    with rows that no command is about.
    """

    acted = Signal(str, object)  # a command's id and its Subject
    older_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person_id = 0
        self.handy: Callable[[About], Handy | None] = lambda _about: None
        self._editor: RowEditor | None = None
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
        place = self.rows.place_of(chosen.about) if chosen else -1
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
        self._lay_out()
        if scrolled:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(scrolled)

    def chosen(self) -> StreamRow | None:
        """The row that keys act on."""
        row = self.rows.row(self.currentIndex())
        return row if row is not None and row.mark not in UNCHOSEN else None

    def subject(self) -> Subject:
        """The person, with the chosen row's plan or conversation while the list has the focus."""
        row = self.chosen() if self.hasFocus() else None
        return self._subject(row)

    def open_row(self) -> bool:
        """Show all of the chosen row, or as before; whether it has more to show."""
        row = self.chosen()
        if row is None or not (row.about == self.delegate.opened or self.delegate.is_cut(row)):
            return False
        self._set_opened(None if row.about == self.delegate.opened else row.about)
        return True

    def change_row(self) -> bool:
        """Begin to change the words of the chosen row where they stand; whether they can be."""
        row = self.chosen()
        handy = self.handy(row.about) if row is not None else None
        if row is None or handy is None or handy.write is None:
            return False
        place = self._text_place()
        if not row.is_quiet:
            place.setTop(place.top() + self._desk.theme.line("strong") + 6)
        self._edit(row.title, Head(handy.words, handy.write), place, f"{ROW}{row.about.kind} {row.about.id}")
        return True

    def change_head(self) -> bool:
        """Begin to change what the first line of the chosen row is about; whether it can be."""
        row = self.chosen()
        handy = self.handy(row.about) if row is not None else None
        if row is None or handy is None or handy.head is None:
            return False
        place = self._text_place()
        place.setHeight(self._desk.theme.line("strong") + _AROUND_HEAD)
        place.translate(0, -_AROUND_HEAD // 3)
        self._edit("Topic", handy.head, place)
        return True

    def _text_place(self) -> QRect:
        """Where the chosen row stands, without its day and its mark."""
        place = self.visualRect(self.currentIndex())
        place.setLeft(self._desk.theme.px(TEXT) - 8)
        return place

    def _edit(self, label: str, said: Head, place: QRect, part: str = "") -> None:
        self._close_editor()
        editor = RowEditor(self._desk.theme, label, said.words, said.write, self.viewport(), part)
        editor.ended.connect(self._close_editor)
        self._editor = editor
        editor.open_at(place)

    def row_of(self, about: About) -> StreamRow | None:
        """The row about something, None where it is not shown."""
        return self.rows.row(self.rows.index(self.rows.place_of(about)))

    def change(self, about: About) -> bool:
        """Go to the row about something and begin to change its words; whether they can be."""
        index = self.rows.index(self.rows.place_of(about))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.doItemsLayout()
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return self.change_row()

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            inside = editor.isAncestorOf(QApplication.focusWidget() or self)
            editor.hide()
            editor.deleteLater()
            if inside:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Close what was open."""
        super().currentChanged(current, previous)
        self._set_opened(None)

    def event(self, event: QEvent) -> bool:
        """Keep Enter, F2, what removes a row, and Esc while something is open from the window's own keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key, row = Qt.Key(event.key()), self.chosen()
            closes = key == Qt.Key.Key_Escape and self.delegate.opened is not None
            removes = key == Qt.Key.Key_Delete and row is not None and self._removal(row) is not None
            if closes or removes or (row is not None and key in (*_ENTER, Qt.Key.Key_F2)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 changes, Delete removes, Esc closes."""
        key, row = Qt.Key(event.key()), self.chosen()
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_F2 and (self.change_head() if _is_shifted(event) else self.change_row()):
            return
        elif key == Qt.Key.Key_Delete and row is not None and (removal := self._removal(row)):
            removal()
        elif key == Qt.Key.Key_Escape and self.delegate.opened is not None:
            self._set_opened(None)
        else:
            super().keyPressEvent(event)

    def _removal(self, row: StreamRow) -> Callable[[], None] | None:
        """What removes a row that no command is about."""
        handy = self.handy(row.about)
        found = [doing for words, _, doing in handy.does if words == REMOVE] if handy else []
        return found[0] if found else None

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
        self._run_menu(row, event.globalPos() if by_mouse else self._below(index))

    def _run_menu(self, row: StreamRow, place: QPoint) -> None:
        menu = self.menu_for(row)
        if menu is not None:
            menu.exec(place)
            menu.deleteLater()

    def menu_for(self, row: StreamRow) -> QMenu | None:
        """The menu of a row; None where nothing can be done with it."""
        promised = row.id_of("promise") or row.id_of("promise made")
        if promised:
            return outcome_menu(self._desk, promised, ended=row.ended, parent=self)
        menu = command_menu(self._desk, _MENUS.get(row.mark, ()), self._subject(row), self)
        handy = self.handy(row.about)
        if handy is not None and handy.write is not None:
            _add(menu, ("Change the words\tF2", "edit", lambda: (self.change_row(), None)[1]), self._desk)
        if handy is not None and handy.head is not None:
            head: Doing = ("Change the topic\tShift F2", "edit", lambda: (self.change_head(), None)[1])
            _add(menu, head, self._desk)
        for doing in handy.does if handy else ():
            _add(menu, doing, self._desk)
        return menu if menu.actions() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _subject(self, row: StreamRow | None) -> Subject:
        people = (self._person_id,) if self._person_id else ()
        if row is None:
            return Subject(people=people)
        return Subject(
            people=people,
            plan_id=row.id_of("plan"),
            conversation_id=row.id_of("talk"),
            commitment_id=row.id_of("promise") or row.id_of("promise made"),
        )

    def _enter(self) -> None:
        row = self.chosen()
        if row is None:
            return
        if row.mark is Mark.OLDER:
            self.older_wanted.emit()
        elif self.open_row():
            return
        elif row.id_of("plan"):
            self.acted.emit("change_plan", self._subject(row))
        elif row.id_of("talk"):
            self.acted.emit("change_talk", self._subject(row))
        elif row.id_of("promise") or row.id_of("promise made"):
            self.acted.emit("change_promise", self._subject(row))
        elif not self.change_row():
            self._run_menu(row, self._below(self.currentIndex()))

    def _double_clicked(self, index: QModelIndex) -> None:
        if self.rows.row(index) is not None:
            self._enter()

    def _set_opened(self, about: About | None) -> None:
        if about == self.delegate.opened:
            return
        self.delegate.opened = about
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


def _is_shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _add(menu: QMenu, doing: Doing, desk: Desk) -> None:
    words, icon, act = doing
    action = QAction(icons.icon(icon, desk.theme.palette.ink2), words, menu)
    action.triggered.connect(lambda _on=False: act())
    menu.addAction(action)
