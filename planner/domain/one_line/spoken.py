"""What a line was understood to say, in words: its title, what was promised, and how long it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planner.domain import words
from planner.domain.names import first_name, fold
from planner.domain.one_line.rows import Kind, RowKind, Statement, Understood

_MANY = {
    Kind.CONVERSATION: ("conversation", "conversations"),
    Kind.PLAN: ("plan", "plans"),
    Kind.COMMITMENT: ("commitment", "commitments"),
    Kind.UNDERSTANDING: ("thing learned", "things learned"),
    Kind.REST: ("rest", "rests"),
    Kind.ATTEMPT: ("try", "tries"),
}
_ALONE = {
    Kind.CONVERSATION: ("Log a conversation", "Log {} conversations"),
    Kind.PLAN: ("Plan a conversation", "Plan {} conversations"),
    Kind.COMMITMENT: ("Note a commitment", "Note {} commitments"),
    Kind.UNDERSTANDING: ("Note what you learned", "Note {} things learned"),
    Kind.REST: ("Let them rest", "Let them rest"),
    Kind.ATTEMPT: ("Note a try", "Note {} tries"),
}
_WILL = re.compile(r"\b(?:will|shall)\b|['’]ll\b")
_TO = re.compile(r"\bto\b")
_OWE = re.compile(r"\bowes?\b|\bowed\b")


def title(statements: Sequence[Statement]) -> str:
    """'Log a conversation and one commitment': what Enter would write down."""
    kinds = [each.kind for each in statements]
    number = kinds.count(kinds[0])
    one, many = _ALONE[kinds[0]]
    first = one if number == 1 else many.format(words.small(number))
    return with_more(first, (each for each in kinds if each is not kinds[0]))


def with_more(first: str, kinds: Iterable[Kind]) -> str:
    """A statement in words, and how many of each kind come with it."""
    others = list(kinds)
    more = [words.small_count(others.count(each), *_MANY[each]) for each in dict.fromkeys(others)]
    if not more:
        return first
    return f"{', '.join([first, *more[:-1]])} and {more[-1]}"


def promised(understood: Understood, place: int) -> str:
    """'Ana will send the forecast', 'You owe Luca the exit costs': the promise at a place as a sentence.

    Where the line does not tell which verb goes before it, it is 'Ana: ' and what was promised.
    """
    statement = understood.statements[place]
    people = statement.all(RowKind.PEOPLE)
    name = first_name(people[0].words) if people and people[0].value else "They"
    row = statement.all(RowKind.COMMITMENT)[0]
    who = "You" if statement.by_you else name
    typed = fold(" ".join(understood.text[span.start : span.end] for span in row.spans))
    before = typed.partition(fold(str(row.value)))[0]
    if _WILL.search(before) or (_TO.search(before) and not _OWE.search(before)):
        return f"{who} will {row.words}"
    if _OWE.search(before):
        return f"You owe {name} {row.words}" if statement.by_you else f"{name} owes you {row.words}"
    return f"{who}: {row.words}"


def hours(minutes: int | None) -> str:
    """'1 hour', '2 hours', '45 min', '1 h 30'."""
    if not minutes:
        return "not said"
    return words.count(minutes // 60, "hour") if minutes % 60 == 0 else words.length(minutes)
