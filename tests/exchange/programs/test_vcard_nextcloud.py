"""Cards in the style of Nextcloud, in vCard 3.0 and 4.0."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft, PointDraft, PointKind, Problem
from tests.exchange.programs.said import NO_DATE, PHOTO, address, email, link, phone, read


def test_quoted_parameters_and_an_organisation() -> None:
    first, second, _ = read("nextcloud").people
    assert first == PersonDraft(
        name='Jo "Jojje" Sandell',
        given_name="Jo",
        family_name="Sandell",
        additional_names="Eva Lind",
        suffix="Ph.D. M.A.",
        city="Malmö",
        pronouns="they/them",
        tags=("Board",),
        points=(
            email("jo@example.se", "home club"),
            address("home", street="Pier 4", city="Malmö", code="211 20", country="Sweden"),
            PointDraft(kind=PointKind.ADDRESS, value="Torget 1, Lund", label="work"),
            link("https://social.example/@jo", "mastodon"),
        ),
        photo=PHOTO,
        uid="4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
        kept=("FN;ALTID=1;LANGUAGE=en;PREF=2:Jo Sandell", "BDAY;VALUE=text:circa 1990"),
        line=1,
    )
    assert second == PersonDraft(
        name="Öresund Port",
        named_by="ORG",
        organisation="Öresund Port",
        points=(email("office@port.example"),),
        kept=("KIND:org",),
        line=25,
    )


def test_pronouns_beside_a_gender_and_relations_that_are_kept() -> None:
    drafts = read("nextcloud")
    third = drafts.people[2]
    assert (third.name, third.pronouns, third.anniversary) == ("Tomás Herrera", "él/elle", "2017-09-09")
    assert third.points == (
        email("tomas@puerto.example", "work", preferred=True),
        phone("+34 600 000 001", "mobile"),
    )
    assert third.kept == (
        "X-ANNIVERSARY;VALUE=DATE:20170909",
        "RELATED;TYPE=colleague:Jo Sandell",
        "X-MANAGERSNAME:Jo Sandell",
        "GENDER:O;él/elle",
        "TZ:+01:00",
    )
    assert drafts.problems == (Problem(line=15, words=NO_DATE.format("birthday", "circa 1990")),)
