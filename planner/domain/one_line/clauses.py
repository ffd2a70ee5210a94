"""Divides a line into the sentences it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.one_line.reading import Reading
from planner.domain.one_line.sayings import begins_sentence, said_in, without_end
from planner.domain.one_line.text import Line

_SEPARATORS = frozenset({";", "•", "|"})
_ENDS = frozenset({".", "!", "?"})


def clauses(reading: Reading) -> list[Line]:
    """The sentences of a line: divided by ';', by a point, by a new line, and by 'and' or ',' where what
    follows is a sentence of its own.
    """
    return [
        part
        for places in _hard(reading)
        for part in _soft(reading, reading.line.part(places))
        if any(item.plain not in _ENDS for item in part.items)
    ]


def _hard(reading: Reading) -> Iterator[range]:
    line, start = reading.line, 0
    for place in range(len(line)):
        if place < start:
            continue
        if place > start and "\n" in _gap(line, place):
            yield range(start, place)
            start = place
        if line.items[place].plain in _SEPARATORS or _ends(reading, place):
            if place > start:
                yield range(start, place)
            start = place + 1
    if start < len(line):
        yield range(start, len(line))


def _gap(line: Line, place: int) -> str:
    return line.text[line.words[line.items[place].first - 1].end : line.word(place).start]


def _ends(reading: Reading, place: int) -> bool:
    """Whether a point, or a mark like it, ends a sentence here."""
    line = reading.line
    if line.items[place].plain not in _ENDS or place == 0:
        return False
    if place + 1 == len(line):
        return True
    if not _gap(line, place + 1):
        return False
    before, after = line.items[place - 1].plain, line.items[place + 1].plain
    if reading.day(before) and (reading.time(after) or reading.length(after)):
        return False
    if line.items[place].plain == "." and (
        before in reading.language.abbreviations
        or (len(before) == 1 and before.isalpha() and before.isascii())
    ):
        return False
    return not line.word(place + 1).text[:1].islower()


def _soft(reading: Reading, line: Line) -> Iterator[Line]:
    """Divide at words like 'and' where a whole sentence follows."""
    start = 0
    whole_rest = any(True for _ in said_in(without_end(line), reading.language, "rests"))
    for place in range(1, 0 if whole_rest else len(line) - 1):
        if line.items[place].plain in reading.language.joins and _is_more_than_names(
            reading, line, start, place
        ):
            rest = line.part(range(place + 1, len(line)))
            if begins_sentence(rest, reading.language):
                yield line.part(range(start, place))
                start = place + 1
    yield line.part(range(start, len(line)))


def _is_more_than_names(reading: Reading, line: Line, start: int, stop: int) -> bool:
    """Whether 'and' stands behind more than a row of names: 'Ana and Luca will …' is one sentence."""
    return any(
        reading.mention(item.plain) is None and item.plain not in reading.language.people.and_ | {","}
        for item in line.items[start:stop]
    )
