"""The main window: it arranges the frame and the places, and hands every command on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.library import Changed
from planner.queries.people import anybody, layers
from planner.ui.commands import BY_ID
from planner.ui.debrief.offer import DebriefOffer
from planner.ui.desk import Desk
from planner.ui.frame.navigation import Navigation
from planner.ui.frame.places import Places
from planner.ui.frame.shortcuts import Shortcuts
from planner.ui.frame.top_bar import TopBar
from planner.ui.frame.typing import FieldSteps
from planner.ui.keys import follow
from planner.ui.memory import Memory
from planner.ui.screen import Screen, Subject

if TYPE_CHECKING:
    from pathlib import Path

    from planner.ui.capture.window import CaptureWindow
    from planner.ui.field.overlay import UniversalField
    from planner.ui.frame.file_veil import FileVeil
    from planner.ui.frame.messages import ErrorLine, Offer
    from planner.ui.widgets.toast import Toast

NARROW, NARROW_TEXT = 1280, 1000
"""Below these widths the navigation folds: as they are, and as they grow with the text."""


class Window(QWidget):
    """The one window of a library."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__()
        self.desk = desk
        self._memory = memory
        desk.remember_in(memory)
        self.setWindowTitle(f"{desk.library.path.stem} – Rapport")
        self.setAcceptDrops(True)
        self.setMinimumSize(1000, 640)
        self.navigation = Navigation(desk.theme, self)
        self.top_bar = TopBar(desk.theme, desk.keys, self)
        self.pages = QStackedWidget(self)
        self.places = Places(desk, self.pages)
        self._arrange()
        self._field: UniversalField | None = None
        self.captured: CaptureWindow | None = None
        self._toast: Toast | None = None
        self._error_line: ErrorLine | None = None
        self._veil: FileVeil | None = None
        self._logged = 0
        self._debriefs = DebriefOffer(desk, self)
        self._shortcuts = Shortcuts(self, self.pages, desk.keys, self.run)
        self._shortcuts.switch_plain(memory.view("plain_keys") != "off")
        FieldSteps(self)
        self._connect()
        # Qt ends a window, by deleteLater. Python's collector may not: it can come while one is painted.
        self.destroyed.connect(lambda _gone=None, held=self: None)
        self.resize(*memory.size())
        if geometry := memory.geometry():
            self.restoreGeometry(QByteArray(geometry))

    # Arranging

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        desk = self.desk
        self.navigation.place_chosen.connect(self.places.go)
        self.navigation.layer_chosen.connect(self.places.show_layer)
        self.navigation.home_chosen.connect(self._show_library_menu)
        self.top_bar.command_wanted.connect(self.run)
        self.places.went.connect(self._went)
        desk.command_wanted.connect(self.run)
        desk.person_wanted.connect(self.places.show_person)
        desk.place_wanted.connect(self.places.go)
        desk.filter_wanted.connect(self.places.show_filter)
        desk.said.connect(self._say)
        desk.failed.connect(self._fail)
        desk.offered.connect(self._fail)
        desk.announced.connect(self._announce)
        desk.theme.changed.connect(self._fold)
        desk.lifted.connect(self._hide_toast)
        desk.changed.connect(self._library_changed)
        self._debriefs.counted.connect(self.top_bar.set_waiting)

    def show_first(self) -> None:
        """Show the place to begin with: the week, or the first run while there is nobody yet."""
        self._show_counts()
        self.places.go("plan" if anybody(self.desk.library) else "first_run")

    # Commands

    @property
    def plain_keys(self) -> bool:
        """Whether keys of a single letter or sign are on."""
        return self._shortcuts.plain

    def switch_plain_keys(self, on: bool) -> None:
        """Switch the keys of a single letter or sign on or off, as for whoever dictates."""
        self._shortcuts.switch_plain(on)

    def run(self, command_id: str, subject: Subject | None = None) -> None:
        """Run a command, on a subject or on what is selected in the place that is shown."""
        from planner.ui import doing
        from planner.ui.menus import fits

        chosen = subject if subject is not None else self.subject()
        command = BY_ID[command_id]
        if not fits(command, chosen):
            self.desk.said.emit("Choose a card first, then this works on it.", False)
        elif command_id in doing.HERE:
            with self.desk.unsaved.about(chosen):
                doing.run(self.desk, self, command_id, chosen)
        else:
            self._run_own(command_id, chosen)

    def _run_own(self, command_id: str, subject: Subject) -> None:
        from planner.ui.frame.own_commands import run_own

        if not run_own(self, command_id, subject):
            self.places.run(command_id, subject)

    @property
    def field(self) -> UniversalField:
        """The universal field, made when it is first wanted."""
        if self._field is None:
            from planner.ui.field.overlay import UniversalField

            self._field = UniversalField(self.desk, self)
            self._field.closed.connect(self._focus_page)
        return self._field

    def capture(self) -> None:
        """Open the small window for one line, made when it is first wanted."""
        if self.captured is None:
            from planner.ui.capture.window import CaptureWindow

            self.captured = CaptureWindow(self.desk)
            self.destroyed.connect(self.captured.deleteLater)
        self.captured.open()

    @property
    def toast(self) -> Toast:
        """The note of what was done, made when there is something to say."""
        if self._toast is None:
            from planner.ui.widgets.toast import Toast

            self._toast = Toast(self.desk.theme, self)
            self._toast.undo_requested.connect(self._take_back)
            self._toast.more_requested.connect(self._debrief)
            follow(self.desk.keys, "debrief", self._toast.more.show_keys)
        return self._toast

    @property
    def veil(self) -> FileVeil:
        """What shows that files may be dropped, made when the first one comes."""
        if self._veil is None:
            from planner.ui.frame.file_veil import FileVeil

            self._veil = FileVeil(self.desk.theme, self, self._take_files, self._files_would)
        return self._veil

    @property
    def error_line(self) -> ErrorLine:
        """The line for what could not be done, made when there is something to say."""
        if self._error_line is None:
            from planner.ui.frame.messages import ErrorLine

            self._error_line = ErrorLine(self.desk.theme, self)
        return self._error_line

    def subject(self) -> Subject:
        """What is selected in the place that is shown."""
        page = self.pages.currentWidget()
        return page.subject() if isinstance(page, Screen) else Subject()

    def _show_library_menu(self, place: QPoint) -> None:
        from planner.ui.menus import library_menu

        menu = library_menu(self.desk, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place - QPoint(0, menu.sizeHint().height()))

    # What happened

    def _went(self, place: str) -> None:
        self.navigation.set_place(place)
        self._shortcuts.suit(self.places.screen(self.places.current).does)
        if self._error_line is not None:
            self._error_line.hide()

    def _say(self, words: str, undoable: bool) -> None:
        self._logged = self._debriefs.take()
        self.toast.say(words, undo=undoable, debrief=bool(self._logged))

    def _take_back(self) -> None:
        self.desk.undo()
        self._focus_page()

    def _debrief(self) -> None:
        self.run("debrief", Subject(conversation_id=self._logged))

    def _fail(self, sentence: str, words: str = "", does: Offer | None = None) -> None:
        self.error_line.say(sentence, words, does)
        self.desk.announced.emit(sentence)

    def _hide_toast(self) -> None:
        if self._toast is not None:
            self._toast.hide()

    def _announce(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # at the first announcement

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _library_changed(self, changed: Changed) -> None:
        self._show_history()
        if changed.touches("person", "layer"):
            self._show_counts()
            self.places.after_people_changed()

    def _show_history(self) -> None:
        self.top_bar.set_history(*self.desk.library.next_labels())

    def _show_counts(self) -> None:
        self.navigation.set_layers(layers(self.desk.library))
        self.navigation.set_usable(anybody(self.desk.library))
        self._show_history()
        self.show_home()

    def show_home(self) -> None:
        """Say where the library is and when it was backed up."""
        at = self.desk.library.newest_backup_at()
        path = self.desk.library.path
        line = "Not backed up yet" if at is None else f"Backed up {at:%H:%M}"
        if at is not None and at.date() != self.desk.today:
            line = f"Backed up {at.day} {at:%b}"
        if not anybody(self.desk.library):
            line = "Nothing saved yet"
        self.navigation.set_home(line, f"One private file: {path}")

    def _files_would(self, files: Sequence[Path]) -> str:
        """What the place that is shown would do with files, '' where they are imported."""
        page = self.pages.currentWidget()
        return page.takes_files(files) if isinstance(page, Screen) else ""

    def _take_files(self, files: Sequence[Path]) -> None:
        self.activateWindow()
        page = self.pages.currentWidget()
        if isinstance(page, Screen) and page.takes_files(files):
            page.take_files(files)
        else:
            self.places.review_files(files)

    def _fold(self) -> None:
        self.navigation.set_folded(self.width() < max(NARROW, self.desk.theme.px(NARROW_TEXT)))

    def _focus_page(self) -> None:
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else needed closes the sentence at the top."""
        said = self._error_line
        if event.key() == Qt.Key.Key_Escape and said is not None and said.isVisible():
            said.hide()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.veil.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.veil.take(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.ending.emit()
        self._memory.remember_window(self)
        super().closeEvent(event)
