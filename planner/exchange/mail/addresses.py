"""Who is named in From, To and Cc: e-mail addresses with their names, groups and comments (RFC 5322)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planner.exchange.charsets import text_of
from planner.exchange.mail.encoded_words import decoded_words
from planner.exchange.text import without_controls

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|\(|\)|<([^<>]*)>?|([,;:])|[^"()<>,;:]+|[<>]', re.DOTALL)
_QUOTED_PAIR = re.compile(r"\\(.)", re.DOTALL)
_ADDRESS = re.compile(r"[^@\s<>\"',;:()]+@[^@\s<>\"',;:()]+")
_LONGEST_ADDRESS, _LONGEST_NAME = 254, 120
MOST_RECIPIENTS = 200
"""More are not looked at: such a message is to nobody in person."""

_LONGEST_HEADER = 60_000


class Mailbox(NamedTuple):
    """An e-mail address, folded to lower case, with the name that stands before it, or ''."""

    email: str
    name: str = ""


def mailboxes(raw: bytes) -> tuple[Mailbox, ...]:
    """The people of a header's value, each address once, without what is no address."""
    text = raw.decode("ascii") if raw.isascii() else text_of(raw)
    found: dict[str, Mailbox] = {}
    for words, comment, address in _parts(text[:_LONGEST_HEADER]):
        email = _email(address or words)
        if email and email not in found:
            found[email] = Mailbox(email, _name(words if address else comment, email))
        if len(found) == MOST_RECIPIENTS:
            break
    return tuple(found.values())


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Each mailbox as the words before it, the comment beside it, and what stands in angle brackets."""
    words, comment, address, depth = "", "", "", 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == "(":
            depth += 1
        elif token == ")":
            depth = max(0, depth - 1)
        elif depth:
            comment += token
        elif token == ":":
            words = ""  # what stood before was a group's name
        elif token in (",", ";"):
            yield words, comment, address
            words, comment, address = "", "", ""
        elif match[2] is not None:
            address = match[2] or address
        else:
            words += _QUOTED_PAIR.sub(r"\1", match[1]) if match[1] is not None else token
    yield words, comment, address


def _email(text: str) -> str:
    match = _ADDRESS.search(text[: 2 * _LONGEST_ADDRESS])
    email = match[0].strip(".").lower() if match else ""
    good = len(email) <= _LONGEST_ADDRESS and email.isprintable() and email[:1] != "@" and email[-1:] != "@"
    return email if good else ""


def _name(text: str, email: str) -> str:
    """The name as written, or '' where it is only the address again."""
    if "=?" in text:
        text = decoded_words(text)
    name = " ".join(without_controls(text).split())[:_LONGEST_NAME].strip()
    while len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return "" if name.lower().strip("<>") == email else name
