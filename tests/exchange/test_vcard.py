"""What the vCard reader promises, one promise a test."""

from __future__ import annotations

from base64 import b64encode

import pytest

from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, Drafts, PersonDraft, PointKind
from planner.exchange.vcard import lines as vcard_lines
from planner.exchange.vcard import reading as vcard_reading
from planner.exchange.vcard.cards import MOST_FILE_BYTES, looks_like_vcard, read_vcards

PICTURE = bytes(range(200, 254))
CODED = b64encode(PICTURE).decode()


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def read(*lines: str, version: str = "3.0") -> PersonDraft:
    (person,) = read_vcards(card("FN:Ana", *lines, version=version)).people
    return person


def words_of(drafts: Drafts) -> list[str]:
    return [problem.words for problem in drafts.problems]


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCARD",
        b"\xef\xbb\xbfBEGIN:VCARD\r\nFN:A",
        b"\n\r\n  \nbegin:vcard\n",
        "BEGIN:VCARD\r\n".encode("utf-16"),
        "BEGIN:VCARD\r\n".encode("utf-16-le"),
        "\r\nBEGIN:VCARD\r\n".encode("utf-16-be"),
        "BEGIN:VCARD\r\n".encode("utf-32"),
        b"BEGIN:VCARD \rFN:A\r",
    ],
)
def test_a_vcard_is_known_by_its_content(data: bytes) -> None:
    assert looks_like_vcard(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"BEGIN:VCALENDAR\n", b"name,email\n", b"BEGIN:VCARDS\n", b"PK\x03\x04", b"<vcards/>"],
)
def test_other_files_are_no_vcard(data: bytes) -> None:
    assert not looks_like_vcard(data)
    with pytest.raises(KnownError, match=r"^This file is not an address book"):
        read_vcards(data)


def test_folding_joins_in_the_middle_of_a_character() -> None:
    whole = card("FN:Zoë", "NOTE:caffè")
    cut = whole.replace("ë".encode(), b"\xc3\r\n \xab").replace("è".encode(), b"\xc3\n\t\xa8")
    assert cut != whole
    assert read_vcards(cut).people == read_vcards(whole).people


def test_vcard_2_1_folds_at_a_space_and_keeps_it() -> None:
    assert read("NOTE:one", " two", version="2.1").note == "one two"
    assert read("NOTE:one", " two", version="3.0").note == "onetwo"


@pytest.mark.parametrize(
    "lines",
    [
        ("NOTE;ENCODING=QUOTED-PRINTABLE:Zo=C3=", "=AB =C3=A0 la"),
        ("NOTE;QUOTED-PRINTABLE:Zo=C3=AB =", "=C3=A0 la"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =", " =C3=A0 la"),
        ("NOTE;ENCODING=quoted-printable;CHARSET=iso-8859-1:Zo=EB=20=E0 la",),
        ("NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =C3=A0=  ", " la"),
        ("NOTE;ENCODING=BASE64;CHARSET=UTF-8:" + b64encode("Zoë à la".encode()).decode(),),
        ("NOTE:Zoë à la",),
    ],
)
def test_one_note_in_many_encodings(lines: tuple[str, ...]) -> None:
    person = read(*lines, "TITLE:After", version="2.1")
    assert (person.note, person.role) == ("Zoë à la", "After")


def test_quoted_printable_indented_after_every_soft_break() -> None:
    person = read("NOTE;ENCODING=QUOTED-PRINTABLE:ab=", " cd=", " ef", version="2.1")
    assert person.note == "abcdef"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-1251", "Ирина"),
        ("Shift_JIS", "田中"),
        ("GBK", "联通"),
        ("ISO-8859-2", "Łukasz"),
        ("no-such-charset", "Zoë"),
    ],
)
def test_quoted_printable_follows_its_charset(charset: str, text: str) -> None:
    raw = text.encode("utf-8" if charset.startswith("no") else charset)
    coded = "".join(f"={byte:02X}" for byte in raw)
    assert read(f"NOTE;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{coded}").note == text


def test_bytes_that_are_not_utf_8_are_read_as_declared_or_as_windows_1252() -> None:
    data = (
        b"BEGIN:VCARD\nFN:Zo\xeb \x80\nNOTE;CHARSET=windows-1251:\xc8\xf0\xe0\nTITLE:p\xc3\xa9\nEND:VCARD\n"
    )
    (person,) = read_vcards(data).people
    assert (person.name, person.note, person.role) == ("Zoë €", "Ира", "pé")


