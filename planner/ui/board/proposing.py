"""A suggested plan over the board: asked for, shown, accepted, thinned out, explained and put away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.actions.suggest import accept
from planner.actions.suggest_proposal import Proposal, Suggested
from planner.domain import words
from planner.library import Changed
from planner.ui.board.proposal_bar import ProposalBar
from planner.ui.board.proposed import Found, proposed_tiles, said_about, solved
from planner.ui.screen import Subject
from planner.ui.work import Work

if TYPE_CHECKING:
    from planner.queries.week import WeekBoard
    from planner.ui.board.view import WeekScreen

NOT_OPEN = "Nothing is suggested at the moment. “Suggest a plan” (S) does that."
NOT_ONE = "Choose a suggested card first, then this works on it."


class Proposing(QObject):
    """One per week board, made when a plan is first asked for.

    Nothing is written before something is accepted. Where the library changes meanwhile, the plan is
    solved again; what was taken out stays out until the next plan is asked for.
    """

    changed = Signal()  # other cards are suggested, or none any more
    settled = Signal()  # nothing is being solved any more

    def __init__(self, screen: WeekScreen) -> None:
        super().__init__(screen)
        self._screen, self._desk = screen, screen.desk
        self._board: WeekBoard | None = None
        self._found: Found | None = None
        self._out: frozenset[int] = frozenset()
        self._stale = self._late = self._accepting = False
        self.work = Work(self._desk, screen)
        self.work.ended.connect(self.settled)
        self.bar = ProposalBar(self._desk.theme, self._desk.keys, screen)
        self.bar.wanted.connect(lambda command: self._desk.command_wanted.emit(command, None))
        self._desk.changed.connect(self._hear)
        screen.state.selection.changed.connect(self._attend)
        for column in screen.columns:
            column.cards.went.connect(self._attend)

    @property
    def proposal(self) -> Proposal | None:
        """What is suggested, where a suggestion is open."""
        return self._found.proposal if self._found else None

    @property
    def chosen(self) -> tuple[Suggested, ...]:
        """The conversations that are suggested, by day and time."""
        return self._found.proposal.chosen if self._found else ()

    def run(self, command: str, subject: Subject) -> None:
        """Do what a command says; those for single cards work on the people of the subject."""
        people = [each.person_id for each in self.chosen if each.person_id in subject.people]
        if command == "suggest":
            self.begin()
        elif self._found is None:
            self._desk.said.emit(NOT_OPEN, False)
        elif command == "accept_all":
            self.accept([each.person_id for each in self.chosen])
        elif command == "why_not":
            self._explain()
        elif command == "close_suggestion":
            self.close()
        elif not people:
            self._desk.said.emit(NOT_ONE, False)
        else:
            {"accept": self.accept, "drop": self.drop}[command](people)

    def begin(self) -> None:
        """Suggest a plan for the week that is shown."""
        self._out, self._stale = frozenset(), True
        self._solve(partial(self._show, focused=0))

    def refreshed(self, board: WeekBoard) -> None:
        """The board shows the library as it is now, or another week."""
        before, self._board = self._board, board
        if self._found is None or before is None:
            return
        if board.monday != before.monday:
            self.close()
        elif self._late or board.today != before.today:
            self._stale = True
            self._solve(self._show)

    def _hear(self, changed: Changed) -> None:
        """Solve again after a change that was made elsewhere, now or when the week is shown again."""
        if self._found is None or not changed.touches(*self._screen.watches):
            return
        self._stale, self._late = True, not self._accepting
        if self._late and self._screen.isVisible():
            self._solve(self._show)

    def accept(self, people: list[int]) -> None:
        """Plan the suggested conversations with these people, as one step."""
        found = self._found
        if found is None or not people:
            return
        place, said = self._place_of(people), self._planned(people)
        self._accepting = True
        library, today = self._desk.library, self._desk.today
        made = self._desk.do(lambda: accept(library, found.proposal, people, today=today), said)
        self._accepting = False
        if made is None:
            self._solve(self._show)
        elif len(people) == len(found.proposal.chosen):
            self.close(said="")
        else:
            self._show(found._replace(proposal=found.proposal.without(people)), focused=place)

    def drop(self, people: list[int]) -> None:
        """Take these people out and solve again without them."""
        place = self._place_of(people)
        self._out |= frozenset(people)
        self._solve(partial(self._show, focused=place))

    def close(self, *, said: str = "The suggestion is put away. Nothing of it was planned.") -> None:
        """Put the suggestion away."""
        self._found, self._out, self._late = None, frozenset(), False
        self.bar.hide()
        self._screen.area.show_proposed({})
        self.changed.emit()
        self._screen.walk.focus_here()
        if said:
            self._desk.announced.emit(said)

    def _explain(self) -> None:
        """Open the panel that says why somebody is not suggested, on the library as it is now."""
        if self._stale:
            self._solve(self._show_and_explain)
            return
        from planner.ui.dialogs.why_not_dialog import WhyNotDialog

        assert self._found is not None
        WhyNotDialog(self._desk, self._screen, self._found.proposal).exec()

    def _show_and_explain(self, found: Found) -> None:
        self._show(found)
        self._explain()

    def _solve(self, done: Callable[[Found], object]) -> None:
        """Solve in a thread of its own: without whom was taken out, and anew where the library changed."""
        board = self._screen.board
        if board is None:
            return
        self._board = board
        known = self._found.proposal if self._found and not self._stale else None
        job = partial(solved, self._desk.library, self._desk.now, board.monday, self._out, known)

        def fresh(found: Found) -> None:
            self._stale = self._late = False
            done(found)

        self.work.start("Suggesting a plan …", job, fresh)

    def _show(self, found: Found, *, focused: int | None = None) -> None:
        """Show the cards and say how many; the keyboard goes to card number `focused`, else it stays."""
        spot = self._screen.walk.spot()
        self._found = found
        self._screen.area.show_proposed(proposed_tiles(found.proposal.chosen, found.known))
        if self._board is not None:
            said = said_about(found.proposal, self._board)
            self.bar.show_said(said, any_left=bool(found.proposal.chosen))
            self._desk.announced.emit(said.spoken)
        self.changed.emit()
        if focused is not None and self.chosen:
            nearest = self.chosen[min(focused, len(self.chosen) - 1)]
            self._screen.walk.focus_key(f"suggested:{nearest.person_id}")
        elif spot is not None:
            self._screen.walk.return_to(spot)
        self._attend()

    def _attend(self, _tile: object = None) -> None:
        """Let the bar know whether its actions for single cards have one to work on."""
        meant = self._screen.subject().people
        self.bar.set_chosen(any(each.person_id in meant for each in self.chosen))

    def _place_of(self, people: Iterable[int]) -> int:
        wanted = set(people)
        return next((at for at, each in enumerate(self.chosen) if each.person_id in wanted), 0)

    def _planned(self, people: list[int]) -> str:
        if len(people) > 1:
            return f"Planned {words.count(len(people), 'suggested conversation')}"
        one = self.chosen[self._place_of(people)]
        at = f" {one.starts:%H:%M}" if one.starts else ""
        return f"Planned {one.name} for {words.long_weekday(one.day)}{at}"
