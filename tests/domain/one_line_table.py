"""The table of utterances: whom they can name, how a meaning is written down, and the files they stand in.

In a file an utterance stands at the margin; below it, indented, what it means, a line for each statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from planner.domain.one_line import tables_of
from planner.domain.one_line.names import Group, Known, NameIndex
from planner.domain.one_line.rows import Kind, Row, RowKind, Statement, Understood
from planner.domain.one_line.understanding import understand

FILES = Path(__file__).resolve().parents[1] / "data" / "one_line"
NOW = datetime(2026, 9, 15, 10, 0, tzinfo=UTC)
"""A Tuesday."""

_PEOPLE = """
Ana Ferreira she/her, Luca Steiner he/him, Beatrix Keller she/her, Tobias Lindner he/him,
Maya Johansson she/her, May Chen she/her, Will Hunter he/him, June Park she/her, Mei-Ling Zhao she/her,
Katarzyna Wolska she/her, Pieter van Rijn he/him, Jan de Vries he/him, Tomás Herrera he/him,
Sofie Brandt she/her, Augusta Lind she/her, Mark Stone he/him, Daniel Meier he/him, Daniel Okoro he/him,
Edmund Hartley he/him, March Rivera ?, Sunday Adeyemi he/him, Robert Marsh he/him, Ernst Koch he/him
"""


def _known() -> Iterator[Known]:
    for place, words in enumerate(_PEOPLE.replace("\n", " ").split(","), start=1):
        name, _, pronouns = words.strip().rpartition(" ")
        nickname = "Bob" if name == "Robert Marsh" else ""
        yield Known(place, name, nickname, pronouns.removeprefix("?"))


IDS = {person.name: person.id for person in _known()}


def _group(kind: str, identity: int, name: str, *people: str) -> Group:
    return Group(kind, identity, name, tuple(IDS[each] for each in people))


_BOARD = _group("layer", 1, "Board & shareholders", "Beatrix Keller", "Luca Steiner", "Edmund Hartley")
_TEAM = _group("layer", 2, "Own team", "Maya Johansson", "Sofie Brandt")
_BOOKING = _group("initiative", 3, "One Booking", "Ana Ferreira", "Tobias Lindner")
_LATEST = {IDS["Daniel Okoro"]: date(2026, 9, 1), IDS["Daniel Meier"]: date(2026, 8, 1)}


def names() -> NameIndex:
    """Everybody the table names, two of them called Daniel."""
    groups = (("Board & shareholders", _BOARD), ("Board", _BOARD), ("Own team", _TEAM), ("Team", _TEAM))
    return NameIndex(_known(), (*groups, ("One Booking", _BOOKING)))


NAMES = names()


def latest(people: Collection[int]) -> Mapping[int, date]:
    """You talked to Daniel Okoro last."""
    return {each: _LATEST[each] for each in people if each in _LATEST}


def meant(text: str, *codes: str, now: datetime = NOW, month_first: bool = False) -> Understood:
    """What a line means in one of these languages, both if none is named."""
    languages = [tables_of(code) for code in codes or ("en", "de")]
    return understand(text, languages, NAMES, now=now, latest=latest, month_first=month_first)


def utterances(name: str) -> list[tuple[str, list[str]]]:
    """The utterances of a file, each with what it means."""
    found: list[tuple[str, list[str]]] = []
    for line in (FILES / name).read_text("utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("# "):
            found.append((line, []))
    return found


def told(understood: Understood) -> list[str]:
    """A meaning as the table writes it: a statement a line, guesses with a question mark behind them."""
    return [_told(each) for each in understood.statements] or ["nothing"]


def _told(statement: Statement) -> str:
    people = ", ".join(_marked(row, _person(row)) for row in statement.all(RowKind.PEOPLE))
    begin = {
        Kind.CONVERSATION: f"conversation with {people}",
        Kind.PLAN: f"plan with {people}",
        Kind.COMMITMENT: f"commitment {'to' if statement.by_you else 'by'} {people}",
        Kind.UNDERSTANDING: f"understanding of {people}",
        Kind.REST: f"rest of {people}",
        Kind.ATTEMPT: f"try to reach {people}",
    }[statement.kind]
    rest = [_marked(row, _value(row)) for row in statement.rows if row.kind in _SHOWN]
    source = [statement.source] if statement.source else []
    return " | ".join([begin, *rest, *source])


_SHOWN = frozenset(RowKind) - {RowKind.PEOPLE, RowKind.BY}


def _person(row: Row) -> str:
    if not row.value:
        return f"“{row.words}”"
    return row.words if len(row.value) == 1 else f"{row.words} ({len(row.value)})"


def _value(row: Row) -> str:
    if row.kind is RowKind.WHEN:
        day, starts = row.value
        return f"{day}" + (f" {starts:%H:%M}" if starts else "")
    named = {
        RowKind.MINUTES: f"{row.value} min",
        RowKind.CHANNEL: row.words.casefold(),
        RowKind.REACHED_OUT: row.words.casefold(),
        RowKind.TOPIC: f"about {row.value}",
        RowKind.PLACE: f"at {row.value}",
        RowKind.NOTES: f"note: {row.value}",
        RowKind.COMMITMENT: f"“{row.value}”",
        RowKind.LEARNED: f"“{row.value}”",
        RowKind.DUE: f"due {row.value}",
        RowKind.UNTIL: f"until {row.value or 'further notice'}",
    }
    return named.get(row.kind, str(row.value))


def _marked(row: Row, words: str) -> str:
    return f"{words} ?" if row.is_guess else words
