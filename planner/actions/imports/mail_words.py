"""The mail with somebody, in words."""

from __future__ import annotations

from planner.actions.imports.letters import Correspondence
from planner.domain import words


def mail_in_words(mail: Correspondence) -> str:
    """'you wrote on 3 days, they on 2', 'they wrote on one day'."""
    if not mail.they:
        return f"you wrote on {_days(mail.you)}"
    if not mail.you:
        return f"they wrote on {_days(mail.they)}"
    return f"you wrote on {_days(mail.you)}, they on {mail.they:,}"


def _days(number: int) -> str:
    return "one day" if number == 1 else words.count(number, "day")
