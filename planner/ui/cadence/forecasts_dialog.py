"""How earlier forecasts held up, and whether later ones may be corrected by that."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.actions.recalibrate import allow_recalibration, reset_recalibration
from planner.domain import words
from planner.queries.forecast_check import ForecastCheck, forecast_check
from planner.ui.charts.table import ChartTable, Table, table_of
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel

_ROWS, _SKILL_ROWS = 8, 6
_HEADS = ("Told as", "Forecasts", "Told on average", "Happened")
_SKILL_HEADS = ("Which", "Forecasts", "Brier", "Usual rate", "Mean gap", "Smoothed gap", "Slope")
_NOT_KNOWN = "not known yet"
_SKILL_WORDS = (
    "Brier: the lower, the better. Usual rate, mean gap and smoothed gap: skill against forecasts by that "
    "rule alone, above 0 is better than it. Slope: 1 is right, below 1 was too sure."
)


class ForecastsDialog(Dialog):
    """What was told, beside what happened. Nothing is corrected unless that is allowed here."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(
            desk, "How earlier forecasts held up", parent, primary="Close", width=640, scrolls=True
        )
        self.cancel.hide()
        self.finding = StyledLabel(desk.theme, "", "body", "ink", wrap=True)
        self.rest = StyledLabel(desk.theme, "", "caption", "ink3", wrap=True)
        self.table = ChartTable(desk.theme)
        self.table.setAccessibleName("What was told and what happened")
        self.skill_title = StyledLabel(desk.theme, "How well they did", "strong", "ink")
        self.skill_words = StyledLabel(desk.theme, _SKILL_WORDS, "caption", "ink3", wrap=True)
        self.skills = ChartTable(desk.theme)
        self.skills.setAccessibleName("How well the forecasts did, all, by horizon and by month")
        self.correction = StyledLabel(desk.theme, "", "body", "ink2", wrap=True)
        self.correct = Button(desk.theme, "")
        self.correct.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.correction, 1)
        row.addWidget(self.correct)
        for widget in (self.finding, self.table, self.rest, self.skill_title, self.skills, self.skill_words):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self._show()

    def save(self) -> None:
        """Close."""
        self.accept()

    def _show(self) -> None:
        found = forecast_check(self.desk.library, self.desk.today)
        self.finding.setText(found.sentence)
        self.rest.setText(
            f"{words.count(found.waiting, 'forecast')} still to come due. {found.prompted} with a plan or a "
            "suggestion beside them are not counted: they say nothing of what happens if nobody acts."
        )
        self._fill(self.table, _table(found), _ROWS)
        skills = _skills(found)
        self._fill(self.skills, skills, _SKILL_ROWS)
        for label in (self.skill_title, self.skill_words):
            label.setVisible(bool(skills.length))
        self.correction.setText(correction_words(found))
        self.correct.set_words("Correct no longer" if found.correcting.allowed else "Let them be corrected")
        self.fit()

    def _fill(self, shown: ChartTable, table: Table, most: int) -> None:
        """Show a table with no more room than it needs, and none where it is empty."""
        shown.show_table(table)
        shown.setVisible(bool(table.length))
        shown.setFixedHeight(self.desk.theme.px(24) * (min(most, table.length) + 1) + 18)

    def _turn(self) -> None:
        library, today = self.desk.library, self.desk.today
        if forecast_check(library, today).correcting.allowed:
            self.desk.do(lambda: reset_recalibration(library), "Forecasts are the model's own again")
        else:
            self.desk.do(lambda: allow_recalibration(library, today), "Forecasts may be corrected")
        self._show()


def correction_words(found: ForecastCheck) -> str:
    """Whether forecasts are corrected, in a sentence."""
    known = found.correcting
    if not known.allowed:
        return "Forecasts are told as the model finds them."
    if known.correction.slope == 1 and known.correction.shift == 0:
        return "A correction is allowed, but none is proven to help."
    return "Forecasts are corrected by how earlier ones held up."


def _table(found: ForecastCheck) -> Table:
    bins = found.whole.bins if found.whole is not None else ()
    rows = [
        (
            f"{words.percent(each.low)} to {words.percent(each.high)}",
            str(each.number),
            words.percent(each.told),
            words.percent(each.happened),
        )
        for each in bins
    ]
    return table_of(_HEADS, rows, (1, 2, 3))


def _skills(found: ForecastCheck) -> Table:
    """All forecasts, then each horizon and month that has enough of them."""
    named = [] if found.whole is None else [("All", found.whole)]
    named += [(f"Over {words.count(days, 'day')}", check) for days, check in found.horizons]
    named += [(f"Told in {words.month_title(month)}", check) for month, check in found.months]
    rows = [
        (
            name,
            str(check.forecasts),
            f"{check.brier:.3f}",
            *(_told(each, "+.2f") for each in (check.skill, check.skill_mean_gap, check.skill_smoothed_gap)),
            _told(check.slope, ".2f"),
        )
        for name, check in named
    ]
    return table_of(_SKILL_HEADS, rows, range(1, len(_SKILL_HEADS)))


def _told(value: float | None, form: str) -> str:
    return _NOT_KNOWN if value is None else format(value, form).replace("-", "−")
