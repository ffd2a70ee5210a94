"""Giving everything back: files for other programs, written safely."""
