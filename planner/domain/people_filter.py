"""A filter of people in one line: 'layer:board -tag:chess "van Rijn"'. Every word narrows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain.errors import KnownError
from planner.domain.names import fold

FIELDS: Mapping[str, str] = {
    "person": "name",
    "name": "name",
    "layer": "layer",
    "tag": "tag",
    "city": "city",
    "organisation": "organisation",
    "organization": "organisation",
    "org": "organisation",
    "role": "role",
    "state": "state",
}
"""What may stand before a colon, and what it looks into."""

_WORD = re.compile(r'(-?)(?:([A-Za-z]+):)?("[^"]*"|\S+)')
_ANYWHERE = ("name", "organisation", "role", "city", "layer", "tag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a filter: `field` is a value of FIELDS or '' for anywhere, `wanted` is folded."""

    field: str
    wanted: str
    unwanted: bool = False

    def fits(self, said: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether a person fits, of whom `said` holds the folded values by field."""
        fields = (self.field,) if self.field else _ANYWHERE
        found = any(self._within(field, value) for field in fields for value in said.get(field, ()))
        return found is not self.unwanted

    def _within(self, field: str, value: str) -> bool:
        if field in ("tag", "state"):
            return value == self.wanted
        return self.wanted in value


def terms_of(text: str) -> tuple[Term, ...]:
    """The words of a filter; none lets everybody through. Raises KnownError for a field there is not."""
    return tuple(_term(*found) for found in _WORD.findall(text) if found[2].strip('"'))


def _term(minus: str, field: str, word: str) -> Term:
    if field and field.lower() not in FIELDS:
        known = ", ".join(f"{each}:" for each in ("person", "layer", "tag", "city", "organisation", "role"))
        raise KnownError(f"There is no filter “{field}:”; there are {known} and state:.")
    return Term(field=FIELDS.get(field.lower(), ""), wanted=fold(word.strip('"')), unwanted=minus == "-")
