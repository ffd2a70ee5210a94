"""`rapport log`: one line that says everything, or people with options."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from planner.actions.conversations import ConversationForm
from planner.actions.one_line import carry_out, step_label, unknown_people
from planner.cli import writing
from planner.cli.call import Call
from planner.cli.line_shapes import line_shape
from planner.cli.plain import shown
from planner.cli.shapes import print_json
from planner.cli.table import tell
from planner.domain.one_line.logged import logged
from planner.domain.one_line.rows import Row, RowKind, Statement
from planner.library import Library
from planner.queries.one_line import understand_line
from planner.queries.people import named

_FACTS = ("on", "at", "minutes", "channel", "reached_out", "topic", "notes")
_MOST_WORDS_OF_A_NAME = 4
_LABELS = {
    RowKind.PEOPLE: "Person",
    RowKind.WHEN: "When",
    RowKind.CHANNEL: "Channel",
    RowKind.MINUTES: "Duration",
    RowKind.REACHED_OUT: "Who began",
    RowKind.TOPIC: "Topic",
    RowKind.PLACE: "Place",
    RowKind.NOTES: "Notes",
    RowKind.COMMITMENT: "Commitment",
    RowKind.DUE: "Due",
    RowKind.LEARNED: "Learned",
    RowKind.ANGLE: "Angle",
    RowKind.UNTIL: "Rests",
    RowKind.TRIED: "Came of it",
}


def log(call: Call) -> int:
    """Write down a line, or a conversation with the people named and the options given.

    Words that say nothing but names, and options, are the latter.
    """
    given = call.options
    text = " ".join(given.people)
    with _library(call) as library:
        if any(getattr(given, each) for each in _FACTS):
            return _named(call, library)
        statements = understand_line(library, text, now=call.now()).statements
        if not statements and (len(given.people) > 1 or len(text.split()) <= _MOST_WORDS_OF_A_NAME):
            return _named(call, library)
        return _line(call, library, statements)


@contextmanager
def _library(call: Call) -> Iterator[Library]:
    """The library, only to be read where nothing is to change."""
    with call.opened() if call.options.dry_run else call.writing() as library:
        yield library


def _named(call: Call, library: Library) -> int:
    form = writing.log(call, library)
    if call.json:
        print_json(line_shape([_statement(library, form, call.now())], library))
    elif call.options.dry_run:
        _tell(library, [_statement(library, form, call.now())], call)
    else:
        print(writing.told(library, form, call.today))
    return 0


def _statement(library: Library, form: ConversationForm, now: datetime) -> Statement:
    """A conversation told with options, as a line would tell it."""
    return logged(
        people=[(each.id, each.name) for each in named(library, form.people)],
        day=form.day,
        starts=form.starts,
        minutes=form.minutes,
        channel=form.channel,
        reached_out=form.reached_out,
        topic=form.topic,
        notes=form.notes,
        today=now.date(),
    )


def _line(call: Call, library: Library, statements: tuple[Statement, ...]) -> int:
    if not call.options.dry_run or not statements:
        carry_out(library, statements, now=call.now())
    if call.json:
        print_json(line_shape(statements, library))
    else:
        _tell(library, statements, call)
    return 0


def _tell(library: Library, statements: tuple[Statement, ...] | list[Statement], call: Call) -> None:
    """The name of the step, and every row with why it is a guess."""
    missing = unknown_people(statements)
    if missing:
        print(f"Cannot be saved: {shown(missing)}")
    else:
        label = shown(step_label(library, statements, now=call.now()))
        print(f"Would be saved: {label}." if call.options.dry_run else f"Saved: {label}.")
    for statement in statements:
        print()
        tell([_row(row, statement) for row in statement.rows if row.kind in _LABELS], indent="  ")


def _row(row: Row, statement: Statement) -> tuple[str, str, str]:
    label = _LABELS[row.kind]
    if row.kind is RowKind.COMMITMENT:
        label = "You promised" if statement.by_you else "They promised"
    return label, row.words, f"a guess: {row.guess}" if row.guess else ""
