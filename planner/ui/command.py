"""What a command is."""

from enum import StrEnum
from typing import NamedTuple


class Needs(StrEnum):
    """What must be there for a command to make sense."""

    NOTHING = "nothing"
    PERSON = "person"
    PLAN = "plan"
    PLANS = "plans"  # one or more
    CONVERSATION = "conversation"
    COMMITMENT = "commitment"


class Command(NamedTuple):
    """One thing a person can do. `words` begin with a verb; `keys` in Qt's portable form, '' for none.

    A command with `needs` other than NOTHING works on the screen's Subject; its single-letter key is alive
    only where a card, row or page has the focus.
    """

    id: str
    words: str
    keys: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    help: str = ""
