"""Handing the draft of a message to the mail program. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from planner.domain.errors import KnownError
from planner.domain.message import draft, is_address, without_address
from planner.domain.names import first_name
from planner.queries.message import addressees, owner_name
from planner.ui.desk import Desk


def draft_message(desk: Desk, people: Sequence[int]) -> None:
    """Open the mail program with a draft to these people, and say so."""
    said = desk.do(lambda: _open(desk, people))
    if said is not None:
        desk.said.emit(said, False)
        desk.announced.emit(said)


def _open(desk: Desk, people: Sequence[int]) -> str:
    everybody = addressees(desk.library, people)
    message = draft(everybody, owner_name(desk.library))
    url = QUrl.fromEncoded(message.mailto.encode("ascii"))
    if not QDesktopServices.openUrl(url):
        raise KnownError("No mail program answered. Choose one in the settings of this computer.")
    reached = [each for each in everybody if is_address(each.email)]
    whom = first_name(reached[0].name) if len(reached) == 1 else f"{len(reached)} people"
    return f"Your mail program has a draft to {whom}. {without_address(everybody)}".strip()
