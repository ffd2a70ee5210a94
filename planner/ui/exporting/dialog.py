"""The export dialog: what, which people, how and where, with progress and a way to stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.exports.export import export
from planner.actions.exports.wanted import Exported
from planner.domain.errors import KnownError
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.exporting.choosing import Choosing, said
from planner.ui.exporting.kind_list import KindList
from planner.ui.exporting.kinds import KINDS
from planner.ui.exporting.options_choice import OptionsChoice
from planner.ui.exporting.people_choice import PeopleChoice
from planner.ui.exporting.where import Where
from planner.ui.job import Progress
from planner.ui.screen import Subject
from planner.ui.widgets import veil
from planner.ui.widgets.hidden_note import HiddenNote
from planner.ui.work import Work

_LIST = 226
_BETWEEN = 24


class ExportDialog(Dialog):
    """Opens on everybody and offers those chosen in the window; with `only_chosen` it opens on them."""

    def __init__(
        self, desk: Desk, subject: Subject, parent: QWidget | None, *, only_chosen: bool = False
    ) -> None:
        super().__init__(desk, "Export", parent, primary="Export", width=760, scrolls=True)
        self.choosing = Choosing(desk.library, desk.today, subject.people, initials=veil.is_on())
        self.choosing.only_selected = only_chosen
        self.kinds = KindList(desk.theme, KINDS, self)
        self.hidden = HiddenNote(desk.theme, self._hidden_words(), self)
        self.people = PeopleChoice(desk, self.choosing, self)
        self.options = OptionsChoice(desk, self.choosing, self)
        self.where = Where(desk.theme, self.choosing.proposed_path(_folder()), self)
        self.work = Work(desk, self)
        self._fill()
        self.kinds.chosen.connect(self._take_kind)
        self.people.changed.connect(self._show_amount)
        self.where.wanted.connect(self._ask_where)
        self._connect_options()
        self._show_amount()
        self.kinds.setFocus()

    def save(self) -> None:
        """Write the file in another thread; the dialog closes when it is there."""
        if self.work.running:
            return
        try:
            wanted = self.choosing.wanted(replace=self.where.may_replace)
        except KnownError as error:
            self.people.say(str(error))
            return
        self.show_problem("")
        library, now, to = self.desk.library, self.desk.now, self.where.path

        def job(progress: Progress) -> Exported | KnownError:
            try:
                return export(library, to, wanted, now=now, progress=progress)
            except KnownError as error:  # said here, where the choice can be mended
                return error

        self.work.start(f"Exporting to {to.name}", job, self._done)

    def reject(self) -> None:
        """Stop what is being written; else close."""
        if self.work.running:
            self.work.cancel()
        else:
            super().reject()

    # What is chosen

    def _take_kind(self, key: str) -> None:
        self.choosing.take_kind(key)
        self.hidden.say(self._hidden_words())
        before = self.options
        self.options = OptionsChoice(self.desk, self.choosing, self)
        self._right.replaceWidget(before, self.options)
        before.hide()
        before.deleteLater()
        self.options.show()
        self._connect_options()
        self._rename()

    def _hidden_words(self) -> str:
        return self.choosing.kind.hidden.format(keys=self.desk.keys.shown("hide_names"))

    def _connect_options(self) -> None:
        self.options.changed.connect(self._rename)

    def _rename(self) -> None:
        """Give the file another name where its kind asks for one; a folder chosen by hand stays."""
        self.where.propose(self.choosing.proposed_path(self.where.path.parent))
        self._show_amount()

    def _show_amount(self) -> None:
        self.show_problem("")
        try:
            number, amount = self.choosing.amount()
            self.people.say("")
        except KnownError as error:
            number, amount = 0, ""
            self.people.say(str(error))
        self.hint.setText(amount)
        self.primary.setEnabled(number > 0 or (self.choosing.options.format.is_everything and bool(amount)))
        self.fit()

    def _ask_where(self) -> None:
        folder = self.choosing.options.folder and bool(self.choosing.kind.each)
        dialog = QFileDialog(self, "A new folder for the export" if folder else "Where to export to")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(str(self.where.path.parent))
        dialog.selectFile(self.where.path.name)
        dialog.fileSelected.connect(lambda chosen: self.where.take(Path(chosen)))
        dialog.open()

    def _done(self, done: Exported | KnownError) -> None:
        if isinstance(done, KnownError):
            self.show_problem(str(done))
            return
        self.accept()
        sentence = said(done, self.choosing.options.format)
        self.desk.said.emit(sentence, False)
        self.desk.announced.emit(sentence)

    def _fill(self) -> None:
        self._widen()
        self._right = QVBoxLayout()
        self._right.setSpacing(18)
        self._right.addWidget(self.people)
        self._right.addWidget(self.options)
        self._right.addStretch(1)
        self._right.addWidget(self.hidden)
        self._right.addWidget(self.where)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        row.addWidget(self.kinds)
        row.addLayout(self._right, 1)
        self.body.addLayout(row)
        self.desk.theme.changed.connect(self._widen)

    def _widen(self) -> None:
        """Let the list follow the text size."""
        self.kinds.setFixedWidth(self.desk.theme.px(_LIST))


def _folder() -> Path:
    """The documents of this computer, else the home folder."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()
