"""What '?' in the universal field shows: what can be typed, and what the keys do."""

from __future__ import annotations

from typing import NamedTuple

from planner.domain.names import fold
from planner.ui.commands import BY_ID
from planner.ui.frame.hit import Hit
from planner.ui.keys import Keys


class Example(NamedTuple):
    """A line that can be typed, and what it does."""

    line: str
    does: str
    icon: str


_WRITE = (
    Example("Lunch with Ana yesterday 1h about Q3 budget", "logs a conversation", "cup"),
    Example("Ana called me; she will send the forecast by Friday", "and a commitment", "phone"),
    Example("call Tobias Thursday 10:00 about the outage", "plans", "plan"),
    Example("I owe Luca the exit costs by 30 Sep", "notes your promise", "out"),
    Example("Beatrix worries about audit", "notes what you learned", "bulb"),
    Example("let Maya rest until October", "stops reminders until then", "clock"),
    Example("@ana #budget 30m !fri", "a plan in short", "plan"),
)
_FIND = (
    Example("budget", "finds everything with the word, also as you type it", "search"),
    Example('"exit costs" -draft', "these words in a row, without another", "search"),
    Example("person:ana after:2026-06", "with Ana since June", "search"),
    Example("layer:board channel:call", "calls with the board", "search"),
    Example("city:zurich", "people who live there", "search"),
    Example("/lunch with Ana", "only looks for the words", "search"),
)


def help_hits(keys: Keys, text: str = "") -> list[Hit]:
    """Examples to take up, then the commands that explain more; those that hold the words."""
    found = [
        *(_example(each, "Write it down") for each in _WRITE),
        *(_example(each, "Find it") for each in _FIND),
        Hit(words="Commands only", aside="every command and its key", icon="arrow", fills=">", group="More"),
        *(_command(keys, each) for each in ("keys", "change_keys", "private_notes")),
    ]
    wanted = fold(text).split()
    return [each for each in found if all(word in fold(f"{each.words} {each.aside}") for word in wanted)]


def _example(example: Example, group: str) -> Hit:
    return Hit(words=example.line, aside=example.does, icon=example.icon, fills=example.line, group=group)


def _command(keys: Keys, command_id: str) -> Hit:
    command = BY_ID[command_id]
    return Hit(
        words=command.words,
        aside=command.help,
        icon=command.icon,
        keys=keys.shown(command_id),
        command=command,
        group="More",
    )
