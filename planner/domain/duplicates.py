"""Who is likely in the library twice: what speaks for it and what against, in words.

What counts how much is a convention. Comparing everybody with everybody would take 50 million comparisons
for 10,000 people; only those who share a key are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from planner.domain.names import given_first, is_particle, is_suffix, is_title, without_company_form
from planner.domain.one_name import may_be_one

NEARLY = 0.86
"""From this likeness on, 0 to 1, two names are nearly the same: 'Meier' and 'Maier' with one given name."""
_MOST_IN_A_KEY = 40
"""A key that more people share says little: a reception's number, a common name."""
_PHONE_DIGITS = 7
_COMPARED_DIGITS = 9
"""So many last digits of a number are compared: with and without the country it is the same one."""


class Entry(NamedTuple):
    """What of a person is compared; `name` folded, `birthday` whole or '', the rest in normal form.

    `written` tells how the numbers stand on the person: each in normal form, and as written.
    """

    id: int
    name: str
    organisation: str = ""
    birthday: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    nickname: str = ""
    written: tuple[tuple[str, str], ...] = ()


class Likeness(NamedTuple):
    """How sure it is that two entries are one person, 1 (possible) to 4 (all but certain), and why."""

    strength: int
    why: str


def name_words(name: str) -> tuple[str, ...]:
    """The words of a folded name that tell people apart: no titles, no particles, given names first."""
    bare = [word.strip(".,") for word in given_first(name).split()]
    telling = [word for word in bare if word and not _says_little(word)]
    return tuple(telling or bare)


def _says_little(word: str) -> bool:
    return is_title(word) or is_suffix(word) or is_particle(word)


def pairs(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every two that share a key, each pair once, the smaller id first."""
    holders: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in keys_of(entry):
            holders[key].append(entry)
    seen: set[tuple[int, int]] = set()
    for those in holders.values():
        if len(those) > _MOST_IN_A_KEY:
            continue
        for one, two in combinations(sorted(those), 2):
            if (one.id, two.id) not in seen:
                seen.add((one.id, two.id))
                yield one, two


def keys_of(entry: Entry) -> set[tuple[str, str]]:
    """Under what an entry meets those that may be the same: an address, a number, a way its name is said."""
    keys = {("email", each) for each in entry.emails}
    keys |= {("phone", _last_digits(each)) for each in entry.phones if len(each) >= _PHONE_DIGITS}
    said = name_words(entry.name)
    if len(said) > 1:
        keys.add(("name", " ".join(sorted(said))))
        for given, family in ((said[0], said[-1]), (said[-1], said[0])):
            keys.add(("sound", f"{given[0]} {_sound(family)}"))
            keys.add(("given", f"{given} {family[0]}"))
        if entry.nickname:
            keys.add(("sound", f"{entry.nickname[0]} {_sound(said[-1])}"))
    elif said:
        keys.add(("name", said[0]))
    return keys


def _last_digits(phone: str) -> str:
    return phone[-_COMPARED_DIGITS:]


def _sound(word: str) -> str:
    """The consonants of a word without doubles and near neighbours: 'meier' and 'mayr' sound alike."""
    heard = word.replace("ph", "f").translate(_NEIGHBOURS)
    kept = heard[:1]
    for letter in heard[1:]:
        if letter not in "aeiouyhj" and letter != kept[-1]:
            kept += letter
    return kept[:4]


_NEIGHBOURS = str.maketrans("cqvwdz", "kkffts")


def likeness(one: Entry, two: Entry, alike: Callable[[str, str], float]) -> Likeness | None:
    """How likely two entries are one person, or None; `alike` measures two names, 0 to 1."""
    name, called = _names(one, two, alike)
    marks = _marks(one, two, fits=name > 0)
    place, where = _place(one, two)
    strength = max([name + place if name else 0, *(mark for mark, _ in marks)])
    if name and marks:
        strength += 1
    against = ["but other birthdays"] if _birthdays_differ(one, two) else []
    if against:
        strength -= 2
    elif one.birthday and one.birthday == two.birthday and name:
        strength, marks = strength + 1, [*marks, (0, "same birthday")]
    if strength < 1:
        return None
    said = [
        *([called] if name else []),
        *(why for _, why in marks),
        *([where] if name and where else []),
        *against,
    ]
    sentence = ", ".join(said)
    return Likeness(min(strength, 4), f"{sentence[0].upper()}{sentence[1:]}.")


def _names(one: Entry, two: Entry, alike: Callable[[str, str], float]) -> tuple[int, str]:
    """What the names say: 2 the same, 1 one may stand for the other, 0 nothing."""
    ours, theirs = (sorted(name_words(each.name)) for each in (one, two))
    if ours == theirs:
        return 2, "same name"
    if len(ours) < 2 or len(theirs) < 2 or _initials_differ(ours, theirs):
        return 0, ""
    if may_be_one(one.name, two.name):
        return 1, "one name holds the other"
    if _by_nickname(one, two) or _by_nickname(two, one):
        return 1, "one is called like the other"
    if alike(" ".join(ours), " ".join(theirs)) >= NEARLY:
        return 1, "nearly the same name"
    return 0, ""


def _initials_differ(ours: list[str], theirs: list[str]) -> bool:
    """'Bianca O. Bianchi' and 'Bianca T. Bianchi' are two."""
    first, second = ({word for word in each if len(word) == 1} for each in (ours, theirs))
    return bool(first and second) and first.isdisjoint(second)


def _by_nickname(one: Entry, two: Entry) -> bool:
    ours, theirs = name_words(one.name), name_words(two.name)
    return bool(one.nickname) and (one.nickname, ours[-1]) == (theirs[0], theirs[-1])


def _marks(one: Entry, two: Entry, *, fits: bool) -> list[tuple[int, str]]:
    """Addresses and numbers that both have; families and offices share them under other names."""
    found = [(3 if fits else 1, f"same e-mail {each}") for each in sorted(one.emails & two.emails)[:1]]
    numbers = {_last_digits(each) for each in two.phones}
    same = [
        each for each in sorted(one.phones) if len(each) >= _PHONE_DIGITS and _last_digits(each) in numbers
    ]
    if same and fits:
        found.append((2, f"same number {dict(one.written).get(same[0], same[0])}"))
    return found


def _place(one: Entry, two: Entry) -> tuple[int, str]:
    """Where they work: the same place speaks for it, another one against it."""
    ours, theirs = (without_company_form(each.organisation) for each in (one, two))
    if ours and ours == theirs:
        return 1, "same organisation"
    if ours and theirs:
        return -1, "but other organisations"
    return 0, ""


def _birthdays_differ(one: Entry, two: Entry) -> bool:
    return bool(one.birthday and two.birthday and one.birthday != two.birthday)
