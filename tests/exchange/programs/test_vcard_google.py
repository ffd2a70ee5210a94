"""Cards in the style of Google Contacts."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft
from tests.exchange.programs.said import address, email, link, phone, read


def test_a_photo_elsewhere_is_kept_and_everyone_is_in_my_contacts() -> None:
    drafts = read("google")
    assert drafts.problems == ()
    assert drafts.people[0] == PersonDraft(
        name="Lukáš Novák",
        given_name="Lukáš",
        family_name="Novák",
        role="Founder",
        organisation="Tatra Digital",
        city="Brno",
        birthday="--04-15",
        tags=("Investors", "Friends of Ana"),
        points=(
            email("lukas@example.cz", "home"),
            email("lukas.novak@work.example"),
            email("chata@example.cz", "chata"),
            phone("+420 601 000 111", "mobile"),
            address(street="Dlouhá 7", city="Brno", code="602 00", country="CZ"),
            link("https://example.cz", "PROFILE"),
        ),
        kept=("PHOTO:https://photos.example/contacts/AB12=s100",),
        line=1,
    )


def test_one_with_a_wedding_day_and_a_street_of_two_lines() -> None:
    second = read("google").people[1]
    assert (second.name, second.prefix, second.additional_names) == ("Dr. Amara Diallo", "Dr.", "Fatou")
    assert (second.nickname, second.role, second.city) == ("Ama", "Médecin-chef", "Dakar")
    assert (second.organisation, second.department) == ("Clinique du Port", "Pédiatrie")
    assert (second.birthday, second.anniversary) == ("1979-01-31", "2005-08-20")
    assert second.note == "Rencontrée à Lisbonne\n\nPréfère le français."
    assert second.points == (
        email("amara@clinique.example", "work", preferred=True),
        phone("+221 33 000 00 01", "work", preferred=True),
        phone("+221 33 000 00 02", "home"),
        address("home", street="12 Rue des Pêcheurs, Villa 3", city="Dakar", country="Sénégal"),
    )
