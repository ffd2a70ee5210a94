"""From the library to a suggested plan, to its dashed cards, and to what its bar says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from planner.actions.suggest import suggest, suggest_again
from planner.actions.suggest_proposal import Proposal, Suggested, nothing_words
from planner.domain import words
from planner.domain.planning_words import gap_words
from planner.library import Library
from planner.queries.standing import Standing, standings
from planner.ui.board.tiles import Tile, TileKind
from planner.ui.cards.facts import CardFacts, channel_badge
from planner.ui.job import Progress
from planner.ui.screen import Subject

if TYPE_CHECKING:
    from planner.queries.week import WeekBoard


_SENTENCES = 3


class Found(NamedTuple):
    """A suggested plan, and how things stand with those whom it chose."""

    proposal: Proposal
    known: dict[int, Standing]


def solved(
    library: Library, now: datetime, monday: date, out: Iterable[int], known: Proposal | None, told: Progress
) -> Found:
    """Suggest a plan without the people who were taken `out`: from what is `known`, else from the library."""
    if known is not None:
        proposal = suggest_again(known, without=out, progress=told)
    else:
        proposal = suggest(
            library, today=now.date(), monday=monday, not_before=now.time(), without=out, progress=told
        )
    people = [each.person_id for each in proposal.chosen]
    return Found(proposal=proposal, known=standings(library, now.date(), people))


class Said(NamedTuple):
    """What is said about a suggestion: how many, how much time, and what has no room."""

    title: str
    caption: str
    more: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        parts = (part.rstrip(".") for part in (self.title, self.caption, self.more) if part)
        return ". ".join(parts) + "."


def said_about(proposal: Proposal, board: WeekBoard) -> Said:
    """'7 conversations, proven the best possible', and how much of the time set aside is used with them."""
    if not proposal.chosen:
        return Said(title="Nothing to suggest", caption=nothing_words(proposal))
    planned = words.length(board.planned_minutes + proposal.minutes)
    aside = words.length(board.set_aside_minutes)
    without = words.count(len(proposal.unkept), "promise")
    return Said(
        title=f"{words.count(len(proposal.chosen), 'conversation')}, {gap_words(proposal.gap)}",
        caption=f"{words.length(proposal.minutes)} more: {planned} of {aside} set aside"
        + (f"; no room for {without}" if proposal.unkept else ""),
        more=_some(tuple(proposal.unkept.values())),
    )


def _some(sentences: tuple[str, ...]) -> str:
    """The first few, and how many more there are."""
    left = len(sentences) - _SENTENCES
    return " ".join((*sentences[:_SENTENCES], *([f"And {left} more."] if left > 0 else [])))


def proposed_tiles(chosen: tuple[Suggested, ...], known: dict[int, Standing]) -> dict[date, tuple[Tile, ...]]:
    """A card for every conversation that is suggested, by day."""
    found: defaultdict[date, tuple[Tile, ...]] = defaultdict(tuple)
    for each in chosen:
        if each.person_id in known:
            found[each.day] += (_tile(each, known[each.person_id]),)
    return dict(found)


def _tile(suggested: Suggested, standing: Standing) -> Tile:
    at = (f"{suggested.starts:%H:%M}",) if suggested.starts else ()
    slot = ", ".join((*at, words.short_length(suggested.minutes)))
    return Tile(
        key=f"suggested:{suggested.person_id}",
        kind=TileKind.PROPOSAL,
        facts=CardFacts(
            person_id=standing.person_id,
            name=standing.name,
            initials=standing.initials,
            hue=standing.hue,
            state=standing.state,
            state_words=standing.state_words,
            role=standing.role,
            organisation=standing.organisation,
            why=suggested.brief,
            badges=(channel_badge(suggested.channel, slot),),
            layer=standing.layer,
            accessible=f"Suggested, not planned yet. {suggested.sentence}",
        ),
        subject=Subject(people=(suggested.person_id,)),
        channel=suggested.channel,
        day=suggested.day,
        starts=suggested.starts,
        minutes=suggested.minutes,
    )
