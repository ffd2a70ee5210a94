"""Text of headers: bytes of any charset, and encoded words (RFC 2047): '=?utf-8?Q?Zo=C3=AB?='."""

from __future__ import annotations

import re
from binascii import a2b_qp

from planner.exchange.charsets import text_of
from planner.exchange.pictures import base64_bytes
from planner.exchange.text import without_controls

_WORD = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")


def header_text(raw: bytes) -> str:
    """A header's value as plain text on one line."""
    text = raw.decode("ascii") if raw.isascii() else text_of(raw)
    if "=?" in text:
        text = decoded_words(text)
    if not text.isprintable():
        text = without_controls(text)
    return " ".join(text.split())


def decoded_words(text: str) -> str:
    """The text with its encoded words decoded; what is between two of them is no space."""
    found: list[str] = []
    at, charset, waiting = 0, "", b""
    for match in _WORD.finditer(_BETWEEN.sub(r"\1", text)):
        if waiting and (match.start() != at or match[1] != charset):
            found.append(text_of(waiting, charset))
            waiting = b""
        found.append(match.string[at : match.start()])
        # programs part a letter of several bytes between two words, so bytes are joined before they are read
        charset, waiting, at = match[1], waiting + _decoded(match[2], match[3]), match.end()
    if waiting:
        found.append(text_of(waiting, charset))
    rest = _BETWEEN.sub(r"\1", text)[at:]
    return "".join((*found, rest))


def _decoded(encoding: str, text: str) -> bytes:
    if encoding in "qQ":
        return a2b_qp(text.replace("_", " ").encode("utf-8"), header=False)
    raw = base64_bytes(text)
    return text.encode("utf-8") if raw is None else raw
