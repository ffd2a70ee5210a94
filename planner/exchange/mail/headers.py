"""The header of a message, and only what of it matters here."""

from __future__ import annotations

MOST_HEADER = 256 * 1024
"""Bytes of one message's header that are looked at."""

_READ = frozenset(
    {b"from", b"sender", b"to", b"cc", b"date", b"subject", b"message-id", b"received"}
    | {b"list-id", b"list-unsubscribe", b"list-post", b"mailing-list", b"precedence", b"auto-submitted"}
    | {b"x-auto-response-suppress", b"x-autoreply", b"x-autorespond", b"feedback-id", b"x-campaign-id"}
    | {b"content-type", b"x-spam-flag", b"x-gmail-labels", b"x-mozilla-status", b"x-mozilla-draft-info"}
    | {b"delivered-to", b"x-original-to", b"envelope-to", b"return-path", b"x-failed-recipients", b"x-status"}
)

Header = dict[bytes, bytes]
"""Values by their names in small letters, unfolded; of several with one name the first."""


def header_of(block: bytes) -> Header:
    """What of a header block is read."""
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    if b"\n " in block:
        block = block.replace(b"\n ", b" ")
    if b"\n\t" in block:
        block = block.replace(b"\n\t", b" ")
    found: Header = {}
    for line in block.split(b"\n"):
        name, colon, value = line.partition(b":")
        if colon:
            name = name.strip().lower()
            if name in _READ and name not in found:
                found[name] = value.strip()
    return found


def header_end(data: bytes, at: int, upto: int) -> int:
    """Where the empty line after the header that begins at `at` begins, or -1 where there is none before."""
    if data.startswith((b"\n", b"\r\n"), at, upto):
        return at
    plain = data.find(b"\n\n", at, upto)
    windows = data.find(b"\n\r\n", at, upto if plain < 0 else plain + 1)
    end = plain if windows < 0 else windows
    return end + 1 if end >= 0 else -1
