"""Tables that anybody may have made: any separator, any charset, any headings or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.domain.errors import KnownError
from planner.exchange.csv_table.columns import chosen
from planner.exchange.csv_table.meanings import Meaning
from planner.exchange.csv_table.reader import looks_like_table, people_of_sample, read_table
from planner.exchange.csv_table.table import Table, headings_key
from planner.exchange.drafts import Cancelled, Drafts, PersonDraft
from planner.exchange.problems import MOST_PROBLEMS

FREE = "Name,Firma,E-Mail,Telefon,Ort\nAna Ferreira,Contoso,ana@contoso.example,+351 910 000 000,Lisboa\n"


def read(text: str, charset: str = "utf-8") -> Drafts:
    return read_table(text.encode(charset))


def table(text: str) -> Table:
    found = read(text).table
    assert found is not None
    return found


def person(text: str) -> PersonDraft:
    people = read(text).people
    assert len(people) == 1
    return people[0]


def meanings(text: str) -> list[Meaning]:
    return [column.meaning for column in table(text).columns]


# Separators, quotes, line ends


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_and_any_line_end(separator: str, end: str) -> None:
    found = person(FREE.replace(",", separator).replace("\n", end))
    assert (found.name, found.organisation, found.city) == ("Ana Ferreira", "Contoso", "Lisboa")
    assert [point.value for point in found.points] == ["ana@contoso.example", "+351 910 000 000"]


def test_excel_declares_its_separator() -> None:
    text = "sep=;\r\nName;E-Mail\r\nAna, Contoso;ana@x.example\r\n"
    assert person(text).line == 3
    assert person(text).points[0].value == "ana@x.example"


def test_commas_in_quotes_do_not_part_and_quotes_may_span_lines() -> None:
    drafts = read(
        'Name,E-Mail,Notes\n"Ana, the first",ana@x.example,"one\ntwo ""three"""\nRui,r@x.example,\n'
    )
    assert [each.line for each in drafts.people] == [2, 4]
    assert drafts.people[0].note == 'one\ntwo "three"'


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    drafts = read('Name,E-Mail\n"Ana,ana@x.example\nRui,rui@x.example\nEva,eva@x.example\n')
    assert [each.name for each in drafts.people] == ["Ana", "Rui", "Eva"]
    assert [(each.line, each.words) for each in drafts.problems] == [
        (2, "A quotation mark in this row is never closed, so the row was read up to the end of its line.")
    ]


def test_a_quote_inside_a_cell_is_a_letter() -> None:
    assert person('Name,E-Mail\nAna "the boss" Ferreira,ana@x.example\n').name == 'Ana "the boss" Ferreira'


def test_ragged_rows_are_read_and_what_is_too_much_is_said() -> None:
    drafts = read("Name,E-Mail,City\nAna,ana@x.example\nRui,rui@x.example,Porto,more,\n\n,,\nEva\n")
    assert [(each.name, each.city) for each in drafts.people] == [("Ana", ""), ("Rui", "Porto"), ("Eva", "")]
    assert [each.line for each in drafts.problems] == [3]


def test_a_mark_and_nuls_are_passed_over() -> None:
    drafts = read_table(b"\xef\xbb\xbfName,E-Mail\nA\0na,a\0na@x.example\n")
    assert (drafts.people[0].name, drafts.people[0].points[0].value) == ("Ana", "ana@x.example")


def test_headings_that_come_again_are_no_person() -> None:
    drafts = read("Name,E-Mail\nAna,ana@x.example\nName,E-Mail\nRui,rui@x.example\n")
    assert [each.name for each in drafts.people] == ["Ana", "Rui"]


# Charsets


