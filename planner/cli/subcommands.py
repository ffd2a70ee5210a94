"""Every subcommand and its options."""

from __future__ import annotations

import argparse

from planner.cli import options
from planner.cli.grammar import Grammar, add_initials, add_json, add_person
from planner.cli.person_grammar import add_papers
from planner.cli.tidy_grammar import add_tidying
from planner.cli.trust_grammar import add_promises, add_understanding
from planner.domain.channels import Channel
from planner.domain.commitments import Size
from planner.domain.week import DEFAULT_MINUTES

_ONE = "a name or a unique part of it"
_DAYS = "A DATE is today, tomorrow, thursday, 16 Sep, 16.9.2026 or 2026-09-16 (see: rapport help days)."
_LINES = f"""\
With one of the options --on to --notes it logs a conversation with the people named. Without them one
line says everything, such as “Lunch with Ana yesterday 1h about Q3 budget; she will send it by Friday”.
{_DAYS}"""

_WORDS = """\
Every word must be there; the last one may go on. "…" keeps words in a row, -word leaves out, OR is either.
person:ana, layer:board, city:zurich, channel:call, after:2026-06 and before:friday narrow it down, and
-layer:team leaves out (see: rapport help search). What is private is never found here."""


_OPEN = """\
You see everything before anything is saved. Where a window is open already, it comes to the front and shows
the files. Let your file manager open address books, calendars and *.rapport files with “rapport open”."""

_CAPTURE = """\
Give “rapport capture” a key in your system's settings (Keyboard, Shortcuts, or a task bar link), and one line
can be written from anywhere. What can be written: rapport help lines."""


def whole_grammar() -> Grammar:
    """The grammar with all subcommands, in the order of its help."""
    grammar = Grammar()
    for add in (
        _add_asking,
        _add_plan,
        _add_plan_week,
        _add_log,
        _add_promise,
        add_promises,
        add_understanding,
        add_papers,
        _add_cadence,
        add_tidying,
        _add_steps,
        _add_import,
        _add_export,
        _add_files,
    ):
        add(grammar)
    opened = grammar.add("open", "open the window on files to import, or on another library", _OPEN)
    opened.add_argument(
        "files", metavar="FILE", nargs="+", type=options.path, help="what to show, or a library"
    )
    grammar.add("capture", "open a small window for one line, at once where Rapport runs", _CAPTURE)
    _add_picture(grammar)
    topic = grammar.add("help", "explain a command or a topic")
    topic.add_argument("topic", metavar="TOPIC", nargs="?", type=options.text, help="a command or a topic")
    return grammar


def _add_asking(grammar: Grammar) -> None:
    today = grammar.add("today", "say whom to engage and why, most timely first")
    _add_limit(today, None)
    add_json(today)
    board = grammar.add("board", "show a week: its days, whom to engage, what comes later", _DAYS)
    _add_week(board, "to show")
    add_json(board)
    _add_people(grammar)
    show = grammar.add("show", "show one person: plans, promises, trust, understanding, conversations")
    add_person(show)
    add_json(show)
    find = grammar.add("find", "find people, conversations, notes, promises and more by words", _WORDS)
    find.add_argument("query", metavar="QUERY", nargs="+", type=options.text, help="words to look for")
    _add_limit(find, 20)
    add_json(find)


def _add_people(grammar: Grammar) -> None:
    parser = grammar.add(
        "people",
        "list everybody and how things stand",
        "Each option narrows the list; one that is given twice takes in either.",
    )
    parser.add_argument(
        "--layer", metavar="LAYER", type=options.text, action="append", help="who is in a layer, by its name"
    )
    parser.add_argument(
        "--state",
        metavar="STATE",
        type=options.state,
        action="append",
        help="overdue, due, on-rhythm, resting or not-started",
    )
    parser.add_argument("--city", metavar="CITY", type=options.text, action="append", help="who is in a city")
    parser.add_argument(
        "--text", metavar="WORDS", type=options.text, default="", help="words of name, role, place or tag"
    )
    parser.add_argument(
        "--archived", action="store_true", help="those who are archived, in place of the others"
    )
    add_json(parser)


def _add_limit(parser: argparse.ArgumentParser, default: int | None) -> None:
    words = f"at most this many; {default} if not said" if default else "at most this many"
    parser.add_argument("--limit", metavar="N", type=options.number, default=default, help=words)


