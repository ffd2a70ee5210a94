"""Why a message is no conversation between two people."""

from __future__ import annotations

import re
from enum import StrEnum

from planner.exchange.mail.addresses import Mailbox
from planner.exchange.mail.encoded_words import header_text
from planner.exchange.mail.headers import Header

MOST_RECIPIENTS = 5
"""A message to more people is to nobody in person (SCIENCE 1.2)."""


class LeftOut(StrEnum):
    """A reason, in words that follow a number: '12 from mailing lists'."""

    LIST = "from mailing lists and newsletters"
    BULK = "sent in bulk"
    AUTOMATIC = "written by programs"
    MANY = "to more than five people"
    SELF = "to yourself"
    COPIED = "where you were only copied in"
    SPAM = "marked as spam"
    DELETED = "deleted"
    DRAFT = "never sent"
    CHAT = "chats"
    TWICE = "there twice"
    NO_DATE = "without a date that can be read"
    NO_SENDER = "without a sender"
    NO_RECIPIENT = "without a recipient"
    TO_COME = "dated after today"


_LIST = (b"list-id", b"list-post", b"mailing-list", b"list-unsubscribe")
_BULK = frozenset({b"bulk", b"junk", b"list"})
_AUTOMATIC = (b"x-autoreply", b"x-autorespond", b"x-failed-recipients")
_CAMPAIGN = (b"feedback-id", b"x-campaign-id")
_PROGRAMS = re.compile(
    r"(?:[\w.+-]*[._+-])?(?:no[._-]?reply|do[._-]?not[._-]?reply|noreply|donotreply|nicht[._-]?antworten"
    r"|mailer[._-]?daemon|postmaster|daemon|bounces?|notifications?|notify|newsletters?|alerts?"
    r"|automailer|auto[._-]?confirm|unsubscribe)(?:[._+-][\w.+-]*)?@",
    re.ASCII,
)
_LABELS = (
    (LeftOut.SPAM, ("spam", "junk")),
    (LeftOut.DELETED, ("trash", "papierkorb", "bin")),
    (LeftOut.DRAFT, ("drafts", "draft", "entwürfe")),
    (LeftOut.CHAT, ("chat", "chats")),
)
_EXPUNGED = 0x0008


def why_left_out(header: Header) -> LeftOut | None:
    """Whether the header says that this is no mail from one person to another, and why."""
    if (kept := _put_aside(header)) is not None:
        return kept
    if any(name in header for name in _LIST):
        return LeftOut.LIST
    precedence = header.get(b"precedence", b"").lower()
    if precedence in _BULK:
        return LeftOut.LIST if precedence == b"list" else LeftOut.BULK
    if any(name in header for name in _CAMPAIGN):
        return LeftOut.BULK
    automatic = header.get(b"auto-submitted", b"").lower().partition(b";")[0].strip()
    report = b"multipart/report" in header.get(b"content-type", b"").lower()
    if automatic not in (b"", b"no") or precedence == b"auto_reply" or report:
        return LeftOut.AUTOMATIC
    if any(name in header for name in _AUTOMATIC) or header.get(b"return-path") == b"<>":
        return LeftOut.AUTOMATIC
    return None


def _put_aside(header: Header) -> LeftOut | None:
    """What the person or their program did with it: spam, deleted, a draft."""
    if header.get(b"x-spam-flag", b"").upper() == b"YES":
        return LeftOut.SPAM
    labels = _labels(header)
    for reason, names in _LABELS if labels else ():
        if not labels.isdisjoint(names):
            return reason
    try:
        status = int(header.get(b"x-mozilla-status", b"0")[:8], 16)
    except ValueError:
        status = 0
    if status & _EXPUNGED or b"D" in header.get(b"x-status", b""):
        return LeftOut.DELETED
    return LeftOut.DRAFT if b"x-mozilla-draft-info" in header else None


def is_program(sender: Mailbox) -> bool:
    """Whether an address is one to which nobody answers: noreply@, notifications@, mailer-daemon@."""
    return _PROGRAMS.match(sender.email) is not None


def was_sent(header: Header) -> bool:
    """Whether Google says that the owner of the archive sent this."""
    return not _labels(header).isdisjoint(("sent", "gesendet"))


def _labels(header: Header) -> frozenset[str]:
    """Google's labels, in small letters."""
    raw = header.get(b"x-gmail-labels")
    if not raw:
        return frozenset()
    return frozenset(label.strip(' "').lower() for label in header_text(raw).split(","))
