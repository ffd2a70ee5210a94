"""The validation of forecasts: nothing later leaks in, yardsticks are right, the invented log is sound."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks import forecast
from tests.benchmarks.forecast import difference, scores
from tests.benchmarks.forecast_boosting import boosting
from tests.benchmarks.forecast_fit import logistic_regression, lowest
from tests.benchmarks.forecast_log import cases_at, default_origins, log_of, read_log, recent_rate, split_egos
from tests.benchmarks.forecast_models import (
    BgNbd,
    base_rate,
    bursty_alone,
    censored_gap,
    fit_bg_nbd,
    mean_gap,
    silence_rule,
    two_habits,
)
from tests.benchmarks.forecast_simulation import FIRST_DAY, ORIGINS, World, simulated

DATA = Path(__file__).parents[1] / "data" / "contacts"
ROWS = (
    ("base", base_rate),
    ("mean gap", mean_gap),
    ("bursty", bursty_alone),
    ("two-habit", two_habits),
)


def cdnow() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The 2,357 customers of the CDNOW sample that Fader, Hardie and Lee (2005) fit, in weeks."""
    table = np.loadtxt(DATA / "cdnow.csv", delimiter=",", skiprows=1)
    repeats, recency, age = (np.repeat(table[:, column], table[:, 3].astype(int)) for column in range(3))
    return repeats, recency, age


def test_bg_nbd_on_cdnow_is_as_published() -> None:
    published = BgNbd(r=0.2426, alpha=4.4135, a=0.7929, b=2.4258)
    assert len(cdnow()[0]) == 2_357
    assert published.log_likelihood(*cdnow()).sum() == pytest.approx(-9582.43, abs=0.005)
    found = fit_bg_nbd(*cdnow(), start=(1, 1, 1, 1))
    assert found.log_likelihood(*cdnow()).sum() == pytest.approx(-9582.43, abs=0.005)
    assert (found.r, found.alpha, found.a, found.b) == pytest.approx(
        (0.2426, 4.4135, 0.7929, 2.4258), rel=2e-3
    )


SIM = {
    "no regular relations": (World(30, 0.0), (0.217, 0.386, 0.1799, 0.1792), 0.143),
    "30 % regular": (World(30, 0.3), (0.235, 0.359, 0.1835, 0.1586), 0.119),
    "60 % regular": (World(30, 0.6), (0.242, 0.333, 0.1877, 0.1394), 0.097),
    "fast": (World(10, 0.4), (0.230, 0.536, 0.1191, 0.0926), 0.051),
    "slow": (World(80, 0.4), (0.206, 0.245, 0.1844, 0.1633), 0.129),
}


@pytest.mark.parametrize("name", SIM)
def test_the_invented_log_gives_the_published_scores(name: str) -> None:
    world, published, oracle = SIM[name]
    made = simulated(world)
    found, cases = scores(made.log, made.log, [FIRST_DAY + day for day in ORIGINS], ROWS)
    found.append(forecast.score("oracle", made.oracle, cases))
    for row, expected in zip(found, (*published, oracle), strict=True):
        assert row.brier[1] == pytest.approx(expected, abs=0.01), row.name


def test_at_an_origin_nothing_later_is_known() -> None:
    log = log_of([0, 0, 1], [[100, 110, 130], [105, 300], [119]])
    cases = cases_at(log, 120)
    assert cases.pair.tolist() == [0, 1, 2] and cases.contacts.tolist() == [2, 1, 1]
    assert cases.since.tolist() == [10.5, 15.5, 1.5] and cases.age.tolist() == [20.5, 15.5, 1.5]
    assert cases.gaps.lengths.tolist() == [10]
    assert cases.wait.tolist() == [10, 180, np.inf] and cases.watched == 180
    assert cases.happened(30).tolist() == [True, False, False]
    later = log_of([0, 0, 1], [[100, 110, 121], [105], [119, 400]])
    assert two_habits(log, [])(cases, 30).tolist() == two_habits(later, [])(cases_at(later, 120), 30).tolist()


