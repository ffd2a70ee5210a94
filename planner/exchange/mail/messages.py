"""Many messages in little memory: what an archive of gigabytes is made into."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar, overload

from planner.exchange.mail.addresses import Mailbox

T = TypeVar("T", bound=Hashable)


class MessageDraft(NamedTuple):
    """One message from a person to persons. `sent` are seconds since 1970, in UTC.

    `key` is a number made of its Message-ID: the same for copies of one message. `place` is where it begins
    in its file, in bytes; for a folder of messages the number of the file.
    """

    sender: Mailbox
    to: tuple[Mailbox, ...]
    copied: tuple[Mailbox, ...]
    sent: int
    subject: str
    key: int
    place: int


class _Once(dict[T, int]):
    """Numbers things, each once, in the order in which they come."""

    def __init__(self) -> None:
        super().__init__()
        self.things: list[T] = []

    def __missing__(self, thing: T) -> int:
        number = self[thing] = len(self.things)
        self.things.append(thing)
        return number


class Messages(Sequence[MessageDraft]):
    """Messages in columns of numbers; people and subjects stand once, however often they come.

    A message takes some forty bytes, and what it says that no other one has said.
    """

    def __init__(self) -> None:
        self._numbers = array("q")
        self._boxes: _Once[Mailbox] = _Once()
        self._groups: _Once[tuple[int, ...]] = _Once()
        self._subjects: _Once[str] = _Once()

    def add(self, message: MessageDraft) -> None:
        """Put one at the end."""
        boxes, groups = self._boxes, self._groups
        self._numbers.extend(
            (
                boxes[message.sender] << 32 | self._subjects[message.subject],
                groups[tuple(boxes[box] for box in message.to)] << 32
                | groups[tuple(boxes[box] for box in message.copied)],
                message.sent,
                message.key,
                message.place,
            )
        )

    def __len__(self) -> int:
        return len(self._numbers) // 5

    @overload
    def __getitem__(self, number: int) -> MessageDraft: ...

    @overload
    def __getitem__(self, number: slice) -> list[MessageDraft]: ...

    def __getitem__(self, number: int | slice) -> MessageDraft | list[MessageDraft]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        at = 5 * (number % len(self))
        who, whom, sent, key, place = self._numbers[at : at + 5]
        boxes = self._boxes.things
        return MessageDraft(
            sender=boxes[who >> 32],
            to=self._group(whom >> 32),
            copied=self._group(whom & 0xFFFFFFFF),
            sent=sent,
            subject=self._subjects.things[who & 0xFFFFFFFF],
            key=key,
            place=place,
        )

    def __iter__(self) -> Iterator[MessageDraft]:
        return (self[number] for number in range(len(self)))

    def _group(self, number: int) -> tuple[Mailbox, ...]:
        return tuple(self._boxes.things[each] for each in self._groups.things[number])
