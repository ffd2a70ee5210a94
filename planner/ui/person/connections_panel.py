"""Whom a person is connected with, and how; one line adds another one."""

from __future__ import annotations

from functools import partial

from planner.actions import connections
from planner.actions.connections import ConnectionForm
from planner.domain import words
from planner.domain.connections import is_directed
from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.queries.connections import Connected, connection_kinds
from planner.queries.people import person_called
from planner.queries.person_known import PersonKnown
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.facts import Doing, Fact, Facts
from planner.ui.person.panel import PersonPanel
from planner.ui.person.rows import ConnectionRow
from planner.ui.widgets.add_row import AddRow, Asked, Picked
from planner.ui.widgets.keyed import Keyed

SHOWN = 4
_PARTING = (":", ",", " – ", " - ")


class ConnectionsPanel(PersonPanel):
    """The first few; the count opens to all of them, where each can be changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "link", "Connections")
        self.content.setSpacing(0)
        self._known: PersonKnown | None = None
        self.rows: Keyed[Connected, ConnectionRow] = Keyed(
            self.content, self._row, ConnectionRow.show_connected
        )
        self.add = AddRow(desk.theme, self._asked(), self)
        self.body.addWidget(self.add)
        self.side.clicked.connect(self._open_all)
        self.side.setObjectName("connections")

    def show_known(self, known: PersonKnown) -> None:
        """Show a person's connections."""
        self._known = known
        found = known.page.connections
        told = words.count(len(found), "shared connection") if found else ""
        self.show_side(f"{len(found)} shared" if found else "", told)
        self.rows.show_items((each.id, each) for each in found[:SHOWN])
        self.add.setVisible(not found)
        self.add.show_asked(self._asked())

    def _row(self, connected: Connected) -> ConnectionRow:
        row = ConnectionRow(self.theme, connected)
        row.clicked.connect(lambda: self.desk.person_wanted.emit(row.connected.person_id))
        row.menu_wanted.connect(lambda place: row.open_menu(self._does(row.connected), place))
        return row

    def _does(self, connected: Connected) -> tuple[Doing, ...]:
        part = partial(connections.disconnect, self.desk.library, connected.id)
        return (
            ("Open the person", "people", lambda: self.desk.person_wanted.emit(connected.person_id)),
            ("Remove", "trash", lambda: (self.desk.done(part, f"Parted from {connected.name}"), None)[1]),
        )

    def _open_all(self) -> None:
        foot = AddRow(self.theme, self._asked())
        self.facts_wanted.emit(self.side, self._facts, foot)

    def _facts(self) -> Facts:
        known = self._known
        found = known.page.connections if known else ()
        name = first_name(known.page.standing.name) if known else ""
        return Facts(
            title=f"{name} and {words.small_count(len(found), 'other')} in your library",
            said="How they are connected can be changed where it stands.",
            facts=tuple(
                Fact(
                    key=each.id,
                    words=each.how,
                    more=each.name,
                    when=f"since {each.since}" if each.since else "",
                    write=self._writes(each),
                    does=self._does(each),
                )
                for each in found
            ),
        )

    def _writes(self, connected: Connected) -> partial[None]:
        return partial(self._write, connected)

    def _write(self, connected: Connected, text: str) -> None:
        known = self._known
        if known is None:
            return
        here = known.page.standing.person_id
        seen, other = (here, connected.person_id) if connected.outwards else (connected.person_id, here)
        form = ConnectionForm(
            other_id=other,
            kind=connected.kind,
            directed=connected.directed,
            closeness=connected.closeness,
            since=connected.since or "",
            note=text,
        )
        change = partial(connections.change_connection, self.desk.library, connected.id, form, seen_from=seen)
        Changing(self.desk).do(change, f"Changed how {connected.name} is connected")

    def _asked(self) -> Asked:
        return Asked(
            button="Add a connection",
            placeholder="Luca Steiner: sat together on two boards",
            add=self._connect,
            says=self._says,
            known=lambda: [each.name for each in self.desk.roster.people(self.desk.today)],
        )

    def _says(self, text: str, _picked: Picked) -> str:
        name, how = _parted(text)
        if not text:
            kinds = words.in_a_row(connection_kinds(self.desk.library)[:4])
            return f"A name, a colon, and how: {kinds}, or your own words."
        return f"Enter connects them: {name}, {how or 'knows'}."

    def _connect(self, text: str, _picked: Picked) -> None:
        known = self._known
        if known is None:
            return
        name, how = _parted(text)
        if not name:
            raise KnownError("Say with whom.")
        other = person_called(self.desk.library, name)
        kind = next((each for each in connection_kinds(self.desk.library) if each == how.casefold()), "")
        form = ConnectionForm(
            other_id=other.id,
            kind=kind or "knows",
            directed=bool(is_directed(kind)),
            note="" if kind else how,
        )
        here = known.page.standing
        connect = partial(connections.connect, self.desk.library, here.person_id, form)
        said = f"Connected {first_name(here.name)} and {first_name(other.name)}"
        Changing(self.desk).do(connect, said)


def _parted(text: str) -> tuple[str, str]:
    """The name and how, parted by the first colon, comma or dash."""
    places = [(text.find(each), each) for each in _PARTING if each in text]
    if not places:
        return text.strip(), ""
    at, sign = min(places)
    return text[:at].strip(), text[at + len(sign) :].strip()
