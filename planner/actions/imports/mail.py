"""Mail archives in a review: which messages are between the owner and people, and who those people are.

One message-conversation a person, a day and a direction is kept (SCIENCE 1.2: ten mails on a Tuesday are one
contact-day), with the number of messages in its notes. Somebody who was only copied in was not written to,
and a message to more than five is to nobody in person: neither counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from planner.actions.imports.acquaintances import Acquaintances
from planner.actions.imports.letters import OWNER, Correspondence, Letter, Mail
from planner.actions.imports.owners import owners_of
from planner.actions.imports.times import zone_of
from planner.exchange.drafts import Drafts
from planner.exchange.mail.addresses import Mailbox
from planner.exchange.mail.left_out import LeftOut, is_program
from planner.exchange.mail.messages import MessageDraft

NamedDrafts = Sequence[tuple[str, Drafts]]

MOST_PROPOSED = 2_000
"""Of all strangers those with most mail are proposed; the others are only counted. A convention."""


@dataclass(slots=True)
class Gathered:
    """All archives' messages in the order of time, each once: when, and the numbers of file and message.

    `own` are the owner's addresses, those of the archives included.
    """

    order: list[tuple[int, int, int]]
    left_out: Counter[LeftOut]
    own: frozenset[str]


def gathered(named: NamedDrafts, own: frozenset[str], today: date, home: str) -> Gathered:
    """Everything that was sent up to today, without copies, and without what is to the owner alone."""
    own = own | owners_of(named)
    left_out: Counter[LeftOut] = Counter()
    order: list[tuple[int, int, int]] = []
    seen: set[int] = set()
    for file, (_, drafts) in enumerate(named):
        left_out.update(drafts.left_out)
        for number, message in enumerate(drafts.messages):
            if message.key in seen:
                left_out[LeftOut.TWICE] += 1
                continue
            seen.add(message.key)
            if (reason := _reason(message, own)) is not None:
                left_out[reason] += 1
            elif local_day(message.sent, home) > today:
                left_out[LeftOut.TO_COME] += 1
            else:
                order.append((message.sent, file, number))
    order.sort()
    return Gathered(order=order, left_out=left_out, own=own)


def _reason(message: MessageDraft, own: frozenset[str]) -> LeftOut | None:
    boxes = (*message.to, *message.copied)
    if message.sender.email in own:
        if not boxes:
            return LeftOut.NO_RECIPIENT
        return LeftOut.SELF if all(box.email in own for box in boxes) else None
    copied = any(box.email in own for box in message.copied)
    return LeftOut.COPIED if copied and not any(box.email in own for box in message.to) else None


def local_day(sent: int, home: str) -> date:
    """The owner's local day of a moment."""
    return datetime.fromtimestamp(sent, zone_of(home) or UTC).date()


def review_mail(named: NamedDrafts, people: Acquaintances, *, today: date, home: str) -> Mail:
    """All messages with everybody in them by their ids. Whoever is too seldom in them has none."""
    found = gathered(named, frozenset(people.own), today, home)
    files = [drafts for _, drafts in named]
    counts = _Counts(files, found, home)
    ids = _Ids(people, counts)
    ids.add_owner(people, found, home)
    letters = list(_letters(files, found, ids, home))
    with_whom = {
        identity: counts.of(emails)
        for identity, emails in ids.emails.items()
        if identity not in ids.strangers
    }
    return Mail(
        letters=letters,
        left_out=dict(found.left_out),
        with_whom=with_whom,
        unnamed=ids.unnamed,
        own_is_known=bool(found.own),
    )


def _partners(message: MessageDraft, own: frozenset[str]) -> tuple[bool, Sequence[Mailbox]]:
    """Whether the owner wrote, and with whom the message is: its sender, or whom it is to."""
    if message.sender.email not in own:
        return False, (message.sender,)
    to = [box for box in message.to if box.email not in own]
    return True, to or [box for box in message.copied if box.email not in own]


@dataclass(slots=True)
class _Count:
    """The mail with one address while it is counted."""

    box: Mailbox
    messages: int = 0
    you: set[date] = field(default_factory=set)
    they: set[date] = field(default_factory=set)


class _Counts:
    """How much mail there is with every address."""

    def __init__(self, files: Sequence[Drafts], found: Gathered, home: str) -> None:
        self.by_email: dict[str, _Count] = {}
        for sent, file, number in found.order:
            message = files[file].messages[number]
            day = local_day(sent, home)
            yours, partners = _partners(message, found.own)
            for box in partners:
                count = self.by_email.get(box.email)
                if count is None:
                    count = self.by_email[box.email] = _Count(box)
                elif box.name and not count.box.name:
                    count.box = box
                count.messages += 1
                (count.you if yours else count.they).add(day)

    def of(self, emails: Sequence[str]) -> Correspondence:
        """The mail with one person, who may have several addresses."""
        counts = [self.by_email[email] for email in emails]
        you = set().union(*(count.you for count in counts))
        they = set().union(*(count.they for count in counts))
        return Correspondence(
            messages=sum(count.messages for count in counts),
            you=len(you),
            they=len(they),
            first=min(you | they),
            last=max(you | they),
        )


class _Ids:
    """Who is behind every address: known people, people of the import, and the strangers worth proposing."""

    def __init__(self, people: Acquaintances, counts: _Counts) -> None:
        self._ids: dict[str, int] = {}
        self.emails: dict[int, list[str]] = {}
        self.strangers: set[int] = set()
        waiting: list[_Count] = []
        for email, count in counts.by_email.items():
            identity = people.find(email, count.box.name)
            if identity is None:
                waiting.append(count)
            else:
                self._add(identity, email)
        waiting = [count for count in waiting if not is_program(count.box)]
        waiting.sort(key=lambda count: -len(count.you) - len(count.they))
        for count in waiting[:MOST_PROPOSED]:
            met = people.met(count.box.email, count.box.name)
            met.mail = counts.of([count.box.email])
            self.strangers.add(met.id)
            self._add(met.id, count.box.email)
        self.unnamed = max(0, len(waiting) - MOST_PROPOSED)

    def add_owner(self, people: Acquaintances, found: Gathered, home: str) -> None:
        """The owner, and as strangers the addresses that only the archives say are the owner's."""
        self._ids.update(dict.fromkeys(people.own, OWNER))
        last = local_day(found.order[-1][0], home) if found.order else None
        for email in sorted(found.own - people.own):
            met = people.met(email, "")
            met.is_you, met.last = True, last
            self._ids[email] = met.id
            self.strangers.add(met.id)

    def _add(self, identity: int, email: str) -> None:
        self._ids[email] = identity
        self.emails.setdefault(identity, []).append(email)

    def of(self, boxes: Sequence[Mailbox]) -> tuple[int, ...]:
        """The ids of those who have one, each once."""
        found = (self._ids.get(box.email) for box in boxes)
        return tuple(dict.fromkeys(identity for identity in found if identity is not None))


def _letters(files: Sequence[Drafts], found: Gathered, ids: _Ids, home: str) -> Iterator[Letter]:
    for sent, file, number in found.order:
        message = files[file].messages[number]
        sender, to, copied = ids.of((message.sender,)), ids.of(message.to), ids.of(message.copied)
        if not {*sender, *to, *copied} - {OWNER}:
            continue
        yield Letter(
            sent=sent,
            day=local_day(sent, home),
            sender=sender[0] if sender else None,
            to=to,
            copied=copied,
            subject=message.subject,
            key=message.key,
            file=file,
            place=message.place,
        )
