"""A small address book and a small calendar for `rapport import`."""

from __future__ import annotations

from pathlib import Path

CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Ana Ferreira
TITLE:CFO
ORG:Norvane
EMAIL:ana@norvane.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Luca Moretti
EMAIL:luca@meridia.example
END:VCARD
"""
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Calendar//EN
BEGIN:VEVENT
UID:past
SUMMARY:The budget
DTSTART:20260901T090000Z
DTEND:20260901T093000Z
ATTENDEE;CN=Ana Ferreira:mailto:ana@norvane.example
ATTENDEE;CN=Noor Haddad:mailto:noor@meridia.example
END:VEVENT
BEGIN:VEVENT
UID:coming
SUMMARY:The pilot
DTSTART:20260918T090000Z
DTEND:20260918T100000Z
ATTENDEE:mailto:luca@meridia.example
END:VEVENT
BEGIN:VEVENT
UID:alone
SUMMARY:Dentist
DTSTART:20260917T090000Z
DTEND:20260917T100000Z
END:VEVENT
END:VCALENDAR
"""


def write_files(folder: Path) -> tuple[Path, Path]:
    """The address book and the calendar, as files."""
    cards, calendar = folder / "contacts.vcf", folder / "calendar.ics"
    cards.write_text(CARDS, "utf-8", newline="\r\n")
    calendar.write_text(CALENDAR, "utf-8", newline="\r\n")
    return cards, calendar
