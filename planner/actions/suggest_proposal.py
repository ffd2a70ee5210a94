"""A suggested plan in full: its conversations with their times and sentences, and who is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from time import monotonic

from planner.actions.suggest_facts import LeftOut
from planner.actions.suggest_solver import solved
from planner.domain.channels import Channel
from planner.domain.errors import Cancelled
from planner.domain.planning import LENGTHS, Choice, Instance, Solution
from planner.domain.planning_places import start_times
from planner.domain.planning_value import Candidate
from planner.domain.planning_words import brief, cannot_keep, sentence, why_left_out

Progress = Callable[[float], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """One conversation that is suggested; `starts` is None for a message, which needs no time of day.

    `sentence` says everything, `brief` what a card does not show already.
    """

    person_id: int
    name: str
    day: date
    starts: time | None
    minutes: int
    channel: Channel
    sentence: str
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A suggested plan; nothing is written until it is accepted.

    `objective` and `bound` are weighted overdue days avoided, by this plan and at most by any; `gap` is the
    difference as a share of the objective. `unkept` says which promises of yours have no room, by person;
    what is said of these people says so too. `instance` and `candidates` are what it was solved from.
    """

    today: date
    chosen: tuple[Suggested, ...]
    left_out: tuple[LeftOut, ...]
    unkept: dict[int, str]
    objective: float
    bound: float
    gap: float
    instance: Instance
    candidates: tuple[Candidate, ...]

    @property
    def minutes(self) -> int:
        """How long all of its conversations are together."""
        return sum(each.minutes for each in self.chosen)

    def without(self, people: Iterable[int]) -> Proposal:
        """What is left of it once the conversations with these people are planned."""
        gone = set(people)
        return replace(self, chosen=tuple(each for each in self.chosen if each.person_id not in gone))


def proposal_of(
    instance: Instance,
    candidates: tuple[Candidate, ...],
    others: tuple[LeftOut, ...],
    today: date,
    seconds: float,
    progress: Progress | None,
) -> Proposal:
    """Solve the programme and say everything about its plan; `others` are left out for other reasons.

    Raises Cancelled where `progress` returns False.
    """
    found = _solved(instance, seconds, progress)
    by_id = {each.person_id: each for each in candidates}
    names = {each.person_id: each.name for each in candidates}
    unkept = _unkept(instance, found, names)
    chosen = _chosen(instance, found.choices, by_id, today)
    not_chosen = _not_chosen(instance, found, candidates, names)
    return Proposal(
        today=today,
        chosen=tuple(
            replace(each, sentence=_with(each.sentence, unkept.get(each.person_id))) for each in chosen
        ),
        left_out=(
            *(replace(each, reason=_with(each.reason, unkept.get(each.person_id))) for each in not_chosen),
            *others,
        ),
        unkept=unkept,
        objective=found.objective,
        bound=found.bound,
        gap=found.gap,
        instance=instance,
        candidates=candidates,
    )


def _with(said: str, more: str | None) -> str:
    return f"{said} {more}" if more else said


def _solved(instance: Instance, seconds: float, progress: Progress | None) -> Solution:
    """Solve with the progress told. Raises Cancelled where it says no."""
    begun, cancelled = monotonic(), False

    def stopped() -> bool:
        nonlocal cancelled
        share = min(1.0, (monotonic() - begun) / seconds) if seconds > 0 else 1.0
        cancelled = cancelled or (progress is not None and not progress(share))
        return cancelled

    found = solved(instance, seconds=seconds, stopped=stopped)
    if cancelled:
        raise Cancelled
    assert found is not None  # only pinned people can make a plan impossible
    return found


def _chosen(
    instance: Instance, choices: tuple[Choice, ...], by_id: dict[int, Candidate], today: date
) -> tuple[Suggested, ...]:
    found = []
    for day in instance.days:
        here = [each for each in choices if each.option.day == day.day]
        starts = start_times(day, here)
        for option in (each.option for each in here):
            candidate = by_id[option.person_id]
            found.append(
                Suggested(
                    person_id=option.person_id,
                    name=candidate.name,
                    day=option.day,
                    starts=starts[option.person_id],
                    minutes=option.minutes,
                    channel=option.channel,
                    sentence=sentence(candidate, option, today),
                    brief=brief(candidate, option, today),
                )
            )
    return tuple(sorted(found, key=lambda each: (each.day, each.starts or time.max, each.person_id)))


def _not_chosen(
    instance: Instance, found: Solution, candidates: tuple[Candidate, ...], names: dict[int, str]
) -> list[LeftOut]:
    return [
        LeftOut(
            person_id=each.person_id,
            name=each.name,
            reason=why_left_out(instance, found.choices, each, names),
        )
        for each in candidates
        if each.person_id not in found.people
    ]


def _unkept(instance: Instance, found: Solution, names: dict[int, str]) -> dict[int, str]:
    """A sentence for everybody to whom a promise cannot be kept in time."""
    days = {each.option.person_id: each.option.day for each in found.choices}
    missed = {
        each.person_id: each.by
        for each in reversed(instance.deadlines)
        if each.person_id not in instance.rejected and days.get(each.person_id, date.max) > each.by
    }
    sentences = {}
    for person_id, by in missed.items():
        possible = [each for each in instance.days if each.day <= by]
        left = [(each.free_minutes - _used(found, each.day), each.day) for each in possible]
        if left:
            most, day = max(left, key=lambda pair: (pair[0], -pair[1].toordinal()))
            short = max(5, min(LENGTHS.values()) - most)
            sentences[person_id] = cannot_keep(names[person_id], short, day)
        else:
            name = names[person_id]
            sentences[person_id] = f"The promise to {name} falls due on a day without time set aside."
    return sentences


def _used(found: Solution, day: date) -> int:
    return sum(each.option.minutes for each in found.choices if each.option.day == day)


def nothing_words(proposal: Proposal) -> str:
    """Why nothing is suggested, where nothing is."""
    if proposal.instance.rejected:
        return "Nobody else is due. You took the others out."
    if proposal.candidates and not any(each.free_minutes >= 5 for each in proposal.instance.days):
        return "Nothing is left of the time that you set aside for these days."
    if proposal.instance.options:
        return "Nothing fits into the time that is left."
    if len(proposal.left_out) > len(proposal.candidates):
        return "Everyone who is due is planned or resting. Enjoy it."
    return "Everyone is on rhythm. Enjoy it."
