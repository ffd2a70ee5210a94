"""The lines that add a dated thing to a person's page: a fact, a view, something learned or given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.actions import favours, trust, understanding
from planner.domain.angles import Angle, LearnedFrom
from planner.domain.commitments import By
from planner.domain.dimensions import Dimension
from planner.domain.reciprocity import FavourKind
from planner.domain.trust_band import Stage
from planner.domain.views import ViewKind
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.panel import quiet_link
from planner.ui.theme import Theme
from planner.ui.widgets.add_row import AddRow, Asked, Picked
from planner.ui.widgets.segment import Choice

_FOR, _AGAINST = "for", "against"
_SIGNS = (Choice(_FOR, "Speaks for"), Choice(_AGAINST, "Against"))
_DIMENSIONS = tuple(Choice(each.value, each.value.capitalize()) for each in Dimension)
_STAGES = tuple(Choice(each.value, each.value.capitalize()) for each in Stage)
_SOURCES = (
    Choice(LearnedFrom.THEY_SAID.value, "They said"),
    Choice(LearnedFrom.I_SAW.value, "I saw"),
    Choice(LearnedFrom.TOLD.value, "I was told"),
    Choice(LearnedFrom.GUESS.value, "My guess"),
)
_WORD = tuple(Choice(str(each), f"{each} %") for each in (50, 70, 80, 90, 95))
_CLOSE = tuple(Choice(str(each), str(each)) for each in range(1, 6))


class Adding:
    """Each method answers what an AddRow asks for, about one person."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        self._desk, self._person_id = desk, person_id

    def evidence(self, dimension: Dimension | None = None) -> Asked:
        """A fact that speaks for or against, of one dimension or of one that is chosen."""
        chosen = () if dimension else (("dimension", _DIMENSIONS),)

        def add(text: str, picked: Picked) -> None:
            form = trust.EvidenceForm(
                dimension=dimension or Dimension(picked["dimension"]),
                speaks_for=picked["sign"] == _FOR,
                what=text,
                on=self._desk.today,
            )
            self._do(partial(trust.note_evidence, form=form), "Noted the fact")

        return Asked(
            button="Add a fact",
            placeholder="What happened, in a line",
            add=add,
            choices=(("sign", _SIGNS), *chosen),
        )

    def own_view(self) -> Asked:
        """A view of trust of one's own, with the fact behind it."""

        def add(text: str, picked: Picked) -> None:
            place = (tuple(Stage).index(Stage(picked["stage"])) + 0.5) / len(Stage)
            self._view(ViewKind.TRUST, place, text)

        return Asked(
            button="I see it differently",
            placeholder="The fact that lets you see it so",
            add=add,
            choices=(("stage", _STAGES),),
            icon="edit",
        )

    def keeps_word(self) -> Asked:
        """How many of their promises you expect them to keep, before any record."""
        return Asked(
            button="Say what you expect of promises to you",
            placeholder="Why, if you like",
            add=lambda text, picked: self._view(ViewKind.KEEPS_WORD, int(picked["share"]) / 100, text),
            choices=(("share", _WORD),),
            says=lambda _text, picked: f"Enter keeps: you expect {picked['share']} % of them to be kept.",
        )

    def closeness(self) -> Asked:
        """How close you are, from one to five."""
        return Asked(
            button="Say how close you are",
            placeholder="Why, if you like",
            add=lambda text, picked: self._view(ViewKind.CLOSENESS, int(picked["close"]), text),
            choices=(("close", _CLOSE),),
            says=lambda _text, picked: f"Enter keeps {picked['close']} of 5; from 4 on you count as close.",
        )

    def learned(self, angle: Angle, question: str = "") -> Asked:
        """Something learned under an angle, perhaps as the answer to a question."""

        def add(text: str, picked: Picked) -> None:
            form = understanding.LearnedForm(
                angle=angle,
                learned=text,
                on=self._desk.today,
                source=LearnedFrom(picked["source"]),
                question=question,
            )
            said = "Filed the answer" if question else "Noted what you learned"
            self._do(partial(understanding.learn, form=form), said)

        return Asked(
            button="Write down the answer" if question else "Add what you learned",
            placeholder="The answer, in a line" if question else "What you learned, in a line",
            add=add,
            choices=(("source", _SOURCES),),
            part=question,
            says=lambda _text, picked: (
                "A guess does not count as knowing." if picked["source"] == LearnedFrom.GUESS else ""
            ),
        )

    def given(self, they: str) -> Asked:
        """An answer, an introduction or a favour, by either."""

        def add(text: str, picked: Picked) -> None:
            form = favours.FavourForm(
                by=By(picked["by"]), kind=FavourKind(picked["kind"]), on=self._desk.today, what=text
            )
            self._do(partial(favours.note_favour, form=form), "Noted what was given")

        return Asked(
            button="Add what was given",
            placeholder="What it was, if you like",
            add=add,
            choices=(
                ("by", (Choice(By.YOU.value, "You gave"), Choice(By.THEY.value, f"{they} gave"))),
                ("kind", tuple(Choice(each.value, each.value.capitalize()) for each in FavourKind)),
            ),
        )

    def _view(self, kind: ViewKind, value: float, fact: str) -> None:
        view = partial(trust.record_view, kind=kind, value=value, fact=fact, on=self._desk.today)
        self._do(view, "Kept how you see it")

    def _do(self, action: Callable[..., object], said: str) -> None:
        do = partial(action, self._desk.library, self._person_id, today=self._desk.today)
        Changing(self._desk).do(do, said)


class Link(NamedTuple):
    """A quiet button at the foot of a sheet: its words, its icon, and what a click does."""

    words: str
    icon: str
    act: Callable[[], None]


def foot(theme: Theme, *asked: Asked, links: Sequence[Link] = ()) -> QWidget:
    """What stands at the foot of a sheet: one line for each thing that can be added, and quiet links."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 4, 10, 0)
    column.setSpacing(2)
    for each in asked:
        column.addWidget(AddRow(theme, each))
    for link in links:
        button = quiet_link(theme, link.words, link.icon)
        button.clicked.connect(lambda _on=False, act=link.act: act())
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return ground
