"""The sample library: the cast around today, and as many invented people as wanted."""

from planner.actions.sample.write import write_sample

__all__ = ["write_sample"]
