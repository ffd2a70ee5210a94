"""Files that somebody with the sample library might import: a fair's list, cards of a phone, mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from planner.library import Library
from planner.resources import resource

_ME = "Helena Voss <helena.voss@norvane.example>"
_SUBJECTS = (
    "The pilot terminal",
    "Cranes",
    "Next week",
    "Figures for the board",
    "Lunch?",
    "The training plan",
)
_MOST_KNOWN = 14
_STRANGERS = (
    ("Astrid Lindqvist <astrid.lindqvist@nordhavn.example>", 9),
    ("Emeka Okonjo <emeka@lagosterminal.example>", 5),
    ('"Haugen, Ingrid" <ingrid@fjordferries.example>', 2),
    ("Reception <reception@quayhotel.example>", 1),
)


def write_table(folder: Path) -> Path:
    """A table that no program knows: its columns want to be looked at."""
    path = folder / "port fair.csv"
    path.write_bytes(resource("sample", "import", "fair.csv").read_bytes())
    return path


def write_cards(folder: Path) -> Path:
    """What a phone holds: people of the sample with other words, strangers, and a card that says nothing."""
    path = folder / "phone.vcf"
    path.write_bytes(resource("sample", "import", "phone.vcf").read_bytes())
    return path


def write_archive(library: Library, folder: Path, today: date) -> Path:
    """Some months of mail with people of the sample, with strangers, and with lists."""
    people = [
        f"{name} <{email}>"
        for name, email in library.rows(
            "SELECT p.name, min(c.value) FROM person p JOIN contact_point c ON c.person_id = p.id"
            " WHERE c.kind = 'email' GROUP BY p.id ORDER BY p.name LIMIT ?",
            (_MOST_KNOWN,),
        )
    ]
    path = folder / "archive.mbox"
    path.write_text("".join(_messages(people, today)), "utf-8", newline="")
    return path


def _messages(people: Sequence[str], today: date) -> Iterator[str]:
    for number, person in enumerate((*people, *(name for name, _ in _STRANGERS))):
        often = 3 + number * 5 % 17 if number < len(people) else dict(_STRANGERS)[person]
        for turn in range(often):
            day = today - timedelta(days=2 + turn * (4 + number % 5) + number)
            sender, to = (person, _ME) if turn % 2 else (_ME, person)
            yield _message(sender, to, day, turn, _SUBJECTS[(number + turn) % len(_SUBJECTS)])
    for number in range(240):
        day = today - timedelta(days=number % 200 + 1)
        more = "List-Id: <ports.example>" if number % 3 else "Auto-Submitted: auto-generated"
        yield _message("Ports Today <news@ports.example>", _ME, day, number, "This week in ports", more)


def _message(sender: str, to: str, day: date, turn: int, subject: str, more: str = "X-Mailer: sample") -> str:
    when = datetime.combine(day, time(8 + turn % 9, 7 * turn % 60))
    return (
        f"From - {when:%a %b %d %H:%M:%S %Y}\nDelivered-To: helena.voss@norvane.example\nFrom: {sender}\n"
        f"To: {to}\nDate: {when:%a, %d %b %Y %H:%M:%S} +0200\nSubject: {subject}\n"
        f"Message-ID: <{abs(hash((sender, to, when)))}@norvane.example>\n{more}\n\n{subject}.\n\n"
    )
