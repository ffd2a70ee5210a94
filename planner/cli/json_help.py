"""Every key of the JSON answers and what it holds: the text of `rapport help json`."""

from __future__ import annotations

import textwrap

from planner.cli import json_cadence, json_dry_run, tidy_shapes
from planner.cli.found_shapes import FOUND, FOUND_PARTS
from planner.cli.json_known import KNOWN, KNOWN_OBJECTS, KNOWN_PARTS, OBJECTIVITY, RATED, Keys
from planner.cli.rest_shapes import REST, REST_OBJECTS, REST_PARTS

_STANDING: Keys = {
    "person": "the name",
    "layer": "the audience the person belongs to",
    "state": "on rhythm, due, overdue, quiet, resting, not started or no rhythm",
    "days_since": "days since the last conversation",
    "rhythm_days": "how many days apart you mean to talk: the person's own rhythm, else the layer's",
    "share_of_rhythm": "days since divided by rhythm days, without days of rest; 1.0 is exactly one rhythm",
    "reason": "one sentence: why to talk, a fact first",
    "commitments_overdue": "open commitments past their day, yours and theirs",
}
_PERSON: Keys = {
    **_STANDING,
    "role": "what the person does",
    "organisation": "where",
    "city": "where the person lives or works",
    "last_conversation": "the day of the last conversation",
    "next_plan": "the day of the next open plan",
    "commitments_open": "open commitments, yours and theirs",
}
_PAGE: Keys = {
    **_PERSON,
    "pronouns": "as in she/her",
    "languages": "as written",
    "time_zone": "as in Europe/Lisbon",
    "birthday": "'YYYY-MM-DD', or '--MM-DD' where the year is not known",
    "likes_to_talk": "how and when the person likes to talk",
    "as_a_person": "the person behind the role",
    "notes": "notes",
    "tags": "a list of tags",
    "resting_until": "the day on which the rhythm counts again",
    "archived": "true for somebody who is kept but no longer listed",
    "contact_points": "a list, see below",
    "plans": "the open plans, see below",
    "conversations": "all of them, newest first, see below",
    "commitments": "all of them, open ones first, see below",
    "connections": "a list, see below",
    "dated_notes": "a list, newest first, see below",
    **KNOWN,
    **REST,
}
_IMPORT: Keys = {
    "people_added": "how many people are new",
    "people_changed": "how many known people got something they did not have",
    "people_unchanged": "how many known people had everything already",
    "conversations_added": "past events with people you know",
    "messages_added": "conversations by mail: one a person, a day and a direction",
    "plans_added": "coming events with people you know",
    "busy_added": "events without people you know",
    "problems": "a list of what could not be read: file, line (null if not known) and words",
}
_STEP: Keys = {
    "step": "its number, for undo --step",
    "when": "the moment in UTC, as in 2026-09-15T06:58:12Z",
    "label": "what was done",
    "state": "done, undone, or dropped (undone for good)",
    "rows": "how many rows of the library it touched",
    "changed": "what it changed of the person asked for, a line for each thing",
}
_TALK: Keys = {
    "day": "the day",
    "starts": "the time, 'HH:MM'",
    "minutes": "how long it was",
    "channel": "in person, call, video, message or event",
    "reached_out": "you or they",
    "private": "true hides topic, notes and place",
    "topic": "what it was about",
    "notes": "notes",
    "place": "where",
    "others": "a list of the names of everybody else",
}
_PLAN: Keys = {
    "day": "the day",
    "starts": "the time, 'HH:MM', null while it is open",
    "minutes": "how long it is meant to be",
    "channel": "in person, call, video, message or event",
    "purpose": "what it is for",
    "place": "where",
    "others": "a list of the names of everybody else",
}
_COMMITMENT: Keys = {
    "by": "who promised: you or they",
    "what": "what was promised",
    "note": "how it stands",
    "size": "small, normal or large",
    "made_on": "the day of the promise",
    "due_on": "the day it is due",
    "moved_from": "the day it had before it was moved",
    "outcome": "kept, kept late, renegotiated, broken or released; null while it is open",
    "closed_on": "the day it ended",
}
_LISTED_PROMISE: Keys = {
    "person": "to or by whom",
    **_COMMITMENT,
    "when": "overdue, in the coming week, later, no day given or ended",
}
_POINT: Keys = {
    "kind": "email, phone, address or link",
    "label": "as in work or mobile",
    "value": "as written",
}
_LINE: Keys = {
    "kind": "conversation, plan, commitment, understanding, rest or attempt",
    "people": "a list of full names",
    "at": "the day, or the local time as in 2026-09-17T10:00; of a rest the day it ends; else null",
    "minutes": "how long, null where it was not said",
    "channel": "in person, call, video, message or event",
    "reached_out_by": "me or them, null where it was not said",
    "topic": "what it is about; of an understanding what was learned",
    "commitments": "what was promised in it, or the commitment itself, see below",
    "guesses": "a list of the keys whose values are guesses",
    "angle": "of an understanding the angle, as in: what they fear",
    "place": "where",
    "notes": "sentences that say nothing else",
    "tried": "of an attempt what came of it: unanswered, cancelled or nobody came; else null",
    "more": "what else the line says, each with all these keys but this one",
}
_LINE_PROMISE: Keys = {
    "by": "who promised: me or them",
    "text": "what was promised",
    "due": "the day it is due",
}
_SUGGESTION: Keys = {
    "picks": "the conversations that are suggested, by day and time, see below",
    "left_out": "timely people who are not among them, see below",
    "gap": "how far below the best possible this may be: 0.02 is at most 2 %",
}
_PICK: Keys = {
    "person": "the name",
    "day": "the day",
    "at": "the time, 'HH:MM'; null for a message, which needs none",
    "minutes": "how long",
    "channel": "in person, call, video or message",
    "reason": "one sentence: the facts, and what to expect without it and with it",
}
_LEFT_OUT: Keys = {
    "person": "the name",
    "why": "the smallest change that would make room, or what is in the way",
}
_BOARD: Keys = {
    "monday": "the first day of the week",
    "planned_minutes": "how much of the week is planned or done",
    "set_aside_minutes": "how much of it you set aside for conversations",
    "days": "its seven days, see below",
    "to_engage": "whom to engage, most timely first, as in rapport today --json; at most 60",
    "to_engage_total": "how many of them there are",
    "trips": "a list of place, first_day and last_day",
    "later": "what is planned after the week: cards, at most 40, see below",
    "later_total": "how many of them there are",
}
_DAY: Keys = {
    "day": "the day",
    "holiday": "the name of the public holiday that is kept free",
    "planned_minutes": "how much of the day is planned or done",
    "set_aside_minutes": "how much of it you set aside for conversations",
    "busy": "other entries of your calendar: a list of at and minutes",
    "cards": "by time: a list, see below",
}
_CARD: Keys = {
    "kind": "plan, done, or ask for a plan that has passed: did you talk?",
    "person": "the name",
    "others": "a list of the names of everybody else",
    "day": "the day",
    "at": "the time, 'HH:MM', null while it is open or not known",
    "there": "the person's own time, 'HH:MM', where it differs from yours",
    "minutes": "how long",
    "channel": "in person, call, video, message or event",
    "why": "what it is for or was about, else why to talk",
    "place": "where",
    "state": "as in rapport today --json",
}
_CONNECTION: Keys = {
    "person": "the name",
    "how": "how the two are connected, in words",
    "kind": "as in reports to, trusts or knows",
    "directed": "true where it goes one way",
    "outwards": "true where it goes from the person shown to the other",
    "closeness": "1 loose, 2 fair, 3 close",
    "since": "since when",
}