@pytest.mark.parametrize(
    ("charset", "names"),
    [
        ("cp1252", ["Zoë Größmann"]),
        ("cp1250", ["Łukasz Wiśniewski"]),
        ("cp1251", ["Иван Петров"]),
        ("cp1253", ["Γιώργος Παπαδόπουλος", "Μαρία Νικολάου", "Ελένη Δημητρίου"]),
        ("cp1254", ["Şükrü Yılmaz", "Ayşe Çelik", "Gökçe Işık"]),
    ],
)
def test_a_charset_that_nobody_declares_is_the_one_that_makes_sense(charset: str, names: list[str]) -> None:
    cards = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n" for name in names).encode(charset)
    told = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=koi8-r:\xe9\xf2\xe1\nEND:VCARD\n"
    found = read_vcards(told + cards).people
    assert [each.name for each in found] == ["ИРА", *names]


def test_an_encoded_semicolon_belongs_to_its_part() -> None:
    person = read("N;ENCODING=QUOTED-PRINTABLE:A=3BB;C=C3=A9", version="2.1")
    assert (person.family_name, person.given_name) == ("A;B", "Cé")


def test_escapes() -> None:
    person = read(r"NOTE:a\, b\; c\\n\Nd\ne", r"ORG:A\;B\\;C", r"CATEGORIES:x\,y,z", r"TITLE:C:\dir")
    assert person.note == "a, b; c\\n\nd\ne"
    assert (person.organisation, person.department) == ("A;B\\", "C")
    assert person.tags == ("x,y", "z")
    assert person.role == r"C:\dir"


def test_quoted_parameters_hold_colons_semicolons_commas_and_carets() -> None:
    person = read('ADR;LABEL="5: ^\'Quay^\'; A^^B^nMalmö, SE";TYPE="work,x-dock":;;;;;;', version="4.0")
    (point,) = person.points
    assert (point.value, point.label) == ('5: "Quay"; A^B, Malmö, SE', "work dock")


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("TEL;CELL;WORK;VOICE;PREF", "work mobile"),
        ("TEL;TYPE=HOME;TYPE=FAX", "home fax"),
        ("TEL;TYPE=iPhone;type=pref", "mobile"),
        ("TEL;PREF=1", ""),
        ("TEL;TYPE=x-Boat_House", "boat house"),
        ("TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=89t=C3=A9)", "Été"),
        ("TEL;X-CUSTOM(Boat)", "Boat"),
    ],
)
def test_types_become_words(head: str, label: str) -> None:
    (point,) = read(f"{head}:1").points
    assert point.label == label


def test_points_come_by_kind_and_preference_and_only_once() -> None:
    person = read(
        "TEL:1", "EMAIL:b@x.example", "TEL;TYPE=pref:2", "TEL;TYPE=HOME:1", "EMAIL;PREF=1:a@x.example"
    )
    assert [(point.value, point.label) for point in person.points] == [
        ("a@x.example", ""),
        ("b@x.example", ""),
        ("2", ""),
        ("1", "home"),
    ]


def test_dangerous_links_are_kept_and_never_offered() -> None:
    person = read(
        "URL:javascript:alert(1)",
        "URL:file:///etc/passwd",
        "X-SOCIALPROFILE:x-apple:ana",
        "URL:www.a.example",
    )
    assert [point.value for point in person.points] == ["www.a.example"]
    assert person.kept == ("URL:javascript:alert(1)", "URL:file:///etc/passwd", "X-SOCIALPROFILE:x-apple:ana")


def test_e_mail_out_of_its_wrappings() -> None:
    person = read("EMAIL:mailto:a%2Bb@x.example?subject=hi", "EMAIL:Ana <c@x.example>")
    assert [point.value for point in person.points] == ["a+b@x.example", "c@x.example"]


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1985-04-12", "1985-04-12"),
        ("BDAY:19850412", "1985-04-12"),
        ("BDAY;VALUE=date-time:1985-04-12T23:10:00Z", "1985-04-12"),
        ("BDAY:19850412T000000Z", "1985-04-12"),
        ("BDAY:1985/4/2", "1985-04-02"),
        ("BDAY:--0415", "--04-15"),
        ("BDAY:--04-15", "--04-15"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15", "--04-15"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-15", "--04-15"),
        ("BDAY:1604-02-29", "--02-29"),
        ("BDAY:0000-04-15", "--04-15"),
        ("BDAY:12.4.1985", "1985-04-12"),
        ("BDAY:12. 04. 1985", "1985-04-12"),
    ],
)
def test_birthdays(line: str, birthday: str) -> None:
    drafts = read_vcards(card("FN:Ana", line))
    assert (drafts.people[0].birthday, drafts.problems) == (birthday, ())


