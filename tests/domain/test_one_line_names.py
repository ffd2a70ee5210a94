"""Who is called what: found at once, and right after somebody was added, renamed or removed."""

from __future__ import annotations

from planner.domain.one_line.names import FIRST, LAST, Group, Known, NameIndex

ANA = Known(1, "Ana Ferreira")
RIJN = Known(2, "Dr. Pieter van Rijn", "Piet")


def test_everybody_is_called_by_each_word_but_titles() -> None:
    index = NameIndex([ANA, RIJN])
    assert set(index.called("ana")) == set(index.called("ferreira")) == {1}
    assert set(index.called("piet")) == set(index.called("pieter")) == set(index.called("rijn")) == {2}
    assert not index.called("dr")
    assert index.with_initials("af") == {1}


def test_a_new_name_takes_the_place_of_the_old_one() -> None:
    index = NameIndex([ANA])
    index.put(ANA._replace(name="Ana Costa"))
    assert not index.called("ferreira") and set(index.called("costa")) == {1}
    assert len(index) == 1
    index.remove(1)
    index.remove(1)
    assert not index.called("ana") and not index.with_initials("ac") and 1 not in index


def test_a_slip_of_typing_finds_who_is_near() -> None:
    index = NameIndex([ANA, Known(3, "Katarzyna Wolska")])
    assert index.near("katarzina") == {3: 1}
    assert index.near("anna") == {1: 1}
    assert index.near("zoltan") == {} == index.near("an")
    index.put(Known(4, "Katarina Holm"))
    assert set(index.near("katarzina")) == {3, 4}


def test_the_beginning_of_a_name_is_enough() -> None:
    index = NameIndex([ANA, RIJN, Known(3, "Robert Ferrer")])
    assert index.begun("rob") == {3: FIRST}
    assert index.begun("ferr") == {1: LAST, 3: LAST}
    assert index.begun("ro") == {} == index.begun("robert") == index.begun("xyz")
    index.put(Known(4, "Roberta Haas"))
    assert index.begun("rob") == {3: FIRST, 4: FIRST}
    index.remove(3)
    assert index.begun("rob") == {4: FIRST}


def test_the_longest_name_of_a_group_counts() -> None:
    board = Group("layer", 1, "Board", (1,))
    works = Group("layer", 2, "Board of works", (2,))
    index = NameIndex([ANA, RIJN], [("Board", board), ("Board of works", works)])
    assert index.group_at(["board", "yesterday"]) == (1, board)
    assert index.group_at(["board", "of", "works"]) == (3, works)
    assert index.group_at(["works"]) is None and index.group_at([]) is None
