"""What could not be read of a file, in sentences, and never more of them than a person can look through."""

from __future__ import annotations

from planner.exchange.drafts import Problem
from planner.exchange.text import one_line

MOST_PROBLEMS = 1_000
_MOST_QUOTED = 60


class ProblemList:
    """Problems in the order of the file; past the thousandth they are only counted."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._uncounted = 0

    def add(self, line: int, words: str) -> None:
        """Note one sentence about the line that begins at `line`."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(line=line, words=words))
        else:
            self._uncounted += 1

    def all(self) -> tuple[Problem, ...]:
        """The problems in the order of their lines, then how many more there are."""
        ordered = sorted(self._problems, key=lambda each: each.line)
        if self._uncounted:
            words = f"There are {self._uncounted:,} more such places in this file."
            ordered.append(Problem(line=0, words=words))
        return tuple(ordered)


def quoted(text: str) -> str:
    """The text in quotation marks, cut short where it is long."""
    plain = one_line(text)
    return f"“{plain}”" if len(plain) <= _MOST_QUOTED else f"“{plain[:_MOST_QUOTED].rstrip()} …”"
