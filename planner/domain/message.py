"""The draft of a message: a greeting and a first sentence in the way of speaking of the person's layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from planner.domain.errors import KnownError
from planner.domain.names import first_name

MOST_ADDRESSES = 40
_LINE = "\r\n"
_GREETINGS: dict[str, tuple[str, str]] = {
    "peers": ("Hello", "Early and plainly, what it means for your numbers and your people:"),
    "board": ("Dear", "The point first, in risk, money and time:"),
    "customers": ("Dear", "How has it felt on your side since then?"),
    "vendors": ("Hello", "What we need from you, and by when:"),
    "team": ("Hi", "How do you see it, and what would help you?"),
    "partners": ("Hello", "What could a next step give both of us?"),
}
_PLAIN = ("Hello", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom a message is for. `hue` is their layer's, `topic` what the last conversation was about.

    '' is not known; whoever asks leaves out what is private.
    """

    name: str
    email: str = ""
    hue: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A draft. Lines of `body` end with CR LF, as mail has it."""

    to: tuple[str, ...]
    subject: str
    body: str

    @property
    def mailto(self) -> str:
        """The address that opens a mail program with this draft; everything in it is escaped."""
        to = ",".join(quote(address, safe="@") for address in self.to)
        return f"mailto:{to}?subject={quote(self.subject, safe='')}&body={quote(self.body, safe='')}"


def draft(addressees: Sequence[Addressee], owner: str = "") -> Message:
    """A draft to everybody who has an e-mail address; one message to several names all of them.

    Raises KnownError where nobody has an address, or for more people than one message should go to.
    """
    reached = [each for each in addressees if is_address(each.email)]
    if not reached:
        raise KnownError(without_address(addressees))
    if len(reached) > MOST_ADDRESSES:
        raise KnownError(f"A message goes to at most {MOST_ADDRESSES} people. Choose fewer of them.")
    hues = {each.hue for each in reached}
    hello, opening = _GREETINGS.get(hues.pop(), _PLAIN) if len(hues) == 1 else _PLAIN
    topic = _on_one_line(reached[0].topic) if len(reached) == 1 else ""
    since = f"We last talked about “{topic}”." if topic else ""
    greeting = f"{hello} {_row([_on_one_line(first_name(each.name)) for each in reached])},"
    paragraphs = [greeting, " ".join(each for each in (since, opening) if each), "", _goodbye(owner)]
    return Message(
        to=tuple(dict.fromkeys(each.email.strip() for each in reached)),
        subject=topic,
        body=(_LINE * 2).join(paragraphs),
    )


def without_address(addressees: Sequence[Addressee]) -> str:
    """What to say about those who have no e-mail address; '' where everybody has one."""
    missing = [each.name for each in addressees if not is_address(each.email)]
    if not missing:
        return ""
    if len(missing) > 3:
        return f"{len(missing)} of them have no e-mail address yet."
    verb = "has" if len(missing) == 1 else "have"
    return f"{_row(missing)} {verb} no e-mail address yet. Edit the person to add one."


def is_address(email: str) -> bool:
    """Whether a mail program could make anything of it."""
    name, at, place = email.strip().rpartition("@")
    return bool(name and at and place) and not any(each.isspace() or each in ",;<>" for each in email.strip())


def _goodbye(owner: str) -> str:
    name = _on_one_line(owner)
    return f"Best regards,{_LINE}{name}" if name else "Best regards"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _row(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
