"""From a review and the choices to exactly what will be written: one answer, for looking and for saving."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from planner.actions.imports.cards import Points, bare_mark, points_of
from planner.actions.imports.choices import Choices, Imported
from planner.actions.imports.differences import (
    layer_of,
    name_parts_of,
    photo_of,
    tags_of,
    texts_of,
)
from planner.actions.imports.events import Fate, fates
from planner.actions.imports.known import KnownPeople, KnownPerson
from planner.actions.imports.letters import OWNER
from planner.actions.imports.mail_talks import MailTalk, mail_talks
from planner.actions.imports.review import Becomes, Kind, PersonReview, Review, Stranger
from planner.domain.names import fold
from planner.exchange.drafts import PersonDraft, PointDraft, PointKind


@dataclass(slots=True, kw_only=True)
class Addition:
    """What one known person gets: `columns` by name, contact points and tags by what they are recognised by.

    `quiet` columns are written along but are no reason to write: where somebody came from, parts of the name.
    """

    person: KnownPerson
    columns: dict[str, str] = field(default_factory=dict)
    quiet: dict[str, str] = field(default_factory=dict)
    organisation: str = ""
    layer_id: int | None = None
    photo: bytes | None = None
    points: Points = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    further_uids: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        placed = self.organisation or self.layer_id is not None or self.photo
        return bool(self.columns or self.points or self.tags or self.further_uids or placed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Everything that saving will write: nothing is decided any more."""

    added: tuple[PersonReview, ...]
    strangers: tuple[Stranger, ...]
    additions: tuple[Addition, ...]
    own_addresses: tuple[str, ...]
    fates: tuple[Fate, ...]
    talks: tuple[MailTalk, ...]
    imported: Imported

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to write, not even an address of the owner."""
        return self.imported.nothing and not self.own_addresses


def settled(review: Review, choices: Choices) -> Settled:
    """What the import would do with these choices."""
    stays = staying(review.people, review.strangers, choices)
    added = tuple(
        person
        for person in review.people
        if person.kind in (Kind.NEW, Kind.POSSIBLE) and stays.get(person.id, person.id) == person.id
    )
    strangers = tuple(each for each in review.strangers if stays[each.id] == each.id)
    additions, unchanged = _additions(review, choices, stays)
    events = [each for each in review.events if each.key not in choices.left_out_events]
    found = tuple(fates(events, stays, review.calendar, review.known.home))
    counts = Counter(fate.becomes for fate in found)
    owners = [each for each in review.strangers if is_owner(each, choices)]
    own = sorted({each.email for each in owners if each.email})
    talks = _mail(review, choices, stays, {each.id for each in owners})
    return Settled(
        added=added,
        strangers=strangers,
        additions=additions,
        own_addresses=tuple(own),
        fates=tuple(_with_owner(fate, {each.id for each in owners}) for fate in found),
        talks=talks,
        imported=Imported(
            people_added=len(added) + len(strangers),
            people_changed=len(additions),
            people_unchanged=unchanged,
            conversations_added=counts[Becomes.CONVERSATION],
            messages_added=len(talks),
            plans_added=counts[Becomes.PLAN],
            commitments_added=counts[Becomes.COMMITMENT],
            busy_added=counts[Becomes.BUSY],
            events_changed=counts[Becomes.CHANGED],
            problems=len(review.problems),
        ),
    )


def staying(
    people: tuple[PersonReview, ...], strangers: tuple[Stranger, ...], choices: Choices
) -> dict[int, int | None]:
    """Under which id the people without a row will be in the library; None is not at all."""
    stays: dict[int, int | None] = {}
    for person in people:
        if person.kind is Kind.POSSIBLE:
            stays[person.id] = _answer(person.id, person.matched, choices)
        elif person.kind is Kind.NEW and person.id in choices.left_out:
            stays[person.id] = None
    decided = choices.left_out | choices.own | choices.same | choices.new
    for stranger in strangers:
        proposed = stranger.ticked and stranger.id not in decided
        stays[stranger.id] = stranger.id if proposed else _answer(stranger.id, stranger.matched, choices)
    return stays


def is_owner(stranger: Stranger, choices: Choices) -> bool:
    """Whether a stranger is the owner, by choice or because the archive says so and nobody objects."""
    if stranger.id in choices.own:
        return True
    return stranger.is_you and stranger.id not in choices.left_out | choices.same | choices.new


def _mail(
    review: Review, choices: Choices, stays: dict[int, int | None], owners: set[int]
) -> tuple[MailTalk, ...]:
    if not review.mail.letters:
        return ()
    without = choices.without_mail | {stays.get(each) or each for each in choices.without_mail}
    return tuple(mail_talks(review.mail, stays, owners | {OWNER}, without))


def _answer(identity: int, matched: int | None, choices: Choices) -> int | None:
    if identity in choices.left_out | choices.own:
        return None
    if identity in choices.same:
        return matched
    return identity if identity in choices.new else None


def _with_owner(fate: Fate, owners: set[int]) -> Fate:
    """The event as the owner's own where its organiser turned out to be the owner."""
    if fate.event.organiser not in owners:
        return fate
    return replace(fate, event=replace(fate.event, yours=True, organiser=None))


