"""What is shown instead of a window when a library does not open: the passphrase, or ways out of trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from planner.domain.errors import KnownError, NotWrittenError, PassphraseNeededError
from planner.library.kept_backups import Backup, Inside, backups_in, look_into
from planner.library.restore import restore
from planner.library.salvage import salvage
from planner.ui.safe.sheet import Sheet
from planner.ui.safe.told import inside_words, when_words
from planner.ui.theme import Theme
from planner.ui.widgets.labels import StyledLabel

_LOOKED_AT = 8
"""Backups that are looked into until a good one is found."""


class Opener(Protocol):
    """Whoever can open a window on a library."""

    theme: Theme

    @property
    def clock(self) -> Callable[[], datetime]: ...
    def open(self, path: Path, passphrase: str | None = None) -> None: ...
    def say(self, sentence: str) -> None: ...


def let_in(opener: Opener, path: Path, error: KnownError) -> bool:
    """Ask, or explain and offer, until a window is open (True) or the person gave up (False)."""
    while True:
        if isinstance(error, PassphraseNeededError) and _newest_good(opener, path) is not None:
            error = _damaged(path)  # a passphrase would lock its backups, too
        sheet = (
            Unlock(opener, path) if isinstance(error, PassphraseNeededError) else Trouble(opener, path, error)
        )
        opened = bool(sheet.exec())
        followed = sheet.trouble
        sheet.deleteLater()
        if opened or followed is None:
            return opened
        path, error = followed


def _damaged(path: Path) -> NotWrittenError:
    return NotWrittenError(f"The beginning of “{path.name}” is damaged. Nothing was changed.")


class _Tries(Sheet):
    """A sheet that tries to open a library; what else is wrong with it becomes the next sheet."""

    def __init__(self, opener: Opener, path: Path, title: str, sentence: str) -> None:
        super().__init__(opener.theme, title, sentence)
        self.opener = opener
        self.path = path
        self.trouble: tuple[Path, KnownError] | None = None

    def try_open(self, path: Path, passphrase: str | None = None) -> bool:
        """Open it and close this sheet; True where that is done."""
        try:
            self.opener.open(path, passphrase)
        except KnownError as error:
            self.trouble = path, error
            self.reject()
            return False
        self.accept()
        return True


class Unlock(_Tries):
    """Asks for the passphrase of a library. What was typed is nowhere but in the field."""

    def __init__(self, opener: Opener, path: Path) -> None:
        super().__init__(opener, path, f"“{path.stem}” is locked", "Enter its passphrase to open it.")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.setAccessibleName("Passphrase")
        self.problem = StyledLabel(opener.theme, "", "why", "overdue", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self.problem)
        self.field.setFocus()
        self.offer("Open", "primary", self.enter)
        self.offer("Quit", "quiet", self.reject)
        self.offer("It never had one", "quiet", self.deny)
        self.offer("Another library …", "quiet", partial(_choose_another, self))

    def deny(self) -> None:
        """Then it is damaged: a locked file and one with a damaged beginning look the same."""
        self.trouble = self.path, _damaged(self.path)
        self.reject()

    def enter(self) -> None:
        """Try what was typed."""
        try:
            self.opener.open(self.path, self.field.text())
        except PassphraseNeededError as error:
            self.problem.setText(str(error))
            self.problem.show()
            self.field.selectAll()
            self.field.setFocus()
            self.fit()
        except KnownError as error:
            self.trouble = self.path, error
            self.reject()
        else:
            self.accept()


class _Good(NamedTuple):
    backup: Backup
    inside: Inside


class Trouble(_Tries):
    """Says why a library does not open; where it is damaged, offers the newest good backup and a salvage."""

    def __init__(self, opener: Opener, path: Path, error: KnownError) -> None:
        super().__init__(opener, path, "This library cannot be opened", str(error))
        self.good: _Good | None = None
        if isinstance(error, NotWrittenError) and path.is_file():
            self.good = _newest_good(opener, path)
            self._offer_ways()
        self.offer(
            "Another library …", "primary" if not self.buttons else "quiet", partial(_choose_another, self)
        )
        self.offer("Quit", "quiet", self.reject)

    def _offer_ways(self) -> None:
        theme, now = self.theme, self.opener.clock()
        if self.good is not None:
            backup, inside = self.good
            held = inside_words(inside, now.date(), backup.at.tzinfo)
            moment = when_words(backup.at, now.date())
            words = f"The newest good backup is of {moment}: {held}. What came later would be missing."
            self.offer("Restore the backup", "primary", self.restore)
        else:
            words = "There is no good backup beside it."
        words += " The damaged file is kept as it is in any case."
        self.body.addWidget(StyledLabel(theme, words, "body", "ink", wrap=True))
        self.offer("Save what can be read", "quiet" if self.buttons else "primary", self.salvage)

    def restore(self) -> None:
        """Put the backup in the place of the damaged file, and open it."""
        assert self.good is not None
        backup = self.good.backup
        with _waiting():
            try:
                restore(self.path, backup.path, clock=self.opener.clock)
            except KnownError as error:
                self.trouble = self.path, error
                self.reject()
                return
        if self.try_open(self.path):
            self.opener.say("The backup is in its place; the damaged file is kept among the backups.")

    def salvage(self) -> None:
        """Read what can be read into a new library beside it, and open that."""
        target = _free_name(self.path)
        with _waiting():
            try:
                found = salvage(self.path, target, clock=self.opener.clock)
            except KnownError as error:
                self.trouble = self.path, error
                self.reject()
                return
        if self.try_open(target):
            self.opener.say(f"{found.people} people could be read. This is a new library, “{target.stem}”.")


def _newest_good(opener: Opener, path: Path) -> _Good | None:
    zone = opener.clock().tzinfo
    for backup in backups_in(path.parent / "backups", path, zone)[:_LOOKED_AT]:
        try:
            return _Good(backup, look_into(backup.path))
        except KnownError:
            continue
    return None


def _choose_another(sheet: _Tries) -> None:
    chosen, _ = QFileDialog.getOpenFileName(
        sheet, "Open another library", str(sheet.path.parent), "Rapport (*.rapport)"
    )
    if chosen:
        sheet.try_open(Path(chosen))


def _free_name(path: Path) -> Path:
    target = path.with_name(f"{path.stem} salvaged.rapport")
    number = 2
    while target.exists():
        target = path.with_name(f"{path.stem} salvaged {number}.rapport")
        number += 1
    return target


@contextmanager
def _waiting() -> Iterator[None]:
    """The pointer says that it takes a moment."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
