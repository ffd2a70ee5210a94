"""What a suggested plan says for itself: a sentence for each pick, and why not others (SCIENCE 4.6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain import words
from planner.domain.channels import Channel
from planner.domain.names import first_name
from planner.domain.planning import Choice, Instance, Option, PlanDay
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
    if candidate.reason:
        parts.append(candidate.reason)
    evidence = words.count(candidate.conversations, "conversation")
    return " ".join([*parts, f"Evidence: {evidence}."])


def _facts(candidate: Candidate) -> str:
    ago = words.count(candidate.days_since, "day")
    since = f"last conversation {ago} ago" if candidate.spoken else f"added {ago} ago, not spoken yet"
    if candidate.rhythm_days is None:
        return f"{since}, no rhythm yet"
    return f"{since}, rhythm {words.count(candidate.rhythm_days, 'day')}"


def _forecast(candidate: Candidate, option: Option, today: date) -> str:
    """Days in the next four weeks; nothing where none is expected to be overdue."""
    silent = silent_chances(candidate)
    before = round(overdue_days(candidate, silent))
    after = round(overdue_days_after(candidate, silent, (option.day - today).days, option.channel))
    if before <= after:
        return ""
    expected = words.count(before, "overdue day")
    return f"; if nothing happens, expect {expected} in the next four weeks, this cuts it to {after}"


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
    return f"{need}, or the place of {name} ({_avoided(own)} against {_avoided(theirs)})."


def _impossible(instance: Instance, candidate: Candidate) -> str:
    if not any(each.free_minutes >= 5 for each in instance.days):
        return "No time that you set aside is left on these days."
    if candidate.rhythm_days is None:
        return "Has no rhythm yet, and nothing promised falls due."
    if overdue_days(candidate, silent_chances(candidate)) > 0:
        ago = words.count(candidate.days_since, "day")
        return f"After {ago}, what is possible on these days would not be enough."
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


def _avoided(option: Option) -> str:
    return f"{option.value:.1f}"


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
