"""Cards in the style of Outlook, in Windows-1252 and quoted-printable."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft
from tests.exchange.programs.said import PHOTO, address, email, link, phone, read


def test_one_with_everything() -> None:
    first = read("outlook").people[0]
    assert first == PersonDraft(
        name="Dr. Jürgen Karl Größmann jun.",
        given_name="Jürgen",
        family_name="Größmann",
        additional_names="Karl",
        prefix="Dr.",
        suffix="jun.",
        nickname="Jogi",
        role="Leiter Einkauf",
        organisation="Müller & Söhne GmbH",
        department="Einkauf, Lager Nord",
        city="Hamburg",
        birthday="1972-03-15",
        note="Kommt aus Köln.\nMag keine Anrufe nach 10 Uhr; lieber eine E-Mail am Nachmittag.",
        points=(
            email("j.groessmann@mueller.example", preferred=True),
            phone("+49 (40) 123 456", "work"),
            phone("+49 170 111222", "mobile"),
            phone("+49 (40) 123 457", "work fax"),
            address(
                "work",
                preferred=True,
                street="Am Kai 5",
                city="Hamburg",
                code="20457",
                country="Deutschland",
            ),
            link("http://www.mueller.example", "work"),
        ),
        photo=PHOTO,
        kept=(
            "X-RAPPORT-ORG:Müller & Söhne GmbH;Einkauf;Lager Nord",
            "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Am Kai 5=0D=0A20457 Hamburg=0D=0ADeutschland",
            "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
            'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.example/cards" layout="left"/>',
        ),
        line=1,
    )


def test_two_addresses_an_anniversary_and_a_telex_number() -> None:
    drafts = read("outlook")
    second = drafts.people[1]
    assert drafts.problems == ()
    assert (second.name, second.given_name, second.family_name) == ("Oliver Whitfield", "Oliver", "Whitfield")
    assert (second.organisation, second.city) == ("Whitfield Chandlers Ltd", "Falmouth")
    assert (second.anniversary, second.tags) == ("2009-06-13", ("Boats", "Suppliers"))
    england = {"code": "TR11 3AA", "region": "Cornwall", "country": "United Kingdom"}
    assert second.points == (
        email("oliver@chandlers.example", preferred=True),
        email("ow@home.example"),
        phone("+44 1326 550 100", "home"),
        phone("+44 7700 900321", "mobile"),
        address("home", preferred=True, street="2 Rope Walk", city="Falmouth", **england),
        address(
            "work",
            extension="Unit 4",
            street="Docks Road",
            city="Falmouth",
            code="TR11 4NR",
            country="United Kingdom",
        ),
        link("im:oliver@chat.example", "im"),
    )
    assert second.kept[2:] == (
        "X-MS-ANNIVERSARY:20090613",
        "X-MS-SPOUSE;N;ENCODING=QUOTED-PRINTABLE:Rosalind",
        "X-MS-IMADDRESS:oliver@chat.example",
        "EMAIL;TLX:12345",
    )
