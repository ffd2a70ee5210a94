"""What was said: conversations that hold the words looked for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from planner.domain.channels import Channel
from planner.library import Library
from planner.library import search as index


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundConversation:
    """A conversation found by its topic or notes; private notes are neither searched for nor shown."""

    id: int
    day: date
    channel: Channel
    topic: str
    excerpt: str
    people: tuple[tuple[int, str], ...]


def find_conversations(library: Library, text: str, limit: int = 20) -> list[FoundConversation]:
    """Conversations whose topic or notes hold the words, newest first."""
    ids = index.conversations(library, text, limit)
    rows = library.rows(
        "SELECT c.id, c.day, c.channel, c.topic, c.notes,"
        " (SELECT json_group_array(json_array(p.id, p.name)) FROM participation x"
        "  JOIN person p ON p.id = x.person_id WHERE x.conversation_id = c.id)"
        " FROM conversation c WHERE c.private = 0 AND c.id IN (SELECT value FROM json_each(?))"
        " ORDER BY c.day DESC, c.id DESC",
        (json.dumps(ids),),
    )
    return [
        FoundConversation(
            id=row[0],
            day=date.fromisoformat(row[1]),
            channel=Channel(row[2]),
            topic=row[3],
            excerpt=row[4][:200],
            people=tuple((identity, name) for identity, name in json.loads(row[5])),
        )
        for row in rows
    ]
