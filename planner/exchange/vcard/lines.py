"""From a file's bytes to its cards, and from a card's bytes to its unfolded lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from planner.domain.errors import KnownError
from planner.exchange.charsets import text_of
from planner.exchange.code_pages import likely_page
from planner.exchange.content_lines import escaped, unfolded

MOST_CARDS = 20_000
_TOO_MANY = (
    f"This file holds more than {MOST_CARDS:,} cards, so nothing was read. Split it into smaller files."
)
_EDGE_TEXT = rb"(?:(?P<agent>AGENT[^:\n]{0,80}:[ \t]*)?(?P<begin>BEGIN)|END)[ \t]*:[ \t]*VCARD[ \t]*"
_EDGE = re.compile(rb"\n" + _EDGE_TEXT + rb"(?=\n)", re.IGNORECASE)
_JOINED = b"END:VCARDBEGIN:VCARD"
"""Files put one after the other where the first does not end its last line."""

_JOINED_EDGE = re.compile(
    rb"(?:\n|(?<=END:VCARD))" + _EDGE_TEXT + rb"(?=\n|BEGIN:VCARD)",
    re.IGNORECASE,
)
_AGENT_BEFORE = re.compile(rb"\nAGENT[^:\n]{0,80}:\s*\Z", re.IGNORECASE)
_INNER_EDGE = re.compile(r"(?:AGENT[^:]*:\s*)?(BEGIN|END)\s*:\s*VCARD\s*\Z", re.IGNORECASE)
_OLD = re.compile(rb"\nVERSION[ \t]*:[ \t]*2\.1", re.IGNORECASE)
_CHARSET = re.compile(rb';[ \t]*CHARSET="?([\w.:-]+)', re.IGNORECASE)
_SOFT = re.compile(rb';[ \t]*(?:ENCODING[ \t]*=[ \t]*"?)?QUOTED-PRINTABLE', re.IGNORECASE)
_PACKED = re.compile(rb"[A-Za-z0-9+/=\s]*\Z")
_SPACES = (b" ", b"\t")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_MOST_LOOKED_AT, _MOST_OF_A_LINE = 500, 1_000
"""Lines, and bytes of each, from which an undeclared charset is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCard:
    """One card's bytes between its BEGIN and END, starting with a line break; `line` is that of its BEGIN.

    `before` is what stands between this card and the one before, `share` how far into the file the card
    ends, 0 to 1, `closed` whether there is an END, `nested` whether another card stands inside, as an AGENT.
    """

    body: bytes
    line: int
    before: bytes
    share: float
    closed: bool
    nested: bool


def raw_cards(data: bytes) -> Iterator[RawCard]:
    """The cards of a normalised file, in order. One without an END reaches to the next BEGIN."""
    data = b"\n" + data + b"\n"
    body_at, line, before = -1, 0, b""
    ended, counted = 0, 0
    for edge, nested in _outer_edges(data):
        begins = edge is None or edge["begin"] is not None
        upto = edge.start() if edge else len(data)
        if body_at >= 0:
            yield RawCard(
                body=data[body_at:upto],
                line=line,
                before=before,
                share=upto / len(data),
                closed=not begins,
                nested=nested,
            )
            ended = upto
        if edge is None:
            return
        line += data.count(b"\n", counted, upto + 1)
        counted = upto + 1
        body_at, before = (edge.end(), data[ended:upto]) if begins else (-1, b"")
        ended = ended if begins else edge.end()


def _outer_edges(data: bytes) -> Iterator[tuple[re.Match[bytes] | None, bool]]:
    """Where cards begin and end, and None at the end; each with whether an AGENT's card stood before it."""
    begins, ends, depth = 0, 0, 0
    inside, nested = False, False
    pattern = _JOINED_EDGE if _JOINED in data else _EDGE
    for edge in pattern.finditer(data):
        begins, ends = (begins + 1, ends) if edge["begin"] else (begins, ends + 1)
        if max(begins, ends) > MOST_CARDS:
            raise KnownError(_TOO_MANY)
        if inside and edge["begin"] and (edge["agent"] or _follows_agent(data, edge.start())):
            depth, nested = depth + 1, True
        elif depth and not edge["begin"]:
            depth -= 1
        else:
            yield edge, nested
            inside, nested, depth = edge["begin"] is not None, False, 0
    yield None, nested


def _follows_agent(data: bytes, at: int) -> bool:
    return _AGENT_BEFORE.search(data, max(0, at - 200), at) is not None