@pytest.mark.parametrize(
    ("charset", "names"),
    [
        ("utf-8", ("Zoë Größmann",)),
        ("utf-8-sig", ("Zoë Größmann",)),
        ("utf-16", ("Zoë Größmann",)),
        ("utf-16-le", ("Zoë Größmann",)),
        ("cp1252", ("Zoë Größmann",)),
        ("cp1252", ("Hélène Lefèvre",)),
        ("cp1252", ("Seán “Jack” O’Connor", "Müller – Söhne", "Zoë Nuñez")),
        ("mac_roman", ("Jürgen Größmann",)),
        ("cp850", ("Jürgen Größmann",)),
        ("cp850", ("Anna Müller", "Käthe Bär")),
        ("mac_roman", ("Anna Müller", "Käthe Bär", "MÜLLER")),
        ("cp1250", ("Łukasz Wiśniewski",)),
        ("cp1250", ("Jiří Dvořák", "Lukáš Nováček", "Žofie Šťastná")),
        ("cp1251", ("Анна Петрова",)),
        ("cp1253", ("Γιώργος Παπαδόπουλος", "Μαρία Νικολάου", "Ελένη Δημητρίου")),
        ("cp1254", ("Şükrü Yılmaz", "Ayşe Çelik", "Gökçe Işık")),
        ("cp932", ("山田 太郎", "佐藤 花子", "鈴木 一郎", "高橋 健一")),
        ("gb18030", ("王 小明", "李 红", "张 伟", "刘 洋", "陈 静")),
    ],
)
def test_the_charset_is_found_by_what_makes_sense(charset: str, names: tuple[str, ...]) -> None:
    text = "Name,E-Mail\n" + "".join(f"{name},x@x.example\n" for name in names)
    assert tuple(each.name for each in read(text, charset).people) == names


# Headings and contents


def test_without_headings_the_contents_tell() -> None:
    text = "Ana;Ferreira;ana@x.example;+351 910 000 000\nRui;Costa;rui@x.example;+351 911 000 000\n"
    assert meanings(text) == [Meaning.GIVEN, Meaning.FAMILY, Meaning.EMAIL, Meaning.PHONE]
    assert [each.name for each in read(text).people] == ["Ana Ferreira", "Rui Costa"]
    assert table(text).headings == ()
    assert table(text).heading(2) == "Column 3"


def test_what_stands_in_columns_without_a_name_is_kept() -> None:
    bare = "Ana;Ferreira;ana@x.example;1207\nRui;Costa;rui@x.example;\n"
    assert [each.kept for each in read(bare).people] == [("X-COLUMN-4:1207",), ()]
    headed = "Name,,E-mail,\nAna,blue,ana@x.example,\n"
    assert read(headed).people[0].kept == ("X-COLUMN-2:blue",)


def test_a_single_column_of_addresses_is_a_table() -> None:
    assert [each.named_by for each in read("ana@x.example\nrui@x.example\n").people] == ["EMAIL", "EMAIL"]


def test_headings_that_nobody_knows_are_headings_and_contents_tell() -> None:
    text = "Persoon,Bereikbaar via,Omzet\nJan de Vries,jan@x.example,12\nPiet Mol,piet@x.example,7\n"
    assert meanings(text) == [Meaning.NAME, Meaning.EMAIL, Meaning.KEPT]
    assert read(text).people[0].kept == ("X-OMZET:12",)


def test_a_column_of_dates_is_no_telephone() -> None:
    text = "Name,Last Activity,Direct\nAna,01/09/2026,01 23 45 67 89\nRui,2026-09-03 10:00,0171-1234567\n"
    assert meanings(text) == [Meaning.NAME, Meaning.KEPT, Meaning.PHONE]


def test_a_customer_is_an_organisation_beside_the_person_to_ask() -> None:
    assert meanings("Kunde;Ansprechpartner;Mail\nAcme;Ana;a@x.example\n")[:2] == [
        Meaning.ORGANISATION,
        Meaning.NAME,
    ]
    assert meanings("Customer,E-mail\nAna Ferreira,a@x.example\n")[0] is Meaning.NAME


