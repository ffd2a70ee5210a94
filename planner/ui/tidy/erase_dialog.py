"""The question before somebody is erased for good: what goes, the backups, and a word typed to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.actions.erasing import every_backup
from planner.actions.people import names_in_a_row
from planner.domain import words
from planner.domain.names import fold
from planner.queries.people import named
from planner.queries.trash import what_goes
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import LineEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.widgets.labels import StyledLabel


class EraseDialog(Dialog):
    """`exec` is true where it was confirmed: by the name for one person, by “erase” for several.

    Nothing is done here; `backups` says whether the automatic backups are meant as well.
    """

    def __init__(self, desk: Desk, people: Sequence[int], parent: QWidget | None) -> None:
        self._names = [each.name for each in named(desk.library, people)]
        said = names_in_a_row(desk.library, people)
        short = "Erase" if len(people) > 1 else f"Erase {said}"
        super().__init__(
            desk, f"Erase {said} for good?", parent, primary=short, kind="destructive", width=500
        )
        whose = "their names are" if len(people) > 1 else f"“{self._names[0]}” is"
        for sentence in (
            what_goes(desk.library, people),
            f"Where {whose} written in what you noted about others, “somebody erased” will stand instead. "
            "A first name alone is left.",
            "This cannot be undone. The rest of your history stays as it is.",
        ):
            self.body.addWidget(StyledLabel(desk.theme, sentence, "body", "ink2", wrap=True))
        self._backups = QCheckBox("")
        self._backups.setChecked(True)
        self._add_backups()
        self.form = Form(desk, (self._confirmation(),), self)
        self.body.addWidget(self.form)
        self.form.changed.connect(self._follow)
        self.primary.setDefault(False)
        self._follow()
        self.form["word"].field.setFocus()

    @property
    def backups(self) -> bool:
        """Whether the automatic backups are meant as well; true where there are none."""
        return self._backups.isChecked()

    def save(self) -> None:
        """Confirm, once the word is there."""
        if self.primary.isEnabled():
            self.accept()

    def _add_backups(self) -> None:
        number = len(every_backup(self.desk.library))
        if not number:
            self._backups.hide()
            return
        backups = words.count(number, "automatic backup")
        self._backups.setText(f"Out of the {backups} too".replace("the 1 automatic", "the automatic"))
        self._backups.setAccessibleDescription("Else they hold them until newer backups take their place.")
        self.body.addWidget(self._backups)
        self.body.addWidget(
            StyledLabel(
                self.desk.theme,
                "Without this they stay there until newer backups take their place. "
                "Copies you made elsewhere are not touched.",
                *("caption", "ink3"),
                wrap=True,
            )
        )

    @property
    def _word(self) -> str:
        return self._names[0] if len(self._names) == 1 else "erase"

    def _confirmation(self) -> FieldSpec:
        return FieldSpec(
            name="word",
            label=f"Type “{self._word}” to confirm",
            editor=lambda desk: LineEditor(desk, ""),
        )

    def _follow(self) -> None:
        typed = self.form.peek().get("word") or ""
        self.primary.setEnabled(fold(typed) == fold(self._word))
