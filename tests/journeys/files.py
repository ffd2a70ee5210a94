"""An address book and a calendar as a widely used mail and calendar service exports them."""

from __future__ import annotations

from pathlib import Path

ADDRESS_BOOK = """\
BEGIN:VCARD
VERSION:3.0
FN:Ngozi Okafor
N:Okafor;Ngozi;;;
EMAIL;TYPE=INTERNET;TYPE=WORK:ngozi@harbour.example
TEL;TYPE=CELL:+44 7700 900001
item1.ORG:Harbour Bank
item1.X-ABLabel:
TITLE:Chief Risk Officer
BDAY:--0415
NOTE:Reads on trains\\, never on planes.
CATEGORIES:Customers,myContacts
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Lukáš Novák
N:Novák;Lukáš;;;
EMAIL;TYPE=INTERNET:lukas.novak@tatra.example
ORG:Tatra Digital
TITLE:Founder
CATEGORIES:myContacts
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Inês Prado
N:Prado;Inês;;;
EMAIL;TYPE=INTERNET:ines.prado@vela.example
ORG:Vela
END:VCARD
BEGIN:VCARD
VERSION:3.0
NOTE:a card without anybody on it
END:VCARD
"""

CALENDAR = """\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
X-WR-CALNAME:helena@example.com
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VEVENT
DTSTART:20260302T090000Z
DTEND:20260302T094500Z
RRULE:FREQ=MONTHLY;COUNT=5
UID:monthly@google.com
ORGANIZER;CN=Helena Voss:mailto:helena@example.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Helena
  Voss;X-NUM-GUESTS=0:mailto:helena@example.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ngozi
  Okafor;X-NUM-GUESTS=0:mailto:Ngozi@Harbour.example
SUMMARY:Risk round
END:VEVENT
BEGIN:VEVENT
DTSTART:20260918T120000Z
DTEND:20260918T130000Z
UID:lunch@google.com
ATTENDEE;CN=Lukáš Novák:mailto:lukas.novak@tatra.example
SUMMARY:Lunch with Lukáš
END:VEVENT
BEGIN:VEVENT
DTSTART:20260917T070000Z
DTEND:20260917T080000Z
UID:dentist@google.com
SUMMARY:Dentist
END:VEVENT
END:VCALENDAR
"""


def written(folder: Path) -> tuple[Path, Path]:
    """Both as files, with the line ends that such files have."""
    book, calendar = folder / "contacts.vcf", folder / "calendar.ics"
    book.write_text(ADDRESS_BOOK, "utf-8", newline="\r\n")
    calendar.write_text(CALENDAR, "utf-8", newline="\r\n")
    return book, calendar
