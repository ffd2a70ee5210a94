"""The rows of people whom nobody knows yet, but who are at meetings or in the mail. May run in any thread."""

from __future__ import annotations

from datetime import date

from planner.actions.imports.files import Stranger
from planner.actions.imports.mail_words import mail_in_words
from planner.domain import words as day_words
from planner.domain.names import fold, initials
from planner.ui.review.rows import Answer, Row, Section

_OWN = (
    "This seems to be your own address: mail was delivered to it, a calendar is called by it, or it is in "
    "nearly all mail"
)


def stranger_row(each: Stranger, today: date) -> Row:
    """Somebody to be added, to be known again, or to be told to be the owner."""
    in_mail = each.mail is not None or each.is_you
    about = each.email if each.email != each.name else ""
    return Row(
        key=f"stranger {each.email or fold(each.name)}",
        section=Section.WRITERS if in_mail else Section.STRANGERS,
        title=each.name,
        about=about,
        initials=initials(each.name),
        words=_OWN if each.is_you else _told(each, today),
        same_words=same_words(each.matched_name, f"e-mail {each.email}" if each.email else ""),
        answers=_answers(each),
        proposal=_proposal(each),
        person_id=each.id,
        folded=fold(f"{each.name} {each.email}"),
    )


def same_words(name: str, added: str) -> str:
    """What being the same person would do."""
    return f"Becomes one with {name}" + (f", adds {added}" if added else ", who has everything already")


def _answers(each: Stranger) -> tuple[Answer, ...]:
    return (
        *((Answer.YOU,) if each.perhaps_you or each.is_you else ()),
        *((Answer.SAME,) if each.matched is not None else ()),
        *(Answer.NEW, Answer.OUT),
    )


def _proposal(each: Stranger) -> Answer:
    if each.is_you:
        return Answer.YOU
    return Answer.NEW if each.ticked else Answer.OUT


def _told(each: Stranger, today: date) -> str:
    last = day_words.short_day(each.last_day, today)
    told = []
    if each.mail is not None:
        said = mail_in_words(each.mail)
        told.append(f"{said[0].upper()}{said[1:]}, last on {day_words.short_day(each.mail.last, today)}")
    if each.events:
        at = "one of your meetings" if each.events == 1 else f"{each.events} of your meetings"
        when = f"{'on' if each.events == 1 else 'last on'} {last}"
        told.append(f"{'Also at' if told else 'At'} {at}" + ("" if told else f", {when}"))
    if each.perhaps_you:
        told.append("At so many of them that it may be you")
    elif each.matched_name:
        told.append(f"Same name as {each.matched_name}, whose e-mail is another one")
    return ". ".join(told)
