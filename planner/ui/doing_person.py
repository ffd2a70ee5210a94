"""What the commands about one person's page do: notes, debriefs, ratings and questions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.ui.desk import Desk
from planner.ui.screen import Subject


def _note(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.note_dialog import NoteDialog

    NoteDialog(desk, subject.people[0], parent).exec()


def _reflect(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.reflect_dialog import ReflectDialog

    ReflectDialog(desk, subject.people[0], parent).exec()


def _debrief(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.queries.debriefs import waiting_debriefs, waiting_of
    from planner.ui.debrief.dialog import DebriefDialog

    if subject.conversation_id:
        waiting = waiting_of(desk.library, subject.conversation_id)
    else:
        waiting = waiting_debriefs(desk.library, desk.today)
    if waiting:
        DebriefDialog(desk, waiting, parent).exec()
    else:
        desk.said.emit("No conversation waits for its debrief.", False)


def _objectivity(desk: Desk, _subject: Subject, parent: QWidget) -> None:
    from planner.ui.objectivity.dialog import ObjectivityDialog

    ObjectivityDialog(desk, parent).exec()


def _questions(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.queries.people import layers_of
    from planner.queries.understanding import understanding_of
    from planner.ui.dialogs.questions_dialog import QuestionsDialog

    asking = None
    if subject.people:
        asking = understanding_of(desk.library, subject.people[0], desk.today).asking
    if asking is None:
        QuestionsDialog(desk, parent).exec()
    else:
        layer = next(iter(layers_of(desk.library, subject.people)))
        QuestionsDialog(desk, parent, layer, asking.angle).exec()


PERSON_DOINGS: dict[str, Callable[[Desk, Subject, QWidget], None]] = {
    "note": _note,
    "reflect": _reflect,
    "debrief": _debrief,
    "objectivity": _objectivity,
    "questions": _questions,
}
"""By the id of the command."""
