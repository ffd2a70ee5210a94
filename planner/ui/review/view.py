"""The review of an import: what files would bring, decided row by row before anything is saved."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from planner.actions.imports.columns import ColumnChoices, Table
from planner.actions.imports.files import Imported, review, save
from planner.actions.imports.whole import WholeReview, library_file
from planner.domain.errors import KnownError
from planner.library import Changed
from planner.queries.people import count, layers
from planner.ui.desk import Desk
from planner.ui.job import Progress
from planner.ui.review import words
from planner.ui.review.choose import choose_files, choose_folder
from planner.ui.review.columns.columns import Columns
from planner.ui.review.columns.page import ColumnsPage
from planner.ui.review.decisions import Decisions
from planner.ui.review.figures import Figures
from planner.ui.review.filters import Filters
from planner.ui.review.foot import Foot
from planner.ui.review.kept import KeptReview
from planner.ui.review.list import ReviewList
from planner.ui.review.notice import Notice, centred
from planner.ui.review.reading import found_in
from planner.ui.review.reviewing import Reviewing
from planner.ui.review.rows import Found, Shelf
from planner.ui.review.telling import Outcome
from planner.ui.review.whole import WholeNotice, importing_whole, reading_whole
from planner.ui.screen import Screen
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import ElidedLabel, StyledLabel
from planner.ui.work import Work


class ReviewScreen(Screen):
    """Empty at first; then a list of what would come in; after the import the week is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.reviewing: Reviewing | None = None
        self.chosen_files: tuple[Path, ...] = ()
        self.chosen_columns: ColumnChoices = {}
        self._outdated = False
        self.files = ElidedLabel(theme, "", "body", "ink3")
        self.counts = StyledLabel(theme, "", "body", "ink2", wrap=True)
        self.search = QLineEdit()
        self.filters = Filters(theme)
        self.list = ReviewList(theme)
        self.foot = Foot(theme)
        self.choose = Button(theme, "Choose files", "primary", icon="upload")
        self.folder = Button(theme, "Choose a folder", icon="folder")
        self.back = Button(theme, "Back")
        self.away = Button(theme, "Back", "quiet", icon="left")
        self.start = Notice(theme, "upload", (self.choose, self.folder))
        self.nothing = Notice(theme, "check", (self.back,))
        self.whole = WholeNotice(theme)
        self.columns = ColumnsPage(theme)
        self.ask_columns = Button(theme, "Columns", "quiet", icon="rows")
        self.pages = QStackedWidget()
        self.figures = Figures(self)
        self.kept = KeptReview(self)
        self._arrange()
        self.work = Work(desk, self)
        self._connect()
        self._show_start()

    def _arrange(self) -> None:
        theme = self.desk.theme
        self.search.setPlaceholderText("Find a name, organisation or meeting")
        self.search.setAccessibleName("Find a name, organisation or meeting")
        self.search.setFixedWidth(theme.px(270))
        head = QHBoxLayout()
        head.setContentsMargins(20, 15, 20, 9)
        head.setSpacing(12)
        head.addStrut(theme.px(30))
        head.addWidget(StyledLabel(theme, "Import", "title"))
        head.addWidget(self.files, 1)
        head.addWidget(self.away)
        head.addWidget(self.ask_columns)
        head.addWidget(self.search)
        self.counts.setContentsMargins(20, 0, 20, 10)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.counts)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)
        self._sheet = sheet
        self._start_page, self._nothing_page = centred(self.start), centred(self.nothing)
        self._whole_page = centred(self.whole)
        for page in (self._start_page, self._nothing_page, self._whole_page, self.columns, sheet):
            self.pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.kept.row)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_files)
        self.folder.clicked.connect(lambda: choose_folder(self, self.chosen_files, self.review_files))
        self.back.clicked.connect(self.leave)
        self.away.clicked.connect(self.leave)
        self.whole.cancelled.connect(self.leave)
        self.whole.wanted.connect(self._import_whole)
        self.foot.cancelled.connect(self.leave)
        self.foot.wanted.connect(self.import_now)
        self.foot.text_wanted.connect(self._keep_text)
        self.columns.cancelled.connect(self._leave_columns)
        self.columns.answered.connect(self._use_columns)
        self.columns.spoke.connect(self.desk.announced)
        self.ask_columns.clicked.connect(self._ask_again)
        self.filters.chosen.connect(self._choose_shelf)
        self.filters.decided.connect(self._show_decided)
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.list.decided.connect(self.filters.follow)
        self.list.decided.connect(self._ask_figures)
        self.list.spoke.connect(self.desk.announced)
        self.figures.found.connect(self._show_outcome)
        self.desk.theme.changed.connect(self._widen_search)

    # What the window calls

    def choose_files(self) -> None:
        """Ask for files and review them; what was decided when Rapport ended is gone on with first."""
        if self.reviewing is None and not self.work.running and self.kept.go_on():
            return
        choose_files(self, self.chosen_files, self.review_files)

    def review_files(self, files: Sequence[Path]) -> None:
        """Read files and show what they would bring; what was being reviewed before is forgotten then."""
        try:
            whole = library_file(files)
        except KnownError as error:
            self.desk.failed.emit(str(error))
            return
        if whole is not None:
            self._read_whole(whole)
        elif files:
            self.kept.forget()
            self.chosen_columns = {}
            self._read(tuple(files), Decisions())

    def read_again(self, files: tuple[Path, ...], columns: ColumnChoices, decisions: Decisions) -> None:
        """Review files by what was decided about them before."""
        self.chosen_columns = columns
        self._read(files, decisions)

    def refresh(self) -> None:
        """Read the files again where the library has changed since; decisions are kept."""
        if self._outdated and self.reviewing is not None:
            self._read(self.chosen_files, self.reviewing.decisions)
        elif self._outdated and self.whole.found is not None:
            self._read_whole(self.chosen_files[0])

    @property
    def is_settled(self) -> bool:
        """Whether nothing is read, saved or worked out any more."""
        return not self.work.running and self.figures.settled

    def leave(self) -> None:
        """Go back, with nothing imported."""
        self._forget()
        self.desk.place_wanted.emit("plan" if count(self.desk.library) else "first_run")

    # Reading

    def _read(self, files: tuple[Path, ...], decisions: Decisions) -> None:
        desk = self.desk
        library, today, now = desk.library, desk.today, desk.now
        hues = {layer.id: layer.hue for layer in layers(library)}
        columns = self.chosen_columns

        def job(progress: Progress) -> Found:
            read = review(library, files, today=today, now=now, columns=columns, progress=progress)
            found = found_in(read, hues)
            gc.freeze()  # a million objects that stay: looking through them for cycles would stop the window
            return found

        gc.unfreeze()
        self._outdated = False
        said = f"Reading {words.files([each.name for each in files])}"
        self.work.start(said, job, partial(self._show_found, files, decisions))

    def _show_found(self, files: tuple[Path, ...], decisions: Decisions, found: Found) -> None:
        before, self.reviewing = self.reviewing, None
        again = before is not None and before.decisions is decisions
        shelf = before.shelf if again and before else Shelf.EVERYTHING
        if not again:
            self.search.clear()
        self.chosen_files = files
        self.files.setText(words.files(found.review.files))
        asked = [(name, table) for name, table in found.review.tables if table.asks]
        if asked:
            self._ask_columns(asked)
            return
        if found.nobody_and_nothing or found.here_already:
            self._show_nothing(found)
            return
        reviewing = self.reviewing = Reviewing(found, decisions)
        counts = reviewing.counts()
        reviewing.shelf = shelf if counts[shelf] else Shelf.EVERYTHING
        said = words.counts(found.review)
        self.counts.setText(said)
        self.counts.setVisible(bool(said))
        self.filters.show_review(reviewing)
        self.foot.show_outcome(Outcome())
        self.foot.offer_text(bool(found.review.mail.letters))
        self.foot.text.setChecked(decisions.with_text)
        self.list.show_review(reviewing)
        self._show(self._sheet, self.list)
        self._narrow()
        self._ask_figures()
        self.desk.announced.emit(said)

    def _show_nothing(self, found: Found) -> None:
        self._forget()
        self.files.setText(words.files(found.review.files))
        self._say_nothing(words.EMPTY if found.nobody_and_nothing else words.HERE_ALREADY)

    def _say_nothing(self, said: str) -> None:
        self.nothing.say(said)
        self._show(self._nothing_page, self.back)
        self.desk.announced.emit(said)

    # A library's JSON

    def _read_whole(self, file: Path) -> None:
        self._outdated = False
        said = f"Reading {words.files([file.name])}"
        self.work.start(said, reading_whole(self.desk.library, file), partial(self._show_whole, file))

    def _show_whole(self, file: Path, found: WholeReview) -> None:
        self._forget()
        self.chosen_files = (file,)
        self.files.setText(words.files([file.name]))
        if found.nothing:
            self._say_nothing(words.HERE_ALREADY)
            return
        self.whole.ask(found)
        self._show(self._whole_page, self.whole.take)
        self.desk.announced.emit(self.whole.accessibleName())

    def _import_whole(self, found: WholeReview) -> None:
        job = importing_whole(self.desk.library, found)
        self.work.start(f"Importing {self.files.text()}", job, self._say_imported)

    # Columns of tables

    def _ask_columns(self, tables: Sequence[tuple[str, Table]]) -> None:
        """Ask what the columns of these tables become; nothing is reviewed before that is said."""
        self.list.show_review(None)
        self.columns.ask(Columns(tables))
        self._show(self.columns, self.columns.table)
        self.desk.announced.emit(self.columns.question.text())

    def _ask_again(self) -> None:
        if self.reviewing is not None:
            self._ask_columns(self.reviewing.found.review.tables)

    def _leave_columns(self) -> None:
        """Back to the review where there is one, else out of the import."""
        if self.reviewing is None:
            self.leave()
            return
        self.list.show_review(self.reviewing)
        self._show(self._sheet, self.list)
        self._narrow()

    def _use_columns(self, choices: ColumnChoices) -> None:
        decisions = self.reviewing.decisions if self.reviewing is not None else Decisions()
        self.chosen_columns = self.chosen_columns | choices
        self._read(self.chosen_files, decisions)

    # Deciding

    def _choose_shelf(self, shelf: Shelf) -> None:
        if self.reviewing is not None:
            self.reviewing.shelf = Shelf.EVERYTHING if shelf is self.reviewing.shelf else shelf
            self._narrow()

    def _narrow(self) -> None:
        if self.reviewing is not None:
            self.reviewing.narrow(self.reviewing.shelf, self.search.text())
            self.filters.follow()
            self.list.narrowed()

    def _show_decided(self) -> None:
        self.list.lay_out()
        self._ask_figures()

    def _keep_text(self, wanted: bool) -> None:
        if self.reviewing is not None:
            self.reviewing.decisions.with_text = wanted

    def _ask_figures(self) -> None:
        if self.reviewing is not None:
            self.figures.ask(self.reviewing.found.review, self.reviewing.choices())

    def _show_outcome(self, outcome: Outcome) -> None:
        if self.reviewing is not None:
            self.reviewing.outcome = outcome
            self.foot.show_outcome(outcome)
            self.list.viewport().update()

    # Saving

    def import_now(self) -> None:
        """Import what is chosen, as one step; a backup is made first."""
        if self.reviewing is None:
            return
        library, now = self.desk.library, self.desk.now
        found, choices = self.reviewing.found.review, self.reviewing.choices()

        def job(progress: Progress) -> Imported:
            return save(library, found, choices, now=now, progress=progress)

        self.work.start(f"Importing {self.files.text()}", job, self._imported)

    def _imported(self, done: Imported) -> None:
        self._say_imported(words.imported(done) or "your own address")

    def _say_imported(self, what: str) -> None:
        self._forget()
        said = f"Imported {what}"
        self.desk.said.emit(said, True)
        self.desk.announced.emit(said)
        self.desk.place_wanted.emit("plan")

    def _widen_search(self) -> None:
        """Let the search field follow the text size."""
        self.search.setFixedWidth(self.desk.theme.px(270))

    # Pages

    def _show_start(self) -> None:
        self.files.setText("")
        self.start.say(*words.START)
        self._show(self._start_page, self.choose)

    def _show(self, page: QWidget, focus: QWidget) -> None:
        """Show a page; `focus` gets the keyboard whenever the screen does."""
        focused = self.window().focusWidget()
        here = focused is self or (focused is not None and self.isAncestorOf(focused))
        self.search.setVisible(page is self._sheet)
        tables = self.reviewing.found.review.tables if self.reviewing is not None else ()
        self.ask_columns.setVisible(page is self._sheet and bool(tables))
        self.away.setVisible(page is self._start_page)
        self.pages.setCurrentWidget(page)
        self._first = focus
        if here and self.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self.kept.forget()
        self.reviewing = self.whole.found = None
        self._outdated = False
        self.figures.forget()
        self.list.show_review(None)
        gc.unfreeze()
        self._show_start()

    # Qt

    def _library_changed(self, changed: Changed) -> None:
        shown = self.reviewing is not None or self.whole.found is not None
        if shown and not self.work.running:
            self._outdated = True
            self.refresh_soon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._first.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        narrowed = self.reviewing is not None and (
            self.search.text() or self.reviewing.shelf is not Shelf.EVERYTHING
        )
        if event.key() == Qt.Key.Key_Escape and narrowed and self.reviewing is not None:
            self.reviewing.shelf = Shelf.EVERYTHING
            self.search.clear()
            self._narrow()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.reviewing is None:
            self.leave()
        else:
            super().keyPressEvent(event)
