"""Keeps what is typed somewhere until it is saved or not wanted any more."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QTimer

from planner.actions.unfinished import forget_unfinished, keep_unfinished
from planner.domain.errors import KnownError
from planner.domain.unfinished import Place
from planner.queries.unfinished import Kept, kept_of
from planner.ui.desk import Desk
from planner.ui.kept.values import to_words

PAUSE_MS = 2_000
"""So long after the last key what is typed is kept."""
LONGEST_S = 10.0
"""Whoever makes no pause has it kept after so long all the same."""


class Keeping(QObject):
    """Keeps what `typed` answers with under a place; where that is nothing, it is forgotten.

    Whoever lets type calls `touch` at every edit and `forget` once it is saved or put away on purpose.
    """

    def __init__(
        self, desk: Desk, place: Place, typed: Callable[[], dict[str, Any]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.desk, self.place, self._typed = desk, place, typed
        self._is_kept = self._is_touched = False
        self._since = 0.0
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE_MS)
        self._clock.timeout.connect(self.keep)
        desk.ending.connect(self.keep)

    def found(self) -> Kept | None:
        """What was kept before; whoever asks gives it back."""
        kept = kept_of(self.desk.library, self.place)
        self._is_kept = kept is not None
        return kept

    def let_be(self) -> None:
        """Something else is typed for now: what is kept waits."""
        self._clock.stop()
        self._is_kept = self._is_touched = False

    def touch(self) -> None:
        """Something was typed."""
        self._is_touched = True
        now = time.monotonic()
        if not self._clock.isActive():
            self._since = now
        elif now - self._since >= LONGEST_S:
            return
        self._clock.start()

    def keep(self) -> None:
        """Keep what was typed since; where the disk has no room, saving will say so."""
        self._clock.stop()
        if not (self._is_touched and self.desk.is_open):
            return
        self._is_touched = False
        typed = self._typed()
        if not typed:
            self.forget()
            return
        with suppress(KnownError):
            keep_unfinished(self.desk.library, self.place, to_words(typed))
            self._is_kept = True

    def forget(self) -> None:
        """It is saved, or not wanted."""
        self._clock.stop()
        self._is_touched = False
        if self._is_kept and self.desk.is_open:
            with suppress(KnownError):
                forget_unfinished(self.desk.library, self.place)
                self._is_kept = False
