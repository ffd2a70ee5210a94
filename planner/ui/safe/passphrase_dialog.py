"""Setting, changing and removing the passphrase of the open library."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.library.passphrase import SHORTEST, is_passphrase_of, set_passphrase
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.widgets.labels import StyledLabel

_PLAIN = (
    "With a passphrase the file is encrypted, and its backups are, too. Without it nobody can open them: "
    "not you, not us, nobody can help who has forgotten it. A few words that only you think of are easiest "
    "to keep; write them down where you keep what matters."
)


class PassphraseDialog(Dialog):
    """Asks for the passphrase there is, if any, and twice for the new one; both left empty take it away."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        self._locked = desk.library.is_encrypted
        title = "Change or remove the passphrase" if self._locked else "Set a passphrase"
        super().__init__(desk, title, parent, primary="Set" if not self._locked else "Change", width=480)
        self.body.addWidget(StyledLabel(desk.theme, _PLAIN, "body", "ink2", wrap=True))
        self.now = self._line("The passphrase now") if self._locked else None
        self.new = self._line("New passphrase")
        self.again = self._line("The same again")
        if self._locked:
            self.hint.setText("Leave the new one empty to remove the passphrase.")
            self.new.textChanged.connect(self._say_what)
        (self.now or self.new).setFocus()

    def save(self) -> None:
        """Close the library, write it anew, and open it again."""
        library, new = self.desk.library, self.new.text()
        if self.now is not None and not is_passphrase_of(library, self.now.text()):
            self.show_problem("This is not the passphrase of the open library. Nothing was changed.")
        elif new != self.again.text():
            self.show_problem("The two new ones differ. Nothing was changed; type them again.")
        elif new and len(new.strip()) < SHORTEST:
            self.show_problem(f"A passphrase needs at least {SHORTEST} characters; a few words are easiest.")
        elif not new and not self._locked:
            self.show_problem("Type a passphrase, or close this with Cancel.")
        else:
            self._renew(new or None)

    def _renew(self, new: str | None) -> None:
        library = self.desk.library
        work = partial(
            set_passphrase,
            library.path,
            library.passphrase,
            new,
            clock=library.clock,
            backups=library.backups,
        )
        said = (
            "The passphrase is gone; the file is private but no longer encrypted."
            if new is None
            else "The library and its backups are encrypted now."
        )
        self.accept()
        self.desk.renewal_wanted.emit(work, said, new)

    def _say_what(self, text: str) -> None:
        self.primary.set_words("Change" if text else "Remove")

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        line.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(StyledLabel(self.desk.theme, name, "caption", "ink2"))
        column.addWidget(line)
        self.body.addLayout(column)
        return line
