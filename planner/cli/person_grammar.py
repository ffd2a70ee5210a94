"""The subcommands that put a person on paper, and what may be typed after them."""

from __future__ import annotations

from argparse import ArgumentParser

from planner.cli import options
from planner.cli.grammar import Grammar, add_initials, add_json, add_person

_BRIEF = """\
One page A4: when and where, the one thing to remember, promises of both sides, what happened lately, who is
around, what is understood, what to ask, how things stand, and room to write. What is private stays out of it,
but what you add with --with."""

_ABOUT = """\
For somebody who asks what you keep about them: every row of every table that is about them, where else the
name stands, and what was changed when. FILE ends in .pdf, .txt or .json; without one it is printed."""


def add_papers(grammar: Grammar) -> None:
    """`brief` and `about`."""
    brief = grammar.add("brief", "write a meeting brief about a person into a PDF", _BRIEF)
    add_person(brief)
    add_out(brief, "FILE.pdf")
    brief.add_argument("--meeting", action="store_true", help="about everybody of the next meeting with them")
    brief.add_argument(
        *("--with",),
        metavar="WORDS",
        dest="added",
        action="append",
        default=[],
        type=options.text,
        help="add the one private entry with these words in it; may be given again",
    )
    add_initials(brief)
    brief.add_argument("--private", action="store_true", help="list what is private, and write nothing")
    about = grammar.add("about", "tell everything that is kept about a person", _ABOUT)
    add_person(about)
    add_out(about, "FILE")
    about.add_argument("--private", action="store_true", help="also what is marked private")
    add_initials(about)
    add_json(about)


def add_out(parser: ArgumentParser, name: str) -> None:
    """Where a file goes, and whether something may be there."""
    parser.add_argument(*("-o", "--out"), metavar=name, type=options.path, help="where to write it")
    parser.add_argument("--replace", action="store_true", help="write over what is there")