def test_the_parts_of_a_mailing_address_are_one() -> None:
    text = "Name,Mailing Street,Mailing City,Mailing Zip/Postal Code\nAna,1 A St,Leeds,LS1\n"
    (point,) = read(text).people[0].points
    assert (point.label, point.value) == ("mailing", "1 A St, Leeds, LS1")


def test_name_beside_first_name_is_the_last_name_in_german_tables() -> None:
    assert meanings("Vorname;Name;E-Mail\nAna;Ferreira;ana@x.example\n")[:2] == [
        Meaning.GIVEN,
        Meaning.FAMILY,
    ]
    whole = "First name,Name,E-mail\nAna,Ana Ferreira,ana@x.example\n"
    assert meanings(whole)[:2] == [Meaning.GIVEN, Meaning.NAME]


def test_title_is_a_role_unless_another_column_says_the_role() -> None:
    assert meanings("Name,Title,E-mail\nAna,CFO,a@x.example\n")[1] is Meaning.ROLE
    assert meanings("Name,Title,E-mail,Position\nAna,Dr.,a@x.example,CFO\n")[1] is Meaning.PREFIX


def test_last_name_first_is_turned() -> None:
    people = read('Name,E-mail\n"Ferreira, Ana",a@x.example\n"Contoso, Inc.",c@x.example\n').people
    assert [each.name for each in people] == ["Ana Ferreira", "Contoso, Inc."]


def test_several_addresses_in_one_cell() -> None:
    found = person('Name,E-mail,Phone\nAna,"a@x.example; Ana <b@x.example>","+1 555 0100\n+1 555 0101"\n')
    assert [point.value for point in found.points] == [
        "a@x.example", "b@x.example", "+1 555 0100", "+1 555 0101",
    ]  # fmt: skip


def test_what_a_spreadsheet_spoiled_is_said() -> None:
    drafts = read("Name,E-mail,Phone\nAna,a@x.example,4.91701E+12\nRui,r@x.example,'+351910000000\n")
    assert drafts.problems[0].line == 2
    assert "4.91701E+12" in drafts.problems[0].words
    assert drafts.people[1].points[1].value == "+351910000000"


@pytest.mark.parametrize(
    ("headings", "written", "birthday"),
    [
        ("Name,Birthday", "4/12/1985", "1985-04-12"),
        ("Name,Birthday", "13/12/1985", "1985-12-13"),
        ("Name,Geburtstag", "4.12.1985", "1985-12-04"),
        ("Name,Geburtstag", "4/12/1985", "1985-12-04"),
        ("Name,Birthday", "1985-04-12", "1985-04-12"),
        ("Name,Birthday", "12 April 1985", "1985-04-12"),
        ("Name,Geburtstag", "12. März 1985", "1985-03-12"),
        ("Name,Birthday", "April 12", "--04-12"),
        ("Name,Birthday", "'--04-12", "--04-12"),
        ("Name,Birthday", "0/0/00", None),
    ],
)
def test_birthdays(headings: str, written: str, birthday: str | None) -> None:
    drafts = read(f"{headings}\nAna Ferreira,{written}\n")
    assert drafts.people[0].birthday == birthday
    assert drafts.problems == ()


def test_nonsense_is_no_birthday_and_is_kept_as_written() -> None:
    drafts = read("Name,Birthday\nAna Ferreira,31.02.1985\n")
    assert drafts.people[0].birthday is None
    assert drafts.people[0].kept == ("BDAY;VALUE=text:31.02.1985",)
    assert drafts.problems[0].line == 2


def test_text_that_is_no_table_is_refused() -> None:
    for text in ("Two eggs", "VERSION:3.0\n", "Dear Ana,\n\nhow are you, and Rui?\nYours\n"):
        assert not looks_like_table(text.encode())
        with pytest.raises(KnownError, match="not a table of people"):
            read(text)
    assert not looks_like_table(b"\x89PNG\r\n\x1a\n\0\0\0,a@b.example,")


