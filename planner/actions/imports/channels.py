"""How the people of a calendar entry talked, as far as the entry tells."""

from __future__ import annotations

import re

from planner.domain.channels import Channel
from planner.exchange.drafts import EventDraft

MOST_IN_CONVERSATION = 5
"""More known people than this make an entry an event. A convention."""

_EVENT = re.compile(r"\b(?:all[- ]hands|town[- ]?hall)\b", re.IGNORECASE)
_LINK = re.compile(
    r"teams\.(?:microsoft|live)\.com|zoom(?:gov)?\.(?:us|com)|meet\.google\.com|webex\.com|whereby\.com"
    r"|gotomeeting\.com|meet\.goto\.com|meet\.jit\.si|join\.skype\.com",
    re.IGNORECASE,
)
_VIDEO = re.compile(
    r"\b(?:video|videocall|zoom|webex|google meet|(?:microsoft|ms) teams|teams meeting)\b", re.I
)
_CALL = re.compile(
    r"\b(?:(?:phone|conference|conf)[- ]?)?calls?\b|\bphone\b|\btelephone\b|\btel:", re.IGNORECASE
)


def channel_of(draft: EventDraft, known_people: int) -> Channel:
    """The channel that title, place and notes speak of; in person where they do not."""
    if known_people > MOST_IN_CONVERSATION or _EVENT.search(draft.title):
        return Channel.EVENT
    said = f"{draft.title}\n{draft.place}"
    if _LINK.search(draft.place) or _LINK.search(draft.notes) or _VIDEO.search(said):
        return Channel.VIDEO
    return Channel.CALL if _CALL.search(said) else Channel.IN_PERSON
