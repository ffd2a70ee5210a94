"""How two people can talk, and how much of a conversation each way is worth to a rhythm."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """The way of a conversation; a letter or an e-mail is a message."""

    IN_PERSON = "in person"
    CALL = "call"
    VIDEO = "video"
    MESSAGE = "message"
    EVENT = "event"


CREDIT: dict[Channel, float] = {
    Channel.IN_PERSON: 1.0,
    Channel.EVENT: 1.0,
    Channel.VIDEO: 0.8,
    Channel.CALL: 0.6,
    Channel.MESSAGE: 0.3,
}
"""Credit of one conversation, 0 to 1 (SCIENCE 1.2). A convention: only the order has support."""


CHANNEL_NAMES: dict[str, Channel] = {
    "in person": Channel.IN_PERSON,
    "person": Channel.IN_PERSON,
    "meeting": Channel.IN_PERSON,
    "call": Channel.CALL,
    "phone": Channel.CALL,
    "video": Channel.VIDEO,
    "message": Channel.MESSAGE,
    "mail": Channel.MESSAGE,
    "e mail": Channel.MESSAGE,
    "email": Channel.MESSAGE,
    "letter": Channel.MESSAGE,
    "event": Channel.EVENT,
}
"""Every channel by any of its usual names."""


class ReachedOut(StrEnum):
    """Who began a conversation. Not known is None, never a middle value."""

    YOU = "you"
    THEY = "they"