def test_a_table_in_which_nobody_seems_to_be_named_can_still_be_mapped() -> None:
    text = "Wer,Wann\nAna 1,12.3.\nRui 2,13.3.\n"
    drafts = read(text)
    assert drafts.people == ()
    assert drafts.problems[0].words.startswith("No column of this table seems to name people")
    kept = {headings_key(("Wer", "Wann")): {"wer": ["NAME"], "wann": ["BIRTHDAY"]}}
    mapped = read_table(text.encode(), remembered_columns=kept).people
    assert [(each.name, each.birthday) for each in mapped] == [("Ana 1", "--03-12"), ("Rui 2", "--03-13")]


# Choosing columns


def test_a_chosen_column_shows_at_once() -> None:
    found = table(FREE)
    columns = list(found.columns)
    columns[1] = chosen("Firma", Meaning.NOTHING, columns[1])
    columns[4] = chosen("Ort", Meaning.TAGS, columns[4])
    (first,) = people_of_sample(found, columns, 5)
    assert (first.organisation, first.city, first.tags) == ("", "", ("Lisboa",))


def test_what_was_chosen_is_remembered_by_the_set_of_headings() -> None:
    found = table(FREE)
    columns = list(found.columns)
    columns[1] = chosen("Firma", Meaning.DEPARTMENT, columns[1])
    kept = {headings_key(found.headings): found.under(columns).choices()}
    turned = "Ort,E-Mail,Firma,Telefon,Name\nLisboa,ana@contoso.example,Contoso,1234567,Ana\n"
    drafts = read_table(turned.encode(), remembered_columns=kept)
    assert drafts.people[0].department == "Contoso"
    assert drafts.table is not None and not drafts.table.asks
    other = read_table(b"Name,Firma,E-Mail\nAna,Contoso,a@x.example\n", remembered_columns=kept)
    assert other.table is not None and other.table.asks
    assert other.people[0].organisation == "Contoso"


# Limits


def test_limits_are_said() -> None:
    with pytest.raises(KnownError, match="larger than 50 MB"):
        read_table(bytes(50 * 1024 * 1024 + 1))
    with pytest.raises(KnownError, match=r"more than 20,000 rows"):
        read("Name,E-mail\n" + "Ana,a@x.example\n" * 20_100)
    drafts = read("Name,E-mail\nAna,a@x.example\nRui," + "x" * 1_100_000 + "\nEva,e@x.example\n")
    assert [each.name for each in drafts.people] == ["Ana", "Eva"]
    assert drafts.problems[0].words == "This row is longer than 1 MB, so it was left out."
    wide = read("Name,E-mail\nAna,a@x.example" + "," * 2_000 + "\n")
    assert "more than 1,000 cells" in wide.problems[0].words


def test_problems_are_counted_past_the_thousandth() -> None:
    drafts = read("Name,E-mail,City\n" + ",,Porto\n" * 1_200)
    assert len(drafts.problems) == MOST_PROBLEMS + 1
    assert "200 more" in drafts.problems[-1].words


def test_progress_is_told_and_can_stop() -> None:
    told: list[float] = []
    rows = ("Name,E-mail\n" + "Ana,a@x.example\n" * 1_000).encode()
    read_table(rows, progress=lambda share: told.append(share) is None)
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 3
    with pytest.raises(Cancelled):
        read_table(rows, progress=lambda share: False)


def test_a_preamble_and_headings_far_down() -> None:
    text = "Members of the club\nas of 2026\n\n" + "Name,E-mail,City\nAna,a@x.example,Lisboa\n"
    assert (person(text).line, person(text).city) == (5, "Lisboa")


def test_unread_columns_are_kept_for_the_export() -> None:
    found = person("Name,E-mail,Shoe size,Twitter,Empty\nAna,a@x.example,39,@ana,\n")
    assert found.kept == ("X-SHOE-SIZE:39", "X-TWITTER:@ana")
    assert replace(found, kept=()).note == ""
