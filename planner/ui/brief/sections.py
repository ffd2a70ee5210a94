"""Which sections a brief has, and in which column they stand."""

from __future__ import annotations

from planner.queries.brief_sections import Line
from planner.queries.meeting_brief import PersonBrief
from planner.ui.brief.fit import Listed, Section
from planner.ui.brief.pieces import Make, band, bullet, paragraph, row, somebody, tick
from planner.ui.brief.type import SOFT, STRONG

_LABEL, _SHORT_LABEL = 96.0, 44.0
_NOT_PLANNED = "Not written down yet."


def left(person: PersonBrief, purpose: str) -> list[Section]:
    """What it is for, what was promised, what happened, who is around, and the private things asked for."""
    return [
        Section("Purpose", (Listed((paragraph(purpose or _NOT_PLANNED),)),)),
        Section("Promises between you", _promises(person, 4)),
        _added(person),
        Section("Lately", (_bullets(person.lately, 4),)),
        Section(
            f"People around {person.whom}",
            (Listed(tuple(map(somebody, person.around)), 3, 2, indent=38),),
        ),
    ]


def right(person: PersonBrief) -> list[Section]:
    """What is understood, how to speak, what to ask, and how things stand."""
    return [
        Section(
            f"Understanding {person.whom}",
            (Listed(tuple(row(each, _LABEL) for each in person.understood), 9, 4, indent=_LABEL),),
        ),
        Section(
            f"The right message for {person.first}",
            (
                Listed(
                    tuple(row(each, _SHORT_LABEL, strong=True) for each in person.messages), 4, 2, tells=False
                ),
            ),
        ),
        Section("Questions worth asking", (_questions(person, 3),)),
        Section("How things stand", (Listed(_standing(person), least=2, tells=False),)),
    ]


def of_one_among(person: PersonBrief, *, much: bool) -> list[Section]:
    """What the page of a whole meeting says about each, most needed first; `much` where there is room."""
    few = [
        Section("", (Listed((paragraph(person.remember, STRONG),) if person.remember else ()),)),
        Section("", _promises(person, 3)),
        Section("", _added(person).lists),
        Section("", (Listed(_bullets(person.lately, 3).entries, 4 if much else 2, 1, "Lately", False),)),
        Section("", (Listed(_questions(person, 2).entries, 2, 1, "Worth asking", False),)),
    ]
    if not much:
        return few
    known = tuple(row(each, _LABEL) for each in person.understood)
    return [*few, Section(f"Understanding {person.whom}", (Listed(known, 6, tells=False),))]


def _promises(person: PersonBrief, most: int) -> tuple[Listed, ...]:
    if not person.yours and not person.theirs:
        return (Listed((paragraph("Nothing is open between you.", SOFT),)),)
    return (
        Listed(tuple(map(tick, person.yours)), most, 1, f"You promised {person.first}", indent=18),
        Listed(tuple(map(tick, person.theirs)), most, 1, f"{person.first} promised you", indent=18),
    )


def _added(person: PersonBrief) -> Section:
    return Section("Private, added by you", (_bullets(person.added, 8, tells=True),))


def _bullets(lines: tuple[Line, ...], most: int, *, tells: bool = False) -> Listed:
    return Listed(tuple(map(bullet, lines)), most, tells=tells)


def _questions(person: PersonBrief, most: int) -> Listed:
    return Listed(tuple(bullet(Line("", each)) for each in person.questions), most, tells=False)


def _standing(person: PersonBrief) -> tuple[Make, ...]:
    said = paragraph(person.standing, SOFT)
    return (said,) if person.band is None else (band(*person.band, person.stage), said)
