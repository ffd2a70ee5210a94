"""How much you depend on somebody: expertise, time together and mutual benefit, each for itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planner.actions.reliance import assess_reliance
from planner.domain.criticality import Cause, Criticality, Reliance, criticality, gain_words
from planner.domain.errors import KnownError
from planner.domain.names import who
from planner.queries.person_known import PersonKnown
from planner.queries.reliance import reliance_of
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.fact_lists import FactLists
from planner.ui.person.panel import PersonPanel
from planner.ui.theme import Theme
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.in_place import InPlace, Write
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.text import draw_text
from planner.ui.widgets.text_button import TextButton

_ROW, _BAR, _LABEL = 20, 6, 104
_TENTHS = 10


class DependPanel(PersonPanel):
    """Three bars; they open to your assessments, and to the five figures that make them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", "How much you depend")
        self.content.setSpacing(0)
        self._lists = FactLists(desk)
        self._person_id = 0
        self.bars = {cause: CauseBar(desk.theme, cause) for cause in Cause}
        for bar in self.bars.values():
            bar.clicked.connect(lambda _on=False, bar=bar: self._open(bar))
            self.content.addWidget(bar)
        self.said = TextButton(desk.theme, "", "caption", "ink3", wrap=True)
        self.content.addSpacing(3)
        self.content.addWidget(self.said)
        for figure in (self.side, self.said):
            figure.clicked.connect(lambda _on=False, figure=figure: self._open(figure))

    def show_known(self, known: PersonKnown) -> None:
        """Show the newest assessment."""
        self._person_id = known.page.standing.person_id
        found = known.reliance[0].criticality if known.reliance else criticality(Reliance())
        label = found.label.value if found.label else "not known yet"
        self.show_side(label, f"{label}. Opens what makes it so")
        for cause, bar in self.bars.items():
            bar.show_part(found.parts[cause])
        self.said.show_words(_said(found, who(known.page.standing.name, known.page.pronouns)))

    def _open(self, under: QWidget) -> None:
        person, lists = self._person_id, self._lists
        self.facts_wanted.emit(under, lambda: lists.reliance(person), Figures(self.desk, person))


class CauseBar(EnterButton):
    """One cause in words, and a bar from none to all of it."""

    def __init__(self, theme: Theme, cause: Cause) -> None:
        super().__init__(theme)
        self._cause = cause
        self._part: float | None = None
        self.setProperty("focusRadius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float | None) -> None:
        """Show how much of the dependence it makes; None where it was not assessed."""
        self._part = part
        said = "not assessed yet" if part is None else f"{round(100 * part)} of 100"
        self.setAccessibleName(f"{self._cause.capitalize()}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(200, self.theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word and the bar."""
        theme, palette = self.theme, self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, label = self.height() / 2, theme.px(_LABEL)
        top = middle - theme.line("caption") / 2
        ink = palette.accent if self.underMouse() else palette.ink2
        draw_text(painter, 0, top, self._cause.capitalize(), "caption", theme, ink, label - 6)
        if self._part is None:
            draw_text(painter, label, top, "not assessed yet", "caption", theme, palette.ink3)
        else:
            high = theme.px(_BAR)
            track = QRectF(label, round(middle - high / 2), self.width() - label, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.sunken)
            painter.drawRoundedRect(track, 3, 3)
            painter.setBrush(palette.ink2)
            track.setWidth(max(3.0, track.width() * self._part))
            painter.drawRoundedRect(track, 3, 3)
        painter.end()


class Figures(QWidget):
    """The five figures of the newest assessment, each changed where it stands."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.fields: dict[str, InPlace] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 10, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(_ASKED.items()):
            field = InPlace(desk.theme, label, self._writes(name), role="why", empty="not assessed yet")
            grid.addWidget(StyledLabel(desk.theme, label, "caption", "ink3"), row, 0)
            grid.addWidget(field, row, 1)
            self.fields[name] = field
        self._show()

    def _newest(self) -> tuple[Reliance, str]:
        found = reliance_of(self._desk.library, self._person_id)
        return (found[0].reliance, found[0].note) if found else (Reliance(), "")

    def _show(self) -> None:
        known, _ = self._newest()
        for name, field in self.fields.items():
            value = getattr(known, name)
            scaled = value * _TENTHS if value is not None and name in _SHARES else value
            field.show_value("" if scaled is None else f"{scaled:g}")

    def _writes(self, name: str) -> Write:
        def write(text: str) -> None:
            known, note = self._newest()
            changed = _changed(known, name, text)
            assess = partial(assess_reliance, self._desk.library, self._person_id, changed, note=note)
            Changing(self._desk).do(partial(assess, today=self._desk.today), "Assessed how much you depend")
            self._show()

        return write


_SHARES = frozenset({"importance", "benefit_to_you", "benefit_to_them"})
_ASKED = {
    "importance": "Weight of what they know, 0 to 10",
    "alternatives": "Others who could do it",
    "hours_per_week": "Hours together a week",
    "benefit_to_you": "What you gain, 0 to 10",
    "benefit_to_them": "What they gain, 0 to 10",
}


def _changed(known: Reliance, name: str, text: str) -> Reliance:
    """The assessment with another figure; '' is not assessed. Raises KnownError for what is none."""
    if not text:
        return replace(known, **{name: None})
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise KnownError(f"“{text}” is not a figure.") from None
    if name == "alternatives":
        return replace(known, alternatives=int(value))
    if name == "hours_per_week":
        return replace(known, hours_per_week=value)
    share = value / _TENTHS
    return {
        "importance": replace(known, importance=share),
        "benefit_to_you": replace(known, benefit_to_you=share),
        "benefit_to_them": replace(known, benefit_to_them=share),
    }[name]


def _said(found: Criticality, they: str) -> str:
    """What makes the dependence bearable, or what nobody thought about yet; and who of the two gains more."""
    if found.label is None:
        return "It says how much you depend, never what somebody is worth. Open a bar to assess it."
    largest = found.largest
    remedy = largest.remedy if largest else "Nothing that you depend on."
    return f"{remedy} {gain_words(found.imbalance, they)}".strip()
