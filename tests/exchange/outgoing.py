"""People and plans to write: one with everything, any at all, and those that drafts speak of."""

from __future__ import annotations

from datetime import date, time

from hypothesis import strategies as st

from planner.domain.addresses import PARTS
from planner.domain.outgoing import OutgoingPerson, OutgoingPlan, OutgoingPoint
from planner.domain.uids import Of, uid_of
from planner.exchange.drafts import PersonDraft

PHOTO = b"\xff\xd8\xff\xe0 a picture"

ANA = OutgoingPerson(
    id=7,
    uid="5f1b2a3c-0000-4444-8888-c0ffee000001",
    name="Dr. Ana Maria Ferreira",
    given_name="Ana",
    additional_names="Maria",
    family_name="Ferreira",
    prefix="Dr.",
    nickname="Annie, Nini",
    pronouns="she/her",
    role="Chief, Finance",
    organisation="Norvane; Ltd",
    layer="Board & shareholders",
    city="Lisbon",
    zone="Europe/Lisbon",
    languages="pt, en-GB",
    birthday="1974-03-02",
    photo=PHOTO,
    notes="Two lines:\none, two; three\\four",
    tags=("chess", "Lisbon, old town"),
    points=(
        OutgoingPoint(kind="email", value="ana@norvane.example", label="work", preferred=True),
        OutgoingPoint(kind="email", value="ana@home.example", label="Summer house"),
        OutgoingPoint(kind="phone", value="+351 910 000 001", label="work mobile", preferred=True),
        OutgoingPoint(
            kind="address",
            value="Rua Augusta 1, Lisbon, 1100",
            label="home",
            parts=("", "", "Rua Augusta 1", "Lisbon", "", "1100", ""),
        ),
        OutgoingPoint(kind="link", value="https://norvane.example/ana", label="home page"),
        OutgoingPoint(kind="link", value="skype:ana.f", label="skype"),
    ),
    kept=("X-A:1", "item3.X-ABDATE:2009-06-13", "item3.X-ABLabel:_$!<Anniversary>!$_"),
)


def of_draft(draft: PersonDraft) -> OutgoingPerson:
    """The person that a draft would become."""
    names = ("name", "given_name", "additional_names", "family_name", "prefix", "suffix", "nickname")
    others = ("pronouns", "organisation", "city", "zone", "languages", "birthday", "photo", "tags", "kept")
    points = tuple(
        OutgoingPoint(
            kind=each.kind.value,
            value=each.value,
            label=each.label,
            preferred=each.preferred,
            parts=each.parts,
        )
        for each in draft.points
    )
    return OutgoingPerson(
        id=1,
        uid=draft.uid or uid_of(Of.PERSON, 1),
        role=draft.role or draft.department,
        notes=draft.note,
        points=points,
        **{name: getattr(draft, name) for name in (*names, *others)},
    )


_LETTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u2028\u2029\ufeff"
)
words = st.text(_LETTERS, max_size=30).map(lambda text: " ".join(text.split()))
"""Text on one line as people and programs write it: any letter, sign or picture."""

names = words.filter(bool)
cities = words.map(lambda text: text.strip(" ,"))
labels = st.sampled_from(["", "work", "home", "mobile", "work mobile", "fax", "other", "main"]) | words.map(
    lambda text: text[:40].strip()
)
lines = st.lists(words, max_size=4).map(lambda each: "\n".join(each).strip())
whole_days = st.dates(date(1800, 1, 1), date(2199, 12, 31)).map(date.isoformat)
birthdays = st.none() | whole_days | whole_days.map(lambda day: f"--{day[5:]}")
zones = st.sampled_from(["", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])


@st.composite
def points(draw: st.DrawFn) -> tuple[OutgoingPoint, ...]:
    """Contact points of every kind, each once, at most one of a kind preferred."""
    found: dict[tuple[str, str], OutgoingPoint] = {}
    marked: set[str] = set()
    for kind in draw(st.lists(st.sampled_from(["email", "phone", "address", "link"]), max_size=6)):
        parts: tuple[str, ...] = ()
        value = draw(names)
        if kind == "email":
            plain = value.translate(str.maketrans("", "", "<>?:"))
            value = f"{' '.join(plain.split())}@x.example"
        elif kind == "phone":
            value = draw(st.from_regex(r"\+?[0-9][0-9 ()/-]{0,12}[0-9]", fullmatch=True))
            value = " ".join(value.split())
        elif kind == "link":
            value = f"https://x.example/{draw(st.integers(0, 99))}"
        else:
            some = st.text("abc äß0123", max_size=8).map(lambda text: " ".join(text.split()))
            parts = tuple(draw(some) for _ in PARTS)
            street = parts[2] or "street"
            parts = (*parts[:2], street, *parts[3:])
            value = ", ".join(filter(None, parts))
        preferred = draw(st.booleans()) and kind not in marked
        if (kind, value) not in found:
            marked.update({kind} if preferred else ())
            label = draw(labels)
            found[kind, value] = OutgoingPoint(
                kind=kind, value=value, label=label, preferred=preferred, parts=parts
            )
    return tuple(found.values())


@st.composite
def people(draw: st.DrawFn) -> OutgoingPerson:
    """Anybody."""
    return OutgoingPerson(
        id=1,
        uid=draw(st.sampled_from([uid_of(Of.PERSON, 1), "a-card:1"])),
        name=draw(names),
        pronouns=draw(words),
        role=draw(words),
        organisation=draw(words),
        city=draw(cities),
        zone=draw(zones),
        languages=draw(st.sampled_from(["", "pt", "pt, en-GB", "Portuguese, English"])),
        birthday=draw(birthdays),
        notes=draw(lines),
        tags=tuple(dict.fromkeys(draw(st.lists(names, max_size=3)))),
        points=draw(points()),
    )


@st.composite
def plans(draw: st.DrawFn) -> OutgoingPlan:
    """Any plan."""
    return OutgoingPlan(
        uid=uid_of(Of.PLAN, draw(st.integers(1, 2**63 - 1))),
        sequence=draw(st.integers(0, 9)),
        day=draw(st.dates(date(1990, 1, 1), date(2090, 12, 30))),
        starts=draw(st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))),
        zone=draw(zones | st.sampled_from(["UTC", "Africa/Casablanca", "Mars/Olympus"])),
        minutes=draw(st.integers(1, 600)),
        channel=draw(st.sampled_from(["in person", "call", "video", "message", "event"])),
        purpose=draw(words),
        place=draw(words),
        people=tuple(draw(st.lists(st.tuples(names, st.sampled_from(["", "a@x.example"])), max_size=3))),
        created_on=date(2026, 9, 1),
        let_go=draw(st.booleans()),
    )
