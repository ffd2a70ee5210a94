"""P17: no archive, however broken, brings more than a KnownError, and what is read always keeps its form."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.drafts import Drafts
from planner.exchange.mail.body import text_of_message
from planner.exchange.mail.mbox import looks_like_mbox, message_at, read_mbox
from planner.exchange.mail.single import looks_like_message, read_message
from tests.exchange.fuzzing import DATA, mutated, refused_or_read, seeds, within_limits
from tests.exchange.mail_pieces import PIECES

ARCHIVES = [*seeds("mail", "thunderbird"), *seeds("mail", "*.mbox"), *seeds("mail/apple.mbox", "mbox")]
SINGLE = [*seeds("mail", "apple.eml*"), *seeds("mail/maildir", "*/*")]
MARK = b"From ana@x.example Tue Sep 15 08:00:00 2026\n"


def mbox(data: bytes) -> Drafts:
    return read_mbox(BytesIO(data), len(data))


def check(data: bytes) -> None:
    looks_like_mbox(data)
    looks_like_message(data)
    refused_or_read(lambda each: check_form(mbox(each), each), data)
    refused_or_read(lambda each: check_form(read_message(each), each), data)
    text = text_of_message(message_at(data), escaped=True)
    assert text == text.strip()


def check_form(drafts: Drafts, data: bytes) -> None:
    lines = data.count(b"\n") + 1
    assert all(0 <= problem.line <= lines and problem.words.endswith(".") for problem in drafts.problems)
    for message in drafts.messages:
        assert 0 <= message.place <= len(data)
        assert 0 < message.sent < 2**36
        assert message.subject == message.subject.strip() and message.subject.isprintable()
        for box in (message.sender, *message.to, *message.copied):
            assert box.email.count("@") == 1 and box.email.isprintable() and " " not in box.email
            assert box.name == box.name.strip() and "\n" not in box.name


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    check(data)
    check(MARK + b"From: a@x.example\nTo: b@x.example\n" + data)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_pieces_of_mail_in_any_order(pieces: list[bytes]) -> None:
    check(b"".join(pieces))
    check(MARK + b"From: a@x.example\nDate: 15 Sep 2026 08:00\n" + b"".join(pieces))


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(ARCHIVES + SINGLE), st.integers(0, 2**32), st.integers(1, 12))
def test_real_mail_with_bytes_changed_lost_and_doubled(seed: bytes, chance: int, changes: int) -> None:
    check(mutated(seed, PIECES, random.Random(chance), changes))


def repeat(piece: bytes, size: int = 900_000) -> bytes:
    return piece * (size // len(piece))


MESSAGE = MARK + b"From: Ana <a%d@x.example>\nTo: b%d@x.example\nDate: 15 Sep 2026 08:00\n\n"
HOSTILE = {
    "marks": repeat(MARK),
    "marks without headers": repeat(b"\nFrom -\n"),
    "bare marks": repeat(b"\nFrom "),
    "tiny messages": repeat(MARK + b"From: a@b.c\n\n"),
    "many people": b"".join(MESSAGE % (number, number) for number in range(8_000)),
    "a long mark": b"From " + repeat(b"x"),
    "one endless header": MARK + repeat(b"X-Y: z\n"),
    "one long line": MARK + b"From: a@b.c\nSubject: " + repeat(b"a"),
    "folds": MARK + b"Subject:" + repeat(b"\n x") + b"\n\n",
    "addresses": MARK + b"To: " + repeat(b"a@b.c,") + b"\n\n",
    "brackets": MARK + b"From: " + repeat(b"(", 250_000) + b"\n\n",
    "quotes": MARK + b"From: " + repeat(b'"\\', 250_000) + b"\n\n",
    "at signs": MARK + b"From: " + repeat(b"@", 250_000) + b"\n\n",
    "encoded words": MARK + b"Subject: " + repeat(b"=?utf-8?Q?a?= ", 250_000) + b"\n\n",
    "broken words": MARK + b"From: " + repeat(b"=?utf-8?Q?", 250_000) + b"<a@b.c>\n\n",
    "dates": MARK + b"From: a@b.c\nDate: " + repeat(b"1 ", 250_000) + b"\n\n",
    "carriage returns": MARK + repeat(b"\r"),
    "empty lines": MARK + repeat(b"\n"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_done_with_in_a_moment_and_in_little_memory(name: str) -> None:
    looks_like_mbox(HOSTILE[name])
    looks_like_message(HOSTILE[name])
    within_limits(mbox, HOSTILE[name])


PARTS = b"Content-Type: multipart/mixed; boundary=x\n\n"
BODIES = {
    "nested parts": repeat(b"--x\n" + PARTS, 900_000),
    "parts": PARTS + repeat(b"--x\n\na\n", 900_000),
    "tags": b"Content-Type: text/html\n\n" + repeat(b"<p", 900_000),
    "open comments": b"Content-Type: text/html\n\n" + repeat(b"<!--", 900_000),
    "references": b"Content-Type: text/html\n\n" + repeat(b"&#1", 900_000),
    "quotes": b"\n" + repeat(b"> ", 900_000),
    "somebody wrote": b"\n" + repeat(b"\nOn a b c d", 900_000),
    "lines of headers": b"\n" + repeat(b"\nFrom: x", 900_000),
    "signatures": b"\n" + repeat(b"\n-- \n", 900_000),
    "a strange charset": b"Content-Type: text/plain; charset=" + repeat(b"x", 900_000) + b"\n\n\xff",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_hostile_body_is_done_with_in_a_moment_and_in_little_memory(name: str) -> None:
    within_limits(text_of_message, b"From: a@b.c\n" + BODIES[name])


def test_an_archive_of_a_gigabyte_takes_no_more_memory_than_one_of_a_megabyte(tmp_path: Path) -> None:
    import tracemalloc

    class Endless(BytesIO):
        """Yields the same messages again and again, as a file of any size would."""

        def __init__(self, size: int) -> None:
            super().__init__()
            self.left = size
            self.block = (MESSAGE % (1, 2) + b"x" * 60_000 + b"\n\n") * 16

        def read(self, size: int | None = -1, /) -> bytes:
            self.left -= len(self.block)
            return self.block if self.left > 0 else b""

    peaks = []
    for size in (20_000_000, 400_000_000):
        tracemalloc.start()
        drafts = read_mbox(Endless(size), size)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert len(drafts.messages) > size // 70_000
    assert peaks[1] < peaks[0] + 1_000_000, "the numbers of 6,000 messages, and nothing of what they say"


def test_the_seeds_are_all_there() -> None:
    assert len(ARCHIVES) == 3
    assert len(SINGLE) == 7
    assert (DATA / "mail").is_dir()
