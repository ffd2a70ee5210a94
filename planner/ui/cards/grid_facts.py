"""What the cards and rows of the people screen say."""

from __future__ import annotations

from datetime import date

from planner.domain import words
from planner.domain.reasons_short import Coming, in_short
from planner.queries.standing import Standing, last_words
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.from_standing import commitment_badges, plan_badge, spoken


def grid_facts(standing: Standing, today: date, *, in_full: bool = False) -> CardFacts:
    """The card of the people screen: why in one line, or `in_full` as a sentence."""
    badges = (*commitment_badges(standing, today), plan_badge(standing, today))
    return CardFacts(
        person_id=standing.person_id,
        name=standing.name,
        initials=standing.initials,
        hue=standing.hue,
        state=standing.state,
        state_words=standing.state_words,
        role=standing.role,
        organisation=standing.organisation,
        city=standing.city,
        strip=standing.strip,
        why=standing.reason if in_full else short_reason(standing, today),
        reason=standing.reason,
        coming=coming_words(standing, today),
        last=last_words(standing, today),
        badges=badges,
        accessible=spoken(standing, today),
    )


def short_reason(standing: Standing, today: date) -> str:
    """Why to talk, in one line."""
    plan = standing.next_plan
    coming = None if plan is None else Coming(plan.day, plan.starts, plan.purpose)
    return in_short(standing.facts, coming, today) if standing.facts else standing.reason


def coming_words(standing: Standing, today: date) -> str:
    """'Next: call, Fri 18 Sep 14:30, customer council', or '' where nothing is planned."""
    plan = standing.next_plan
    if plan is None:
        return ""
    at = f" {plan.starts:%H:%M}" if plan.starts else ""
    said = [f"Next: {plan.channel}", f"{words.day_words(plan.day, today)}{at}", plan.purpose.rstrip(".")]
    return ", ".join(filter(None, said))
