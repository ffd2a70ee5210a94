"""A review of an import, and what came of it, as text."""

from __future__ import annotations

from collections.abc import Sequence

from planner.actions.imports.files import Becomes, Difference, Imported, Kind, PersonReview, Review, Stranger
from planner.actions.imports.mail_words import mail_in_words
from planner.cli.plain import shown
from planner.cli.table import tell
from planner.domain import words

_MOST_SHOWN = 30


def print_review(found: Review, would: Imported, *, taken: bool = False) -> None:
    """Print what is new, changed, possibly known already, and what could not be read.

    `taken` says that what the files say otherwise than the library is taken.
    """
    print(", ".join(shown(each) for each in found.files))
    _section("New", [_new(each) for each in found.people_of(Kind.NEW)])
    _section("Changed", [_changed(each) for each in found.people_of(Kind.CHANGED)])
    otherwise = differing(found)
    _section(
        "Changed to what the files say" if taken else "Otherwise in the files, kept as here (--take-changes)",
        [(found.known.people[person].name, _conflict(each)) for (person, _), each in otherwise.items()],
    )
    _section(
        "Possibly somebody you know already, left out here (choose in the window)",
        [_possible(each) for each in found.people_of(Kind.POSSIBLE)],
    )
    others = [each for each in found.strangers if not (each.likely_you or each.is_you)]
    _section(
        "New, since mail went both ways on several days", [_stranger(each) for each in others if each.ticked]
    )
    _section(
        "At these events or in the mail but not known yet, left out unless you pass --attendees",
        [_stranger(each) for each in others if not each.ticked],
    )
    _section(
        "At so many events that it is likely you, left out",
        [_stranger(each) for each in found.strangers if each.likely_you and not each.is_you],
    )
    _section("Taken for your own address", [(each.email,) for each in found.strangers if each.is_you])
    _section("Problems", [(_place(each.file, each.line), each.words) for each in found.problems])
    if found.unchanged:
        print(f"\nUnchanged: {words.count(found.unchanged, 'person', 'people')}")
    if found.events:
        print(f"\nEvents: {_events(found, would)}")
    if found.mail.letters or found.mail.left_out:
        print(f"\nMail: {_mail(found, would)}")


def _section(title: str, rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    print(f"\n{title}: {len(rows)}")
    tell(rows[:_MOST_SHOWN], indent="  ")
    if len(rows) > _MOST_SHOWN:
        print(f"  and {len(rows) - _MOST_SHOWN} more")


def _new(each: PersonReview) -> tuple[str, str]:
    return each.draft.name, ", ".join(filter(None, (each.draft.role, each.draft.organisation)))


def _changed(each: PersonReview) -> tuple[str, str]:
    added = [_difference(difference) for difference in each.differences if difference.adds]
    return each.matched_name or each.draft.name, "; ".join(added)


def _difference(difference: Difference) -> str:
    return f"{difference.words}: {_short(difference.new)}"


def _short(text: str) -> str:
    text = shown(text)
    return text if len(text) <= 60 else text[:59] + "…"


def differing(found: Review) -> dict[tuple[int, str], Difference]:
    """What the files say otherwise of people who are surely known, by person and field."""
    sure = (*found.people_of(Kind.CHANGED), *found.people_of(Kind.UNCHANGED))
    return {(each.id, it.field): it for each in sure for it in each.differences if not it.adds}


def _conflict(difference: Difference) -> str:
    return f"{difference.words}: {_short(difference.old)} here, {_short(difference.new)} there"


def _possible(each: PersonReview) -> tuple[str, str]:
    return each.draft.name, each.reason


def _stranger(each: Stranger) -> tuple[str, str, str]:
    met = [words.count(each.events, "event")] if each.events else []
    met += [mail_in_words(each.mail)] if each.mail else []
    return each.name, each.email, ", ".join(met)


def _mail(found: Review, would: Imported) -> str:
    said = words.count(would.messages_added, "conversation")
    if found.mail.unnamed:
        rare = words.count(found.mail.unnamed, "address", "addresses")
        said += f", with {rare} too seldom to be listed"
    left_out = sorted(found.mail.left_out.items(), key=lambda item: -item[1])
    reasons = ", ".join(f"{number:,} {reason.value}" for reason, number in left_out)
    return said + (f"; left out: {reasons}" if reasons else "")


def _place(file: str, line: int) -> str:
    return f"{file}, line {line}" if line else file


def _events(found: Review, would: Imported) -> str:
    parts = (
        *(part for part in _done(would)[2:] if not part.endswith("by mail")),
        f"{len(found.events_of(Becomes.ALREADY))} here already",
        f"{len(found.events_of(Becomes.LEFT_OUT))} left out",
    )
    return ", ".join(part for part in parts if part and not part.startswith("0 "))


def _done(imported: Imported) -> tuple[str, ...]:
    """What is done, part by part; a part of nothing is ''."""
    parts = (
        (imported.people_added, "new person", "new people"),
        (imported.people_changed, "changed person", "changed people"),
        (imported.conversations_added, "conversation", "conversations"),
        (imported.messages_added, "conversation by mail", "conversations by mail"),
        (imported.plans_added, "plan", "plans"),
        (imported.commitments_added, "promise", "promises"),
        (imported.busy_added, "busy time", "busy times"),
        (imported.events_changed, "changed event", "changed events"),
    )
    return tuple(words.count(number, one, many) if number else "" for number, one, many in parts)


def summary(imported: Imported, found: Review) -> str:
    """What came of the import, in one or two sentences."""
    left = [
        words.count(found.possible, "possible match", "possible matches") if found.possible else "",
        words.count(len(found.problems), "problem") if found.problems else "",
    ]
    more = " and ".join(filter(None, left))
    waits = f" Left out: {more}." if more else ""
    if imported.nothing:
        return f"Nothing new in {', '.join(shown(each) for each in found.files)}.{waits}"
    done = ", ".join(filter(None, _done(imported)))
    return f"Imported {done}.{waits} “rapport undo” takes it back."
