"""Every key of `import --dry-run --json` and what it holds."""

from __future__ import annotations

Keys = dict[str, str]

_DRY_RUN: Keys = {
    "people": "everybody in the files, and whom the mail proposes, see below",
    "events": "the events in the order of time; without those that come to nothing, see below",
    "messages": "mail between people, one by one in the order of time, without mailing lists, bulk mail,"
    " copies and mail to yourself, see below",
    "problems": "what could not be read, see below",
}
_DRY_PERSON: Keys = {
    "name": "the name",
    "organisation": "where",
    "role": "what the person does",
    "emails": "a list of addresses, as written",
    "phones": "a list of numbers, as written",
    "birthday": "'YYYY-MM-DD', or '--MM-DD' where the year is not known",
    "source": "the file and line, or mail",
}
_DRY_EVENT: Keys = {
    "title": "what it is called",
    "starts": "the moment with its distance from UTC, or the day of an all-day event",
    "ends": "the same, or the last day of an all-day event",
    "people": "a list of the names of everybody at it but you",
    "kind": "conversation (it is past), plan (it is to come), busy (nobody else is at it),"
    " or commitment (a to-do with somebody)",
}
_DRY_MESSAGE: Keys = {
    "from": "the sender's address",
    "to": "a list of the addresses in To and Cc",
    "at": "the moment in UTC, as in 2026-09-15T06:58:12Z",
    "subject": "the subject",
}
_DRY_PROBLEM: Keys = {
    "file": "the name of the file",
    "line": "the line, null if not known",
    "text": "what is wrong, in a sentence",
}

ANSWERS: dict[str, Keys] = {"import --dry-run": _DRY_RUN}
PARTS: dict[tuple[str, str], Keys] = {
    ("import --dry-run", "people"): _DRY_PERSON,
    ("import --dry-run", "events"): _DRY_EVENT,
    ("import --dry-run", "messages"): _DRY_MESSAGE,
    ("import --dry-run", "problems"): _DRY_PROBLEM,
}
INTRODUCTION = """\
“import --dry-run” saves nothing. It tells what the files hold as it would be saved into an empty
library, so that the answer is the same whatever yours holds: everybody in the files, and events as
if everybody at them came in. Of the messages of one person on one day in one direction one
conversation is kept, with their number.
"""
