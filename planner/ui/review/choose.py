"""The dialog in which files to import are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDINGS = "vcf vcard ics ical ifb csv tsv mbox eml emlx json"
_KINDS = (
    f"Contacts, calendars, tables, mail, libraries ({' '.join(f'*.{each}' for each in _ENDINGS.split())})",
    "All files (*)",
)


def choose_files(parent: QWidget, folder: str, chosen: Callable[[Sequence[Path]], None]) -> None:
    """Ask for files, beginning in a folder; `chosen` gets them, and nothing where none are."""
    dialog = QFileDialog(parent, "Choose what to import")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(_KINDS)
    dialog.setDirectory(folder)
    dialog.filesSelected.connect(lambda paths: chosen([Path(each) for each in paths]))
    dialog.open()
