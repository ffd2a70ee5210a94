"""One card's lines by property, and the rule that what nobody reads is kept."""

from __future__ import annotations

from collections.abc import Iterable

from planner.exchange.content_lines import ContentLine
from planner.exchange.text import plain_line
from planner.exchange.vcard.kept_lines import kept_text

_ABOUT_THE_FILE = frozenset({"VERSION", "PRODID", "REV", "BEGIN", "END"})
"""Properties that speak of the writing of the file, not of the person: neither read nor kept."""


class Card:
    """The lines of one card. A line that is not taken is kept as it stands, unless it says nothing."""

    def __init__(self, lines: Iterable[ContentLine]) -> None:
        self._named: dict[str, list[ContentLine]] = {}
        named = self._named
        for line in lines:
            if not line.value:
                continue
            name = line.head.name
            if name in named:
                named[name].append(line)
            else:
                named[name] = [line]
        for name in _ABOUT_THE_FILE:
            self._named.pop(name, None)
        self._kept: list[ContentLine] = []

    def names_among(self, names: Iterable[str]) -> list[str]:
        """Those of the properties of which there are lines, in their order."""
        named = self._named
        return [name for name in names if name in named]

    def look(self, name: str) -> tuple[ContentLine, ...]:
        """The lines of a property that are still there."""
        lines = self._named.get(name)
        return tuple(lines) if lines else ()

    def take(self, name: str) -> list[ContentLine]:
        """All lines of a property, those to use first at the head; the card no longer holds them."""
        lines = self._named.pop(name, None)
        if lines is None:
            return []
        if len(lines) > 1:
            lines.sort(key=lambda line: line.head.preference)
        return lines

    def take_best(self, name: str) -> ContentLine | None:
        """The one line of a property to use, the first that says anything; the others are kept."""
        lines = self.take(name)
        if len(lines) < 2:
            return lines[0] if lines else None
        best = next((line for line in lines if line.value.strip(" ;")), lines[0])
        self._kept += [line for line in lines if line is not best]
        return best

    def keep(self, *lines: ContentLine) -> None:
        """Give back lines that were taken and could not be used."""
        self._kept += lines

    def kept(self) -> tuple[str, ...]:
        """Every line that was not taken, in the order of the file."""
        kept = self._kept
        for lines in self._named.values():
            kept = kept + lines
        if len(kept) > 1:
            kept = sorted(kept, key=lambda line: line.number)
        return tuple(plain_line(kept_text(line)) for line in kept)
