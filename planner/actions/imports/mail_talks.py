"""What becomes of messages once it is settled who comes in: one conversation a person, a day and a way."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.actions.imports.letters import OWNER, KnownMail, Letter, Mail
from planner.domain.channels import ReachedOut
from planner.library import Library

_REPLIES = re.compile(r"\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|rv|vs)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_MOST_SUBJECTS = 6


@dataclass(slots=True, kw_only=True)
class MailTalk:
    """One conversation to be written: all messages of a day in one direction with the same new people.

    `reached_out` is None where nobody knows who wrote. `joins` is a conversation that is there already, which
    the people are added to. `places` say where the messages stand: number of the file, place in it.
    """

    day: date
    sent: int
    reached_out: ReachedOut | None
    people: list[int]
    source: str
    joins: int | None = None
    subjects: list[str] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many messages there were."""
        return len(self.places)

    def add(self, letter: Letter) -> None:
        """Count one more message."""
        self.places.append((letter.sent, letter.file, letter.place))
        subject = _REPLIES.sub("", letter.subject).strip()
        if subject and subject not in self.subjects and len(self.subjects) < _MOST_SUBJECTS:
            self.subjects.append(subject)

    @property
    def topic(self) -> str:
        """What the first message was about."""
        return self.subjects[0] if self.subjects else ""

    @property
    def notes(self) -> str:
        """How many messages there were, and what else they were about; '' for a single one."""
        if self.count < 2:
            return ""
        others = ", ".join(self.subjects[1:])
        return f"{self.count} messages" + (f", also about: {others}" if others else "")


def source_of(letter: Letter) -> str:
    """What a message is recognised by at the next import."""
    return f"mail:{letter.key:016x}"


def known_mail(library: Library, letters: Sequence[Letter]) -> KnownMail:
    """Read the conversations by message of the days in question."""
    days = json.dumps(sorted({letter.day.isoformat() for letter in letters}))
    covered: set[tuple[int, str, str]] = set()
    by_source: dict[str, tuple[int, frozenset[int]]] = {}
    for identity, day, way, source, joined in library.rows(
        "SELECT c.id, c.day, c.reached_out, c.source_uid, group_concat(p.person_id)"
        " FROM conversation c JOIN participation p ON p.conversation_id = c.id"
        " WHERE c.day IN (SELECT value FROM json_each(?)) AND c.channel = 'message' GROUP BY c.id",
        (days,),
    ):
        people = frozenset(map(int, joined.split(",")))
        ways = (way,) if way else tuple(ReachedOut)
        covered.update((person, day, each) for person in people for each in ways)
        if source:
            by_source[source] = (identity, people)
    return KnownMail(covered=frozenset(covered), by_source=by_source)


def mail_talks(
    mail: Mail, stays: Mapping[int, int | None], own: Collection[int], without: Collection[int]
) -> list[MailTalk]:
    """The conversations that the messages become.

    `stays` says of people who are not in the library yet under which id they will be, None for not at all;
    `own` are ids that stand for the owner, `without` those whose mail is not wanted.
    """
    talks: list[MailTalk] = []
    by_person: dict[tuple[int, date, ReachedOut | None], MailTalk] = {}
    for letter in mail.letters:
        way, partners = _partners(letter, own, mail.own_is_known, stays)
        people = [person for person in partners if person not in without]
        counted: list[MailTalk] = []
        new: list[int] = []
        for person in dict.fromkeys(people):
            talk = by_person.get((person, letter.day, way))
            if talk is None:
                new.append(person)
            elif talk not in counted:
                counted.append(talk)
        talk = _begun(letter, way, new, mail.known)
        if talk is not None:
            talks.append(talk)
            counted.append(talk)
            by_person |= {(person, letter.day, way): talk for person in talk.people}
        for each in counted:
            each.add(letter)
    return talks


def _begun(
    letter: Letter, way: ReachedOut | None, people: Sequence[int], known: KnownMail
) -> MailTalk | None:
    """A conversation of this message with these people, without those who have one already."""
    source, day = source_of(letter), letter.day.isoformat()
    ways = (way,) if way else tuple(ReachedOut)
    there, present = known.by_source.get(source, (None, frozenset[int]()))
    fresh = [
        person
        for person in people
        if person not in present
        and not any((person, day, each) in known.covered for each in ways)
        and (there is None or person > there)  # whoever was taken out of it here is not put back
    ]
    if not fresh:
        return None
    return MailTalk(
        day=letter.day, sent=letter.sent, reached_out=way, people=fresh, source=source, joins=there
    )


def _partners(
    letter: Letter, own: Collection[int], own_is_known: bool, stays: Mapping[int, int | None]
) -> tuple[ReachedOut | None, list[int]]:
    """Who wrote, and whom of the library the message is with: its sender, or everybody it is to."""
    if letter.sender in own:
        to = [person for person in letter.to if person not in own]
        to = to or [person for person in letter.copied if person not in own]
        return ReachedOut.YOU, list(_coming(to, stays))
    if letter.sender is not None and (coming := list(_coming((letter.sender,), stays))):
        return ReachedOut.THEY, coming
    return None, [] if own_is_known else list(_coming(letter.to, stays))


def _coming(people: Sequence[int], stays: Mapping[int, int | None]) -> Iterator[int]:
    for person in people:
        identity = stays.get(person, person)
        if identity is not None and identity != OWNER:
            yield identity
