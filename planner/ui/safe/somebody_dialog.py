"""Who is to be brought back out of a backup: those who are not here any more come first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from planner.domain.names import fold
from planner.library.kept_backups import Backup
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.frame.hit import Hit
from planner.ui.frame.results import Results
from planner.ui.safe.told import when_words

_ROWS, _ROW = 7, 42
_SHOWN = 60


class SomebodyDialog(Dialog):
    """Type or choose a name; `person` is the id and name that were chosen, None before."""

    def __init__(
        self, desk: Desk, people: Sequence[tuple[int, str, bool]], backup: Backup, parent: QWidget | None
    ) -> None:
        title = f"Bring somebody back as of {when_words(backup.at, desk.today)}"
        super().__init__(desk, title, parent, primary="Bring back", width=520)
        self._people = people
        self.person: tuple[int, str] | None = None
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("A name")
        self.typed.setAccessibleName("Whom to bring back")
        self.typed.textChanged.connect(self._search)
        self.typed.installEventFilter(self)
        self.list = _Names(desk, self)
        self.list.chosen.connect(self._choose)
        self.body.addWidget(self.typed)
        self.body.addWidget(self.list)
        self.hint.setText("What is here stays as it is; what is missing is added. It can be undone.")
        self._search("")
        self.typed.setFocus()

    def save(self) -> None:
        """Take the marked name."""
        if self.list.hits:
            hit = self.list.hits[self.list.current]
            self.person = hit.person_id, hit.words
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk through the names while one types."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in steps:
            self.list.step(steps[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _choose(self, index: int) -> None:
        self.list.current = index
        self.save()

    def _search(self, text: str) -> None:
        wanted = fold(text).split()
        found = [each for each in self._people if all(word in fold(each[1]) for word in wanted)]
        self.list.show_hits(
            tuple(
                Hit(words=name, aside="is here, too" if here else "is not here any more", person_id=person)
                for person, name, here in found[:_SHOWN]
            ),
            text,
        )


class _Names(Results):
    """Always as high as a few lines, so that the dialog keeps its shape while one types."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self.theme.px(_ROWS * _ROW))
