"""The dialogs with papers for a picture: the brief of a person or of a meeting, and all that is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.queries.people import recent_people
from planner.ui.about.dialog import AboutDialog
from planner.ui.brief.dialog import BriefDialog
from planner.ui.window import Window

_AT_THE_MEETING = 4


def paper_dialog(window: Window, screen: str, person_id: int) -> QWidget:
    """The dialog, open over the window."""
    people = [person_id]
    if screen == "brief-meeting":
        people = [each.id for each in recent_people(window.desk.library, _AT_THE_MEETING)]
    dialog: QWidget
    if screen == "about":
        dialog = AboutDialog(window.desk, person_id, window)
    else:
        dialog = BriefDialog(window.desk, people, window)
    dialog.show()
    return dialog
