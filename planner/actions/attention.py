"""Choosing how your time is meant to be spread over the layers."""

from __future__ import annotations

from collections.abc import Mapping

from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Layer


def intend(library: Library, shares: Mapping[int, float | None]) -> None:
    """Set the intended shares of layers, 0 to 1 each or None for none yet; one step.

    What they add up to is said in words elsewhere and never refused: one share is changed at a time. Raises
    KnownError, with nothing changed, for a share outside 0 to 1 or a layer that is gone.
    """
    if any(share is not None and not 0 <= share <= 1 for share in shares.values()):
        raise KnownError("A share is between 0 and 100 percent.")
    names = dict(library.rows("SELECT id, name FROM layer"))
    if not set(shares) <= set(names):
        raise KnownError("This layer is no longer in the library.")
    label = (
        f"Change the intended share of {names[next(iter(shares))]}"
        if len(shares) == 1
        else "Change the intended shares"
    )
    with library.change(label):
        for layer_id, share in shares.items():
            Layer.update(intended_share=share).where(Layer.id == layer_id).execute()
