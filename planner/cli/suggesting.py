"""`rapport plan-week`: a plan for a week, shown or accepted."""

from __future__ import annotations

from datetime import date

from planner.actions.suggest import accept, suggest
from planner.actions.suggest_proposal import Proposal, nothing_words
from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.progress import progress
from planner.cli.table import tell
from planner.domain import words
from planner.domain.planning_words import gap_words
from planner.domain.week import monday_of
from planner.library import Library

LEFT_OUT_SHOWN = 40


def plan_week(call: Call) -> int:
    """Suggest a plan for a week; with --accept, plan it as one step."""
    monday = _monday(call)
    accepting = call.options.accept
    with call.writing() if accepting else call.opened() as library:
        found = _found(library, call, monday)
        if accepting:
            accept(library, found, today=call.today)
    if call.json:
        shapes.print_json(shapes.suggestion_shape(found))
    else:
        _tell(found, call.today, monday, accepted=accepting)
    return 0


def _monday(call: Call) -> date:
    week = call.options.week
    return monday_of(week.ahead(call.today) if week else call.today)


def _found(library: Library, call: Call, monday: date) -> Proposal:
    with progress("Solving") as told:
        return suggest(library, today=call.today, monday=monday, not_before=call.now().time(), progress=told)


def _tell(found: Proposal, today: date, monday: date, *, accepted: bool) -> None:
    count = words.count(len(found.chosen), "conversation")
    verb = "planned" if accepted else "suggested"
    if found.chosen:
        length = words.length(found.minutes)
        print(f"{words.week_title(monday)}: {count} {verb}, {length}; {gap_words(found.gap)}.\n")
        tell(
            [
                (
                    words.day_words(each.day, today),
                    f"{each.starts:%H:%M}" if each.starts else "",
                    each.sentence,
                )
                for each in found.chosen
            ]
        )
    else:
        print(f"{words.week_title(monday)}: nothing {verb}. {nothing_words(found)}")
    shown = found.left_out[:LEFT_OUT_SHOWN]
    if shown:
        print("\nLeft out")
        tell([(each.name, each.reason) for each in shown], indent="  ")
    if len(found.left_out) > len(shown):
        print(f"  and {len(found.left_out) - len(shown)} more (--json names all of them)")
