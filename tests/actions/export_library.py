"""A small library with something of everything in it, some of it private, and short ways to export it."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from planner.actions.commitments import By, promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.exports.export import export
from planner.actions.exports.wanted import Exported, Format, Wanted
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.channels import Channel
from planner.library import Library
from planner.library.tables import (
    Connection,
    Evidence,
    Initiative,
    Note,
    OwnView,
    Stand,
    Understanding,
    Unfinished,
)
from tests.conftest import NOW, TODAY

SECRET = "a secret nobody else may read"


def filled(library: Library) -> tuple[int, int]:
    """Ana on the board and Luca in the team, with all that may hang on them; returns their ids."""
    layers = dict(library.rows("SELECT short_name, id FROM layer"))
    ana = add_person(
        library,
        PersonForm(
            name="Ana Ferreira",
            role="Chair",
            organisation="Norvane",
            layer_id=layers["Board"],
            city="Lisbon",
            zone="Europe/Lisbon",
            birthday="1974-03-02",
            notes="Likes boats",
            points=(Point(kind="email", value="ana@norvane.example", label="work"),),
            tags=("chess",),
        ),
        today=TODAY,
    )
    luca = add_person(
        library, PersonForm(name="Luca Rossi", layer_id=layers["Team"], city="Milan"), today=TODAY
    )
    _talk(library, (ana, luca), "The budget")
    private = _talk(library, (ana,), SECRET, private=True, notes=SECRET, place=SECRET)
    plan_conversation(
        library,
        PlanForm(
            people=(ana,), day=date(2026, 9, 17), starts=time(12, 30), channel=Channel.CALL, purpose="Lunch"
        ),
        today=TODAY,
    )
    plan_conversation(library, PlanForm(people=(luca,), day=date(2026, 9, 18)), today=TODAY)
    promise(library, ana, By.YOU, "the figures", date(2026, 9, 20), today=TODAY)
    with library.change("Fill the rest"):
        initiative = Initiative.create(name="One Booking", folded="one booking", created_on=TODAY)
        Stand.create(initiative=initiative, person=ana, now="neutral", hoped="leading")
        Connection.create(person=ana, other=luca, kind="trusts", directed=True)
        OwnView.create(person=ana, kind="closeness", value=0.5, on_day=TODAY, fact="Talked")
        for private_row, words in ((False, "open"), (True, SECRET)):
            Note.create(person=ana, on_day=TODAY, words=words, private=private_row)
            Evidence.create(
                person=ana,
                dimension="ability",
                speaks_for=True,
                on_day=TODAY,
                what=words,
                private=private_row,
            )
            Understanding.create(
                person=ana,
                angle="care",
                learned=words,
                learned_on=TODAY,
                private=private_row,
                conversation=private,
            )
        Unfinished.create(place="log", words=SECRET, at=NOW)
    return ana, luca


def _talk(library: Library, people: tuple[int, ...], topic: str, **rest: Any) -> int:
    form = ConversationForm(people=people, day=date(2026, 9, 1), starts=time(9, 30), topic=topic, **rest)
    return log_conversation(library, form, now=NOW)


def exported(library: Library, to: Path, form: Format, **wanted: Any) -> Exported:
    """The library exported on the tests' day."""
    return export(library, to, Wanted(format=form, **wanted), now=NOW)


def day_after(moment: datetime) -> datetime:
    """The same time a day later."""
    return moment.replace(day=moment.day + 1)
