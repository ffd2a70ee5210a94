"""`rapport brief`: what to know before a meeting, on one page of paper."""

from __future__ import annotations

from pathlib import Path

from planner.actions.exports.safe_files import write_file
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.cli.table import tell
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.library import Library
from planner.queries.all_names import names_hidden
from planner.queries.brief_private import PrivateThing, private_things
from planner.queries.meeting_brief import MeetingBrief, meeting_brief, next_meeting, people_of_plan
from planner.queries.people import Named, person_called


def brief(call: Call) -> int:
    """Write a brief, or list what is private."""
    given = call.options
    with call.opened() as library:
        person = person_called(library, " ".join(given.person))
        plan = _plan(library, person, call)
        people = people_of_plan(library, plan) if given.meeting else (person.id,)
        hidden = [each for one in people for each in private_things(library, one)]
        if given.private:
            return _tell_private(hidden, call)
        added = {_meant(hidden, typed).key for typed in given.added}
        made = meeting_brief(library, people, call.today, plan_id=plan, added=added)
        seen = names_hidden(library) if given.initials else None
    out: Path | None = given.out
    if out is None:
        raise KnownError("Say with -o FILE.pdf where the brief goes. Nothing was written.")
    names = words.in_a_row([each.name for each in made.people])
    data = call.doors.brief_pdf(made, f"Meeting brief: {names}", seen)
    write_file(out, [data], replace=given.replace)
    print(_said(made, names, out, len(hidden) - len(added)))
    return 0


def _plan(library: Library, person: Named, call: Call) -> int:
    plan = next_meeting(library, person.id, call.today)
    if call.options.meeting and not plan:
        raise KnownError(f"No meeting with {person.name} is planned. Nothing was written.")
    return plan


def _said(made: MeetingBrief, names: str, out: Path, left: int) -> str:
    said = f"Wrote the brief on {shown(names)} to {shown(str(out))}."
    if left:
        entries = words.count(left, "private entry", "private entries")
        said += f" {entries} stayed out; --private lists what is private, --with adds one."
    return said


def _tell_private(hidden: list[PrivateThing], call: Call) -> int:
    if not hidden:
        print("Nothing is marked private.")
    tell([(words.day_words(each.day, call.today), each.kind, each.words) for each in hidden])
    return 0


def _meant(hidden: list[PrivateThing], typed: str) -> PrivateThing:
    """The one private entry with these words in it; KnownError where there are none or several."""
    found = [each for each in hidden if fold(typed) in fold(each.words)]
    if len(found) != 1:
        which = "Several private entries have" if found else "No private entry has"
        raise KnownError(f"{which} “{typed}” in it; --private lists them. Nothing was written.")
    return found[0]
