"""What was understood of people, and trust as evidence."""

from __future__ import annotations

from planner.domain.whole.shape import (
    Is,
    Scope,
    Section,
    day,
    flag,
    identity,
    link,
    may_link,
    needed,
    number,
    real,
    text,
)

_PERSON = link("person", "people", "who")
_DAY = needed("on_day", "its day", Is.DAY)

SECTIONS: tuple[Section, ...] = (
    Section(
        "understandings",
        "understanding",
        "one thing learned about a person",
        (
            identity(),
            _PERSON,
            needed("angle", "under which angle"),
            needed("learned", "what was learned"),
            needed("learned_on", "when", Is.DAY),
            text("source", "they said, I saw, somebody told me"),
            text("certainty", "how certain it is"),
            flag("private", "marked private"),
            may_link("conversation", "conversations", "where it was learned"),
            text("question", "the question that it answers"),
        ),
    ),
    Section(
        "evidence",
        "evidence",
        "a dated fact for or against ability, benevolence or integrity",
        (
            identity(),
            _PERSON,
            needed("dimension", "ability, benevolence or integrity"),
            needed("speaks_for", "whether it speaks for it", Is.FLAG),
            real("weight", "how much it weighs", 1.0),
            text("source", "where it comes from", "own"),
            _DAY,
            needed("what", "the fact"),
            flag("private", "marked private"),
        ),
    ),
    Section(
        "own_views",
        "own_view",
        "your own rating of a relationship, with the fact behind it",
        (
            identity(),
            _PERSON,
            needed("kind", "power, interest, closeness, liking …"),
            needed("value", "the rating", Is.REAL),
            _DAY,
            text("fact", "the fact behind it"),
        ),
    ),
    Section(
        "reliances",
        "reliance",
        "how much you depend on somebody",
        (
            identity(),
            _PERSON,
            _DAY,
            real("importance", "0 to 1"),
            number("alternatives", "how many others could do it"),
            real("hours_per_week", "time together"),
            real("benefit_to_you", "0 to 1"),
            real("benefit_to_them", "0 to 1"),
            text("note", "a note"),
        ),
    ),
    Section(
        "favours",
        "favour",
        "something given or received",
        (
            identity(),
            _PERSON,
            needed("by", "who gave: you or they"),
            needed("kind", "answer, introduction, favour …"),
            text("what", "what it was"),
            _DAY,
        ),
    ),
    Section(
        "repairs",
        "repair",
        "a time of mending after a breach",
        (
            identity(),
            _PERSON,
            needed("begun_on", "when it began", Is.DAY),
            text("why", "after what"),
            day("ended_on", "when it ended"),
            may_link("commitment", "commitments", "the promise that was broken"),
        ),
    ),
    Section(
        "forecasts",
        "forecast",
        "a forecast that was made, to be held against what happened",
        (
            identity(),
            needed("made_on", "when", Is.DAY),
            _PERSON,
            needed("horizon_days", "over how many days", Is.NUMBER),
            needed("chance", "of a conversation, 0 to 1", Is.REAL),
            needed("model", "by which model"),
            flag("shown", "whether it was seen"),
            flag("suggested", "whether a plan was suggested from it"),
            flag("happened", "what came of it; null while it is open", None),
        ),
    ),
    Section(
        "questions",
        "question",
        "a question worth asking under an angle",
        (
            identity(),
            may_link("layer", "layers", "for which layer; null for everybody"),
            needed("angle", "the angle"),
            needed("words", "the question"),
            number("position", "its place", 0),
        ),
        scope=Scope.NEVER,
    ),
)
