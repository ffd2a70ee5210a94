"""Reads 10,000 typical cards and says how long it took beside a bare split of the same lines.

python -m tests.benchmarks.vcards [CARDS]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter

from planner.exchange.vcard.cards import read_vcards

_CARD = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Example//Address book 4.2//EN
UID:7f0c1d52-3f6e-4f0c-9a55-{number:012d}
N:Fernández {number};Zoë;Maria;;
FN:Zoë Fernández {number}
ORG:Example Works {group}\\, Ltd;Sales
TITLE:Head of region {group}
EMAIL;TYPE=INTERNET,WORK:zoe.{number}@example.com
EMAIL;TYPE=INTERNET,HOME:z{number}@example.org
TEL;TYPE=CELL:+44 20 7946 {number:05d}
TEL;TYPE=WORK,VOICE:+44 20 7947 {number:05d}
ADR;TYPE=WORK:;;{group} Long Street;Bristol;;BS1 {group};United Kingdom
URL;TYPE=WORK:https://example.com/people/{number}
BDAY:19{year:02d}-04-15
CATEGORIES:Customers,Region {group}
NOTE:Met at the spring fair.\\nLikes to be called in the morning\\, never on
  Mondays.
REV:2024-05-01T10:00:00Z
END:VCARD
"""


def cards(number: int) -> bytes:
    """An address book of so many people, with the CR LF that the format wants."""
    texts = (_CARD.format(number=each, group=each % 97, year=each % 90 + 10) for each in range(number))
    return "".join(texts).replace("\n", "\r\n").encode("utf-8")


def bare_split(data: bytes) -> int:
    """The least that any reader does: decode, part the lines, part each at its colon."""
    return sum(len(line.partition(":")[2]) for line in data.decode("utf-8").split("\r\n"))


def best_of_three(work: Callable[[], object]) -> float:
    """Seconds of the quickest of three runs."""
    took = []
    for _ in range(3):
        begun = perf_counter()
        work()
        took.append(perf_counter() - begun)
    return min(took)


def main() -> None:
    """Print the two times and their ratio."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    data = cards(number)
    assert len(read_vcards(data).people) == number
    split = best_of_three(lambda: bare_split(data))
    read = best_of_three(lambda: read_vcards(data))
    print(f"{number:,} cards, {len(data) / 1e6:.1f} MB: read in {read:.3f} s, lines split in {split:.3f} s")
    print(f"ratio {read / split:.1f}")


if __name__ == "__main__":
    main()
