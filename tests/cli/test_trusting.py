"""The commands about promises, understanding and trust."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.conftest import Terminal

Add = Callable[..., None]


@pytest.fixture
def typed(terminal: Terminal, add: Add) -> Terminal:
    """A library with two people and three promises."""
    add("Ana Ferreira", "Luca Moretti", pronouns="she/her")
    terminal("promise", "Ana", "--by", "me", "the cost figures", "--due", "friday")
    terminal("promise", "Ana", "--by", "them", "the forecast", "--due", "16 Sep")
    terminal("promise", "Luca", "--by", "me", "a name")
    return terminal


def test_promises_are_listed_by_their_day(typed: Terminal) -> None:
    answer = typed.json("promises")
    assert [(each["person"], each["what"], each["when"]) for each in answer] == [
        ("Ana Ferreira", "the forecast", "in the coming week"),
        ("Ana Ferreira", "the cost figures", "in the coming week"),
        ("Luca Moretti", "a name", "no day given"),
    ]
    lines = typed("promises").splitlines()
    assert "Ana Ferreira to you" in lines[0] and "You to Ana Ferreira" in lines[1]
    typed("keep", "Luca")
    assert len(typed.json("promises")) == 2
    assert typed.json("promises", "--all")[-1]["outcome"] == "kept"
    assert "overdue" in typed("promises", "--today", "2026-09-20")


def test_a_promise_has_a_size(typed: Terminal) -> None:
    typed("promise", "Luca", "--by", "me", "the whole plan", "--size", "large", "--due", "tomorrow")
    sizes = {each["what"]: each["size"] for each in typed.json("promises")}
    assert (sizes["the whole plan"], sizes["a name"]) == ("large", "normal")
    assert typed("promise", "Luca", "--by", "me", "x", "--size", "huge", code=2) == ""


def test_no_promise_is_said(terminal: Terminal, add: Add) -> None:
    add("Ana Ferreira")
    assert terminal("promises") == "No promise is open, on either side.\n"
    assert "No promise between you and Ana Ferreira is open" in terminal.refuses("keep", "Ana")


def test_a_promise_is_kept_by_its_words_and_late_after_its_day(typed: Terminal) -> None:
    assert "Several promises could be meant" in typed.refuses("keep", "Ana")
    assert "with “xyz” in it" in typed.refuses("keep", "Ana", "xyz")
    said = typed("keep", "Ana", "cost", "--today", "2026-09-20")
    assert said == "Noted that your promise to Ana Ferreira “the cost figures” was kept late.\n"
    assert typed("keep", "Ana", "--on", "yesterday").endswith("“the forecast” was kept.\n")
    ends = {each["what"]: each["outcome"] for each in typed.json("show", "ana")["commitments"]}
    assert ends == {"the cost figures": "kept late", "the forecast": "kept"}


def test_a_promise_is_moved_broken_released_and_opened_again(typed: Terminal) -> None:
    assert typed("settle", "Ana", "cost", "--until", "30 Sep").endswith("was moved to Wed 30 Sep.\n")
    moved = next(each for each in typed.json("promises") if each["what"] == "the cost figures")
    assert (moved["due_on"], moved["moved_from"]) == ("2026-09-30", "2026-09-18")
    assert "was not kept" in typed("settle", "Luca", "--broken")
    assert "is open again" in typed("settle", "Luca", "--again")
    assert "is no longer needed" in typed("settle", "Luca", "--released")
    assert typed("settle", "Luca", code=2) == ""


def test_what_is_learned_fills_its_angle(typed: Terminal) -> None:
    said = typed("learn", "Ana", "--angle", "fear", "A flat budget", "--source", "saw", "--on", "monday")
    assert said == "Noted about Ana Ferreira, what she fears. 1 of 8 angles fresh.\n"
    known = typed.json("show", "ana")
    fact = next(each for each in known["understanding"] if each["angle"] == "what they fear")["facts"][0]
    assert (fact["learned"], fact["source"], fact["day"]) == ("A flat budget", "I saw", "2026-09-14")
    asked = known["worth_asking"]["question"]
    typed("learn", "Ana", "--asked", "--private", "Choir", "--certainty", "likely")
    answer = typed.json("show", "ana")
    private = next(each for each in answer["understanding"] if each["angle"] == "what they care about")[
        "facts"
    ]
    assert (private[0]["learned"], private[0]["question"], private[0]["private"]) == (None, None, True)
    assert answer["worth_asking"]["question"] != asked
    written = typed("show", "ana")
    assert "A flat budget" in written and "Choir" not in written and "Worth asking" in written


def test_a_guess_counts_for_nothing(typed: Terminal) -> None:
    assert "0 of 8" in typed("learn", "Ana", "--angle", "decide", "Quickly", "--source", "guess")


def test_notes_are_shown_but_not_private_ones(typed: Terminal) -> None:
    typed("note", "Ana", "Met", "in", "Basel")
    typed("note", "Ana", "needle", "--private", "--on", "1 Sep")
    written = typed("show", "ana")
    assert "Met in Basel" in written and "needle" not in written
    assert [each["words"] for each in typed.json("show", "ana")["dated_notes"]] == ["Met in Basel", None]


def test_a_debrief_is_given_skipped_and_waits(typed: Terminal) -> None:
    assert typed("debrief") == "No conversation waits for a debrief.\n"
    typed("log", "Ana", "Luca", "--topic", "The budget", "--on", "yesterday")
    typed("log", "Luca", "--on", "12 Sep")
    waiting = typed("debrief").splitlines()
    assert "Ana, Luca" in waiting[0] and "The budget" in waiting[0] and "Luca Moretti" in waiting[1]
    said = typed("debrief", "Ana", "--trust", "up", "--learned", "From the cash line", "--angle", "decide")
    assert said == "Kept the debrief with Ana Ferreira of Mon 14 Sep.\n"
    known = typed.json("show", "ana")
    assert known["debriefs"] == [{"day": "2026-09-14", "trust": "up", "topic": "The budget"}]
    assert known["angles_fresh"] == 1
    assert typed("debrief", "Luca", "--skip").endswith("of Sat 12 Sep.\n")
    assert "waits for a debrief" in typed.refuses("debrief", "Luca", "--trust", "same")
    assert "--trust up" in typed.refuses("debrief", "Luca")
    assert "--angle" in typed.refuses("debrief", "Luca", "--learned", "x")


def test_a_fact_stands_under_what_it_speaks_of(typed: Terminal) -> None:
    said = typed("fact", "Ana", "--about", "ability", "--for", "Found the error", "--on", "1 Sep")
    assert said == "Noted for Ana Ferreira's ability: too little to tell yet.\n"
    against = typed("fact", "Ana", "--about", "integrity", "--against", "needle", "--private")
    assert against.startswith("Noted against Ana Ferreira's integrity")
    typed("fact", "Ana", "--about", "ability", "--against", "They say so", "--source", "rumour")
    assert "leans positive, thin" in typed("fact", "Ana", "--about", "ability", "--for", "Again")
    known = {each["dimension"]: each for each in typed.json("show", "ana")["trusted_for"]}
    assert [each["what"] for each in known["ability"]["facts"]] == ["Again", "They say so", "Found the error"]
    assert known["ability"]["words"] == "leans positive, thin"
    assert known["integrity"]["facts"][0]["what"] is None
    assert "needle" not in typed("show", "ana") + typed("show", "ana", "--json")


def test_what_was_given_is_counted_with_its_facts(typed: Terminal) -> None:
    said = typed("favour", "Ana", "--by", "me", "--kind", "introduction", "Luca", "Moretti")
    assert said == "Noted. Between you and Ana Ferreira in twelve months: 1 given, 0 received.\n"
    assert "1 given, 1 received" in typed("favour", "Ana", "--by", "them", "--on", "1 Aug", "a lift")
    given = typed.json("show", "ana")["give_and_take"]
    assert [(each["by"], each["kind"], each["what"]) for each in given["facts"]] == [
        ("you", "introduction", "Luca Moretti"),
        ("they", "favour", "a lift"),
    ]
    assert given["leaning"] == "too few to tell"


def test_objectivity_says_what_it_found_and_what_that_is_worth(
    sample_terminal: Terminal, terminal: Terminal
) -> None:
    answer = sample_terminal.json("objectivity")
    assert answer["finding"].startswith("You rate people you are close to")
    assert len(answer["largest"]) == 3 and answer["chance"] < 0.05
    written = sample_terminal("objectivity")
    assert answer["power"] in written and answer["underrated"][0]["person"] in written


def test_objectivity_of_nobody_says_what_it_needs(typed: Terminal) -> None:
    assert "Needs 10 people" in typed("objectivity")
    assert typed.json("objectivity")["difference"] is None


def test_show_tells_trust_with_its_facts_and_no_score(sample_terminal: Terminal) -> None:
    written = sample_terminal("show", "Beatrix")
    assert "Trust, as far as you can tell: growing to deep" in written
    assert "You kept 8 of 9 promises to her: likely" in written
    assert "Understanding, 6 of 8 angles fresh" in written
    assert "What would make you lose sleep about 2027?" in written
    assert "You gave 9, received 7." in written
    answer = sample_terminal.json("show", "Beatrix")
    assert answer["trust"]["stage"] == "growing to deep"
    assert not {"score", "low", "high", "value"} & set(answer["trust"])
    yours = answer["promises_kept"][0]
    assert (yours["kept"], yours["counted"], len(yours["facts"])) == (8, 9, 9)
    assert answer["give_and_take"]["leaning"] == "balanced"


def test_unknown_stays_unknown(terminal: Terminal, add: Add) -> None:
    add("Ana Ferreira")
    answer = terminal.json("show", "ana")
    assert (answer["trust"]["stage"], answer["depends_on"], answer["views"]) == (None, None, [])
    assert {each["low"] for each in (*answer["promises_kept"], *answer["trusted_for"])} == {None}
    assert {each["age_days"] for each in answer["understanding"]} == {None}
    assert "Not known yet" in terminal("show", "ana")


@pytest.mark.parametrize(
    "typed_words",
    [
        ["learn", "Ana", "words"],
        ["learn", "Ana", "--angle", "nonsense", "words"],
        ["learn", "Ana", "--angle", "what", "words"],
        ["learn", "Ana", "--asked", "words", "--source", "nobody"],
        ["settle", "Ana", "--broken", "--released"],
        ["debrief", "Ana", "--trust", "sideways"],
        ["keep"],
        ["fact", "Ana", "--about", "charm", "--for", "x"],
        ["fact", "Ana", "--about", "ability", "x"],
        ["favour", "Ana", "x"],
        ["favour", "Ana", "--by", "me"],
    ],
)
def test_what_is_not_understood_is_refused(terminal: Terminal, typed_words: list[str]) -> None:
    assert terminal(*typed_words, code=2) == ""
