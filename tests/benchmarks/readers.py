"""The readers beside others that read the same bytes in the same run: `python -m tests.benchmarks.readers`.

10,000 vCards beside vobject, which they must beat by half; an mbox of a gigabyte (`--mbox 64` for a smaller
one, in MB) beside Python's own `mailbox`, of whose speed a third is due; a table of 10,000 rows beside `csv`.
Ends with exit code 1 where one of them is too slow, or where the archive costs memory by its size.
"""

from __future__ import annotations

import argparse
import csv
import io
import mailbox
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from planner.exchange.csv_table.reader import read_table
from planner.exchange.mail.mbox import read_mbox
from planner.exchange.vcard.cards import read_vcards
from tests.benchmarks.vcards import cards

VCARD_SHARE = 0.5
"""At most so much of vobject's time."""

MBOX_SHARE = 1 / 3
"""At least so much of the speed of Python's `mailbox`."""

MOST_MBOX_MEMORY = 64 * 1024 * 1024
_MB = 1_000_000

_HEADER = """\
From person{n}@x.example Tue Sep 15 {hour:02}:{minute:02}:00 2026
Return-Path: <person{who}@x.example>
Delivered-To: me@y.example
Received: from mail.x.example (mail.x.example [192.0.2.{who}])
\tby mx.y.example (Postfix) with ESMTPS id 4F{n:08X}
\tfor <me@y.example>; Tue, 15 Sep 2026 {hour:02}:{minute:02}:00 +0000 (UTC)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=x.example;
 s=key; t=1789459200; h=from:to:subject:date; bh={bh};
 b={b}
Message-ID: <{n}@x.example>
Date: Tue, 15 Sep 2026 {hour:02}:{minute:02}:00 +0200
MIME-Version: 1.0
From: =?utf-8?Q?Zo=C3=AB?= Person {who} <person{who}@x.example>
To: Me <me@y.example>
Subject: Re: =?utf-8?B?w5xiZXIgZGllIFpha3VuZnQ=?= {subject}
Content-Type: text/plain; charset=utf-8

"""
_TEXT = "This is a line of text of a usual length, as people write them.\n"
_ATTACHED = "JVBERi0xLjQKJcOkw7zDtsOfCjIgMCBvYmoKPDwvTGVuZ3RoIDMgMCBSL0ZpbHRlci9GbGF0ZURl\n"


def write_mbox(path: Path, size: int) -> int:
    """An archive of about so many bytes, every tenth mail with an attachment; returns how many they are."""
    number = 0
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        while written < size:
            header = _HEADER.format(
                n=number, who=number % 97, hour=number % 24, minute=number % 60, subject=number % 500,
                bh="A" * 44, b="B" * 340,
            )  # fmt: skip
            attached = _ATTACHED * (900 if number % 10 == 0 else 0)
            body = f"{_TEXT * (20 + number % 60)}\n>From the beginning\n{attached}\n"
            written += file.write(header + body)
            number += 1
    return number


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest run."""
    took = []
    for _ in range(times):
        begun = perf_counter()
        work()
        took.append(perf_counter() - begun)
    return min(took)


def vcards(number: int) -> bool:
    """Our time beside vobject's for the same cards, and whether it is half of it or less."""
    import vobject

    data = cards(number)
    text = data.decode()
    assert len(read_vcards(data).people) == number
    theirs = seconds(lambda: sum(1 for _ in vobject.readComponents(text)), 1)
    ours = seconds(lambda: read_vcards(data))
    share = ours / theirs
    print(
        f"{number:,} vCards: {ours:.2f} s, vobject {theirs:.2f} s:"
        f" {share:.0%} of its time, {VCARD_SHARE:.0%} is due"
    )
    return share <= VCARD_SHARE


def mbox(megabytes: int) -> bool:
    """Our speed beside that of `mailbox` for the same archive, and whether it is a third of it or more."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.mbox"
        count = write_mbox(path, megabytes * _MB)
        size = path.stat().st_size

        def ours() -> int:
            with path.open("rb") as stream:
                return len(read_mbox(stream, size).messages)

        assert ours() == count
        took = seconds(ours, 2)
        theirs = seconds(lambda: _iterated(path), 1)
        speed = theirs / took
        tracemalloc.start()
        ours()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    print(
        f"mbox of {size / _MB:,.0f} MB, {count:,} messages: {took:.1f} s ({size / _MB / took:.0f} MB/s),"
        f" mailbox {theirs:.1f} s: {speed:.1f} times its speed, {MBOX_SHARE:.2f} is due;"
        f" {peak / _MB:.1f} MB of memory"
    )
    return speed >= MBOX_SHARE and peak < MOST_MBOX_MEMORY


def _iterated(path: Path) -> int:
    archive = mailbox.mbox(path)
    try:
        return sum(1 for _ in archive)
    finally:
        archive.close()


def table(number: int) -> None:
    """Our time for a table beside that of splitting it into cells."""
    rows = "".join(
        f"Zoë,Fernández {each},zoe.{each}@example.com,+44 20 7946 {each:05},Example Works {each % 97},"
        f'"Head of region {each % 7}, all",12.04.19{each % 90 + 10},Bristol\n'
        for each in range(number)
    )
    text = "First Name,Last Name,E-mail,Phone,Company,Job Title,Birthday,City\n" + rows
    data = text.encode()
    assert len(read_table(data).people) == number
    split = seconds(lambda: sum(1 for _ in csv.reader(io.StringIO(text))))
    print(
        f"table of {number:,} rows: {seconds(lambda: read_table(data)):.2f} s, split into cells {split:.2f} s"
    )


def main() -> int:
    """Print everything; 1 where something is too slow."""
    parser = argparse.ArgumentParser(description="The readers beside vobject and mailbox.")
    parser.add_argument("--cards", type=int, default=10_000, help="how many vCards")
    parser.add_argument("--mbox", type=int, default=1_000, help="size of the archive in MB")
    given = parser.parse_args()
    good = [vcards(given.cards), mbox(given.mbox)]
    table(given.cards)
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
