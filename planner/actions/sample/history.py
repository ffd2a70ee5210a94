"""The sample's conversations over fourteen months, drawn from a rhythm; the same at every run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from planner.actions.sample.recipe import Member, Recipe, Told
from planner.domain.channels import Channel

DAYS_BACK = 420
_THEY_REACH_OUT = 0.38
_STRIP_INTERVALS = 6
_SLACK = 0.08

# Cumulative shares of in person, call and message; the rest are events.
_CHANNEL_SHARES = {"team": (0.45, 0.90, 1.0), "customers": (0.35, 0.68, 0.88), "board": (0.35, 0.68, 0.88)}
_OTHER_SHARES = (0.32, 0.66, 0.90)
_MINUTES = {
    Channel.IN_PERSON: (30, 45, 60, 60, 75),
    Channel.CALL: (15, 20, 30, 30, 45),
    Channel.VIDEO: (30, 30, 45, 60),
    Channel.MESSAGE: (5, 10, 10),
    Channel.EVENT: (60, 90, 120),
}


class Chance:
    """Marsaglia's 32-bit xorshift: small, and the same on every machine and Python."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * 2654435761) & 0xFFFFFFFF or 1

    def __call__(self) -> float:
        """The next number, 0 to below 1."""
        state = self._state
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        self._state = state
        return state / 4294967296

    def choose(self, options: list[str] | tuple[int, ...]) -> str | int:
        """One of the options, each as likely."""
        return options[int(self() * len(options))]


def conversations_with(member: Member, recipe: Recipe) -> list[Told]:
    """Everything talked about with one person before the sample's week, newest first."""
    told = [each for each in recipe.stories if each.people == (member.key,)]
    return told or list(_drawn(member, recipe))


def _drawn(member: Member, recipe: Recipe) -> Iterator[Told]:
    chance = Chance(member.seed * 13 + 5)
    for number, (ago, reached_out, channel) in enumerate(_touches(member)):
        newest = number == 0
        if channel is Channel.CALL and number % 3 == 2:
            channel = Channel.VIDEO
        noted = newest or chance() < 0.2
        yield Told(
            people=(member.key,),
            day=-(ago if newest else _on_a_weekday(ago, member)),
            channel=channel,
            starts=_starts(channel, chance),
            minutes=int(chance.choose(_MINUTES[channel])),
            topic=_topic(member, recipe, number, chance),
            reached_out=reached_out,
            notes=(member.notes if newest else str(chance.choose(recipe.notes[member.layer])))
            if noted
            else "",
        )


def _touches(member: Member) -> Iterator[tuple[int, str, Channel]]:
    """(days ago, who reached out, channel), newest first; a missed interval leaves a gap of nearly two, and
    before the `earlier` ones nobody spoke for long."""
    chance = Chance(member.seed * 7 + 3)
    for _ in range(9):
        chance()
    ago, number = member.last, 0
    shares = _CHANNEL_SHARES.get(member.layer, _OTHER_SHARES)
    while ago < DAYS_BACK:
        reached_out = "they" if chance() < _THEY_REACH_OUT else "you"
        yield ago, reached_out, _channel(chance(), shares)
        number += 1
        stretch = 1.75 + 0.3 * chance() if number in member.missed else 0.62 + 0.5 * chance()
        ago += max(2, int(member.rhythm * stretch + 0.5))
    for ago in sorted(member.earlier):
        yield ago, "you", Channel.IN_PERSON


def _channel(drawn: float, shares: tuple[float, float, float]) -> Channel:
    for channel, share in zip((Channel.IN_PERSON, Channel.CALL, Channel.MESSAGE), shares, strict=True):
        if drawn < share:
            return channel
    return Channel.EVENT


def _on_a_weekday(ago: int, member: Member) -> int:
    """The nearest working day, where that leaves the cadence strip as it was."""
    moves = {2: (-1, 2), 3: (1, -2)}.get(ago % 7, ())
    for moved in (ago + each for each in moves):
        if moved > member.last and _bar(moved, member) == _bar(ago, member):
            return moved
    return ago


def _bar(ago: int, member: Member) -> int:
    """Which interval of the cadence strip a conversation falls in; all that are older count as one."""
    bar = (ago - member.last - member.rhythm * _SLACK) // member.rhythm
    return int(min(bar, _STRIP_INTERVALS))


def _starts(channel: Channel, chance: Chance) -> time:
    first, quarters = (17, 8) if channel is Channel.EVENT else (9, 30)
    quarter = int(chance() * quarters)
    return time(first + quarter // 4, quarter % 4 * 15)


def _topic(member: Member, recipe: Recipe, number: int, chance: Chance) -> str:
    if number == 0:
        return member.topic
    if number <= len(member.topics):
        return member.topics[number - 1]
    topic = str(chance.choose(recipe.topics[member.layer]))
    return topic if chance() < 0.8 else ""
