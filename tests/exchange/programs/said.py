"""What the cards of programs say, in few words: one file of each program stands in tests/data/vcard."""

from __future__ import annotations

from pathlib import Path

from planner.domain.addresses import PARTS
from planner.exchange.drafts import Drafts, PointDraft, PointKind
from planner.exchange.vcard.cards import read_vcards

FILES = Path(__file__).parent.parent.parent / "data" / "vcard"
PHOTO = (FILES / "photo.png").read_bytes()
NO_DATE = "The {} “{}” is not a full date. It stays with the card as written."


def read(name: str) -> Drafts:
    """The drafts of a program's file."""
    return read_vcards((FILES / f"{name}.vcf").read_bytes())


def email(value: str, label: str = "", *, preferred: bool = False) -> PointDraft:
    return PointDraft(kind=PointKind.EMAIL, value=value, label=label, preferred=preferred)


def phone(value: str, label: str = "", *, preferred: bool = False) -> PointDraft:
    return PointDraft(kind=PointKind.PHONE, value=value, label=label, preferred=preferred)


def link(value: str, label: str = "", *, preferred: bool = False) -> PointDraft:
    return PointDraft(kind=PointKind.LINK, value=value, label=label, preferred=preferred)


def address(label: str = "", *, preferred: bool = False, **said: str) -> PointDraft:
    """An address by its parts; on one line it reads as what is said of them."""
    parts = tuple(said.get(name, "") for name in PARTS)
    value = ", ".join(filter(None, parts))
    return PointDraft(kind=PointKind.ADDRESS, value=value, label=label, parts=parts, preferred=preferred)
