"""Writes the conversations by message of an import. Inside a change only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from planner.actions.imports.letters import Mail
from planner.actions.imports.mail_talks import MailTalk
from planner.actions.imports.mail_text import texts_of
from planner.actions.imports.reading import Progress, tell, told
from planner.actions.imports.times import in_utc, zone_of
from planner.domain.channels import Channel
from planner.library import Library
from planner.library.ids import new_ids
from planner.library.tables import Participation

_CONVERSATION = (
    *("id", "day", "starts_at", "zone", "channel", "reached_out"),
    *("topic", "notes", "recorded_at", "source_uid"),
)
Row = tuple[Any, ...]


class MailWriter:
    """Adds rows in bulk. What a message says is kept only where `with_text` is chosen."""

    def __init__(self, library: Library, mail: Mail, home: str, now: datetime, *, with_text: bool) -> None:
        self._library = library
        self._mail = mail
        self._zone = home if zone_of(home) else "UTC"
        self._now = in_utc(now)
        self._with_text = with_text

    def write(self, talks: Sequence[MailTalk], progress: Progress | None) -> None:
        """Write them all; people who come to a conversation that is there already join it."""
        new = [talk for talk in talks if talk.joins is None]
        ids = new_ids(len(new))
        rows = (self._row(i, talk) for i, talk in zip(ids, told(new, progress, 0.0, 0.8), strict=True))
        self._library.add_rows("conversation", _CONVERSATION, rows)
        people = [
            (i, person, talk.day.isoformat())
            for i, talk in zip(ids, new, strict=True)
            for person in talk.people
        ]
        numbered = ((i, *row) for i, row in zip(new_ids(len(people)), people, strict=True))
        self._library.add_rows("participation", ("id", "conversation_id", "person_id", "day"), numbered)
        self._join(talk for talk in talks if talk.joins is not None)
        tell(progress, 1.0)

    def _row(self, identity: int, talk: MailTalk) -> Row:
        sent = datetime.fromtimestamp(talk.sent, UTC)
        return (
            *(identity, talk.day.isoformat(), in_utc(sent), self._zone, Channel.MESSAGE.value),
            talk.reached_out.value if talk.reached_out else None,
            *(talk.topic, self._notes(talk), self._now, talk.source),
        )

    def _notes(self, talk: MailTalk) -> str:
        if not self._with_text:
            return talk.notes
        texts = texts_of(self._mail, talk, self._zone)
        return "\n\n".join(filter(None, (talk.notes, *texts)))

    def _join(self, talks: Iterable[MailTalk]) -> None:
        for talk in talks:
            for person in talk.people:
                Participation.create(conversation=talk.joins, person=person, day=talk.day)
