"""Text as hostile as it comes, and somebody about whom everything says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from planner.actions.commitments import promise
from planner.actions.connections import ConnectionForm, connect
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.initiatives import InitiativeForm, StandForm, add_to_initiative
from planner.actions.leave import Stretch, write_absences
from planner.actions.notes import add_note
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.trust import EvidenceForm, note_evidence
from planner.actions.understanding import LearnedForm, learn
from planner.domain.angles import Angle, Certainty, LearnedFrom
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By
from planner.domain.dimensions import Dimension
from planner.domain.stands import Stand
from planner.library import Library
from tests.conftest import NOW, TODAY

HOSTILE = {
    "markup": '<b>Ana</b> <img src="file:///etc/passwd"> <script>alert(1)</script> &amp; %s {0}',
    "link": "[Ana](https://example.com) <a href='https://example.com/x'>here</a>",
    "direction": "Ana \u202eFerreira\u202c \u2066Lima\u2069",
    "invisible": "A\u200bn\u2060a\ufeff\u00ad Ferreira",
    "steering": "Ana\x1b[31m\x07\x08 Ferreira\r\n\tLima",
    "nul": "Ana\x00 Ferreira\x00Lima",
    "formula": '=HYPERLINK("https://example.com/"&A1;"Ana")\n+1+1\n-2\n@SUM(A1)\t=1\r\n%0A',
    "format": "Ana;,:\\n\\N^n\"'\nBEGIN:VCARD\nEND:VCARD\nEND:VEVENT\nATTACH:file:///etc/passwd",
    "long": "Ana " + "Ferreira" * 12_500,
    "endless": "Ana " + "of the many words " * 5_500,
    "marks": "A" + "\u0301" * 300 + "na 😀‍👩‍👧 日本語 עברית",
}
"""By what is hostile about it."""


def fill(library: Library, text: str) -> int:
    """Somebody about whom everything says this; returns who."""
    form = PersonForm(
        name=text,
        role=text,
        organisation=text,
        city=text,
        likes_to_talk=text,
        as_a_person=text,
        notes=text,
        points=(Point(kind="email", value=text, label=text), Point(kind="phone", value=text, label=text)),
        tags=(text,),
    )
    person = add_person(library, form, today=TODAY - timedelta(days=90))
    _talks(library, person, text)
    _promises_and_plans(library, person, text)
    _what_is_around(library, person, text)
    add_note(library, person, text, on=TODAY, private=False)
    for angle in (Angle.SUCCESS, Angle.CARE):
        learned = LearnedForm(
            angle=angle, learned=text, on=TODAY, source=LearnedFrom.THEY_SAID, certainty=Certainty.SURE
        )
        learn(library, person, learned, today=TODAY)
    return person


def _talks(library: Library, person: int, text: str) -> None:
    talk = ConversationForm(
        people=(person,),
        day=TODAY - timedelta(days=60),
        channel=Channel.CALL,
        reached_out=ReachedOut.THEY,
        topic=text,
        notes=text,
        place=text,
    )
    log_conversation(library, talk, now=NOW)
    log_conversation(library, replace(talk, day=TODAY - timedelta(days=1)), now=NOW)


def _promises_and_plans(library: Library, person: int, text: str) -> None:
    for days, by in ((-3, By.YOU), (2, By.THEY)):
        due = TODAY + timedelta(days=days)
        promise(library, person, by, text, due, today=TODAY - timedelta(days=9), note=text)
    for day in (TODAY, TODAY + timedelta(days=30)):
        plan_conversation(library, PlanForm(people=(person,), day=day, purpose=text, place=text), today=TODAY)


def _what_is_around(library: Library, person: int, text: str) -> None:
    other = add_person(library, PersonForm(name=f"Other {text[:40]}"), today=TODAY)
    connect(library, person, ConnectionForm(other_id=other, kind="knows", note=text))
    initiative = InitiativeForm(name=f"{text[:200]} {person}", goal=text, next_what=text)
    stand = StandForm(person_id=person, now=Stand.NEUTRAL, hoped=Stand.SUPPORTIVE, reason=text)
    add_to_initiative(library, initiative, [stand], today=TODAY)
    away = Stretch(first_day=TODAY + timedelta(days=40), last_day=TODAY + timedelta(days=50), note=text)
    write_absences(library, person, [away])
    fact = EvidenceForm(dimension=Dimension.ABILITY, speaks_for=True, what=text, on=TODAY)
    note_evidence(library, person, fact, today=TODAY)
