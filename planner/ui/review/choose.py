"""The dialogs in which files to import are chosen, or a whole folder of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDINGS = "vcf vcard ics ical ifb csv tsv mbox eml emlx json"
_KINDS = (
    f"Contacts, calendars, tables, mail, libraries ({' '.join(f'*.{each}' for each in _ENDINGS.split())})",
    "All files (*)",
)


Chosen = Callable[[Sequence[Path]], None]


def choose_files(parent: QWidget, before: Sequence[Path], chosen: Chosen) -> None:
    """Ask for files, beginning where those `before` lay; `chosen` gets them, and nothing where none are."""
    dialog = _dialog(parent, "Choose what to import", before, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(_KINDS)
    dialog.open()


def choose_folder(parent: QWidget, before: Sequence[Path], chosen: Chosen) -> None:
    """Ask for a folder whose files are all to be read, as the mail of some programs is kept."""
    dialog = _dialog(parent, "Choose a folder to import", before, chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def _dialog(parent: QWidget, title: str, before: Sequence[Path], chosen: Chosen) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    dialog.setDirectory(str(before[0].parent) if before else downloads)
    dialog.filesSelected.connect(lambda paths: chosen([Path(each) for each in paths]))
    return dialog
