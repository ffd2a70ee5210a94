"""Preferred points, parts of addresses, messengers, anniversaries, groups: one promise a test."""

from __future__ import annotations

import pytest

from planner.domain.addresses import parts_of, parts_text
from planner.exchange.vcard.cards import read_vcards
from tests.exchange.test_vcard import card, read, words_of


def test_one_point_of_each_kind_is_preferred_the_one_ranked_first() -> None:
    person = read(
        *("EMAIL;PREF=2:b@x.example", "EMAIL;PREF=1:a@x.example", "EMAIL:c@x.example"),
        *("TEL;TYPE=pref:1", "TEL;TYPE=pref:2", "URL:https://x.example"),
    )
    assert [(point.value, point.preferred) for point in person.points] == [
        *(("a@x.example", True), ("b@x.example", False), ("c@x.example", False)),
        *(("1", True), ("2", False), ("https://x.example", False)),
    ]


def test_a_repeated_point_keeps_its_mark_and_gets_its_label() -> None:
    (point,) = read("TEL;TYPE=pref:1", "TEL;TYPE=home:1").points
    assert (point.label, point.preferred) == ("home", True)


def test_an_address_has_seven_parts_however_few_are_written() -> None:
    long, short = read("ADR:box;flat;street;city;region;code;land;more", "ADR:;;street 2;town").points
    assert long.parts == ("box", "flat", "street", "city", "region", "code", "land")
    assert short.parts == ("", "", "street 2", "town", "", "", "")
    assert parts_of(parts_text(long.parts)) == long.parts
    assert parts_of(parts_text(short.parts)) == short.parts
    assert parts_text(("",) * 7) == ""


def test_a_city_alone_is_where_somebody_is_and_no_way_to_reach_them() -> None:
    person = read("ADR;TYPE=home:;;;Porto;;;")
    assert (person.city, person.points, person.kept) == ("Porto", (), ())


def test_what_is_no_e_mail_address_is_kept_and_not_offered() -> None:
    person = read("EMAIL;TYPE=tlx:12345", "EMAIL:ana@x.example")
    assert [point.value for point in person.points] == ["ana@x.example"]
    assert person.kept == ("EMAIL;TYPE=tlx:12345",)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("X-SKYPE:ana.s", "skype:ana.s"),
        ("X-JABBER;TYPE=HOME:ana@x.example", "xmpp:ana@x.example"),
        ("X-ICQ:12345", "icq:12345"),
        ("X-MS-IMADDRESS:ana@x.example", "im:ana@x.example"),
        ("X-SKYPE:skype:ana.s", "skype:ana.s"),
        ("X-QQ:javascript:alert(1)", ""),
    ],
)
def test_messengers_under_names_of_their_own_are_offered_and_kept(line: str, value: str) -> None:
    person = read(line)
    assert [point.value for point in person.points] == ([value] if value else [])
    assert person.kept == (line,)


@pytest.mark.parametrize(
    "line",
    [
        *("ANNIVERSARY:20090613", "ANNIVERSARY:20090613T1430-0500", "X-ANNIVERSARY:2009-06-13"),
        *("X-MS-ANNIVERSARY:20090613", "X-EVOLUTION-ANNIVERSARY:2009-06-13"),
        "X-KADDRESSBOOK-X-Anniversary:2009-06-13",
    ],
)
def test_anniversaries_have_many_names_and_stay_with_the_card(line: str) -> None:
    person = read(line)
    assert (person.anniversary, person.kept) == ("2009-06-13", (line,))


@pytest.mark.parametrize("line", ["ANNIVERSARY;VALUE=text:in the spring", "X-MS-ANNIVERSARY:20090631"])
def test_an_anniversary_that_is_no_day_is_said_and_kept(line: str) -> None:
    drafts = read_vcards(card("FN:Ana", line))
    assert (drafts.people[0].anniversary, drafts.people[0].kept) == (None, (line,))
    said = (
        f"The anniversary “{line.partition(':')[2]}” is not a full date. It stays with the card as written."
    )
    assert words_of(drafts) == [said]


def test_apples_dates_count_only_under_their_label() -> None:
    person = read("item1.X-ABDATE:2009-06-13", "item1.X-ABLabel:First day", "item2.X-ABLabel:anniversary")
    assert person.anniversary is None


def test_zones_by_the_names_of_windows() -> None:
    assert read("TZ:W. Europe Standard Time").zone == "Europe/Berlin"
    assert read("TZ:No Such Standard Time").kept == ("TZ:No Such Standard Time",)


