"""Mending trust after a breach: the line that says so on the page, and what it opens to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.actions.repairs import begin_repair
from planner.domain import words
from planner.domain.repair import KEPT_TO_END
from planner.queries.repairs import RepairTrack, repairs_of
from planner.queries.trust import Trust
from planner.ui.desk import Desk
from planner.ui.person.adding import foot
from planner.ui.person.changing import Changing
from planner.ui.person.facts import Fact, Facts
from planner.ui.widgets.add_row import Asked, Picked
from planner.ui.widgets.text_button import TextButton

_LATELY = timedelta(days=60)


class MendingRow(TextButton):
    """Seen while trust is being mended, and where a promise of yours slipped lately and nobody began to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "", "label", "due", wrap=True)

    def show_trust(self, trust: Trust, today: date) -> None:
        """Show how mending stands."""
        track = trust.mending
        said = mending_words(track, today) if track else _offer(trust, today)
        self.show_words(said)
        self.setVisible(bool(said))


def mending_words(track: RepairTrack, today: date) -> str:
    """How far mending has come, and that asking waits for it."""
    since = words.short_day(track.begun_on, today)
    kept = f"{track.kept} of {words.count(KEPT_TO_END, 'promise')} kept in time"
    return f"Mending trust since {since}: {kept}. Ask for nothing until then."


def _offer(trust: Trust, today: date) -> str:
    """The offer to begin, while a broken promise of yours is fresh and newer than the last mending."""
    last = max((each.begun_on for each in trust.repairs), default=date.min)
    fresh = max(last, today - _LATELY)
    slipped = [fact for fact in trust.yours.facts if fact.worth == 0 and (fact.closed_on or today) > fresh]
    return "A promise of yours was not kept. Begin to mend trust?" if slipped else ""


def open_mending(desk: Desk, person_id: int) -> tuple[Callable[[], Facts], QWidget | None]:
    """What the line opens to, and what begins a time of mending where none is open."""
    mending = any(each.ended_on is None for each in repairs_of(desk.library, person_id))
    begins = None if mending else foot(desk.theme, begin_asked(desk, person_id))
    return partial(_facts, desk, person_id), begins


def begin_asked(desk: Desk, person_id: int) -> Asked:
    """The line that begins to mend trust."""

    def begin(text: str, _picked: Picked) -> None:
        begun = partial(begin_repair, desk.library, person_id, why=text, today=desk.today)
        Changing(desk).do(begun, "Began to mend trust")

    return Asked(
        button="Begin to mend trust",
        placeholder="What is to be mended",
        add=begin,
        says=lambda _text, _picked: "The rhythm tightens, and asking waits for two promises kept in time.",
    )


def _facts(desk: Desk, person_id: int) -> Facts:
    today = desk.today
    return Facts(
        title="Mending trust",
        said=f"It ends by itself once you keep {words.small_count(KEPT_TO_END, 'promise')} in time.",
        facts=tuple(
            Fact(
                key=each.id,
                words=each.why,
                when=words.short_day(each.begun_on, today),
                more=f"Mended on {words.short_day(each.ended_on, today)}"
                if each.ended_on
                else f"{each.kept} of {KEPT_TO_END} kept in time so far",
            )
            for each in repairs_of(desk.library, person_id)
        ),
        none="Nothing had to be mended so far.",
    )
