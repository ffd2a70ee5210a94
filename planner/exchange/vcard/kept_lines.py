"""Lines of a former card that a library keeps without reading them, as they stand in a new card.

They come out as they came in. Only what vCard 3.0 and later cannot hold is written anew: quoted-printable and
bare words as vCard 2.1 has them. What no other program could read, names with slashes or days that are none,
goes into a property of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planner.exchange.content_lines import ContentLine, Head, LineParser, escaped, unescaped
from planner.exchange.pictures import base64_bytes
from planner.exchange.text import decoded, without_controls
from planner.exchange.vcard.dates import is_no_day

HIDDEN = "X-RAPPORT-KEPT"
"""The property whose value is a whole line that only Rapport reads."""

_ABOUT_THE_CARD = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV"})
_PLAIN_NAME = re.compile(r"[A-Za-z0-9-]+\Z")
_GROUP = re.compile(r"item(\d+)\Z", re.IGNORECASE)
_EDGE = re.compile(r"[^:]*:\s*(?:BEGIN|END)\s*:\s*VCARD\s*\Z", re.IGNORECASE)
"""Where another card would begin or end, as half an AGENT does."""

_PLAIN_PARAMETER = re.compile(r"[A-Za-z0-9-]+\Z")


class Kept:
    """The kept lines of one person. Properties that the card says itself are taken out by name."""

    def __init__(self, lines: Iterable[str]) -> None:
        parser = LineParser()
        read = [(text, parser.parse(text, 0)) for text in map(str.lstrip, lines)]
        self._lines = [
            (text, line) for text, line in read if line is None or line.head.name not in _ABOUT_THE_CARD
        ]

    def look(self, name: str) -> list[ContentLine]:
        """The lines of a property."""
        return [line for _, line in self._lines if line is not None and line.head.name == name]

    def drop(self, *names: str) -> None:
        """Leave out the lines of these properties."""
        self._lines = [
            (text, line) for text, line in self._lines if line is None or line.head.name not in names
        ]

    @property
    def last_group(self) -> int:
        """The highest N of the groups itemN, 0 for none."""
        groups = (_GROUP.match(line.head.group) for _, line in self._lines if line is not None)
        return max((int(found[1][:9]) for found in groups if found), default=0)

    def written(self, version: str) -> Iterator[str]:
        """The lines, unfolded, in the order in which they came."""
        for text, line in self._lines:
            yield _written(text, line, version)


def kept_text(line: ContentLine) -> str:
    """A line as it is to be kept: what stands in our own property is the line itself."""
    return unescaped(line.value) if line.head.name == HIDDEN else line.text


def _written(text: str, line: ContentLine | None, version: str) -> str:
    if line is None or _only_ours(line):
        return f"{HIDDEN}:{escaped(text)}"
    if line.head.encoding == "q" or line.head.charset:
        return _head(line.head, text) + ":" + _plain_value(line)
    if line.head.encoding == "b":
        return _binary(line, text, version)
    if _is_bare(text):
        return _head(line.head, text) + ":" + line.value
    return text


def _only_ours(line: ContentLine) -> bool:
    """Whether nobody else could read the line, or would read something else in it."""
    broken = line.head.encoding == "b" and base64_bytes(line.value) is None
    return broken or not _PLAIN_NAME.match(line.head.name) or is_no_day(line) or bool(_EDGE.match(line.text))


def _plain_value(line: ContentLine) -> str:
    """The value without its encoding; semicolons still part it, line breaks are escaped."""
    value = without_controls(decoded(line))
    return value.replace("\n", "\\n")


def _binary(line: ContentLine, text: str, version: str) -> str:
    """Base64 in the way of each version: vCard 4.0 has it only in data addresses."""
    packed = "".join(line.value.split())
    if version == "3.0":
        return f"{_head(line.head, text)};ENCODING=b:{packed}"
    if line.head.name.startswith("X-"):
        return text
    kind = next(iter(line.head.types), "")
    media = {"LOGO": "image", "PHOTO": "image", "SOUND": "audio"}.get(line.head.name, "application")
    return f"{_before(text)}:data:{media}/{kind or 'octet-stream'};base64,{packed}"


def _is_bare(text: str) -> bool:
    """Whether a parameter stands without its name, as only vCard 2.1 has it."""
    head = text.partition(":")[0]
    return '"' not in head and any("=" not in each for each in head.split(";")[1:])


def _before(text: str) -> str:
    """Group and name as written."""
    return re.split("[;:]", text, maxsplit=1)[0].strip()


def _head(head: Head, text: str) -> str:
    """Group, name and parameters in the way of vCard 3.0, without encoding and charset."""
    parts = [_before(text)]
    for name, values in head.parameters.items():
        if name not in ("ENCODING", "CHARSET") and _PLAIN_PARAMETER.match(name):
            parts.append(f"{name}={','.join(_quoted(value) for value in values)}")
    return ";".join(parts)


def _quoted(value: str) -> str:
    plain = value.replace('"', "'").replace("\n", " ")
    return f'"{plain}"' if re.search("[:;,]", plain) else plain
