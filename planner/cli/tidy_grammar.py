"""The subcommands that keep everybody in order: duplicates, merge, trash and erase."""

from __future__ import annotations

from planner.cli import options
from planner.cli.grammar import Grammar, add_json
from planner.domain.merging import FIELDS

_PAIR = """\
The two are named, or their number in the list of duplicates is given. The one with more behind it stays,
with everything of both; what differs and is not taken from the other is kept as a note. “rapport undo”
takes it back."""


def add_tidying(grammar: Grammar) -> None:
    """Add them."""
    found = grammar.add("duplicates", "list who is likely here twice, and why")
    add_json(found)
    found.add_argument(
        "--apart", metavar="N", type=options.number, help="pair N is two people; do not list it again"
    )
    merge = grammar.add("merge", "make one person of two entries", _PAIR)
    merge.add_argument(
        "people", metavar="PERSON|N", nargs="+", type=options.text, help="two names, or a number"
    )
    merge.add_argument(
        "--take",
        metavar="FIELD",
        action="append",
        default=[],
        choices=[field.id for field in FIELDS],
        help=f"what the other one gives: {', '.join(field.id for field in FIELDS)}",
    )
    trash = grammar.add(
        "trash",
        "list who is in the trash, put somebody there, or back",
        "Whoever is there leaves every list. Nothing is erased by itself: after 30 days you are asked.",
    )
    trash.add_argument("person", metavar="PERSON", nargs="*", type=options.text, help="whom to move there")
    trash.add_argument("--put-back", action="store_true", help="put them back instead")
    add_json(trash)
    erase = grammar.add(
        "erase",
        "erase somebody for good",
        "Out of the library, its history, its search and its automatic backups. This cannot be undone.",
    )
    erase.add_argument("person", metavar="PERSON", nargs="*", type=options.text, help="in the trash or not")
    erase.add_argument("--yes", action="store_true", help="really erase them; without it you are only told")
    erase.add_argument("--due", action="store_true", help="all who have been in the trash for 30 days")
    erase.add_argument("--keep-backups", action="store_true", help="leave the automatic backups as they are")
