"""The machine that takes everything back in the end: a library, what people type, undo and redo."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, multiple, precondition, rule

from planner.actions.history import take_back
from planner.domain.channels import Channel
from planner.domain.errors import KnownError
from planner.domain.stands import Stand
from planner.library import Library
from planner.queries.briefs import briefs
from planner.queries.roster import Roster
from tests.dump import dump, searchable

TODAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 10, 0, tzinfo=timezone(timedelta(hours=2)))

names = st.text(st.sampled_from("abcdefgĄłö <>&'\"%_-"), min_size=1, max_size=12).filter(str.strip)
texts = st.text(st.sampled_from("abc äß\n'\"%"), max_size=20)
past = st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days))
around = st.integers(-30, 60).map(lambda days: TODAY + timedelta(days=days))
times = st.none() | st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))
channels = st.sampled_from(list(Channel))
stands = st.none() | st.sampled_from(list(Stand))

persons: Bundle[int] = Bundle("persons")
talks: Bundle[int] = Bundle("talks")
intents: Bundle[int] = Bundle("intents")
promises: Bundle[int] = Bundle("promises")
kept: Bundle[int] = Bundle("kept")
causes: Bundle[int] = Bundle("causes")


class Living(RuleBasedStateMachine):
    """A real library; at the end all is undone, redone, and undone after a restart. What people do is added
    by its children."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.library = self.opened()
        self.start = (dump(self.library), searchable(self.library))
        self.roster = Roster(self.library)
        self.library.listen(self.roster.hear)

    def opened(self) -> Library:
        return Library(self.folder / "life.rapport", clock=lambda: NOW)

    def attempt(self, action: Callable[[], int | None]) -> int | None:
        """A refusal in words is an answer too, if it changed nothing."""
        before = self.library.value("SELECT count(*) FROM change")
        try:
            return action()
        except KnownError:
            assert self.library.value("SELECT count(*) FROM change") == before
            return None

    def made(self, identity: int | None) -> object:
        return multiple() if identity is None else identity

    @rule(times=st.integers(1, 3))
    def undo_and_redo(self, times: int) -> None:
        before = dump(self.library)
        undone = sum(self.library.undo() is not None for _ in range(times))
        for _ in range(undone):
            assert self.library.redo() is not None
        assert dump(self.library) == before

    @rule(which=st.integers(0, 40))
    def take_one_step_back(self, which: int) -> None:
        done = [step.id for step in self.library.history() if step.state == "done"]
        if done:
            self.attempt(lambda: len(take_back(self.library, done[which % len(done)])))

    @rule()
    def undo(self) -> None:
        self.library.undo()

    @rule()
    @precondition(lambda self: self.library.next_labels()[1] is not None)
    def redo(self) -> None:
        assert self.library.redo() is not None

    @rule()
    def what_is_kept_in_memory_is_right(self) -> None:
        assert self.roster.people(TODAY) == briefs(self.library, TODAY)

    def teardown(self) -> None:
        if not hasattr(self, "library"):
            return
        while self.library.redo():
            pass
        self.what_is_kept_in_memory_is_right()
        end = (dump(self.library), searchable(self.library))
        self.take_all_back()
        self.do_all_again(end)
        self.library.close()
        self.library = self.opened()
        self.take_all_back()
        self.do_all_again(end)
        assert self.library.problems() == []
        self.library.close()
        shutil.rmtree(self.folder)

    def take_all_back(self) -> None:
        while self.library.undo():
            pass
        assert (dump(self.library), searchable(self.library)) == self.start

    def do_all_again(self, end: object) -> None:
        while self.library.redo():
            pass
        assert (dump(self.library), searchable(self.library)) == end
