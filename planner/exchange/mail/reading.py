"""Sorts the messages of an archive, one after the other: mail between people, and all the rest by reason."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from planner.domain.errors import KnownError
from planner.exchange.drafts import Drafts
from planner.exchange.mail.addresses import Mailbox, mailboxes
from planner.exchange.mail.dates import moment
from planner.exchange.mail.encoded_words import header_text
from planner.exchange.mail.headers import Header, header_of
from planner.exchange.mail.left_out import MOST_RECIPIENTS, LeftOut, is_program, was_sent, why_left_out
from planner.exchange.mail.messages import MessageDraft, Messages
from planner.exchange.problems import ProblemList

MOST_MESSAGES = 2_000_000
_MOST_UNDERSTOOD = 5_000
_LONGEST_SUBJECT = 200
_MOST_SUBJECT_BYTES = 2_000
_UNDATED = "{} has no date that can be read, so it was left out."
_UNSENT = "{} does not say who sent it, so it was left out."
_PROBLEMS = {LeftOut.NO_DATE: _UNDATED, LeftOut.NO_SENDER: _UNSENT}
_TOO_MANY = f"This archive holds more than {MOST_MESSAGES:,} messages, so nothing was read. Split it first."
_DELIVERED = (b"delivered-to", b"x-original-to", b"envelope-to")


class MailReading:
    """Reads headers one after the other and holds what was understood of them. Bodies never come here."""

    def __init__(self) -> None:
        self.messages = Messages()
        self.left_out: Counter[LeftOut] = Counter()
        self.problems = ProblemList()
        self.owners: Counter[str] = Counter()
        self.count = 0
        self._understood: dict[bytes, tuple[Mailbox, ...]] = {}

    def read(
        self,
        block: bytes,
        *,
        place: int,
        line: int,
        before: bytes = b"",
        name: str = "",
        put_aside: str = "",
    ) -> None:
        """Understand the header of one message that begins at `line`.

        `before` is the line that stands before it in an mbox; `name` is its file's in a folder of messages,
        `put_aside` the marks that a Maildir puts into it.
        """
        self.count += 1
        if self.count > MOST_MESSAGES:
            raise KnownError(_TOO_MANY)
        header = header_of(block)
        reason = _marked(put_aside) or why_left_out(header)
        self._note_owner(header)
        if reason is None:
            found = self._message(header, before, place)
            if isinstance(found, MessageDraft):
                self.messages.add(found)
                return
            reason = found
        self.left_out[reason] += 1
        if (words := _PROBLEMS.get(reason)) is not None:
            self.problems.add(line, words.format(f"The message “{name}”" if name else "This message"))

    def _people(self, raw: bytes | None) -> tuple[Mailbox, ...]:
        """The people of a header's value; the same ones come again and again and are understood once."""
        if not raw:
            return ()
        found = self._understood.get(raw)
        if found is None:
            if len(self._understood) >= _MOST_UNDERSTOOD:
                self._understood.clear()
            found = self._understood[raw] = mailboxes(raw)
        return found

    def _message(self, header: Header, before: bytes, place: int) -> MessageDraft | LeftOut:
        senders = self._people(header.get(b"from")) or self._people(header.get(b"sender"))
        if not senders:
            return LeftOut.NO_SENDER
        sender = senders[0]
        if is_program(sender):
            return LeftOut.AUTOMATIC
        to, copied = self._people(header.get(b"to")), self._people(header.get(b"cc"))
        if len(to) + len(copied) > MOST_RECIPIENTS:
            return LeftOut.MANY
        if to and all(box.email == sender.email for box in (*to, *copied)):
            return LeftOut.SELF
        sent = _sent(header, before)
        if sent is None:
            return LeftOut.NO_DATE
        subject = header_text(header.get(b"subject", b"")[:_MOST_SUBJECT_BYTES])[:_LONGEST_SUBJECT].strip()
        key = _key(header.get(b"message-id", b""), sender, sent, subject)
        return MessageDraft(sender, to, copied, sent, subject, key, place)

    def _note_owner(self, header: Header) -> None:
        """Remember whose mailbox this seems to be: to whom mail was delivered, and who sent it from here."""
        for name in _DELIVERED:
            if raw := header.get(name):
                self.owners.update(box.email for box in self._people(raw)[:1])
                break
        else:
            if was_sent(header):
                self.owners.update(box.email for box in self._people(header.get(b"from"))[:1])

    def drafts(self, kind: str) -> Drafts:
        """Everything read so far."""
        return Drafts(
            format=kind,
            messages=self.messages,
            left_out=dict(self.left_out),
            owners=dict(self.owners),
            problems=self.problems.all(),
        )


def _marked(flags: str) -> LeftOut | None:
    """What a Maildir's marks say: T is thrown away, D a draft."""
    if "T" in flags:
        return LeftOut.DELETED
    return LeftOut.DRAFT if "D" in flags else None


def _sent(header: Header, before: bytes) -> int | None:
    """The Date; else when it was received; else what stands before it in an mbox."""
    for raw in (header.get(b"date", b""), header.get(b"received", b"").rpartition(b";")[2], before):
        if raw and (sent := moment(raw)) is not None:
            return sent
    return None


def _key(message_id: bytes, sender: Mailbox, sent: int, subject: str) -> int:
    """62 bits that name a message: of its Message-ID, else of who, when and what."""
    said = message_id.strip(b"<> ") or f"{sender.email}\n{sent}\n{subject}".encode("utf-8", "replace")
    return int.from_bytes(blake2b(said, digest_size=8).digest()) >> 2
