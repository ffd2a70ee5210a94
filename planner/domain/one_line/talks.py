"""Conversations and plans: with whom, when, how, for how long, about what, and who began."""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.domain import words
from planner.domain.channels import Channel, ReachedOut
from planner.domain.one_line.due import said
from planner.domain.one_line.language import Reaches, Way
from planner.domain.one_line.logged import channel_choices, reached_out_words
from planner.domain.one_line.moments import Moment, Tense, moment
from planner.domain.one_line.reading import Reading
from planner.domain.one_line.rows import Choice, Kind, Row, RowKind, Statement
from planner.domain.one_line.text import Line, Span
from planner.domain.one_line.topics import Topic, topic_of
from planner.domain.one_line.who import Context, before, rows_of

_LONGEST_WAY = 3
_DIVIDING = frozenset({"-", ",", "/"})
_LENGTHS = (15, 30, 45, 60, 90)
"""Lengths in minutes that are offered in place of another."""


@dataclass(slots=True, kw_only=True)
class Parts:
    """What the words of a clause outside its topic are."""

    reading: Reading
    line: Line
    topic: Topic | None
    tags: list[range] = field(default_factory=list)
    urgent: int | None = None
    people: list[int] = field(default_factory=list)
    pronouns: list[int] = field(default_factory=list)
    ways: list[tuple[range, Way]] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def plain(self, place: int) -> str:
        """An item, '' outside the clause."""
        return self.line.items[place].plain if 0 <= place < len(self.line) else ""


def talk(context: Context, clause: Line, tense: Tense = Tense.OPEN) -> Statement | None:
    """The conversation or plan that a clause tells, or None."""
    parts = sorted_out(context.reading, clause)
    if parts is None:
        return None
    people, follows = _with_whom(context, parts, tense)
    if not people or not _says_something(parts, tense):
        return None
    main = main_way(parts)
    when = moment(parts.reading, parts.line, _day_and_time(parts), _tense(parts, tense), main)
    rows = [*people, when.row, channel_row(parts, main)]
    rows += _minutes(parts)
    if when.kind is Kind.CONVERSATION:
        rows += _reached_out(parts)
    rows += [*_topics(parts), *_place(parts)]
    return Statement(kind=when.kind, rows=tuple(rows), follows=follows)


def sorted_out(reading: Reading, line: Line, beside: range = range(0)) -> Parts | None:
    """Every item in its place, but for those `beside`; None where the words say that nothing happened."""
    parts = Parts(reading=reading, line=line, topic=topic_of(reading, line), used=set(beside))
    if parts.topic:
        parts.used |= set(parts.topic.phrase)
    talks, place = reading.language.talks, 0
    while place < len(line):
        if place in parts.used:
            place += 1
            continue
        plain = line.items[place].plain
        if plain in talks.negated:
            return None
        place = _take(parts, place, plain)
    return parts


def _take(parts: Parts, place: int, plain: str) -> int:
    """Note what an item is; the place behind it."""
    reading = parts.reading
    if plain == "#" and place + 1 < len(parts.line):
        parts.tags.append(range(place + 1, place + 2))
        parts.used |= {place, place + 1}
        return place + 2
    for found, kept in (
        (reading.mention(plain), parts.people),
        (reading.day(plain), parts.days),
        (reading.time(plain), parts.times),
        (reading.length(plain), parts.lengths),
    ):
        if found:
            kept.append(place)
            parts.used.add(place)
            if kept is parts.days and parts.plain(place - 1) == "!":
                parts.urgent = place
            return place + 1
    for count in range(_LONGEST_WAY, 0, -1):
        word = " ".join(parts.plain(each) for each in range(place, place + count))
        way = reading.language.talks.ways.get(word)
        if way is not None:
            parts.ways.append((range(place, place + count), way))
            parts.used |= set(range(place, place + count))
            return place + count
    if plain in reading.language.people.they:
        parts.pronouns.append(place)
    return place + 1


def _says_something(parts: Parts, tense: Tense) -> bool:
    """Whether there is more than a name: that alone is somebody to look up, not something to write down."""
    strong = parts.topic is not None and parts.topic.is_sure
    said_when = parts.days or parts.times or parts.lengths
    return bool(parts.ways or said_when or parts.tags or strong or tense is Tense.AHEAD)


# People


def _with_whom(context: Context, parts: Parts, tense: Tense) -> tuple[list[Row], int | None]:
    others = [place for place in parts.people if parts.plain(place + 1) != "'s"]
    named = rows_of(parts.reading, parts.line, others or parts.people)
    if named:
        return named, None
    if parts.topic and not parts.pronouns and (about := _people_in(parts, parts.topic.places)):
        return about, None
    if parts.pronouns and parts.ways and context.statements:
        place = parts.pronouns[0]
        return before(context, parts.plain(place), parts.line.span(range(place, place + 1)))
    if tense is Tense.AHEAD and parts.ways and (parts.days or parts.times) and context.statements:
        return before(context, "we", None)  # 'Lunch with Ana; let's meet again on Friday'
    return [], None


