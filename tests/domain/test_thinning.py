"""P9: of many backups the right ones stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.thinning import worth_keeping

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 3 * 365 * 24).map(lambda hours: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours))
)


def test_a_backup_every_hour_for_two_years_leaves_a_few_dozen() -> None:
    every_hour = [NOW - timedelta(hours=hours) for hours in range(2 * 365 * 24)]
    kept = worth_keeping(every_hour, NOW)
    assert sum(moment > NOW - timedelta(days=2) for moment in kept) == 48
    older = sorted(moment for moment in kept if moment <= NOW - timedelta(days=2))
    # 12 days of which three are within the last two days; 10 weeks and 9 months, each by its last hour
    assert len(older) == 9 + 8 + 7
    assert min(kept) == datetime(2026, 1, 31, 23, tzinfo=UTC)


def test_of_a_day_long_ago_only_the_last_one_stays() -> None:
    morning, evening = NOW - timedelta(days=5, hours=4), NOW - timedelta(days=5, hours=1)
    assert worth_keeping([morning, evening], NOW) == {evening}


@given(MOMENTS)
def test_the_newest_always_stays_and_again_changes_nothing(moments: list[datetime]) -> None:
    kept = worth_keeping(moments, NOW)
    assert kept <= set(moments)
    assert not moments or max(moments) in kept
    assert worth_keeping(kept, NOW) == kept
    assert {moment for moment in moments if moment > NOW - timedelta(days=2)} <= kept
