"""Worth asking: the next question about a person, from the angle that is emptiest or oldest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.angles import Angle, Coverage

_NEXT_YEAR = "{next_year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was answered once, and when."""

    words: str
    on_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthAsking:
    """The angle to ask about and its questions, the next one first; there is always one."""

    angle: Angle
    questions: tuple[str, ...]

    @property
    def question(self) -> str:
        """The next question."""
        return self.questions[0]


def filled_in(question: str, today: date) -> str:
    """A question of the bank with the coming year in its place."""
    return question.replace(_NEXT_YEAR, str(today.year + 1))


def angles_by_need(coverages: Mapping[Angle, Coverage]) -> list[Angle]:
    """The angles, least known first: by f, then by how few facts there are, then as they are shown."""
    order = list(Angle)
    return sorted(
        coverages,
        key=lambda angle: (coverages[angle].value, coverages[angle].facts, order.index(angle)),
    )


def worth_asking(
    coverages: Mapping[Angle, Coverage], bank: Mapping[Angle, Sequence[str]], asked: Iterable[Asked]
) -> WorthAsking | None:
    """The angle in most need that has a question, new questions first, then those answered longest ago.

    `bank` holds the questions of each angle in the order in which they are to be asked. None without any.
    """
    last = {each.words: each.on_day for each in sorted(asked, key=lambda each: each.on_day)}
    for angle in angles_by_need(coverages):
        questions = tuple(dict.fromkeys(bank.get(angle, ())))
        if questions:
            ordered = sorted(questions, key=lambda question: last.get(question, date.min))
            return WorthAsking(angle=angle, questions=tuple(ordered))
    return None
