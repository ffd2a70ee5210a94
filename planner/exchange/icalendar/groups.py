"""Entries that belong together by their UID: which of them replace which, and which recur."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from planner.exchange.icalendar.entries import Entry
from planner.exchange.icalendar.series import SeriesText
from planner.exchange.icalendar.times import definitions, instance_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """An entry that stands for itself, with the instance it has in its file."""

    entry: Entry
    instance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """An entry that recurs, and those that replace some of its recurrences, each recurrence once."""

    master: Entry
    changes: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The master, then the changes: the order in which instances name them."""
        return (self.master, *self.changes)

    def text(self, until: date, zone: str) -> SeriesText:
        """What working out the series up to `until` in the owner's `zone` takes."""
        first = _start_line(self.master)
        changes = (tuple(_fitting(line, first) for line in entry.lines) for entry in self.changes)
        return SeriesText(
            entries=(self.master.lines, *changes),
            definitions=definitions(zone for entry in self.entries for zone in entry.zones),
            home=self.master.home,
            until=until,
            zone=zone,
        )

    def without_rules(self, owner: tzinfo) -> list[Single]:
        """The first time and the changes, for a series that is not worked out."""
        first = key_of_start(self.master, owner)
        kept = [] if any(change.original == first for change in self.changes) else [first]
        singles = [Single(entry=self.master, instance=key) for key in kept]
        return singles + [Single(entry=change, instance=change.original) for change in self.changes]


def grouped(entries: Iterable[Entry], owner: tzinfo) -> list[Single | Series]:
    """All entries in the order of the file, without those that a later version of them replaces."""
    by_uid: dict[str, list[Entry]] = {}
    for entry in entries:
        by_uid.setdefault(entry.uid, []).append(entry)
    return [each for group in by_uid.values() for each in _chosen(group, owner)]


def key_of_start(entry: Entry, owner: tzinfo) -> str:
    """The instance that an entry's own start would be."""
    return instance_key(entry.start, floating=entry.floating, owner=owner)


def _chosen(group: Sequence[Entry], owner: tzinfo) -> list[Single | Series]:
    if len(group) == 1 and not group[0].recurs:
        return [Single(entry=group[0], instance=group[0].original)]
    changes = _latest((entry, entry.original) for entry in group if entry.original)
    masters = _masters([entry for entry in group if not entry.original], owner)
    chosen: list[Single | Series] = []
    for master in masters:
        if master.recurs:
            chosen.append(Series(master=master, changes=tuple(changes)))
            changes = []
        else:
            instance = key_of_start(master, owner) if len(masters) > 1 else ""
            chosen.append(Single(entry=master, instance=instance))
    return chosen + [Single(entry=change, instance=change.original) for change in changes]


def _masters(entries: Sequence[Entry], owner: tzinfo) -> list[Entry]:
    """The newest version; entries of one version that begin at other times only share a UID by mistake."""
    newest = max((entry.sequence for entry in entries), default=0)
    versions = [(entry, key_of_start(entry, owner)) for entry in entries if entry.sequence == newest]
    return sorted(_latest(versions), key=lambda entry: not entry.recurs)


def _latest(entries: Iterable[tuple[Entry, str]]) -> list[Entry]:
    """One entry for each key: the one with the highest SEQUENCE, of equals the last."""
    kept: dict[str, Entry] = {}
    for entry, key in entries:
        if key not in kept or entry.sequence >= kept[key].sequence:
            kept[key] = entry
    return list(kept.values())


def _start_line(entry: Entry) -> str:
    return next(line for line in entry.lines if line.startswith("DTSTART"))


def _fitting(line: str, start: str) -> str:
    """A RECURRENCE-ID that is only a day, as Exchange writes it, given the time of the series."""
    if not line.startswith("RECURRENCE-ID") or ";VALUE=DATE:" not in line:
        return line
    head, _, begins = start.removeprefix("DTSTART").partition(":")
    day, clock = line.rpartition(":")[2], begins.partition("T")[2]
    if not clock:
        return line
    future = ";RANGE=THISANDFUTURE" if ";RANGE=" in line else ""
    return f"RECURRENCE-ID{future}{head}:{day}T{clock}"
