"""Planning conversations: adding, moving, letting go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from planner.actions.conversations import ConversationForm, log_conversation, owner_zone
from planner.actions.people import names_in_a_row
from planner.domain import week, words
from planner.domain.channels import Channel
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Plan, PlanPerson
from planner.queries.week import free_start


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanForm:
    """A conversation intended; `starts` None leaves the time open."""

    people: tuple[int, ...]
    day: date
    starts: time | None = None
    minutes: int = week.DEFAULT_MINUTES
    channel: Channel = Channel.IN_PERSON
    purpose: str = ""
    place: str = ""


def plan_conversation(library: Library, form: PlanForm, *, today: date) -> int:
    """Plan a conversation and return the plan's id. Raises KnownError for nobody or a length below 1."""
    _check(form)
    label = f"Plan {names_in_a_row(library, form.people)} for {words.day_words(form.day, today)}"
    with library.change(label):
        plan = Plan.create(**_columns(form), zone=owner_zone(library), created_on=today)
        for person_id in dict.fromkeys(form.people):
            PlanPerson.create(plan=plan, person=person_id)
    return int(plan.id)


def change_plan(library: Library, plan_id: int, form: PlanForm, *, today: date) -> None:
    """Write the whole form over a plan as one step."""
    _check(form)
    label = f"Change the plan with {names_in_a_row(library, form.people)}"
    with library.change(label):
        _open_plan(library, plan_id)
        known = set(people_of(library, plan_id))
        raised = _raised() if _differs(library, plan_id, form, known) else {}
        Plan.update(**_columns(form), **raised).where(Plan.id == plan_id).execute()
        PlanPerson.delete().where(
            PlanPerson.plan == plan_id, PlanPerson.person.not_in(list(form.people))
        ).execute()
        for person_id in dict.fromkeys(form.people):
            if person_id not in known:
                PlanPerson.create(plan=plan_id, person=person_id)


def change_purpose(library: Library, plan_id: int, purpose: str) -> None:
    """Write what an open plan is for anew."""
    _open_plan(library, plan_id)
    with library.change(f"Change what the plan with {_people(library, plan_id)} is for"):
        Plan.update(purpose=purpose.strip()).where(Plan.id == plan_id).execute()


def move_and_place(
    library: Library, plan_id: int, day: date, starts: time | None, place: str, *, today: date
) -> None:
    """Move an open plan to a day, a time (None: open) and a place, as one step."""
    _open_plan(library, plan_id)
    at = f" {starts:%H:%M}" if starts else ""
    with library.change(f"Move {_people(library, plan_id)} to {words.day_words(day, today)}{at}"):
        Plan.update(day=day, starts=starts, place=place.strip()).where(Plan.id == plan_id).execute()


def move_plan(library: Library, plan_id: int, day: date, starts: time | None, *, today: date) -> None:
    """Move an open plan to a day and time (None: open). Raises KnownError for a day that has passed."""
    row = _open_plan(library, plan_id)
    if (day.isoformat(), starts.strftime("%H:%M") if starts else None) == row:
        return
    if day < today:
        gone = words.day_words(day, today)
        raise KnownError(f"{gone} has passed. Log the conversation instead, or choose a day to come.")
    at = f" {starts:%H:%M}" if starts else ""
    with library.change(f"Move {_people(library, plan_id)} to {words.day_words(day, today)}{at}"):
        Plan.update(day=day, starts=starts, **_raised()).where(Plan.id == plan_id).execute()


def let_go(library: Library, plan_id: int) -> None:
    """Let an open plan go: it leaves the board, the history keeps it."""
    _open_plan(library, plan_id)
    with library.change(f"Let the plan with {_people(library, plan_id)} go"):
        Plan.update(status="let go", **_raised()).where(Plan.id == plan_id).execute()


def talked(library: Library, plan_id: int, *, now: datetime) -> int:
    """Answer 'Did you talk?' with yes: log the conversation as it was planned; returns its id."""
    _open_plan(library, plan_id)
    row = library.row(
        "SELECT day, starts, minutes, channel, purpose, place FROM plan WHERE id = ?", (plan_id,)
    )
    assert row is not None
    form = ConversationForm(
        people=people_of(library, plan_id),
        day=min(date.fromisoformat(row[0]), now.date()),
        starts=time.fromisoformat(row[1]) if row[1] else None,
        minutes=row[2],
        channel=Channel(row[3]),
        topic=row[4],
        place=row[5],
        plan_id=plan_id,
    )
    return log_conversation(library, form, now=now)


def moved_in_day(library: Library, plan_id: int, minutes: int, *, today: date) -> None:
    """Move an open plan by minutes within its day; a plan without a time gets the day's proposed one."""
    day, starts = _open_plan(library, plan_id)
    on = date.fromisoformat(day)
    at = week.moved_by(time.fromisoformat(starts), minutes) if starts else free_start(library, on)
    move_plan(library, plan_id, on, at, today=today)


def moved_by_days(library: Library, plan_id: int, days: int, *, today: date) -> None:
    """Move an open plan by whole days, keeping its time."""
    day, starts = _open_plan(library, plan_id)
    to = date.fromisoformat(day) + timedelta(days=days)
    move_plan(library, plan_id, to, time.fromisoformat(starts) if starts else None, today=today)


def _check(form: PlanForm) -> None:
    if not form.people:
        raise KnownError("Say with whom you want to talk.")
    if form.minutes < 1:
        raise KnownError("A plan is at least one minute long.")


def _columns(form: PlanForm) -> dict[str, object]:
    return {
        "day": form.day,
        "starts": form.starts,
        "minutes": form.minutes,
        "channel": form.channel.value,
        "purpose": form.purpose.strip(),
        "place": form.place.strip(),
    }


def _raised() -> dict[str, Any]:
    """The plan's next version: calendars that know it take a change only under a higher number."""
    return {"sequence": Plan.sequence + 1}


def _differs(library: Library, plan_id: int, form: PlanForm, known: set[int]) -> bool:
    """Whether the form says anything that the plan does not."""
    row = library.row(
        "SELECT day, starts, minutes, channel, purpose, place FROM plan WHERE id = ?", (plan_id,)
    )
    starts = form.starts.strftime("%H:%M") if form.starts else None
    said = (form.day.isoformat(), starts, form.minutes, form.channel.value, form.purpose.strip())
    return row != (*said, form.place.strip()) or known != set(form.people)


def _open_plan(library: Library, plan_id: int) -> tuple[str, str | None]:
    row = library.row("SELECT day, starts FROM plan WHERE id = ? AND status = 'open'", (plan_id,))
    if row is None:
        raise KnownError("This plan is no longer open.")
    return row[0], row[1]


def when(library: Library, plan_id: int) -> tuple[date, time | None]:
    """The day and time of an open plan. Raises KnownError where it is no longer open."""
    day, starts = _open_plan(library, plan_id)
    return date.fromisoformat(day), time.fromisoformat(starts) if starts else None


def people_of(library: Library, plan_id: int) -> tuple[int, ...]:
    """With whom a plan is."""
    rows = library.rows("SELECT person_id FROM plan_person WHERE plan_id = ? ORDER BY id", (plan_id,))
    return tuple(row[0] for row in rows)


def _people(library: Library, plan_id: int) -> str:
    return names_in_a_row(library, people_of(library, plan_id))
