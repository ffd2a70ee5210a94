"""Cards in the style of the BlackBerry, with lines that end in CR."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft
from tests.exchange.programs.said import PHOTO, address, email, phone, read


def test_controls_are_taken_out_of_notes() -> None:
    drafts = read("blackberry")
    assert drafts.problems == ()
    assert drafts.people[0] == PersonDraft(
        name="Samir Haddad",
        given_name="Samir",
        family_name="Haddad",
        city="Dubai",
        note="PIN 2100000A on file",
        points=(
            email("samir@example.ae"),
            phone("+971 4 000 000", "work"),
            phone("12345", "pager"),
            address("work", extension="Tower 2", street="Sheikh Road", city="Dubai", country="UAE"),
        ),
        photo=PHOTO,
        kept=("X-BBM-PIN:2100000A",),
        line=1,
    )


def test_two_numbers_with_one_label() -> None:
    second = read("blackberry").people[1]
    assert (second.name, second.prefix, second.role) == ("Ms Abena Mensah", "Ms", "Director")
    assert (second.organisation, second.city) == ("Volta Shipping", "Accra")
    assert (second.birthday, second.anniversary) == ("1970-09-22", "1998-08-01")
    assert second.points == (
        phone("+233 20 000 0001", "mobile"),
        phone("+233 30 000 0002", "work"),
        phone("+233 30 000 0003", "work"),
        address(
            "home",
            street="8 Palm Close",
            city="Accra",
            region="Greater Accra",
            code="GA-100",
            country="Ghana",
        ),
    )
    assert second.kept == ("ANNIVERSARY:1998-08-01", "X-BBM-PIN:2100000B")
