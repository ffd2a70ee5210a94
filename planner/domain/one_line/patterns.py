"""The small language in which a grammar's tables are written, turned into regular expressions.

A template is words with spaces between: `a|b` one of these, `as_well` a word of two, `x?` may be missing,
`schick*` begins so, `{name}` one of a class, `a+b` written as one word. What stands before `<` and behind `>`
must be there and is no part of what is found; `$` is the end; what stands behind `>!` must not be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Classes = Mapping[str, str]
"""What `{name}` stands for: a regular expression for one word, without the space behind it."""

ANY = r"(?:\S+ )+?"
_FREE = frozenset({"what", "more"})


def one_of(words: Iterable[str]) -> str:
    """An expression for any of these words, the longest first; a space inside is one."""
    return "|".join(_literal(each) for each in sorted(set(words), key=lambda each: (-len(each), each)))


def compiled(template: str, classes: Classes) -> re.Pattern[str]:
    """The template as an expression over `Line.plain`; the part that counts is the group `all`."""
    before, _, rest = template.rpartition("<")
    body, _, behind = rest.partition(">")
    expression = f"(?<!\\S){_sequence(before, classes)}(?P<all>{_sequence(body, classes)})"
    if behind:
        sign = "!" if behind.startswith("!") else "="
        expression += f"(?{sign}{_sequence(behind.removeprefix('!'), classes)})"
    return re.compile(expression)


def _sequence(template: str, classes: Classes) -> str:
    return "".join(_element(each, classes) for each in template.split())


def _element(element: str, classes: Classes) -> str:
    optional = element.endswith("?")
    element = element.removesuffix("?")
    if element[1:-1] in _FREE:
        found = f"(?P<{element[1:-1]}>{ANY})"
    elif "$" in element.split("|"):
        others = "|".join(each for each in element.split("|") if each != "$")
        return rf"(?:\Z|(?:{_glued(others, classes)}) )" if others else r"\Z"
    else:
        found = f"(?:{_glued(element, classes)}) "
    return f"(?:{found})?" if optional else found


def _glued(element: str, classes: Classes) -> str:
    if "+" in element and element != "+":
        return "".join(f"(?:{_glued(each, classes)})" for each in element.split("+"))
    return "|".join(
        _class(each, classes) if each.startswith("{") else _literal(each) for each in element.split("|")
    )


def _class(element: str, classes: Classes) -> str:
    name = element.strip("{}")
    return f"(?P<{name}>{classes[name]})" if not name.startswith("_") else classes[name]


def _literal(word: str) -> str:
    escaped = re.escape(word.replace("_", " ")).replace(r"\ ", " ")
    return escaped[:-2] + r"\S*" if escaped.endswith(r"\*") else escaped


def words_in(template: str) -> Iterable[str]:
    """The plain words of a template."""
    for element in template.replace("<", " ").replace(">!", " ").replace(">", " ").split():
        for each in element.removesuffix("?").replace("+", "|").split("|"):
            if each and each[0] != "{" and each != "$":
                yield from each.rstrip("*").split("_")
