"""The question before something goes: what goes, and that undo brings it back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.widgets.labels import StyledLabel


class ConfirmDialog(Dialog):
    """`exec` is true where the person said yes. Enter does not confirm: Cancel has the focus."""

    def __init__(self, desk: Desk, title: str, sentence: str, yes: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, parent, primary=yes, kind="destructive", width=440)
        self.primary.setDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.body.addWidget(StyledLabel(desk.theme, sentence, "body", "ink2", wrap=True))

    def save(self) -> None:
        """Yes."""
        self.accept()
