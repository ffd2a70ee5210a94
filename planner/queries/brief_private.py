"""What is private about a person, one by one: it stays out of a brief unless it is asked for by its key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateThing:
    """One private note, conversation, thing learned or fact; `key` names it, `kind` says what it is."""

    key: str
    person_id: int
    kind: str
    day: date
    words: str


_PRIVATE = """
SELECT 'note:' || id, 'Note', on_day, words FROM note WHERE person_id = :id AND private = 1
UNION ALL
SELECT 'understanding:' || id, 'Learned', learned_on, learned FROM understanding
WHERE person_id = :id AND private = 1
UNION ALL
SELECT 'evidence:' || id, 'Fact', on_day, what FROM evidence WHERE person_id = :id AND private = 1
UNION ALL
SELECT 'conversation:' || c.id, 'Conversation', c.day,
    trim(c.topic || CASE WHEN c.topic <> '' AND c.notes <> '' THEN ': ' ELSE '' END || c.notes)
FROM participation x JOIN conversation c ON c.id = x.conversation_id
WHERE x.person_id = :id AND c.private = 1 AND c.topic || c.notes <> ''
ORDER BY 3 DESC, 1 DESC
"""


def private_things(library: Library, person_id: int) -> tuple[PrivateThing, ...]:
    """All that is private about one person, newest first."""
    return tuple(
        PrivateThing(
            key=row[0], person_id=person_id, kind=row[1], day=date.fromisoformat(row[2]), words=row[3]
        )
        for row in library.rows(_PRIVATE, {"id": person_id})
    )
