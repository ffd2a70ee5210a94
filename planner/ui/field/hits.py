"""What the universal field finds for a typed text: people, commands, and what was written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from planner.domain import words
from planner.domain.names import fold
from planner.queries.people import Named, named, recent_people
from planner.queries.search.look import Found, Most, look
from planner.queries.search.texts import FoundText, Text
from planner.ui.commands import BY_ID, COMMANDS, Command, Needs
from planner.ui.desk import Desk
from planner.ui.field.help import help_hits
from planner.ui.frame.hit import Hit
from planner.ui.keys import Keys
from planner.ui.menus import fits
from planner.ui.screen import Subject
from planner.ui.widgets.badge import CHANNEL_ICONS

_PEOPLE_SHOWN = 5
_RECENT_SHOWN = 6
_COMMANDS_SHOWN = 4
_TEXTS_SHOWN = {
    Text.CONVERSATION: 3,
    Text.NOTE: 2,
    Text.UNDERSTANDING: 2,
    Text.COMMITMENT: 2,
    Text.INITIATIVE: 2,
}
_GROUPS = {
    Text.CONVERSATION: "Conversations",
    Text.NOTE: "Notes",
    Text.UNDERSTANDING: "What you learned",
    Text.COMMITMENT: "Commitments",
    Text.INITIATIVE: "Initiatives",
}
_ICONS = {Text.NOTE: "note", Text.UNDERSTANDING: "bulb", Text.INITIATIVE: "initiatives"}
_HIDDEN = frozenset({"field"})
_BY_DIGIT = 9


class Finding:
    """What was found, and the sentence for nothing."""

    def __init__(self, hits: Iterable[Hit] = (), nothing: str = "") -> None:
        self.hits = tuple(_keyed(hits))
        self.nothing = nothing


def find(desk: Desk, text: str, subject: Subject, recent: Sequence[str] = ()) -> Finding:
    """What a text finds. '>' at the beginning asks for commands only, '?' for help, and '/' keeps a
    line that could be written down from being anything but words to look for.

    Before anything is typed: the people of the newest conversations and plans, and the `recent` commands.
    """
    wanted = text.strip()
    if wanted.startswith("?"):
        return Finding(
            help_hits(desk.keys, wanted.lstrip("? ")), "No help on that. “?” alone shows all of it."
        )
    if wanted.startswith(">"):
        wanted = wanted.lstrip("> ")
        commands = matching_commands(wanted, subject, everything=True)
        about = [each for each in commands if each.needs is not Needs.NOTHING]
        others = [each for each in commands if each.needs is Needs.NOTHING]
        hits = [*_commands(desk.keys, about, _whom(desk, subject)), *_commands(desk.keys, others)]
        return Finding(hits, f"No command is called “{wanted}”.")
    wanted = wanted.lstrip("/ ")
    if not wanted:
        return Finding(
            [*_people(recent_people(desk.library, _RECENT_SHOWN), "Recent"), *_recent(desk, recent, subject)]
        )
    found = look(
        desk.library,
        text.lstrip("/ "),
        today=desk.today,
        most=Most(_PEOPLE_SHOWN, _TEXTS_SHOWN),
        private=desk.private_notes_open,
    )
    return Finding(
        _ordered(found, wanted, subject, desk), found.problem or f"Nothing here has “{wanted}” in it."
    )


def matching_commands(text: str, subject: Subject, *, everything: bool = False) -> list[Command]:
    """Commands that have every typed word at the beginning of one of theirs, those that begin so first.

    None for an empty text, unless `everything` is wanted.
    """
    wanted = fold(text).split()
    if not wanted and not everything:
        return []
    found = [
        each
        for each in COMMANDS
        if each.id not in _HIDDEN
        and fits(each, subject)
        and all(f" {word}" in f" {fold(each.words)}" for word in wanted)
    ]
    found.sort(key=lambda each: not fold(each.words).startswith(" ".join(wanted)))
    return found if everything else found[:_COMMANDS_SHOWN]


def _ordered(found: Found, wanted: str, subject: Subject, desk: Desk) -> list[Hit]:
    """People before commands where a name is meant; else the commands that begin so, then the rest."""
    people = _people(found.people, "People")
    commands = _commands(desk.keys, matching_commands(wanted, subject))
    is_name = any(f" {fold(wanted)}" in f" {fold(each.name)}" for each in found.people)
    texts = [_text(each, desk, _GROUPS[kind]) for kind, several in found.texts.items() for each in several]
    return [*people, *commands, *texts] if is_name else [*commands, *people, *texts]


def _whom(desk: Desk, subject: Subject) -> str:
    """'With Tobias Lindner': whom a command for chosen cards is about."""
    if len(subject.people) > 3:
        return f"With the {len(subject.people)} chosen people"
    return f"With {words.in_a_row([each.name for each in named(desk.library, subject.people)])}"


def _recent(desk: Desk, recent: Sequence[str], subject: Subject) -> list[Hit]:
    return _commands(desk.keys, (BY_ID[each] for each in recent if fits(BY_ID[each], subject)), "Done lately")


def _commands(keys: Keys, commands: Iterable[Command], group: str = "Commands") -> list[Hit]:
    return [
        Hit(
            words=each.words,
            aside=each.help,
            icon=each.icon,
            keys=keys.shown(each.id),
            command=each,
            group=group,
        )
        for each in commands
    ]


def _people(people: Iterable[Named], group: str) -> list[Hit]:
    return [
        Hit(
            words=each.name,
            aside=", ".join(part for part in (each.role, each.organisation) if part),
            person_id=each.id,
            hue=each.hue,
            group=group,
        )
        for each in people
    ]


def _text(found: FoundText, desk: Desk, group: str) -> Hit:
    who = words.in_a_row([name for _, name in found.people[:3]])
    day = words.day_words(found.day, desk.today) if found.day else ""
    title, aside, icon = _READINGS.get(found.kind, _noted)(found, who, day)
    return Hit(
        words=title,
        aside=f"{aside}, private" if found.private else aside,
        below=found.words.text or title,
        marks=found.words.marks,
        icon=icon,
        person_id=found.people[0][0] if found.people and found.kind is not Text.INITIATIVE else 0,
        initiative_id=found.id if found.kind is Text.INITIATIVE else 0,
        group=group,
    )


def _talk(found: FoundText, who: str, day: str) -> tuple[str, str, str]:
    assert found.channel is not None
    return f"{who}, {found.channel.value}", day, CHANNEL_ICONS[found.channel]


def _promise(found: FoundText, who: str, day: str) -> tuple[str, str, str]:
    whose = f"Your promise to {who}" if found.by_you else f"{who} to you"
    state = found.outcome.value if found.outcome else (f"made {day}" if day else "")
    return whose, state, "out" if found.by_you else "inn"


def _noted(found: FoundText, who: str, day: str) -> tuple[str, str, str]:
    if found.kind is Text.INITIATIVE:
        return found.title, f"next {day}" if day else who, _ICONS[found.kind]
    return who, day, _ICONS[found.kind]


_READINGS: dict[Text, Callable[[FoundText, str, str], tuple[str, str, str]]] = {
    Text.CONVERSATION: _talk,
    Text.COMMITMENT: _promise,
}


def _keyed(hits: Iterable[Hit]) -> Iterable[Hit]:
    """The first nine with the digit that chooses them; a command keeps its own key."""
    for number, hit in enumerate(hits, 1):
        yield hit if hit.command or number > _BY_DIGIT else replace(hit, keys=f"Alt {number}")
