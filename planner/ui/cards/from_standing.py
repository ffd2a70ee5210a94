"""From how a relationship stands to what its card says."""

from __future__ import annotations

from datetime import date

from planner.domain import words
from planner.domain.names import first_name
from planner.queries.standing import Standing
from planner.ui.cards.facts import Badge, Tint, commitment_badge


def commitment_badges(standing: Standing, today: date) -> tuple[Badge, ...]:
    """The badge with the open promises both ways, tinted where one is late or soon due."""
    if not standing.commitments:
        return ()
    yours, theirs = standing.yours_open, standing.theirs_open
    called = first_name(standing.name)
    said = []
    if yours:
        said.append(f"You promised {called}: {_list(standing, yours=True, today=today)}")
    if theirs:
        said.append(f"{called} promised you: {_list(standing, yours=False, today=today)}")
    return (commitment_badge(yours, theirs, tint=_tint(standing, today), tooltip=". ".join(said)),)


def plan_badge(standing: Standing, today: date) -> Badge:
    """The next plan's day, or that nothing is planned."""
    plan = standing.next_plan
    if plan is None:
        return Badge(icon="", text="Nothing planned", tint="outline")
    near = (plan.day - today).days
    day = words.short_day(plan.day, today)
    if near < 7:
        day = "Today" if near == 0 else words.weekday(plan.day)
    at = f" {plan.starts:%H:%M}" if plan.starts and near < 7 else ""
    return Badge(icon="calendar", text=f"{day}{at}")


def spoken(standing: Standing, today: date) -> str:
    """Everything a card says, in one sentence for a screen reader."""
    said = [standing.name, standing.role, standing.organisation, standing.state_words]
    if standing.next_plan:
        at = f" {standing.next_plan.starts:%H:%M}" if standing.next_plan.starts else ""
        said.append(f"planned {words.day_words(standing.next_plan.day, today)}{at}")
    if standing.yours_open:
        said.append(f"{words.count(standing.yours_open, 'promise')} from you")
    if standing.theirs_open:
        said.append(f"{words.count(standing.theirs_open, 'promise')} to you")
    return ", ".join(each for each in said if each)


def _tint(standing: Standing, today: date) -> Tint:
    if standing.overdue_commitments(today):
        return "overdue"
    return "due" if any(each.is_soon(today) for each in standing.commitments) else "plain"


def _list(standing: Standing, *, yours: bool, today: date) -> str:
    found = []
    for each in standing.commitments:
        if each.yours is yours:
            due = f" (by {words.day_words(each.due_on, today)})" if each.due_on else ""
            found.append(f"{each.what.rstrip('.')}{due}")
    return "; ".join(found)
