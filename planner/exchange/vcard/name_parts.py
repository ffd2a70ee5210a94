"""The five parts of a name for a card that must have them: Apple's programs show nothing else."""

from __future__ import annotations

from planner.domain.names import fold
from planner.domain.outgoing import OutgoingPerson

_PARTICLES = frozenset(
    {
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
    }
)
NOBODY = ("", "", "", "", "")


def name_parts(person: OutgoingPerson) -> tuple[str, str, str, str, str]:
    """Family, given and additional names, prefix and suffix.

    They are as known while the name still holds them; else the last word is taken for the family's. What is
    named after an organisation has none.
    """
    known = (
        *(person.family_name, person.given_name, person.additional_names),
        *(person.prefix, person.suffix),
    )
    if any(known[:3]) and _are_of(person.name, known[:2]):
        return known
    if person.name == person.organisation:
        return NOBODY
    family, given = _parted(person.name.split())
    return family, given, "", "", ""


def _are_of(name: str, parts: tuple[str, ...]) -> bool:
    folded = fold(name)
    return all(fold(part) in folded for part in parts if part)


def _parted(words: list[str]) -> tuple[str, str]:
    """The family's name, with its particles, and what stands before it; one word is a given name."""
    if len(words) < 2 or not any(letter.isalpha() for letter in words[-1]):
        return "", " ".join(words)
    begin = len(words) - 1
    while begin > 1 and words[begin - 1].lower() in _PARTICLES:
        begin -= 1
    return " ".join(words[begin:]), " ".join(words[:begin])
