"""The seven parts of a postal address, as address books part them and as a library remembers them."""

from __future__ import annotations

import json
from collections.abc import Sequence

PARTS = ("post_box", "extension", "street", "city", "region", "code", "country")
"""The parts in the order of vCard's ADR."""

NOTHING_KNOWN = ("",) * len(PARTS)


def parts_text(parts: Sequence[str]) -> str:
    """The parts that say something, as JSON for the column of that name; '' where none does."""
    said = {name: part for name, part in zip(PARTS, parts, strict=False) if part}
    return json.dumps(said, ensure_ascii=False) if said else ""


def parts_of(text: str) -> tuple[str, ...]:
    """The seven parts behind such a text; all are '' where it says nothing."""
    said = json.loads(text) if text else {}
    return tuple(str(said.get(name, "")) for name in PARTS)
