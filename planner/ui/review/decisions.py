"""What a person decided while looking at a review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from planner.actions.imports.files import Choices, Difference
from planner.ui.review.rows import Answer, Row, Section


class Decisions:
    """Answers by the rows' keys, so that they outlive reading the same files again.

    `with_text` says that what messages say is kept, too.
    """

    def __init__(self) -> None:
        self._answers: dict[str, Answer] = {}
        self._taken: set[tuple[str, str]] = set()
        self.with_text = False

    def told(self) -> dict[str, Any]:
        """Everything that was decided, to be kept; empty for nothing."""
        if not (self._answers or self._taken or self.with_text):
            return {}
        taken = sorted(map(list, self._taken))
        return {"answers": dict(self._answers), "taken": taken, "with_text": self.with_text}

    @classmethod
    def of_told(cls, told: Mapping[str, Any]) -> Decisions:
        """What `told` told."""
        made = cls()
        made._answers = {key: Answer(answer) for key, answer in told.get("answers", {}).items()}
        made._taken = {(key, field) for key, field in told.get("taken", [])}
        made.with_text = bool(told.get("with_text"))
        return made

    def of(self, row: Row) -> Answer:
        """What becomes of a row."""
        answer = self._answers.get(row.key, row.proposal)
        return answer if answer in row.answers else row.proposal

    def ticked(self, row: Row) -> bool:
        """Whether a row is taken over in one way or another."""
        return bool(row.answers) and self.of(row) is not Answer.OUT

    def decide(self, row: Row, answer: Answer) -> bool:
        """Answer for a row; False where it has no such answer, or that one already."""
        if answer not in row.answers or self.of(row) is answer:
            return False
        self._answers[row.key] = answer
        return True

    def tick(self, row: Row, ticked: bool) -> bool:
        """Take a row over or leave it out; False where nothing changed."""
        if not row.answers or self.ticked(row) is ticked:
            return False
        return self.decide(row, row.answers[0] if ticked else Answer.OUT)

    def takes(self, row: Row, difference: Difference) -> bool:
        """Whether the file's side of a difference is taken."""
        return (row.key, difference.field) in self._taken

    def take(self, row: Row, difference: Difference, taken: bool) -> None:
        """Take the file's side of a difference, or keep what stands here. Taking it ticks the row."""
        if taken:
            self._taken.add((row.key, difference.field))
            self.tick(row, True)
        else:
            self._taken.discard((row.key, difference.field))

    def conflicts(self, row: Row) -> tuple[Difference, ...]:
        """The differences that are to be decided as the row stands now."""
        if row.section is Section.POSSIBLE and self.of(row) is not Answer.SAME:
            return ()
        return row.conflicts

    def choices(self, rows: Iterable[Row]) -> Choices:
        """The same for the import itself; only what differs from the rows' proposals is named."""
        picked: dict[Answer, set[int]] = {answer: set() for answer in Answer}
        events: set[str] = set()
        mail: set[int] = set()
        taken: set[tuple[int, str]] = set()
        for row in rows:
            answer = self._answers.get(row.key, row.proposal)
            if answer is not row.proposal and answer in row.answers:
                if row.event is not None:
                    events.add(row.event.key)
                elif row.is_mail:
                    mail.add(row.person_id)
                else:
                    picked[answer].add(row.person_id)
            if row.conflicts and self._taken:
                taken |= {(row.person_id, each.field) for each in row.conflicts if self.takes(row, each)}
        return Choices(
            left_out=frozenset(picked[Answer.OUT]),
            left_out_events=frozenset(events),
            new=frozenset(picked[Answer.NEW]),
            same=frozenset(picked[Answer.SAME]),
            own=frozenset(picked[Answer.YOU]),
            taken=frozenset(taken),
            without_mail=frozenset(mail),
            with_text=self.with_text,
        )
