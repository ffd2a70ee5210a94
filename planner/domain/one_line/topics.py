"""What a conversation was about, and the rest of its words."""

from __future__ import annotations

from typing import NamedTuple

from planner.domain.one_line.reading import Reading
from planner.domain.one_line.text import Line

_SIGNS = frozenset({".", ",", "!", "?", ")", "(", ":", "-", ";", '"', "'", "“", "”", "„", "«", "»", "‘", "’"})
_ARTICLES = 2
"""How many small words may stand between a weak link and the word that tells whether it is one."""


class Topic(NamedTuple):
    """The items of a topic, those of the whole phrase with its link, and whether it is surely one."""

    places: range
    phrase: range
    is_sure: bool


def topic_of(reading: Reading, line: Line) -> Topic | None:
    """What follows 'about', up to a day, time, length, person or way of talking that belongs to the rest."""
    talks = reading.language.talks
    strong = next((place for place in _inside(line) if line.items[place].plain in talks.about), None)
    if strong is not None:
        return _until_rest(reading, line, strong, is_sure=True)
    weak = (place for place in _inside(line) if line.items[place].plain in talks.weakly_about)
    place = next((each for each in weak if _is_link(reading, line, each)), None)
    return _until_rest(reading, line, place, is_sure=line.items[place].plain != ":") if place else None


def _inside(line: Line) -> range:
    return range(len(line) - 1)


def _is_link(reading: Reading, line: Line, place: int) -> bool:
    """Whether 'for' or 'on' begins a topic: not before a day, a person, 'the phone' or 'Zoom'."""
    talks, links = reading.language.talks, reading.language.days.links
    if place == 0:
        return False
    following = place + 1
    while following < min(len(line) - 1, place + _ARTICLES) and line.items[following].plain in links:
        following += 1
    plain = line.items[following].plain
    if (
        plain in talks.not_about
        or plain in talks.ways
        or plain in _SIGNS
        or plain in reading.language.people.they
    ):
        return False
    if plain.isdecimal() and (following + 1 == len(line) or _is_month(reading, line, following + 1)):
        return False
    return not _is_mark(reading, plain)


def _is_month(reading: Reading, line: Line, place: int) -> bool:
    """Whether a month stands here: with a number before it a day that the calendar does not have."""
    return any(line.items[place].plain in each.split("|") for each in reading.language.days.months)


def _is_mark(reading: Reading, plain: str) -> bool:
    return bool(reading.mention(plain) or reading.day(plain) or reading.time(plain) or reading.length(plain))


def _until_rest(reading: Reading, line: Line, link: int, *, is_sure: bool) -> Topic | None:
    start = link + 1
    while start < len(line) and line.items[start].plain in _SIGNS:
        start += 1
    stop = _before_people(reading, line, start, link)
    stop = _before_tokens(line, start, stop)
    if line.items[link].plain == ":":
        stop = _before_moment(reading, line, start, stop)
    end = stop
    while True:
        shorter = _without_tail(reading, line, start, end, link)
        if shorter == end:
            break
        end = shorter
    if end <= start:
        return None
    return Topic(range(start, end), range(link, end), is_sure)


def _before_people(reading: Reading, line: Line, start: int, link: int) -> int:
    """Where 'with Ana' begins behind a topic, where nobody is named before it."""
    if any(reading.mention(line.items[place].plain) for place in range(link)):
        return len(line)
    for place in range(start, len(line) - 1):
        if line.items[place].plain in reading.language.talks.with_ and reading.mention(
            line.items[place + 1].plain
        ):
            return place
    return len(line)


def _before_moment(reading: Reading, line: Line, start: int, stop: int) -> int:
    """'Ana: committee 14 Sep, 3 decisions': behind a colon the topic ends where it is said when."""
    kinds = (reading.day, reading.time, reading.length)
    said_when = (
        place for place in range(start + 1, stop) if any(kind(line.items[place].plain) for kind in kinds)
    )
    return next(said_when, stop)


def _before_tokens(line: Line, start: int, stop: int) -> int:
    return next(
        (
            place
            for place in range(start, stop - 1)
            if line.items[place].plain in ("#", "@") or (line.items[place].plain == "!" and place + 1 < stop)
        ),
        stop,
    )


def _without_tail(reading: Reading, line: Line, start: int, end: int, link: int) -> int:
    """The topic's end without one sign, day, time, length or way of talking that was not said before."""
    last = line.items[end - 1].plain if end > start else ""
    if not last:
        return end
    if last in _SIGNS or (last in reading.language.talks.particles and end == len(line)):
        return end - 1
    before = [line.items[place].plain for place in range(link)]
    if any(
        kind(last) and not any(kind(plain) for plain in before)
        for kind in (reading.day, reading.time, reading.length)
    ):
        return _without_links(reading, line, start, end - 1)
    talks = reading.language.talks
    if last in talks.ways and not any(plain in talks.ways for plain in before):
        if reading.language.verbs_end_sentences and talks.ways[last].tense:
            return end - 1
        shorter = _without_links(reading, line, start, end - 1)
        return shorter if shorter < end - 1 else end
    return end


def _without_links(reading: Reading, line: Line, start: int, end: int) -> int:
    links = reading.language.days.links | reading.language.talks.weakly_about | {"via", "per"} | _SIGNS
    while end > start and line.items[end - 1].plain in links:
        end -= 1
    return end
