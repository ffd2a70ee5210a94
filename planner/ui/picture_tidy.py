"""Pictures of duplicates and the trash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.trash import move_to_trash
from planner.library import Library
from planner.queries.duplicates import likely_duplicates
from planner.queries.merging import side_by_side
from planner.queries.trash import in_trash
from planner.ui.tidy.duplicates_view import DuplicatesScreen
from planner.ui.tidy.erase_dialog import EraseDialog
from planner.ui.tidy.merge_dialog import MergeDialog
from planner.ui.window import Window

_TWIN = PersonForm(
    name="Ana M. Ferreira",
    role="CFO",
    organisation="Norvane AG",
    city="Lisbon",
    birthday="--03-02",
    notes="Met at the harbour dinner; card taken over from the phone.",
    points=(Point(kind="email", value="ana.ferreira@norvane.example", label="work"),),
)
"""A second entry of somebody of the sample, as an address book might bring it."""
_LEFT = PersonForm(name="Gregor Halvorsen", role="Consultant", organisation="Fjordlys", city="Bergen")
_DAYS_AGO = 12


@contextmanager
def with_something_to_tidy(library: Library, clock: Callable[[], datetime]) -> Iterator[Library]:
    """A copy of the sample with somebody twice and somebody in the trash; it goes when the picture is taken.

    The sample itself, where nobody is twice, stays as it is.
    """
    with TemporaryDirectory() as folder:
        path = library.back_up("for a picture", Path(folder) / "sample.rapport")
        with Library(path, clock=clock) as copy:
            _make_untidy(copy, clock())
            made = copy.back_up("before import")  # the question before erasing offers to go through it too
            os.utime(made, (clock().timestamp(),) * 2)
            yield copy


def _make_untidy(library: Library, now: datetime) -> None:
    today: date = now.date()
    then = now - timedelta(days=_DAYS_AGO)
    add_person(library, _TWIN, today=today)
    gone = add_person(library, _LEFT, today=today)
    for days, topic in ((190, "The ferry terminal"), (64, "Handing over")):
        day = today - timedelta(days=days)
        log_conversation(library, ConversationForm(people=(gone,), day=day, topic=topic), now=now)
    move_to_trash(library, [gone], today=then.date())


def show_tidy(window: Window, screen: str) -> QWidget | None:
    """Go there; a dialog over it is returned, None where there is nobody to show it for."""
    desk = window.desk
    if screen == "erase":
        window.places.go("trash")
        people = [each.id for each in in_trash(desk.library, desk.today)[:1]]
        return _shown(EraseDialog(desk, people, window)) if people else None
    page = window.places.go("duplicates")
    assert isinstance(page, DuplicatesScreen)
    waiting = QEventLoop()
    page.work.ended.connect(waiting.quit)
    if page.work.running:
        waiting.exec()
    found = likely_duplicates(desk.library, most=1)
    if screen == "duplicates" or not found:
        return None
    return _shown(MergeDialog(desk, side_by_side(desk.library, found[0].one, found[0].two), window))


def _shown(dialog: QWidget) -> QWidget:
    dialog.show()
    return dialog
