"""What is known about a person, as text: trust with what speaks for and against it, and understanding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.cli.known_shapes import Known
from planner.cli.table import tell
from planner.domain import words
from planner.queries.reliance import Assessed
from planner.queries.trust import Trust
from planner.queries.trust_lines import Line
from planner.queries.understanding import AngleKnown, Understanding

_SIGN = {True: "+", False: "−", None: "·"}


def section(title: str, rows: Sequence[Sequence[str]]) -> None:
    """A titled table; nothing where there are no rows."""
    if rows:
        print(f"\n{title}")
        tell(rows, indent="  ")


def tell_known(known: Known) -> None:
    """Print trust, what is given, dependence, and understanding."""
    trust, understanding = known.trust, known.understanding
    stage = f": {trust.band.words}" if trust.band else ""
    section(f"Trust, as far as you can tell{stage}", list(_trust(trust)))
    section("Depends on", [_depends(each) for each in known.reliance[:1]])
    section(f"Understanding, {understanding.summary}", list(_understanding(understanding)))


def _trust(trust: Trust) -> Iterator[tuple[str, str, str]]:
    yield "", "", trust.width
    yield from ((_SIGN[line.speaks_for], line.when, _line(line)) for line in trust.lines)
    for direction in (trust.yours, trust.theirs):
        if direction.counted:
            yield "", "", f"{direction.sentence}: {direction.likely}."
    for each in trust.dimensions:
        if each.facts:
            yield "", "", f"{each.dimension.value.capitalize()}: {each.words}."
    if trust.give_and_take.facts:
        leaning = trust.give_and_take.leaning
        yield "", "", f"You gave {leaning.yours}, received {leaning.theirs}. {trust.give_and_take.words}"
    if trust.notice:
        yield "", "", trust.notice
    if trust.own:
        seen = f"You see it differently since {words.day_words(trust.own.on, trust.own.on)}"
        yield "", "", f"{seen}: {trust.own.fact}"


def _line(line: Line) -> str:
    return "private" if line.private else line.words


def _depends(found: Assessed) -> tuple[str, str]:
    parts = [
        f"{cause} {'not known yet' if part is None else f'{part:.2f}'}"
        for cause, part in found.criticality.parts.items()
    ]
    return found.criticality.label or "", ", ".join(parts)


def _understanding(understanding: Understanding) -> Iterator[tuple[str, str, str]]:
    yield from ((each.title, each.age, _newest(each)) for each in understanding.angles if each.facts)
    if understanding.asking:
        yield "Worth asking", "", understanding.asking.question


def _newest(known: AngleKnown) -> str:
    newest = known.facts[0]
    more = f" (and {len(known.facts) - 1} more)" if len(known.facts) > 1 else ""
    return f"{'private' if newest.private else newest.learned}{more}"