@pytest.mark.parametrize(
    "line",
    [
        *("BDAY:1985-02-30", "BDAY:19851301", "BDAY:--0230", "BDAY:1985", "BDAY:1985-04", "BDAY:---12"),
        *("BDAY:0001-01-01", "BDAY:4501-01-01", "BDAY:soon", "BDAY;VALUE=text:circa 1800", "BDAY:٢٠٠٠-٠١-٠١"),
        *("BDAY:04/12/1985", "BDAY:31.02.1980", "BDAY:1985412", "BDAY:1985-04-123"),
    ],
)
def test_a_birthday_that_is_no_date_is_said_and_kept(line: str) -> None:
    drafts = read_vcards(card("FN:Ana", line))
    assert drafts.people[0].birthday is None
    assert drafts.people[0].kept == (line,)
    assert [problem.line for problem in drafts.problems] == [4]
    assert line.partition(":")[2] in drafts.problems[0].words


@pytest.mark.parametrize(
    "lines",
    [
        ("PHOTO;ENCODING=BASE64;TYPE=PNG:", CODED),
        ("PHOTO;ENCODING=b;TYPE=PNG:" + CODED,),
        ("PHOTO;ENCODING=b;TYPE=PNG:" + CODED[:20], " " + CODED[20:]),
        ("PHOTO;PNG;BASE64:" + CODED[:20], CODED[20:40], CODED[40:], ""),
        ("PHOTO;BASE64:", "  " + CODED[:40], "  " + CODED[40:]),
        ("PHOTO:data:image/png;base64," + CODED,),
        ("PHOTO;VALUE=uri:DATA:image/png;base64\\," + CODED,),
        ("PHOTO:" + CODED,),
    ],
)
def test_photos(lines: tuple[str, ...]) -> None:
    person = read(*lines, "TITLE:After")
    assert person.photo == PICTURE
    assert (person.role, person.kept) == ("After", ())


def test_a_photo_elsewhere_is_kept_and_a_damaged_one_is_said() -> None:
    drafts = read_vcards(card("FN:A", "PHOTO;VALUE=URI:http://x.example/a.png", "PHOTO;ENCODING=b:%%%"))
    assert drafts.people[0].photo is None
    assert drafts.people[0].kept == ("PHOTO;VALUE=URI:http://x.example/a.png",)
    assert [(each.line, each.words) for each in drafts.problems] == [
        (5, "This photo is damaged, so it was left out.")
    ]


@pytest.mark.parametrize(
    ("lines", "name", "named_by"),
    [
        (("FN: ", "N:Silva;Ana;Maria;Dr.;Jr."), "Ana Maria Silva", "N"),
        (("N:Silva",), "Silva", "N"),
        (("N:陳;大文;;;",), "陳大文", "N"),
        (("N:김;민준;;;",), "김민준", "N"),
        (("NICKNAME:Nina", "ORG:Acme"), "Nina", "NICKNAME"),
        (("ORG:;Sales",), "Sales", "ORG"),
        (("EMAIL:a@x.example", "ORG:"), "a@x.example", "EMAIL"),
        (("TEL:112",), "112", "TEL"),
        (("X-ABShowAs:COMPANY", "N:Silva;Ana", "ORG:Acme"), "Acme", "ORG"),
    ],
)
def test_names_of_cards_without_one(lines: tuple[str, ...], name: str, named_by: str) -> None:
    (person,) = read_vcards(card(*lines)).people
    assert (person.name, person.named_by) == (name, named_by)


@pytest.mark.parametrize("line", ["KIND:application", "KIND:location", "KIND:device", "KIND:thing"])
def test_cards_that_are_no_people_are_left_out_and_said(line: str) -> None:
    drafts = read_vcards(card("FN:Them", line) + card("FN:Ana"))
    assert [person.name for person in drafts.people] == ["Ana"]
    assert [problem.line for problem in drafts.problems] == [1]
    assert "not a person, so it was left out" in drafts.problems[0].words


def test_the_best_of_several_is_read_and_the_others_kept_in_the_order_of_the_file() -> None:
    person = read("X-A:1", "TITLE:Second", "X-B:2", "TITLE;PREF=1:First", "TZ:-0500", "ROLE:Third")
    assert person.role == "First"
    assert person.kept == ("X-A:1", "TITLE:Second", "X-B:2", "TZ:-0500", "ROLE:Third")


def test_zones_only_from_the_worlds_list() -> None:
    assert read("TZ:America/Argentina/Ushuaia").zone == "America/Argentina/Ushuaia"
    for nowhere in ("TZ:Mars/Olympus", "TZ:America/Argentina", "TZ:../../etc/passwd", "TZ:+01:00"):
        assert (read(nowhere).zone, read(nowhere).kept) == ("", (nowhere,))


