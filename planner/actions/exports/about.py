"""Everything about one person as plain text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from planner.domain.plain import shown
from planner.domain.whole.sections import INITIALS, NAMES
from planner.exchange.whole.values import outward
from planner.queries.about import Kept, Part
from planner.queries.about_told import Chapter, Document

FORMAT = "rapport-person"
VERSION = 1


def about_text(document: Document) -> str:
    """The document as lines; nothing in a text can steer the terminal that shows them."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield shown(document.title)
    yield shown(document.line)
    for chapter in document.chapters:
        yield ""
        yield shown(chapter.title)
        yield from _chapter(chapter)


def _chapter(chapter: Chapter) -> Iterator[str]:
    for entry in chapter.entries:
        said = [shown(f"{each.label}: {each.words}" if each.label else each.words) for each in entry.said]
        first, *rest = [entry.day, *said] if entry.day else said or [""]
        yield f"- {first}"
        yield from (f"  {each}" for each in rest)
    if chapter.note:
        yield f"  {chapter.note}"


def about_json(kept: Kept) -> dict[str, Any]:
    """Every row with every field, in the form of the JSON of everything (rapport help schema)."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **({NAMES: INITIALS} if kept.initials else {}),
        "person": kept.name,
        "day": kept.on.isoformat(),
        "private": kept.private,
        "left_out": kept.hidden,
        "kept": {part.section.key: _rows(part) for part in kept.parts},
        "named_elsewhere": [
            {"in": each.section.key, "field": each.field.key, "words": each.words} for each in kept.mentions
        ],
        "history": [
            {
                "when": step.at.isoformat(timespec="seconds").replace("+00:00", "Z"),
                "label": step.label,
                "changed": list(step.lines),
            }
            for step in kept.steps
        ],
    }


def _rows(part: Part) -> list[dict[str, Any]]:
    fields = part.section.fields
    return [
        {field.key: outward(field, value) for field, value in zip(fields, row, strict=True)}
        for row in part.rows
    ]


def about_json_bytes(kept: Kept) -> bytes:
    """The same as a file."""
    return (json.dumps(about_json(kept), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