def test_relations_silent_for_too_long_are_not_asked_about() -> None:
    log = log_of([0, 0], [[100], [281, 500]])
    assert cases_at(log, 280).pair.tolist() == [0]
    assert cases_at(log, 281).pair.tolist() == [1]


def test_the_yardsticks() -> None:
    log = log_of([0, 0], [[100, 110, 130], [119, 140]])
    cases = cases_at(log, 135)
    assert mean_gap(log, [])(cases, 30) == pytest.approx([1 - np.exp(-30 / 15)] * 2)
    assert censored_gap(log, [])(cases, 30) == pytest.approx(
        [1 - np.exp(-30 * 3 / 35.5), 1 - np.exp(-30 / 16.5)]
    )
    assert base_rate(log, [])(cases, 10).tolist() == [0.5, 0.5]
    assert recent_rate(log, 135, 10) == 0.5
    silent = cases_at(log_of([0], [[100, 101, 400]]), 120)
    assert silence_rule(log, [])(silent, 30).tolist() == [0.0]


def test_a_csv_is_read_by_the_days_of_a_zone(tmp_path: Path) -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC).timestamp()
    file = tmp_path / "log.csv"
    file.write_text(f"ego,alter,unix_time\na,b,{late}\na,b,{late + 60}\na,c,{late + 86400}\nd,a,{late}\n")
    log = read_log(file)
    assert log.columns.number.tolist() == [1, 1, 1] and log.ego.tolist() == [0, 0, 1]
    day = datetime(2026, 3, 1, tzinfo=UTC).date().toordinal()
    assert log.columns.days.tolist() == [day, day + 1, day]
    assert read_log(file, "Europe/Zurich").columns.days.tolist() == [day + 1, day + 2, day + 1]
    with pytest.raises(SystemExit, match="no rows"):
        (tmp_path / "empty.csv").write_text("ego,alter,unix_time\n")
        read_log(tmp_path / "empty.csv")


def test_egos_learn_or_are_asked_never_both() -> None:
    log = simulated(World(egos=8)).log
    learning, asked = split_egos(log, 1)
    assert len(learning) == len(asked) == 4 and not learning & asked
    assert set(log.of(asked).ego.tolist()) == asked
    assert default_origins(log, 60)[:2] == (log.first + 180, log.first + 240)


def test_the_tools_for_fitting() -> None:
    assert lowest(lambda x: float((x[0] - 3) ** 2 + 2 * (x[1] + 1) ** 2), np.zeros(2)) == pytest.approx(
        [3, -1], abs=1e-3
    )
    rng = np.random.default_rng(1)
    x = rng.standard_normal(4_000)
    happened = rng.random(4_000) < 1 / (1 + np.exp(-(0.5 + 2 * x)))
    found = logistic_regression(np.column_stack([np.ones(4_000), x]), happened)
    assert found == pytest.approx([0.5, 2], abs=0.2)


def test_boosting_learns_more_than_the_base_rate() -> None:
    learning, asked = simulated(World(egos=10), seed=5).log, simulated(World(egos=10), seed=6).log
    rows = (("base", base_rate), ("boosting", boosting))
    found, cases = scores(learning, asked, [FIRST_DAY + 300, FIRST_DAY + 500], rows)
    gain, low, high = difference(found[0], found[1], np.concatenate([each.ego for each in cases]))
    assert 0 < low < gain < high


def test_the_table_for_any_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log = simulated(World(median=12, egos=6), seed=3).log
    file = tmp_path / "log.csv"
    lines = ["ego,alter,unix_time"]
    for place, ego in enumerate(log.ego):
        days = log.columns.days[log.columns.starts[place] : log.columns.starts[place + 1]]
        lines += [f"e{ego},a{place},{(int(day) - 719_163) * 86400 + 43_200}" for day in days]
    file.write_text("\n".join(lines))
    monkeypatch.setattr(sys, "argv", ["forecast", str(file)])
    assert forecast.main() == 0
    written = capsys.readouterr().out
    assert all(f"\n{name} " in written for name, _ in forecast.ROWS)
    assert "base rate" in written.splitlines()[0] and "95 % interval over egos" in written
    two = next(line for line in written.splitlines() if line.startswith("two-habit"))
    assert len(two.split()) == 3 + 7
