"""Cards in the style of the programs that people use, each with all that is to be understood of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.exchange.drafts import Drafts, PersonDraft, PointDraft, PointKind, Problem
from planner.exchange.vcard.cards import looks_like_vcard, read_vcards

FILES = Path(__file__).parent.parent / "data" / "vcard"
PHOTO = (FILES / "photo.png").read_bytes()


def read(name: str) -> Drafts:
    return read_vcards((FILES / f"{name}.vcf").read_bytes())


def email(value: str, label: str = "") -> PointDraft:
    return PointDraft(kind=PointKind.EMAIL, value=value, label=label)


def phone(value: str, label: str = "") -> PointDraft:
    return PointDraft(kind=PointKind.PHONE, value=value, label=label)


def address(value: str, label: str = "") -> PointDraft:
    return PointDraft(kind=PointKind.ADDRESS, value=value, label=label)


def link(value: str, label: str = "") -> PointDraft:
    return PointDraft(kind=PointKind.LINK, value=value, label=label)


def test_outlook_writes_windows_1252_and_quoted_printable_in_vcard_2_1() -> None:
    drafts = read("outlook")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
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
                email("j.groessmann@mueller.example"),
                phone("+49 (40) 123 456", "work"),
                phone("+49 170 111222", "mobile"),
                phone("+49 (40) 123 457", "work fax"),
                address("Am Kai 5, Hamburg, 20457, Deutschland", "work"),
                link("http://www.mueller.example", "work"),
            ),
            photo=PHOTO,
            kept=(
                "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Am Kai 5=0D=0A20457 Hamburg=0D=0ADeutschland",
                "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
                'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.example/cards" layout="left"/>',
            ),
            line=1,
        ),
    )


def test_apple_writes_labels_in_groups_and_birthdays_without_a_year() -> None:
    drafts = read("apple")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
            name="Ngozi Okafor",
            given_name="Ngozi",
            family_name="Okafor",
            nickname="Zee, Goz",
            role="Chief Risk Officer",
            organisation="Harbour Bank",
            department="Risk",
            city="London",
            pronouns="she/her",
            birthday="--02-29",
            note="Asked about the audit, twice.\nReads on trains; never on planes.",
            points=(
                email("ngozi@harbour.example", "work"),
                email("zee@home.example", "home"),
                phone("+44 7700 900001", "mobile"),
                phone("020 7946 0001", "home"),
                phone("020 7946 0002", "other"),
                phone("020 7946 0003", "Boat house"),
                address("1 Quay Street, Floor 8, London, EC1 1AA, United Kingdom", "work"),
                link("https://harbour.example/ngozi", "home page"),
                link("skype:ngozi.o", "skype"),
                link("https://social.example/in/ngozi", "linkedin"),
            ),
            photo=PHOTO,
            uid="5f1b2a3c-0000-4444-8888-c0ffee000001",
            kept=(
                "item3.X-ABADR:gb",
                "X-SOCIALPROFILE;type=linkedin;x-user=ngozi:https://social.example/in/ngozi",
                "item5.X-ABDATE;type=pref:2016-06-04",
                "item5.X-ABLabel:_$!<Anniversary>!$_",
                "item6.X-ABRELATEDNAMES;type=pref:Chidi",
                "item6.X-ABLabel:_$!<Spouse>!$_",
            ),
            line=1,
        ),
        PersonDraft(
            name="Riverside Café",
            named_by="ORG",
            organisation="Riverside Café",
            points=(phone("020 7946 0010", "main"),),
            kept=("X-ABShowAs:COMPANY",),
            line=36,
        ),
    )


def test_android_breaks_quoted_printable_softly_and_names_its_own_labels() -> None:
    first, second = read("android").people
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
            phone("+380501112233", "mobile"),
            phone("+380441112233", "Dacha"),
            address("Вул. 1; 2, Київ, 01001", "home"),
        ),
        photo=PHOTO,
        kept=(
            "X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
            "vnd.android.cursor.item/nickname;=D0=98=D1=80=D0=B0;1;;;;;;;;;;;;;",
        ),
        line=1,
    )
    assert (second.name, second.named_by) == ("0800 1234", "TEL")


def test_google_keeps_a_photo_elsewhere_and_puts_everyone_in_my_contacts() -> None:
    drafts = read("google")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
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
                address("Dlouhá 7, Brno, 602 00, CZ"),
                link("https://example.cz", "PROFILE"),
            ),
            kept=("PHOTO:https://photos.example/contacts/AB12=s100",),
            line=1,
        ),
    )


def test_thunderbird_ranks_values_and_writes_numbers_as_addresses() -> None:
    drafts = read("thunderbird")
    assert drafts.people == (
        PersonDraft(
            name="Mei-Ling 陳",
            given_name="Mei-Ling",
            family_name="陳",
            nickname="Ling",
            role="Director",
            organisation="Formosa Parts",
            department="Quality",
            city="Taipei",
            zone="Asia/Taipei",
            languages="zh-TW, en",
            note="First line\nsecond line",
            points=(
                email("m.chen@example.tw", "work"),
                email("ling@example.tw", "home"),
                phone("+886-912-345-678 ext. 12", "work mobile"),
                address("No. 7, Section 5, Taipei, 110, Taiwan", "work"),
                link("https://example.tw"),
            ),
            uid="C0FFEE00-1234-4321-8888-000000000002",
            kept=(
                "ROLE:Speaks for the works council",
                "BDAY;VALUE=date:1979",
                "GENDER:F",
                "X-CUSTOM1;VALUE=TEXT:Table 4",
            ),
            line=1,
        ),
    )
    words = "The birthday “1979” is not a full date. It stays with the card as written."
    assert drafts.problems == (Problem(line=14, words=words),)


def test_lotus_notes_ends_lines_with_cr_cr_lf_and_writes_latin_1() -> None:
    drafts = read("lotus_notes")
    assert drafts.people == (
        PersonDraft(
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
                "BDAY:31.02.1980",
                "TZ:+01:00",
                "X-LOTUS-CHARSET:ISO-8859-1",
                "X-LOTUS-JOBTITLE:Secrétaire",
            ),
            line=1,
        ),
    )
    words = "The birthday “31.02.1980” is not a full date. It stays with the card as written."
    assert drafts.problems == (Problem(line=10, words=words),)


def test_kontact_writes_two_notes_and_an_agent_on_one_line() -> None:
    drafts = read("kontact")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
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
                email("anna@example.at"),
                phone("+43 660 1", "mobile"),
                phone("+43 316 2", "home fax"),
                address("Postfach 12, Graz, Steiermark, 8010, Österreich", "home"),
            ),
            kept=(
                r"AGENT:BEGIN:VCARD\nVERSION:3.0\nFN:Max Muster\nEND:VCARD\n",
                r"LABEL;TYPE=home:Postfach 12\n8010 Graz",
                "X-KADDRESSBOOK-BlogFeed:https://blog.example.at",
                "X-KADDRESSBOOK-X-Profession:Architektin",
            ),
            line=1,
        ),
    )


def test_blackberry_ends_lines_with_cr_and_leaves_controls_in_notes() -> None:
    drafts = read("blackberry")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
            name="Samir Haddad",
            given_name="Samir",
            family_name="Haddad",
            city="Dubai",
            note="PIN 2100000A on file",
            points=(
                email("samir@example.ae"),
                phone("+971 4 000 000", "work"),
                phone("12345", "pager"),
                address("Tower 2, Sheikh Road, Dubai, UAE", "work"),
            ),
            photo=PHOTO,
            kept=("X-BBM-PIN:2100000A",),
            line=1,
        ),
    )


def test_nextcloud_quotes_parameters_and_lists_groups() -> None:
    drafts = read("nextcloud")
    assert drafts.people == (
        PersonDraft(
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
                address("Pier 4, Malmö, 211 20, Sweden", "home"),
                address("Torget 1, Lund", "work"),
                link("https://social.example/@jo", "mastodon"),
            ),
            photo=PHOTO,
            uid="4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
            kept=("FN;ALTID=1;LANGUAGE=en;PREF=2:Jo Sandell", "BDAY;VALUE=text:circa 1990"),
            line=1,
        ),
        PersonDraft(
            name="Öresund Port",
            named_by="ORG",
            organisation="Öresund Port",
            points=(email("office@port.example"),),
            kept=("KIND:org",),
            line=25,
        ),
    )
    assert [problem.line for problem in drafts.problems] == [15, 19]
    assert drafts.problems[1].words == (
        "The card “Board” is a group of people, not a person, so it was left out."
    )


def test_old_phones_write_utf_16() -> None:
    (person,) = read("nokia_utf16").people
    assert (person.name, person.named_by) == ("Νίκος Παπαδόπουλος", "N")
    assert person.points == (email("nikos@example.gr"), phone("+30 690 000", "mobile"))


def test_cards_inside_cards_and_cards_without_an_end_cost_no_other_card() -> None:
    drafts = read("nested")
    assert [(each.name, each.named_by, each.line) for each in drafts.people] == [
        ("Fred Friday", "N", 3),
        ("Lost Lena", "FN", 15),
        ("Found Finn", "FN", 19),
        ("only@example.com", "EMAIL", 29),
        ("Only Works", "ORG", 33),
    ]
    assert drafts.people[0].note == "Ask Tina first"
    assert drafts.people[0].points == (phone("+1-213-555-1234", "work"),)
    assert drafts.people[0].kept == (
        r"AGENT:BEGIN:VCARD\nVERSION:2.1\nN:Thursday\;Tina\nTEL:+1-213-555-9999\nEND:VCARD",
    )
    assert drafts.problems == (
        Problem(line=15, words="This card has no END line, so it was read up to where the next one begins."),
        Problem(
            line=22, words="The line “this line says nothing” is no entry of a card, so it was left out."
        ),
        Problem(line=24, words="There is text outside the cards here, so it was left out."),
        Problem(line=25, words="This card has no name, e-mail or telephone number, so it was left out."),
        Problem(line=33, words="This card has no END line, so it was read up to the end of the file."),
    )


@pytest.mark.parametrize("path", sorted(FILES.glob("*.vcf")), ids=lambda path: path.stem)
def test_each_of_these_files_is_recognised_by_its_content(path: Path) -> None:
    assert looks_like_vcard(path.read_bytes())


@pytest.mark.parametrize("path", sorted(FILES.glob("*.vcf")), ids=lambda path: path.stem)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_line_ends_change_nothing(path: Path, end: bytes) -> None:
    data = path.read_bytes()
    if data.startswith(b"\xff\xfe"):
        data = data.decode("utf-16").encode("utf-8")
    plain = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    assert read_vcards(plain.replace(b"\n", end)) == read_vcards(data)
