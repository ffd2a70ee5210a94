"""The meeting brief for a picture: of one person, or of the meeting of several."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.queries.people import recent_people
from planner.ui.brief.dialog import BriefDialog
from planner.ui.window import Window

_AT_THE_MEETING = 4


def brief_dialog(window: Window, screen: str, person_id: int) -> QWidget:
    """The dialog, open over the window."""
    people = [person_id]
    if screen == "brief-meeting":
        people = [each.id for each in recent_people(window.desk.library, _AT_THE_MEETING)]
    dialog = BriefDialog(window.desk, people, window)
    dialog.show()
    return dialog
