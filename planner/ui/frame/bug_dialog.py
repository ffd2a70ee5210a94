"""What can be passed on of a bug: where in the program it was, and on what; no name and no note."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner import __version__
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.widgets.labels import StyledLabel

_HIGH = 190


class BugDialog(Dialog):
    """The places in the program, to be read and copied. Nothing is sent anywhere."""

    def __init__(self, desk: Desk, places: str, parent: QWidget | None) -> None:
        super().__init__(desk, "What went wrong", parent, primary="Copy")
        self.cancel.set_words("Close")
        told = "These are places in the program. No name and no note of yours is among them."
        self.body.addWidget(StyledLabel(desk.theme, told, "body", "ink2", wrap=True))
        self.places = QPlainTextEdit(f"{places}\n\n{_made_of()}")
        self.places.setReadOnly(True)
        self.places.setTabChangesFocus(True)
        self.places.setAccessibleName("Places in the program")
        self.places.setFixedHeight(desk.theme.px(_HIGH))
        self.body.addWidget(self.places)

    def save(self) -> None:
        """Put it on the clipboard."""
        QGuiApplication.clipboard().setText(self.places.toPlainText())
        self.accept()
        self.desk.said.emit("Copied.", False)


def _made_of() -> str:
    return (
        f"Rapport {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}"
    )
