"""The subcommands about promises, understanding and trust, and what may be typed after them."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from enum import StrEnum
from typing import TypeVar

from planner.cli import options
from planner.cli.grammar import Grammar, add_json
from planner.domain.angles import Angle, Certainty, LearnedFrom
from planner.domain.debrief import TrustMark
from planner.domain.dimensions import Dimension, Source
from planner.domain.names import fold
from planner.domain.reciprocity import FavourKind

_ONE = "a name or a unique part of it"
_WHICH = "words of the promise; none where only one is open"
_ANGLES = f"The angles are {', '.join(Angle)}; any word of one will do."

Choice = TypeVar("Choice", bound=StrEnum)


def add_promises(grammar: Grammar) -> None:
    """`promises`, `keep` and `settle`."""
    listed = grammar.add("promises", "list the promises of both sides, open ones by their day")
    listed.add_argument("--all", action="store_true", help="also those ended in the last twelve months")
    add_json(listed)
    keep = grammar.add("keep", "say that a promise was kept; whether in time is told from its day")
    _add_which(keep)
    _add_on(keep, "the day it was kept; today if not said")
    settle = grammar.add("settle", "say what else became of a promise")
    _add_which(settle)
    how = settle.add_mutually_exclusive_group(required=True)
    how.add_argument("--broken", action="store_true", help="it was not kept")
    how.add_argument("--released", action="store_true", help="it is no longer needed")
    how.add_argument(
        "--until", metavar="DATE", type=options.day, help="it was moved to this day, by agreement"
    )
    how.add_argument("--again", action="store_true", help="open the one that ended last again")


def add_understanding(grammar: Grammar) -> None:
    """`learn`, `note`, `debrief`, `fact`, `favour` and `objectivity`."""
    learn = grammar.add("learn", "write down what you learned about a person", _ANGLES)
    _add_person_and_text(learn, "what you learned")
    about = learn.add_mutually_exclusive_group(required=True)
    about.add_argument("--angle", metavar="ANGLE", type=angle, help="what it is about")
    about.add_argument("--asked", action="store_true", help="it answers the question worth asking")
    learn.add_argument(
        "--source",
        metavar="S",
        type=source,
        default=LearnedFrom.THEY_SAID,
        help="said (if not said), saw, told, guess",
    )
    learn.add_argument(
        "--certainty",
        metavar="C",
        type=certainty,
        default=Certainty.SURE,
        help="sure (if not said), likely, guess",
    )
    _add_on(learn, "the day; today if not said")
    _add_private(learn)
    note = grammar.add("note", "write a dated note about a person")
    _add_person_and_text(note, "the note")
    _add_on(note, "the day; today if not said")
    _add_private(note)
    debrief = grammar.add(
        "debrief", "say what the last conversation with a person did to trust, or list what waits", _ANGLES
    )
    debrief.add_argument("person", metavar="PERSON", nargs="*", type=options.text, help=_ONE)
    said = debrief.add_mutually_exclusive_group()
    said.add_argument("--trust", metavar="up|same|down", type=mark, help="what it did to trust")
    said.add_argument("--skip", action="store_true", help="say nothing, and be asked no more")
    debrief.add_argument("--learned", metavar="TEXT", type=options.text, default="", help="one line learned")
    debrief.add_argument("--angle", metavar="ANGLE", type=angle, help="what it is about")
    _add_fact(grammar)
    _add_favour(grammar)
    check = grammar.add("objectivity", "hold your ratings of people against their record of kept promises")
    add_json(check)


def _add_fact(grammar: Grammar) -> None:
    fact = grammar.add("fact", "write down a fact that speaks for or against trusting a person")
    _add_person_and_text(fact, "what happened")
    fact.add_argument(
        *("--about",),
        metavar="WHAT",
        type=dimension,
        required=True,
        help="ability, benevolence or integrity",
    )
    speaks = fact.add_mutually_exclusive_group(required=True)
    speaks.add_argument("--for", dest="speaks_for", action="store_true", help="it speaks for it")
    speaks.add_argument("--against", action="store_true", help="it speaks against it")
    fact.add_argument(
        *("--source",),
        metavar="S",
        type=fact_source,
        default=Source.OWN,
        help="own (if not given), document, second-hand or rumour",
    )
    _add_on(fact, "the day; today if not said")
    _add_private(fact)


def _add_favour(grammar: Grammar) -> None:
    favour = grammar.add("favour", "write down an answer, introduction or favour, given or received")
    _add_person_and_text(favour, "what it was")
    favour.add_argument("--by", metavar="me|them", type=options.by, required=True, help="who gave")
    favour.add_argument(
        *("--kind",),
        metavar="K",
        type=favour_kind,
        default=FavourKind.FAVOUR,
        help="answer, introduction or favour (if not given)",
    )
    _add_on(favour, "the day; today if not said")


def _add_which(parser: ArgumentParser) -> None:
    parser.add_argument("person", metavar="PERSON", type=options.text, help=_ONE)
    parser.add_argument("what", metavar="TEXT", nargs="*", type=options.text, help=_WHICH)


def _add_person_and_text(parser: ArgumentParser, words: str) -> None:
    parser.add_argument("person", metavar="PERSON", type=options.text, help=_ONE)
    parser.add_argument("text", metavar="TEXT", nargs="+", type=options.text, help=words)


def _add_on(parser: ArgumentParser, words: str) -> None:
    parser.add_argument("--on", metavar="DATE", type=options.day, help=words)


def _add_private(parser: ArgumentParser) -> None:
    parser.add_argument("--private", action="store_true", help="never print, export or show it unasked")


def angle(typed: str) -> Angle:
    """An angle by any word that only one of them has: 'fear', 'decide', 'how they see you'."""
    wanted = fold(options.text(typed))
    found = [each for each in Angle if wanted == each.value] or [
        each for each in Angle if wanted and wanted in each.value
    ]
    if len(found) != 1:
        raise ArgumentTypeError(f"“{typed}” is none of the angles; write a word of {', '.join(Angle)}")
    return found[0]


def source(typed: str) -> LearnedFrom:
    """'said', 'saw', 'told' or 'guess'."""
    return _one_of(LearnedFrom, typed, "said, saw, told or guess")


def certainty(typed: str) -> Certainty:
    """'sure', 'likely' or 'guess'."""
    return _one_of(Certainty, typed, "sure, likely or guess")


def mark(typed: str) -> TrustMark:
    """'up', 'same' or 'down'."""
    return _one_of(TrustMark, typed, "up, same or down")


def dimension(typed: str) -> Dimension:
    """'ability', 'benevolence' or 'integrity'."""
    return _one_of(Dimension, typed, "ability, benevolence or integrity")


def fact_source(typed: str) -> Source:
    """'own', 'document', 'second-hand' or 'rumour'."""
    return _one_of(Source, typed, "own, document, second-hand or rumour")


def favour_kind(typed: str) -> FavourKind:
    """'answer', 'introduction' or 'favour'."""
    return _one_of(FavourKind, typed, "answer, introduction or favour")


def _one_of(choices: type[Choice], typed: str, listed: str) -> Choice:
    wanted = fold(options.text(typed))
    found = [each for each in choices if wanted in (each.value.casefold(), *each.value.casefold().split())]
    if len(found) != 1:
        raise ArgumentTypeError(f"“{typed}” is none of these; write {listed}")
    return found[0]
