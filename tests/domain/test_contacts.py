"""What counts as a contact-day, and how much (SCIENCE 1.2 and 1.5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.channels import Channel
from planner.domain.contacts import Contact, ContactDay, contact_days_of, credit_of, local_day
from planner.domain.warmth import reference_strength, strength, warmth

TODAY = date(2026, 9, 15)
NINE = datetime(2026, 9, 14, 9, tzinfo=UTC)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_ten_messages_on_a_day_are_one_contact_day() -> None:
    sent = [Contact(ago(3), Channel.MESSAGE, minutes=5) for _ in range(10)]
    assert contact_days_of(sent, TODAY) == (ContactDay(ago(3), 0.3, 50),)


def test_the_best_credit_of_the_day_counts_and_the_minutes_add_up() -> None:
    found = contact_days_of(
        [
            Contact(ago(1), Channel.CALL, minutes=20),
            Contact(ago(1), Channel.VIDEO),
            Contact(ago(9), Channel.EVENT),
        ],
        TODAY,
    )
    assert found == (ContactDay(ago(9), 1.0, None), ContactDay(ago(1), 0.8, 20))


def test_a_group_shares_the_credit() -> None:
    assert [credit_of(Channel.IN_PERSON, size) for size in (1, 3, 6, 30)] == [1, 1, 0.5, 0.1]
    assert credit_of(Channel.CALL, 6) == pytest.approx(0.3)


def test_what_lies_ahead_is_a_plan_and_no_history() -> None:
    assert contact_days_of([Contact(ago(-1), Channel.CALL)], TODAY) == ()


def test_the_same_talk_imported_twice_counts_once() -> None:
    def talk(minute: float, channel: Channel = Channel.CALL) -> Contact:
        starts = NINE + timedelta(minutes=minute)
        return Contact(starts.date(), channel, minutes=30, starts=starts)

    def minutes(*talks: Contact) -> int | None:
        return contact_days_of(talks, TODAY)[0].minutes

    assert minutes(talk(0), talk(2)) == 30
    assert minutes(talk(2), talk(0)) == 30
    assert minutes(talk(0), talk(3)) == 60
    assert minutes(talk(0), talk(1, Channel.VIDEO)) == 60


@pytest.mark.parametrize("zone", ["Europe/Zurich", "America/New_York"])
def test_a_change_of_clocks_leaves_the_contact_days_alone(zone: str) -> None:
    here = ZoneInfo(zone)
    evenings = [datetime(2026, 3, day, 23, 30, tzinfo=here) for day in range(1, 31)]
    evenings += [datetime(2026, 10, day, 0, 30, tzinfo=here) for day in range(20, 31)]
    assert [local_day(each.astimezone(UTC), zone) for each in evenings] == [each.date() for each in evenings]


def test_two_zones_disagree_only_about_the_day_where_you_are() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=ZoneInfo("America/New_York"))
    assert local_day(late, "America/New_York") == date(2026, 7, 1)
    assert local_day(late, "Europe/Zurich") == date(2026, 7, 2)


def test_warmth_in_the_worked_example() -> None:
    days = [ContactDay(ago(5), 0.35, None), ContactDay(ago(20), 1, None), ContactDay(ago(50), 0.7, None)]
    assert strength(days, TODAY) == pytest.approx(0.479127, abs=1e-6)
    assert reference_strength(30) == pytest.approx(1.024457, abs=1e-6)
    assert warmth(days, 30, TODAY) == pytest.approx(0.46769, abs=1e-5)


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [(7, 4.9253), (14, 2.3614), (60, 0.4699), (90, 0.2935), (180, 0.1272), (400, 0.05)],
)
def test_the_reference_is_somebody_met_at_the_rhythm(rhythm: int, expected: float) -> None:
    assert reference_strength(rhythm) == pytest.approx(expected, abs=1e-4)


def test_warmth_is_not_known_before_the_first_contact_or_without_a_rhythm() -> None:
    assert warmth([], 30, TODAY) is None
    assert warmth([ContactDay(ago(-3), 1, None)], 30, TODAY) is None
    assert warmth([ContactDay(ago(3), 1, None)], None, TODAY) is None
    assert warmth([ContactDay(ago(800), 1, None)], 30, TODAY) == 0


@given(
    st.lists(st.tuples(st.integers(0, 800), st.sampled_from(list(Channel))), min_size=1), st.integers(1, 400)
)
def test_warmth_keeps_its_range(talks: list[tuple[int, Channel]], rhythm: int) -> None:
    days = contact_days_of([Contact(ago(each), channel) for each, channel in talks], TODAY)
    found = warmth(days, rhythm, TODAY)
    assert found is not None and 0 <= found <= 1
