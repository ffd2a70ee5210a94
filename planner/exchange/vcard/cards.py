"""Reads address books as real programs write them: vCard 2.1, 3.0 and 4.0 (RFC 2426, 6350, 6868, 9554).

A card that cannot be read never costs another one: what is lost is said in one sentence with its line number.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from planner.domain.errors import KnownError
from planner.exchange.content_lines import normalised
from planner.exchange.drafts import Cancelled, Drafts
from planner.exchange.vcard.lines import Undeclared, raw_cards
from planner.exchange.vcard.reading import Reading

MOST_FILE_BYTES = 50 * 1024 * 1024
_CARDS_PER_PROGRESS = 100
_FIRST_LINE = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:\n|\Z)", re.IGNORECASE)
_ENOUGH_TO_RECOGNISE = 16_384
_NOT_ONE = (
    "This file is not an address book that Rapport can read: there is no vCard in it. Nothing was changed."
)
_TOO_LARGE = "This file is larger than 50 MB, so nothing was read. Split it into smaller files."


def looks_like_vcard(data: bytes) -> bool:
    """True if the first line that is not empty begins a vCard, whatever the file is called."""
    return _FIRST_LINE.match(normalised(data[:_ENOUGH_TO_RECOGNISE])) is not None


def read_vcards(data: bytes, *, progress: Callable[[float], bool] | None = None) -> Drafts:
    """The people of an address book, and what could not be read.

    `progress` is told the share done, 0 to 1, every hundred cards, and answers False to stop, which raises
    Cancelled. Raises KnownError where the file is no address book or over a limit.
    """
    if len(data) > MOST_FILE_BYTES:
        raise KnownError(_TOO_LARGE)
    data = normalised(data)
    reading = Reading(Undeclared(data))
    count = 0
    for count, card in enumerate(raw_cards(data), 1):
        reading.read(card)
        if progress and count % _CARDS_PER_PROGRESS == 0 and not progress(card.share):
            raise Cancelled
    if not count:
        raise KnownError(_NOT_ONE)
    if progress and not progress(1.0):
        raise Cancelled
    return reading.drafts()
