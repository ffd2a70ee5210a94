"""Why to talk to someone, in one sentence: a fact first, then at most a hint (DESIGN 10)."""

from datetime import date
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name, who, whom
from planner.domain.repair import Mending
from planner.domain.rhythm import State

_NOUN_BEGINNINGS = frozenset(
    ("a", "an", "the", "my", "our", "your", "his", "her", "their", "one", "two", "three", "four", "five")
)
_OWNERS = ("My", "Our", "Your", "His", "Her", "Their")


class OpenCommitment(NamedTuple):
    """A commitment that has not ended: what, until when (None: no day given), and by whom."""

    id: int
    person_id: int
    yours: bool
    what: str
    made_on: date
    due_on: date | None

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < today

    def is_soon(self, today: date) -> bool:
        """Whether it is due within three days."""
        return self.due_on is not None and 0 <= (self.due_on - today).days <= 3


class Facts(NamedTuple):
    """What is known when a reason is wanted; `last_topic` is '' where nothing was noted.

    `mending` is None unless a breach of yours is being mended: then nothing is asked of the person.
    """

    name: str
    pronouns: str
    state: State
    days_since: int | None
    rhythm_days: int | None
    last_topic: str
    they_reached_out: bool
    known_for_days: int
    commitments: tuple[OpenCommitment, ...] = ()
    mending: Mending | None = None


def reason(facts: Facts, today: date) -> str:
    """The one sentence. Your own overdue commitment comes before everything else."""
    return (
        _own_overdue(facts, today)
        or _mending(facts, today)
        or _their_overdue(facts, today)
        or _silence(facts)
        or _own_open(facts, today)
        or _on_rhythm(facts)
    )


def them(facts: Facts) -> str:
    """'her', 'him', or the first name where the pronouns are not known."""
    return whom(facts.name, facts.pronouns)


def they(facts: Facts) -> str:
    """'She', 'He', or the first name, to begin a sentence."""
    return {"she": "She", "he": "He"}.get(_who(facts), first_name(facts.name))


def _who(facts: Facts) -> str:
    """'she', 'he' or the first name, inside a sentence."""
    return who(facts.name, facts.pronouns)


def promised(what: str) -> str:
    """A promise inside a sentence: bare, begun small, where it begins like a noun; else in quotes."""
    bare = what.strip().rstrip(".")
    beginning = bare.split(" ", 1)[0].casefold()
    return bare[:1].lower() + bare[1:] if beginning in _NOUN_BEGINNINGS else f"“{bare}”"


def _own_overdue(facts: Facts, today: date) -> str:
    late = sorted(
        (each.due_on, each.what)
        for each in facts.commitments
        if each.yours and each.due_on and each.due_on < today
    )
    if not late:
        return ""
    due, what = late[0]
    more = f", and {words.count(len(late) - 1, 'more promise')}" if len(late) > 1 else ""
    verb = "are" if more else "is"
    return (
        f"You promised {them(facts)} {promised(what)} by {words.long_day(due, today)}{more}; "
        f"{'they' if more else 'it'} {verb} still open."
    )


def _mending(facts: Facts, today: date) -> str:
    if facts.mending is None:
        return ""
    since = f"You are mending trust with {them(facts)} since {words.long_day(facts.mending.begun_on, today)}"
    if any(each.yours for each in facts.commitments):
        return f"{since}; {_kept_promises(facts.mending.left)} it."
    return f"{since}; promise something small, and keep it."


def _kept_promises(left: int) -> str:
    return "one kept promise ends" if left == 1 else f"{words.small(left)} kept promises end"


def _their_overdue(facts: Facts, today: date) -> str:
    late = sorted(
        (each.due_on, each.what)
        for each in facts.commitments
        if not each.yours and each.due_on and each.due_on < today
    )
    if not late:
        return ""
    due, what = late[0]
    return f"{they(facts)} promised you {promised(what)} by {words.long_day(due, today)}; ask how it stands."


def _silence(facts: Facts) -> str:
    if facts.state is State.NOT_STARTED:
        added = words.days_ago(facts.known_for_days)
        return f"You added {first_name(facts.name)} {added} and have not spoken yet."
    if facts.days_since is None or facts.state not in (State.DUE, State.OVERDUE, State.QUIET):
        return ""
    since = _since(facts)
    if facts.last_topic:
        return f"{since} about {topic_words(facts.last_topic)}; ask what came of it."
    if facts.they_reached_out:
        return f"{since}, and {_who(facts)} reached out then; it is your turn."
    over = facts.days_since - (facts.rhythm_days or facts.days_since)
    return (
        f"{since}, {words.count(over, 'day')} past the rhythm you chose."
        if over > 0
        else f"{since}; the rhythm is nearly used up."
    )


def _since(facts: Facts) -> str:
    days = facts.days_since or 0
    if days < 1:
        return "You spoke today"
    return f"{words.count(days, 'day')} since you spoke"


def topic_words(topic: str) -> str:
    """A topic inside a sentence: 'Q3 budget' stays, 'The pilot' begins small."""
    first, _, rest = topic.strip().rstrip(".").partition(" ")
    if first in ("The", "A", "An", "How", "What", "Why", "Who", "When", "Whether", *_OWNERS):
        first = first.lower()
    return f"{first} {rest}".strip()


def _own_open(facts: Facts, today: date) -> str:
    due = sorted((each.due_on, each.what) for each in facts.commitments if each.yours and each.due_on)
    if not due:
        return ""
    day, what = due[0]
    return f"You promised {them(facts)} {promised(what)} by {words.long_day(day, today)}."


def _on_rhythm(facts: Facts) -> str:
    if facts.days_since is None:
        return ""
    spoke = f"You spoke {words.days_ago(facts.days_since)}"
    return f"{spoke} about {topic_words(facts.last_topic)}." if facts.last_topic else f"{spoke}."
