"""P17: the limits for readers, in figures: whoever changes one changes it here, too."""

from __future__ import annotations

import pytest

from planner.domain.errors import KnownError
from planner.exchange import photos, reader
from planner.exchange.csv_table import cells
from planner.exchange.csv_table import reader as tables
from planner.exchange.icalendar import lines as calendar_lines
from planner.exchange.icalendar import process, recurrences, rules, series
from planner.exchange.icalendar import reader as calendars
from planner.exchange.vcard import cards, reading
from planner.exchange.vcard import lines as card_lines
from tests.conftest import TODAY

MEGABYTE = 1024 * 1024
LIMITS: dict[str, tuple[float, float]] = {
    "any file": (reader.MOST_FILE_BYTES, 50 * MEGABYTE),
    "an address book": (cards.MOST_FILE_BYTES, 50 * MEGABYTE),
    "a table": (tables.MOST_FILE_BYTES, 50 * MEGABYTE),
    "a calendar": (calendars.MOST_BYTES, 50_000_000),
    "a line of a card": (reading.MOST_LINE, MEGABYTE),
    "a photo in a card": (reading.MOST_PHOTO_LINE, 5 * MEGABYTE),
    "a row of a table": (cells.MOST_ROW, MEGABYTE),
    "a line of a calendar": (calendar_lines.MOST_LINE_BYTES, 1_000_000),
    "cards": (card_lines.MOST_CARDS, 20_000),
    "rows": (tables.MOST_ROWS, 20_000),
    "entries of a calendar": (calendar_lines.MOST_ENTRIES, 100_000),
    "events": (recurrences.MOST_EVENTS, 100_000),
    "instances of a series": (series.MOST_INSTANCES, 1_000),
    "seconds for all series": (process.SECONDS_IN_ALL, 2),
    "pixels across a photo": (photos.MOST_PIXELS_ACROSS, 512),
    "memory for a photo": (photos.MOST_MEMORY, 64 * MEGABYTE),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_what_was_promised(name: str) -> None:
    found, promised = LIMITS[name]
    assert found == promised


def test_what_recurs_finer_than_daily_is_refused() -> None:
    assert {"HOURLY", "MINUTELY", "SECONDLY"} == rules._FINER


def test_a_file_over_fifty_megabytes_is_refused_whatever_it_is() -> None:
    row = b"Ana Ferreira,ana@contoso.example\n"
    data = b"Name,E-mail\n" + row * (50 * MEGABYTE // len(row) + 1)
    with pytest.raises(KnownError, match="larger than 50 MB"):
        reader.read_file_bytes(data, until=TODAY, zone="UTC")
