"""The brief on paper: one A4 page with its facts as text, whatever people wrote."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.domain.commitments import By
from planner.library import Library
from planner.queries.brief_private import private_things
from planner.queries.meeting_brief import meeting_brief
from planner.queries.people import person_called
from planner.ui.brief.fit import Listed, Section, fitted
from planner.ui.brief.page import pages
from planner.ui.brief.paper import pdf
from planner.ui.brief.pieces import paragraph
from planner.ui.brief.type import BODY, STRONG, Paragraph
from planner.ui.theme import Theme
from tests.conftest import NOW, TODAY
from tests.pdf_text import A4, Pdf

pytestmark = pytest.mark.usefixtures("dressed")


def printed(library: Library, *names: str, together: bool = True, added: tuple[str, ...] = ()) -> Pdf:
    people = [person_called(library, name).id for name in names]
    brief = meeting_brief(library, people, TODAY, added=added)
    return Pdf(pdf(pages(brief, together=together), "Meeting brief"))


def test_a_brief_is_one_a4_page_with_its_facts_as_text(sample: Library) -> None:
    found = printed(sample, "Beatrix")
    assert (found.pages, found.sizes) == (1, {A4})
    for fact in (
        "Beatrix Keller",
        "Wed 16 September 2026",
        "09:30 to 10:30, her office",
        "Limmathof 4, Zurich",
        "Beatrix wants a resilience story she can tell Alpenrhein in her own words.",
        "Promises between you",
        "One page on resilience, in plain words",
        "Luca Steiner",
        "Alpenrhein Capital",
        "What would make you lose sleep about 2027?",
        "You kept 8 of 9 promises to her.",
        "trust is growing",
        "I promised",
        "Beatrix promised",
        "For Helena Voss. Notes about a person: keep them with you.",
        "15 Sep 2026, page 1 of 1",
    ):
        assert fact in found.text, fact


def test_its_letters_are_in_the_file(sample: Library) -> None:
    fonts = printed(sample, "Beatrix").fonts()
    assert fonts and all(fonts.values())
    assert any("Inter" in name for name in fonts)


def test_private_words_are_on_paper_only_where_ticked(sample: Library) -> None:
    person = person_called(sample, "Beatrix").id
    first, second = private_things(sample, person)
    plain = printed(sample, "Beatrix").text
    assert first.words[:30] not in plain
    assert second.words[:30] not in plain
    ticked = printed(sample, "Beatrix", added=(first.key,)).text
    assert "Private, added by you" in ticked
    assert first.words[:30] in ticked
    assert second.words[:30] not in ticked


def test_a_meeting_is_one_page_too_and_seven_people_are_two(sample: Library) -> None:
    names = ("Beatrix", "Luca", "Samuel", "Edmund", "Ingrid", "Claire", "Tobias")
    four = printed(sample, *names[:4])
    assert (four.pages, four.sizes) == (1, {A4})
    for name in ("Beatrix Keller", "Luca Steiner", "Samuel Okafor", "Edmund Hartley"):
        assert name in four.text
    assert "They promised" in four.text
    assert printed(sample, *names[:6]).pages == 1
    assert printed(sample, *names).pages == 2
    assert printed(sample, *names[:3], together=False).pages == 3


def test_far_too_much_still_is_one_page_and_says_how_much_more(library: Library, dressed: Theme) -> None:
    ana = add_person(library, PersonForm(name="Ana " + "Ferreira-" * 40, role="Chief " * 90), today=TODAY)
    for number in range(30):
        due = TODAY + timedelta(days=number)
        promise(library, ana, By.YOU, f"Number {number} " + "of many words " * 40, due, today=TODAY)
    form = ConversationForm(people=(ana,), day=TODAY, topic="Budget", notes="x" * 100_000)
    log_conversation(library, form, now=NOW)
    found = Pdf(pdf(pages(meeting_brief(library, [ana], TODAY), together=True), "Brief"))
    assert (found.pages, found.sizes) == (1, {A4})
    assert "Number 0 of many words" in found.text
    assert "more" in found.text
    assert "page 1 of 1" in found.text


def test_sections_never_take_more_than_their_room(dressed: Theme) -> None:
    entries = tuple(paragraph("Many words, and then some more of them. " * 9) for _ in range(9))
    sections = [Section(f"Section {number}", (Listed(entries, 9),)) for number in range(6)]
    heights = [fitted(sections, 328, room).height for room in (0, 60, 130, 300, 700, 2000)]
    assert all(height <= room for height, room in zip(heights, (0, 60, 130, 300, 700, 2000), strict=True))
    assert heights == sorted(heights)
    assert heights[-1] > 1200


def test_the_room_that_is_left_gives_the_first_cut_entry_one_line_more(dressed: Theme) -> None:
    entries = tuple(paragraph("Many words, and then some more of them. " * 9) for _ in range(3))
    section = [Section("Lately", (Listed(entries, 3, 3),))]
    short = fitted(section, 328, 190)
    assert [piece.height for _, piece in short.sections[0].pieces] == [
        3 * BODY.line,
        3 * BODY.line,
        2 * BODY.line,
    ]
    less = fitted(section, 328, short.height - 1)
    assert [piece.height for _, piece in less.sections[0].pieces] == [
        3 * BODY.line,
        2 * BODY.line,
        2 * BODY.line,
    ]


def test_what_was_said_last_stands_whole_in_the_brief(sample: Library) -> None:
    assert "Asked for one page she could defend to Alpenrhein." in printed(sample, "Beatrix").text


def test_a_cut_text_ends_in_an_ellipsis_and_keeps_its_lead(dressed: Theme) -> None:
    text = Paragraph([("The June paper", STRONG), (", by Friday. " + "More words. " * 60, BODY)], 328, 2)
    assert text.height == 2 * BODY.line
    assert text.text.startswith("The June paper, by Friday.")
    assert text.text.endswith("…")
    endless = Paragraph([("Ana " + "x" * 50_000, BODY)], 328, 1)
    assert endless.text.startswith("Ana xxxx") or endless.text == "Ana…"
    assert Paragraph([("x" * 50_000, BODY)], 328, 1).text.startswith("xxxxxxxxxx")
    short = Paragraph([("A word 😀", BODY)], 328, 2)
    assert (short.height, short.text) == (BODY.line, "A word 😀")
