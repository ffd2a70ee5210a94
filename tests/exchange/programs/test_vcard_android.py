"""Cards in the style of Android phones, in vCard 2.1."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft
from tests.exchange.programs.said import PHOTO, address, email, link, phone, read


def test_quoted_printable_with_soft_breaks_and_labels_of_its_own() -> None:
    first, second, _ = read("android").people
    assert first == PersonDraft(
        name="Ирина Загорска",
        given_name="Ирина",
        family_name="Загорска",
        nickname="Ира",
        organisation="Dnipro Logistics",
        city="Київ",
        birthday="1984-11-05",
        note="Two\n\nlines",
        points=(
            email("iryna@example.ua", "work"),
            phone("+380501112233", "mobile", preferred=True),
            phone("+380441112233", "Dacha"),
            address("home", street="Вул. 1; 2", city="Київ", code="01001"),
        ),
        photo=PHOTO,
        kept=(
            "X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
            "vnd.android.cursor.item/nickname;=D0=98=D1=80=D0=B0;1;;;;;;;;;;;;;",
        ),
        line=1,
    )
    assert (second.name, second.named_by) == ("0800 1234", "TEL")


def test_days_that_stand_in_a_property_of_its_own() -> None:
    third = read("android").people[2]
    assert (third.name, third.organisation, third.department) == ("Bruno Costa", "Costa Pescas", "Vendas")
    assert (third.birthday, third.anniversary, third.role) == ("--03-09", "2011-07-02", "Chefe")
    assert third.points == (
        email("bruno@costa.example", preferred=True),
        phone("+351 910 000 001", "mobile", preferred=True),
        link("skype:bruno.costa", "skype"),
    )
    assert third.kept[-1] == "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Inês;14;;;;;;;;;;;;;"
