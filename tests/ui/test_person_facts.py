"""What a person's page says of time, states, promises, the year and a photo, without a page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from planner.actions.leave import Stretch, take_leave
from planner.library import Library
from planner.queries.person import person_page
from planner.ui.person.header import apart_words, local_now, long_state
from planner.ui.person.photo import MOST_SIDE, decode_photo
from planner.ui.person.year_strip import year_facts
from tests.conftest import NOW, TODAY
from tests.ui.person_pages import person_called


@pytest.mark.parametrize(
    ("zone", "offset_hours", "words"),
    [
        ("Europe/Zurich", 2, "Same time as you"),
        ("America/New_York", 2, "6 h behind you"),
        ("Asia/Kolkata", 2, "3 h 30 ahead of you"),
    ],
)
def test_how_far_local_time_is_apart(zone: str, offset_hours: int, words: str) -> None:
    now = datetime(2026, 9, 15, 7, 20, tzinfo=timezone(timedelta(hours=offset_hours)))
    there = local_now(zone, now)
    assert there is not None
    assert there.astimezone(UTC) == now.astimezone(UTC)
    assert apart_words(there, now) == words


def test_a_zone_that_is_none_is_not_known() -> None:
    for zone in ("", "Narnia/Cair", "../../etc/passwd"):
        assert local_now(zone, NOW) is None


@pytest.mark.parametrize(
    ("short", "words"),
    [("Due in 2 d", "Due in 2 days"), ("1 d overdue", "1 day overdue"), ("On rhythm", "On rhythm")],
)
def test_states_in_full_words(short: str, words: str) -> None:
    assert long_state(short) == words


def test_the_year_is_a_true_time_axis(sample: Library) -> None:
    page = person_page(sample, person_called(sample, "Beatrix Keller"), TODAY)
    facts = year_facts(page, TODAY)
    first = TODAY - timedelta(days=372)
    assert all(first <= day <= TODAY for day, _ in facts.talks)
    assert facts.current == (date(2026, 8, 20), date(2026, 9, 17))
    assert all(end == begin for (_, end, _), (begin, _, _) in pairwise(facts.bars))
    assert facts.bars[-1][1] == date(2026, 8, 20)
    assert facts.planned == (date(2026, 9, 16), date(2026, 10, 13))


def test_the_year_agrees_with_the_gaps_where_days_of_drift_add_up(sample: Library) -> None:
    page = person_page(sample, person_called(sample, "Beatrix Keller"), TODAY)
    facts = year_facts(page, TODAY)
    assert (date(2026, 3, 2), date(2026, 3, 31), True) in facts.bars  # 29 days, the rhythm is 28
    kept = [is_kept for _, _, is_kept in facts.bars]
    assert kept == [gap.kept for gap in page.gaps if gap.ends > TODAY - timedelta(days=372)]
    assert f"rhythm kept in {sum(kept)} of {len(kept)} gaps, last conversation 26 days ago" in facts.words


def test_days_of_leave_are_not_missed_in_the_year(sample: Library) -> None:
    mei = person_called(sample, "Mei-Ling Zhao")
    before = _bars(sample, mei)
    take_leave(sample, Stretch(first_day=date(2026, 6, 20), last_day=date(2026, 7, 20)), today=TODAY)
    after = _bars(sample, mei)
    turned = [span for span, kept in after.items() if kept and not before[span]]
    assert before.keys() == after.keys() and turned
    assert all(begin < date(2026, 7, 20) and end > date(2026, 6, 20) for begin, end in turned)


def _bars(library: Library, person_id: int) -> dict[tuple[date, date], bool]:
    facts = year_facts(person_page(library, person_id, TODAY), TODAY)
    return {(begin, end): kept for begin, end, kept in facts.bars}


class TestPhoto:
    def made(self, width: int, height: int) -> bytes:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        return bytes(buffer.data().data())

    def test_a_large_one_is_made_small(self, qapp: object) -> None:
        photo = decode_photo(self.made(2000, 1000))
        assert photo is not None
        assert (photo.width(), photo.height()) == (MOST_SIDE, MOST_SIDE // 2)

    def test_a_small_one_stays(self, qapp: object) -> None:
        photo = decode_photo(self.made(40, 30))
        assert photo is not None
        assert (photo.width(), photo.height()) == (40, 30)

    def test_none_garbage_and_bombs_are_no_photo(self, qapp: object) -> None:
        assert decode_photo(None) is None
        assert decode_photo(b"not a picture") is None
        assert decode_photo(self.made(20, 20)[:40]) is None
        assert decode_photo(b"P5 60000 60000 255 " + bytes(64)) is None
