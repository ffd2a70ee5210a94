"""The sentences of a meeting brief: what somebody wants, what happened last, what is little known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time

from planner.domain import words
from planner.domain.channels import Channel, ReachedOut
from planner.domain.names import first_name, who
from planner.domain.reasons import promised

_OWNERS = ("Her", "His", "My", "Our", "Your", "Their")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s")
"""Behind a word: no initial, title or number."""
_ELEVEN_AND_ON = {11: "eleven", 12: "twelve"}


def wish(name: str, wanted: str) -> str:
    """'Beatrix wants a resilience story.': what success looks like to somebody, as a sentence."""
    inner = promised(wanted)
    if inner.startswith("“"):
        return ended(wanted)
    return ended(f"{first_name(name)} wants {inner}")


def caring(name: str, learned: str) -> str:
    """'Camille cares about: That nobody waits outside a closed door.'"""
    return f"{first_name(name)} cares about: {ended(learned)}"


def pressed(name: str, learned: str) -> str:
    """'Jasper is under pressure: Nights after the outage.'"""
    return f"{first_name(name)} is under pressure: {ended(learned)}"


def ended(sentence: str) -> str:
    """A sentence with its full stop, unless it ends in a mark of its own."""
    bare = sentence.strip()
    return bare if not bare or bare[-1] in ".?!…”)" else f"{bare}."


def age(days: int) -> str:
    """'eleven months old', 'two years old', for something learned at least a month ago."""
    months = max(1, round(days / 30.44))
    if months < 24:
        number = _ELEVEN_AND_ON.get(months) or words.small(months)
        return f"{number} {'month' if months == 1 else 'months'} old"
    return f"{words.small(months // 12)} years old"


def due(due_on: date | None, today: date) -> str:
    """'today', 'tomorrow', 'by 30 September', 'due 4 September and still open', 'no day given'."""
    if due_on is None:
        return "no day given"
    days = (due_on - today).days
    if days < 0:
        return f"due {words.long_day(due_on, today)} and still open"
    return {0: "today", 1: "tomorrow"}.get(days, f"by {words.long_day(due_on, today)}")


def talked(
    channel: Channel, reached_out: ReachedOut | None, topic: str, place: str, name: str, pronouns: str
) -> str:
    """How a conversation began, in a few words: 'She rang', 'You wrote', 'Lunch, Rotterdam', 'Met'."""
    subject = ""
    if reached_out is not None:
        subject = "You" if reached_out is ReachedOut.YOU else begun(who(name, pronouns))
    verb = {Channel.CALL: "rang", Channel.MESSAGE: "wrote"}.get(channel, "")
    if subject and verb:
        return f"{subject} {verb}"
    met = {Channel.CALL: "Call", Channel.MESSAGE: "Message", Channel.VIDEO: "Video call"}.get(channel, "Met")
    return ", ".join(filter(None, (_first_sentence(topic) or met, place.strip())))


def _first_sentence(topic: str) -> str:
    """A topic up to its first full stop."""
    return _SENTENCE_END.split(topic.strip(), maxsplit=1)[0].rstrip(".")


def whose(name: str, pronouns: str) -> str:
    """'Her', 'His' or 'Ana's'."""
    return {"she": "Her", "he": "His"}.get(who(name, pronouns), f"{first_name(name)}’s")


def promise_ended(whose: str, what: str, days_late: int | None, outcome: str) -> str:
    """'Your promise kept three days early: The outage timeline.'"""
    if outcome == "broken":
        how = "not kept"
    elif days_late:
        number = words.small_count(abs(days_late), "day")
        how = f"kept {number} {'early' if days_late < 0 else 'late'}"
    else:
        how = "kept"
    return ended(f"{whose} promise {how}: {what}")


def hours(starts: time | None, minutes: int) -> str:
    """'09:30 to 10:30', or 'time open, 30 min'."""
    if starts is None:
        return f"time open, {words.length(minutes)}"
    end = starts.hour * 60 + starts.minute + minutes
    return f"{starts:%H:%M} to {end // 60 % 24:02d}:{end % 60:02d}"


def where(place: str, channel: Channel) -> tuple[str, str]:
    """What follows the hours, and the line below: ('her office', 'Limmathof 4, Zurich'), ('call', '')."""
    near, _, rest = place.strip().partition(",")
    first = near.split(" ", 1)[0]
    if first in _OWNERS:
        return near[:1].lower() + near[1:], rest.strip()
    return channel.value, place.strip()


def listed(parts: Iterable[str]) -> str:
    """Several facts in a row, each a sentence."""
    return " ".join(ended(each) for each in parts if each.strip())


def begun(word: str) -> str:
    """With a capital, to begin a sentence."""
    return word[:1].upper() + word[1:]
