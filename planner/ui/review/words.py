"""What an import would do, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.actions.imports.files import Difference, Imported, Review
from planner.domain import words
from planner.domain.typed import birthday_words

START = (
    "Bring in what you already have",
    "Choose address books, calendars, tables (CSV) or mail archives, several at once if you like, or drop "
    "files and whole folders anywhere on this window. You see everything before anything is saved.",
)
HERE_ALREADY = "Everything in these files is here already."
EMPTY = "There are no people, no meetings and no messages in these files."
_LONGEST = 48
_MOST_PARTS = 3


def counts(review: Review) -> str:
    """'12 new people, 3 changed, 2 possibly known, 30 conversations, 4 plans, 5 busy times, 1 problem'."""
    moved = sum(each.becomes == "changed" for each in review.events)
    people = (
        (review.new, "new person", "new people"),
        (review.changed, "changed", "changed"),
        (review.possible, "possibly known", "possibly known"),
        (review.unchanged, "unchanged", "unchanged"),
    )
    others = (
        (len(review.mail.letters), "message", "messages"),
        (review.conversations, "conversation", "conversations"),
        (review.plans, "plan", "plans"),
        (review.commitments, "promise", "promises"),
        (review.busy, "busy time", "busy times"),
        (moved, "changed meeting", "changed meetings"),
        (len(review.problems), "problem", "problems"),
    )
    said = [words.count(number, one, many) for number, one, many in people if number]
    if said and not review.new:
        number, rest = said[0].split(" ", 1)
        said[0] = f"{number} {'person' if number == '1' else 'people'} {rest}"
    said += [words.count(number, one, many) for number, one, many in others if number]
    return ", ".join(said)


def imported(done: Imported) -> str:
    """'12 people and 30 conversations': what an import did or would do; '' for nothing."""
    parts = (
        (done.people_added, "person", "people"),
        (done.people_changed, "changed person", "changed people"),
        (done.conversations_added, "conversation", "conversations"),
        (done.messages_added, "conversation by mail", "conversations by mail"),
        (done.plans_added, "plan", "plans"),
        (done.commitments_added, "promise", "promises"),
        (done.busy_added, "busy time", "busy times"),
        (done.events_changed, "changed meeting", "changed meetings"),
    )
    said = [words.count(number, one, many) for number, one, many in parts if number]
    return joined([*said[:_MOST_PARTS], "more"] if len(said) > _MOST_PARTS else said)


def joined(parts: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def files(names: Sequence[str]) -> str:
    """'contacts.vcf', 'contacts.vcf and calendar.ics', 'contacts.vcf and 3 other files'."""
    if len(names) <= 2:
        return joined(names)
    return f"{names[0]} and {len(names) - 1} other files"


def people(names: Sequence[str], most: int = 3) -> str:
    """'Ana Ferreira, Rui Costa and 4 others'."""
    if len(names) <= most:
        return joined(names)
    return joined([*names[: most - 1], words.count(len(names) - most + 1, "other")])


def additions(differences: Iterable[Difference]) -> str:
    """'e-mail ana@contoso.example, phone +41 44 000': what is missing here and would be added."""
    return ", ".join(_addition(each) for each in differences if each.adds)


def conflict(difference: Difference) -> str:
    """'Role: CIO → CTO'."""
    old, new = (value(difference.field, each) for each in (difference.old, difference.new))
    return f"{difference.words}: {old} → {new}"


def value(field: str, text: str) -> str:
    """What a field holds, as people say it: '12 April 1978'."""
    return birthday_words(text) if field == "birthday" and text else shortened(text)


def shortened(text: str) -> str:
    """The text on one line, at most some 48 letters of it."""
    bare = " ".join(text.split())
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1].rstrip() + "…"


def place(file: str, line: int) -> str:
    """'contacts.vcf, line 12'."""
    return f"{file}, line {line}" if line else file


def _addition(difference: Difference) -> str:
    if difference.field == "photo":
        return "a photo"
    if difference.field == "notes":
        return f"a note “{shortened(difference.new)}”"
    return f"{difference.words[:1].lower()}{difference.words[1:]} {value(difference.field, difference.new)}"
