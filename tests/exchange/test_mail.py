"""Mail archives whatever their form: where messages begin, who wrote to whom, when, and what is no mail."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, Drafts
from planner.exchange.mail.addresses import Mailbox, mailboxes
from planner.exchange.mail.dates import moment
from planner.exchange.mail.encoded_words import header_text
from planner.exchange.mail.left_out import LeftOut
from planner.exchange.mail.mbox import looks_like_mbox, read_mbox
from planner.exchange.mail.messages import MessageDraft, Messages
from planner.exchange.mail.single import looks_like_message, read_message

HEADER = "From: Ana <ana@x.example>\nTo: me@y.example\nDate: Tue, 15 Sep 2026 08:00:00 +0200\n"
MARK = "From ana@x.example Tue Sep 15 08:00:00 2026\n"


def read(text: str | bytes) -> Drafts:
    data = text.encode() if isinstance(text, str) else text
    return read_mbox(BytesIO(data), len(data))


def subjects(text: str) -> list[str]:
    return [message.subject for message in read(text).messages]


def message(subject: str, body: str = "Hello\n", mark: str = MARK) -> str:
    return f"{mark}{HEADER}Subject: {subject}\n\n{body}\n"


def one(header: str) -> MessageDraft | LeftOut:
    drafts = read_message(f"{header}\nHello\n".encode())
    return drafts.messages[0] if drafts.messages else next(iter(drafts.left_out))


# Where messages begin


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_escaped_lines_begin_no_message(end: str) -> None:
    body = ">From here\n>>From there\n\n>From Ana Tue Sep 15 08:00:00 2026\nTo: x\n"
    text = (message("one", body) + message("two")).replace("\n", end)
    assert subjects(text) == ["one", "two"]


def test_unescaped_lines_begin_no_message_unless_a_header_follows() -> None:
    body = "\nFrom my side all is said.\nSo: good.\n\nFrom Ana\n\nFrom 10:30 to 2026\nwe talk\n"
    assert subjects(message("one", body) + message("two")) == ["one", "two"]


@pytest.mark.parametrize(
    "mark",
    [
        "From - Tue Sep 15 08:00:00 2026\n",
        "From ???@??? Tue Sep 15 08:00:00 2026\n",
        "From 1754896123456789012@xxx Mon Aug 31 18:12:05 +0000 2026\n",
        "From MAILER-DAEMON Tue Sep 15 08:00:00 CEST 2026\n",
        "From \n",
        "From -\n",
        "From ana@x.example\n",
    ],
)
def test_the_lines_before_messages_of_many_programs(mark: str) -> None:
    text = message("one", mark=mark) + message("two", mark=mark)
    assert looks_like_mbox(text.encode())
    assert subjects(text) == ["one", "two"]


def test_a_mark_and_empty_lines_before_the_first_message() -> None:
    data = b"\xef\xbb\xbf\r\n\r\n" + message("one").encode()
    assert looks_like_mbox(data)
    assert [each.subject for each in read(data).messages] == ["one"]


def test_messages_across_the_pieces_in_which_a_file_is_read() -> None:
    size = 1024 * 1024
    for shift in (*range(-60, 60, 7), -2048, -2047, -2049):
        filling = "x" * 60 + "\n"
        first = message("one", filling * ((size + shift) // len(filling)))
        found = read(first + message("two", filling * 20_000) + message("three")).messages
        assert [each.subject for each in found] == ["one", "two", "three"]
        assert [each.place for each in found][1] == len(first)


def test_the_same_messages_as_pythons_mailbox(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    made = mailbox.mbox(path)
    for number in range(50):
        body = f"From the {number}th\n\nFrom x\nall\n" * (number % 7)
        made.add(f"{HEADER}Subject: {number}\nMessage-ID: <{number}@x>\n\n{body}")
    made.close()
    with path.open("rb") as stream:
        ours = [each.subject for each in read_mbox(stream, path.stat().st_size).messages]
    theirs = mailbox.mbox(path)
    assert ours == [each["subject"] for each in theirs]
    theirs.close()


def test_lines_of_problems_are_those_of_the_file() -> None:
    text = message("one") + f"{MARK}To: me@y.example\nSubject: nobody wrote this\n\nx\n\n" + message("two")
    drafts = read(text)
    assert [(each.line, each.words) for each in drafts.problems] == [
        (9, "This message does not say who sent it, so it was left out.")
    ]
    assert text.splitlines()[8] == MARK.strip()


def test_a_file_without_a_message_is_refused() -> None:
    with pytest.raises(KnownError, match="no message in it"):
        read("From here on\nnothing follows\n")
    with pytest.raises(KnownError, match="not a message"):
        read_message(b"To: x\n\n")
    assert not looks_like_mbox(b"From here on it is all text.\nSo: it is.\n")
    assert not looks_like_message(b"Subject: a poem\n\nRoses\n")
    assert not looks_like_message(b"Name: Ana\nDate: 15 Sep\nthe end\n")


def test_progress_is_told_and_can_stop() -> None:
    told: list[float] = []
    data = (message("one", "x" * 70 + "\n") * 40_000).encode()
    read_mbox(BytesIO(data), len(data), progress=lambda share: told.append(share) is None)
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 5
    with pytest.raises(Cancelled):
        read_mbox(BytesIO(data), len(data), progress=lambda share: share < 0.3)


# What is no mail between people


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("List-Id: <dev.lists.example>\n", LeftOut.LIST),
        ("List-Unsubscribe: <mailto:x@y.example>\n", LeftOut.LIST),
        ("Precedence: bulk\n", LeftOut.BULK),
        ("Precedence: list\n", LeftOut.LIST),
        ("Auto-Submitted: auto-replied\n", LeftOut.AUTOMATIC),
        ("Auto-Submitted: auto-generated; x=y\n", LeftOut.AUTOMATIC),
        ("X-Autoreply: yes\n", LeftOut.AUTOMATIC),
        ("Content-Type: multipart/report; report-type=delivery-status\n", LeftOut.AUTOMATIC),
        ("Return-Path: <>\n", LeftOut.AUTOMATIC),
        ("Feedback-ID: 1:2:campaign\n", LeftOut.BULK),
        ("X-Spam-Flag: YES\n", LeftOut.SPAM),
        ("X-Gmail-Labels: Drafts\n", LeftOut.DRAFT),
        ("X-Gmail-Labels: Trash,Important\n", LeftOut.DELETED),
        ("X-Mozilla-Status: 0009\n", LeftOut.DELETED),
        ("X-Mozilla-Draft-Info: internal/draft\n", LeftOut.DRAFT),
        ("X-Status: D\n", LeftOut.DELETED),
        ("Cc: a@x.y, b@x.y, c@x.y, d@x.y, e@x.y\n", LeftOut.MANY),
    ],
)
def test_why_a_message_is_left_out(lines: str, reason: LeftOut) -> None:
    assert one(HEADER + lines) is reason


@pytest.mark.parametrize(
    "lines", ["Auto-Submitted: no\n", "Precedence: first-class\n", "X-Mozilla-Status: 0001\n"]
)
def test_what_is_no_reason(lines: str) -> None:
    assert isinstance(one(HEADER + lines), MessageDraft)


@pytest.mark.parametrize(
    "sender",
    [
        "no-reply",
        "noreply",
        "news.no-reply",
        "donotreply",
        "notifications",
        "MAILER-DAEMON",
        "bounce+1",
        "nicht-antworten",
    ],
)
def test_programs_that_send(sender: str) -> None:
    assert one(f"From: {sender}@x.example\nTo: me@y.example\nDate: 15 Sep 2026 08:00\n") is LeftOut.AUTOMATIC


@pytest.mark.parametrize("sender", ["reply", "noreen", "alerta.gomez"])
def test_people_who_are_called_a_little_like_programs(sender: str) -> None:
    assert isinstance(
        one(f"From: {sender}@x.example\nTo: me@y.example\nDate: 15 Sep 2026 08:00\n"), MessageDraft
    )


def test_a_message_to_oneself_and_one_without_anybody() -> None:
    assert one("From: a@x.example\nTo: A@X.example\nDate: 15 Sep 2026 08:00\n") is LeftOut.SELF
    found = one("From: a@x.example\nTo: undisclosed-recipients:;\nDate: 15 Sep 2026 08:00\n")
    assert isinstance(found, MessageDraft) and found.to == ()


def test_what_is_missing_is_looked_for_elsewhere() -> None:
    header = "Sender: ana@x.example\nReceived: from x; Tue, 15 Sep 2026 08:00:00 +0000\nDate: yesterday\n"
    found = one(header)
    assert isinstance(found, MessageDraft)
    assert (found.sender.email, found.sent) == ("ana@x.example", 1789459200)
    assert [each.sent for each in read(f"{MARK}From: a@x.example\nTo: b@x.example\n\nx\n").messages] == [
        1789459200
    ]
    assert one("From: a@x.example\nTo: b@x.example\nMessage-ID: <1@x>\n") is LeftOut.NO_DATE
    assert one("From: nobody\nMessage-ID: <1@x>\nDate: 15 Sep 2026 08:00\n") is LeftOut.NO_SENDER


# Addresses, words, dates


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Ana <ana@x.example>", [("ana@x.example", "Ana")]),
        ('"Ferreira, Ana" <ANA@X.example>, rui@y.example (Rui Costa)',
         [("ana@x.example", "Ferreira, Ana"), ("rui@y.example", "Rui Costa")]),
        ("=?utf-8?Q?Zo=C3=AB_F=2C?= <z@x.example>", [("z@x.example", "Zoë F,")]),
        ("=?iso-8859-1?q?J=FCrgen?= =?iso-8859-1?q?_M=FCller?= <j@m.example>",
         [("j@m.example", "Jürgen Müller")]),
        ("undisclosed-recipients:;", []),
        ("Team: a@b.example, d@e.example;, g@h.example",
         [("a@b.example", ""), ("d@e.example", ""), ("g@h.example", "")]),
        ("<@route.example:ana@x.example>", [("ana@x.example", "")]),
        ('"Ana \\"the boss\\"" <a@b.example>', [("a@b.example", 'Ana "the boss"')]),
        ("ana@x.example <ana@x.example>", [("ana@x.example", "")]),
        ("'Ana' <a@b.example>", [("a@b.example", "Ana")]),
        ("Ana (at work) <a@b.example>", [("a@b.example", "Ana")]),
        ("a@b.example; d@e.example", [("a@b.example", ""), ("d@e.example", "")]),
        ("a@b.example, A@B.example", [("a@b.example", "")]),
        ("Ana <>, (((((", []),
    ],
)  # fmt: skip
def test_addresses(raw: str, found: list[tuple[str, str]]) -> None:
    assert mailboxes(raw.encode()) == tuple(Mailbox(*each) for each in found)


def test_addresses_in_old_charsets_without_a_word_about_it() -> None:
    assert mailboxes("Jürgen <j@x.example>".encode("cp1252"))[0].name == "Jürgen"
    assert mailboxes("Jürgen <j@x.example>".encode())[0].name == "Jürgen"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("=?UTF-8?B?w6nDqA==?= =?UTF-8?B?w6k=?= end", "éèé end"),
        ("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é"),
        ("=?utf-8?Q?a?=\n =?utf-8?Q?b?=", "ab"),
        ("a =?utf-8?Q?b?= c", "a b c"),
        ("=?unknown?Q?a=FFb?=", "aÿb"),
        ("=?utf-8?Q?broken", "=?utf-8?Q?broken"),
        ("=?gb2312?B?1tC5+g==?=", "中国"),
        ("plain \t text\x00\x1b[31m", "plain text[31m"),
    ],
)
def test_encoded_words(raw: str, text: str) -> None:
    assert header_text(raw.encode()) == text


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("Tue, 15 Sep 2026 08:58:12 +0200", "2026-09-15T06:58:12"),
        ("Tue, 15 Sep 2026 08:58:12 +0200 (CEST)", "2026-09-15T06:58:12"),
        ("Di, 15 Sep 2026 08:58:12 +0200", "2026-09-15T06:58:12"),
        ("15 Sep 26 08:58 EST", "2026-09-15T13:58:00"),
        ("15 Sep 1998 08.58.12 -0330", "1998-09-15T12:28:12"),
        ("15. März 2026 08:58", "2026-03-15T08:58:00"),
        ("Tue Sep 15 08:58:12 2026", "2026-09-15T08:58:12"),
        ("Tue Sep 15 06:58:12 +0000 2026", "2026-09-15T06:58:12"),
        ("Tue Sep 15 08:58:12 CEST 2026", "2026-09-15T06:58:12"),
        ("2026-09-15T08:58:12+02:00", "2026-09-15T06:58:12"),
        ("Thu, 31 Dec 1998 23:59:60 GMT", "1998-12-31T23:59:59"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Tue, 31 Feb 2026 08:00:00 +0200", None),
        ("Tue, 15 Sep 2026 25:00:00 +0200", None),
        ("15 Sep 2026 08:58:12 +9999", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(written: str, when: str | None) -> None:
    found = moment(written.encode())
    assert (None if found is None else datetime.fromtimestamp(found, UTC).isoformat()[:19]) == when


# Memory


def drafts_of(number: int) -> Iterator[MessageDraft]:
    boxes = [Mailbox(f"{each}@x.example", f"Name {each}") for each in range(20)]
    for each in range(number):
        sender, to = boxes[each % 20], (boxes[(each + 1) % 20],)
        yield MessageDraft(sender, to, (), 1_700_000_000 + each, f"Subject {each % 50}", each, each * 1000)


def test_messages_are_what_was_put_in() -> None:
    found = Messages()
    wanted = list(drafts_of(200))
    for each in wanted:
        found.add(each)
    assert len(found) == 200
    assert list(found) == wanted == [found[number] for number in range(200)]
    assert (found[-1], found[3:5]) == (wanted[-1], wanted[3:5])
    with pytest.raises(IndexError):
        found[200]
