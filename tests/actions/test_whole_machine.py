"""P16 over libraries made by real actions: export, import into an empty library, export again: byte-equal."""

from __future__ import annotations

import shutil

from hypothesis import HealthCheck, settings

from planner.actions.exports.wanted import Format
from planner.actions.imports.whole import import_whole, review_whole
from planner.library import Library
from tests.actions.export_library import exported
from tests.actions.life import NOW
from tests.actions.test_undo_machine import Life
from tests.dump import dump


class Leaving(Life):
    """Whatever somebody did with a library, it leaves whole and comes back whole."""

    def teardown(self) -> None:
        if not hasattr(self, "library"):
            return
        with Library(self.folder / "other.rapport", clock=lambda: NOW) as other:
            start = dump(other)
            for private in (True, False):
                first, second = (self.folder / f"{name}-{private}.json" for name in ("first", "second"))
                exported(self.library, first, Format.JSON, private=private)
                import_whole(other, review_whole(other, first))
                exported(other, second, Format.JSON, private=private)
                assert first.read_bytes() == second.read_bytes()
                if private:
                    assert dump(other) == dump(self.library)
                assert other.problems() == []
                other.undo()
                assert dump(other) == start
        self.library.close()
        shutil.rmtree(self.folder)


TestLeaving = Leaving.TestCase
TestLeaving.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
