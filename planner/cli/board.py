"""`rapport board`: a week as the window's board shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.cli.table import tell
from planner.domain import words
from planner.domain.names import first_name
from planner.queries.week import CardKind, DayCard, DayColumn, WeekBoard, week_board

_KINDS = {CardKind.PLAN: "", CardKind.DONE: "talked", CardKind.ASK: "did you talk?"}


def board(call: Call) -> int:
    """Show a week."""
    week = call.options.week
    with call.opened() as library:
        found = week_board(library, call.today, week.ahead(call.today) if week else call.today)
    if call.json:
        shapes.print_json(_shape(found))
    else:
        _tell(found)
    return 0


def _tell(found: WeekBoard) -> None:
    week = f"{words.week_title(found.monday)}, week {found.monday.isocalendar().week}"
    print(f"{week}: {_room(found.planned_minutes, found.set_aside_minutes)}.")
    for trip in found.trips:
        print(shown(f"{trip.place}, {_span(trip.first_day, trip.last_day, found.today)}."))
    for day in found.days:
        _tell_day(day, found.today)
    print(f"\nTo engage: {found.engage.total or 'nobody is due'}")
    tell([(each.name, each.state_words, each.reason) for each in found.engage.people], indent="  ")
    if found.later:
        print(f"\nLater: {found.later_total}")
        tell([(words.day_words(each.day, found.today), *_row(each)) for each in found.later], indent="  ")


def _room(planned: int, set_aside: int) -> str:
    said = f"{words.length(planned) if planned else 'nothing'} planned"
    return f"{said} of {words.length(set_aside)} set aside" if set_aside else said


def _span(first: date, last: date, today: date) -> str:
    begin = words.day_words(first, today)
    return begin if first == last else f"{begin} to {words.day_words(last, today)}"


def _tell_day(day: DayColumn, today: date) -> None:
    """One day; a weekend day without anything is left out."""
    about = day.holiday or words.of_set_aside(day.planned_minutes, day.set_aside_minutes)
    if not day.cards and not about:
        return
    name = words.day_words(day.day, today) + (", today" if day.day == today else "")
    print(f"\n{name}: {shown(about)}" if about else f"\n{name}")
    tell([_row(each) for each in day.cards], indent="  ")
    if not day.cards:
        print("  Nothing planned. Quiet days are allowed." if day.day >= today else "  Nothing noted.")


def _row(card: DayCard) -> Sequence[str]:
    people = ", ".join((card.standing.name, *card.others))
    length = words.length(card.minutes) if card.minutes else ""
    there = f"{card.there:%H:%M} for {first_name(card.standing.name)}" if card.there else ""
    how = ", ".join(part for part in (card.channel.value, length, there, _KINDS[card.kind]) if part)
    return f"{card.starts:%H:%M}" if card.starts else "", people, how, card.why


def _shape(found: WeekBoard) -> shapes.Shape:
    return {
        "monday": found.monday.isoformat(),
        "planned_minutes": found.planned_minutes,
        "set_aside_minutes": found.set_aside_minutes,
        "days": [_day_shape(each) for each in found.days],
        "to_engage": [shapes.today_shape(each, found.today) for each in found.engage.people],
        "to_engage_total": found.engage.total,
        "trips": [
            {
                "place": each.place,
                "first_day": each.first_day.isoformat(),
                "last_day": each.last_day.isoformat(),
            }
            for each in found.trips
        ],
        "later": [_card_shape(each) for each in found.later],
        "later_total": found.later_total,
    }


def _day_shape(day: DayColumn) -> shapes.Shape:
    return {
        "day": day.day.isoformat(),
        "holiday": day.holiday or None,
        "planned_minutes": day.planned_minutes,
        "set_aside_minutes": day.set_aside_minutes,
        "busy": [{"at": f"{each.starts:%H:%M}", "minutes": each.minutes} for each in day.busy],
        "cards": [_card_shape(each) for each in day.cards],
    }


def _card_shape(card: DayCard) -> shapes.Shape:
    return {
        "kind": card.kind.value,
        "person": card.standing.name,
        "others": list(card.others),
        "day": card.day.isoformat(),
        "at": f"{card.starts:%H:%M}" if card.starts else None,
        "there": f"{card.there:%H:%M}" if card.there else None,
        "minutes": card.minutes,
        "channel": card.channel.value,
        "why": card.why or None,
        "place": card.place or None,
        "state": card.standing.state.value,
    }