class Undeclared:
    """The charset of a file's lines that are not UTF-8 and do not say theirs; looked for when one is met."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def charset(self) -> str:
        """What makes most sense of all of them together: a name alone tells too little."""
        return likely_page(b"\n".join(islice(self._lines(), _MOST_LOOKED_AT)))

    def _lines(self) -> Iterator[bytes]:
        stop = 0
        while found := _BEYOND_ASCII.search(self._data, stop):
            start = self._data.rfind(b"\n", stop, found.start()) + 1
            stop = self._data.find(b"\n", found.start()) % (len(self._data) + 1)
            head, colon, value = self._data[start:stop].partition(b":")
            if colon and not _CHARSET.search(head) and not _is_utf8(value):
                yield value[:_MOST_OF_A_LINE]


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def text_lines(card: RawCard, undeclared: Undeclared) -> Iterator[tuple[int, str]]:
    """The card's unfolded lines that are not empty, each with the number of the line it begins on.

    A card inside the card comes as one line, as vCard 3.0 writes it: AGENT:BEGIN:VCARD\\nFN:…
    """
    lines = ((number, _line_text(raw, undeclared)) for number, raw in _logical_lines(card))
    return _inner_cards_in_one_line(lines) if card.nested else lines


def _inner_cards_in_one_line(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    depth, begun = 0, 0
    inner: list[str] = []
    for number, text in lines:
        edge = _INNER_EDGE.match(text)
        begins = edge is not None and edge[1].upper() == "BEGIN"
        if begins and not depth:
            begun, inner, text = number, [], "BEGIN:VCARD"
        depth += begins
        if not depth:
            yield number, text
            continue
        inner.append(text)
        if edge and not begins:
            depth -= 1
        if not depth:
            yield begun, "AGENT:" + escaped("\n".join(inner))
    if depth:
        yield begun, "AGENT:" + escaped("\n".join(inner))


def _is_simple(body: bytes) -> bool:
    """True where a line goes on only if the next begins with a space that is not part of the text."""
    return b"=\n" not in body and (not _is_folded(body) or _OLD.search(body) is None)


def _is_folded(body: bytes) -> bool:
    return b"\n " in body or b"\n\t" in body


def simple_lines(card: RawCard) -> Iterable[tuple[int, str]] | None:
    """The quick way for nearly every card: its unfolded lines, empty ones too, each with its number.

    None for a card that has to go the long way. One with a line that is no property has to, too: that line
    may belong to the one before.
    """
    if card.nested or not _is_simple(card.body):
        return None
    try:
        lines = unfolded(card.body).decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    if not _is_folded(card.body):
        return enumerate(lines, card.line)
    pieces = enumerate(card.body.split(b"\n"), card.line)
    return zip([number for number, piece in pieces if piece[:1] not in _SPACES], lines, strict=True)


def _line_text(raw: bytes, undeclared: Undeclared) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(raw.partition(b":")[0])
        if declared:
            return text_of(raw, declared[1].decode("ascii", "replace"))
        return text_of(raw, otherwise=undeclared.charset)


def _logical_lines(card: RawCard) -> Iterator[tuple[int, bytes]]:
    """Lines with their folded, soft-broken or bare base64 continuations joined to them."""
    old = _OLD.search(card.body) is not None
    parts: list[bytes] = []
    number, kind = card.line, b""
    for index, line in enumerate(card.body.split(b"\n"), card.line):
        if parts and _continues(line, parts, kind):
            parts.append(line)
            continue
        if parts:
            yield number, _joined(parts, kind, old)
        parts, number, kind = ([line] if line.strip() else []), index, _kind(line)
    if parts:
        yield number, _joined(parts, kind, old)


def _kind(line: bytes) -> bytes:
    """b'q' for a line in quoted-printable, b'b' for one in base64, else b''."""
    head = line.partition(b":")[0]
    if b";" not in head:
        return b""
    if _SOFT.search(head):
        return b"q"
    head = head.upper()
    return b"b" if b"BASE64" in head or b"ENCODING=B" in head else b""


def _continues(line: bytes, parts: list[bytes], kind: bytes) -> bool:
    if line[:1] in _SPACES:
        return True
    if kind == b"q":
        return parts[-1].rstrip().endswith(b"=")
    if kind == b"b" and _PACKED.match(line):
        return bool(line) or (len(parts) == 1 and parts[0].rstrip().endswith(b":"))
    return False


def _joined(parts: list[bytes], kind: bytes, old: bool) -> bytes:
    if len(parts) == 1:
        return parts[0]
    if kind == b"q":
        return _joined_softly(parts)
    if kind == b"b":
        return b"".join(part.strip() for part in parts)
    # vCard 2.1 folds at a space and keeps it; later versions add one
    return b"".join(parts) if old else unfolded(b"\n".join(parts))


def _joined_softly(parts: list[bytes]) -> bytes:
    """Quoted-printable after its soft breaks; programs that also indent each piece are forgiven."""
    rest = parts[1:]
    indented = all(part[:1] in _SPACES for part in rest)
    if indented and (len(rest) > 1 or rest[0][1:2] == b"=" or not parts[0].rstrip().endswith(b"=")):
        parts = [parts[0], *(part[1:] for part in rest)]
    pieces = [part.rstrip() for part in parts[:-1]]
    return b"".join(piece[:-1] if piece.endswith(b"=") else piece for piece in pieces) + parts[-1]
