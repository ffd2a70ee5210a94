"""The commands that write down what is planned, was said, or was promised, and take it back."""

from __future__ import annotations

from datetime import date, time

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import names_in_a_row
from planner.actions.plans import PlanForm, plan_conversation
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.domain import words
from planner.domain.channels import Channel
from planner.domain.commitments import By
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.people import person_called


def plan(call: Call) -> int:
    """Plan a conversation."""
    day: date = call.options.on.ahead(call.today)
    if day < call.today:
        raise KnownError("That day has passed. Log the conversation instead of planning it.")
    given = call.options
    with call.writing() as library:
        person = person_called(library, " ".join(given.person))
        form = PlanForm(
            people=(person.id,),
            day=day,
            starts=given.at,
            minutes=given.minutes,
            channel=given.channel,
            purpose=given.purpose,
        )
        plan_conversation(library, form, today=call.today)
    length = f"{words.length(given.minutes)}, {given.channel}"
    print(f"Planned {shown(person.name)} for {_when(day, given.at, call.today)}, {length}.")
    return 0


def _when(day: date, starts: time | None, today: date) -> str:
    at = "time open" if starts is None else f"{starts:%H:%M}"
    return f"{words.day_words(day, today)}, {at}"


def log(call: Call, library: Library) -> ConversationForm:
    """Log a conversation with the people and the facts that the options name; --dry-run only reads them."""
    given = call.options
    form = ConversationForm(
        people=_people(library, given.people),
        day=given.on.back(call.today) if given.on else call.today,
        starts=given.at,
        minutes=given.minutes,
        channel=given.channel or Channel.IN_PERSON,
        reached_out=given.reached_out,
        topic=given.topic,
        notes=given.notes,
    )
    if not given.dry_run:
        log_conversation(library, form, now=call.now())
    return form


def told(library: Library, form: ConversationForm, today: date) -> str:
    """What was logged, in one sentence."""
    names = shown(names_in_a_row(library, form.people))
    return f"Logged {names} on {words.day_words(form.day, today)}, {form.channel}."


def _people(library: Library, typed: list[str]) -> tuple[int, ...]:
    """Each person once, in the order typed."""
    return tuple(dict.fromkeys(person_called(library, each).id for each in typed))


def note_promise(call: Call) -> int:
    """Note a commitment."""
    given = call.options
    due: date | None = given.due.ahead(call.today) if given.due else None
    what = " ".join(given.what).strip()
    with call.writing() as library:
        person = person_called(library, given.person)
        promise(library, person.id, By(given.by), what, due, today=call.today, size=given.size)
    until = f" by {words.day_words(due, call.today)}" if due else ""
    name = shown(person.name)
    whom = f"you promised {name}" if given.by == By.YOU else f"{name} promised you"
    print(f"Noted that {whom} “{shown(what)}”{until}.")
    return 0
