"""Suggesting a plan: whom to engage, when, how and for how long, within the time set aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta

from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.suggest_facts import LeftOut, gather, open_days
from planner.actions.suggest_proposal import Progress, Proposal, Suggested, proposal_of
from planner.actions.suggest_solver import solved
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.planning import Instance
from planner.domain.planning_options import instance_of
from planner.domain.planning_words import cost_of
from planner.domain.week import monday_of
from planner.library import Library
from planner.queries.standing import next_plans

MOST_WEIGHED = 150
"""So many people are weighed against each other: what is solved within three seconds."""


def suggest(
    library: Library,
    *,
    today: date,
    monday: date,
    seconds: float = 3.0,
    weeks: int = 1,
    not_before: time | None = None,
    without: Iterable[int] = (),
    progress: Progress | None = None,
) -> Proposal:
    """Suggest a plan for the weeks from `monday` on, from `today` (and there from `not_before`) on.

    Existing plans stay as they are, and people `without` whom it is to be are taken out. `progress` hears
    the share of the time used; where it returns False, Cancelled is raised. Nothing is written. Raises
    KnownError for a week that has passed.
    """
    if monday_of(monday) + timedelta(weeks=weeks) <= today:
        raise KnownError("That week has passed. Choose this one or one to come.")
    days = open_days(library, today=today, monday=monday, weeks=weeks, not_before=not_before)
    last = max(today, monday_of(monday) + timedelta(weeks=weeks, days=-1))
    facts = gather(library, today=today, last=last)
    whole = instance_of(facts.candidates, days, today)
    beyond = _beyond(whole)
    instance = replace(
        whole,
        rejected=frozenset(without),
        options=tuple(each for each in whole.options if each.person_id not in beyond),
        deadlines=tuple(each for each in whole.deadlines if each.person_id not in beyond),
    )
    candidates = tuple(each for each in facts.candidates if each.person_id not in beyond)
    others = tuple(
        LeftOut(person_id=each.person_id, name=each.name, reason=f"{MOST_WEIGHED} others are more timely.")
        for each in facts.candidates
        if each.person_id in beyond
    )
    return proposal_of(instance, candidates, (*others, *facts.left_out), today, seconds, progress)


def _beyond(instance: Instance) -> frozenset[int]:
    """Those whose best option is worth less than that of the people who are weighed against each other."""
    best: dict[int, float] = {}
    for option, worth in zip(instance.options, instance.worths(instance.options), strict=True):
        best[option.person_id] = max(worth, best.get(option.person_id, 0.0))
    order = sorted(best, key=lambda each: (-best[each], each))
    return frozenset(order[MOST_WEIGHED:])


def suggest_again(
    proposal: Proposal, *, without: Iterable[int], seconds: float = 3.0, progress: Progress | None = None
) -> Proposal:
    """The proposal solved again without some people; those taken out before stay out."""
    instance = replace(proposal.instance, rejected=proposal.instance.rejected | frozenset(without))
    candidates = {each.person_id for each in proposal.candidates}
    others = tuple(each for each in proposal.left_out if each.person_id not in candidates)
    return proposal_of(instance, proposal.candidates, others, proposal.today, seconds, progress)


def why_not(proposal: Proposal, person_id: int, *, seconds: float = 1.0) -> str:
    """Why somebody is not in the plan, and what choosing them after all would cost, by solving again."""
    names = {each.person_id: each.name for each in proposal.candidates}
    chosen = next((each for each in proposal.chosen if each.person_id == person_id), None)
    if chosen is not None:
        return f"{chosen.name} is in the plan. {chosen.sentence}"
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
    with library.change(_label(chosen, today)):
        return tuple(plan_conversation(library, _form(each), today=today) for each in chosen)


def _label(chosen: list[Suggested], today: date) -> str:
    if len(chosen) > 1:
        return f"Plan {len(chosen)} suggested conversations"
    return f"Plan {chosen[0].name} for {words.day_words(chosen[0].day, today)} as suggested"


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
