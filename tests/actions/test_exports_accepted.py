"""Accepted by others, proved: exports go to a real server and are read back by readers that are not ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import icalendar
import pytest
import vobject

from planner.actions.exports.wanted import Format
from planner.actions.imports.files import review, save
from planner.domain.uids import Of, id_of
from planner.exchange.icalendar.reader import read_calendar
from planner.exchange.vcard.cards import read_vcards
from planner.library import Library
from tests.actions.export_library import exported
from tests.actions.radicale_server import Server, radicale
from tests.conftest import NOW, TODAY

DATA = Path(__file__).parents[1] / "data" / "vcard"
CARDS = {"Content_Type": "text/vcard; charset=utf-8"}
EVENTS = {"Content_Type": "text/calendar; charset=utf-8"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def programs(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Library]:
    """A library with everybody from the address books of all programs."""
    with Library(tmp_path / "programs.rapport", clock=clock) as library:
        save(library, review(library, sorted(DATA.glob("*.vcf")), today=TODAY), now=NOW)
        yield library


def names(library: Library) -> dict[str, str]:
    """Everybody's name by the UID under which they leave."""
    from planner.queries.exports.chosen import people_matching
    from planner.queries.exports.people import outgoing_people

    people = outgoing_people(library, people_matching(library, "", TODAY), TODAY)
    return {person.uid: person.name for person in people}


@pytest.mark.parametrize("form", [Format.VCARD, Format.VCARD4])
@pytest.mark.parametrize("which", ["programs", "sample"])
def test_every_card_is_taken_one_by_one(
    server: Server, request: pytest.FixtureRequest, tmp_path: Path, which: str, form: Format
) -> None:
    library: Library = request.getfixturevalue(which)
    folder = tmp_path / "cards"
    exported(library, folder, form, folder=True)
    path = server.make("addressbook", f"each-{which}-{form}")
    etags = {}
    for card in sorted(folder.iterdir()):
        put = server.ask("PUT", path + card.name, card.read_bytes(), If_None_Match="*", **CARDS)
        assert put.status == 201, (card.read_bytes(), put.body)
        etags[card.name] = put.etag
    assert server.listed(path) == etags
    found = {}
    for name, etag in etags.items():
        got = server.ask("GET", path + name)
        assert (got.status, got.etag) == (200, etag)
        card = vobject.readOne(got.body.decode("utf-8"))
        found[card.uid.value.removeprefix("urn:uuid:")] = card.fn.value
        (ours,) = read_vcards(got.body).people
        assert ours.name == card.fn.value
        emails = [each.value for each in card.contents.get("email", [])]
        assert {point.value for point in ours.points if point.kind == "email"} <= set(emails)
    assert found == names(library)


@pytest.mark.parametrize("form", [Format.VCARD, Format.VCARD4])
def test_a_whole_address_book_is_taken_at_once(
    server: Server, programs: Library, tmp_path: Path, form: Format
) -> None:
    exported(programs, tmp_path / "all.vcf", form)
    path = f"/ana/whole-{form}/"
    put = server.ask("PUT", path, (tmp_path / "all.vcf").read_bytes(), **CARDS)
    assert put.status == 201, put.body
    got = server.ask("GET", path)
    cards = list(vobject.readComponents(got.body.decode("utf-8")))
    assert sorted(card.fn.value for card in cards) == sorted(names(programs).values())


def test_a_card_is_replaced_only_by_who_knows_it(server: Server, sample: Library, tmp_path: Path) -> None:
    exported(sample, tmp_path / "one", Format.VCARD, folder=True)
    card = min((tmp_path / "one").iterdir())
    path = server.make("addressbook", "replaced") + card.name
    first = server.ask("PUT", path, card.read_bytes(), **CARDS)
    assert server.ask("PUT", path, card.read_bytes(), If_None_Match="*", **CARDS).status == 412
    assert server.ask("PUT", path, card.read_bytes(), If_Match='"other"', **CARDS).status == 412
    assert server.ask("PUT", path, card.read_bytes(), If_Match=first.etag, **CARDS).status in (201, 204)


def test_every_plan_is_taken_and_says_the_same_to_others(
    server: Server, sample: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "plans"
    exported(sample, folder, Format.ICAL, folder=True, alarm_minutes=15)
    path = server.make("calendar", "plans")
    for event in sorted(folder.iterdir()):
        put = server.ask("PUT", path + event.name, event.read_bytes(), If_None_Match="*", **EVENTS)
        assert put.status == 201, (event.read_bytes(), put.body)
    assert set(server.listed(path)) == {event.name for event in folder.iterdir()}
    planned = {
        row[0]: (row[1], row[2])
        for row in sample.rows("SELECT id, day, starts FROM plan WHERE status = 'open'")
    }
    for name in server.listed(path):
        body = server.ask("GET", path + name).body
        (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
        other = vobject.readOne(body.decode("utf-8")).vevent
        assert str(event["SUMMARY"]) == other.summary.value
        day, starts = planned.pop(id_of(Of.PLAN, str(event["UID"])) or 0)
        begins = event.decoded("DTSTART")
        assert f"{begins:%Y-%m-%d}" == day
        assert starts is None or f"{begins:%H:%M}" == starts
        assert other.dtstart.value.isoformat()[:16] == begins.isoformat()[:16]
        assert len(event.walk("VALARM")) == 1
    assert planned == {}


def test_a_whole_calendar_is_taken_at_once_and_read_by_us_again(
    server: Server, sample: Library, tmp_path: Path
) -> None:
    exported(sample, tmp_path / "plans.ics", Format.ICAL)
    put = server.ask("PUT", "/ana/whole-plans/", (tmp_path / "plans.ics").read_bytes(), **EVENTS)
    assert put.status == 201, put.body
    got = server.ask("GET", "/ana/whole-plans/").body
    wanted = sample.value("SELECT count(*) FROM plan WHERE status = 'open'")
    assert len(icalendar.Calendar.from_ical(got).walk("VEVENT")) == wanted
    drafts = read_calendar(got, until=TODAY.replace(year=2030), zone="Europe/Amsterdam")
    assert (len(drafts.events), drafts.problems) == (wanted, ())


def test_what_comes_back_from_the_server_changes_nothing_here(
    server: Server, sample: Library, tmp_path: Path
) -> None:
    """Out, into a server, back, and imported: everybody and every plan is known again."""
    exported(sample, tmp_path / "all.vcf", Format.VCARD)
    exported(sample, tmp_path / "all.ics", Format.ICAL)
    for name, headers in (("all.vcf", CARDS), ("all.ics", EVENTS)):
        path = f"/ana/round-{name[-3:]}/"
        server.ask("PUT", path, (tmp_path / name).read_bytes(), **headers)
        (tmp_path / f"back-{name}").write_bytes(server.ask("GET", path).body)
    before = sample.value("SELECT count(*) FROM change")
    found = review(sample, sorted(tmp_path.glob("back-*")), today=TODAY, now=NOW)
    assert found.problems == ()
    assert (found.new, found.possible, found.changed) == (0, 0, 0)
    assert save(sample, found, now=NOW).nothing
    assert sample.value("SELECT count(*) FROM change") == before
