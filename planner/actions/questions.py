"""The bank of questions worth asking: the owner's own lists take the place of those Rapport brings."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.angles import Angle
from planner.library import Library
from planner.library.tables import Question
from planner.queries.questions import default_questions, question_list


def save_questions(library: Library, layer_id: int | None, angle: Angle, questions: Sequence[str]) -> None:
    """Make these the questions of an angle for a layer, or (None) for everybody, in this order.

    No question at all, or the very list that comes with Rapport, brings that one back.
    """
    wanted = list(dict.fromkeys(filter(None, (" ".join(each.split()) for each in questions))))
    if wanted == list(default_questions(library, layer_id, angle)):
        wanted = []
    with library.change(f"Change the questions about {angle}"):
        known = {row.words: row for row in _rows(layer_id, angle)}
        for position, words in enumerate(wanted):
            row = known.pop(words, None)
            if row is None:
                Question.create(layer=layer_id, angle=angle.value, words=words, position=position)
            elif row.position != position:
                Question.update(position=position).where(Question.id == row.id).execute()
        for row in known.values():
            row.delete_instance()


def add_question(library: Library, layer_id: int | None, angle: Angle, words: str) -> None:
    """Put a question of one's own first in its list."""
    save_questions(library, layer_id, angle, [words, *question_list(library, layer_id, angle)])


def _rows(layer_id: int | None, angle: Angle) -> Sequence[Question]:
    layer = Question.layer.is_null() if layer_id is None else Question.layer == layer_id
    return list(Question.select().where(layer, Question.angle == angle.value))
