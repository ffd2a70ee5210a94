"""From a cell to the values in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.exchange.text import several_lines, without_controls

SEVERAL = ":::"
"""What Google writes between several values of one cell."""

_BETWEEN_EMAILS = re.compile(r"[;,:\s<>\"']+")
_LONGEST_ADDRESS = 320
_BETWEEN_NUMBERS = re.compile(r"[;\n|]")
_BETWEEN_TAGS = re.compile(r"[;,\n|]")
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+\Z", re.IGNORECASE)
_UNSAFE = re.compile(r"\s*(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
_GOOGLE_GROUPS = frozenset({"mycontacts", "starred", "other contacts", "my contacts"})


def plain(cell: str) -> str:
    """The cell on one line, single-spaced, without control characters."""
    if cell.isprintable() and "  " not in cell:
        return cell.strip()
    return " ".join(without_controls(cell).split())


def several(cell: str) -> list[str]:
    """The values of a cell that may hold several; a value that is empty keeps its place."""
    return [plain(part) for part in cell.split(SEVERAL)] if SEVERAL in cell else [plain(cell)]


def several_lines_apart(cell: str) -> list[str]:
    """The same for values that may stand on lines of their own."""
    parts = cell.split(SEVERAL) if SEVERAL in cell else [cell]
    return [
        "\n".join(map(plain, part.split("\n"))).strip() if "\n" in part else plain(part) for part in parts
    ]


def emails(cell: str) -> tuple[list[str], str]:
    """The e-mail addresses of one value, and what of it is none."""
    if "@" not in cell:
        return [], cell
    parts = [part.removeprefix("mailto:") for part in _BETWEEN_EMAILS.split(cell) if "@" in part]
    found = [part for part in parts if _is_address(part)]
    return found, " ".join(part for part in parts if not _is_address(part)) if found else cell


def _is_address(part: str) -> bool:
    local, _, domain = part.partition("@")
    return bool(local and domain) and "@" not in domain and len(part) <= _LONGEST_ADDRESS


def phones(cell: str) -> tuple[list[str], str]:
    """The telephone numbers of one value, and what of it a spreadsheet has made unreadable."""
    good: list[str] = []
    bad: list[str] = []
    for part in _BETWEEN_NUMBERS.split(cell):
        number = part.strip().lstrip("'")
        if number:
            dialled = any(map(str.isdigit, number)) and not _ROUNDED.match(number)
            (good if dialled else bad).append(number)
    return good, " ".join(bad)


def links(cell: str) -> tuple[list[str], str]:
    """The web addresses of one value; those that would run something here are none."""
    parts = [part for part in cell.split() if not _UNSAFE.match(part)]
    return parts, "" if parts or not cell else cell


def tags(cell: str) -> Iterator[str]:
    """The tags of a cell, without the groups that Google writes for everybody."""
    parts = cell.split(SEVERAL) if SEVERAL in cell else _BETWEEN_TAGS.split(cell)
    for part in parts:
        tag = plain(part).removeprefix("* ").strip()
        if tag and tag.lower() not in _GOOGLE_GROUPS:
            yield tag


def note(cell: str) -> str:
    """The cell with its line breaks."""
    return several_lines(cell.replace("\\", "\\\\")) if "\\" in cell else several_lines(cell)
