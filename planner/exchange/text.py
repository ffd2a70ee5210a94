"""From the bytes and the encodings of a vCard to plain text."""

from __future__ import annotations

import re
from binascii import a2b_qp

from planner.exchange.charsets import text_of
from planner.exchange.content_lines import ContentLine, unescaped
from planner.exchange.pictures import base64_bytes

_LINE_ENDS = str.maketrans(
    {"\t": " ", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)
_CONTROLS = dict.fromkeys(
    (
        *(code for code in range(0x20) if code != 0x0A),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0xFEFF,
    )
)
"""Controls, and the marks that turn the direction of all text after them; phones put them around numbers."""

_ENCODED_SEMICOLON = re.compile(r"(?<!=5C)=3B", re.IGNORECASE)


def decoded(line: ContentLine) -> str:
    """The line's value without quoted-printable or base64, still escaped."""
    if not line.head.encoding:
        return line.value
    if line.head.encoding == "q":
        value = line.value
        if ";" in value:  # an encoded semicolon belongs to a part, a plain one parts them
            value = _ENCODED_SEMICOLON.sub("=5C=3B", value)
        return _plain_ends(text_of(a2b_qp(value.encode("utf-8")), line.head.charset))
    raw = base64_bytes(line.value)
    return line.value if raw is None else _plain_ends(text_of(raw, line.head.charset))


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_controls(text: str) -> str:
    """Text without control characters other than line breaks."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return text.translate(_LINE_ENDS).translate(_CONTROLS)


def plain_line(text: str) -> str:
    """A line of the file without control characters, else as it stands."""
    return text if text.isprintable() else text.replace("\t", " ").translate(_CONTROLS)


def one_line(escaped: str) -> str:
    """Plain text on one line, single-spaced."""
    if escaped.isprintable() and "\\" not in escaped and "  " not in escaped:
        return escaped.strip()
    return " ".join(without_controls(unescaped(escaped)).split())


def several_lines(escaped: str) -> str:
    """Plain text with its line breaks, without trailing spaces and empty ends."""
    text = without_controls(_plain_ends(unescaped(escaped)))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()
