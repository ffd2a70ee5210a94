"""Cards in the style of Apple's address book, on the Mac and the iPhone."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft, Problem
from tests.exchange.programs.said import NO_DATE, PHOTO, address, email, link, phone, read


def test_labels_in_groups_and_a_birthday_without_a_year() -> None:
    first = read("apple").people[0]
    assert first == PersonDraft(
        name="Ngozi Okafor",
        given_name="Ngozi",
        family_name="Okafor",
        nickname="Zee, Goz",
        role="Chief Risk Officer",
        organisation="Harbour Bank",
        department="Risk",
        city="London",
        pronouns="she/her",
        birthday="--02-29",
        anniversary="2016-06-04",
        note="Asked about the audit, twice.\nReads on trains; never on planes.",
        tags=("Sailing",),
        points=(
            email("ngozi@harbour.example", "work", preferred=True),
            email("zee@home.example", "home"),
            phone("+44 7700 900001", "mobile", preferred=True),
            phone("020 7946 0001", "home"),
            phone("020 7946 0002", "other"),
            phone("020 7946 0003", "Boat house"),
            address(
                "work",
                preferred=True,
                street="1 Quay Street, Floor 8",
                city="London",
                code="EC1 1AA",
                country="United Kingdom",
            ),
            link("https://harbour.example/ngozi", "home page", preferred=True),
            link("skype:ngozi.o", "skype"),
            link("https://social.example/in/ngozi", "linkedin"),
        ),
        photo=PHOTO,
        uid="5f1b2a3c-0000-4444-8888-c0ffee000001",
        kept=(
            "X-RAPPORT-ORG:Harbour Bank;Risk;",
            "item3.X-ABADR:gb",
            "X-SOCIALPROFILE;type=linkedin;x-user=ngozi:https://social.example/in/ngozi",
            "item5.X-ABDATE;type=pref:2016-06-04",
            "item5.X-ABLabel:_$!<Anniversary>!$_",
            "item6.X-ABRELATEDNAMES;type=pref:Chidi",
            "item6.X-ABLabel:_$!<Spouse>!$_",
        ),
        line=1,
    )


def test_a_company_is_called_by_its_name() -> None:
    assert read("apple").people[1] == PersonDraft(
        name="Riverside Café",
        named_by="ORG",
        organisation="Riverside Café",
        points=(phone("020 7946 0010", "main"),),
        kept=("X-ABShowAs:COMPANY",),
        line=36,
    )


def test_an_iphone_and_a_day_that_is_none() -> None:
    drafts = read("apple")
    third = drafts.people[2]
    assert (third.name, third.birthday, third.anniversary) == ("Kåre Sørensen", "1968-11-30", None)
    assert third.points == (
        email("kare@fjord.example", "Yacht club", preferred=True),
        phone("+47 900 00 001", "mobile", preferred=True),
    )
    assert drafts.problems == (Problem(line=53, words=NO_DATE.format("anniversary", "1999-13-45")),)


def test_a_group_becomes_a_tag_of_its_members() -> None:
    people = read("apple").people
    assert {person.name for person in people if person.tags == ("Sailing",)} == {
        "Ngozi Okafor",
        "Kåre Sørensen",
    }
