"""One line of a list of results: a person, a text, a command, or words to take up."""

from __future__ import annotations

from dataclasses import dataclass

from planner.ui.commands import Command

PERSON_ROW, TEXT_ROW, PLAIN_ROW = 42, 50, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What stands in the line, and what choosing it leads to.

    `words` are the line, `aside` what stands at its right end, `below` a second line whose `marks` are what
    was searched for. `group` is the heading it stands under; `keys` choose the line from anywhere. A person
    has an id and the hue of their ring, an initiative an id, a command is itself; `fills` is a text for the
    line to type in, and `offer` names what is done here.
    """

    words: str
    aside: str = ""
    below: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    group: str = ""
    icon: str = ""
    keys: str = ""
    person_id: int = 0
    hue: str = ""
    initiative_id: int = 0
    command: Command | None = None
    fills: str = ""
    offer: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is somebody, with an avatar."""
        return bool(self.person_id) and not (self.icon or self.offer)

    @property
    def height(self) -> int:
        """How high its row is, in pixels of the ordinary text size."""
        return TEXT_ROW if self.below else PERSON_ROW if self.is_person else PLAIN_ROW

    @property
    def spoken(self) -> str:
        """The line for assistive technology."""
        return ", ".join(each for each in (self.group, self.words, self.below, self.aside, self.keys) if each)
