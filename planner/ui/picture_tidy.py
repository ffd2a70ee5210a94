"""Pictures of duplicates and the trash."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from planner.queries.duplicates import likely_duplicates
from planner.queries.merging import side_by_side
from planner.queries.trash import in_trash
from planner.ui.tidy.duplicates_view import DuplicatesScreen
from planner.ui.tidy.erase_dialog import EraseDialog
from planner.ui.tidy.merge_dialog import MergeDialog
from planner.ui.window import Window


def show_tidy(window: Window, screen: str) -> QWidget | None:
    """Go there; a dialog over it is returned, None where there is nobody to show it for."""
    desk = window.desk
    if screen == "erase":
        window.places.go("trash")
        people = [each.id for each in in_trash(desk.library, desk.today)[:1]]
        return _shown(EraseDialog(desk, people, window)) if people else None
    page = window.places.go("duplicates")
    assert isinstance(page, DuplicatesScreen)
    waiting = QEventLoop()
    page.work.ended.connect(waiting.quit)
    if page.work.running:
        waiting.exec()
    found = likely_duplicates(desk.library, most=1)
    if screen == "duplicates" or not found:
        return None
    return _shown(MergeDialog(desk, side_by_side(desk.library, found[0].one, found[0].two), window))


def _shown(dialog: QWidget) -> QWidget:
    dialog.show()
    return dialog
