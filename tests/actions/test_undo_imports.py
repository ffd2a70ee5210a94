"""P11 for imports of mail and tables: the same machine, which also brings these in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from planner.actions.imports.files import review_drafts, save
from planner.exchange.csv_table.reader import read_table
from tests.actions.life import NOW, TODAY, texts
from tests.actions.mail_archives import drafts, mail
from tests.actions.test_undo_machine import Life
from tests.dump import dump


class LifeWithImports(Life):
    """Everything that the machine does, and mail and tables besides."""

    @rule(days=st.lists(st.integers(0, 60), min_size=1, max_size=5), note=texts)
    def import_mail_and_a_table(self, days: list[int], note: str) -> None:
        messages = [
            mail(each, "me@x.example", day) if day % 2 else mail("me@x.example", each, day)
            for day in days
            for each in ("a@b.example", "Imported <1@i.example>", "Eve <eve@x.example>")
        ]
        rows = read_table(f"Name,E-Mail,Notes\nAna,a@b.example,{note!r}\n".encode())
        assert rows.table is not None
        files = (("Sent", drafts(*messages)), ("a.csv", rows))
        for first in (True, False):
            before = dump(self.library)
            found = review_drafts(self.library, files, today=TODAY)
            chosen = {rows.table.key: rows.table.choices()}
            save(self.library, replace(found, chosen_columns=chosen), now=NOW)
            assert first or dump(self.library) == before, "the same file twice changes nothing"


TestLifeWithImports = LifeWithImports.TestCase
TestLifeWithImports.settings = settings(
    max_examples=8, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
