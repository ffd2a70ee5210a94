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

_ROWS = 8
_HEADS = ("Told as", "Forecasts", "Told on average", "Happened")


class ForecastsDialog(Dialog):
    """What was told, beside what happened. Nothing is corrected unless that is allowed here."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, "How earlier forecasts held up", parent, primary="Close")
        self.cancel.hide()
        self.finding = StyledLabel(desk.theme, "", "body", "ink", wrap=True)
        self.rest = StyledLabel(desk.theme, "", "caption", "ink3", wrap=True)
        self.table = ChartTable(desk.theme)
        self.table.setAccessibleName("What was told and what happened")
        self.correction = StyledLabel(desk.theme, "", "body", "ink2", wrap=True)
        self.correct = Button(desk.theme, "")
        self.correct.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.correction, 1)
        row.addWidget(self.correct)
        for widget in (self.finding, self.table, self.rest):
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
        table = _table(found)
        self.table.show_table(table)
        self.table.setVisible(bool(table.length))
        self.table.setFixedHeight(self.desk.theme.px(24) * (min(_ROWS, table.length) + 1) + 18)
        self.correction.setText(correction_words(found))
        self.correct.set_words("Correct no longer" if found.correcting.allowed else "Let them be corrected")
        self.fit()

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
