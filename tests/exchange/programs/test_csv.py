"""Tables in the style of the programs that people use, each with all that is to be understood of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.exchange.csv_table.reader import looks_like_table, read_table
from planner.exchange.drafts import Drafts, PersonDraft, PointDraft, PointKind, Problem
from tests.exchange.programs.said import address, email, link, phone

FILES = Path(__file__).parents[2] / "data" / "csv"


def read(name: str) -> Drafts:
    return read_table((FILES / f"{name}.csv").read_bytes())


def test_google_wrote_types_several_values_in_a_cell_and_groups() -> None:
    drafts = read("google_old")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
            name="Zoë Maria Fernández Ruiz",
            given_name="Zoë",
            family_name="Fernández Ruiz",
            additional_names="Maria",
            nickname="Zo",
            role="Partner",
            organisation="Fernández, Ruiz & Co",
            department="Design",
            city="Madrid",
            languages="es",
            birthday="1985-04-12",
            note="Met at the spring fair.\nPrefers mornings, never Mondays.",
            tags=("Customers",),
            points=(
                email("zoe@fernandez.example", "work", preferred=True),
                email("z.fernandez@old.example"),
                email("zoe@home.example", "home"),
                phone("+34 600 111 222", "mobile"),
                phone("+34 600 333 444"),
                phone("+34 91 000 00", "work fax"),
                address("work", street="Calle Mayor 5", city="Madrid", code="28013", country="Spain"),
                link("https://fernandez.example"),
            ),
            kept=(
                "X-RAPPORT-ORG:Fernández\\, Ruiz & Co;Design",
                "X-OCCUPATION:Architect",
                "X-IM-1-SERVICE:Jabber",
                "X-IM-1-VALUE:zoe@chat.example",
                "X-CUSTOM-FIELD-1-TYPE:Assistant",
                "X-CUSTOM-FIELD-1-VALUE:Marta",
            ),
            line=2,
        ),
        PersonDraft(
            name="Harbour Office",
            named_by="ORG",
            organisation="Harbour Office",
            points=(phone("+34 900 100 100", "main"),),
            line=6,
        ),
        PersonDraft(
            name="no.name@fernandez.example",
            named_by="EMAIL",
            points=(email("no.name@fernandez.example", preferred=True),),
            line=7,
        ),
    )


def test_google_writes_labels_since_2024_and_birthdays_without_a_year() -> None:
    drafts = read("google_2024")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
            name="Anneke van der Berg",
            named_by="N",
            given_name="Anneke",
            family_name="van der Berg",
            prefix="Dr.",
            role="Head of Purchasing",
            organisation="Norvane",
            city="Rotterdam",
            birthday="--04-12",
            tags=("Board",),
            points=(
                email("anneke@norvane.example", "work", preferred=True),
                email("a.berg@home.example"),
                phone("+31 6 5550 1234", "mobile"),
                phone("+31 10 555 0100", "Assistant at the desk"),
                address(
                    "home",
                    extension="Apt 2",
                    street="Havenstraat 1",
                    city="Rotterdam",
                    code="3011",
                    country="NL",
                ),
                link("https://anneke.example/blog", "Blog"),
            ),
            kept=(
                "PHOTO;VALUE=uri:https://photos.example/anneke",
                "X-RELATION-1-LABEL:Spouse",
                "X-RELATION-1-VALUE:Pieter",
                "X-EVENT-1-LABEL:Anniversary",
                "X-EVENT-1-VALUE:2010-06-05",
            ),
            line=2,
        ),
        PersonDraft(
            name="Łukasz Wiśniewski",
            named_by="N",
            given_name="Łukasz",
            family_name="Wiśniewski",
            note='He said "call me", twice.',
            points=(email("lukasz@wis.example", preferred=True),),
            line=6,
        ),
    )


def test_outlook_writes_months_first_zeros_for_no_date_and_exchange_addresses() -> None:
    drafts = read("outlook_en")
    assert drafts.problems == (
        Problem(
            line=4,
            words="“/o=Contoso/ou=First/cn=Recipients/cn=exuser” is no e-mail address, so it was left out.",
        ),
    )
    assert drafts.people == (
        PersonDraft(
            name="Hannah O'Brien",
            named_by="N",
            given_name="Hannah",
            family_name="O'Brien",
            prefix="Ms.",
            suffix="PhD",
            role="CFO",
            organisation="Contoso, Ltd.",
            department="Finance",
            city="Dublin",
            birthday="1975-04-12",
            anniversary="2010-06-05",
            note="Line one\nLine two",
            tags=("Board", "Dublin"),
            points=(
                email("hannah@contoso.example"),
                email("hannah@home.example"),
                phone("+353 1 555 0101", "work fax"),
                phone("+353 1 555 0100", "work"),
                phone("+353 87 555 0100", "mobile"),
                address(
                    "work", street="1 Quay Street, Floor 4", city="Dublin", code="D02 X285", country="Ireland"
                ),
                link("http://contoso.example"),
            ),
            kept=("X-RAPPORT-ORG:Contoso\\, Ltd.;Finance", "X-SPOUSE:Tom", "ANNIVERSARY:2010-06-05"),
            line=2,
        ),
        PersonDraft(name="Exchange User", named_by="N", given_name="Exchange", family_name="User", line=4),
        PersonDraft(
            name="Quay Couriers",
            named_by="ORG",
            organisation="Quay Couriers",
            points=(phone("+353 1 555 0999", "company main"),),
            line=5,
        ),
    )


def test_outlook_in_german_writes_windows_1252_semicolons_and_days_first() -> None:
    drafts = read("outlook_de")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
            name="Jürgen Karl Größmann",
            named_by="N",
            given_name="Jürgen",
            family_name="Größmann",
            additional_names="Karl",
            prefix="Herr",
            role="Leiter Einkauf",
            organisation="Müller & Söhne GmbH",
            department="Einkauf",
            city="Hamburg",
            birthday="1972-05-03",
            note="Mag keine Anrufe nach 10 Uhr; lieber eine E-Mail.",
            tags=("Kunden", "Hafen"),
            points=(
                email("j.groessmann@mueller.example"),
                phone("+49 (40) 123 457", "work fax"),
                phone("+49 (40) 123 456", "work"),
                phone("+49 40 99 88", "home"),
                phone("+49 170 111222", "mobile"),
                address("work", street="Am Kai 5", city="Hamburg", code="20457", country="Deutschland"),
                link("http://www.mueller.example"),
            ),
            kept=("X-RAPPORT-ORG:Müller & Söhne GmbH;Einkauf", "X-BERUF:Kaufmann", "X-PARTNER-IN:Änne"),
            line=2,
        ),
        PersonDraft(
            name="Änne Weiß",
            named_by="N",
            given_name="Änne",
            family_name="Weiß",
            points=(email("aenne@weiss.example"),),
            line=3,
        ),
    )


def test_linkedin_writes_a_preamble_and_pronouns_into_names() -> None:
    drafts = read("linkedin")
    assert drafts.problems == (
        Problem(line=7, words="This row has no name, e-mail or telephone number, so it was left out."),
    )
    assert drafts.people == (
        PersonDraft(
            name="Priya Raman",
            named_by="N",
            given_name="Priya",
            family_name="Raman",
            role="VP Engineering, Platform",
            organisation="Meridia",
            points=(link("https://www.linkedin.com/in/priya-raman"),),
            uid="https://www.linkedin.com/in/priya-raman",
            kept=("X-CONNECTED-ON:15 Sep 2020",),
            line=5,
        ),
        PersonDraft(
            name="Tomás Herrera",
            named_by="N",
            given_name="Tomás",
            family_name="Herrera",
            pronouns="he/him",
            role="CFO",
            organisation="Norvane",
            points=(email("tomas@norvane.example"), link("https://www.linkedin.com/in/tomas-h")),
            uid="https://www.linkedin.com/in/tomas-h",
            kept=("X-CONNECTED-ON:02 Jan 2019",),
            line=6,
        ),
    )


def test_thunderbird_writes_birthdays_in_three_columns() -> None:
    drafts = read("thunderbird")
    assert drafts.problems == (
        Problem(line=3, words="The birthday of this row is no day of a year, so it was left out."),
    )
    assert drafts.people == (
        PersonDraft(
            name="Noor Haddad",
            given_name="Noor",
            family_name="Haddad",
            nickname="Nour",
            role="Counsel",
            organisation="Meridia",
            department="Legal",
            city="Amsterdam",
            birthday="1980-01-15",
            note="Knows Ana.",
            points=(
                email("noor@meridia.example"),
                email("noor@home.example"),
                phone("+31 20 555 0100", "work"),
                phone("+31 20 555 0199", "fax"),
                phone("+31 6 555 0100", "mobile"),
                address(
                    "home",
                    street="Prinsengracht 10, 2 hoog",
                    city="Amsterdam",
                    code="1015",
                    country="Netherlands",
                ),
                link("https://meridia.example"),
            ),
            kept=("X-RAPPORT-ORG:Meridia;Legal", "X-SCREEN-NAME:noorh", "X-CUSTOM-1:tennis"),
            line=2,
        ),
        PersonDraft(name="kees@vis.example", named_by="EMAIL", points=(email("kees@vis.example"),), line=3),
    )


def test_icloud_writes_labels_in_brackets_and_1604_for_no_year() -> None:
    drafts = read("icloud")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
            name="Ngozi Okafor",
            named_by="N",
            given_name="Ngozi",
            family_name="Okafor",
            role="Founder",
            organisation="Lagos Light",
            birthday="--04-15",
            note="Likes voice messages 🎙",
            points=(
                email("ngozi@home.example", "home"),
                email("ngozi@light.example", "work"),
                phone("+234 803 555 0100", "mobile"),
                phone("+234 1 555 0100", "work"),
                PointDraft(kind=PointKind.ADDRESS, value="12 Marina Road, Lagos, Nigeria", label="work"),
                link("https://light.example"),
            ),
            line=2,
        ),
        PersonDraft(
            name="Marina Taxi",
            named_by="ORG",
            organisation="Marina Taxi",
            points=(phone("+234 1 555 0199", "work"),),
            line=5,
        ),
    )


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("google_old", "Google Contacts"),
        ("google_2024", "Google Contacts"),
        ("outlook_en", "Outlook"),
        ("outlook_de", "Outlook"),
        ("linkedin", "LinkedIn"),
        ("thunderbird", "Thunderbird"),
        ("icloud", "iCloud"),
    ],
)
def test_the_program_is_told_by_the_headings_so_nobody_is_asked(name: str, program: str) -> None:
    data = (FILES / f"{name}.csv").read_bytes()
    assert looks_like_table(data)
    table = read_table(data).table
    assert table is not None
    assert (table.program, table.asks) == (program, False)