@pytest.mark.parametrize(
    ("gender", "pronouns"), [("GENDER:O;they/them", "they/them"), ("GENDER:F", ""), ("GENDER:;a tale/of", "")]
)
def test_pronouns_may_stand_beside_a_gender_which_is_kept(gender: str, pronouns: str) -> None:
    person = read(gender, version="4.0")
    assert (person.pronouns, person.kept) == (pronouns, (gender,))


def test_names_of_properties_with_slashes_and_spaces_are_kept() -> None:
    lines = ("X-messaging/xmpp-All:ana@x.example", "X-GOOGLE TALK:ana@x.example")
    assert read(*lines).kept == lines


def group(*members: str, named: str = "FN:Board") -> bytes:
    return card(named, "KIND:group", *(f"MEMBER:{each}" for each in members), version="4.0")


def test_a_group_tags_its_members_wherever_it_stands_and_however_it_names_them() -> None:
    people = (
        card("FN:Ana", "UID:urn:uuid:AAAA", "CATEGORIES:board")
        + card("FN:Ben", "EMAIL:Ben@x.example")
        + card("FN:Cid", "TEL:+1 (2) 34")
        + card("FN:Dee", "UID:dd")
    )
    named = group("urn:uuid:aaaa", "mailto:ben@X.example", "tel:+1-234", "dd", "dd")
    for data in (people + named, named + people):
        drafts = read_vcards(data)
        assert [person.tags for person in drafts.people] == [("board",), *[("Board",)] * 3]
        assert drafts.problems == ()


def test_what_a_group_cannot_be_used_for_is_said() -> None:
    ana = card("FN:Ana", "UID:aa")
    assert words_of(read_vcards(ana + group("aa", "bb"))) == [
        "The group “Board” names somebody who is not in this file."
    ]
    assert words_of(read_vcards(group("bb", "cc"))) == [
        "The group “Board” names 2 people who are not in this file, so it was left out."
    ]
    assert words_of(read_vcards(group())) == ["The group “Board” names nobody, so it was left out."]
    unnamed = read_vcards(ana + group("aa", named="NOTE:x"))
    assert words_of(unnamed) == ["This group has no name, so it was left out."]
    assert unnamed.people[0].tags == ()


def test_the_first_birthday_that_is_a_day_counts_and_the_others_are_kept() -> None:
    person = read("BDAY:some time in May", "BDAY:1985-04-12", "BDAY:1986-01-01")
    assert person.birthday == "1985-04-12"
    assert person.kept == ("BDAY:some time in May", "BDAY:1986-01-01")
    assert words_of(read_vcards(card("FN:Ana", "BDAY:some time in May", "BDAY:1985-04-12"))) == [
        "The birthday “some time in May” is not a full date. It stays with the card as written."
    ]


def test_a_line_that_says_nothing_never_hides_one_that_does() -> None:
    person = read("ORG:;", "ORG:Norvane;Finance", "TITLE: ", "TITLE:Director")
    assert (person.organisation, person.department, person.role) == ("Norvane", "Finance", "Director")


def test_the_first_zone_that_is_one_counts() -> None:
    person = read("TZ:+01:00", "TZ:Europe/Lisbon", "TZ:Europe/Madrid")
    assert (person.zone, person.kept) == ("Europe/Lisbon", ("TZ:+01:00", "TZ:Europe/Madrid"))


def test_a_photo_ends_where_a_line_with_a_long_head_begins() -> None:
    head = f"LABEL;TYPE=WORK;X-NOTE={'a' * 60}"
    body = f"VERSION:3.0\nFN:Ana\nPHOTO;ENCODING=b:AAAA\nAAAA\n{head}\n :Rua Augusta\n"
    (person,) = read_vcards(f"BEGIN:VCARD\n{body}END:VCARD\n".encode()).people
    assert person.photo == b"\0" * 6
    assert person.kept == (f"{head}:Rua Augusta",)


@pytest.mark.parametrize("kind", ["KIND:gr\x07oup", "KIND;ENCODING=QUOTED-PRINTABLE:=67roup", "kind: Group "])
def test_a_group_is_a_group_however_it_is_written(kind: str) -> None:
    drafts = read_vcards(card("FN:Friends", kind, "MEMBER:mailto:ana@x.example"))
    assert drafts.people == ()
    assert "names somebody who is not in this file" in drafts.problems[0].words
