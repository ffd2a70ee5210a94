"""Which cards of the files are one person's. Looks at no library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations

from planner.actions.imports.cards import MOST_COMPARED, Card, Somebody, differ, together
from planner.domain.one_name import share_a_word


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

    - UID, unless it stands in cards of people whose names have no word in common,
    - e-mail, where the names may be one,
    - name and telephone number,
    - name and organisation, where nothing speaks against it: no other UID, no other e-mail, and without an
      organisation no other number.
    """
    cards = _with_own_uids(cards)
    joined = _Joined(len(cards))
    _join_by_marks(cards, joined)
    _join_by_name(cards, joined)
    groups: dict[int, list[Card]] = {}
    for number, card in enumerate(cards):
        groups.setdefault(joined.root(number), []).append(card)
    return [together(group) for group in groups.values()]


def _with_own_uids(cards: Sequence[Card]) -> list[Card]:
    """The cards without UIDs that stand in cards of different people: some programs copy them."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for card in cards:
        if card.draft.uid:
            names[card.draft.uid].add(card.name)
    copied = {uid for uid, alike in names.items() if len(alike) > 1 and not _one_name(alike)}
    return [
        replace(card, draft=replace(card.draft, uid="")) if card.draft.uid in copied else card
        for card in cards
    ]


def _one_name(names: Collection[str]) -> bool:
    if len(names) > MOST_COMPARED:
        return False
    return all(share_a_word(first, second) for first, second in combinations(names, 2))


def _join_by_marks(cards: Sequence[Card], joined: _Joined) -> None:
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, card in enumerate(cards):
        for mark in _marks(card):
            others = holders.get(mark)
            if others is None:
                holders[mark] = [number]
                continue
            for other in others[:MOST_COMPARED]:
                if _fit(mark[0], card, cards[other]):
                    joined.join(other, number)
                    break
            else:
                others.append(number)


def _marks(card: Card) -> Iterator[tuple[str, ...]]:
    if card.draft.uid:
        yield "uid", card.draft.uid
    for email in card.emails:
        yield "email", email
    for phone in card.phones:
        yield "phone", phone, card.name


def _fit(mark: str, card: Card, other: Card) -> bool:
    """Whether two cards with the same mark may be one person's."""
    return mark != "email" or card.fits(other.name) or other.fits(card.name)


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


def _join_by_name(cards: Sequence[Card], joined: _Joined) -> None:
    namesakes: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, card in enumerate(cards):
        namesakes[card.name, card.organisation].append(number)
    several = {key: numbers for key, numbers in namesakes.items() if len(numbers) > 1}
    evidence: dict[int, _Evidence] = {joined.root(each): _Evidence() for each in chain(*several.values())}
    for number, card in enumerate(cards if several else ()):
        if (root := joined.root(number)) in evidence:
            evidence[root].add(card)
    for (_, organisation), numbers in several.items():
        _join_namesakes(numbers, organisation, evidence, joined)


def _join_namesakes(
    numbers: Sequence[int], organisation: str, evidence: dict[int, _Evidence], joined: _Joined
) -> None:
    """Join each with the first one before it that nothing speaks against."""
    apart: list[int] = []
    for number in numbers:
        root = joined.root(number)
        others = list(dict.fromkeys(joined.root(each) for each in apart))
        if root in others:
            continue
        for other in others[:MOST_COMPARED]:
            if not evidence[root].contradicts(evidence[other], organisation):
                low = joined.join(root, other)
                evidence[low].take(evidence[other if low == root else root])
                break
        else:
            apart.append(number)
