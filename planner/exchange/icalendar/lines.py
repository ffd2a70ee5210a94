"""From a file's bytes to the blocks of a calendar: its entries and its time zones, with the lines we read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from planner.domain.errors import KnownError
from planner.exchange.charsets import text_of
from planner.exchange.content_lines import normalised
from planner.exchange.problems import ProblemList

MOST_ENTRIES = 100_000
MOST_LINE_BYTES = 1_000_000
_CUT_OFF = "This entry is cut off before its end and was left out."
_TOO_LONG = "A line of this entry is longer than 1 MB and was left out."
_TOO_MANY = (
    "This calendar has more than 100,000 entries. Nothing was read; export fewer years of it and try again."
)

_NAME = re.compile(rb"[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*([:;])")
MEETINGS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
"""Where an entry names the link of a meeting over the net."""

_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 9}
_ENTRY_NAMES = frozenset(
    {
        "UID",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "ORGANIZER",
        "ATTENDEE",
        "CONTACT",
        "STATUS",
        "TRANSP",
        "SEQUENCE",
    }
    | {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
    | {"X-MICROSOFT-CDO-ALLDAYEVENT", *MEETINGS}
)
_ZONE_NAMES = frozenset(
    {"TZID", "X-LIC-LOCATION", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "TZNAME"}
)
_TODO_NAMES = _ENTRY_NAMES | {"DUE", "COMPLETED", "CREATED", "DTSTAMP", "PERCENT-COMPLETE"}
_KEPT = {"VEVENT": _ENTRY_NAMES, "VTODO": _TODO_NAMES, "VTIMEZONE": _ZONE_NAMES}
_REPORT_EVERY = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One unfolded line: `name` in upper case, `text` all of it, without control characters."""

    name: str
    text: str

    @property
    def value(self) -> str:
        """What follows the first colon; right for lines whose parameters hold none."""
        return self.text.partition(":")[2].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One VEVENT, VTODO or VTIMEZONE; `number` is the line of its BEGIN, `about` what its calendar says of
    itself.

    A VTIMEZONE keeps the BEGIN and END lines of what stands inside it, the others leave such things out.
    """

    kind: str
    number: int
    about: dict[str, str]
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """All blocks of a file, in its order."""

    entries: list[Block] = field(default_factory=list)
    todos: list[Block] = field(default_factory=list)
    zones: list[Block] = field(default_factory=list)


def read_blocks(data: bytes, problems: ProblemList, tell: Callable[[float], None]) -> Blocks:
    """The entries and time zones of the file; what is cut off or too long becomes a problem.

    `tell` hears the share of the file that has been read. More than 100,000 entries are a KnownError.
    """
    plain = normalised(data)
    splitter = _Splitter(problems)
    read = 0
    for index, (number, raw) in enumerate(_unfolded(plain)):
        if index % _REPORT_EVERY == 0:
            tell(read / len(plain))
        splitter.take(number, raw)
        read += len(raw)
    splitter.finish()
    return splitter.blocks


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each unfolded line with the number of the line it begins on; of a line that is too long, its begin."""
    parts: list[bytes] = []
    begin, size = 1, 0
    for number, raw in enumerate(BytesIO(data), 1):
        raw = raw.rstrip(b"\n")
        if not raw:  # old Mozilla programs put empty lines before the folded part
            continue
        if parts and raw[:1] in (b" ", b"\t"):
            if size <= MOST_LINE_BYTES:
                parts.append(raw[1:])
                size += len(raw) - 1
            continue
        if parts:
            yield begin, b"".join(parts)
        parts, begin, size = [raw], number, len(raw)
    if parts:
        yield begin, b"".join(parts)


class _Splitter:
    """Puts lines into blocks, and forgives a file that forgets to end one before it begins the next."""

    def __init__(self, problems: ProblemList) -> None:
        self.blocks = Blocks()
        self._problems = problems
        self._about: dict[str, str] = {}
        self._block: Block | None = None
        self._inner: list[str] = []

    def take(self, number: int, raw: bytes) -> None:
        """Put one line where it belongs."""
        match = _NAME.match(raw)
        if match is None:
            return
        name = match[1].decode("ascii").upper()
        if name in ("BEGIN", "END"):
            kind = raw[match.end() :].strip().upper().decode("ascii", "replace")[:100]
            self._begin(kind, number) if name == "BEGIN" else self._end(kind)
        elif self._block is not None:
            self._keep(self._block, name, number, raw)
        elif name in ("METHOD", "X-WR-TIMEZONE", "X-WR-CALNAME") and name not in self._about:
            self._about[name] = _line(name, raw).value

    def finish(self) -> None:
        """Close what is still open at the end of the file."""
        if self._block is not None and self._block.kind != "VTIMEZONE":
            self._problems.add(self._block.number, _CUT_OFF)
        self._block, self._inner = None, []

    def _begin(self, kind: str, number: int) -> None:
        if kind == "VCALENDAR":
            self.finish()
            self._about = {}
        elif kind in _KEPT:
            self.finish()
            self._block = Block(kind=kind, number=number, about=self._about)
        elif self._block is not None:
            self._inner.append(kind)
            self._keep_edge(f"BEGIN:{kind}")

    def _end(self, kind: str) -> None:
        if kind == "VCALENDAR":
            self.finish()
        elif self._block is not None and kind == self._block.kind:
            self._complete(self._block)
        elif self._inner and kind == self._inner[-1]:
            self._inner.pop()
            self._keep_edge(f"END:{kind}")

    def _complete(self, block: Block) -> None:
        blocks = {"VEVENT": self.blocks.entries, "VTODO": self.blocks.todos}.get(
            block.kind, self.blocks.zones
        )
        blocks.append(block)
        if len(self.blocks.entries) + len(self.blocks.todos) > MOST_ENTRIES:
            raise KnownError(_TOO_MANY)
        self._block, self._inner = None, []

    def _keep_edge(self, text: str) -> None:
        if self._block is not None and self._block.kind == "VTIMEZONE":
            self._block.lines.append(Line(name=text.partition(":")[0], text=text))

    def _keep(self, block: Block, name: str, number: int, raw: bytes) -> None:
        if name not in _KEPT[block.kind] or (self._inner and block.kind != "VTIMEZONE"):
            return
        if len(raw) > MOST_LINE_BYTES:
            self._problems.add(number, _TOO_LONG)
            return
        block.lines.append(_line(name, raw))


def _line(name: str, raw: bytes) -> Line:
    return Line(name=name, text=text_of(raw).translate(_CONTROLS).strip())
