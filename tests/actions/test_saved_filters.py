"""Filters under a name: saved, renamed, ordered, removed, each as one step to undo."""

from __future__ import annotations

import pytest

from planner.actions.saved_filters import move_filter, remove_filter, rename_filter, save_filter
from planner.domain.errors import KnownError
from planner.domain.filters import EVERYBODY, Filter
from planner.library import Library
from planner.queries.saved_filters import saved_filters

ZURICH = Filter(cities=frozenset({"zurich"}))
PLANLESS = Filter(unplanned=True)


def names(library: Library, place: str = "people") -> list[str]:
    return [each.name for each in saved_filters(library, place)]


def test_a_filter_is_kept_under_its_name_for_its_place(library: Library) -> None:
    save_filter(library, "people", "  In   Zurich ", ZURICH)
    save_filter(library, "board", "Planless", PLANLESS)
    assert [(each.name, each.filter) for each in saved_filters(library, "people")] == [("In Zurich", ZURICH)]
    assert names(library, "board") == ["Planless"]
    library.undo()
    library.undo()
    assert names(library) == []


def test_the_same_name_takes_the_new_filter(library: Library) -> None:
    first = save_filter(library, "people", "Mine", ZURICH)
    assert save_filter(library, "people", "Mine", PLANLESS) == first
    assert [each.filter for each in saved_filters(library, "people")] == [PLANLESS]
    library.undo()
    assert [each.filter for each in saved_filters(library, "people")] == [ZURICH]


def test_filters_move_and_stay_at_the_ends(library: Library) -> None:
    ids = [save_filter(library, "people", name, ZURICH) for name in "abc"]
    move_filter(library, ids[2], -1)
    assert names(library) == ["a", "c", "b"]
    move_filter(library, ids[2], -5)
    assert names(library) == ["c", "a", "b"]
    move_filter(library, ids[2], -1)
    move_filter(library, ids[1], 1)
    assert names(library) == ["c", "a", "b"]
    library.undo()
    assert names(library) == ["a", "c", "b"]


def test_renamed_and_removed(library: Library) -> None:
    ids = [save_filter(library, "people", name, ZURICH) for name in "ab"]
    rename_filter(library, ids[0], "Here")
    assert names(library) == ["Here", "b"]
    with pytest.raises(KnownError, match="already"):
        rename_filter(library, ids[1], "Here")
    remove_filter(library, ids[0])
    assert names(library) == ["b"]
    with pytest.raises(KnownError, match="no longer"):
        remove_filter(library, ids[0])


@pytest.mark.parametrize(("name", "wanted"), [("", ZURICH), ("x" * 41, ZURICH), ("All", EVERYBODY)])
def test_what_is_no_filter_is_refused(library: Library, name: str, wanted: Filter) -> None:
    with pytest.raises(KnownError):
        save_filter(library, "people", name, wanted)
    assert names(library) == []
