"""Suggesting a plan: whom to engage, when, how and for how long, within the time set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from time import monotonic

from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.suggest_facts import LeftOut, gather, open_days
from planner.actions.suggest_solver import solved
from planner.domain import words
from planner.domain.channels import Channel
from planner.domain.errors import Cancelled, KnownError
from planner.domain.planning import LENGTHS, Choice, Instance, Solution
from planner.domain.planning_options import instance_of
from planner.domain.planning_places import start_times
from planner.domain.planning_value import Candidate
from planner.domain.planning_words import cannot_keep, cost_of, sentence, why_left_out
from planner.domain.week import monday_of
from planner.library import Library
from planner.queries.standing import next_plans

Progress = Callable[[float], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """One conversation that is suggested; `starts` is None for a message, which needs no time of day."""

    person_id: int
    name: str
    day: date
    starts: time | None
    minutes: int
    channel: Channel
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A suggested plan; nothing is written until it is accepted.

    `objective` and `bound` are weighted overdue days avoided, by this plan and at most by any; `gap` is the
    difference as a share of the objective. `unkept` says which promises of yours have no room.
    `instance` and `candidates` are what it was solved from.
    """

    today: date
    chosen: tuple[Suggested, ...]
    left_out: tuple[LeftOut, ...]
    unkept: tuple[str, ...]
    objective: float
    bound: float
    gap: float
    instance: Instance
    candidates: tuple[Candidate, ...]


def suggest(
    library: Library,
    *,
    today: date,
    monday: date,
    seconds: float = 3.0,
    weeks: int = 1,
    not_before: time | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Suggest a plan for the weeks from `monday` on, from `today` (and there from `not_before`) on.

    Existing plans stay as they are. `progress` hears the share of the time used; where it returns False,
    Cancelled is raised. Nothing is written.
    """
    days = open_days(library, today=today, monday=monday, weeks=weeks, not_before=not_before)
    last = max(today, monday_of(monday) + timedelta(weeks=weeks, days=-1))
    facts = gather(library, today=today, last=last)
    instance = instance_of(facts.candidates, days, today)
    return _proposal(instance, facts.candidates, facts.left_out, today, seconds, progress)


def suggest_again(
    proposal: Proposal, *, without: Iterable[int], seconds: float = 3.0, progress: Progress | None = None
) -> Proposal:
    """The proposal solved again without some people; those taken out before stay out."""
    instance = replace(proposal.instance, rejected=proposal.instance.rejected | frozenset(without))
    candidates = {each.person_id for each in proposal.candidates}
    others = tuple(each for each in proposal.left_out if each.person_id not in candidates)
    return _proposal(instance, proposal.candidates, others, proposal.today, seconds, progress)


def why_not(proposal: Proposal, person_id: int, *, seconds: float = 1.0) -> str:
    """Why somebody is not in the plan, and what choosing them after all would cost, by solving again."""
    names = {each.person_id: each.name for each in proposal.candidates}
    if any(each.person_id == person_id for each in proposal.chosen):
        return f"{names[person_id]} is in the plan."
    reason = next((each.reason for each in proposal.left_out if each.person_id == person_id), None)
    if reason is None:
        return "Is neither due on these days nor waiting for something you promised."
    if person_id not in names or person_id in proposal.instance.rejected:
        return reason
    found = solved(replace(proposal.instance, pinned=frozenset({person_id})), seconds=seconds)
    if found is None:
        return reason
    leaving = [each.name for each in proposal.chosen if each.person_id not in found.people]
    return f"{reason} {cost_of(names[person_id], proposal.objective - found.objective, leaving)}"


def accept(
    library: Library, proposal: Proposal, which: Iterable[int] | None = None, *, today: date
) -> tuple[int, ...]:
    """Plan the suggested conversations, or those with the people `which`; one step. Returns the plans' ids.

    Raises KnownError, with nothing changed, where a day has passed or somebody has got a plan or left
    since, and for nobody.
    """
    wanted = None if which is None else set(which)
    chosen = [each for each in proposal.chosen if wanted is None or each.person_id in wanted]
    if not chosen:
        raise KnownError("Nothing is suggested, so nothing was planned.")
    _check(library, chosen, today)
    with library.change(f"Plan {words.count(len(chosen), 'suggested conversation')}"):
        return tuple(plan_conversation(library, _form(each), today=today) for each in chosen)


def _check(library: Library, chosen: list[Suggested], today: date) -> None:
    plans = next_plans(library, today, [each.person_id for each in chosen])
    last = max(each.day for each in chosen)
    for each in chosen:
        if each.day < today:
            raise KnownError("A suggested day has passed. Nothing was changed; ask for a new suggestion.")
        if each.person_id in plans and plans[each.person_id].day <= last:
            raise KnownError(f"{each.name} has a plan by now. Nothing was changed; ask for a new suggestion.")


def _form(suggested: Suggested) -> PlanForm:
    return PlanForm(
        people=(suggested.person_id,),
        day=suggested.day,
        starts=suggested.starts,
        minutes=suggested.minutes,
        channel=suggested.channel,
    )


def _proposal(
    instance: Instance,
    candidates: tuple[Candidate, ...],
    others: tuple[LeftOut, ...],
    today: date,
    seconds: float,
    progress: Progress | None,
) -> Proposal:
    found = _solved(instance, seconds, progress)
    by_id = {each.person_id: each for each in candidates}
    names = {each.person_id: each.name for each in candidates}
    return Proposal(
        today=today,
        chosen=_chosen(instance, found.choices, by_id, today),
        left_out=(*_not_chosen(instance, found, candidates, names), *others),
        unkept=tuple(_unkept(instance, found, names)),
        objective=found.objective,
        bound=found.bound,
        gap=found.gap,
        instance=instance,
        candidates=candidates,
    )


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


def _unkept(instance: Instance, found: Solution, names: dict[int, str]) -> list[str]:
    """A sentence for everybody to whom a promise cannot be kept in time."""
    days = {each.option.person_id: each.option.day for each in found.choices}
    missed = {
        each.person_id: each.by
        for each in reversed(instance.deadlines)
        if each.person_id not in instance.rejected and days.get(each.person_id, date.max) > each.by
    }
    sentences = []
    for person_id, by in missed.items():
        possible = [each for each in instance.days if each.day <= by]
        left = [(each.free_minutes - _used(found, each.day), each.day) for each in possible]
        if left:
            most, day = max(left, key=lambda pair: (pair[0], -pair[1].toordinal()))
            sentences.append(cannot_keep(names[person_id], max(5, min(LENGTHS.values()) - most), day))
        else:
            sentences.append(f"The promise to {names[person_id]} falls due on a day without time set aside.")
    return sentences


def _used(found: Solution, day: date) -> int:
    return sum(each.option.minutes for each in found.choices if each.option.day == day)
