"""The grammar of one line: 'Lunch with Ana yesterday 1h about Q3 budget; she will send it by Friday'.

A machine that knows no language (this package), and a table for each language (english.py, german.py).
"""

from planner.domain.one_line.language import Language

LANGUAGES: tuple[str, ...] = ("en", "de")
"""The languages there are tables for."""


def language(code: str) -> Language:
    """The tables of a language; they are loaded when they are first wanted."""
    if code == "de":
        from planner.domain.one_line.german import GERMAN

        return GERMAN
    from planner.domain.one_line.english import ENGLISH

    return ENGLISH
