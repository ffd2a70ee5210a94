"""What the owner chooses: who they are, the time they set aside, how things look."""

from __future__ import annotations

import json
from typing import Any

from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Owner, Setting, TimeSetAside


def set_owner(
    library: Library, *, name: str | None = None, city: str | None = None, zone: str | None = None
) -> None:
    """Change who the owner is; what is None stays."""
    values = {"name": name, "city": city, "zone": zone}
    chosen = {column: value for column, value in values.items() if value is not None}
    with library.change("Change your own details"):
        Owner.update(**chosen).execute()


def set_time_aside(library: Library, weekday: int, minutes: int) -> None:
    """Set minutes aside for conversations on a weekday, Monday is 0. Raises KnownError outside 0 to 1,440."""
    if not 0 <= minutes <= 1440:
        raise KnownError("A day has between 0 and 1,440 minutes to set aside.")
    with library.change("Change the time set aside"):
        TimeSetAside.insert(weekday=weekday, minutes=minutes).on_conflict(
            conflict_target=[TimeSetAside.weekday], update={TimeSetAside.minutes: minutes}
        ).execute()


def remember(library: Library, name: str, value: Any) -> None:
    """Keep a setting of this library, anything JSON can hold."""
    text = json.dumps(value)
    with library.change(f"Remember {name}"):
        Setting.insert(name=name, value=text).on_conflict(
            conflict_target=[Setting.name], update={Setting.value: text}
        ).execute()


def recall(library: Library, name: str, default: Any = None) -> Any:
    """A setting of this library, or `default`."""
    text = library.value("SELECT value FROM setting WHERE name = ?", (name,))
    return default if text is None else json.loads(text)
