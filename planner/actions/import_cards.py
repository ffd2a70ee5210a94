"""Which cards of the files are one person's, and what they say together. Looks at no library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from planner.actions.import_names import may_be_one, share_a_word
from planner.actions.people import normal_point
from planner.domain.names import fold
from planner.exchange.drafts import PersonDraft, PointDraft

Points = dict[tuple[str, str], PointDraft]
"""Contact points by what they are recognised by: kind and normal form."""

_NAMELESS = frozenset({"EMAIL", "TEL", "NICKNAME"})
_MOST_COMPARED = 20
"""Cards that share an address under names that do not fit are compared up to this many times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card and what it can be recognised by: names folded, e-mails and phone numbers in normal form.

    `points` are its contact points, each once.
    """

    draft: PersonDraft
    file: str
    name: str
    organisation: str
    points: Points
    emails: frozenset[str]
    phones: frozenset[str]

    def fits(self, name: str) -> bool:
        """Whether the card may be of somebody with this folded name who has the same e-mail."""
        return self.draft.named_by in _NAMELESS or may_be_one(self.name, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """All cards of one person, in the order of the files, and their draft put together."""

    cards: tuple[Card, ...]
    draft: PersonDraft
    points: Points
    uids: tuple[str, ...]
    emails: frozenset[str]
    phones: frozenset[str]

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The folded (name, organisation) pairs of the cards, each once."""
        return tuple(dict.fromkeys((card.name, card.organisation) for card in self.cards))

    def fits(self, name: str) -> bool:
        """Whether any of the cards may be of somebody with this folded name who has the same e-mail."""
        return any(card.fits(name) for card in self.cards)


def points_of(points: Iterable[PointDraft]) -> Points:
    """The contact points that say something, each once."""
    found: Points = {}
    for point in points:
        kind, value = point.kind.value, point.value.strip()
        if value:
            found.setdefault((kind, normal_point(kind, value) or value), point)
    return found


def card_of(draft: PersonDraft, file: str) -> Card:
    """The card with its marks of recognition."""
    points = points_of(draft.points)
    return Card(
        draft=draft,
        file=file,
        name=fold(draft.name),
        organisation=fold(draft.organisation),
        points=points,
        emails=frozenset([normal for kind, normal in points if kind == "email"]),
        phones=frozenset([normal for kind, normal in points if kind == "phone"]),
    )


def together(cards: Iterable[Card]) -> Somebody:
    """These cards as one person's: the first card that says something is believed."""
    cards = tuple(cards)
    if len(cards) == 1:
        return _alone(cards[0])
    draft = cards[0].draft
    for card in cards[1:]:
        draft = _merged(draft, card.draft)
    return Somebody(
        cards=cards,
        draft=draft,
        points={key: point for card in reversed(cards) for key, point in card.points.items()},
        uids=tuple(dict.fromkeys(card.draft.uid for card in cards if card.draft.uid)),
        emails=frozenset().union(*(card.emails for card in cards)),
        phones=frozenset().union(*(card.phones for card in cards)),
    )


def _alone(card: Card) -> Somebody:
    uid = card.draft.uid
    return Somebody(
        cards=(card,),
        draft=card.draft,
        points=card.points,
        uids=(uid,) if uid else (),
        emails=card.emails,
        phones=card.phones,
    )


_FILLED = (
    *("given_name", "family_name", "additional_names", "prefix", "suffix", "nickname", "role"),
    *("organisation", "department", "city", "zone", "languages", "pronouns", "birthday", "photo", "uid"),
)


def _merged(first: PersonDraft, second: PersonDraft) -> PersonDraft:
    named = second if first.named_by != "FN" and second.named_by == "FN" else first
    notes = first.note, second.note
    return replace(
        first,
        name=named.name,
        named_by=named.named_by,
        note=first.note if second.note in first.note else "\n\n".join(filter(None, notes)),
        tags=tuple(dict.fromkeys(first.tags + second.tags)),
        points=first.points + second.points,
        kept=tuple(dict.fromkeys(first.kept + second.kept)),
        **{column: getattr(first, column) or getattr(second, column) for column in _FILLED},
    )


class _Joined:
    """Sets of card numbers that grow together; the smallest number stands for its set."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def join(self, first: int, second: int) -> int:
        low, high = sorted((self.root(first), self.root(second)))
        self._parents[high] = low
        return low


def one_person_each(cards: Sequence[Card]) -> list[Somebody]:
    """The people of the cards. One person's are cards with the same

    - UID, where the names have a word in common,
    - e-mail, where the names may be one,
    - name and telephone number,
    - name and organisation, where nothing speaks against it: no other UID, no other e-mail, and without an
      organisation no other number.
    """
    joined = _Joined(len(cards))
    _join_by_marks(cards, joined)
    _join_by_name(cards, joined)
    groups: dict[int, list[Card]] = {}
    for number, card in enumerate(cards):
        groups.setdefault(joined.root(number), []).append(card)
    return [together(group) for group in groups.values()]


def _join_by_marks(cards: Sequence[Card], joined: _Joined) -> None:
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, card in enumerate(cards):
        for mark, fits in _marks(card):
            others = holders.setdefault(mark, [])
            found = next((each for each in others[:_MOST_COMPARED] if fits(cards[each])), None)
            if found is None:
                others.append(number)
            else:
                joined.join(found, number)


def _marks(card: Card) -> Iterable[tuple[tuple[str, ...], Callable[[Card], bool]]]:
    """What the card can be recognised by, and what must be true of another card with the same mark."""
    if card.draft.uid:
        yield ("uid", card.draft.uid), lambda other: share_a_word(card.name, other.name)
    for email in card.emails:
        yield ("email", email), lambda other: card.fits(other.name) or other.fits(card.name)
    for phone in card.phones:
        yield ("phone", phone, card.name), lambda _other: True


class _Evidence:
    """What a growing set of cards is recognised by."""

    def __init__(self) -> None:
        self.uids: set[str] = set()
        self.emails: set[str] = set()
        self.phones: set[str] = set()

    def add(self, card: Card) -> None:
        self.uids.update({card.draft.uid} - {""})
        self.emails.update(card.emails)
        self.phones.update(card.phones)

    def take(self, other: _Evidence) -> None:
        self.uids |= other.uids
        self.emails |= other.emails
        self.phones |= other.phones

    def contradicts(self, other: _Evidence, organisation: str) -> bool:
        return (
            differ(self.uids, other.uids)
            or differ(self.emails, other.emails)
            or (not organisation and differ(self.phones, other.phones))
        )


def differ(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether both say something and nothing is said by both."""
    ours, theirs = set(ours), set(theirs)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _join_by_name(cards: Sequence[Card], joined: _Joined) -> None:
    evidence: dict[int, _Evidence] = {}
    for number, card in enumerate(cards):
        evidence.setdefault(joined.root(number), _Evidence()).add(card)
    holders: dict[tuple[str, str], list[int]] = {}
    for number, card in enumerate(cards):
        root = joined.root(number)
        others = {joined.root(each) for each in holders.get((card.name, card.organisation), ())}
        if root in others:
            continue
        for other in sorted(others)[:_MOST_COMPARED]:
            if not evidence[root].contradicts(evidence[other], card.organisation):
                low = joined.join(root, other)
                evidence[low].take(evidence[root if low == other else other])
                break
        else:
            holders.setdefault((card.name, card.organisation), []).append(number)
