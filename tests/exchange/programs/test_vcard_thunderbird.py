"""Cards in the style of Thunderbird, in vCard 4.0."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft, Problem
from tests.exchange.programs.said import NO_DATE, address, email, link, phone, read


def test_values_are_ranked_and_numbers_are_addresses() -> None:
    first = read("thunderbird").people[0]
    assert first == PersonDraft(
        name="Mei-Ling 陳",
        given_name="Mei-Ling",
        family_name="陳",
        nickname="Ling",
        role="Director",
        organisation="Formosa Parts",
        department="Quality",
        city="Taipei",
        zone="Asia/Taipei",
        languages="zh-TW, en",
        note="First line\nsecond line",
        tags=("Suppliers",),
        points=(
            email("m.chen@example.tw", "work", preferred=True),
            email("ling@example.tw", "home"),
            phone("+886-912-345-678 ext. 12", "work mobile"),
            address("work", street="No. 7, Section 5", city="Taipei", code="110", country="Taiwan"),
            link("https://example.tw"),
        ),
        uid="C0FFEE00-1234-4321-8888-000000000002",
        kept=(
            "X-RAPPORT-ORG:Formosa Parts;Quality",
            "ROLE:Speaks for the works council",
            "BDAY;VALUE=date:1979",
            "GENDER:F",
            "X-CUSTOM1;VALUE=TEXT:Table 4",
        ),
        line=1,
    )


def test_days_without_a_year_and_days_that_no_year_has() -> None:
    drafts = read("thunderbird")
    second = drafts.people[1]
    assert (second.name, second.birthday, second.anniversary) == ("Joël Baptiste", None, "--09-01")
    assert second.kept == ("ANNIVERSARY;VALUE=DATE:--0901", "BDAY;VALUE=DATE:19750229")
    assert second.points == (
        email("joel@baptiste.example", preferred=True),
        phone("+33 1 00 00 00 01", "home"),
        link("xmpp:joel@chat.example", "xmpp", preferred=True),
    )
    assert drafts.problems == (
        Problem(line=14, words=NO_DATE.format("birthday", "1979")),
        Problem(line=30, words=NO_DATE.format("birthday", "19750229")),
        Problem(line=34, words="The group “Suppliers” names somebody who is not in this file."),
    )


def test_a_list_becomes_a_tag() -> None:
    assert all(person.tags == ("Suppliers",) for person in read("thunderbird").people)
