"""The forms and lines in which something was begun and neither saved nor cancelled."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A form or a line: the command that opens it, and whom or what it is about (0: nothing).

    `part` tells those apart that one command opens together.
    """

    command: str
    people: tuple[int, ...] = ()
    plan_id: int = 0
    conversation_id: int = 0
    commitment_id: int = 0
    part: str = ""

    def text(self) -> str:
        """The place as one line; `read_place` reads it."""
        people = ",".join(map(str, self.people))
        more = f" {self.commitment_id} {self.part}" if self.commitment_id or self.part else ""
        return f"{self.command} {people} {self.plan_id} {self.conversation_id}{more}"


def read_place(text: str) -> Place:
    """The place that a line names."""
    command, people, plan, conversation, *more = text.split(" ", 5)
    commitment, part = more or ("0", "")
    ids = tuple(map(int, people.split(","))) if people else ()
    return Place(command, ids, int(plan), int(conversation), int(commitment), part)


_BEGUN = {
    "note": "note about {}",
    "log": "conversation with {}",
    "new_log": "conversation",
    "change_talk": "form about a conversation",
    "new_plan": "plan",
    "change_plan": "form about a plan",
    "promise": "commitment with {}",
    "new_promise": "commitment",
    "change_promise": "form about a commitment",
    "another_day": "form about a commitment",
    "initiative": "form about {} and an initiative",
    "away": "form about when {} is away",
    "leave": "form about your own leave",
    "questions": "list of questions",
    "edit": "form about {}",
    "open": "text about {}",
    "add_person": "form about a new person",
    "debrief": "debrief of a conversation with {}",
    "import": "import",
    "quick_add": "line of a plan",
    "field": "line",
    "capture": "line",
}


def kept_sentence(command: str, called: str) -> str:
    """What was kept, about whom."""
    return f"An unfinished {_BEGUN[command].format(called)} was kept."
