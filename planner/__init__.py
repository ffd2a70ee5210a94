"""Rapport: an offline planner for people who lead through relationships."""

__version__ = "0.1.0"
