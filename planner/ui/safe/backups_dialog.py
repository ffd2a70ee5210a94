"""The page of backups: when, why, what is in each; restore one whole, or one person out of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.backups import (
    all_backups,
    bring_back,
    choose_second_folder,
    keep_second_copy,
    people_in,
    second_folder,
    steps_since,
)
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library.kept_backups import Backup, Inside, look_into
from planner.library.restore import restore
from planner.ui.desk import Desk
from planner.ui.dialogs.confirm_dialog import ConfirmDialog
from planner.ui.dialogs.dialog import Dialog
from planner.ui.job import Job, Progress
from planner.ui.safe.somebody_dialog import SomebodyDialog
from planner.ui.safe.told import inside_words, size_words, when_words
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.panel import Panel

_KEPT = (
    "Rapport backs up by itself when half an hour has passed and something changed, and before every import, "
    "merge and update. It keeps all of two days, then one a day, a week and a month."
)

_DAMAGED = "This one is damaged; it cannot be restored."


class BackupsDialog(Dialog):
    """Newest first. What is in each is read in a thread; a damaged one says so and cannot be restored."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, "Backups", parent, primary="Back up now", width=680, scrolls=True)
        self.cancel.set_words("Close")
        self.rows: list[BackupRow] = []
        self.body.addWidget(StyledLabel(desk.theme, _KEPT, "body", "ink2", wrap=True))
        self.second = _SecondFolder(desk, self)
        self.second.chosen.clicked.connect(self._choose_folder)
        self.second.stopped.clicked.connect(lambda: self._take_folder(None))
        self.body.addWidget(self.second)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        self._none = StyledLabel(desk.theme, "No backup yet: nothing has been saved so far.", "body", "ink2")
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self._found: dict[Path, Inside | str] = {}
        self._job: Job | None = None
        self.show_backups()

    def show_backups(self) -> None:
        """Show what there is now."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.second.show_folder(second_folder(self.desk.library))
        backups = all_backups(self.desk.library)
        self.rows = [BackupRow(self.desk, backup) for backup in backups]
        for row in self.rows:
            row.restore.clicked.connect(partial(self._restore, row))
            row.somebody.clicked.connect(partial(self._somebody, row))
            self._column.addWidget(row)
        self._none.setVisible(not backups)
        self._look([backup.path for backup in backups if backup.path not in self._found])
        self._tell()
        self.fit()

    def save(self) -> None:
        """Back up now, and stay."""
        try:
            self.desk.library.back_up("by hand")
            keep_second_copy(self.desk.library)
        except KnownError as error:
            self.show_problem(str(error))
        self.show_backups()

    # What is in them

    def _look(self, paths: list[Path]) -> None:
        key, found = self.desk.library.key, self._found

        def look(progress: Progress) -> None:
            for number, path in enumerate(paths, start=1):
                try:
                    found[path] = look_into(path, key)
                except KnownError as error:
                    found[path] = str(error)
                if not progress(number / len(paths)):
                    return

        if paths:
            self._job = job = Job(look)
            job.moved.connect(self._tell)
            job.finished.connect(partial(self._looked, job))
            job.begin()

    def _looked(self, job: Job) -> None:
        job.let_go()
        if self._job is job:
            self._job = None
            self._tell()

    @property
    def all_looked_into(self) -> bool:
        """Whether it is known of each backup what it holds."""
        return all(row.backup.path in self._found for row in self.rows) and self._job is None

    def _tell(self) -> None:
        for row in self.rows:
            row.tell(self._found.get(row.backup.path))

    def done(self, result: int) -> None:
        """Stop looking, too."""
        if self._job is not None:
            self._job.moved.disconnect(self._tell)
            self._job.stop()
            self._job = None
        super().done(result)

    # What can be done with them

    def _restore(self, row: BackupRow) -> None:
        library, backup = self.desk.library, row.backup
        since = steps_since(library, backup)
        steps = f"{words.count(since, 'step')} made since then will not be in it. " if since else ""
        question = ConfirmDialog(
            self.desk,
            f"Restore the library of {when_words(backup.at, self.desk.today)}?",
            f"{steps}The library as it is now is kept first, as the newest backup: this can be taken back.",
            "Restore",
            self,
        )
        if not question.exec():
            return
        work: Callable[[], object] = partial(
            restore, library.path, backup.path, clock=library.clock, backups=library.backups, key=library.key
        )
        said = f"The library is that of {when_words(backup.at, self.desk.today)} again."
        self.accept()
        self.desk.renewal_wanted.emit(work, said, library.passphrase)

    def _somebody(self, row: BackupRow) -> None:
        library = self.desk.library
        try:
            people = people_in(library, row.backup.path)
        except KnownError as error:
            self.show_problem(str(error))
            return
        chosen = SomebodyDialog(self.desk, people, row.backup, self)
        if not chosen.exec() or chosen.person is None:
            return
        person, name = chosen.person
        try:
            rows = bring_back(library, row.backup.path, person)
        except KnownError as error:
            self.show_problem(str(error))
            return
        self.accept()
        if rows:
            self.desk.said.emit(
                f"{name} is as complete as on {when_words(row.backup.at, self.desk.today)}", True
            )
        else:
            self.desk.said.emit(f"Everything about {name} in that backup is here already.", False)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Keep backups in this folder, too")
        if chosen:
            self._take_folder(Path(chosen))

    def _take_folder(self, folder: Path | None) -> None:
        try:
            choose_second_folder(self.desk.library, folder)
        except KnownError as error:
            self.show_problem(str(error))
        else:
            self.show_problem("")
        self.show_backups()


class BackupRow(Panel):
    """One backup: its moment, its reason, what it holds, and two buttons."""

    def __init__(self, desk: Desk, backup: Backup) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.backup = backup
        moment = when_words(backup.at, desk.today)
        self.setAccessibleName(f"Backup of {moment}")
        text = QVBoxLayout()
        text.setSpacing(1)
        title = f"{moment[0].upper()}{moment[1:]}, {backup.reason or 'by hand'}"
        text.addWidget(StyledLabel(desk.theme, title, "heading"))
        self.holds = StyledLabel(desk.theme, "", "caption", "ink2", wrap=True)
        text.addWidget(self.holds)
        self.restore = Button(desk.theme, "Restore …", small=True)
        self.restore.setAccessibleName(f"Restore the backup of {moment}")
        self.somebody = Button(desk.theme, "Somebody …", "quiet", small=True)
        self.somebody.setAccessibleName(f"Bring somebody back from the backup of {moment}")
        self.somebody.setToolTip("Bring one person back out of this backup")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(text, 1)
        line.addWidget(self.somebody, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.tell(None)

    def tell(self, found: Inside | str | None) -> None:
        """What is in it; a sentence where it is damaged, None while that is not known yet."""
        size = size_words(self.backup.size)
        good = isinstance(found, Inside)
        for button in (self.restore, self.somebody):
            button.setEnabled(good)
        if isinstance(found, Inside):
            self.holds.setText(f"{inside_words(found, self._desk.today, self.backup.at.tzinfo)}. {size}")
        else:
            self.holds.setText(f"{_DAMAGED if found else 'Looking into it …'} {size}")
        self.holds.set_colour("overdue" if isinstance(found, str) else "ink2")


class _SecondFolder(QWidget):
    """Where else backups are kept."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = StyledLabel(desk.theme, "", "why", "ink", wrap=True)
        self.chosen = Button(desk.theme, "Choose …", small=True)
        self.chosen.setAccessibleName("Choose a second folder for backups")
        self.stopped = Button(desk.theme, "Stop", "quiet", small=True)
        self.stopped.setAccessibleName("Keep no backups in a second folder any more")
        row.addWidget(self.words, 1)
        row.addWidget(self.stopped)
        row.addWidget(self.chosen)

    def show_folder(self, folder: Path | None) -> None:
        self.stopped.setVisible(folder is not None)
        if folder is None:
            self.words.setText("A second folder, such as a stick, keeps a copy of each backup, too.")
        elif folder.is_dir():
            self.words.setText(f"A copy of each backup is kept in {folder}, too.")
        else:
            self.words.setText(f"{folder} is not there now. Its copies are made as soon as it is.")
