"""Mail archives: which messages become conversations, with whom, and what is left out and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.imports.files import Choices, save
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.settings import remember
from planner.domain.channels import Channel, ReachedOut
from planner.exchange.mail.left_out import LeftOut
from planner.library import Library
from tests.actions.mail_archives import ANA, ME, RUI, archive, imported, looked_at, mail, talks
from tests.conftest import NOW, TODAY
from tests.dump import dump, searchable


@pytest.fixture
def ana(library: Library) -> int:
    return add(library, "Ana Ferreira", "ana@contoso.example")


def add(library: Library, name: str, email: str) -> int:
    form = PersonForm(name=name, points=(Point(kind="email", value=email),))
    return add_person(library, form, today=TODAY)


def day(days_ago: int) -> str:
    return (TODAY - timedelta(days=days_ago)).isoformat()


# One conversation a person, a day and a direction


def test_messages_of_a_day_in_one_direction_are_one_conversation(
    library: Library, tmp_path: Path, ana: int
) -> None:
    path = archive(
        tmp_path,
        mail(ANA, ME, 3, "08:00", "The budget"),
        mail(ANA, ME, 3, "09:00", "Re: The budget"),
        mail(ME, ANA, 3, "09:30", "AW: The budget"),
        mail(ANA, ME, 3, "17:00", "Offsite"),
        mail(ANA, ME, 2, "08:00", "Fwd: Re: Lunch"),
    )
    assert imported(library, path).messages_added == 3
    assert talks(library) == [
        (day(3), "they", "The budget", "3 messages, also about: Offsite", "Ana Ferreira"),
        (day(3), "you", "The budget", "", "Ana Ferreira"),
        (day(2), "they", "Lunch", "", "Ana Ferreira"),
    ]


def test_a_message_to_several_is_one_conversation_with_them(
    library: Library, tmp_path: Path, ana: int
) -> None:
    add(library, "Rui Costa", "rui@contoso.example")
    path = archive(
        tmp_path, mail(ME, f"{ANA}, {RUI}", 3, "08:00", "Both"), mail(ME, ANA, 3, "09:00", "Only Ana")
    )
    assert imported(library, path).messages_added == 1
    assert talks(library) == [
        (day(3), "you", "Both", "2 messages, also about: Only Ana", "Ana Ferreira, Rui Costa")
    ]


def test_somebody_who_joins_later_that_day_has_a_conversation_of_their_own(
    library: Library, tmp_path: Path, ana: int
) -> None:
    add(library, "Rui Costa", "rui@contoso.example")
    path = archive(
        tmp_path, mail(ME, ANA, 3, "08:00", "Only Ana"), mail(ME, f"{ANA}, {RUI}", 3, "09:00", "Both")
    )
    imported(library, path)
    assert [(row[2], row[4]) for row in talks(library)] == [
        ("Only Ana", "Ana Ferreira"),
        ("Both", "Rui Costa"),
    ]


def test_the_day_is_the_owners(library: Library, tmp_path: Path, ana: int) -> None:
    with library.change("Move"):
        library.connection.execute("UPDATE owner SET zone = 'Pacific/Auckland'")
    imported(library, archive(tmp_path, mail(ANA, ME, 3, "20:00")))
    assert talks(library)[0][0] == day(2)


# Who counts


def test_who_was_only_copied_in_was_not_written_to(library: Library, tmp_path: Path, ana: int) -> None:
    add(library, "Rui Costa", "rui@contoso.example")
    path = archive(
        tmp_path,
        mail(ANA, RUI, 4, cc=ME),
        mail(ME, RUI, 3, cc=ANA),
        mail(ME, ME, 2, subject="To myself", cc=ANA),
    )
    found = looked_at(library, path)
    assert found.mail.left_out == {LeftOut.COPIED: 1}
    save(library, found, now=NOW)
    assert [(row[0], row[4]) for row in talks(library)] == [(day(3), "Rui Costa"), (day(2), "Ana Ferreira")]


def test_mail_among_others_is_no_conversation_of_the_owner(
    library: Library, tmp_path: Path, ana: int
) -> None:
    add(library, "Rui Costa", "rui@contoso.example")
    path = archive(tmp_path, mail(ANA, ME, 4), mail("Eve <eve@x.example>", RUI, 3, subject="Not yours"))
    imported(library, path)
    assert [row[4] for row in talks(library)] == ["Ana Ferreira"]


def test_what_is_left_out_is_counted_by_reason(library: Library, tmp_path: Path, ana: int) -> None:
    many = ", ".join(f"p{number}@x.example" for number in range(6))
    path = archive(
        tmp_path,
        mail(ANA, ME, 5, key="a"),
        mail(ANA, ME, 5, key="a"),
        mail(ANA, ME, 4, more="List-Id: <x.example>"),
        mail(ME, ME, 4),
        mail(ANA, many, 4),
        mail("no-reply@shop.example", ME, 4),
        mail(ANA, ME, -2, subject="From the future"),
        mail(ANA, ME, 1, more="X-Spam-Flag: YES"),
    )
    found = looked_at(library, path)
    assert found.mail.left_out == {
        LeftOut.TWICE: 1, LeftOut.LIST: 1, LeftOut.SELF: 1, LeftOut.MANY: 1,
        LeftOut.AUTOMATIC: 1, LeftOut.TO_COME: 1, LeftOut.SPAM: 1,
    }  # fmt: skip
    assert save(library, found, now=NOW).messages_added == 1


def test_copies_in_two_archives_count_once(library: Library, tmp_path: Path, ana: int) -> None:
    one = archive(tmp_path, mail(ANA, ME, 5, key="a"), mail(ANA, ME, 4, key="b"), name="one.mbox")
    two = archive(tmp_path, mail(ANA, ME, 4, key="b"), mail(ANA, ME, 3, key="c"), name="two.mbox")
    found = looked_at(library, one, two)
    assert found.mail.left_out == {LeftOut.TWICE: 1}
    assert save(library, found, now=NOW).messages_added == 3


def test_people_of_an_address_book_beside_the_archive_are_known(library: Library, tmp_path: Path) -> None:
    card = tmp_path / "ana.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ferreira\nEMAIL:ana@contoso.example\nEND:VCARD\n")
    path = archive(tmp_path, mail(ANA, ME, 4))
    done = save(library, looked_at(library, path, card), now=NOW)
    assert (done.people_added, done.messages_added) == (1, 1)
    left = looked_at(library, path, card)
    assert save(library, left, Choices(left_out=frozenset({left.people[0].id})), now=NOW).nothing


def test_a_person_whose_mail_is_not_wanted_has_none(library: Library, tmp_path: Path, ana: int) -> None:
    path = archive(tmp_path, mail(ANA, ME, 4), mail(ME, ANA, 4))
    assert imported(library, path, choices=Choices(without_mail=frozenset({ana}))).messages_added == 0


# Strangers


def both_ways(person: str, days: int) -> list[str]:
    return [
        mail(person, ME, 2 * n, at="07:00") if n % 2 else mail(ME, person, 2 * n) for n in range(1, days + 1)
    ]


def test_strangers_are_proposed_by_how_often_and_come_in_where_mail_went_both_ways(
    library: Library, tmp_path: Path
) -> None:
    path = archive(
        tmp_path,
        mail("Once <once@x.example>", ME, 9),
        *[mail("Many <many@x.example>", ME, number) for number in range(1, 9)],
        *both_ways('"Costa, Rui" <rui@contoso.example>', 4),
        *both_ways("support@shop.example", 2),
    )
    found = looked_at(library, path)
    people = {each.name: each for each in found.strangers if not each.is_you}
    assert list(people) == ["Many", "Rui Costa", "support@shop.example", "Once"]
    assert [each.ticked for each in people.values()] == [False, True, False, False]
    mail_with = people["Rui Costa"].mail
    assert mail_with is not None
    assert (mail_with.messages, mail_with.you, mail_with.they) == (4, 2, 2)
    done = save(library, found, now=NOW)
    assert (done.people_added, done.messages_added) == (1, 4)
    assert {row[4] for row in talks(library)} == {"Rui Costa"}


def test_a_stranger_can_be_taken_or_left(library: Library, tmp_path: Path) -> None:
    path = archive(tmp_path, *both_ways(RUI, 4), mail(ANA, ME, 4))
    found = looked_at(library, path)
    ids = {each.name: each.id for each in found.strangers}
    chosen = Choices(new=frozenset({ids["Ana Ferreira"]}), left_out=frozenset({ids["Rui Costa"]}))
    done = save(library, found, chosen, now=NOW)
    assert (done.people_added, done.messages_added) == (1, 1)
    assert [row[4] for row in talks(library)] == ["Ana Ferreira"]


def test_a_stranger_of_a_known_name_can_be_the_same_person(
    library: Library, tmp_path: Path, ana: int
) -> None:
    path = archive(tmp_path, mail("Ana Ferreira <ana@home.example>", ME, 4))
    found = looked_at(library, path)
    (stranger,) = [each for each in found.strangers if not each.is_you]
    assert (stranger.matched, stranger.ticked) == (ana, False)
    done = save(library, found, Choices(same=frozenset({stranger.id})), now=NOW)
    assert (done.people_added, done.people_changed, done.messages_added) == (0, 1, 1)


# Whose mail it is


def test_the_owners_address_is_known_by_delivery_and_kept(library: Library, tmp_path: Path, ana: int) -> None:
    path = archive(tmp_path, mail(ANA, ME, 4), mail(ME, ANA, 3))
    found = looked_at(library, path)
    assert [(each.email, each.is_you) for each in found.strangers] == [(ME, True)]
    save(library, found, now=NOW)
    assert [row[1] for row in talks(library)] == ["they", "you"]
    assert looked_at(library, path).strangers == ()


def test_somebody_who_is_taken_for_the_owner_can_be_somebody_else(
    library: Library, tmp_path: Path, ana: int
) -> None:
    path = archive(tmp_path, mail(ANA, ME, 4), mail(ME, ANA, 3))
    found = looked_at(library, path)
    done = save(library, found, Choices(new=frozenset({found.strangers[0].id})), now=NOW)
    assert done.people_added == 1
    assert [row[4] for row in talks(library)] == ["Ana Ferreira", me_name(library)]


def me_name(library: Library) -> str:
    return str(library.value("SELECT name FROM person ORDER BY id DESC LIMIT 1"))


def test_who_is_in_nearly_all_messages_is_the_owner(library: Library, tmp_path: Path, ana: int) -> None:
    path = tmp_path / "plain.mbox"
    path.write_text("".join([*(mail(f"p{n}@x.example", ME, n) for n in range(6)), mail(ME, ANA, 2)]))
    found = looked_at(library, path)
    assert [each.email for each in found.strangers if each.is_you] == [ME]


def test_a_folder_of_sent_mail_tells_who_sent_it(library: Library, tmp_path: Path, ana: int) -> None:
    path = tmp_path / "Gesendet.mbox"
    path.write_text(mail(ME, ANA, 2))
    assert imported(library, path).messages_added == 1
    assert talks(library)[0][1] == "you"


def test_without_any_sign_of_the_owner_nobody_claims_to_know_who_wrote(
    library: Library, tmp_path: Path, ana: int
) -> None:
    path = tmp_path / "plain.mbox"
    path.write_text(mail(ANA, "x@y.example", 3) + mail("x@y.example", ANA, 2))
    imported(library, path)
    assert [row[1] for row in talks(library)] == ["they", None]


def test_known_own_addresses_need_no_guess(library: Library, tmp_path: Path, ana: int) -> None:
    remember(library, "own_addresses", ["other@me.example"])
    path = tmp_path / "plain.mbox"
    path.write_text(mail("other@me.example", ANA, 2))
    imported(library, path)
    assert talks(library)[0][1] == "you"


# Again, and what stands here


def test_the_same_archive_again_changes_nothing(library: Library, tmp_path: Path, ana: int) -> None:
    path = archive(tmp_path, *both_ways(RUI, 4), mail(ANA, ME, 4), mail(ANA, ME, 4, "09:00"))
    imported(library, path)
    before = dump(library)
    assert imported(library, path).nothing
    assert dump(library) == before


def test_a_newer_archive_adds_what_is_new_and_keeps_what_was_edited(
    library: Library, tmp_path: Path, ana: int
) -> None:
    old = [mail(ANA, ME, 4, "09:00", "Old", key="1")]
    imported(library, archive(tmp_path, *old))
    with library.change("Edit"):
        library.connection.execute("UPDATE conversation SET topic = 'Mine', notes = 'Mine too'")
    more = [mail(ANA, ME, 4, "08:00", "Earlier that day", key="2"), *old, mail(ANA, ME, 1, key="3")]
    assert imported(library, archive(tmp_path, *more)).messages_added == 1
    assert [(row[0], row[2], row[3]) for row in talks(library)] == [
        (day(4), "Mine", "Mine too"), (day(1), "Hello", ""),
    ]  # fmt: skip


def test_somebody_added_later_joins_the_messages_that_are_here(
    library: Library, tmp_path: Path, ana: int
) -> None:
    path = archive(tmp_path, mail(ME, f"{ANA}, {RUI}", 4))
    imported(library, path)
    add(library, "Rui Costa", "rui@contoso.example")
    assert imported(library, path).messages_added == 1
    assert [row[4] for row in talks(library)] == ["Ana Ferreira, Rui Costa"]
    assert imported(library, path).nothing


def test_a_message_logged_by_hand_is_not_added_again(library: Library, tmp_path: Path, ana: int) -> None:
    form = ConversationForm(
        people=(ana,), day=TODAY - timedelta(days=4), channel=Channel.MESSAGE, reached_out=ReachedOut.THEY
    )
    log_conversation(library, form, now=NOW)
    path = archive(tmp_path, mail(ANA, ME, 4), mail(ME, ANA, 4))
    assert imported(library, path).messages_added == 1
    assert [row[1] for row in talks(library)] == ["they", "you"]


def test_one_undo_takes_all_of_it_back(library: Library, tmp_path: Path) -> None:
    before = (dump(library), searchable(library))
    imported(library, archive(tmp_path, *both_ways(RUI, 4)))
    assert library.next_labels()[0] == "Import archive.mbox: 1 person, 4 conversations by mail"
    after = (dump(library), searchable(library))
    library.undo()
    assert (dump(library), searchable(library)) == before
    library.redo()
    assert (dump(library), searchable(library)) == after


# What messages say


def test_what_a_message_says_is_kept_only_where_that_is_chosen(
    library: Library, tmp_path: Path, ana: int
) -> None:
    path = archive(
        tmp_path,
        mail(ANA, ME, 4, body=">From the heart\n> quoted\nAll well?\n-- \nAna\n"),
        mail(ANA, ME, 3, "08:00", "One", body="First\n"),
        mail(ANA, ME, 3, "09:00", "Two", body="Second\n"),
    )
    imported(library, path)
    assert not any("heart" in row[3] or "First" in row[3] for row in talks(library))
    assert "heart" not in str(dump(library))
    library.undo()
    imported(library, path, choices=Choices(with_text=True))
    assert [row[3] for row in talks(library)] == [
        "From the heart\nAll well?",
        "2 messages, also about: Two\n\n08:00\nFirst\n\n09:00\nSecond",
    ]


def test_an_archive_that_is_gone_costs_the_text_and_nothing_else(
    library: Library, tmp_path: Path, ana: int
) -> None:
    path = archive(tmp_path, mail(ANA, ME, 4, body="Secret\n"))
    found = looked_at(library, path)
    path.unlink()
    assert save(library, found, Choices(with_text=True), now=NOW).messages_added == 1
    assert talks(library)[0][3] == ""


def test_choices_of_nothing_leave_the_proposals(library: Library, tmp_path: Path) -> None:
    found = looked_at(library, archive(tmp_path, *both_ways(RUI, 4)))
    assert save(library, found, replace(Choices(), with_text=False), now=NOW).people_added == 1
