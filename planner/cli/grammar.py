"""What may be typed: the program's own options, and a way to add subcommands.

Only argparse is needed to understand a command line; what a command works with is loaded when it runs.
"""

from __future__ import annotations

import argparse

from planner import __version__
from planner.cli import options


class _Words(argparse.RawDescriptionHelpFormatter):
    """Help as it was written, with the columns not too far apart."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26)


def _shared_options() -> argparse.ArgumentParser:
    """The options that may stand before or after a subcommand; what was not given leaves no trace."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = shared.add_argument_group("options of every command")
    group.add_argument("--library", metavar="FILE", type=options.path, help="the library to use")
    group.add_argument("--sample", dest="use_sample", action="store_true", help="use the sample library")
    group.add_argument("--today", metavar="DATE", type=options.day, help="the day that counts as today")
    group.add_argument("--debug", action="store_true", help="show the details where Rapport itself fails")
    return shared


class Grammar:
    """The whole parser: the modules `asking`, `telling` and `filing` add their subcommands to it."""

    def __init__(self) -> None:
        self._shared = _shared_options()
        self.parser = argparse.ArgumentParser(
            prog="rapport",
            description="Shows whom to engage this week, and why. Without a command it opens the window.",
            epilog="Topics of “rapport help TOPIC”: commands, days, errors, json, library, lines, schema, "
            "screens, search, trust.",
            parents=[self._shared],
            allow_abbrev=False,
            formatter_class=_Words,
        )
        self.parser.add_argument("--version", action="version", version=f"Rapport {__version__}")
        self._subparsers = self.parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
        self.commands: dict[str, argparse.ArgumentParser] = {}

    def add(self, name: str, words: str, more: str = "") -> argparse.ArgumentParser:
        """Add a subcommand; `words` say what it does, `more` follows in its help."""
        parser = self._subparsers.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=more,
            parents=[self._shared],
            allow_abbrev=False,
            formatter_class=_Words,
        )
        self.commands[name] = parser
        return parser

    def understood(self, arguments: list[str]) -> argparse.Namespace:
        """The arguments, sorted. Ends the program, with a sentence and exit code 2, where that fails."""
        found = self.parser.parse_args(arguments)
        if "library" in found and "use_sample" in found:
            self.parser.error("--library and --sample name two libraries; write only one of them")
        return found


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let a subcommand answer in JSON."""
    parser.add_argument("--json", action="store_true", help="answer in JSON (see: rapport help json)")


def add_initials(parser: argparse.ArgumentParser) -> None:
    """Let what a subcommand writes be seen by others."""
    parser.add_argument(
        "--initials", action="store_true", help="initials instead of names, and nothing to reach anybody by"
    )


def add_person(parser: argparse.ArgumentParser) -> None:
    """Let a subcommand be about one person, whose name may be typed in several words."""
    parser.add_argument(
        "person", metavar="PERSON", nargs="+", type=options.text, help="a name or a unique part of it"
    )