def _additions(
    review: Review, choices: Choices, stays: dict[int, int | None]
) -> tuple[tuple[Addition, ...], int]:
    """What known people get, and how many of the people matched already have everything."""
    additions: dict[int, Addition] = {}
    for person in review.people:
        target = stays.get(person.id) if person.kind is Kind.POSSIBLE else person.id
        known = review.known.people.get(target or 0)
        if known is None or person.id in choices.left_out:
            continue
        addition = additions.setdefault(known.id, Addition(person=known))
        _take(addition, person, choices, review.known)
    for stranger in review.strangers:
        known = review.known.people.get(stays[stranger.id] or 0)
        if known is not None:
            addition = additions.setdefault(known.id, Addition(person=known))
            new = email_of(stranger)
            addition.points = {key: point for key, point in new.items() if key not in known.points} | (
                addition.points
            )
    found = tuple(each for each in additions.values() if each)
    return found, len(additions) - len(found)


def email_of(stranger: Stranger) -> Points:
    """The stranger's e-mail as a contact point."""
    return points_of([PointDraft(kind=PointKind.EMAIL, value=stranger.email)])


def _take(addition: Addition, review: PersonReview, choices: Choices, known: KnownPeople) -> None:
    draft, person = review.draft, addition.person
    taken = {
        each.field for each in review.differences if each.adds or (review.id, each.field) in choices.taken
    }
    for column, text in texts_of(draft).items():
        if column in taken:
            addition.columns.setdefault(column, text)
    if "organisation" in taken:
        addition.organisation = addition.organisation or draft.organisation
    if "layer" in taken and addition.layer_id is None:
        addition.layer_id = layer_of(draft, known)
    if "photo" in taken:
        addition.photo = addition.photo or photo_of(draft)
    for key, point in review.points.items():
        if key not in person.points:
            addition.points.setdefault(key, point)
    for form, tag in tags_of(draft, known).items():
        if form not in person.tags:
            addition.tags.setdefault(form, tag)
    _take_quietly(addition, draft)
    if review.kind is Kind.POSSIBLE:
        _remember_card(addition, review)


def _remember_card(addition: Addition, review: PersonReview) -> None:
    """Know a card again that you said is theirs, so that it is not asked about again."""
    uid, person = review.draft.uid, addition.person
    if uid:
        taken = person.uid or addition.columns.setdefault("source_uid", uid)
        addition.further_uids |= {uid} - {taken}
    elif not any(kind in ("email", "phone") for kind, _ in review.points):
        addition.further_uids.add(bare_mark(fold(review.draft.name), fold(review.draft.organisation)))


def _take_quietly(addition: Addition, draft: PersonDraft) -> None:
    person, quiet = addition.person, addition.quiet
    if draft.uid and not person.uid:
        quiet.setdefault("source_uid", draft.uid)
    if draft.kept and not person.values["kept_lines"]:
        quiet.setdefault("kept_lines", "\n".join(draft.kept))
    renamed = "name" in addition.columns
    if renamed or fold(draft.name) == person.folded:
        for column, text in name_parts_of(draft).items():
            if renamed or (text and not person.values[column]):
                quiet.setdefault(column, text)
