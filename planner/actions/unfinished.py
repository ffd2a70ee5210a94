"""What is being typed into a form, kept for a crash. Written beside the history, never into it."""

from __future__ import annotations

from planner.domain.unfinished import Place
from planner.library import Library

_KEEP = """
INSERT INTO unfinished (place, words, at) VALUES (?, ?, ?)
ON CONFLICT (place) DO UPDATE SET words = excluded.words, at = excluded.at
"""


def keep_unfinished(library: Library, place: Place, words: str) -> None:
    """Keep what a form holds now in place of what was kept of it before."""
    with library.change("Keep what is typed"):
        library.connection.execute(_KEEP, (place.text(), words, library.clock().isoformat()))


def move_unfinished(library: Library, place: Place, to: Place, words: str) -> None:
    """Keep what was kept of one place as these words of another."""
    with library.change("Keep what is typed"):
        keep_unfinished(library, to, words)
        forget_unfinished(library, place)


def forget_unfinished(library: Library, place: Place) -> None:
    """Forget what was kept of a form: it was saved, or is not wanted."""
    with library.change("Forget what was typed"):
        library.connection.execute("DELETE FROM unfinished WHERE place = ?", (place.text(),))
