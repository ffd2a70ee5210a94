"""Saved filters as chips: chosen by a click, changed by their menu and by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.filters import Filter
from planner.queries.saved_filters import SavedFilter
from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.plain import set_tooltip

_KEYS = {
    "rename": (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
    "remove": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    "left": (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    "right": (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
}
_MENU = (
    ("rename", "Rename …\tF2", "edit"),
    ("update", "Save the filter as it is now", "filter"),
    ("left", "Move left\tAlt Left", "left"),
    ("right", "Move right\tAlt Right", "right"),
    ("remove", "Remove\tDel", "trash"),
)


class SavedChip(Chip):
    """One saved filter. `asked` tells what is to be done with it."""

    asked = Signal(str)

    def __init__(self, desk: Desk, saved: SavedFilter, parent: QWidget) -> None:
        super().__init__(desk.theme, saved.name, parent=parent)
        self._desk = desk
        self.saved = saved

    def show_saved(self, saved: SavedFilter) -> None:
        """Show it as it is kept now."""
        self.saved = saved
        self.set_icon(_icon(saved.filter))
        self.set_words(saved.name)
        set_tooltip(self, "A filter of yours; its menu renames, moves and removes it")

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        for what, words, icon in _MENU:
            action = QAction(icons.icon(icon, self._desk.theme.palette.ink2), words, menu)
            action.triggered.connect(lambda _on=False, what=what: self.asked.emit(what))
            menu.addAction(action)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu().popup(below if keyed else event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Claim its keys before the window's commands do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asked(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if what := _asked(event):
            self.asked.emit(what)
        else:
            super().keyPressEvent(event)


def _asked(event: QKeyEvent) -> str:
    """What a key asks for, or ''."""
    pressed = (Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
    return next((what for what, keys in _KEYS.items() if keys == pressed), "")


def _icon(wanted: Filter) -> str:
    """A place has a pin, everything else speaks for itself."""
    return "pin" if wanted.cities and wanted == Filter(cities=wanted.cities) else ""


def change_saved(desk: Desk, place: str, saved: SavedFilter, what: str, now: Filter, parent: QWidget) -> None:
    """Do what was asked with a saved filter; `now` is the filter that is shown."""
    from planner.actions import saved_filters  # and with it Peewee, at the first change

    if what == "rename":
        from planner.ui.dialogs.filter_dialog import RenameFilterDialog

        RenameFilterDialog(desk, saved, parent).exec()
    elif what == "update":
        save_as(desk, place, saved.name, now)
    elif what == "remove":
        removed = f"Removed the filter “{saved.name}”"
        desk.done(lambda: saved_filters.remove_filter(desk.library, saved.id), removed)
    else:
        by = -1 if what == "left" else 1
        desk.done(lambda: saved_filters.move_filter(desk.library, saved.id, by))


def save_as(desk: Desk, place: str, name: str, wanted: Filter) -> None:
    """Keep a filter under a name and say so."""
    from planner.actions.saved_filters import save_filter

    saved = f"Saved the filter “{name.strip()}”"
    desk.done(lambda: save_filter(desk.library, place, name, wanted), saved)
