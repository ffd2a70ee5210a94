"""Cards that go out: what stands in them, and that they come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.outgoing import OutgoingPerson, OutgoingPoint
from planner.exchange.drafts import PersonDraft
from planner.exchange.vcard.cards import read_vcards
from planner.exchange.vcard.writer import VERSIONS, vcard, vcards
from tests.exchange.outgoing import ANA, PHOTO, of_draft, people
from tests.exchange.programs.said import FILES

NOBODY = OutgoingPerson(id=1, uid="u", name="Ana Ferreira")
SECOND = OutgoingPerson(id=2, uid="v", name="Rui")


def written(person: OutgoingPerson, version: str = "3.0") -> list[str]:
    """The unfolded lines of a card."""
    text = vcard(person, version).decode()
    assert text.endswith("\r\nEND:VCARD\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def back(person: OutgoingPerson, version: str) -> PersonDraft:
    """What our own reader makes of the card; it has nothing to complain of."""
    drafts = read_vcards(vcard(person, version))
    assert drafts.problems == ()
    (draft,) = drafts.people
    return draft


def test_everything_in_vcard_3_0() -> None:
    assert written(ANA) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Rapport//Rapport//EN",
        "UID:5f1b2a3c-0000-4444-8888-c0ffee000001",
        "FN:Dr. Ana Maria Ferreira",
        "N:Ferreira;Ana;Maria;Dr.;",
        "NICKNAME:Annie,Nini",
        r"ORG:Norvane\; Ltd",
        r"TITLE:Chief\, Finance",
        "EMAIL;TYPE=INTERNET,WORK;TYPE=PREF:ana@norvane.example",
        "item4.EMAIL;TYPE=INTERNET:ana@home.example",
        "item4.X-ABLabel:Summer house",
        "TEL;TYPE=WORK,CELL;TYPE=PREF:+351 910 000 001",
        "ADR;TYPE=HOME:;;Rua Augusta 1;Lisbon;;1100;",
        "item5.URL:https://norvane.example/ana",
        "item5.X-ABLabel:_$!<HomePage>!$_",
        "item6.IMPP:skype:ana.f",
        "item6.X-ABLabel:skype",
        "BDAY:1974-03-02",
        "TZ;VALUE=text:Europe/Lisbon",
        "LANG:pt",
        "LANG:en-GB",
        "X-PRONOUNS:she/her",
        r"CATEGORIES:Board & shareholders,chess,Lisbon\, old town",
        r"NOTE:Two lines:\none\, two\; three\\four",
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4CBhIHBpY3R1cmU=",
        "X-A:1",
        "item3.X-ABDATE:2009-06-13",
        "item3.X-ABLabel:_$!<Anniversary>!$_",
        "END:VCARD",
    ]


def test_what_vcard_4_0_writes_otherwise() -> None:
    lines = written(ANA, "4.0")
    assert set(lines) - set(written(ANA)) == {
        "VERSION:4.0",
        "UID:urn:uuid:5f1b2a3c-0000-4444-8888-c0ffee000001",
        "EMAIL;TYPE=work;PREF=1:ana@norvane.example",
        "item4.EMAIL:ana@home.example",
        'TEL;TYPE="work,cell";PREF=1:+351 910 000 001',
        "ADR;TYPE=home:;;Rua Augusta 1;Lisbon;;1100;",
        "BDAY:19740302",
        "TZ:Europe/Lisbon",
        "LANG;PREF=1:pt",
        "LANG;PREF=2:en-GB",
        "PRONOUNS:she/her",
        "PHOTO:data:image/jpeg;base64,/9j/4CBhIHBpY3R1cmU=",
    }


@pytest.mark.parametrize("version", VERSIONS)
def test_everything_comes_back(version: str) -> None:
    draft = back(ANA, version)
    again = of_draft(draft)
    # what is a layer here is a tag in a card
    assert replace(again, id=7, layer=ANA.layer, tags=again.tags[1:]) == ANA
    assert (draft.photo, draft.anniversary) == (PHOTO, "2009-06-13")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", sorted(FILES.glob("*.vcf")), ids=lambda path: path.stem)
def test_what_programs_wrote_goes_out_again(path, version: str) -> None:
    """A second time round nothing changes any more, and the first time nothing but the form."""
    for first in read_vcards(path.read_bytes()).people:
        second = back(of_draft(first), version)
        assert back(of_draft(second), version).kept == second.kept
        for field in (
            "name",
            "city",
            "zone",
            "birthday",
            "anniversary",
            "note",
            "tags",
            "pronouns",
            "nickname",
        ):
            assert getattr(second, field) == getattr(first, field), field
        assert second.organisation == first.organisation
        assert second.department == first.department
        assert [(each.kind, each.value, each.label, each.preferred) for each in second.points] == [
            (each.kind, each.value, each.label, each.preferred) for each in first.points
        ]
        own = {line for line in first.kept if "ENCODING=" not in line and "CHARSET=" not in line.upper()}
        typed = {"EMAIL;TLX:12345": "EMAIL;TYPE=TLX:12345"}
        assert {typed.get(line, line) for line in own} <= set(second.kept)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "line",
    [
        "X-GOOGLE TALK:ana@x.example",
        "X-messaging/xmpp-All:ana@x.example",
        r"AGENT:BEGIN:VCARD\nFN:Max\nEND:VCARD\n",
        "BDAY:31.02.1980",
        "X-MS-ANNIVERSARY:20090631",
        "BDAY;VALUE=text:circa 1990",
        "TZ:-0500",
        'X-QUOTED;A="x;y:z":v',
        "no line at all",
    ],
)
def test_kept_lines_come_out_as_they_came_in(line: str, version: str) -> None:
    assert back(replace(NOBODY, kept=(line,)), version).kept == (line,)


@pytest.mark.parametrize(
    ("kept", "old", "new"),
    [
        (
            "X-N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB;1=0D=0A2",
            r"X-N:Zoë;1\n2",
            r"X-N:Zoë;1\n2",
        ),
        ("item1.LABEL;WORK;PREF:a", "item1.LABEL;TYPE=WORK,PREF:a", "item1.LABEL;TYPE=WORK,PREF:a"),
        (
            "LOGO;TYPE=PNG;ENCODING=BASE64:AAAA",
            "LOGO;TYPE=PNG;ENCODING=b:AAAA",
            "LOGO:data:image/png;base64,AAAA",
        ),
        ("KEY;ENCODING=B:AAAA", "KEY;ENCODING=b:AAAA", "KEY:data:application/octet-stream;base64,AAAA"),
    ],
)
def test_what_only_vcard_2_1_can_hold_is_written_anew(kept: str, old: str, new: str) -> None:
    person = replace(NOBODY, kept=(kept,))
    assert written(person)[-2] == old
    assert written(person, "4.0")[-2] == new


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "kept",
    [
        "AGENT:BEGIN:VCARD",
        "AGENT: end : vcard",
        "BDAY:some time in May",
        "PHOTO;ENCODING=b;TYPE=PNG:https://x.example/no-base64",
        "LOGO;ENCODING=b:no=base64",
    ],
)
def test_what_others_would_misread_stays_between_us(kept: str, version: str) -> None:
    person = replace(NOBODY, kept=(kept,))
    assert back(person, version).kept == (kept,)
    assert any(line.startswith("X-RAPPORT-KEPT:") for line in written(person, version))


def test_a_kept_line_never_goes_on_with_the_one_before() -> None:
    person = replace(NOBODY, birthday="1971-06-21", kept=(" X-A:1",))
    assert back(person, "4.0").birthday == "1971-06-21"
    assert back(person, "4.0").kept == ("X-A:1",)


def test_the_person_s_own_fields_win_over_kept_lines() -> None:
    kept = ("BDAY:soon", "TZ:-0500", "PHOTO:https://x.example/a", "UID:other", "N:Other", "LANG:xx", "REV:1")
    person = replace(NOBODY, kept=kept, birthday="--02-29", zone="Asia/Tokyo", languages="ja", photo=PHOTO)
    lines = written(person)
    assert not set(kept) & set(lines)
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29" in lines
    assert "BDAY:--0229" in written(person, "4.0")


def test_an_organisation_s_units_go_out_while_it_is_the_same() -> None:
    kept = ("X-RAPPORT-ORG:Acme;Sales;North", "ORG:Other;Unit")
    same = written(replace(NOBODY, organisation="ACME", kept=kept))
    assert "ORG;PREF=1:Acme;Sales;North" in same
    moved = written(replace(NOBODY, organisation="Contoso", kept=kept))
    assert "ORG;PREF=1:Contoso" in moved
    assert not any("Sales" in line for line in moved)


def test_a_second_value_never_takes_the_first_one_s_place() -> None:
    person = replace(NOBODY, role="First", kept=("FN;PREF=2:Second", "TITLE;PREF=1:Other"))
    for version in VERSIONS:
        draft = back(person, version)
        assert (draft.name, draft.role) == ("Ana Ferreira", "First")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_second_form_of_pronouns_never_takes_the_first_one_s_place(version: str) -> None:
    ana = replace(NOBODY, pronouns="she/her", kept=("PRONOUNS;LANGUAGE=de:sie/ihr",))
    assert (back(ana, version).pronouns, back(ana, version).kept) == ("she/her", ana.kept)


def test_a_city_without_an_address_stands_alone_and_first() -> None:
    elsewhere = OutgoingPoint(
        kind="address",
        value="Main Street 1, Porto",
        preferred=True,
        parts=("", "", "Main Street 1", "Porto", "", "", ""),
    )
    person = replace(NOBODY, city="Lisbon", points=(elsewhere,))
    for version in VERSIONS:
        draft = back(person, version)
        assert draft.city == "Lisbon"
        assert [(each.value, each.preferred) for each in draft.points] == [("Main Street 1, Porto", True)]


def test_what_a_kept_line_says_is_not_said_twice() -> None:
    person = replace(
        NOBODY,
        points=(OutgoingPoint(kind="link", value="skype:ana", label="skype"),),
        kept=("X-SKYPE:ana",),
    )
    assert sum("skype" in line.lower() for line in written(person)) == 1


@pytest.mark.parametrize(
    ("person", "parts"),
    [
        ({"name": "Ana"}, "N:;Ana;;;"),
        ({"name": "Ana Maria Ferreira"}, "N:Ferreira;Ana Maria;;;"),
        ({"name": "Pieter van der Berg"}, "N:van der Berg;Pieter;;;"),
        ({"name": "陳大文"}, "N:;陳大文;;;"),
        ({"name": "Acme", "organisation": "Acme"}, "N:;;;;"),
        ({"name": "0800 1234"}, "N:;0800 1234;;;"),
        ({"name": "Ana Silva", "given_name": "Ana", "family_name": "Ferreira"}, "N:Silva;Ana;;;"),
        (
            {"name": "Ana Ferreira", "given_name": "Ana", "family_name": "Ferreira", "suffix": "MBA"},
            "N:Ferreira;Ana;;;MBA",
        ),
    ],
)
def test_the_parts_of_a_name_for_programs_that_show_nothing_else(person: dict[str, str], parts: str) -> None:
    assert parts in written(replace(NOBODY, **person))


def test_lines_are_folded_within_letters_never() -> None:
    raw = vcard(replace(NOBODY, notes="ä" * 200 + "🎉" * 40), "3.0")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert all(line.decode() for line in raw.split(b"\r\n")[:-1])


def test_cards_put_together_are_an_address_book() -> None:
    book = b"".join(vcards([NOBODY, SECOND], "4.0"))
    assert [person.name for person in read_vcards(book).people] == ["Ana Ferreira", "Rui"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=200)
@given(people(), st.sampled_from(VERSIONS))
def test_anybody_comes_back_as_they_were(person: OutgoingPerson, version: str) -> None:
    again = of_draft(back(person, version))
    for field in (
        "uid",
        "name",
        "pronouns",
        "role",
        "organisation",
        "zone",
        "birthday",
        "notes",
        "languages",
    ):
        assert getattr(again, field) == getattr(person, field), field
    addresses = sorted((each for each in person.points if each.parts), key=lambda each: not each.preferred)
    assert again.city == (person.city or next((each.parts[3] for each in addresses if each.parts[3]), ""))
    assert set(again.tags) == {tag for tag in person.tags if tag.lower() != "mycontacts"} or len(
        {tag.casefold() for tag in person.tags}
    ) < len(person.tags)
    order = {"email": 0, "phone": 1, "address": 2, "link": 3}
    said = sorted(person.points, key=lambda each: (order[each.kind], not each.preferred))
    assert [(each.kind, each.value, each.label, each.preferred) for each in again.points] == [
        (each.kind, each.value, each.label, each.preferred) for each in said
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(people(), st.sampled_from(VERSIONS))
def test_others_read_the_same_names_and_points(person: OutgoingPerson, version: str) -> None:
    card = vobject.readOne(vcard(person, version).decode("utf-8"))
    assert card.fn.value == person.name
    emails = [each.value for each in card.contents.get("email", [])]
    assert emails == [each.value for each in person.points if each.kind == "email"]
    assert [each.value for each in card.contents.get("note", [])] == ([person.notes] if person.notes else [])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(st.lists(st.text(max_size=80), max_size=6), st.text(max_size=60), st.sampled_from(VERSIONS))
def test_whatever_was_kept_a_card_is_one_card(kept: list[str], name: str, version: str) -> None:
    """Kept lines and names may hold anything at all: nothing raises, and nothing breaks out of its line."""
    raw = vcard(replace(NOBODY, name=name or "?", kept=tuple(kept)), version)
    assert raw.count(b"BEGIN:VCARD\r\n") >= 1
    assert len(read_vcards(raw).people) <= 1
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
