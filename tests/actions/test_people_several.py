"""What is done with several people at once is one step, and touches nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions.people import names_in_a_row
from planner.actions.people_several import (
    archive,
    bring_back,
    change_rhythms,
    end_rests,
    let_several_rest,
    move_to_layer,
    tag,
)
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.engage import to_engage
from planner.queries.people import (
    archived_among,
    count,
    find_people,
    layers,
    layers_of,
    names,
    person_called,
    recent_people,
    tags_of,
)
from planner.queries.standing import standings


@pytest.fixture
def both(sample: Library) -> list[int]:
    """Tobias, who is overdue, and Mei-Ling."""
    return [person_called(sample, name).id for name in ("tobias", "mei-ling")]


def test_archived_people_leave_every_list_and_come_back_whole(
    sample: Library, both: list[int], today: date
) -> None:
    before = standings(sample, today, both)
    archive(sample, both)
    assert archived_among(sample, both) == set(both) and count(sample) == 39
    assert not {each.person_id for each in to_engage(sample, today).people} & set(both)
    assert not {each.id for each in names(sample)} & set(both)
    assert find_people(sample, "tobias") == [] or both[0] not in {
        each.id for each in find_people(sample, "tobias")
    }
    assert sum(layer.people for layer in layers(sample)) == 39
    recent = recent_people(sample, 40)
    assert recent and not {each.id for each in recent} & set(both)
    bring_back(sample, both)
    assert standings(sample, today, both) == before and count(sample) == 41
    assert sample.next_labels()[0] == "Bring Tobias and Mei-Ling back"


def test_nothing_to_do_leaves_no_step(sample: Library, both: list[int]) -> None:
    bring_back(sample, both)
    end_rests(sample, both)
    assert sample.next_labels() == (None, None)


def test_moving_to_a_layer_and_out_of_all(sample: Library, both: list[int]) -> None:
    board = next(each.id for each in layers(sample) if each.hue == "board")
    move_to_layer(sample, both, board)
    assert layers_of(sample, both) == {board}
    assert sample.next_labels()[0] == "Move Tobias and Mei-Ling to Board & shareholders"
    move_to_layer(sample, both, None)
    assert layers_of(sample, both) == {None}
    sample.undo()
    sample.undo()
    assert layers_of(sample, both) != {board}
    with pytest.raises(KnownError, match="no longer"):
        move_to_layer(sample, both, 12345)


def test_tags_are_given_and_taken_away(sample: Library, both: list[int]) -> None:
    tag(sample, both[:1], ["exit"])
    tag(sample, both, ["  early  adopter ", "exit"], remove=["nobody has this"])
    found = {each.tag: each.people for each in tags_of(sample, both)}
    assert found["exit"] == found["early adopter"] == 2
    tag(sample, both, [], remove=["exit"])
    assert "exit" not in {each.tag for each in tags_of(sample, both) if each.people}
    with pytest.raises(KnownError, match="word"):
        tag(sample, both, ["ok", "  "])


def test_rhythm_and_rest_are_one_step_each(sample: Library, both: list[int], today: date) -> None:
    change_rhythms(sample, both, 90)
    assert {each.rhythm_days for each in standings(sample, today, both).values()} == {90}
    let_several_rest(sample, both, today + timedelta(days=30), today=today)
    assert {str(each.state) for each in standings(sample, today, both).values()} == {"resting"}
    end_rests(sample, both)
    assert "resting" not in {str(each.state) for each in standings(sample, today, both).values()}
    for _ in range(3):
        sample.undo()
    assert sample.next_labels()[0] is None
    with pytest.raises(KnownError):
        let_several_rest(sample, both, today, today=today)
    assert sample.next_labels()[0] is None


def test_many_are_counted_in_labels(sample: Library) -> None:
    everybody = [each.id for each in names(sample)]
    assert names_in_a_row(sample, everybody[:3]) == "Aisha, Ana and Anneke"
    assert names_in_a_row(sample, everybody) == "Aisha, Ana, Anneke and 38 more"
    assert names_in_a_row(sample, ()) == "nobody"
