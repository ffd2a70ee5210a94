"""What a person chose of a review, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.actions.imports.review import Stranger


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person decided in the review; nothing said is the review's own proposal.

    `left_out` are ids of people that were unticked, `left_out_events` keys of events. `new` and `same` are
    ids of POSSIBLE people and of strangers: somebody new, or the known person they were matched with.
    `taken` are differences to take over: person id and field. `own` are ids of strangers who are the owner.
    `without_mail` are ids of people whose messages are not wanted; `with_text` keeps what messages say.
    """

    left_out: frozenset[int] = frozenset()
    left_out_events: frozenset[str] = frozenset()
    new: frozenset[int] = frozenset()
    same: frozenset[int] = frozenset()
    taken: frozenset[tuple[int, str]] = frozenset()
    own: frozenset[int] = frozenset()
    without_mail: frozenset[int] = frozenset()
    with_text: bool = False


def everybody_new(strangers: Iterable[Stranger]) -> Choices:
    """The choice that adds all these strangers as persons."""
    return Choices(new=frozenset(each.id for each in strangers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, or would do. `people_unchanged` are matched people who already had everything,
    `messages_added` conversations by message: one a person, a day and a direction.
    """

    people_added: int = 0
    people_changed: int = 0
    people_unchanged: int = 0
    conversations_added: int = 0
    messages_added: int = 0
    plans_added: int = 0
    commitments_added: int = 0
    busy_added: int = 0
    events_changed: int = 0
    problems: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to save."""
        return not (
            self.people_added
            + self.people_changed
            + self.conversations_added
            + self.messages_added
            + self.plans_added
            + self.commitments_added
            + self.busy_added
            + self.events_changed
        )
