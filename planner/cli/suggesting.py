"""`rapport suggest`: a plan for a week, shown or accepted."""

from __future__ import annotations

from datetime import date

from planner.actions.suggest import accept, suggest
from planner.actions.suggest_proposal import Proposal
from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.progress import progress
from planner.cli.table import tell
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.week import monday_of
from planner.library import Library


def suggest_week(call: Call) -> int:
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
    monday = monday_of(week.ahead(call.today) if week else call.today)
    if monday < monday_of(call.today):
        raise KnownError("That week has passed. Choose this one or one to come.")
    return monday


def _found(library: Library, call: Call, monday: date) -> Proposal:
    with progress("Solving") as told:
        return suggest(library, today=call.today, monday=monday, not_before=call.now().time(), progress=told)


def _tell(found: Proposal, today: date, monday: date, *, accepted: bool) -> None:
    count = words.count(len(found.chosen), "conversation")
    verb = "planned" if accepted else "suggested"
    best = f"; at most {found.gap:.1%} below the best possible" if found.gap >= 0.001 else ""
    print(f"{words.week_title(monday)}: {count} {verb}{best}.")
    if found.chosen:
        print()
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
    for sentence in found.unkept:
        print(f"\n{sentence}")
    if found.left_out:
        print("\nLeft out")
        tell([(each.name, each.reason) for each in found.left_out], indent="  ")