def _people_in(parts: Parts, places: range) -> list[Row]:
    """Who is named in a topic, where nobody else is: 'Call about Ana' is with nobody."""
    links = parts.reading.language.talks.with_
    return rows_of(parts.reading, parts.line, (each for each in places if parts.plain(each - 1) in links))


# When


def _tense(parts: Parts, tense: Tense) -> Tense:
    if tense is not Tense.OPEN:
        return tense
    if parts.urgent is not None or (parts.days and all(_repeats(parts, each) for each in parts.days)):
        return Tense.AHEAD
    talks = parts.reading.language.talks
    verbs = [(places, way) for places, way in parts.ways if way.tense]
    if any(way.tense == "past" for _, way in verbs):
        return Tense.PAST
    outside = [item.plain for place, item in enumerate(parts.line.items) if place not in parts.used]
    if any(plain in talks.future for plain in outside):
        return Tense.AHEAD
    if any(plain in talks.past for plain in outside):
        return Tense.PAST
    if any(way.tense == "ahead" or _is_verb(parts, places, way) for places, way in parts.ways):
        return Tense.AHEAD
    return Tense.OPEN


def _is_verb(parts: Parts, places: range, way: Way) -> bool:
    """Whether a word that can be a noun too is a verb: 'Call Ana', 'speak to Ana', 'I see Ana'."""
    following = parts.plain(places.stop)
    if (
        way.weight == 1
        and way.tense == ""
        and places.start == 0
        and following in parts.reading.language.talks.to
    ):
        return True  # 'Talk to Ana'
    is_person = bool(following) and parts.reading.mention(following) is not None
    if way.tense == "base":
        return is_person or following in parts.reading.language.talks.to | parts.reading.language.talks.with_
    return way.reaches is not Reaches.NOBODY and way.tense == "" and is_person and places.start == 0


def _repeats(parts: Parts, place: int) -> bool:
    found = parts.reading.day(parts.plain(place))
    return found is not None and found.meaning.repeats


def _day_and_time(parts: Parts) -> Moment:
    once = [place for place in parts.days if not _repeats(parts, place)]
    day = parts.urgent if parts.urgent is not None else next(iter(once or parts.days), None)
    return Moment(day=day, time=parts.times[0] if parts.times else None)


# How


def main_way(parts: Parts) -> tuple[range, Way] | None:
    """The word that says most about the way; of two alike the first."""
    return max(parts.ways, key=lambda each: each[1].weight, default=None)


def channel_row(parts: Parts, main: tuple[range, Way] | None) -> Row:
    """How one talked, from the main word for it."""
    if main is None:
        return Row(
            kind=RowKind.CHANNEL,
            value=Channel.IN_PERSON,
            words="In person",
            guess="it is not said how",
            choices=channel_choices(Channel.IN_PERSON),
        )
    places, way = main
    named = way.channel.value
    return Row(
        kind=RowKind.CHANNEL,
        value=way.channel,
        words=f"{named.capitalize()}{_label(parts, places, way)}",
        guess="it is not said how" if way.weight == 1 else "",
        spans=(parts.line.span(places),),
        choices=channel_choices(way.channel),
    )


def _label(parts: Parts, places: range, way: Way) -> str:
    """', lunch': the word itself, where it says more than the channel does."""
    if way.tense or way.weight == 1 or way.channel is Channel.CALL:
        return ""
    typed = parts.line.said(places)
    if typed.casefold() in way.channel.value or typed.casefold().startswith(way.channel.value):
        return ""
    is_name = parts.reading.language.nouns_are_capital or way.channel is Channel.VIDEO
    return f", {typed if is_name else typed.casefold()}"


def _minutes(parts: Parts) -> list[Row]:
    if parts.lengths:
        place = parts.lengths[0]
        found = parts.reading.length(parts.plain(place))
        assert found is not None
        return [_length(found.minutes, found.guess, parts.line.span(range(place, place + 1)))]
    if parts.times:
        place = parts.times[0]
        clock = parts.reading.time(parts.plain(place))
        if clock and clock.minutes:
            return [_length(clock.minutes, clock.guess, parts.line.span(range(place, place + 1)))]
    return []


def _length(minutes: int, guess: str, span: Span) -> Row:
    return Row(kind=RowKind.MINUTES, value=minutes, words=words.length(minutes), guess=guess, spans=(span,))


# Who began


def _reached_out(parts: Parts) -> list[Row]:
    found = _who_began(parts)
    if found is None:
        return []
    who, places = found
    return [
        Row(
            kind=RowKind.REACHED_OUT,
            value=who,
            words=reached_out_words(who),
            spans=(parts.line.span(places),),
            choices=tuple(
                Choice(each, reached_out_words(each)) for each in (*ReachedOut, None) if each is not who
            ),
        )
    ]


