"""Opens the window on a library, and keeps it to one window a library."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.errors import KnownError, PassphraseNeededError
from planner.library import Library
from planner.queries.ahead import Ahead
from planner.ui import crash
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.theme import Theme
from planner.ui.widgets.focus_ring import FocusRing
from planner.ui.window import Window

Clock = Callable[[], datetime]

_SETTLES_AFTER_MS = 300
"""A second start within this time of the first finds no socket yet and says that the library is open."""


class Opening(NamedTuple):
    """How to open: the library's file, where the window's memory is kept, how to make the sample.

    With `one_line` only the small window for one line is opened; `files` are shown before they are imported.
    Where a large library is being asked `ahead` already, it is the one that is opened first.
    """

    library: Path
    memory: Path | None
    clock: Clock
    make_sample: Callable[[], Path]
    ahead: Ahead | None = None
    one_line: bool = False
    files: tuple[Path, ...] = ()


def run(opening: Opening) -> int:
    """Show the window until it is closed; returns the exit code.

    Where the library does not open, its passphrase is asked for, or ways out are offered. Where another
    window has it open already, that window is raised instead.
    """
    application = make_application()
    shown = Shown(opening)
    crash.install(shown.tell_bug)
    if not shown.open_or_ask(opening.library):
        return 0
    if opening.files and shown.window is not None:
        shown.window.places.review_files(opening.files)
    return int(application.exec())


class BusyError(KnownError):
    """The library has a writer already, or lies where nobody may be one; maybe its window can be raised."""


def make_application() -> QApplication:
    """The one QApplication, dressed in our style by `Theme.apply`."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # By name: a style that Python takes in its hands brings the classes of all styles with it.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Rapport")
    application.setApplicationDisplayName("Rapport")
    application.setDesktopFileName("rapport")
    return application


def dark_system(application: QApplication) -> bool:
    """Whether the system asks for dark windows."""
    return application.styleHints().colorScheme() == Qt.ColorScheme.Dark


def high_contrast_system(application: QApplication) -> bool:
    """Whether the system asks for high contrast."""
    style = application.styleHints()  # PySide lets go of what hangs on it together with it
    return style.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


