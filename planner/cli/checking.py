"""`rapport forecast-check`: how earlier forecasts held up."""

from __future__ import annotations

from planner.actions.forecast_log import resolve_forecasts
from planner.actions.recalibrate import allow_recalibration, look_again, reset_recalibration
from planner.cli.cadence_shapes import check_shape
from planner.cli.call import Call
from planner.cli.shapes import print_json
from planner.cli.table import tell
from planner.domain import words
from planner.queries.forecast_check import ForecastCheck
from planner.queries.forecast_check import forecast_check as checked


def forecast_check(call: Call) -> int:
    """How earlier forecasts held up; with --correct, whether they may be corrected by that."""
    chosen = call.options.correct
    with call.writing() if chosen else call.opened() as library:
        if chosen:
            resolve_forecasts(library, call.today)
        if chosen == "on":
            allow_recalibration(library, call.today)
        elif chosen == "off":
            reset_recalibration(library)
        elif call.may_note(library):
            resolve_forecasts(library, call.today)
            look_again(library, call.today)
        found = checked(library, call.today)
    if call.json:
        print_json(check_shape(found))
    else:
        _tell_check(found)
    return 0


def _tell_check(found: ForecastCheck) -> None:
    print(found.sentence)
    print(f"{words.count(found.waiting, 'forecast')} still to come due.", end=" ")
    print(f"{found.prompted} with a suggestion beside them are not counted: the others are a selected part.")
    if found.whole is not None:
        _tell_figures(found)
    print(f"\n{_correction(found)}")


def _tell_figures(found: ForecastCheck) -> None:
    assert found.whole is not None
    print("\nWhat was told and what happened")
    tell(
        [
            (
                f"{words.percent(each.low)} to {words.percent(each.high)}",
                words.count(each.number, "forecast"),
                f"told {words.percent(each.told)}",
                f"happened {words.percent(each.happened)}",
            )
            for each in found.whole.bins
        ],
        indent="  ",
    )
    named = [("all", found.whole)]
    named += [(f"{days} days", check) for days, check in found.horizons]
    named += [(f"told in {words.month_title(month)}", check) for month, check in found.months]
    print("\nBrier score (lower is better), and skill against simpler rules (above 0 is better)")
    tell(
        [
            (
                name,
                words.count(check.forecasts, "forecast"),
                f"Brier {check.brier:.3f}",
                f"usual rate {_signed(check.skill)}",
                f"mean gap {_signed(check.skill_mean_gap)}",
                f"smoothed gap {_signed(check.skill_smoothed_gap)}",
                f"slope {_figure(check.slope)}",
                f"order {_figure(check.concordance)}",
            )
            for name, check in named
        ],
        indent="  ",
    )


def _signed(value: float | None) -> str:
    return "not known" if value is None else f"{value:+.2f}"


def _figure(value: float | None) -> str:
    return "not known" if value is None else f"{value:.2f}"


def _correction(found: ForecastCheck) -> str:
    known = found.correcting
    if not known.allowed:
        return "Forecasts are told as the model finds them. “--correct on” lets them be corrected."
    if known.correction.slope == 1 and known.correction.shift == 0:
        return "A correction is allowed, but none is proven to help."
    return "Forecasts are corrected by how earlier ones held up. “--correct off” takes that back."
