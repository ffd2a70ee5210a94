"""Content lines, of which address books and calendars are made (RFC 2425, 5545, 6350, 6868).

A file is bytes; `normalised` makes its line ends and its Unicode plain, and a `LineParser` splits an unfolded
line into its head (`item1.TEL;TYPE=work`) and its value. Bytes are unfolded before they are decoded, because
some programs fold in the middle of a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

FOLD_AT_BYTES = 75
UNWANTED = 101
"""The preference of a value that nobody marked: after every PREF, which runs from 1 to 100."""

_WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_UTF8_MARK = b"\xef\xbb\xbf"
_HEAD = re.compile(r'([^":]*(?:"[^"]*"[^":]*)*):')
_NAME = re.compile(r"[A-Za-z0-9_-]+\Z|[Xx]-[A-Za-z0-9_/ -]+\Z")
"""Names of a program's own hold slashes (Kontact) and spaces (Highrise), too."""

_PARAMETER = re.compile(r'((?:[^";]|"[^"]*"|"[^"]*\Z)*)(?:;|\Z)')
_PARAMETER_VALUE = re.compile(r'((?:[^",]|"[^"]*"|"[^"]*\Z)*)(?:,|\Z)')
_ESCAPED = re.compile(r'\\([nN,;:"\\])')
_STAND_INS = {0: None, 1: None}
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})
_MOST_REMEMBERED = 2_000


def normalised(data: bytes) -> bytes:
    """The same file with LF line ends and no byte order marks, UTF-16 and UTF-32 made UTF-8.

    CR LF, CR CR LF, CR and LF all end one line, so that counting LF counts the lines a person sees.
    """
    wide = wide_encoding(data)
    if wide:
        data = data.decode(wide, "replace").encode("utf-8", "replace")
    if _UTF8_MARK in data:
        data = data.replace(_UTF8_MARK, b"")
    if b"\r" in data:
        data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data


def wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 where the first bytes show that it is, else ''."""
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return encoding
    even, odd = data[:64:2], data[1:64:2]
    if len(odd) > 1 and any(even) and not any(odd):
        return "utf-16-le"
    return "utf-16-be" if len(odd) > 1 and any(odd) and not any(even) else ""


def folded(line: str) -> str:
    """The line cut into pieces of at most 75 bytes, joined by CR LF and a space, never inside a character.

    Nor after an equals sign, where there is another place: at a line's end some take it for a soft break.
    """
    raw = line.encode("utf-8", "replace")
    pieces: list[bytes] = []
    at, room = 0, FOLD_AT_BYTES
    while len(raw) - at > room:
        end = at + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        bare = len(raw[at:end].rstrip(b"="))
        end = at + bare if bare else end
        pieces.append(raw[at:end])
        at, room = end, FOLD_AT_BYTES - 1
    return b"\r\n ".join((*pieces, raw[at:])).decode("utf-8")


def unfolded(data: bytes) -> bytes:
    """The lines of `data`, which has LF line ends, with what was folded joined again."""
    return data.replace(b"\n ", b"").replace(b"\n\t", b"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before a line's colon: names in upper case, TYPE values in lower case.

    `preference` is 1 for the value to use first and grows; `encoding` is 'q' for quoted-printable, 'b' for
    base64, else ''; `charset` is as declared, '' where nothing is.
    """

    group: str
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    types: tuple[str, ...]
    preference: int
    encoding: str
    charset: str

    def first(self, parameter: str) -> str:
        """The parameter's first value as written, or ''."""
        return self.parameters.get(parameter, ("",))[0]


class ContentLine(NamedTuple):
    """One unfolded line: `text` is all of it, `value` what follows the colon, still encoded and escaped.

    A tuple, not a dataclass: a file has hundreds of thousands, and a tuple is made in a third of the time.
    """

    head: Head
    value: str
    text: str
    number: int


