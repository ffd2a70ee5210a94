"""What messages say, read again from their archives for those who want to keep it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from planner.actions.imports.letters import Mail
from planner.actions.imports.mail_talks import MailTalk
from planner.actions.imports.sources import Source
from planner.actions.imports.times import zone_of
from planner.exchange.mail.body import MOST_BYTES, text_of_message

MOST_TEXTS = 20
"""Of the messages of one day with one person, so many are kept in full. A convention."""


def texts_of(mail: Mail, talk: MailTalk, zone: str) -> Iterator[str]:
    """The text of each message of a conversation, with its time where there are several.

    An archive that is no longer there, or has changed, gives none: the conversation is kept without.
    """
    for sent, file, place in talk.places[:MOST_TEXTS]:
        text = _text(mail.sources[file], place) if file < len(mail.sources) else ""
        if text and talk.count > 1:
            clock = datetime.fromtimestamp(sent, zone_of(zone) or UTC)
            yield f"{clock:%H:%M}\n{text}"
        elif text:
            yield text


def _text(source: Source, place: int) -> str:
    from planner.exchange.mail.mbox import message_at
    from planner.exchange.mail.single import message_begin

    try:
        if source.messages:
            with source.messages[place].open("rb") as stream:
                return text_of_message(message_begin(stream.read(MOST_BYTES)))
        with source.path.open("rb") as stream:
            stream.seek(place)
            data = stream.read(MOST_BYTES)
    except (OSError, IndexError):
        return ""
    return text_of_message(message_at(data), escaped=True)
