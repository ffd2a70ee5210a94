"""A filter as it is kept: plain lists, texts and truths that JSON can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from planner.domain.filters import Filter, Owed
from planner.domain.rhythm import State


def rule_of(wanted: Filter) -> dict[str, Any]:
    """What the filter says, and nothing else: an empty filter is an empty rule."""
    found: dict[str, Any] = {}
    for name, value in wanted._asdict().items():
        if isinstance(value, frozenset):
            value = sorted(str(each) if isinstance(each, str) else each for each in value)
        if value:
            found[name] = value
    return found


def filter_of(rule: Mapping[str, Any]) -> Filter:
    """The filter that a rule describes. What is not understood, as from a later version, says nothing."""
    choices: dict[str, Any] = {name: _known(rule.get(name), read) for name, read in _CHOICES.items()}
    return Filter(
        **choices,
        unplanned=rule.get("unplanned") is True,
        archived=rule.get("archived") is True,
        text=_text(rule.get("text")) or "",
    )


def _known(values: object, read: Callable[[object], Any]) -> frozenset[Any]:
    given = values if isinstance(values, list | tuple) else ()
    return frozenset(found for each in given if (found := read(each)) is not None)


def _figure(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _state(value: object) -> State | None:
    return next((each for each in State if each == value), None)


def _owed(value: object) -> Owed | None:
    return next((each for each in Owed if each == value), None)


_CHOICES: dict[str, Callable[[object], Any]] = {
    "states": _state,
    "layers": _figure,
    "cities": _text,
    "organisations": _figure,
    "tags": _text,
    "initiatives": _figure,
    "stands": _text,
    "owed": _owed,
}