class LineParser:
    """Splits lines of one file; heads are the same from card to card, so each is understood once."""

    def __init__(self) -> None:
        self._heads: dict[str, Head | None] = {}

    def parse_all(self, lines: Iterable[tuple[int, str]]) -> list[ContentLine] | None:
        """The numbered lines that are not empty, or None where any of them is no content line.

        The same as `parse`, for all lines of a card: this is where most of the time of an address book goes.
        """
        found: list[ContentLine] = []
        known, make = self._heads.get, tuple.__new__
        for number, text in lines:
            if not text:
                continue
            before, colon, value = text.partition(":")
            head = known(before) if colon else None
            if head is not None and '"' not in before:
                found.append(make(ContentLine, (head, value, text, number)))
            elif (line := self.parse(text, number)) is not None:
                found.append(line)
            else:
                return None
        return found

    def parse(self, text: str, number: int) -> ContentLine | None:
        """The line's head and value, or None where it is no content line."""
        before, colon, value = text.partition(":")
        if not colon:
            return None
        if '"' in before and (match := _HEAD.match(text)):
            before, value = match[1], text[match.end() :]
        try:
            head = self._heads[before]
        except KeyError:
            head = parsed_head(before)
            if len(self._heads) < _MOST_REMEMBERED:
                self._heads[before] = head
        return ContentLine(head, value, text, number) if head else None


def parsed_head(text: str) -> Head | None:
    """A head's group, name and parameters, or None where the name is no name."""
    first, *rest = _split_quoted(text, ";", _PARAMETER)
    group, _, name = first.strip().rpartition(".")
    if not _NAME.match(name):
        return None
    found: dict[str, list[str]] = {}
    for piece in rest:
        key, values = _parameter(piece.strip())
        if key:
            found.setdefault(key, []).extend(values)
    parameters = {key: tuple(values) for key, values in found.items()}
    words = ",".join(parameters.get("TYPE", ())).lower().split(",")
    types = tuple(word for each in words if (word := each.strip()))
    return Head(
        group=group.strip().upper(),
        name=name.upper(),
        parameters=parameters,
        types=types,
        preference=_preference(parameters, types),
        encoding=_encoding(parameters),
        charset=parameters.get("CHARSET", ("",))[0],
    )


def _parameter(text: str) -> tuple[str, tuple[str, ...]]:
    """Key and values; a bare word, as vCard 2.1 has it, is a TYPE or an ENCODING."""
    key, equals, value = text.partition("=")
    key = key.strip().upper()
    if "(" in key:  # old Android phones: X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=41=62)
        return "X-CUSTOM", (text.partition("(")[2].rstrip(")"),)
    if not equals:
        return ("ENCODING" if key in _BARE_ENCODINGS else "TYPE", (text,)) if key else ("", ())
    return key, tuple(_unquoted(each) for each in _split_quoted(value, ",", _PARAMETER_VALUE))


def _split_quoted(text: str, separator: str, pattern: re.Pattern[str]) -> list[str]:
    """Pieces between separators that stand outside quotes."""
    if '"' not in text:
        return text.split(separator)
    pieces: list[str] = []
    at = 0
    while match := pattern.match(text, at):
        pieces.append(match[1])
        if match.end() == len(text) and not match[0].endswith(separator):
            break
        at = match.end()
    return pieces


def _unquoted(text: str) -> str:
    text = text.strip()
    if '"' in text:
        text = text.replace('"', "")
    return _CARET.sub(lambda match: _CARETS[match[1]], text) if "^" in text else text


def _preference(parameters: Mapping[str, tuple[str, ...]], types: tuple[str, ...]) -> int:
    given = parameters.get("PREF", ("",))[0].strip()
    if given.isascii() and given.isdigit() and len(given) <= 3:
        return max(1, min(100, int(given)))
    return 1 if "pref" in types else UNWANTED


def _encoding(parameters: Mapping[str, tuple[str, ...]]) -> str:
    given = parameters.get("ENCODING", ("",))[0].strip().upper()
    return {"QUOTED-PRINTABLE": "q", "Q": "q", "BASE64": "b", "B": "b"}.get(given, "")


def unescaped(text: str) -> str:
    r"""Text with '\n' made a line break and the backslash before , ; : " and itself taken away."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def escaped(text: str) -> str:
    """The text as it stands in a value of vCard 3.0 and later, on one line."""
    if text.isalnum():
        return text
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(",", "\\,").replace(";", "\\;")


def split_escaped(text: str, separator: str) -> list[str]:
    """Pieces between separators without a backslash before them; the pieces are still escaped."""
    if "\\" not in text:
        return text.split(separator)
    if "\0" in text or "\1" in text:
        text = text.translate(_STAND_INS)
    hidden = text.replace("\\\\", "\0").replace("\\" + separator, "\1")
    return [piece.replace("\1", "\\" + separator).replace("\0", "\\\\") for piece in hidden.split(separator)]
