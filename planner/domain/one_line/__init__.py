"""The grammar of one line: 'Lunch with Ana yesterday 1h about Q3 budget; she will send it by Friday'.

A machine that knows no language (this package), and a table for each language (english.py, german.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.domain.one_line.language import Language

LANGUAGES: tuple[str, ...] = ("en", "de")
"""The languages there are tables for."""


def tables_of(code: str) -> Language:
    """The tables of a language; they are loaded when they are first wanted."""
    if code == "de":
        from planner.domain.one_line.german import GERMAN

        return GERMAN
    from planner.domain.one_line.english import ENGLISH

    return ENGLISH


def every_language() -> Iterator[Language]:
    """All languages, English first."""
    return (tables_of(code) for code in LANGUAGES)
