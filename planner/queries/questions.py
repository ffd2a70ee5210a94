"""Questions worth asking: what comes with Rapport, and the owner's own lists in its place."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from typing import Any

from planner.domain.angles import Angle
from planner.library import Library
from planner.resources import resource

_EVERYBODY = "everybody"


@cache
def _bank() -> dict[str, dict[str, list[str]]]:
    """Angle to audience (a layer's hue, or everybody) to questions."""
    found: dict[str, Any] = tomllib.loads(resource("questions.toml").read_text(encoding="utf-8"))
    return found


def default_questions(library: Library, layer_id: int | None, angle: Angle) -> tuple[str, ...]:
    """The questions that come with Rapport for a layer, or (None) for everybody."""
    audience = _EVERYBODY if layer_id is None else _hue(library, layer_id)
    return tuple(_bank()[angle.value].get(audience, ()))


def question_list(library: Library, layer_id: int | None, angle: Angle) -> tuple[str, ...]:
    """The questions of an angle for a layer, or (None) for everybody: the owner's own, else the default."""
    return _own(library).get((layer_id, angle)) or default_questions(library, layer_id, angle)


def questions_for(library: Library, layer_id: int | None) -> dict[Angle, tuple[str, ...]]:
    """What to ask somebody of a layer under each angle: the layer's own questions, then everybody's."""
    own = _own(library)
    lists = [None] if layer_id is None else [layer_id, None]
    return {
        angle: tuple(
            question
            for each in lists
            for question in own.get((each, angle)) or default_questions(library, each, angle)
        )
        for angle in Angle
    }


def _own(library: Library) -> dict[tuple[int | None, Angle], tuple[str, ...]]:
    found: defaultdict[tuple[int | None, Angle], tuple[str, ...]] = defaultdict(tuple)
    for layer_id, angle, words in library.rows(
        "SELECT layer_id, angle, words FROM question ORDER BY position, id"
    ):
        found[layer_id, Angle(angle)] += (words,)
    return found


def _hue(library: Library, layer_id: int) -> str:
    return str(library.value("SELECT hue FROM layer WHERE id = ?", (layer_id,)) or "")
