"""Keeps what is typed into a form, and offers it back where the program ended before it was saved."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.actions.people import Point
from planner.actions.unfinished import forget_unfinished, keep_unfinished
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.unfinished import Place
from planner.queries.unfinished import Kept, kept_of
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.form import Form
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel

PAUSE_MS = 2_000
"""So long after the last key what is typed is kept."""


class KeptTyping(QObject):
    """Belongs to a dialog whose form shows its first values. Only what differs from them is kept, so that
    what else became known meanwhile stays."""

    def __init__(self, dialog: Dialog, form: Form, place: Place) -> None:
        super().__init__(dialog)
        self._dialog, self._form, self._place = dialog, form, place
        self._library = dialog.desk.library
        self._first = form.peek()
        self._back: QWidget | None = None
        kept = kept_of(self._library, place)
        self._is_kept = kept is not None
        if kept is not None:
            self._give_back(kept)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE_MS)
        self._clock.timeout.connect(self.keep)
        form.changed.connect(self._clock.start)
        dialog.finished.connect(self._forget)

    def keep(self) -> None:
        """Keep what is typed now; where the disk has no room, saving will say so."""
        now = self._form.peek()
        typed = {name: value for name, value in now.items() if value != self._first.get(name)}
        if not typed:
            self._forget()
            return
        with suppress(KnownError):
            keep_unfinished(self._library, self._place, json.dumps(typed, default=_written))
            self._is_kept = True

    def _forget(self) -> None:
        self._clock.stop()
        if self._is_kept:
            with suppress(KnownError):
                forget_unfinished(self._library, self._place)
                self._is_kept = False

    def _give_back(self, kept: Kept) -> None:
        typed = {
            name: value
            for name, value in json.loads(kept.words, object_hook=_read).items()
            if name in self._first
        }
        self._show(typed)
        self._back = self._offer(kept)
        self._dialog.body.insertWidget(0, self._back)

    def _offer(self, kept: Kept) -> QWidget:
        theme, today = self._dialog.desk.theme, self._dialog.desk.today
        row = QWidget(self._dialog)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        when = f"{words.day_words(kept.at.date(), today)}, {kept.at:%H:%M}"
        line.addWidget(StyledLabel(theme, f"Kept from {when}, not saved yet.", "caption", "ink2"), 1)
        afresh = Button(theme, "Start afresh", "link", small=True)
        afresh.clicked.connect(self._start_afresh)
        line.addWidget(afresh, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _start_afresh(self) -> None:
        """Show what the form would have shown, and forget what was kept."""
        self._show(self._first)
        self._forget()
        if self._back is not None:
            self._back.hide()
        self._dialog.fit()

    def _show(self, values: dict[str, Any]) -> None:
        self._form.show_values(values)
        for name in values:
            self._form[name].changed.emit()


def _written(value: Any) -> dict[str, Any]:
    """What JSON has no form for."""
    if isinstance(value, Point):
        return {"a point": [value.kind, value.value, value.label]}
    return {"a day" if isinstance(value, date) else "a time": value.isoformat()}


def _read(found: dict[str, Any]) -> Any:
    """What `_written` wrote; other objects stay as they are."""
    match found:
        case {"a point": [kind, value, label]}:
            return Point(kind=kind, value=value, label=label)
        case {"a day": day}:
            return date.fromisoformat(day)
        case {"a time": at}:
            return time.fromisoformat(at)
    return found
