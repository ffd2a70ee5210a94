"""When the file of the open library is gone from its place: a copy of what it held is saved, and opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.errors import DisplacedError
from planner.ui.desk import Desk


def offer_copy(desk: Desk, error: DisplacedError) -> None:
    """Say what happened, and offer the copy beside it."""
    desk.offered.emit(str(error), "Save a copy …", lambda window: _ask_where(desk, window))


def _ask_where(desk: Desk, window: QWidget) -> None:
    path = desk.library.path
    dialog = QFileDialog(window, "Save a copy", str(path.parent), "Rapport (*.rapport)")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("rapport")
    dialog.selectFile(f"{path.stem} copy.rapport")
    dialog.fileSelected.connect(lambda chosen: _save_copy(desk, Path(chosen)))
    dialog.open()


def _save_copy(desk: Desk, target: Path) -> None:
    """Write everything that was saved to a file of its own, and open that in the place of the one gone."""
    if desk.done(lambda: desk.library.back_up("", target)):
        desk.library_wanted.emit(target)
