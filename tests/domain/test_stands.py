"""Where people stand: words, never a mean."""

from __future__ import annotations

from planner.domain.stands import ORDER, Stand, in_words, moved, tally


def test_a_topic_is_summed_up_in_counts_and_the_unknown_are_counted_apart() -> None:
    assert tally([Stand.SUPPORTIVE, Stand.RESISTANT, Stand.NEUTRAL]) == "1 for, 1 against, 1 undecided"
    assert tally([None, None, Stand.LEADING]) == "1 for, 2 not known yet"
    assert tally([Stand.UNAWARE]) == "1 undecided"
    assert tally([]) == ""


def test_today_and_hope_in_words() -> None:
    assert in_words(Stand.RESISTANT, Stand.SUPPORTIVE) == "today resistant, hoped supportive"
    assert in_words(Stand.LEADING, Stand.LEADING) == "leading, as hoped"
    assert in_words(Stand.NEUTRAL, None) == "today neutral"
    assert in_words(None, Stand.NEUTRAL) == "today not known yet, hoped neutral"
    assert in_words(None, None) == "today not known yet"


def test_a_step_stays_within_the_five_places() -> None:
    assert moved(None, 1) is ORDER[0] and moved(None, -1) is ORDER[-1]
    assert moved(Stand.NEUTRAL, 1) is Stand.SUPPORTIVE
    assert moved(Stand.LEADING, 1) is Stand.LEADING and moved(Stand.UNAWARE, -1) is Stand.UNAWARE
