"""`rapport find`: everything that holds the words, as the field of the window finds it."""

from __future__ import annotations

from datetime import date

from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.found_shapes import found_shape
from planner.cli.table import tell
from planner.domain import words
from planner.domain.errors import KnownError
from planner.queries.search.look import Found, Most, look
from planner.queries.search.texts import FoundText, Text

_HEADINGS = {
    Text.CONVERSATION: "Conversations",
    Text.NOTE: "Notes",
    Text.UNDERSTANDING: "What you learned",
    Text.COMMITMENT: "Promises",
    Text.INITIATIVE: "Initiatives",
}


def find(call: Call) -> int:
    """Print people and texts that hold the words and fit the filters. What is private is never among them."""
    query = " ".join(call.options.query)
    with call.opened() as library:
        found = look(library, query, today=call.today, most=Most.each(call.options.limit))
    if found.problem:
        raise KnownError(found.problem)
    if call.json:
        shapes.print_json(found_shape(found))
    elif not found:
        print(f"Nothing found for “{query}”.")
    else:
        _print(found, call.today)
    return 0


def _print(found: Found, today: date) -> None:
    people = [(each.name, ", ".join(filter(None, (each.role, each.organisation)))) for each in found.people]
    parts: list[tuple[str, list[tuple[str, ...]]]] = [("People", list(people))]
    parts += [(_HEADINGS[kind], [_row(each, today) for each in texts]) for kind, texts in found.texts.items()]
    for number, (heading, rows) in enumerate((heading, rows) for heading, rows in parts if rows):
        print(f"{chr(10) if number else ''}{heading}")
        tell(rows, indent="  ")


def _row(text: FoundText, today: date) -> tuple[str, str, str]:
    day = text.due_on if text.kind is Text.COMMITMENT and text.due_on else text.day
    when = words.day_words(day, today) if day else ""
    return when, ", ".join(name for _, name in text.people), f"{_before(text)}{text.words.text}"


def _before(text: FoundText) -> str:
    """What is said before the words: who promised, and how it ended."""
    if text.kind is not Text.COMMITMENT:
        return ""
    ended = f", {text.outcome}" if text.outcome else ""
    return f"{'You' if text.by_you else 'They'} promised{ended}: "