class Shown(QObject):
    """The window that is open now, and the way from one library to another."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._memory = Memory(opening.memory)
        application = make_application()
        self.theme = Theme(
            dark=self._memory.dark(dark_system(application)),
            text_scale=self._memory.text_scale(),
            high_contrast=high_contrast_system(application),
        )
        self._hints = application.styleHints()
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        self.theme.apply(application)
        FocusRing(self.theme, application)
        self.window: Window | None = None
        self._line: QObject | None = None  # nothing else holds it, and with it its desk

    @property
    def clock(self) -> Clock:
        """The clock that every library here goes by."""
        return self._opening.clock

    def open_or_ask(self, path: Path) -> bool:
        """Open a library; ask for its passphrase, or say what is wrong with it. False where one gave up, or
        where another program has it open and its window came to the front."""
        try:
            self.open(path)
        except KnownError as error:
            if isinstance(error, BusyError) and self._is_handed_over(path):
                return False
            from planner.ui.safe.gate import let_in

            return let_in(self, path, error)
        return True

    def _is_handed_over(self, path: Path) -> bool:
        from planner.ui.knock import hand_over, message_of

        return hand_over(path, message_of(self._opening.one_line, self._opening.files))

    def tell_bug(self, sentence: str, places: str) -> None:
        """Say in the window that is open that there was a bug, and offer what can be passed on of it."""
        window = self.window
        if window is not None:

            def show(over: QWidget) -> None:
                from planner.ui.frame.bug_dialog import BugDialog

                BugDialog(window.desk, places, over).open()

            window.desk.offered.emit(sentence, "Show details …", show)

    def say(self, sentence: str) -> None:
        """Say something in the window that is open."""
        if self.window is not None:
            self.window.desk.said.emit(sentence, False)

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Open a library in a window of its own and close the one before.

        Raises KnownError where it does not open, and BusyError where another window has it.
        """
        ahead = self._ahead(path)
        library = ahead.library if ahead else Library(path, clock=self._opening.clock, passphrase=passphrase)
        try:
            library.claim()
        except KnownError as known:
            library.close()
            raise BusyError(str(known)) from known
        desk = Desk(library, self.theme, self._opening.clock)
        if ahead:
            desk.timely.first = ahead.shares
        try:
            if self._opening.one_line and self.window is None:
                self._open_line(desk)
            else:
                self._open_window(desk, path)
        except KnownError:  # a page that the first picture needs is damaged
            desk.close()
            library.close()
            raise

    def _open_line(self, desk: Desk) -> None:
        """Open the small window alone; the large one follows where it is wanted."""
        from planner.ui.capture.alone import CaptureAlone

        desk.remember_in(self._memory)
        self._line = CaptureAlone(desk, self._open_window)
        QTimer.singleShot(_SETTLES_AFTER_MS, desk, _settle_line)

    def _open_window(self, desk: Desk, path: Path) -> Window:
        """Open the window, and close the one before."""
        before = self.window
        if before is not None:
            self._memory.remember_window(before)
        window = Window(desk, self._memory)
        desk.library_wanted.connect(self._open_other)
        desk.renewal_wanted.connect(self._renew)
        window.show_first()
        window.show()
        self.window = window
        QTimer.singleShot(_SETTLES_AFTER_MS, window, lambda: _settle(path, window))
        if before is not None:
            _put_away(before)
        return window

    def put_away(self) -> None:
        """Close the window that is open, if one is."""
        before, self.window = self.window, None
        if before is not None:
            self._memory.remember_window(before)
            _put_away(before)

    def _follow_contrast(self) -> None:
        self.theme.set_high_contrast(high_contrast_system(make_application()))

    def _ahead(self, path: Path) -> Ahead | None:
        """What was asked ahead, for the first library that is opened."""
        ahead, self._opening = self._opening.ahead, self._opening._replace(ahead=None)
        return ahead if ahead is not None and ahead.library.path == path else None

    def _open_other(self, path: object) -> None:
        desk = self.window.desk if self.window else None
        if desk is not None:
            desk.done(lambda: self._open_or_say(path if isinstance(path, Path) else None))

    def _open_or_say(self, path: Path | None) -> None:
        chosen = path or self._opening.make_sample()
        if self.window is not None and chosen.resolve() == self.window.desk.library.path.resolve():
            return
        try:
            self.open(chosen)
        except PassphraseNeededError as error:
            from planner.ui.safe.gate import let_in

            let_in(self, chosen, error)

    def _renew(self, work: object, said: str, passphrase: object) -> None:
        """Close the library, work on its file, and open it again."""
        from planner.ui.safe.renewal import renew

        assert callable(work) and (passphrase is None or isinstance(passphrase, str))
        renew(self, work, said, passphrase)


def _put_away(window: Window) -> None:
    """Close a window, and its library once nothing can ask it any more."""
    window.close()
    window.desk.close()
    window.destroyed.connect(window.desk.library.close)
    window.deleteLater()


def _settle(path: Path, window: Window) -> None:
    """What can wait until the first picture is there."""
    if not window.desk.is_open:
        return  # another library took its place meanwhile
    gc.freeze()  # what the start has made stays, and need not be looked through again
    gc.enable()
    from planner.ui.frame.copied import CopiedWords
    from planner.ui.single import Listening

    Listening(path, window)
    CopiedWords(window)
    if not _offer_unfinished(window):
        _tell_due(window)
    from planner.ui.safe.looking_after import LookingAfter

    LookingAfter(window)
    _load_ahead()


def _settle_line() -> None:
    """What can wait until the small window is there."""
    gc.enable()
    _load_ahead()


def _load_ahead() -> None:
    Thread(target=_load_for_changes, name="what the first change needs", daemon=True).start()


def _offer_unfinished(window: Window) -> bool:
    """Offer what was typed and not saved when Rapport ended; whether there was anything."""
    from planner.queries.unfinished import newest_unfinished

    found = newest_unfinished(window.desk.library)
    if found:
        from planner.ui.frame.unfinished import offer_unfinished

        offer_unfinished(window, found)
    return found is not None


def _tell_due(window: Window) -> None:
    """Say who has been in the trash for its days; nobody is erased without being asked for."""
    from planner.queries.trash import due_to_go

    due = due_to_go(window.desk.library, window.desk.today)
    if due:
        from planner.ui.tidy.trash_view import due_words

        window.desk.said.emit(due_words(due), False)


def _load_for_changes() -> None:
    """Load what the first change needs while nothing happens, so that it is as quick as the next ones."""
    for module in (
        *("planner.library.tables_open", "planner.actions.several", "planner.actions.conversations"),
        *("planner.actions.one_line", "planner.ui.capture.window", "playhouse.fts_parser"),
        *("planner.domain.one_line.english", "planner.domain.one_line.german"),
    ):
        import_module(module)
