"""What the universal field finds for a typed text: people and commands, best first."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.names import fold
from planner.library import Library
from planner.queries.people import find_people, recent_people
from planner.ui.commands import COMMANDS, Command
from planner.ui.menus import fits, shown_keys
from planner.ui.screen import Subject

_PEOPLE_SHOWN = 6
_COMMANDS_SHOWN = 6
_HIDDEN = frozenset({"field"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One line of the results: a person (`person_id`) or a command."""

    words: str
    aside: str
    person_id: int = 0
    hue: str = ""
    command: Command | None = None


def hits(library: Library, text: str, subject: Subject) -> tuple[Hit, ...]:
    """What the typed text finds. '>' at the beginning asks for commands only."""
    wanted = text.strip()
    only_commands = wanted.startswith(">")
    wanted = wanted.lstrip("> ")
    people = [] if only_commands else _people(library, wanted)
    commands = [
        Hit(words=each.words, aside=shown_keys(each) if each.keys else "", command=each)
        for each in matching_commands(wanted, subject, everything=only_commands)
    ]
    return (*people, *commands)


def matching_commands(text: str, subject: Subject, *, everything: bool) -> list[Command]:
    """Commands whose words begin with, or hold, every typed word; none for an empty text."""
    wanted = fold(text).split()
    if not wanted and not everything:
        return []
    usable = [each for each in COMMANDS if each.id not in _HIDDEN and fits(each, subject)]
    found = [each for each in usable if all(word in fold(each.words) for word in wanted)]
    found.sort(key=lambda each: not fold(each.words).startswith(" ".join(wanted)))
    return found if everything else found[:_COMMANDS_SHOWN]


def _people(library: Library, text: str) -> list[Hit]:
    named = find_people(library, text, _PEOPLE_SHOWN) if text else recent_people(library, _PEOPLE_SHOWN)
    return [
        Hit(
            words=each.name,
            aside=", ".join(part for part in (each.role, each.organisation) if part),
            person_id=each.id,
            hue=each.hue,
        )
        for each in named
    ]