ANSWERS: dict[str, Keys] = {
    "today": _STANDING,
    "people": _PERSON,
    "show": _PAGE,
    "find": FOUND,
    "history": _STEP,
    "log": _LINE,
    "import": _IMPORT,
    "plan-week": _SUGGESTION,
    "board": _BOARD,
    "promises": _LISTED_PROMISE,
    "objectivity": OBJECTIVITY,
    **tidy_shapes.ANSWERS,
    **json_cadence.ANSWERS,
    **json_dry_run.ANSWERS,
}
"""What each command answers: a list of these for today, people and history, else one."""

PARTS: dict[tuple[str, str], Keys] = {
    ("show", "contact_points"): _POINT,
    ("show", "plans"): _PLAN,
    ("show", "conversations"): _TALK,
    ("show", "commitments"): _COMMITMENT,
    ("show", "connections"): _CONNECTION,
    **KNOWN_PARTS,
    **REST_PARTS,
    ("objectivity", "largest"): RATED,
    ("objectivity", "underrated"): RATED,
    **FOUND_PARTS,
    ("log", "commitments"): _LINE_PROMISE,
    ("plan-week", "picks"): _PICK,
    ("plan-week", "left_out"): _LEFT_OUT,
    ("board", "days"): _DAY,
    ("board", "cards"): _CARD,
    ("board", "later"): _CARD,
    **json_cadence.PARTS,
    **json_dry_run.PARTS,
}
"""The lists inside an answer: the command and the key, and the keys of each entry."""

_LISTS = ("today", "people", "history", "promises", "duplicates", "trash")
_SAME = {"people": ("today", _STANDING), "show": ("people", _PERSON)}
_INTRODUCTION = """\
Every command with --json prints one JSON value in UTF-8. Days are "YYYY-MM-DD".
null says that something is not known yet or not chosen; it is never 0.
“rapport suggest” is another name for “rapport plan-week” and answers the same.
"""


def json_help() -> str:
    """The whole text."""
    parts = [_INTRODUCTION, json_dry_run.INTRODUCTION]
    for command, keys in ANSWERS.items():
        listed = "a list of" if command in _LISTS else "one of"
        parts.append(f"rapport {command} --json: {listed}\n{_answer(command, keys)}")
        parts += [
            f"  {'' if key in KNOWN_OBJECTS | REST_OBJECTS else 'each of '}{key}:\n{_keys(inner, '    ')}"
            for (owner, key), inner in PARTS.items()
            if owner == command
        ]
    return "\n".join(parts).rstrip()


def _answer(command: str, keys: Keys) -> str:
    other, known = _SAME.get(command, ("", {}))
    same = f"  all that rapport {other} --json has, and\n" if other else ""
    return same + _keys({key: words for key, words in keys.items() if key not in known}, "  ")


def _keys(keys: Keys, indent: str) -> str:
    width = max(map(len, keys)) + 2
    hanging = indent + " " * width
    return "".join(
        textwrap.fill(words, 90, initial_indent=f"{indent}{key:<{width}}", subsequent_indent=hanging) + "\n"
        for key, words in keys.items()
    )
