"""The programme of planning.py, solved exactly by HiGHS (SCIENCE 4.4)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from time import monotonic
from typing import TYPE_CHECKING, Any

from planner.actions.suggest_model import TIE, Model
from planner.domain.planning import PROMISE_WORTH, Instance, Solution, value_of
from planner.domain.planning_fallback import filled

if TYPE_CHECKING:
    import highspy

RELATIVE_GAP = 1e-3
"""The solver stops this close to the best possible value, as a share of it."""

Stopped = Callable[[], bool]


def solved(instance: Instance, *, seconds: float = 3.0, stopped: Stopped = lambda: False) -> Solution | None:
    """The best plan found in the time, with its bound; None where the pinned people do not fit.

    The plan of planning_fallback.py is the start, so the answer is never worse than that one, which is
    the answer where HiGHS is missing. `stopped` is asked now and then, in this thread; what was found by
    then is the answer.
    """
    begun = monotonic()
    start = filled(instance, lambda: stopped() or monotonic() - begun > seconds / 4)
    usable = start if instance.pinned <= start.people else None
    if not instance.allowed() or stopped():
        return usable
    try:
        import highspy
    except ImportError:
        return usable
    model = Model(instance, instance.allowed())
    solver = _solver(model, usable, RELATIVE_GAP * max(start.objective, 1.0))
    solver.setOptionValue("time_limit", max(0.05, seconds - (monotonic() - begun)))
    _stop_when(solver, stopped)
    solver.run()
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return usable
    return _solution(instance, model, solver)


def _solver(model: Model, start: Solution | None, gap: float) -> highspy.Highs:
    """HiGHS with the programme, and with the plan to start from where there is one."""
    import highspy
    import numpy

    class Quiet(highspy.Highs):
        """Silent from its making on: else 1.16 greets on the standard output."""

        def enableCallbacks(self) -> None:
            self.silent()
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    solver = Quiet()  # type: ignore[no-untyped-call]
    # One thread and one seed: the same library gets the same plan.
    for option, value in (("random_seed", 0), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", gap)):
        solver.setOptionValue(option, value)
    solver.passModel(_programme(model))
    if start is not None:
        values = model.values(start.choices)
        columns = numpy.arange(len(values), dtype=numpy.int32)
        solver.setSolution(len(values), columns, numpy.array(values))
    return solver


def _programme(model: Model) -> highspy.HighsLp:
    import highspy

    programme = highspy.HighsLp()
    programme.sense_ = highspy.ObjSense.kMaximize
    programme.num_col_, programme.num_row_ = len(model.costs), len(model.rows)
    programme.col_cost_ = model.costs
    programme.col_lower_ = [0.0] * len(model.costs)
    programme.col_upper_ = model.most
    whole, any_number = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    rest = len(model.costs) - model.whole
    programme.integrality_ = [whole] * model.whole + [any_number] * rest
    programme.row_lower_ = [lower for lower, _, _ in model.rows]
    programme.row_upper_ = [upper for _, upper, _ in model.rows]
    matrix = programme.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = [0, *accumulate(len(terms) for _, _, terms in model.rows)]
    matrix.index_ = [column for _, _, terms in model.rows for column in terms]
    matrix.value_ = [value for _, _, terms in model.rows for value in terms.values()]
    return programme


def _stop_when(solver: highspy.Highs, stopped: Stopped) -> None:
    def ask(event: Any) -> None:
        if stopped():
            event.interrupt()

    solver.cbMipInterrupt.subscribe(ask)
    solver.cbSimplexInterrupt.subscribe(ask)


def _solution(instance: Instance, model: Model, solver: highspy.Highs) -> Solution:
    choices = model.choices(list(solver.getSolution().col_value))
    value = value_of(instance, choices)
    promises = PROMISE_WORTH * sum(instance.kept(each.option) for each in choices)
    people = len({each.person_id for each in instance.options})
    bound = float(solver.getInfo().mip_dual_bound) - promises + TIE * people
    return Solution(choices=choices, objective=value, bound=max(value, bound))
