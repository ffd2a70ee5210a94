"""`rapport help`: the commands, one command, or a topic."""

from __future__ import annotations

from planner.cli.call import Call
from planner.cli.json_help import json_help
from planner.cli.subcommands import whole_grammar
from planner.cli.table import columns
from planner.domain.errors import KnownError
from planner.resources import resource

_DAYS = """\
A DATE is one of

  today, yesterday, tomorrow, the day after tomorrow, in 3 days, 2 weeks ago, end of next week
  a weekday           thursday or thu: for a plan or a promise the next one after today,
                      for a conversation the last one before today; “next thursday” is the
                      next one after today too, “thursday week” a week later
  a day               16 Sep, Sep 16, 16 September, 16.9. or Wed 16 Sep: the nearest one ahead,
                      for a conversation the latest one, unless it lies in the coming month;
                      “the 10th” of a conversation is never to come
  counted             first Monday of October, last Friday of the month, in two Fridays, Q4,
                      this weekend (its Saturday)
  with its year       2026-09-16, 16 Sep 2026 or 16.9.2026
  auf Deutsch         übermorgen, nächsten Donnerstag, in zwei Wochen

A time is 9:30, 14:00, 2 pm or half past ten, a length 45, “1 h 30” or half an hour.
“--today DATE” lets another day count as today; the time of day stays."""

_LIBRARY = """\
A library is one file that holds everything. Which one is used:

  --library FILE      the one you name
  --sample            the sample library, written afresh if it is not there
  RAPPORT_LIBRARY     else the one this variable names
  otherwise           {library}

The file is for your eyes only (mode 0600). It carries a seal that notices damage. The seal is no
lock: it hides nothing from somebody who can read the file.

Every change is one named step that is saved whole or not at all; “rapport undo” takes it back.
While a window has the library open, commands that change it say so and change nothing."""

_ERRORS = """\
  0     all went well
  1     a known problem, said in one sentence on the error output; nothing was changed
  2     the command was not understood
  70    Rapport itself failed; --debug shows the details (they may hold names of people)
  130   stopped with Ctrl+C; nothing was changed"""

_TRUST = """\
Trust has no score. What is told are dated facts, and how far they carry.

  promises        of each side for itself: kept in time counts 1, up to a week late 0.75, later 0.5,
                  not kept 0, and so does an open one more than two weeks overdue. Moved by agreement
                  before its day, the new day counts; moved afterwards, the old one. What was released
                  says nothing. “likely 70–95 %” is where the share that is kept lies, 9 times in 10.
  facts           for and against ability, benevolence and integrity, each for itself. What somebody
                  told you counts half, a rumour nothing.
  the band        from early through growing to deep: what all of these let one say. It begins early,
                  and is wide where the facts are few or tell different stories. It is not kept,
                  not added up, and nobody is sorted by it.
  give and take   counts in words, and a leaning only from six on, where chance hardly makes it.
  your own view   stands beside all that with its day and its fact, and pales after three months.
  understanding   eight angles. A guess counts nothing; a fact is fresh for half a year, what somebody
                  shared of themselves for a year.
  mending         begins when you say so after a breach. The rhythm is tighter, nothing is asked, and
                  only two promises kept in time end it.

What is a year old counts half. How far others trust you cannot be read from your own notes; ask."""

TOPICS = (
    *("commands", "days", "errors", "json", "library", "lines"),
    *("safety", "schema", "screens", "search", "trust"),
)


def explain(call: Call) -> int:
    """Print the help of a command or a topic, or of the whole program."""
    grammar = whole_grammar()
    asked = call.options.topic
    parser = grammar.parser if asked is None else grammar.commands.get(asked)
    text = parser.format_help() if parser else _topic(asked, call)
    if text is None:
        raise KnownError(f"There is no help on “{asked}”; there is help on {', '.join(TOPICS)}.")
    print(text.rstrip())
    return 0


def _schema() -> str:
    """The JSON Schema of the JSON of everything."""
    import json

    from planner.exchange.whole.schema import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2)


def _commands(call: Call) -> str:
    """Every command of the window: its keys, its words, what must be chosen for it and what it does."""
    rows = [
        (keys, words, f"about a {needs}" if needs != "nothing" else "", does)
        for words, keys, does, needs in call.doors.commands()
    ]
    return "The window's commands with their keys, which can be changed there.\n\n" + "\n".join(columns(rows))


def _topic(topic: str, call: Call) -> str | None:
    if topic == "screens":
        return "\n".join(columns(list(call.doors.screens().items())))
    if topic == "json":
        return json_help()
    if topic == "commands":
        return _commands(call)
    if topic == "schema":
        return _schema()
    if topic in ("lines", "safety", "search"):
        return resource("help", f"{topic}.txt").read_text(encoding="utf-8")
    texts = {
        "days": _DAYS,
        "library": _LIBRARY,
        "errors": f"Exit codes\n\n{_ERRORS}",
        "trust": _TRUST,
    }
    found = texts.get(topic)
    return found.format(library=call.doors.library) if found else None
