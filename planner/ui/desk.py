"""What every screen works with: the library, the look, the clock, and the one way to act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from planner.domain.errors import DisplacedError, KnownError, NotWrittenError
from planner.library import Changed, Library
from planner.queries.timely import Shares, Timely
from planner.ui.keys import Keys
from planner.ui.memory import Memory
from planner.ui.theme import Theme
from planner.ui.unsaved import Unsaved

if TYPE_CHECKING:
    from planner.queries.roster import Roster

Result = TypeVar("Result")

PRIVATE_MINUTES = 5
"""How long private notes stay open once they are."""


class Desk(QObject):
    """Handed to every screen and dialog by the composition root; there is no other way to reach anything.

    `changed` is heard in the window's thread for every change of the library, wherever it was made.
    `memory` is the window's, once there is one. `is_open` until the library is about to be closed.
    """

    changed = Signal(object)  # planner.library.Changed
    said = Signal(str, bool)  # a sentence for the toast, and whether it offers Undo
    failed = Signal(str)  # the sentence of a KnownError
    offered = Signal(
        str, str, object
    )  # such a sentence, the words of a button beside it, and what it does over a window
    person_wanted = Signal(object)  # a person's id (63 bits: a Qt int would cut it)
    place_wanted = Signal(str)  # a place's name: 'plan', 'people', 'import' …
    filter_wanted = Signal(object)  # a planner.domain.filters.Filter by which the people are to be narrowed
    week_wanted = Signal(object)  # a date whose week is to be shown
    command_wanted = Signal(str, object)  # a command's id and the Subject it is meant for
    library_wanted = Signal(object)  # a Path to open instead, or None for the sample
    renewal_wanted = Signal(object, str, object)  # work on the closed file, what to say, the passphrase then
    announced = Signal(str)  # words for assistive technology
    lifted = Signal()  # cards were picked up and need the whole window
    ending = Signal()  # the window goes: what is being typed is kept at once

    def __init__(
        self, library: Library, theme: Theme, clock: Callable[[], datetime], parent: QObject | None = None
    ):
        super().__init__(parent)
        self.library = library
        self.theme = theme
        self.unsaved = Unsaved(self)
        self._clock = clock
        self.memory = Memory(None)
        self.keys = Keys(self.memory, self)
        self.timely = Timely(library)
        self._roster: Roster | None = None
        self._private_until: datetime | None = None
        self.changed.connect(self._remember)  # before any screen hears of it
        self._stop_listening = library.listen(self.changed.emit)
        library.displaced = self._offer_copy
        self.is_open = True

    @property
    def now(self) -> datetime:
        """This moment, aware, in the computer's zone."""
        return self._clock()

    @property
    def today(self) -> date:
        """Today."""
        return self.now.date()

    @property
    def shares(self) -> Shares:
        """Whose rhythm is nearly used up today."""
        return self.timely.shares(self.today)

    @property
    def roster(self) -> Roster:
        """Everybody in memory, for all screens that filter people; read when it is first wanted."""
        if self._roster is None:
            from planner.queries.roster import Roster

            self._roster = Roster(self.library)
        return self._roster

    def remember_in(self, memory: Memory) -> None:
        """Take up what the window remembers between starts: from now on it is kept there."""
        self.memory = memory
        self.keys.remember_in(memory)

    @property
    def private_notes_open(self) -> bool:
        """Whether private notes may be found just now."""
        return self._private_until is not None and self.now < self._private_until

    def open_private_notes(self) -> None:
        """Let private notes be found for a few minutes."""
        self._private_until = self.now + timedelta(minutes=PRIVATE_MINUTES)

    def close_private_notes(self) -> None:
        """Let no private note be found any more."""
        self._private_until = None

    def _remember(self, changed: Changed) -> None:
        """Note what is no longer as it was answered."""
        self.timely.hear(changed)
        if self._roster is not None:
            self._roster.hear(changed)

    def do(self, action: Callable[[], Result], said: str = "", announced: str = "") -> Result | None:
        """Run an action; say what happened with an Undo, or show the sentence of a KnownError.

        `announced` is for assistive technology where that needs other words. Returns the action's result, or
        None where it could not be done; what the disk did not take is kept as unsaved. Bugs pass through.
        """
        try:
            result = action()
        except KnownError as error:
            self.fail(error)
            if isinstance(error, NotWrittenError):
                self.unsaved.keep(lambda: self.do(action, said or "Saved", announced))
            return None
        self.unsaved.settle()
        if said:
            self.said.emit(said, True)
            self.announced.emit(announced or said)
        return result

    def fail(self, error: BaseException) -> None:
        """Show the sentence of a KnownError out of a thread; anything else is raised, as the bug it is."""
        if not isinstance(error, KnownError):
            raise error
        if not isinstance(error, DisplacedError):  # of this a copy is offered already
            self.failed.emit(str(error))

    def done(self, action: Callable[[], object], said: str = "") -> bool:
        """As `do`, for an action without a result: whether it was done."""
        return self.do(lambda: (action(), True), said) is not None

    def undo(self) -> Changed | None:
        """Take the newest step back and say so."""
        changed = self.do(self.library.undo)
        self.said.emit(f"Undone: {changed.label}" if changed else "Nothing to undo.", False)
        return changed

    def redo(self) -> Changed | None:
        """Do the step undone last again and say so."""
        changed = self.do(self.library.redo)
        self.said.emit(f"Done again: {changed.label}" if changed else "Nothing to do again.", False)
        return changed

    def _offer_copy(self, error: DisplacedError) -> None:
        from planner.ui.safe.rescue import offer_copy

        offer_copy(self, error)

    def close(self) -> None:
        """Stop listening to the library; what was to be asked later is not asked of it any more."""
        self.is_open = False
        self._stop_listening()