def _who_began(parts: Parts) -> tuple[ReachedOut, range] | None:
    for places, way in parts.ways:
        who = _beginner(parts, places, way)
        if who is not None:
            return who, places
    return None


def _beginner(parts: Parts, places: range, way: Way) -> ReachedOut | None:
    people, talks = parts.reading.language.people, parts.reading.language.talks
    link = parts.plain(places.stop)
    if link in talks.from_ and _is_person(parts, places.stop + 1):
        return ReachedOut.THEY
    if way.reaches is Reaches.NOBODY:
        return None
    if way.tense == "":
        if link in talks.to and _is_person(parts, places.stop + 1):
            return ReachedOut.YOU
        owner = parts.plain(places.start - 1) == "'s" and _is_person(parts, places.start - 2)
        return ReachedOut.THEY if owner else None
    plain = [parts.plain(place) for place in range(len(parts.line))]
    if any(word in people.my_object.split("|") for word in plain):
        return ReachedOut.THEY
    if any(word in people.me.split("|") for word in plain[: places.stop]):
        return ReachedOut.YOU
    first = min((*parts.people, *parts.pronouns), default=None)
    if first is None:
        return None
    if way.reaches is Reaches.MINE:
        return ReachedOut.THEY if parts.plain(first + 1) in people.after else ReachedOut.YOU
    return ReachedOut.THEY if first < places.start else ReachedOut.YOU


def _is_person(parts: Parts, place: int) -> bool:
    plain = parts.plain(place)
    return bool(plain) and (
        parts.reading.mention(plain) is not None or plain in parts.reading.language.people.they
    )


# About what, and where


def _topics(parts: Parts) -> list[Row]:
    if parts.topic is not None:
        text = said(parts.line, [parts.topic.places])
        span = parts.line.span(parts.topic.places)
        guess = "" if parts.topic.is_sure else "what follows is read as the topic"
        return [Row(kind=RowKind.TOPIC, value=text, words=text, guess=guess, spans=(span,))]
    if parts.tags:
        text = ", ".join(parts.line.said(each) for each in parts.tags)
        spans = tuple(parts.line.span(range(each.start - 1, each.stop)) for each in parts.tags)
        return [Row(kind=RowKind.TOPIC, value=text, words=text, spans=spans)]
    left = _left_over(parts) or _between_signs(parts)
    if not left:
        return []
    text = said(parts.line, [left])
    guess = "the words left over are read as the topic"
    return [Row(kind=RowKind.TOPIC, value=text, words=text, guess=guess, spans=(parts.line.span(left),))]


def _left_over(parts: Parts) -> range:
    """The words at the end that nothing else was made of."""
    language = parts.reading.language
    small = language.talks.filler | language.talks.past | language.days.links | language.people.and_
    stop = len(parts.line)
    while stop and not parts.plain(stop - 1)[:1].isalnum() and stop - 1 not in parts.used:
        stop -= 1
    start = stop
    while start and start - 1 not in parts.used:
        start -= 1
    while start < stop and (parts.plain(start) in small or not parts.plain(start)[:1].isalnum()):
        start += 1
    if all(parts.plain(place) in small for place in range(start, stop)):
        return range(0)
    at = next((place for place in range(start, stop) if parts.plain(place) in language.talks.at), None)
    if start and parts.plain(start - 1) in language.talks.at:
        return range(0)
    return range(start, at) if at is not None and at > start else range(start, stop)


def _between_signs(parts: Parts) -> range:
    """'Lunch with Ana – Q3 budget – yesterday': words between signs that nothing else was made of."""
    talks, small = parts.reading.language.talks, parts.reading.language.talks.filler
    for place in range(1, len(parts.line)):
        if parts.plain(place - 1) not in _DIVIDING or parts.plain(place) in talks.at:
            continue
        stop = place
        while stop < len(parts.line) and stop not in parts.used and parts.plain(stop)[:1].isalnum():
            stop += 1
        run = range(place, stop)
        if parts.plain(stop) in _DIVIDING and any(parts.plain(each) not in small for each in run):
            return run
    return range(0)


def _place(parts: Parts) -> list[Row]:
    """'at Café Central', 'in Zurich': where one met."""
    talks = parts.reading.language.talks
    for place in range(len(parts.line) - 1):
        if place in parts.used or parts.plain(place) not in talks.at:
            continue
        stop = place + 1
        while stop < len(parts.line) and stop not in parts.used and parts.plain(stop)[:1].isalnum():
            stop += 1
        while stop > place + 1 and parts.plain(stop - 1) in parts.reading.language.days.links:
            stop -= 1
        run = range(place + 1, stop)
        if any(stop == places.start for places, _ in parts.ways):
            continue
        if run and any(parts.line.word(each).text[:1].isupper() for each in run):
            text = said(parts.line, [run])
            return [Row(kind=RowKind.PLACE, value=text, words=text, spans=(parts.line.span(run),))]
    return []
