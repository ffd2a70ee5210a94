"""What is typed into the fields of a person's page, kept for a crash and shown again where it was typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.actions.unfinished import move_unfinished
from planner.domain.unfinished import Place
from planner.queries.unfinished import kept_of, kept_parts
from planner.ui.kept.keeping import Keeping
from planner.ui.kept.row import KeptRow
from planner.ui.kept.values import from_words, to_words
from planner.ui.person.row_editor import ROW
from planner.ui.person.stream_row import About
from planner.ui.screen import Subject
from planner.ui.widgets.add_row import AddRow
from planner.ui.widgets.in_place import InPlace

if TYPE_CHECKING:
    from planner.ui.person.view import PersonScreen

_BETWEEN = "|"
_PRIVATE = "What was kept belongs to something private. It is there once you change that again."


class KeptFields(QObject):
    """A field is named by what opened the sheet that it is in, '' for the page itself, and its own part."""

    def __init__(self, screen: PersonScreen) -> None:
        super().__init__(screen)
        self._screen, self._desk = screen, screen.desk

    def keep(self, field: InPlace | AddRow, opener: str = "") -> None:
        """Keep what is typed in a field until it is left, and show what was kept of it before."""
        if not field.part:
            return
        person = self._screen.person_id
        place = Place("open", (person,), part=f"{opener}{_BETWEEN}{field.part}")
        keeping = Keeping(self._desk, place, field.typed, field)
        found = keeping.found()
        if found is not None:
            row = KeptRow(self._desk.theme, field, wrap=True)
            row.afresh.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # leaving the field would save it
            row.afresh.clicked.connect(field.put_back)
            field.go_on(from_words(found.words), row)
            row.show_kept(found, self._desk.today)
        field.edited.connect(keeping.touch)
        field.saved.connect(keeping.forget)
        field.left_alone.connect(keeping.let_be)
        field.closed.connect(keeping.forget)
        field.closed.connect(keeping.deleteLater)

    def give_back(self) -> None:
        """Open the field that was typed in last, where something of it was kept; private ones stay closed."""
        if not self._screen.isVisible():
            return
        parts = kept_parts(self._desk.library, Place("open", (self._screen.person_id,)))
        if not parts:
            return
        opener, _, part = parts[0].part.partition(_BETWEEN)
        if part.startswith(ROW):
            found = self._open_row(part)
        else:
            found = self._open_field(opener, part)
        if not found:
            self._as_note(parts[0])

    def _open_row(self, part: str) -> bool:
        """Open the words of a row of the stream."""
        kind, _, number = part.removeprefix(ROW).rpartition(" ")
        about = About(kind, int(number))
        row = self._screen.find_row(about)
        if row is not None and row.private:
            self._desk.said.emit(_PRIVATE, False)
            return True
        return row is not None and self._screen.stream.change(about)

    def _open_field(self, opener: str, part: str) -> bool:
        """Open a field of a panel, or of the sheet that something in a panel opens."""
        ground: QWidget = self._screen
        if opener:
            buttons = self._screen.side.findChildren(QAbstractButton, opener)
            under = next((each for each in buttons if each.isEnabled() and each.isVisible()), None)
            if under is None:
                return False
            self._screen.bring_into_view(under)
            under.click()
            ground = self._screen.sheet
        fields: list[InPlace | AddRow] = [*ground.findChildren(InPlace), *ground.findChildren(AddRow)]
        for field in fields:
            if field.part == part:
                if not field.isVisibleTo(ground):
                    self._desk.said.emit(_PRIVATE, False)
                elif not field.is_open:
                    field.begin()
                    if not opener:  # once it has its height
                        QTimer.singleShot(0, field, partial(self._screen.bring_into_view, field))
                return True
        return False

    def _as_note(self, place: Place) -> None:
        """What it belonged to is gone: offer the words as a note, private until somebody says otherwise."""
        library, note = self._desk.library, Place("note", place.people)
        kept = kept_of(library, place)
        if kept is not None and kept_of(library, note) is None:
            text = from_words(kept.words)["text"]
            move_unfinished(library, place, note, to_words({"words": text, "private": True}))
        self._desk.command_wanted.emit("note", Subject(people=place.people))