def _add_plan(grammar: Grammar) -> None:
    parser = grammar.add("plan", "plan a conversation with a person", _DAYS)
    add_person(parser)
    parser.add_argument("--on", metavar="DATE", type=options.day, required=True, help="the day")
    parser.add_argument("--at", metavar="HH:MM", type=options.time_of_day, help="the time; else it is open")
    _add_minutes(parser, "how long; 30 if not said", DEFAULT_MINUTES)
    _add_channel(parser)
    parser.add_argument(
        "--for", metavar="TEXT", dest="purpose", type=options.text, default="", help="purpose"
    )


def _add_plan_week(grammar: Grammar) -> None:
    more = f"Keeps within the time you set aside and leaves existing plans alone. {_DAYS}"
    for name, words in (
        ("plan-week", "suggest whom to talk to in a week, when, how and for how long"),
        ("suggest", "the same as plan-week"),
    ):
        parser = grammar.add(name, words, more)
        _add_week(parser, "to plan")
        parser.add_argument("--accept", action="store_true", help="plan all that is suggested, as one step")
        add_json(parser)


def _add_week(parser: argparse.ArgumentParser, purpose: str) -> None:
    words = f"a day of the week {purpose}; today's if not said"
    parser.add_argument("--week", metavar="DATE", type=options.day, help=words)


def _add_minutes(parser: argparse.ArgumentParser, words: str, default: int | None) -> None:
    parser.add_argument("--minutes", metavar="N", type=options.minutes, default=default, help=words)


def _add_channel(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--channel",
        metavar="C",
        type=options.channel,
        default=Channel.IN_PERSON,
        help="in-person (if not said), call, video, message or event",
    )


def _add_log(grammar: Grammar) -> None:
    parser = grammar.add(
        "log", "write down a conversation, or what one line says (see: rapport help lines)", _LINES
    )
    parser.add_argument(
        "people", metavar="PERSON|LINE", nargs="+", type=options.text, help=f"{_ONE}, or several; or one line"
    )
    parser.add_argument("--on", metavar="DATE", type=options.day, help="the day; today if not said")
    parser.add_argument("--at", metavar="HH:MM", type=options.time_of_day, help="when it began")
    _add_minutes(parser, "how long it was", None)
    _add_channel(parser)
    parser.set_defaults(channel=None)
    parser.add_argument(
        "--from", metavar="me|them", dest="reached_out", type=options.reached_out, help="who began"
    )
    parser.add_argument("--topic", metavar="TEXT", type=options.text, default="", help="what it was about")
    parser.add_argument("--notes", metavar="TEXT", type=options.text, default="", help="what to remember")
    parser.add_argument("--dry-run", action="store_true", help="say what the line means; change nothing")
    add_json(parser)


def _add_promise(grammar: Grammar) -> None:
    parser = grammar.add("promise", "note what was promised, by you or by them", _DAYS)
    parser.add_argument("person", metavar="PERSON", type=options.text, help=_ONE)
    parser.add_argument("--by", metavar="me|them", type=options.by, required=True, help="who promised")
    parser.add_argument("what", metavar="TEXT", nargs="+", type=options.text, help="what was promised")
    parser.add_argument("--due", metavar="DATE", type=options.day, help="until when; no day if not said")
    parser.add_argument(
        *("--size",),
        metavar="S",
        type=options.size_of_promise,
        default=Size.NORMAL,
        help="small, normal (if not said) or large",
    )


def _add_cadence(grammar: Grammar) -> None:
    cadence = grammar.add("cadence", "show a person's rhythm: gaps, habit, and what to expect if nobody acts")
    add_person(cadence)
    add_json(cadence)
    quiet = grammar.add("quiet", "say who is likely to go quiet in the next 30 days if nobody acts")
    _add_limit(quiet, 100)
    add_json(quiet)
    check = grammar.add(
        "forecast-check",
        "say how earlier forecasts held up",
        "Forecasts are noted when they are told. Only those without a suggestion beside them are counted.",
    )
    check.add_argument(
        "--correct",
        choices=("on", "off"),
        help="let forecasts be corrected by how earlier ones held up, where that helps; or not",
    )
    add_json(check)


def _add_steps(grammar: Grammar) -> None:
    undo = grammar.add(
        "undo",
        "take the newest change back",
        "With --step one change from the middle, where nothing later builds on it.",
    )
    undo.add_argument(
        "--step", metavar="STEP", type=options.number, help="its number, as history --json tells it"
    )
    grammar.add("redo", "do again what was undone last")
    history = grammar.add(
        "history", "list the changes of this library, or those about one person, newest first"
    )
    history.add_argument("person", metavar="PERSON", nargs="*", help="what changed about this person")
    _add_limit(history, 200)
    add_json(history)


