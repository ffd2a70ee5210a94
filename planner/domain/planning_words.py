"""What a suggested plan says for itself: a sentence for each pick, and why not others (SCIENCE 4.6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain import words
from planner.domain.channels import Channel
from planner.domain.names import first_name
from planner.domain.planning import LEAST_GAIN, Choice, Instance, Option, PlanDay
from planner.domain.planning_places import placed
from planner.domain.planning_value import Candidate, overdue_days, overdue_days_after, silent_chances

_BEGIN = {
    Channel.IN_PERSON: "Meet",
    Channel.VIDEO: "Video call with",
    Channel.CALL: "Call",
    Channel.MESSAGE: "Write to",
}


def sentence(candidate: Candidate, option: Option, today: date) -> str:
    """Why this conversation: the facts, what to expect without it and with it, and on how much that rests."""
    begin = f"{_BEGIN[option.channel]} {candidate.name} on {words.day_words(option.day, today)}"
    parts = [f"{begin} ({option.minutes} min): {_facts(candidate)}{_forecast(candidate, option, today)}."]
    parts += [each for each in (_birthday(candidate, option), candidate.reason) if each]
    evidence = words.count(candidate.conversations, "conversation")
    return " ".join([*parts, f"Evidence: {evidence}."])


def brief(candidate: Candidate, option: Option, today: date) -> str:
    """The one sentence of a card, which shows whom, when and how itself: a fact, then what it is good for.

    What you owe comes before everything else.
    """
    if candidate.yours_due and candidate.reason:
        return candidate.reason
    ago = words.count(candidate.days_since + candidate.paused_days, "day")
    said = f"{ago} since you spoke" if candidate.spoken else f"Added {ago} ago, not spoken yet"
    if candidate.rhythm_days is not None:
        said += f", rhythm {candidate.rhythm_days}"
    before, after = _before_and_after(candidate, option, today)
    if before > after:
        late = words.count(before, "overdue day")
        return f"{said}; this cuts {late} to {after}." if after else f"{said}; this spares {late}."
    return _birthday(candidate, option) or f"{said}."


def gap_words(gap: float) -> str:
    """How good a plan is proven to be: 0.02 is at most 2 % below the best possible."""
    return "proven the best possible" if gap < 0.001 else f"at most {gap:.1%} below the best possible"


def _facts(candidate: Candidate) -> str:
    ago = words.count(candidate.days_since + candidate.paused_days, "day")
    since = f"last conversation {ago} ago" if candidate.spoken else f"added {ago} ago, not spoken yet"
    rest = f", {candidate.paused_days} of them at rest" if candidate.paused_days else ""
    if candidate.rhythm_days is None:
        return f"{since}{rest}, no rhythm yet"
    return f"{since}{rest}, rhythm {words.count(candidate.rhythm_days, 'day')}"


def _forecast(candidate: Candidate, option: Option, today: date) -> str:
    """Days in the next four weeks; nothing where none is expected to be overdue."""
    before, after = _before_and_after(candidate, option, today)
    if before <= after:
        return ""
    expected = words.count(before, "overdue day")
    return f"; if nothing happens, expect {expected} in the next four weeks, this cuts it to {after}"


def _before_and_after(candidate: Candidate, option: Option, today: date) -> tuple[int, int]:
    """Whole overdue days to expect in the next four weeks if nothing happens, and with this conversation."""
    silent = silent_chances(candidate)
    ahead = (option.day - today).days
    after = overdue_days_after(candidate, silent, ahead, option.channel)
    return round(overdue_days(candidate, silent)), round(after)


def _birthday(candidate: Candidate, option: Option) -> str:
    if candidate.birthday != (option.day.month, option.day.day):
        return ""
    return f"{words.long_weekday(option.day)} is {first_name(candidate.name)}'s birthday."


def why_left_out(
    instance: Instance, choices: Sequence[Choice], candidate: Candidate, names: dict[int, str]
) -> str:
    """The smallest single change that would make room: minutes, or the place of somebody else."""
    mine = [each for each in instance.allowed() if each.person_id == candidate.person_id]
    if candidate.person_id in instance.rejected:
        return "You took this one out."
    if not mine:
        return _impossible(instance, candidate)
    days = {each.day: each for each in instance.days}
    short, option = min(
        ((_short(days[each.day], choices, each), each) for each in mine),
        key=lambda pair: (pair[0], -pair[1].value, pair[1].day),
    )
    weekday = words.long_weekday(option.day)
    need = f"Needs {short} more minutes on {weekday}" if short else f"Needs a free stretch on {weekday}"
    other = _displaced(days, choices, mine, instance.deep_talks_a_day)
    if other is None:
        return f"{need}."
    theirs, own = other
    name = first_name(names.get(theirs.person_id, ""))
    return (
        f"{need}, or {name}'s place: this is worth {own.value:.1f} overdue days, {name}'s {theirs.value:.1f}."
    )


def _impossible(instance: Instance, candidate: Candidate) -> str:
    if not any(each.free_minutes >= 5 for each in instance.days):
        return "No time that you set aside is left on these days."
    if all(any(pause.covers(day.day) for pause in candidate.away) for day in instance.days):
        return "Is away on all of these days."
    if candidate.rhythm_days is None:
        return "Has no rhythm yet, and nothing promised falls due."
    if candidate.days_since > candidate.rhythm_days:
        ago = words.count(candidate.days_since + candidate.paused_days, "day")
        return f"After {ago}, what is possible on these days would not be enough."
    if overdue_days(candidate, silent_chances(candidate)) >= LEAST_GAIN:
        return "Can wait: on these days less than half an overdue day would be avoided."
    return "Is not expected to be overdue in the next four weeks."


def _short(day: PlanDay, choices: Sequence[Choice], option: Option) -> int:
    """How many minutes are missing on the day."""
    used = sum(each.option.minutes for each in choices if each.option.day == day.day)
    return max(0, used + option.minutes - day.free_minutes)


def _displaced(
    days: dict[date, PlanDay], choices: Sequence[Choice], mine: Sequence[Option], deep_talks: int | None
) -> tuple[Option, Option] | None:
    """The pick whose place costs least, and what would take it; None where one place is not enough."""
    found: list[tuple[Option, Option]] = []
    for theirs in (each.option for each in choices):
        here = [each.option for each in choices if each.option.day == theirs.day]
        rest = [each for each in here if each is not theirs]
        found += [
            (theirs, own)
            for own in mine
            if own.day == theirs.day and placed(days[own.day], [*rest, own], deep_talks) is not None
        ]
    return min(found, key=lambda each: (each[0].value - each[1].value, each[0].person_id), default=None)


def cost_of(name: str, loss: float, leaving: Sequence[str]) -> str:
    """What choosing somebody after all would cost, found by solving again."""
    who = f"{first_name(name)} would take the place of {_row(leaving)}" if leaving else first_name(name)
    if loss < 0.05:
        return f"{who}; the plan would be as good." if leaving else f"{who} fits as well."
    days = f"{loss:.1f} overdue days"
    return f"{who}; the plan would avoid {days} less." if leaving else f"With {who}, {days} less are avoided."


def _row(names: Sequence[str]) -> str:
    called = [first_name(each) for each in names]
    return called[0] if len(called) == 1 else f"{', '.join(called[:-1])} and {called[-1]}"


def cannot_keep(name: str, minutes: int, day: date) -> str:
    """A promise of yours for which there is no room."""
    return (
        f"The promise to {name} cannot be kept unless {minutes} min are freed on {words.long_weekday(day)}."
    )
