"""`rapport cadence` and `rapport quiet`: rhythms, and what to expect of them if nobody acts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from planner.cli import cadence_shapes as shapes_here
from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.cli.table import tell
from planner.domain import words
from planner.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.actions.forecast_log import Told
    from planner.domain.gaps import KnownGap
    from planner.queries.cadence.going_quiet import GoingQuiet, Quiet
    from planner.queries.cadence.person import Ahead, PersonCadence
    from planner.queries.cadence.quiet_day import QuietDay

_GAPS_SHOWN = 12


def cadence(call: Call) -> int:
    """One person's rhythm, gaps and forecast."""
    from planner.actions.forecast_log import told_of_person
    from planner.queries.cadence.person import person_cadence
    from planner.queries.people import person_called

    with call.opened() as library:
        who = person_called(library, " ".join(call.options.person))
        found = person_cadence(library, who.id, call.today)
        _note(call, library, told_of_person(library, found))
    if call.json:
        shapes.print_json(shapes_here.cadence_shape(found))
        return 0
    for line in _head(found):
        print(shown(line))
    if found.ahead:
        day = words.day_words(found.as_of, found.as_of)
        print(f"\nIf nobody acts, as of {day} ({_rests_on(found.contacts)})")
        tell([_ahead(each) for each in found.ahead], indent="  ")
        for line in _outlook(found):
            print(f"  {shown(line)}")
    if found.offer is not None:
        print(f"\n{shown(found.offer.sentence)}")
    gaps = found.gaps[-_GAPS_SHOWN:]
    if gaps:
        whole = len(gaps) == len(found.gaps)
        title = "Gaps" if whole else f"Gaps, the newest {len(gaps)} of {len(found.gaps)}"
        print(f"\n{title}")
        tell([_gap(each, call.today) for each in reversed(gaps)], indent="  ")
    return 0


def _note(call: Call, library: Library, told: Iterable[Told]) -> None:
    """Keep what is told now, to be checked later."""
    from planner.actions.forecast_log import note_forecasts

    if call.may_note(library):
        note_forecasts(library, told, call.today)


def _head(found: PersonCadence) -> Iterator[str]:
    measure, known = found.measure, found.statistics
    yield found.name
    rhythm = words.rhythm_words(measure.rhythm_days) if measure.rhythm_days else "No rhythm yet"
    yield f"{rhythm}, {measure.state}. {_last(found)}"
    if not found.contacts:
        yield "Nothing can be told before the first conversation."
    if known.mean is not None and known.median is not None:
        yield (
            f"{words.count(known.count, 'gap')}: {known.mean:.0f} days on average, half of them up to "
            f"{known.median:.0f}; {found.habit}."
        )
    if found.warmth is not None:
        yield f"Attention in the last year: {words.percent(found.warmth)} of what the rhythm means."


def _outlook(found: PersonCadence) -> Iterator[str]:
    wait = found.wait
    if wait is not None and wait.first is not None:
        yield _next(wait.first, wait.last)
    elif wait is not None:
        yield "No contact is expected."
    if found.unusual_after is not None:
        days = words.count(round(found.unusual_after), "more day")
        yield f"Without a rhythm to go by, a silence of {days} would be unusual."
    day = found.quiet
    if day is not None and day.chance is None:
        yield f"Quiet since {words.day_words(day.on, found.as_of)}."
    elif day is not None and day.chance is not None:
        yield (
            f"Quiet {_between(day, found.as_of)}: {day.chance.odds}, {day.chance.percent}"
            f"{_doubt(day)}{_plan(day, found.as_of)}."
        )


def _last(found: PersonCadence) -> str:
    measure = found.measure
    if measure.days_since is None:
        return "No conversation yet."
    paused = f", {words.count(measure.paused, 'day')} of them paused" if measure.paused else ""
    return f"You talked {words.days_ago(measure.days_since)}{paused}."


def _rests_on(contacts: int) -> str:
    from planner.domain.forecast import evidence_of

    return f"from {words.count(contacts, 'contact')}, {evidence_of(contacts)} evidence"


def _next(first: float, last: float | None) -> str:
    if last is None:
        soon = words.count(max(1, round(first)), "day")
        return f"One time in four the next contact comes within {soon}; it may not come at all."
    return f"The next contact is as likely as not to come in {first:.0f} to {last:.0f} days."


def _ahead(found: Ahead) -> tuple[str, ...]:
    planned = f"{found.with_plans.percent} with what is planned" if found.with_plans else ""
    told = found.by_habit
    return f"within {found.days} days", told.percent, told.odds.value, planned


def _between(day: QuietDay, today: date) -> str:
    return f"between {words.short_day(day.first, today)} and {words.short_day(day.last, today)}"


def _doubt(day: QuietDay) -> str:
    """How far the chance is in doubt; a plan changes it beyond that."""
    return f" ({day.band.words})" if day.band and day.planned_on is None else ""


def _plan(day: QuietDay, today: date) -> str:
    return f"; planned on {words.day_words(day.planned_on, today)}" if day.planned_on else ""


def _gap(gap: KnownGap, today: date) -> tuple[str, ...]:
    kept = {True: "kept", False: "missed", None: ""}[gap.kept]
    paused = f"and {words.count(gap.paused_days, 'day')} paused" if gap.paused_days else ""
    return (
        f"{words.short_day(gap.begins, today)} – {words.short_day(gap.ends, today)}",
        words.count(gap.days, "day"),
        kept,
        paused,
    )


def quiet(call: Call) -> int:
    """Who is likely to go quiet if nobody acts."""
    from planner.actions.forecast_log import told_of
    from planner.queries.cadence.everybody import everybody
    from planner.queries.cadence.going_quiet import going_quiet

    with call.opened() as library:
        known = everybody(library, call.today)
        found = going_quiet(library, known, most=call.options.limit)
        _note(call, library, told_of(library, known, [each.person_id for each in found.likely]))
    if call.json:
        shapes.print_json(shapes_here.quiet_shape(found))
        return 0
    print(_headline(found))
    if found.likely:
        print()
        tell([_likely(each, call.today) for each in found.likely])
    if found.already:
        print("\nQuiet")
        tell([_already(each, call.today) for each in found.already], indent="  ")
    return 0


def _headline(found: Quiet) -> str:
    day = words.day_words(found.as_of, found.as_of)
    if not found.likely:
        return f"{day}: nobody is likely to go quiet in the next {found.within_days} days."
    people = words.count(found.likely_total, "person", "people")
    may = f"{day}: {people} may go quiet in the next {found.within_days} days if nobody acts"
    return f"{may}." if len(found.likely) == found.likely_total else f"{may}, the first {len(found.likely)}:"


def _likely(found: GoingQuiet, today: date) -> tuple[str, ...]:
    chance = found.day.chance
    assert chance is not None
    return (
        found.name,
        chance.odds.value,
        f"{chance.percent}{_doubt(found.day)}",
        _between(found.day, today),
        f"{_rests_on(found.contacts)}{_plan(found.day, today)}",
    )


def _already(found: GoingQuiet, today: date) -> tuple[str, ...]:
    return (
        found.name,
        f"since {words.day_words(found.day.on, today)}",
        f"you talked {words.days_ago((today - found.last_day).days)}{_plan(found.day, today)}",
    )
