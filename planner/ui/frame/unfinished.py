"""Offers what was typed and not saved when the program ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from planner.domain.names import first_name
from planner.domain.unfinished import kept_sentence
from planner.queries.unfinished import Unfinished
from planner.ui.screen import Subject

if TYPE_CHECKING:
    from planner.ui.window import Window


_WHERE = {"quick_add": "plan"}
"""The places of commands that mean something else elsewhere."""


def offer_unfinished(window: Window, found: Unfinished) -> None:
    """Say in the toast what was kept, with the way back to it."""
    place = found.place
    subject = Subject(
        people=place.people,
        plan_id=place.plan_id,
        conversation_id=place.conversation_id,
        commitment_id=place.commitment_id,
    )
    called = " and ".join(first_name(each.name) for each in found.people[:2])

    def go_on() -> None:
        if place.command in _WHERE:
            window.places.go(_WHERE[place.command])
        window.run(place.command, subject)

    window.toast.open_requested.connect(go_on, Qt.ConnectionType.SingleShotConnection)
    window.toast.say(kept_sentence(place.command, called), undo=False, opens=True)
