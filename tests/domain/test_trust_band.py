"""The band of trust: what it promises of any evidence; dimensions (2.3) and the equation's range (2.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.dimensions import Said, Source, dimension_belief, leaning_words
from planner.domain.trust_band import RestsOn, Stage, stage_of, trust_band, width_sentence
from planner.domain.trust_equation import Reflection, range_words


def said(speaks_for: bool, **rest: object) -> Said:
    given_facts: dict[str, object] = {"weight": 1.0, "source": Source.OWN, "age_days": 0} | rest
    return Said(speaks_for=speaks_for, **given_facts)  # type: ignore[arg-type]


# Ability, benevolence, integrity


def test_three_for_and_one_against() -> None:
    found = dimension_belief([said(True)] * 3 + [said(False)])
    assert (found.a, found.b, found.mean) == (5, 3, 0.625)
    assert found.interval == (pytest.approx(0.3413, abs=1e-4), pytest.approx(0.8713, abs=1e-4))
    assert found.chance_of_more_than_half == pytest.approx(0.7734, abs=1e-4)
    assert leaning_words(found) == "leans positive, thin"


def test_clear_needs_much_and_one_sided_evidence() -> None:
    assert leaning_words(dimension_belief([])) == "no evidence yet"
    assert leaning_words(dimension_belief([said(True)] * 4)) == "leans positive, thin"
    assert leaning_words(dimension_belief([said(True)] * 8)) == "clearly positive"
    assert leaning_words(dimension_belief([said(False)] * 8)) == "clearly negative"
    assert leaning_words(dimension_belief([said(True), said(False)] * 4)) == "mixed"
    assert leaning_words(dimension_belief([said(False)] * 4 + [said(True)] * 2)) == "leans negative"


def test_sources_count_for_what_they_are_and_a_rumour_for_nothing() -> None:
    rumours = [said(False, source=Source.RUMOUR, weight=2.0)] * 9
    assert dimension_belief(rumours).evidence == 0
    assert dimension_belief(rumours).trials == 0
    assert dimension_belief([said(True, source=Source.SECOND_HAND)]).evidence == 0.5
    assert dimension_belief([said(True, age_days=365, weight=2.0)]).evidence == 1


# The band


kinds = st.dictionaries(
    st.sampled_from(("yours", "theirs", "ability", "benevolence", "integrity")),
    st.tuples(st.floats(0, 1), st.floats(0, 30)).map(lambda each: (each[0] * each[1], each[1])),
)


def test_nothing_known_has_no_band() -> None:
    assert trust_band({}) is None
    assert trust_band({"yours": (0.9, 0.9)}) is None
    assert width_sentence(
        None, RestsOn(promises=0, facts=0, conversations=3, lately=3, since="June")
    ).startswith("Not known yet")


def test_little_known_says_what_it_would_rest_on() -> None:
    rests = RestsOn(promises=1, facts=0, conversations=3, lately=3, since="June")
    assert width_sentence(None, rests) == (
        "Not known yet: 1 promise from 3 conversations is too little to tell."
    )


def test_one_kept_promise_is_early_days_and_many_go_deep() -> None:
    one, many = trust_band({"yours": (1, 1)}), trust_band({"yours": (30, 30), "theirs": (20, 20)})
    assert one and many
    assert (stage_of(one.likely), one.width_words) == (Stage.GROWING, "Wide")
    assert (many.words, many.width_words) == ("deep", "Narrow")
    assert stage_of(trust_band({"yours": (0, 5)}).likely) is Stage.EARLY  # type: ignore[union-attr]


def test_kinds_that_tell_different_stories_make_it_wide() -> None:
    apart, together = trust_band({"yours": (9, 9), "theirs": (0, 5)}), trust_band({"yours": (9, 14)})
    assert apart and together
    assert apart.high - apart.low > together.high - together.low + 0.2
    rests = RestsOn(promises=14, facts=0, conversations=20, lately=9, since="June")
    assert width_sentence(apart, rests) == (
        "Wide, because the facts tell different stories: 14 promises from 20 conversations."
    )


def test_the_sentence_says_what_it_rests_on() -> None:
    band = trust_band({"yours": (5.8, 6)})
    rests = RestsOn(promises=9, facts=3, conversations=14, lately=3, since="June")
    assert width_sentence(band, rests) == (
        "Wide, because it rests on 9 promises and 3 noted facts from 14 conversations, "
        "only 3 of these since June."
    )
    alone = RestsOn(promises=1, facts=0, conversations=0, lately=0, since="June")
    assert width_sentence(trust_band({"yours": (60, 60)}), alone) == "Narrow: it rests on 1 promise."
    silent = RestsOn(promises=0, facts=2, conversations=5, lately=0, since="June")
    assert width_sentence(band, silent).endswith(
        "2 noted facts from 5 conversations, none of these since June."
    )


@given(kinds)
def test_a_band_is_an_interval_never_wider_than_before_any_fact(
    evidence: dict[str, tuple[float, float]],
) -> None:
    band = trust_band(evidence)
    if band is None:
        assert sum(counts for _, counts in evidence.values()) < 1
        return
    assert 0 <= band.low < band.likely < band.high <= 1
    assert band.disagreement >= 1


@given(kinds, st.floats(0.1, 5))
def test_a_good_fact_never_moves_the_middle_of_agreeing_evidence_down(
    evidence: dict[str, tuple[float, float]], more: float
) -> None:
    whole = (sum(good for good, _ in evidence.values()), sum(counts for _, counts in evidence.values()))
    before, after = trust_band({"all": whole}), trust_band({"all": (whole[0] + more, whole[1] + more)})
    if before and after:
        assert after.likely >= before.likely - 1e-9
        assert after.low >= before.low - 1e-9


# The trust equation


def test_the_equation_is_only_ever_a_range() -> None:
    assert range_words(Reflection(credibility=6, reliability=6, intimacy=6, self_interest=2)) == "6 to 18"
    assert range_words(Reflection(credibility=6, reliability=6, intimacy=6, self_interest=1)) == "9 to 18"
    assert range_words(Reflection(credibility=6, reliability=6, intimacy=6, self_interest=3)) == "4 to 9"
