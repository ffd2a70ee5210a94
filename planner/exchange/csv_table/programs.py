"""Which program wrote a table, told by headings that no other one writes."""

from __future__ import annotations

from collections.abc import Iterable

from planner.exchange.csv_table.headings import plain_heading

_HALLMARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Google Contacts", ("email 1 value",)),
    ("Google Contacts", ("organization name", "labels")),
    ("Google Contacts", ("group membership", "given name")),
    ("LinkedIn", ("first name", "last name", "connected on")),
    ("Outlook", ("first name", "email address", "business phone")),
    ("Outlook", ("first name", "email display name", "company")),
    ("Outlook", ("vorname", "email adresse", "telefon geschaftlich")),
    ("Outlook", ("vorname", "email angezeigter name", "firma")),
    ("Thunderbird", ("first name", "primary email", "screen name")),
    ("Thunderbird", ("vorname", "primare email adresse", "messenger name")),
    ("iCloud", ("first name", "phone iphone")),
)


def program_of(headings: Iterable[str]) -> str:
    """The program's name, or '' for a table that anybody may have made."""
    plain = {plain_heading(heading) for heading in headings}
    return next((name for name, marks in _HALLMARKS if plain.issuperset(marks)), "")
