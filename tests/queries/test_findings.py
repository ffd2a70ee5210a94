"""The sentences over the charts: every figure in them is true of the answer they speak of."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest

from planner.actions.attention import intend
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.actions.time_aside import change_time_aside
from planner.domain.channels import ReachedOut
from planner.library import Library
from planner.queries.cadence.against_rhythm import against_rhythm
from planner.queries.cadence.attention import attention, capacity
from planner.queries.cadence.everybody import everybody
from planner.queries.cadence.findings import (
    TOO_LITTLE,
    against_rhythm_finding,
    attention_finding,
    capacity_finding,
    heat_finding,
    kept_finding,
    quiet_finding,
    reached_out_finding,
)
from planner.queries.cadence.going_quiet import going_quiet
from planner.queries.cadence.heat import heat_map
from planner.queries.cadence.kept import intervals_kept
from planner.queries.cadence.reached_out import who_reached_out
from planner.queries.people import layers


class Story:
    """A small library told in days ago."""

    def __init__(self, library: Library, now: datetime) -> None:
        self.library, self.now, self.today = library, now, now.date()

    def person(self, name: str, *ago: int, rhythm: int = 14, hue: str = "", **more: object) -> int:
        layer = next((each.id for each in layers(self.library) if each.hue == hue), None)
        form = PersonForm(name=name, rhythm_days=rhythm, layer_id=layer)
        who = add_person(self.library, form, today=self.today)
        for days in ago:
            talk = ConversationForm(people=(who,), day=self.today - timedelta(days=days), **more)  # type: ignore[arg-type]
            log_conversation(self.library, talk, now=self.now)
        return who

    def findings(self) -> dict[str, str]:
        known = everybody(self.library, self.today)
        return {
            "heat": heat_finding(heat_map(self.library, known)),
            "kept": kept_finding(intervals_kept(self.library, known)),
            "against": against_rhythm_finding(against_rhythm(known)),
            "attention": attention_finding(attention(self.library, self.today)),
            "quiet": quiet_finding(going_quiet(self.library, known)),
            "reached": reached_out_finding(who_reached_out(self.library, self.today)),
        }


@pytest.fixture
def story(library: Library, now: datetime) -> Story:
    return Story(library, now)


def test_an_empty_library_says_so(story: Story) -> None:
    assert story.findings() == {
        "heat": TOO_LITTLE,
        "kept": TOO_LITTLE,
        "against": TOO_LITTLE,
        "attention": "No time with anybody is written down for this quarter",
        "quiet": "Nobody is likely to go quiet by 15 October",
        "reached": TOO_LITTLE,
    }


def test_all_is_well(story: Story) -> None:
    for name in ("Ana", "Ben"):
        story.person(name, *range(3, 400, 10), hue="team", minutes=30)
    intend(story.library, {each.id: 1.0 if each.hue == "team" else 0.0 for each in layers(story.library)})
    found = story.findings()
    assert found["heat"] == "Nobody here has been quiet for longer than their rhythm"
    assert found["kept"] == "100 percent of the rhythms were kept, much as before"
    assert found["against"] == "Everybody is within their rhythm"
    assert found["attention"] == "Your time is spread much as you meant it"
    assert found["quiet"].startswith("Nobody")


def test_who_has_gone_longest(story: Story) -> None:
    story.person("Luca Steiner", 70, 90)
    story.person("Ana Ferreira", 64, 90)
    story.person("Ben Ode", 3)
    assert story.findings()["heat"] == "Luca and Ana have gone two months without a conversation"
    story.person("Cem Kaya", 40)
    story.person("Dia Rao", 38)
    story.person("Eve Low", 20)
    found = story.findings()
    assert found["heat"] == "Luca, Ana, Cem and Dia have gone five weeks without a conversation"
    assert found["against"] == "Five people are past their rhythm, four of them by twice or more"


def test_past_but_not_by_twice(story: Story) -> None:
    story.person("Ana", 20)
    found = story.findings()
    assert found["heat"] == "Ana has gone two weeks without a conversation"
    assert found["against"] == "One person is past their rhythm, but none by twice or more"


def test_layers_that_slipped_and_rose(story: Story) -> None:
    for number in range(3):
        story.person(f"C{number}", *range(150, 500, 10), hue="customers", rhythm=12)
        story.person(f"T{number}", *range(1, 150, 9), *range(160, 500, 40), hue="team", rhythm=12)
    said = story.findings()["kept"]
    found = re.fullmatch(
        r"Customers slipped from 100 to 0 percent since (\w+); Team rose from (\d+) to 100",
        said,
    )
    assert found is not None and int(found[2]) < 50, said


def test_layers_with_too_little_are_told_of_together(story: Story) -> None:
    for number, hue in enumerate(("customers", "team", "peers")):
        story.person(f"P{number}", *range(60, 91, 10), hue=hue, rhythm=20)
    kept = intervals_kept(story.library, everybody(story.library, story.today))
    assert [line.layer.name for line in kept.shown] == ["All together"]
    now = kept.everybody[-1].share
    assert now is not None and now < 0.5
    said = f"{round(100 * now)} percent of the rhythms were kept, much as before"
    assert story.findings()["kept"] == said


def test_a_part_of_your_time_is_held_against_nothing(story: Story) -> None:
    story.person("Ana", 10, hue="team", minutes=90)
    story.person("Ben", 10, hue="peers", minutes=10)
    found = attention(story.library, story.today).without_intentions()
    assert attention_finding(found, narrowed=True) == "Most of this time goes to Own team: 90 percent"
    assert {each.layer.intended_share for each in found.layers} == {None}


def test_what_takes_your_time(story: Story) -> None:
    story.person("Ana", 10, hue="team", minutes=90)
    story.person("Ben", 10, hue="peers", minutes=10)
    assert story.findings()["attention"] == (
        "90 percent of your time goes to Own team; you meant it to be 30"
    )
    intend(story.library, {each.id: 0.8 if each.hue == "peers" else 0.04 for each in layers(story.library)})
    assert story.findings()["attention"] in (
        "90 percent of your time goes to Own team; you meant it to be 4",
        "Only 10 percent of your time goes to Business peers; you meant it to be 80",
    )
    intend(story.library, {each.id: None for each in layers(story.library)})
    assert story.findings()["attention"] == "Most of your time goes to Own team: 90 percent"


def test_whether_all_rhythms_fit(story: Story) -> None:
    for number in range(4):
        story.person(f"T{number}", 3, hue="team", minutes=60, rhythm=7)
    known = everybody(story.library, story.today)

    def said(*minutes: int) -> str:
        change_time_aside(story.library, minutes, "", today=story.today)
        return capacity_finding(capacity(story.library, known))

    assert said(120, 120, 0, 0, 0, 0, 0) == "Your rhythms ask for 4 h a week; 4 h are set aside."
    assert said(60, 60, 0, 0, 0, 0, 0) == (
        "Your rhythms ask for 4 h a week; 2 h are set aside. "
        "It fits if Own team is every 14 days instead of 7."
    )
    assert said(0, 0, 0, 0, 0, 0, 0) == "Your rhythms ask for 4 h a week; no time is set aside yet."


def test_how_many_may_go_quiet(story: Story) -> None:
    story.person("Ana", 20, 120, 200)
    assert story.findings()["quiet"] == "One person may go quiet by 15 October unless you plan something"
    for name in ("Ben", "Cem"):
        story.person(name, 21, 130, 210)
    assert story.findings()["quiet"].startswith("Three people may go quiet by 15 October")


def test_who_reaches_out(story: Story) -> None:
    story.person("Tomás Herrera", *range(5, 40, 5), reached_out=ReachedOut.YOU)
    assert story.findings()["reached"] == "You reach out to Tomás, more than the other way round"
    story.person("Aisha Rahmani", *range(5, 30, 5), reached_out=ReachedOut.THEY)
    assert story.findings()["reached"] == "You reach out to Tomás; Aisha reaches out to you"


def test_who_reaches_out_equally(story: Story) -> None:
    story.person("Ana", 5, 9, reached_out=ReachedOut.YOU)
    story.person("Ben", 6, reached_out=ReachedOut.THEY)
    assert story.findings()["reached"] == "You reached out 2 times, they 1"


def test_the_sample_has_a_sentence_for_each(sample: Library, now: datetime) -> None:
    found = Story(sample, now).findings()
    assert all(each and each != TOO_LITTLE for each in found.values()), found
    assert date(2026, 10, 15).strftime("%B") in found["quiet"]
