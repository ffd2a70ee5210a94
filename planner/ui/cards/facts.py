"""What a card says about a person, ready to paint."""

from typing import NamedTuple

from planner.domain.rhythm import State
from planner.domain.strip import Strip
from planner.ui.widgets.badge import Badge, Tint, channel_badge, commitment_badge

__all__ = ["Badge", "CardFacts", "Tint", "channel_badge", "commitment_badge"]


class CardFacts(NamedTuple):
    """One card. `subject_id` is the plan's or conversation's id, or 0 where the card is the person alone.

    `why` is the reason, purpose or past-tense line; `last` the last conversation in words (grid cards);
    `reason` says in full what `why` says in short, `coming` the next plan in words (spacious cards).
    `layer` is the layer's name, '' for none. `rank` numbers suggestions. `accessible` is everything said in
    one sentence for a screen reader.
    """

    person_id: int
    name: str
    initials: str
    hue: str
    state: State
    state_words: str
    accessible: str
    subject_id: int = 0
    role: str = ""
    organisation: str = ""
    city: str = ""
    strip: Strip | None = None
    why: str = ""
    last: str = ""
    badges: tuple[Badge, ...] = ()
    rank: int | None = None
    done: bool = False
    reason: str = ""
    coming: str = ""
    layer: str = ""

    @property
    def role_and_organisation(self) -> str:
        """'Chief Operating Officer, Norvane', or what of it is known."""
        return ", ".join(part for part in (self.role, self.organisation) if part)

    @property
    def organisation_and_city(self) -> str:
        """'Norvane, Hamburg', or what of it is known."""
        return ", ".join(part for part in (self.organisation, self.city) if part)

    @property
    def shown_state(self) -> State:
        """The state whose shape is drawn: what is done is a full circle."""
        return State.ON_RHYTHM if self.done else self.state
