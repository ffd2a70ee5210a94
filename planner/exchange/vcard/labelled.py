"""Labels of contact points as other programs understand them: types where they have some, else Apple's."""

from __future__ import annotations

from planner.exchange.content_lines import parsed_head
from planner.exchange.vcard.labels import label_of

_TYPES = {
    "phone": {"work": "work", "home": "home", "mobile": "cell", "fax": "fax", "pager": "pager"},
    "email": {"work": "work", "home": "home"},
    "address": {"work": "work", "home": "home"},
    "link": {"work": "work", "home": "home"},
}
_APPLES_OWN = {"other": "_$!<Other>!$_", "home page": "_$!<HomePage>!$_", "main": "_$!<Main>!$_"}


def types_of(kind: str, label: str) -> list[str] | None:
    """The types that read as this label again; None where it needs a label of its own."""
    known = _TYPES[kind]
    words = label.split()
    types = [known[word] for word in words if word in known]
    if len(types) < len(words):
        return None
    head = parsed_head(f"X;TYPE={','.join(types)}") if types else None
    return types if (label_of(head) if head else "") == label else None


def apple_label(label: str) -> str:
    """The label as Apple writes it: its own words in its own way, others as they are."""
    return _APPLES_OWN.get(label, label)
