"""Cards of address books: what each can be recognised by, and what one person's say together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.actions.people import normal_point
from planner.domain.names import fold
from planner.domain.one_name import may_be_one
from planner.exchange.drafts import PersonDraft, PointDraft

MOST_COMPARED = 20
"""Cards that share an address under names that do not fit are compared up to this many times."""

Points = dict[tuple[str, str], PointDraft]
"""Contact points by what they are recognised by: kind and normal form."""

_NAMELESS = frozenset({"EMAIL", "TEL", "NICKNAME"})


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

    @property
    def is_bare(self) -> bool:
        """Whether a name is all that the card can be recognised by."""
        return not (self.draft.uid or self.emails or self.phones)

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
    def own_marks(self) -> tuple[str, ...]:
        """What is remembered of each card that you said is somebody's: its UID, else its bare name."""
        bare = (bare_mark(card.name, card.organisation) for card in self.cards if card.is_bare)
        return (*self.uids, *bare)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The folded (name, organisation) pairs of the cards, each once."""
        return tuple(dict.fromkeys((card.name, card.organisation) for card in self.cards))

    def fits(self, name: str) -> bool:
        """Whether any of the cards may be of somebody with this folded name who has the same e-mail."""
        return any(card.fits(name) for card in self.cards)

    def fits_all(self, other: Somebody) -> bool:
        """Whether both may be one person going by their names."""
        return self is other or any(self.fits(card.name) for card in other.cards)


def bare_mark(name: str, organisation: str) -> str:
    """What a card without UID, e-mail and number is remembered by; both words folded."""
    return f"~{name}~{organisation}"


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
        points=_all_points(cards),
        uids=tuple(dict.fromkeys(card.draft.uid for card in cards if card.draft.uid)),
        emails=frozenset().union(*(card.emails for card in cards)),
        phones=frozenset().union(*(card.phones for card in cards)),
    )


def _all_points(cards: Iterable[Card]) -> Points:
    """Everybody's contact points in the order of the cards, each as the first card writes it."""
    points: Points = {}
    for card in cards:
        for key, point in card.points.items():
            points.setdefault(key, point)
    return points


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


def differ(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether both say something and nothing is said by both."""
    ours, theirs = set(ours), set(theirs)
    return bool(ours and theirs) and ours.isdisjoint(theirs)
