"""The cadence screen."""
