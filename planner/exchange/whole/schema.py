"""The JSON Schema (2020-12) of the JSON of everything, made from the description that reads and writes it."""

from __future__ import annotations

from typing import Any

from planner.domain.addresses import PARTS
from planner.domain.whole.sections import FORMAT, INITIALS, NAMES, SECTIONS, VERSION
from planner.domain.whole.shape import Field, Is, Section

_TYPES: dict[Is, dict[str, Any]] = {
    Is.ID: {"type": "string", "pattern": "^[1-9][0-9]{0,18}$"},
    Is.LINK: {"type": "string", "pattern": "^[1-9][0-9]{0,18}$"},
    Is.TEXT: {"type": "string"},
    Is.DAY: {"type": "string", "format": "date"},
    Is.BIRTHDAY: {"type": "string", "pattern": "^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$"},
    Is.MOMENT: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},
    Is.CLOCK: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    Is.ZONE: {"type": "string"},
    Is.NUMBER: {"type": "integer"},
    Is.REAL: {"type": "number"},
    Is.FLAG: {"type": "boolean"},
    Is.PICTURE: {"type": "string", "contentEncoding": "base64"},
    Is.PARTS: {
        "type": "object",
        "properties": {part: {"type": "string"} for part in PARTS},
        "additionalProperties": False,
    },
}


def json_schema() -> dict[str, Any]:
    """The whole schema. Text is plain text; what is not known is null or, for texts, ''."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Everything in a Rapport library",
        "description": "Rows point to each other by id. A file for some people lacks the sections that are "
        "nobody's; a file without private things lacks what is marked private.",
        "type": "object",
        "required": ["format", "version", "schema", "private"],
        "properties": {
            "format": {"const": FORMAT},
            NAMES: {
                "const": INITIALS,
                "description": "only where initials stand for names; such a file is never imported",
            },
            "version": {"type": "integer", "maximum": VERSION, "description": "of this format"},
            "schema": {"type": "integer", "description": "of the library that was exported"},
            "private": {"type": "boolean", "description": "whether things marked private are in it"},
            **{section.key: _section(section) for section in SECTIONS},
        },
        "additionalProperties": False,
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "description": section.words,
        "type": "array",
        "items": {
            "type": "object",
            "required": [field.key for field in section.fields if field.default is ...],
            "properties": {field.key: _field(field) for field in section.fields},
            "additionalProperties": False,
        },
    }


def _field(field: Field) -> dict[str, Any]:
    said = dict(_TYPES[field.holds])
    if field.choices:
        said["enum"] = [*field.choices, *([None] if field.may_be_null else [])]
    if field.may_be_null:
        said["type"] = [said["type"], "null"]
    said["description"] = f"{field.words} (an id of {field.to})" if field.to else field.words
    return said
