"""What each command does: from its id and subject to an action or a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.actions import commitments, conversations, people, people_several, plans, several
from planner.domain import words
from planner.domain.commitments import Outcome
from planner.ui.commands import BY_ID
from planner.ui.desk import Desk
from planner.ui.doing_papers import PAPERS
from planner.ui.doing_person import PERSON_DOINGS
from planner.ui.menus import fits
from planner.ui.screen import Subject
from planner.ui.tidy.doing import TIDYING

Doing = Callable[[Desk, Subject, QWidget], None]


def run(desk: Desk, parent: QWidget, command_id: str, subject: Subject) -> bool:
    """Run a command on a subject; False where it is not one of these or the subject lacks something."""
    doing = _DOINGS.get(command_id)
    if doing is None or not fits(BY_ID[command_id], subject):
        return False
    doing(desk, subject, parent)
    return True


def _plan(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.day_list import DayList

    DayList(desk, subject, parent, moving=bool(subject.plan_id)).exec()


def _move(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.day_list import DayList

    DayList(desk, subject, parent, moving=True).exec()


def _new_plan(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.plan_dialog import PlanDialog

    PlanDialog(desk, Subject(people=subject.people), parent).exec()


def _change_plan(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.plan_dialog import PlanDialog

    PlanDialog(desk, subject, parent, plan_id=subject.plan_id).exec()


def _log(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.log_dialog import LogDialog

    LogDialog(desk, subject, parent).exec()


def _message(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    from planner.ui.mail import draft_message

    draft_message(desk, subject.people)


def _change_talk(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.log_dialog import LogDialog

    LogDialog(desk, subject, parent, conversation_id=subject.conversation_id).exec()


def _remove_talk(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    desk.do(
        lambda: conversations.remove_conversation(desk.library, subject.conversation_id),
        "Removed the conversation",
    )


def _open(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    desk.person_wanted.emit(subject.people[0])


def _promise(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.promise_dialog import PromiseDialog

    PromiseDialog(desk, subject.people[0], parent).exec()


def _rest(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.rest_dialog import RestDialog

    RestDialog(desk, subject.people, parent).exec()


def _rhythm(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.rhythm_dialog import RhythmDialog

    RhythmDialog(desk, subject.people, parent).exec()


def _new_promise(desk: Desk, _subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.promise_dialog import PromiseDialog

    PromiseDialog(desk, 0, parent).exec()


def _change_promise(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.promise_dialog import PromiseDialog

    PromiseDialog(desk, 0, parent, subject.commitment_id).exec()


def _another_day(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.another_day_dialog import AnotherDayDialog

    AnotherDayDialog(desk, subject.commitment_id, parent).exec()


def _ended(outcome: Outcome, said: str) -> Doing:
    def doing(desk: Desk, subject: Subject, _parent: QWidget) -> None:
        end = partial(commitments.end_commitment, desk.library, subject.commitment_id, outcome)
        desk.done(partial(end, today=desk.today), f"Commitment: {said}")

    return doing


def _reopen(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    reopen = partial(commitments.reopen_commitment, desk.library, subject.commitment_id)
    desk.done(reopen, "Opened the commitment again")


def _remove_promise(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    remove = partial(commitments.remove_commitment, desk.library, subject.commitment_id)
    desk.done(remove, "Removed the commitment")


def _layer(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.layer_dialog import LayerDialog

    LayerDialog(desk, subject.people, parent).exec()


def _tag(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.tag_dialog import TagDialog

    TagDialog(desk, subject.people, parent).exec()


def _end_rest(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    names = people.names_in_a_row(desk.library, subject.people)
    desk.done(lambda: people_several.end_rests(desk.library, subject.people), f"The rest of {names} is over")


def _archive(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    names = people.names_in_a_row(desk.library, subject.people)
    desk.done(lambda: people_several.archive(desk.library, subject.people), f"Archived {names}")


def _unarchive(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    names = people.names_in_a_row(desk.library, subject.people)
    desk.done(lambda: people_several.bring_back(desk.library, subject.people), f"Brought {names} back")


def _initiative(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.initiatives.add_dialog import AddToInitiativeDialog

    AddToInitiativeDialog(desk, subject.people, parent).exec()


def _edit(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.person_dialog import PersonDialog

    PersonDialog(desk, subject.people[0], parent).exec()


def _add_person(desk: Desk, _subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.person_dialog import PersonDialog

    PersonDialog(desk, None, parent).exec()


def _time_aside(desk: Desk, _subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.aside_dialog import TimeAsideDialog

    TimeAsideDialog(desk, parent).exec()


def _leave(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.stretches_dialog import LeaveDialog

    LeaveDialog(desk, parent, subject.day).exec()


def _away(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.stretches_dialog import AwayDialog

    AwayDialog(desk, subject.people[0], parent).exec()


def _export(desk: Desk, subject: Subject, parent: QWidget) -> None:
    _export_some(desk, subject, parent, only_chosen=False)


def _export_people(desk: Desk, subject: Subject, parent: QWidget) -> None:
    _export_some(desk, subject, parent, only_chosen=True)


def _export_some(desk: Desk, subject: Subject, parent: QWidget, *, only_chosen: bool) -> None:
    from planner.ui.exporting.dialog import ExportDialog

    ExportDialog(desk, subject, parent, only_chosen=only_chosen).exec()


def _let_go(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    ids = subject.plan_ids
    if len(ids) > 1:
        desk.done(lambda: several.let_plans_go(desk.library, ids), f"Let {len(ids)} plans go")
        return
    names = people.names_in_a_row(desk.library, subject.people)
    desk.do(lambda: plans.let_go(desk.library, ids[0]), f"Let the plan with {names} go")


def _talked(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    ids = subject.plan_ids
    if len(ids) > 1:
        desk.done(
            lambda: several.plans_talked(desk.library, ids, now=desk.now), f"Logged {len(ids)} conversations"
        )
        return
    names = people.names_in_a_row(desk.library, subject.people)
    desk.do(lambda: plans.talked(desk.library, ids[0], now=desk.now), f"Logged your talk with {names}")


def _save_again(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    if desk.unsaved.holds(subject):
        desk.unsaved.retry(subject)
    else:
        desk.said.emit("Nothing on this card waits to be saved.", False)


def _duplicate(desk: Desk, subject: Subject, _parent: QWidget) -> None:
    from planner.actions.repeats import duplicate_plans

    made = desk.do(lambda: duplicate_plans(desk.library, subject.plan_ids, today=desk.today))
    if made is None:
        return
    day, _ = plans.when(desk.library, made[0])
    what = f"{len(made)} plans" if len(made) > 1 else people.names_in_a_row(desk.library, subject.people)
    said = f"Duplicated {what} to {words.day_words(day, desk.today)}"
    desk.said.emit(said, True)
    desk.announced.emit(said)


def _repeat(desk: Desk, subject: Subject, parent: QWidget) -> None:
    from planner.ui.dialogs.repeat_dialog import RepeatDialog

    RepeatDialog(desk, subject, parent).exec()


def _by_days(days: int) -> Doing:
    way = f"{words.count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
    way = way.replace("7 days", "a week").replace("1 day", "a day")

    def doing(desk: Desk, subject: Subject, _parent: QWidget) -> None:
        ids = subject.plan_ids
        if len(ids) > 1:
            moved = partial(several.plans_moved_by_days, desk.library, ids, days, today=desk.today)
            desk.done(moved, f"Moved {len(ids)} plans {way}")
        elif desk.done(lambda: plans.moved_by_days(desk.library, ids[0], days, today=desk.today)):
            _say_where(desk, subject)

    return doing


def _by_minutes(minutes: int) -> Doing:
    way = f"{abs(minutes)} minutes {'later' if minutes > 0 else 'earlier'}"

    def doing(desk: Desk, subject: Subject, _parent: QWidget) -> None:
        ids = subject.plan_ids
        if len(ids) > 1:
            moved = partial(several.plans_moved_in_day, desk.library, ids, minutes, today=desk.today)
            desk.done(moved, f"Moved {len(ids)} plans {way}")
        elif desk.done(lambda: plans.moved_in_day(desk.library, ids[0], minutes, today=desk.today)):
            _say_where(desk, subject)

    return doing


def _say_where(desk: Desk, subject: Subject) -> None:
    """Name the day and time a plan has now, in the toast and, with what is left of the day, to be heard."""
    from planner.domain.slot import left_words
    from planner.queries.forms import days_ahead

    day, starts = plans.when(desk.library, subject.plan_ids[0])
    at = f" {starts:%H:%M}" if starts else ""
    names = people.names_in_a_row(desk.library, subject.people)
    desk.said.emit(f"Moved {names} to {words.long_weekday(day)} {words.short_day(day, desk.today)}{at}", True)
    left = left_words(days_ahead(desk.library, day, 1)[0].left_minutes)
    desk.announced.emit(f"Moved to {words.long_weekday(day)}{at}{left}")


_DOINGS: dict[str, Doing] = {
    "plan": _plan,
    "move": _move,
    "new_plan": _new_plan,
    "change_plan": _change_plan,
    "log": _log,
    "message": _message,
    **PAPERS,
    "new_log": _log,
    "change_talk": _change_talk,
    "remove_talk": _remove_talk,
    "open": _open,
    "promise": _promise,
    "new_promise": _new_promise,
    "kept": _ended(Outcome.KEPT, "kept"),
    "kept_late": _ended(Outcome.KEPT_LATE, "kept late"),
    "not_kept": _ended(Outcome.BROKEN, "not kept"),
    "released": _ended(Outcome.RELEASED, "no longer needed"),
    "another_day": _another_day,
    "reopen": _reopen,
    "change_promise": _change_promise,
    "remove_promise": _remove_promise,
    "rest": _rest,
    "rhythm": _rhythm,
    "layer": _layer,
    "tag": _tag,
    "end_rest": _end_rest,
    "archive": _archive,
    "unarchive": _unarchive,
    "initiative": _initiative,
    "edit": _edit,
    "add_person": _add_person,
    **TIDYING,
    "time_aside": _time_aside,
    "leave": _leave,
    "away": _away,
    "export": _export,
    "export_people": _export_people,
    "let_go": _let_go,
    "save_again": _save_again,
    "talked": _talked,
    "duplicate": _duplicate,
    "repeat": _repeat,
    "day_later": _by_days(1),
    "day_earlier": _by_days(-1),
    "week_later": _by_days(7),
    "week_earlier": _by_days(-7),
    "later": _by_minutes(15),
    "earlier": _by_minutes(-15),
    **PERSON_DOINGS,
}

HERE = frozenset(_DOINGS)
"""Ids of the commands that are done here; the others are the window's own."""
