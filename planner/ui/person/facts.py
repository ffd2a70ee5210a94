"""What opens behind a figure: a title, how much it rests on, and every dated fact. No Qt in here."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

Write = Callable[[str], None]
Doing = tuple[str, str, Callable[[], None]]
"""What can be done with a fact: its words, its icon, and the doing."""


class Fact(NamedTuple):
    """One dated fact. `sign` is '+' or '−' where it speaks for or against, `more` says where it comes from.

    A private one shows its words only once it is opened. What has a `write` can be changed where it stands.
    """

    key: Hashable
    words: str
    when: str = ""
    more: str = ""
    sign: str = ""
    private: bool = False
    write: Write | None = None
    does: tuple[Doing, ...] = ()


class Facts(NamedTuple):
    """A figure's facts: `said` is the sentence with the n behind it."""

    title: str
    said: str
    facts: tuple[Fact, ...]
    none: str = "No dated fact yet."