def _add_import(grammar: Grammar) -> None:
    parser = grammar.add(
        "import",
        "import address books, calendars, tables, mail archives or a library's JSON",
        "Reads vCard, iCalendar, CSV, mbox, Maildir, .eml and a library's JSON, told by content,\n"
        "and all that is in a folder.\n"
        "Shows what would be imported and asks before anything is saved.",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=options.path, help="a file or a folder")
    parser.add_argument("--yes", action="store_true", help="import without asking")
    parser.add_argument("--dry-run", action="store_true", help="only show what would be imported")
    parser.add_argument(
        "--attendees", action="store_true", help="also add everybody at events and in mail not known yet"
    )
    parser.add_argument(
        "--take-changes", action="store_true", help="also take what the files say otherwise than the library"
    )
    parser.add_argument("--with-text", action="store_true", help="also keep what the mails say")
    add_json(parser)


def _add_export(grammar: Grammar) -> None:
    parser = grammar.add(
        "export",
        "write people, plans, tables or everything for other programs",
        "FORMAT is vcard (3.0, for phones and address books), vcard4, ical (open plans), csv (for "
        "spreadsheets), csv-exact, json (everything; see: rapport help schema) or sqlite (a plain copy).\n"
        'FILTER narrows by words, as in: layer:board -tag:chess city:London state:overdue "van Rijn".',
    )
    parser.add_argument("to", metavar="TO", type=options.path, help="a new file or folder; - is the output")
    parser.add_argument(
        "--as", metavar="FORMAT", dest="format", type=options.export_format, help="else by TO's ending"
    )
    parser.add_argument(
        "--people", metavar="FILTER", type=options.text, help="only these people; else everybody"
    )
    parser.add_argument("--private", action="store_true", help="also what is marked private")
    add_initials(parser)
    parser.add_argument(
        "--folder", action="store_true", help="a folder with a file for each person, plan or table"
    )
    parser.add_argument("--replace", action="store_true", help="write over what is there")
    parser.add_argument(
        "--alarm", metavar="N", type=options.minutes, help="ical: remind so many minutes before each plan"
    )
    parser.add_argument(
        "--let-go",
        action="store_true",
        help="ical: also plans let go, as cancelled, so that calendars drop them",
    )


def _add_files(grammar: Grammar) -> None:
    grammar.add("check", "check that the library is whole")
    backup = grammar.add("backup", "write a checked copy of the library")
    backup.add_argument(
        "to", metavar="TO", nargs="?", type=options.path, help="a new file, or a folder; else beside it"
    )
    grammar.add("backups", "list the backups, newest first, and what is in them")
    restore = grammar.add("restore", "put a backup in the place of the library; this can be taken back")
    restore.add_argument(
        "backup", metavar="BACKUP", type=options.path, help="one that “rapport backups” lists"
    )
    sample = grammar.add("sample", "write a library of invented people into a new file")
    sample.add_argument("file", metavar="FILE", type=options.path, help="where; it must not be there yet")
    sample.add_argument("--people", metavar="N", type=options.number, help="how many; 41 if not said")
    sample.add_argument("--conversations", metavar="M", type=options.number, help="how many")
    sample.add_argument("--seed", metavar="S", type=options.seed, default=1, help="another throw of the dice")


def _add_picture(grammar: Grammar) -> None:
    parser = grammar.add(
        "picture",
        "render a screen into a PNG file, without a display",
        "“rapport help screens” lists the screens.",
    )
    parser.add_argument("screen", metavar="SCREEN", type=options.text, help="which screen")
    parser.add_argument(
        *("-o", "--out"), metavar="FILE.png", type=options.path, required=True, help="where to write it"
    )
    parser.add_argument("--dark", action="store_true", help="in dark colours")
    parser.add_argument("--high-contrast", action="store_true", help="as the system's high contrast shows it")
    parser.add_argument(
        "--size", metavar="WxH", type=options.size, default=(1440, 900), help="1440x900 if not said"
    )
    parser.add_argument(
        *("--text-size",), metavar="PERCENT", type=options.text_scale, default=1.0, help="100 if not said"
    )
    parser.add_argument("--person", metavar="PERSON", type=options.text, help="for screens of one person")
