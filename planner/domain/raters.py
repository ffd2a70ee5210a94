"""What several people's ratings of one thing are worth together (SCIENCE 2.7)."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median
from typing import NamedTuple

ONE_RATER = 0.5
"""Reliability of one rater: between .45 (administrative) and .61 (research), Salgado & Moscoso 2019."""

TOPIC_FROM = 3.0
"""A range of so many of ten points is something to talk about, not noise to average away."""


class Together(NamedTuple):
    """`reliability` 0 to 1, the plain and the `shrunk` mean, the mean absolute deviation from the median, and
    the range. With one rating it is one view, however it is shown."""

    raters: int
    reliability: float
    mean: float
    shrunk: float
    deviation: float
    range: float

    @property
    def is_a_topic(self) -> bool:
        """Whether the raters differ so much that this itself is worth a conversation."""
        return self.range >= TOPIC_FROM


def together(ratings: Sequence[float], usual: float) -> Together:
    """Ratings of 0 to 10 taken together, `usual` being the mean of such ratings. Raises ValueError for none.

    Reliability by Spearman and Brown: k r / (1 + (k - 1) r); the mean is drawn towards the usual one by it.
    """
    if not ratings:
        raise ValueError("no ratings")
    raters = len(ratings)
    reliability = raters * ONE_RATER / (1 + (raters - 1) * ONE_RATER)
    mean, middle = fmean(ratings), median(ratings)
    return Together(
        raters=raters,
        reliability=reliability,
        mean=mean,
        shrunk=usual + reliability * (mean - usual),
        deviation=fmean(abs(each - middle) for each in ratings),
        range=max(ratings) - min(ratings),
    )
