"""What the commands do that put people on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.ui.desk import Desk
from planner.ui.screen import Subject


def _brief(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.queries.meeting_brief import people_of_plan
    from planner.ui.brief.dialog import BriefDialog

    plan_id = subject.plan_id if len(subject.plan_ids) == 1 else 0
    wanted = people_of_plan(desk.library, plan_id) if plan_id else subject.people
    together = bool(plan_id) or not subject.several
    dialog = desk.do(lambda: BriefDialog(desk, wanted, parent, plan_id=plan_id, together=together))
    if dialog is not None:
        dialog.exec()


def _about(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.about.dialog import AboutDialog

    dialog = desk.do(lambda: AboutDialog(desk, subject.people[0], parent))
    if dialog is not None:
        dialog.exec()


PAPERS: dict[str, Callable[[Desk, Subject, QWidget], None]] = {"brief": _brief, "about": _about}
