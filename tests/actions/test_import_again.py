"""Cards that could be several people's: whoever got them the first time gets them again, with nothing new."""

from __future__ import annotations

import pytest

from planner.actions.imports.files import Choices, Kind, review_drafts, save
from planner.exchange.drafts import PersonDraft
from planner.library import Library
from tests.actions.import_drafts import cards, person
from tests.conftest import NOW, TODAY
from tests.dump import dump

ANA, MARIA = "Ana Ferreira", "Ana Maria Ferreira"


def imported(library: Library, people: list[PersonDraft], *, same: bool = False) -> None:
    """Import them; those that are possibly known are left out, or `same`."""
    review = review_drafts(library, [cards(*people)], today=TODAY)
    asked = frozenset(each.id for each in review.people_of(Kind.POSSIBLE))
    save(library, review, Choices(same=asked) if same else Choices(), now=NOW)


PHONE = "+351 91 97"
BETWEEN_TWO_UIDS = (
    [
        person(ANA, "a1@x.example", uid="a-1", organisation="Contoso", tags=("vip",)),
        person(ANA, uid="a-2", phones=("+35191",), tags=("vip",)),
    ],
    [
        person(MARIA, "a2@x.example", uid="a-2", organisation="Contoso", tags=("Board",)),
        person(ANA, "a2@x.example", uid="a-1", phones=("21197",)),
    ],
    False,
)
TWO_CARDS_SAID_TO_BE_ONE = (
    [person(ANA), person(MARIA)],
    [
        person(MARIA, "a1@x.example", uid="a-1", organisation="Contoso"),
        person(MARIA, uid="a-2", organisation="Contoso"),
    ],
    True,
)
A_BARE_NAME_SAID_TO_BE_KNOWN = (
    [person(ANA, "a2@x.example", organisation="Contoso")],
    [person(ANA, "a1@x.example", organisation="Contoso"), person(ANA)],
    True,
)
A_NUMBER_THAT_ANOTHER_GOT = (
    [person(ANA, "a1@x.example", "a2@x.example"), person("Ferreira, Ana", organisation="Contoso")],
    [
        person(ANA, organisation="Contoso", phones=(PHONE,), tags=("vip",)),
        person(MARIA, "a2@x.example", uid="a-2"),
        person(MARIA, "a2@x.example", uid="a-1", organisation="Contoso", phones=(PHONE,)),
    ],
    False,
)


@pytest.mark.parametrize(
    ("before", "people", "same"),
    [
        pytest.param(*BETWEEN_TWO_UIDS, id="between two UIDs"),
        pytest.param(*TWO_CARDS_SAID_TO_BE_ONE, id="two cards said to be one person's"),
        pytest.param(*A_BARE_NAME_SAID_TO_BE_KNOWN, id="a bare name said to be known"),
        pytest.param(*A_NUMBER_THAT_ANOTHER_GOT, id="a number that another got"),
    ],
)
def test_the_same_file_finds_the_same_people(
    library: Library, before: list[PersonDraft], people: list[PersonDraft], same: bool
) -> None:
    imported(library, before)
    imported(library, people, same=same)
    once, steps = dump(library), len(library.history())
    imported(library, people)
    assert dump(library) == once
    assert len(library.history()) == steps
