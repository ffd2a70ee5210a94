"""Cards in the style of Kontact, in vCard 3.0 and 4.0."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft
from tests.exchange.programs.said import address, email, link, phone, read


def test_two_notes_and_an_agent_on_one_line() -> None:
    drafts = read("kontact")
    assert drafts.problems == ()
    assert drafts.people[0] == PersonDraft(
        name="Anna Huber",
        given_name="Anna",
        family_name="Huber",
        prefix="Mag.",
        organisation="Huber OG",
        city="Graz",
        zone="Europe/Vienna",
        birthday="1985-04-12",
        note="Eine\nNotiz\n\nNoch eine",
        tags=("Kunden", "A, B"),
        points=(
            email("anna@example.at", preferred=True),
            phone("+43 660 1", "mobile", preferred=True),
            phone("+43 316 2", "home fax"),
            address(
                "home",
                post_box="Postfach 12",
                city="Graz",
                region="Steiermark",
                code="8010",
                country="Österreich",
            ),
        ),
        kept=(
            r"AGENT:BEGIN:VCARD\nVERSION:3.0\nFN:Max Muster\nEND:VCARD\n",
            r"LABEL;TYPE=home:Postfach 12\n8010 Graz",
            "X-KADDRESSBOOK-BlogFeed:https://blog.example.at",
            "X-KADDRESSBOOK-X-Profession:Architektin",
        ),
        line=1,
    )


def test_names_with_slashes_a_place_on_the_map_and_a_group() -> None:
    second = read("kontact").people[1]
    assert (second.name, second.prefix, second.city) == ("Jakub Wójcik", "inż.", "Gdańsk")
    assert (second.anniversary, second.tags, second.uid) == ("2003-06-14", ("Stocznia",), "kontact-77")
    assert second.points == (
        email("jakub@stocznia.example", "work", preferred=True),
        phone("+48 58 000 00 01", "work"),
        address("work", preferred=True, street="ul. Doki 1", city="Gdańsk", code="80-863", country="Polska"),
        link("matrix:@jakub:chat.example", "matrix"),
    )
    assert second.kept == (
        "ANNIVERSARY:20030614",
        "GEO:geo:54.36,18.64",
        "X-KADDRESSBOOK-X-SpouseName:Ewa",
        "X-messaging/xmpp-All:jakub@chat.example",
        "X-MATRIX:@jakub:chat.example",
    )
