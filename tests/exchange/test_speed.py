"""Readers are quick beside others that read the same bytes in the same run; tests/benchmarks has more."""

from __future__ import annotations

from pathlib import Path

import vobject

from planner.exchange.mail.mbox import read_mbox
from planner.exchange.vcard.cards import read_vcards
from tests.benchmarks.readers import MBOX_SHARE, VCARD_SHARE, _iterated, seconds, write_mbox
from tests.benchmarks.vcards import cards


def test_vcards_take_at_most_half_of_vobjects_time() -> None:
    data = cards(300)
    text = data.decode()
    theirs = seconds(lambda: sum(1 for _ in vobject.readComponents(text)), 2)
    assert seconds(lambda: read_vcards(data)) <= VCARD_SHARE * theirs


def test_an_mbox_is_read_at_no_less_than_a_third_of_mailboxs_speed(tmp_path: Path) -> None:
    path = tmp_path / "archive.mbox"
    count = write_mbox(path, 8_000_000)
    size = path.stat().st_size

    def ours() -> None:
        with path.open("rb") as stream:
            assert len(read_mbox(stream, size).messages) == count

    assert MBOX_SHARE * seconds(ours) <= seconds(lambda: _iterated(path), 2)
