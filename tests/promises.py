"""Which promise is tried by which tests: read from their docstrings, which name it as in “P1: …”.

`python -m tests.promises` writes the page that `rapport help safety` shows. What came of the newest long run
stands in it: `KEEP_FIGURES=1 pytest -m long` keeps that of each promise whose long tests ran all.
"""

from __future__ import annotations

import ast
import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "tests" / "data" / "long_run.json"
PAGE = ROOT / "resources" / "help" / "safety.txt"
PROMISES = (
    "Rapport does not die by itself.",
    "What you saw saved is saved, even if Rapport is killed just then; what you were typing is kept.",
    "What you saw saved is saved when the power fails.",
    "A full disk harms nothing and is explained.",
    "An error of the disk leaves the old state or the new one, never half of both.",
    "Damage to a file is noticed and never shown as data; what can be read is salvaged.",
    "A library has one writer; a second start raises the first window.",
    "A library that was moved, removed or replaced while it is open is noticed before anything is written.",
    "A restored backup is really there, and restoring can be undone.",
    "A backup counts once it was opened and checked; old ones are thinned as said.",
    "An update loses nothing: a backup first, and each step whole or not at all.",
    "Everything can be undone and done again, also after a restart.",
    "Without your passphrase nothing can be read.",
    "Locked means locked: what you wrote is no longer in memory.",
    "Erased means erased: from the library, its history, its search and its backups.",
    "Offline, always: no connection is ever opened.",
    "Your data leaves with you: exported and imported again, it is the same to the byte.",
    "Broken and hostile files and words are refused, or shown as they are, and soon.",
    "Whatever is done by dragging can be done by menu and by keys, and everything has a name to be read out.",
    "What Rapport writes is for your eyes only.",
    "What Rapport says of itself carries no people.",
    "While names are hidden, nothing that leaves says who anybody is.",
)
"""By their number."""


class Trial(NamedTuple):
    """A test that tries promises: how often at once (0: not said), and whether only in the long run."""

    file: str
    name: str
    promises: frozenset[int]
    times: int
    long: bool


@cache
def all_trials() -> tuple[Trial, ...]:
    """Every test that tries a promise, by file and name."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return tuple(test for file in files for test in _tests_in(file))


def trying(promise: int) -> list[Trial]:
    """The tests that try a promise."""
    return [each for each in all_trials() if promise in each.promises]


def page() -> str:
    """The page about all promises."""
    head = (
        "What Rapport promises, and how each promise is tried. Each has tests that fail where what\n"
        "protects it is taken out; all run at every change of Rapport, and longer before a release:\n"
        "“pytest -m long tests” prints the figures of the long run.\n"
    )
    return "\n".join([head, *(_entry(number) for number in range(len(PROMISES)))])


class Ran(Protocol):
    """What pytest says of a test that ran."""

    nodeid: str
    outcome: str
    duration: float


def figures(ran: Iterable[Ran]) -> list[str]:
    """What came of the promises in a run of tests: how many tests passed, how often they tried, how long."""
    of = _by_promise(ran)
    return [_figure(promise, of[promise]) for promise in sorted(of)]


def keep(ran: Iterable[Ran], day: str) -> None:
    """Keep what came of a long run on a day, for every promise of which all long tests were in it."""
    kept = kept_results()
    for promise, found in _by_promise(ran).items():
        whole = {(each.file, each.name) for each in trying(promise) if each.long}
        if whole and whole == {(test.file, test.name) for _, test in found if test.long}:
            kept[f"P{promise}"] = [day, *_counted(found)]
    ordered = dict(sorted(kept.items(), key=lambda item: int(item[0][1:])))
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(result)}" for name, result in ordered.items())
    RESULTS.write_text(f"{{\n{lines}\n}}\n", "utf-8")


def kept_results() -> dict[str, list[Any]]:
    """Of each promise the day of its newest long run, how many tests passed, of how many; tries, seconds."""
    found: dict[str, list[Any]] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    return found


def _by_promise(ran: Iterable[Ran]) -> dict[int, list[tuple[Ran, Trial]]]:
    known = {(each.file, each.name): each for each in all_trials()}
    of: dict[int, list[tuple[Ran, Trial]]] = {}
    for each in ran:
        file, name = each.nodeid.split("::")[:2]
        test = known.get((file.removeprefix("tests/"), name.partition("[")[0]))
        for promise in test.promises if test else ():
            of.setdefault(promise, []).append((each, test))
    return of


def _counted(ran: list[tuple[Ran, Trial]]) -> tuple[int, int, int, int]:
    passed = sum(each.outcome == "passed" for each, _ in ran)
    tries = sum(test.times for _, test in ran)
    return passed, len(ran), tries, round(sum(each.duration for each, _ in ran))


def _figure(promise: int, ran: list[tuple[Ran, Trial]]) -> str:
    passed, of, tries, seconds = _counted(ran)
    tried = f"{tries:,} tries" if tries else ""
    return f"P{promise:<4}{passed:>4} of {of:<4} passed  {tried:<14}{seconds:>7,} s  {PROMISES[promise]}"


def _result(promise: int) -> list[str]:
    """What came of the newest long run, in a line."""
    kept = kept_results().get(f"P{promise}")
    if kept is None:
        return []
    day, passed, of, tries, seconds = kept
    tried = f", {tries:,} tries" if tries else ""
    said = f"On {day} the long run took {seconds:,} s: {passed} of {of} tests passed{tried}."
    return [textwrap.fill(said, 96, initial_indent=" " * 5, subsequent_indent=" " * 7)]


def _entry(promise: int) -> str:
    tests = trying(promise)
    quick = max((each.times for each in tests if not each.long), default=0)
    long = max((each.times for each in tests if each.long), default=0)
    tried = f"Tried {quick:,} times" if quick else "Tried"
    if long:
        tried += f", in the long run {long:,} times,"
    files = ", ".join(dict.fromkeys(each.file for each in tests))
    label = f"P{promise}".ljust(5)
    return "\n".join(
        [
            textwrap.fill(PROMISES[promise], 96, initial_indent=label, subsequent_indent=" " * 5),
            textwrap.fill(f"{tried} by {files}", 96, initial_indent=" " * 5, subsequent_indent=" " * 7),
            *_result(promise),
        ]
    )


def _tests_in(file: Path) -> Iterator[Trial]:
    tree = ast.parse(file.read_text("utf-8"))
    of_all, place = _named(tree), file.relative_to(ROOT / "tests").as_posix()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            marks = {ast.unparse(each) for each in node.decorator_list}
            named = of_all | _named(node)
            if named:
                yield Trial(place, node.name, named, _times(node), "pytest.mark.long" in marks)
        elif of_all and isinstance(node, ast.Assign) and ast.unparse(node.value).endswith(".TestCase"):
            yield Trial(place, ast.unparse(node.targets[0]), of_all, 0, False)


def _named(node: ast.Module | ast.FunctionDef) -> frozenset[int]:
    """The promises named in the first line of a docstring."""
    first = (ast.get_docstring(node) or "").partition("\n")[0]
    return frozenset(int(each) for each in re.findall(r"\bP(\d+)\b", first))


def _times(node: ast.FunctionDef) -> int:
    """The largest number that is given as `times` in a test."""
    given = (each.value for each in ast.walk(node) if isinstance(each, ast.keyword) and each.arg == "times")
    return max((int(each.value) for each in given if isinstance(each, ast.Constant)), default=0)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
