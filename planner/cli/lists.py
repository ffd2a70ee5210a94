"""The commands that answer with a list: today, people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.table import tell
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.filters import Filter
from planner.domain.names import fold
from planner.domain.rhythm import State
from planner.queries.briefs import everybody
from planner.queries.engage import to_engage
from planner.queries.people import LayerCount, count, layers
from planner.queries.standing import Standing, last_words

_NOBODY = "There is nobody in this library yet; add people with “rapport import FILE”."


def today(call: Call) -> int:
    """Whom to engage today, and why."""
    with call.opened() as library:
        found = to_engage(library, call.today, limit=call.options.limit)
        nobody = not found.total and not count(library)
    if call.json:
        shapes.print_json([shapes.today_shape(each, call.today) for each in found.people])
        return 0
    if nobody:
        print(_NOBODY)
        return 0
    print(_headline(found.total, len(found.people), call.today))
    if found.people:
        print()
        tell([(each.name, each.layer, _state(each), each.reason) for each in found.people])
    return 0


def _headline(total: int, shown: int, today: date) -> str:
    day = words.day_words(today, today)
    if not total:
        return f"{day}: nobody is due."
    people = words.count(total, "person to engage", "people to engage")
    return f"{day}: {people}." if shown == total else f"{day}: {people}, the first {shown} of them."


def _state(standing: Standing) -> str:
    """The state in words; where it is on rhythm, something that you promised is overdue."""
    return "Promise overdue" if standing.state is State.ON_RHYTHM else standing.state_words


def people(call: Call) -> int:
    """Everybody, or whom the options narrow to, by name."""
    with call.opened() as library:
        wanted = _narrowed_to(call, layers(library))
        found = everybody(library, call.today, wanted)
    if call.json:
        shapes.print_json([shapes.person_shape(each, call.today) for each in found])
        return 0
    if not found:
        print("Nobody matches." if wanted else _NOBODY)
        return 0
    tell([(each.name, _work(each), each.layer, each.state_words, _last(each, call.today)) for each in found])
    return 0


def _narrowed_to(call: Call, known: Sequence[LayerCount]) -> Filter:
    """What the options of `people` say."""
    options = call.options
    return Filter(
        states=frozenset().union(*(options.state or ())),
        layers=frozenset(_layer(typed, known) for typed in options.layer or ()),
        cities=frozenset(fold(typed) for typed in options.city or ()),
        text=options.text,
        archived=options.archived,
    )


def _layer(typed: str, known: Sequence[LayerCount]) -> int:
    """The layer that is called so, in full or by its short name or the beginning of either."""
    wanted = fold(typed)
    called = {each.id: (fold(each.name), fold(each.short_name)) for each in known}
    found = [each for each, names in called.items() if wanted in names]
    found = found or [
        each for each, names in called.items() if wanted and any(name.startswith(wanted) for name in names)
    ]
    if len(found) != 1:
        listed = ", ".join(each.short_name or each.name for each in known)
        raise KnownError(f"“{typed}” is none of the layers. There are: {listed}.")
    return found[0]


def _work(standing: Standing) -> str:
    return ", ".join(filter(None, (standing.role, standing.organisation)))


def _last(standing: Standing, today: date) -> str:
    return last_words(standing, today).removeprefix("Last: ")