def test_controls_are_taken_out_everywhere_and_line_breaks_stay_in_notes() -> None:
    person = read(
        "NOTE:a\x00b\\nc\x1b[31m\x9b", "TITLE:x\x07\ty\u202e", "X-K:\x01z\x0b\ty", "TEL:\u202a1\u202c"
    )
    assert (person.note, person.role, person.kept) == ("ab\nc[31m", "x y", ("X-K:z y",))
    assert person.points[0].value == "1"
    coded = read("NOTE;ENCODING=QUOTED-PRINTABLE:a=00=0D=0Ab=0B")
    assert coded.note == "a\nb"


def test_a_line_that_is_no_entry_costs_only_itself() -> None:
    drafts = read_vcards(card("FN:Ana", "no colon here", "what is this: thing", "TITLE:Boss"))
    assert drafts.people[0].role == "Boss"
    assert [problem.line for problem in drafts.problems] == [4, 5]


def test_cards_with_nothing_between_them() -> None:
    data = b"BEGIN:VCARD\nFN:A\nEND:VCARDBEGIN:VCARD\nFN:B\nEND:VCARD"
    assert [(person.name, person.line) for person in read_vcards(data).people] == [("A", 1), ("B", 3)]


def test_a_file_over_a_limit_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KnownError, match="larger than 50 MB"):
        read_vcards(bytes(MOST_FILE_BYTES + 1))
    many = b"BEGIN:VCARD\nEND:VCARD\n" * vcard_lines.MOST_CARDS
    assert read_vcards(many).people == ()
    with pytest.raises(KnownError, match="more than 20,000 cards"):
        read_vcards(many + b"BEGIN:VCARD\n")
    monkeypatch.setattr(vcard_reading, "MOST_ENTRIES_OF_FILE", 3)
    with pytest.raises(KnownError, match="entries"):
        read_vcards(card("FN:A", "X-A:1", "X-B:1"))


def test_an_entry_or_a_card_over_a_limit_costs_only_itself() -> None:
    long_note = "NOTE:" + "x" * vcard_reading.MOST_LINE
    photo = "PHOTO;ENCODING=b:" + "A" * (2 * vcard_reading.MOST_LINE)
    long_photo = "PHOTO;ENCODING=b:" + "A" * vcard_reading.MOST_PHOTO_LINE
    entries = [f"X-{number}:1" for number in range(vcard_reading.MOST_ENTRIES)]
    drafts = read_vcards(
        card("FN:A", long_note, photo)
        + card("FN:B", long_photo)
        + card("FN:C", *entries)
        + card("FN:D", "\n" * vcard_reading.MOST_CARD_LINES)
        + card("FN:E", "X:" + "x" * vcard_reading.MOST_CARD_BYTES)
    )
    assert [person.name for person in drafts.people] == ["A", "B", "C"]
    assert (drafts.people[0].note, len(drafts.people[0].photo or b"")) == ("", 3 * 2**19)
    assert words_of(drafts) == [
        "This NOTE entry is longer than 1 MB, so it was left out.",
        "This PHOTO entry is longer than 5 MB, so it was left out.",
        "This card has more than 2,000 entries, so the rest was left out.",
        "This card is longer than 100,000 lines, so it was left out.",
        "This card is longer than 12 MB, so it was left out.",
    ]


def test_problems_past_the_thousandth_are_counted() -> None:
    drafts = read_vcards(card("FN:A", *(["junk"] * 1_500)))
    assert len(drafts.problems) == 1_001
    assert drafts.problems[-1].words == "There are 500 more such places in this file."


def test_progress_is_told_every_hundred_cards() -> None:
    shares: list[float] = []

    def note(share: float) -> bool:
        shares.append(share)
        return True

    read_vcards(card("FN:A") * 250, progress=note)
    assert len(shares) == 3
    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(0.4, abs=0.01)
    assert shares[-1] == 1.0


def test_answering_no_stops_the_reading() -> None:
    asked: list[float] = []

    def stop(share: float) -> bool:
        asked.append(share)
        return False

    with pytest.raises(Cancelled):
        read_vcards(card("FN:A") * 1_000, progress=stop)
    assert len(asked) == 1


def test_links_are_links() -> None:
    (point,) = read("IMPP;TYPE=home:xmpp:ana@x.example").points
    assert (point.kind, point.value, point.label) == (PointKind.LINK, "xmpp:ana@x.example", "xmpp")
