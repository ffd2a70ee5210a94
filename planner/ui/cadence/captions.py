"""What stands below each title: how the chart was made, and words where there is nothing to draw."""

from __future__ import annotations

from datetime import date

from planner.domain import words
from planner.queries.cadence.findings import asked_words
from planner.queries.cadence.page import Page, Part

_YEAR = 365
_MOST_NAMES = 6
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
        attention = f"{attention} {asked_words(page.capacity)}"
    if page.asked.people_of(Part.ATTENTION) is not None:
        attention = f"The time with these people, last {_LONG[reach.attention_days]}"
    return {
        Part.HEAT: f"Time together by week, {reach.weeks} weeks to {words.long_day(day, day)}. "
        "Outlined: a silence that is past the rhythm.",
        Part.KEPT: f"Share of rhythm intervals kept, by layer, {_months(points[0].day, points[-1].day)}",
        Part.AGAINST: "Time since you last spoke, against the rhythm",
        Part.ATTENTION: attention,
        Part.QUIET: _quiet(page),
        Part.BEGUN: f"Who reached out first, last {_LONG[reach.begun_days]}",
    }


def _quiet(page: Page) -> str:
    """What the bars are, and who has none because it is quiet already."""
    said, already = "When they are likely to go quiet", page.quiet.already_total
    if not already:
        return said
    return f"{said}; {words.small_count(already, 'other is', 'others are')} quiet already"


def _nobody_quiet(page: Page) -> str:
    """Why nobody is drawn: all is well, or it is quiet already."""
    already = page.quiet.already
    if not already:
        return "Nobody among these people. That is a good outcome."
    names = [each.name for each in already[:_MOST_NAMES]]
    more = page.quiet.already_total - len(names)
    return f"Quiet already: {words.in_a_row([*names, f'{more} more'] if more else names)}."


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
        Part.QUIET: "" if page.quiet.likely else _nobody_quiet(page),
        Part.BEGUN: ""
        if page.begun.people
        else "Nobody noted yet who reached out first. The log asks for it.",
    }
