"""How much an export would hold, before it is written."""

from __future__ import annotations

import json
from collections.abc import Sequence

from planner.library import Library


def open_plans(library: Library, people: Sequence[int] | None, *, let_go: bool, today: str) -> int:
    """How many plans go into a calendar; `people` None is everybody."""
    return int(
        library.value(
            "SELECT count(*) FROM plan p WHERE (status = 'open' OR (:let_go AND status = 'let go'"
            " AND day >= :today)) AND (:everybody OR EXISTS (SELECT 1 FROM plan_person x"
            " WHERE x.plan_id = p.id AND x.person_id IN (SELECT value FROM json_each(:people))))",
            {
                "let_go": let_go,
                "today": today,
                "everybody": people is None,
                "people": json.dumps(list(people or ())),
            },
        )
    )


def private_conversations(library: Library) -> int:
    """How many conversations are marked private."""
    return int(library.value("SELECT count(*) FROM conversation WHERE private"))
