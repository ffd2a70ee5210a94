"""Searching everything by words: people, conversations, notes, what was understood, promises, initiatives."""
