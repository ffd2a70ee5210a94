"""Cards in the style of Lotus Notes, in Latin-1 with lines that end in CR CR LF."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft, Problem
from tests.exchange.programs.said import NO_DATE, address, email, phone, read


def test_addresses_of_notes_and_a_day_that_is_none() -> None:
    drafts = read("lotus_notes")
    assert drafts.people[0] == PersonDraft(
        name="Aurélie Brûlé",
        given_name="Aurélie",
        family_name="Brûlé",
        prefix="Mme",
        role="Secrétaire générale",
        organisation="Société Générique",
        department="Direction",
        points=(
            email("Aurelie Brule/Paris/Generique@GENERIQUE", "notes"),
            email("aurelie@generique.example"),
            phone("01 23 45 67 89", "work"),
        ),
        kept=(
            "X-RAPPORT-ORG:Société Générique;Direction",
            "BDAY:31.02.1980",
            "TZ:+01:00",
            "X-LOTUS-CHARSET:ISO-8859-1",
            "X-LOTUS-JOBTITLE:Secrétaire",
        ),
        line=1,
    )
    assert drafts.problems == (Problem(line=10, words=NO_DATE.format("birthday", "31.02.1980")),)


def test_a_second_address_of_only_a_city_is_kept() -> None:
    second = read("lotus_notes").people[1]
    assert (second.name, second.city, second.birthday) == ("Étienne Girard", "Brest", "1971-06-21")
    assert (second.anniversary, second.tags) == ("2001-05-05", ("Fournisseurs",))
    assert (second.organisation, second.department) == ("Générique SA", "Achats, Pièces")
    assert second.points == (
        email("etienne@generique.example", preferred=True),
        phone("06 00 00 00 01", "mobile"),
        phone("01 00 00 00 02", "work fax"),
        address(
            "work",
            preferred=True,
            post_box="BP 7",
            street="3 quai Sud",
            city="Brest",
            region="Bretagne",
            code="29200",
            country="France",
        ),
    )
    assert "ADR;TYPE=HOME:;;;Plouzané;;;" in second.kept
