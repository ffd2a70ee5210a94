"""What the boards of the week and the month share: the tables they show, and what their buttons stand for."""

from __future__ import annotations

from planner.ui.board.ask_card import Answer
from planner.ui.cards.quick_actions import CardAction

WATCHED = frozenset(
    {
        *("person", "organisation", "layer", "conversation", "participation", "plan", "plan_person"),
        *("commitment", "trip", "busy_time", "time_set_aside", "setting", "leave", "absence"),
    }
)
BAR_COMMANDS = {
    "Plan on": "plan",
    "Log": "log",
    "Draft message": "message",
    "Let rest": "rest",
}
"""The words of the selection bar with their commands."""
BAR_ROOM = 64
ACTION_COMMANDS = {
    CardAction.LOG: "log",
    CardAction.PLAN: "plan",
    CardAction.ACCEPT: "accept",
    CardAction.DROP: "drop",
}
ANSWER_COMMANDS = {Answer.YES: "talked", Answer.NO: "let_go", Answer.MOVED: "move"}
"""The commands of the buttons that are painted on cards."""
