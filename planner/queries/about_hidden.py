"""All that is kept about one person while names are hidden: with initials, and nothing that leads to them."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.names_hidden import NamesHidden
from planner.domain.whole.hidden import LEFT_OUT, row_hidden
from planner.queries.about import Kept


def kept_hidden(kept: Kept, hidden: NamesHidden) -> Kept:
    """The same with initials. Steps lose their details, which say what stood in every field."""
    return replace(
        kept,
        name=hidden.name(kept.name),
        initials=True,
        parts=tuple(
            part._replace(rows=tuple(row_hidden(part.section, row, hidden) for row in part.rows))
            for part in kept.parts
            if part.section.key not in LEFT_OUT
        ),
        mentions=tuple(
            each._replace(words=hidden.shown(each.words))
            for each in kept.mentions
            if each.section.key not in LEFT_OUT
        ),
        steps=tuple(replace(step, label=hidden.shown(step.label), lines=()) for step in kept.steps),
        names={row: hidden.shown(words) for row, words in kept.names.items()},
    )
