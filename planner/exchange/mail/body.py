"""What a message says, for those who want to keep it: its plain text, without what it quotes."""

from __future__ import annotations

import re

from planner.exchange.mail.parts import text_part
from planner.exchange.text import without_controls

MOST_BYTES = 256 * 1024
"""Bytes of one message of which its text is taken; what is behind are attachments."""

MOST_LETTERS = 20_000
_FROM_ESCAPE = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_SOMEBODY_WROTE = (
    r"^(?:On|Am|Le|El|Il|Op) [^\n]{4,120}(?:\n[^\n]{1,80})?"
    r"(?:wrote|schrieb|écrit|escribió|scritto|schreef)[^\n]{0,60}:[ \t]*$"
)
_ORIGINAL = r"^-{2,} ?(?:Original Message|Ursprüngliche Nachricht|Forwarded message)|^_{20,}$"
_OUTLOOKS_HEADER = r"^(?:From|Von|De): [^\n]{1,200}\n(?:Sent|Gesendet|Date|Datum|Envoyé)[^\n]{0,20}:"
_QUOTES_BEGIN = re.compile(f"{_SOMEBODY_WROTE}|{_ORIGINAL}|{_OUTLOOKS_HEADER}", re.MULTILINE)


def text_of_message(data: bytes, *, escaped: bool = False) -> str:
    """The text that the sender wrote; '' where there is none. `escaped` undoes what an mbox does to lines
    that begin with 'From '.
    """
    data = data[:MOST_BYTES].replace(b"\r\n", b"\n")
    if escaped:
        data = _FROM_ESCAPE.sub(rb"\1", data)
    text = without_controls(text_part(data)[0].replace("\r\n", "\n").replace("\r", "\n"))
    for end in (_SIGNATURE, _QUOTES_BEGIN):
        if (match := end.search(text)) is not None:
            text = text[: match.start()]
    lines = [line.rstrip() for line in text.split("\n") if not line.startswith(">")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip()[:MOST_LETTERS].rstrip()
