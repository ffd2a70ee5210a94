"""What a filter means, what its choices would leave, how it is kept and what it is called."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.filter_counts import left_by
from planner.domain.filter_rules import filter_of, rule_of
from planner.domain.filter_words import Names, said_by, without
from planner.domain.filters import (
    EVERYBODY,
    NOT_STARTED_STATES,
    OVERDUE_STATES,
    Brief,
    Filter,
    Owed,
    fits,
    narrowed,
    saying,
)
from planner.domain.rhythm import State

STANDS = ("leading", "supportive", "neutral", "resistant", "unaware", "")


def brief(identity: int, name: str = "Ana", **more: Any) -> Brief:
    folded = name.lower()
    return Brief(
        **{"id": identity, "name": name, "folded": folded, "said": folded, "state": State.DUE} | more
    )


ANA = brief(1, "Ana", state=State.ON_RHYTHM, layer_id=1, city="Zurich", folded_city="zurich", tags=("exit",))
LUCA = brief(2, "Luca", state=State.QUIET, layer_id=2, organisation_id=7, yours_open=2, overdue=1)
MEI = brief(3, "Mei", layer_id=1, theirs_open=1, next_plan=(date(2026, 9, 16), None))
OLD = brief(4, "Olga", archived=True)
TOBIAS = brief(5, "Tobias", stands=((9, "resistant"), (8, "supportive")))
CAST = [ANA, LUCA, MEI, OLD, TOBIAS]


def names(**said: Any) -> list[str]:
    return [each.name for each in narrowed(saying(EVERYBODY, **said), CAST)]


def test_nothing_said_shows_everybody_who_is_not_archived() -> None:
    assert not EVERYBODY
    assert names() == ["Ana", "Luca", "Mei", "Tobias"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"states": OVERDUE_STATES}, ["Luca"]),
        ({"states": frozenset({State.ON_RHYTHM, State.DUE})}, ["Ana", "Mei", "Tobias"]),
        ({"states": NOT_STARTED_STATES}, []),
        ({"layers": frozenset({1})}, ["Ana", "Mei"]),
        ({"layers": frozenset({0})}, ["Tobias"]),
        ({"cities": frozenset({"zurich"})}, ["Ana"]),
        ({"organisations": frozenset({7, 8})}, ["Luca"]),
        ({"tags": frozenset({"exit", "other"})}, ["Ana"]),
        ({"owed": frozenset({Owed.YOURS})}, ["Luca"]),
        ({"owed": frozenset({Owed.THEIRS})}, ["Mei"]),
        ({"owed": frozenset({Owed.THEIRS, Owed.OVERDUE})}, ["Luca", "Mei"]),
        ({"unplanned": True}, ["Ana", "Luca", "Tobias"]),
        ({"archived": True}, ["Olga"]),
        ({"text": "u"}, ["Luca"]),
        ({"text": " LU  ca "}, ["Luca"]),
        ({"text": "ana luca"}, []),
    ],
)
def test_what_each_field_lets_through(said: dict[str, Any], shown: list[str]) -> None:
    assert names(**said) == shown


def test_fields_narrow_each_other() -> None:
    assert names(layers=frozenset({1}), unplanned=True) == ["Ana"]


def test_initiative_and_stand_speak_of_one_stand() -> None:
    assert names(initiatives=frozenset({9})) == ["Tobias"]
    assert names(stands=frozenset({"supportive"})) == ["Tobias"]
    assert names(initiatives=frozenset({8}), stands=frozenset({"supportive"})) == ["Tobias"]
    assert names(initiatives=frozenset({9}), stands=frozenset({"supportive"})) == []


# Chance people and chance filters

figures = st.integers(0, 3)
cities = st.sampled_from(("", "oslo", "zurich"))
people = st.builds(
    Brief,
    id=st.integers(1, 1_000_000),
    name=st.just("x"),
    folded=st.just("x"),
    said=st.text("abc ", max_size=6),
    state=st.sampled_from(State),
    layer_id=figures,
    city=cities,
    folded_city=cities,
    organisation_id=figures,
    tags=st.lists(st.sampled_from("pqr"), max_size=2).map(tuple),
    stands=st.lists(st.tuples(st.integers(1, 3), st.sampled_from(STANDS)), max_size=2).map(tuple),
    yours_open=figures,
    theirs_open=figures,
    overdue=figures,
    next_plan=st.none() | st.just((date(2026, 9, 16), None)),
    archived=st.booleans(),
)
filters = st.builds(
    Filter,
    states=st.frozensets(st.sampled_from(State), max_size=2),
    layers=st.frozensets(figures, max_size=2),
    cities=st.frozensets(cities, max_size=2),
    organisations=st.frozensets(figures, max_size=2),
    tags=st.frozensets(st.sampled_from("pqr"), max_size=2),
    initiatives=st.frozensets(st.integers(1, 3), max_size=2),
    stands=st.frozensets(st.sampled_from(STANDS), max_size=2),
    owed=st.frozensets(st.sampled_from(Owed), max_size=2),
    unplanned=st.booleans(),
    archived=st.booleans(),
    text=st.text("abc ", max_size=3),
)


@given(filters, st.lists(people, max_size=12))
def test_narrowed_are_those_who_fit_in_their_order(wanted: Filter, crowd: list[Brief]) -> None:
    assert narrowed(wanted, crowd) == [each for each in crowd if fits(wanted, each)]


@given(filters, st.lists(people, max_size=12))
def test_a_count_is_what_the_choice_alone_would_leave(wanted: Filter, crowd: list[Brief]) -> None:
    left = left_by(wanted, crowd)

    def shown(**said: Any) -> int:
        return len(narrowed(saying(wanted, **said), crowd))

    assert left.everybody == len(narrowed(EVERYBODY, crowd))
    assert left.shown == shown()
    assert left.unplanned == shown(unplanned=True)
    assert left.archived == shown(archived=True)
    for state in State:
        assert left.states[state] == shown(states=frozenset({state}))
    for figure in range(4):
        assert left.layers[figure] == shown(layers=frozenset({figure}))
        assert left.organisations[figure] == shown(organisations=frozenset({figure}))
    for city in ("", "oslo", "zurich"):
        assert left.cities[city] == shown(cities=frozenset({city}))
    for tag in "pqr":
        assert left.tags[tag] == shown(tags=frozenset({tag}))
    for initiative in (1, 2, 3):
        assert left.initiatives[initiative] == shown(initiatives=frozenset({initiative}))
    for stand in STANDS:
        assert left.stands[stand] == shown(stands=frozenset({stand}))
    for owed in Owed:
        assert left.owed[owed] == shown(owed=frozenset({owed}))


# Kept as a rule


@given(filters)
def test_a_kept_filter_comes_back(wanted: Filter) -> None:
    assert filter_of(json.loads(json.dumps(rule_of(wanted)))) == wanted


def test_a_rule_says_only_what_is_said() -> None:
    assert rule_of(EVERYBODY) == {}
    assert rule_of(Filter(states=OVERDUE_STATES, unplanned=True)) == {
        "states": ["overdue", "quiet"],
        "unplanned": True,
    }


@pytest.mark.parametrize(
    "rule",
    [
        {"states": ["later than late"], "moods": ["sunny"]},
        {"states": "overdue", "layers": [True, "1"], "text": 5, "archived": "yes"},
        {"cities": {"zurich": 1}, "owed": None},
    ],
)
def test_what_a_later_version_wrote_says_nothing(rule: dict[str, Any]) -> None:
    assert filter_of(rule) == EVERYBODY


# In words

CALLED = Names(
    layers={1: "Peers", 2: "Board"},
    organisations={7: "Norvane"},
    initiatives={9: "One Booking"},
    cities={"zurich": "Zürich", "oslo": "Oslo", "rome": "Rome"},
)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"states": OVERDUE_STATES}, "Overdue"),
        ({"states": frozenset({State.QUIET})}, "Quiet"),
        ({"states": OVERDUE_STATES | {State.DUE}}, "Overdue or Due"),
        ({"layers": frozenset({1, 2})}, "Board or Peers"),
        ({"layers": frozenset({0})}, "No layer"),
        ({"layers": frozenset({5})}, "Not here any more"),
        ({"cities": frozenset({"zurich"})}, "In Zürich"),
        ({"cities": frozenset({"zurich", "oslo", "rome"})}, "In 3 cities"),
        ({"cities": frozenset({""})}, "No city"),
        ({"organisations": frozenset({7, 0})}, "Norvane or No organisation"),
        ({"tags": frozenset({"exit"})}, "Tagged exit"),
        ({"initiatives": frozenset({9})}, "One Booking"),
        ({"initiatives": frozenset({9}), "stands": frozenset({"supportive"})}, "Supports One Booking"),
        (
            {"initiatives": frozenset({9}), "stands": frozenset({"supportive", "leading"})},
            "Leads or supports One Booking",
        ),
        ({"stands": frozenset({"resistant"})}, "Resists an initiative"),
        ({"owed": frozenset({Owed.OVERDUE})}, "A promise is overdue"),
        ({"unplanned": True}, "Nothing planned"),
        ({"archived": True}, "Archived"),
        ({"text": " budget "}, "“budget”"),
    ],
)
def test_words(said: dict[str, Any], words: str) -> None:
    wanted = saying(EVERYBODY, **said)
    found = said_by(wanted, CALLED)
    assert [each.words for each in found] == [words]
    assert without(wanted, found[0].about) == EVERYBODY
