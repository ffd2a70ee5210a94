"""P11: everything can be undone. A machine does what people do, in any order, and then takes it all back."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.actions.life_own import WithOwnThings
from tests.actions.life_people import WithPeople
from tests.actions.life_talks import WithTalks


class Life(WithPeople, WithTalks, WithOwnThings):
    """Every action on one library."""


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=20, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
