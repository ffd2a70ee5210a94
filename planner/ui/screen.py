"""A place in the window: shows answers of queries, and asks again only when its subject changed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.library import Changed
from planner.ui.desk import Desk


class Subject(NamedTuple):
    """What a command is meant for: people, and the card's plan, conversation or commitment (0: none).

    `plans` holds the open plans of several cards, and `several` says that each of these people is meant for
    themselves; `day` is the day whose column or menu was used, if any.
    """

    people: tuple[int, ...] = ()
    plan_id: int = 0
    conversation_id: int = 0
    plans: tuple[int, ...] = ()
    commitment_id: int = 0
    day: date | None = None
    several: bool = False

    @property
    def plan_ids(self) -> tuple[int, ...]:
        """Every open plan that is meant."""
        return self.plans or ((self.plan_id,) if self.plan_id else ())

    def __bool__(self) -> bool:
        return bool(self.people)


class Screen(QWidget):
    """One place. Subclasses say in `watches` which tables they show and build themselves in `refresh`.

    A hidden screen only notes that it is stale and asks again when it is shown. `filter_bar` is the bar by
    which a screen narrows whom it shows, where it has one. `does` names the commands that `do` carries out
    while the screen is shown.
    """

    watches: frozenset[str] = frozenset()
    filter_bar: QWidget | None = None
    does: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.changed.connect(self._library_changed)

    def refresh(self) -> None:
        """Ask the queries again and show the answers."""
        raise NotImplementedError

    def do(self, command_id: str) -> None:
        """Carry out one of the commands in `does`."""
        raise NotImplementedError

    def filtering(self) -> QWidget | None:
        """The bar of filters, made now where it is made when it is first wanted."""
        return self.filter_bar

    def subject(self) -> Subject:
        """What a command called now is meant for: the selection, else the focused card."""
        return Subject()

    def takes_files(self, files: Sequence[Path]) -> str:
        """What dropping these files here would do, where that is not to import them; else ''."""
        return ""

    def take_files(self, files: Sequence[Path]) -> None:
        """Take files that takes_files answered for."""
        raise NotImplementedError

    def refresh_soon(self) -> None:
        """Ask again now if seen, else when shown."""
        self._stale = True
        if self.isVisible():
            self._freshen()

    def showEvent(self, event: QShowEvent) -> None:
        self._freshen()
        super().showEvent(event)

    def _library_changed(self, changed: Changed) -> None:
        if changed.touches(*self.watches):
            self.refresh_soon()

    def _freshen(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
