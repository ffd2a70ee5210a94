"""What the commands that keep everybody in order do: merging, the trash, and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.actions.people import names_in_a_row
from planner.ui.desk import Desk
from planner.ui.screen import Subject


def _merge(desk: Desk, subject: Subject, parent: QWidget) -> None:
    if len(subject.people) == 2:
        from planner.ui.tidy.merge_dialog import open_merge

        open_merge(desk, *subject.people, parent)
    elif len(subject.people) == 1:
        from planner.ui.tidy.with_whom_dialog import WithWhomDialog

        WithWhomDialog(desk, subject.people[0], parent).exec()
    else:
        desk.said.emit("Choose two entries of one person, then this makes one of them.", False)


def _remove(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    from planner.actions.trash import move_to_trash

    names = names_in_a_row(desk.library, subject.people)
    desk.done(
        lambda: move_to_trash(desk.library, subject.people, today=desk.today), f"Moved {names} to the trash"
    )


def _put_back(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    from planner.actions.trash import put_back

    names = names_in_a_row(desk.library, subject.people)
    desk.done(lambda: put_back(desk.library, subject.people), f"Put {names} back")


TIDYING: dict[str, Callable[[Desk, Subject, QWidget], None]] = {
    "merge": _merge,
    "remove": _remove,
    "put_back": _put_back,
}
