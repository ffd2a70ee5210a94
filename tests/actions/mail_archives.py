"""Short ways to write mail, and to import it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from planner.actions.imports.files import Choices, Imported, Review, review, save
from planner.exchange.drafts import Drafts
from planner.exchange.mail.mbox import read_mbox
from planner.library import Library
from tests.conftest import NOW, TODAY

ME = "me@norvane.example"
ANA = "Ana Ferreira <ana@contoso.example>"
RUI = "Rui Costa <rui@contoso.example>"


def mail(
    sender: str,
    to: str,
    days_ago: int = 0,
    at: str = "08:00",
    subject: str = "Hello",
    *,
    cc: str = "",
    key: str = "",
    body: str = "Text\n",
    more: str = "",
) -> str:
    """One message of an mbox, sent so many days before Tuesday 15 September 2026, in UTC."""
    when = datetime.combine(TODAY - timedelta(days=days_ago), datetime.strptime(at, "%H:%M").time())  # noqa: DTZ007
    lines = [
        f"From x@y.example {when:%a %b %d %H:%M:%S %Y}",
        f"From: {sender}",
        f"To: {to}",
        *([f"Cc: {cc}"] if cc else []),
        f"Date: {when:%a, %d %b %Y %H:%M:%S} +0000",
        f"Subject: {subject}",
        f"Message-ID: <{key or hash((sender, to, days_ago, at, subject, cc))}@x.example>",
        *([more] if more else []),
    ]
    return "\n".join([*lines, "", body, ""])


def archive(folder: Path, *messages: str, name: str = "archive.mbox") -> Path:
    """An mbox of these messages, in which the owner's address is known by its delivery."""
    path = folder / name
    first = messages[0].replace("\nTo: ", f"\nDelivered-To: {ME}\nTo: ", 1) if messages else ""
    path.write_text("".join((first, *messages[1:])), "utf-8", newline="")
    return path


def drafts(*messages: str) -> Drafts:
    """The same without a file."""
    data = "".join(messages).encode()
    return read_mbox(BytesIO(data), len(data))


def looked_at(library: Library, *paths: Path, today: date = TODAY) -> Review:
    """The review of these archives."""
    return review(library, paths, today=today)


def imported(library: Library, *paths: Path, choices: Choices | None = None) -> Imported:
    """These archives imported as the review proposes, or as chosen."""
    return save(library, looked_at(library, *paths), choices or Choices(), now=NOW)


def talks(library: Library) -> Sequence[tuple[str, ...]]:
    """Every conversation by message: day, who wrote, topic, notes and names, in the order of time."""
    return list(
        library.rows(
            "SELECT c.day, c.reached_out, c.topic, c.notes, group_concat(p.name, ', ')"
            " FROM conversation c JOIN participation x ON x.conversation_id = c.id"
            " JOIN person p ON p.id = x.person_id WHERE c.channel = 'message'"
            " GROUP BY c.id ORDER BY c.starts_at, c.id"
        )
    )
