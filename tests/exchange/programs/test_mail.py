"""Archives in the style of the programs that people use, each with all that is to be understood of it."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from planner.actions.imports.reading import read_files
from planner.exchange.drafts import Drafts
from planner.exchange.mail.addresses import Mailbox
from planner.exchange.mail.body import text_of_message
from planner.exchange.mail.left_out import LeftOut
from planner.exchange.mail.mbox import looks_like_mbox, message_at, read_mbox
from planner.exchange.mail.messages import MessageDraft
from planner.exchange.mail.single import looks_like_message, message_begin, read_message

FILES = Path(__file__).parents[2] / "data" / "mail"

ME = Mailbox("me@norvane.example", "Me Myself")


def mbox(name: str) -> Drafts:
    data = (FILES / name).read_bytes()
    assert looks_like_mbox(data)
    return read_mbox(BytesIO(data), len(data))


def sent(message: MessageDraft) -> str:
    return datetime.fromtimestamp(message.sent, UTC).isoformat()


def test_thunderbird_writes_crlf_a_dash_for_the_sender_and_keeps_what_was_deleted() -> None:
    drafts = mbox("thunderbird")
    assert drafts.problems == ()
    first, second = drafts.messages
    assert first.sender == Mailbox("zoe@meridia.example", "Zoë Brunner")
    assert first.to == (ME,)
    assert first.subject == "Grüße aus Zürich – und eine Frage"
    assert sent(first) == "2026-09-15T06:01:58+00:00"
    assert second.sender == ME
    assert second.to == (Mailbox("zoe@meridia.example", "Zoë Brunner"),)
    assert second.copied == (Mailbox("copied@meridia.example", "Copied Person"),)
    assert drafts.left_out == {LeftOut.DELETED: 1, LeftOut.LIST: 1}
    assert drafts.owners == {"me@norvane.example": 1}


def test_gmail_writes_its_labels_and_whose_mail_it_is() -> None:
    drafts = mbox("gmail_takeout.mbox")
    assert drafts.problems == ()
    first, reply, again = drafts.messages
    assert first.sender == Mailbox("priya@meridia.example", "Raman, Priya")
    assert (first.subject, sent(first)) == ("The pilot", "2026-08-31T18:11:58+00:00")
    assert reply.sender.email == "me@norvane.example"
    assert again.key == first.key, "a message with two labels stands in the archive twice"
    assert drafts.left_out == {LeftOut.SPAM: 1, LeftOut.CHAT: 1, LeftOut.AUTOMATIC: 1}
    assert drafts.owners == {"me@norvane.example": 5}


def test_apple_writes_a_folder_with_an_mbox_in_it() -> None:
    ((source, drafts),) = read_files([FILES / "apple.mbox"], today=date(2026, 9, 15), zone="UTC")
    assert source.name == "apple.mbox"
    (message,) = drafts.messages
    assert message.sender == Mailbox("tomas@norvane.example", "Tomás Herrera")
    assert message.to == (
        Mailbox("me@icloud.example", "Me"),
        Mailbox("h.dubois@meridia.example", "Dubois, H."),
    )
    assert (message.subject, sent(message)) == ("Mañana", "2026-09-10T07:14:31+00:00")
    assert drafts.left_out == {LeftOut.SELF: 1}


@pytest.mark.parametrize(("name", "subject"), [("apple.eml", "Marina"), ("apple.emlx", "Marina, again")])
def test_apple_writes_single_messages_with_their_length_before_them(name: str, subject: str) -> None:
    data = (FILES / name).read_bytes()
    assert looks_like_message(data)
    assert not looks_like_mbox(data)
    (message,) = read_message(data).messages
    assert (message.sender.name, message.subject) == ("Ngozi Okafor", subject)
    assert sent(message) == "2026-09-11T12:00:00+00:00"
    assert text_of_message(message_begin(data)) == "See you at the marina."


def test_mutt_writes_a_maildir_with_marks_in_the_names(tmp_path: Path) -> None:
    folder = tmp_path / "Mail"
    shutil.copytree(FILES / "maildir", folder)
    for path in [*folder.rglob("*!2*")]:  # a colon is no letter of a file's name everywhere
        path.rename(path.with_name(path.name.replace("!2", ":2")))
    inbox, outbox = read_files([folder], today=date(2026, 9, 15), zone="UTC")
    assert (inbox[0].name, outbox[0].name) == ("Mail", "Mail/.Sent")
    (message,) = inbox[1].messages
    assert message.sender == Mailbox("kevin@legers.example", "Kévin Léger")
    assert (message.subject, sent(message)) == ("café?", "2026-09-09T06:40:00+00:00")
    assert inbox[1].left_out == {
        LeftOut.DELETED: 1, LeftOut.AUTOMATIC: 1, LeftOut.MANY: 1, LeftOut.NO_DATE: 1,
    }  # fmt: skip
    assert [problem.words for problem in inbox[1].problems] == [
        "The message “1757400004.M5P1.host” has no date that can be read, so it was left out."
    ]
    (reply,) = outbox[1].messages
    assert (reply.to[0].name, reply.subject) == ("Kévin", "Re: café?")


# What messages say, for those who want it


def test_the_text_comes_without_quotes_signature_and_escapes() -> None:
    data = (FILES / "thunderbird").read_bytes()
    first, second = mbox("thunderbird").messages
    assert text_of_message(message_at(data[first.place :]), escaped=True) == (
        "Lieber Kollege,\nFrom here on it is your turn.\nFrom my side all is said."
    )
    assert text_of_message(message_at(data[second.place :]), escaped=True) == "Gern – am Freitag."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Yes.\n\nOn Tue, 15 Sep 2026 at 08:00, Ana <a@x.example> wrote:\n> Shall we?\n", "Yes."),
        ("Ja.\n\nAm 15.09.26 um 08:00 schrieb Ana:\n> Wollen wir?\n", "Ja."),
        ("Fine.\n-- \nMe\nCFO\n", "Fine."),
        ("Fine.\n\n-----Original Message-----\nFrom: Ana\n", "Fine."),
        ("> asked\nanswered\n> asked\nanswered too\n", "answered\nanswered too"),
        ("From: Ana\nSent: Tuesday\nTo: me\n\nold\n", ""),
        ("", ""),
    ],
)
def test_what_is_quoted_is_not_what_somebody_wrote(body: str, text: str) -> None:
    message = b"From: a@x.example\nContent-Type: text/plain; charset=utf-8\n\n" + body.encode()
    assert text_of_message(message) == text
