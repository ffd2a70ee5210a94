"""How a commitment ended: the menu that asks, and the sentence that says."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.actions import commitments
from planner.domain.commitments import Outcome
from planner.ui import icons
from planner.ui.desk import Desk

_WORDS: tuple[tuple[Outcome, str, str], ...] = (
    (Outcome.KEPT, "Kept", "check"),
    (Outcome.KEPT_LATE, "Kept late", "clock"),
    (Outcome.RENEGOTIATED, "Agreed on something else", "refresh"),
    (Outcome.BROKEN, "Not kept", "x"),
    (Outcome.RELEASED, "No longer needed", "hand"),
)


def outcome_menu(desk: Desk, commitment_id: int, *, ended: bool, parent: QWidget) -> QMenu:
    """The five ways a commitment can end; for one that ended, also to open it again."""
    menu = QMenu(parent)
    if ended:
        again = QAction(icons.icon("undo", desk.theme.palette.ink2), "Open again", menu)
        again.triggered.connect(lambda: _reopen(desk, commitment_id))
        menu.addAction(again)
        menu.addSeparator()
    for outcome, words, icon in _WORDS:
        action = QAction(icons.icon(icon, desk.theme.palette.ink2), words, menu)
        action.triggered.connect(lambda _on=False, each=outcome: _end(desk, commitment_id, each))
        menu.addAction(action)
    return menu


def _end(desk: Desk, commitment_id: int, outcome: Outcome) -> None:
    said = next(words for each, words, _ in _WORDS if each is outcome)
    desk.done(
        lambda: commitments.end_commitment(desk.library, commitment_id, outcome, today=desk.today),
        f"Commitment: {said.lower()}",
    )


def _reopen(desk: Desk, commitment_id: int) -> None:
    desk.done(
        lambda: commitments.reopen_commitment(desk.library, commitment_id), "Opened the commitment again"
    )
