"""What belongs to a person's page, for a picture: sheets of facts, and its dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.domain.angles import Angle
from planner.domain.errors import KnownError
from planner.ui.person.stream import Tab
from planner.ui.person.view import PersonScreen
from planner.ui.window import Window


def person_screen(window: Window, screen: str, person_id: int) -> QWidget | None:
    """Show it; a dialog is returned, to be painted over the window."""
    if screen.startswith("person-"):
        _page(window, screen.removeprefix("person-"), person_id)
        return None
    dialog = _dialog(window, screen, person_id)
    dialog.show()
    return dialog


def _page(window: Window, part: str, person_id: int) -> None:
    window.places.show_person(person_id)
    page = window.places.screen("person")
    if not isinstance(page, PersonScreen):
        return
    QCoreApplication.processEvents()  # the panels take their places
    if part == "history":
        page.tabs.choose(Tab.HISTORY)
    elif part == "trust":
        page.bring_into_view(page.side.trust.band)
        page.side.trust.band.click()
    else:
        row = page.side.understanding.angles.rows[Angle.LISTEN]
        page.bring_into_view(row)
        row.click()


def _dialog(window: Window, screen: str, person_id: int) -> QWidget:
    desk = window.desk
    if screen == "debrief":
        from planner.queries.debriefs import waiting_debriefs
        from planner.ui.debrief.dialog import DebriefDialog

        waiting = waiting_debriefs(desk.library, desk.today)
        if not waiting:
            raise KnownError("No conversation waits to be debriefed. Log one first, or picture the sample.")
        return DebriefDialog(desk, waiting, window)
    if screen == "note":
        from planner.ui.dialogs.note_dialog import NoteDialog

        return NoteDialog(desk, person_id, window)
    if screen == "reflect":
        from planner.ui.dialogs.reflect_dialog import ReflectDialog

        return ReflectDialog(desk, person_id, window)
    if screen == "objectivity":
        from planner.ui.objectivity.dialog import ObjectivityDialog

        return ObjectivityDialog(desk, window)
    from planner.ui.dialogs.questions_dialog import QuestionsDialog

    return QuestionsDialog(desk, window)
