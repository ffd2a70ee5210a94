"""The words that a language makes something of."""

from __future__ import annotations

from functools import lru_cache

from planner.domain.one_line.language import Language
from planner.domain.one_line.patterns import words_in


@lru_cache(maxsize=8)
def vocabulary(language: Language) -> frozenset[str]:
    """Every word that a language's tables use: none of them is a name unless a person must be there."""
    days, people, talks = language.days, language.people, language.talks
    found: set[str] = set()
    for spelling in (*days.weekdays, *days.months, days.hour_words, days.minute_words):
        found |= set(spelling.split("|"))
    for words in (
        *(days.numbers, days.units, days.periods, days.parts, days.links, days.prepositions, days.halves),
        *(people.they, people.and_, people.before, people.to_from, people.after, people.titles, people.group),
        *(talks.ways, talks.about, talks.from_, talks.to, talks.with_, talks.at, talks.past, talks.future),
        *(
            talks.filler,
            *(talks.negated, talks.tried, talks.tried_way),
            talks.weakly_about,
            language.deeds,
            language.joins,
            people.me.split("|"),
            people.my_object.split("|"),
        ),
    ):
        found |= {part for word in words for part in word.split()}
    for table in (days.days, days.clocks, days.lengths):
        found |= {word for template, _ in table for word in words_in(template)}
    for sayings in (language.plans, language.promises, language.learned, language.rests):
        found |= {word for saying in sayings for word in words_in(saying.form)}
    return frozenset(found)
