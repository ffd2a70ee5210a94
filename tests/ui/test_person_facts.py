"""What a person's page says of time, states, promises, the year and a photo, without a page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

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
    for (begin, end, _), (_, after, _) in zip(facts.bars[1:], facts.bars, strict=False):
        assert (end - begin).days == 28
        assert end < after
    assert facts.planned == (date(2026, 9, 16), date(2026, 10, 13))


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
