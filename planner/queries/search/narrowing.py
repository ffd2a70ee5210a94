"""What the filters of a search mean in a library: whom, from and before which day, and how one talked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from planner.domain.channels import CHANNEL_NAMES, Channel
from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.domain.searching import Filter
from planner.domain.typed import read_day
from planner.library import Library

_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?\Z")


class Narrowed(NamedTuple):
    """What a search is narrowed to; None narrows nothing. `first` counts, `before` does not any more.

    `problem` is the sentence for a filter that means nothing here; nothing fits it.
    """

    people: tuple[int, ...] | None = None
    first: date | None = None
    before: date | None = None
    channels: frozenset[Channel] | None = None
    problem: str = ""

    @property
    def by_day(self) -> bool:
        """Whether days matter, which people and initiatives do not have."""
        return self.first is not None or self.before is not None


def narrowed(library: Library, filters: Iterable[Filter], today: date) -> Narrowed:
    """What the filters mean together."""
    found = Narrowed()
    conditions: list[str] = []
    values: list[str] = []
    try:
        for each in filters:
            if each.name == "before":
                found = found._replace(before=_day(each.value, today))
            elif each.name == "after":
                found = found._replace(first=_day(each.value, today))
            elif each.name == "channel":
                found = found._replace(channels=_channels(found.channels, each))
            else:
                condition, more = _ABOUT[each.name](library, each.value)
                conditions.append(f"NOT ({condition})" if each.without else condition)
                values += more
    except KnownError as error:
        return Narrowed(people=(), problem=str(error))
    if not conditions:
        return found
    rows = library.rows(
        f"SELECT id FROM person p WHERE trashed_on IS NULL AND {' AND '.join(conditions)}", values
    )
    return found._replace(people=tuple(row[0] for row in rows))


def _day(value: str, today: date) -> date:
    """A day as it is said, or the first one of '2025' or '2025-06'."""
    if (found := _YEAR_OR_MONTH.match(value)) and 1 <= int(found[2] or 1) <= 12 and int(found[1]):
        return date(int(found[1]), int(found[2] or 1), 1)
    day = read_day(value, today, past=True)
    assert day is not None
    return day


def _channels(chosen: frozenset[Channel] | None, wanted: Filter) -> frozenset[Channel]:
    named = CHANNEL_NAMES.get(" ".join(fold(wanted.value).replace("-", " ").split()))
    if named is None:
        raise KnownError(f"“{wanted.value}” is no channel. Write in-person, call, video, message or event.")
    if wanted.without:
        return (chosen or frozenset(Channel)) - {named}
    return frozenset({named}) if chosen is None else chosen & {named}


def _called(library: Library, value: str) -> tuple[str, list[str]]:
    """Somebody with a word in their name that begins so."""
    wanted = fold(value).replace("%", "").replace("_", " ")
    condition, values = "(p.folded LIKE ? OR p.folded LIKE ?)", [f"{wanted}%", f"% {wanted}%"]
    if not library.value(f"SELECT EXISTS (SELECT 1 FROM person p WHERE {condition})", values):
        raise KnownError(f"Nobody here is called “{value}”.")
    return condition, values


def _in_layer(library: Library, value: str) -> tuple[str, list[str]]:
    wanted = fold(value)
    layers = list(library.rows("SELECT id, name, short_name FROM layer ORDER BY position, id"))
    if wanted in ("none", "no"):
        return "p.layer_id IS NULL", []
    fitting = [str(each[0]) for each in layers if any(_begins(name, wanted) for name in each[1:])]
    if not fitting:
        named = ", ".join(each[2] for each in layers)
        raise KnownError(f"No layer is called “{value}”. There are {named}.")
    return f"p.layer_id IN ({', '.join(fitting)})", []


def _in_city(library: Library, value: str) -> tuple[str, list[str]]:
    wanted = fold(value)
    cities = [row[0] for row in library.rows("SELECT DISTINCT city FROM person WHERE city <> ''")]
    fitting = [each for each in cities if _begins(each, wanted)]
    if not fitting:
        raise KnownError(f"Nobody here lives in “{value}”, as far as you noted.")
    return f"p.city IN ({', '.join('?' * len(fitting))})", fitting


def _begins(name: str, wanted: str) -> bool:
    """Whether a name, or a word in it, begins so."""
    folded = fold(name)
    return folded.startswith(wanted) or f" {wanted}" in folded


_ABOUT = {"person": _called, "layer": _in_layer, "city": _in_city}
