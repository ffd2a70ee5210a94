"""What stands below each title: how the chart was made, and words where there is nothing to draw."""

from __future__ import annotations

from datetime import date

from planner.domain import words
from planner.queries.cadence.findings import capacity_finding
from planner.queries.cadence.page import Page, Part

_YEAR = 365
_LONG = {90: "90 days", 91: "three months", 182: "six months", 365: "twelve months", 730: "two years"}


def captions(page: Page) -> dict[Part, str]:
    """The method of each chart; where a quarter earlier is shown too, what its title would have been."""
    found = _methods(page)
    if page.before is None:
        return found
    return {part: f"A quarter earlier: {said}." for part, said in page.before.findings.items()}


def _methods(page: Page) -> dict[Part, str]:
    reach, day, points = page.asked.reach, page.asked.day, page.kept.everybody
    attention = f"Bar: last {_LONG[reach.attention_days]}. Line: what you intended."
    if page.attention.intended_words:
        attention = f"{attention} {page.attention.intended_words}"
    if page.capacity.load is not None and page.capacity.load > 1:
        attention = f"{attention} {capacity_finding(page.capacity)}"
    if page.asked.people_of(Part.ATTENTION) is not None:
        attention = f"The time with these people, last {_LONG[reach.attention_days]}"
    return {
        Part.HEAT: f"Time together by week, {reach.weeks} weeks to {words.long_day(day, day)}. "
        "Outlined: a silence that is past the rhythm.",
        Part.KEPT: f"Share of rhythm intervals kept, by layer, {_months(points[0].day, points[-1].day)}",
        Part.AGAINST: "Time since you last spoke, against the rhythm",
        Part.ATTENTION: attention,
        Part.QUIET: "When they are likely to go quiet",
        Part.BEGUN: f"Who reached out first, last {_LONG[reach.begun_days]}",
    }


def _months(first: date, last: date) -> str:
    """'October to September', with the years where that could be misread."""
    if (last - first).days < _YEAR:
        return f"{words.long_month(first)} to {words.long_month(last)}"
    return f"{words.month_title(first)} to {words.month_title(last)}"


def empty_words(page: Page) -> dict[Part, str]:
    """Why a chart has nothing to draw; '' where it has."""
    shares = [each.share for each in page.kept.everybody]
    return {
        Part.HEAT: ""
        if page.heat.people
        else "No conversation in these weeks. Each one you log darkens its week.",
        Part.KEPT: ""
        if any(each is not None for each in shares)
        else "A share is told from five intervals on: give people a rhythm, and log when you talk.",
        Part.AGAINST: ""
        if page.against.longest_share is not None
        else "Nobody here has both a rhythm and a conversation. One of each is enough to begin.",
        Part.ATTENTION: ""
        if page.attention.spread is not None
        else "The length of no conversation is known yet. Note it when you log one.",
        Part.QUIET: "" if page.quiet.likely else "Nobody among these people. That is a good outcome.",
        Part.BEGUN: ""
        if page.begun.people
        else "Nobody noted yet who reached out first. The log asks for it.",
    }
