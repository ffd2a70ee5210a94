"""The rows of mail: with whom there is how much, what was left out, and why. May run in any thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.actions.imports.files import Kind, Review
from planner.actions.imports.letters import Correspondence, LeftOut
from planner.actions.imports.mail_words import mail_in_words
from planner.domain import words as day_words
from planner.domain.names import fold, initials
from planner.ui.review.rows import Answer, Row, Section

_WHY: Mapping[LeftOut, str] = {
    LeftOut.LIST: "They name a list, or say how to unsubscribe",
    LeftOut.BULK: "They say so themselves",
    LeftOut.AUTOMATIC: "Reports, out-of-office replies, and addresses that take no answer",
    LeftOut.MANY: "They are to nobody in person",
    LeftOut.SELF: "All addresses are your own",
    LeftOut.COPIED: "They were written to somebody else",
    LeftOut.SPAM: "Your mail program says so",
    LeftOut.DELETED: "They only wait in the file to be removed",
    LeftOut.DRAFT: "They are drafts",
    LeftOut.CHAT: "They are lines of a chat, not messages",
    LeftOut.TWICE: "They stand in several folders, and count once",
    LeftOut.NO_DATE: "Nobody can say on which day they were sent",
    LeftOut.NO_SENDER: "Nobody can say who wrote them",
    LeftOut.NO_RECIPIENT: "Nobody can say to whom they were sent",
    LeftOut.TO_COME: "A clock was wrong when they were sent",
}


def mail_of(mail: Correspondence | None) -> str:
    """'mail on 12 days', for somebody who comes in with it; '' for none."""
    if mail is None:
        return ""
    return "mail on one day" if mail.days == 1 else f"mail on {mail.days:,} days"


def mail_rows(review: Review, names: Mapping[int, str], hues: Mapping[int, str]) -> Iterator[Row]:
    """A row for everybody known who is in the mail, most mail first; then what was left out, and why."""
    known = {person.id for person in review.people_of(Kind.CHANGED, Kind.UNCHANGED)} | set(
        review.known.people
    )
    with_whom = [(identity, mail) for identity, mail in review.mail.with_whom.items() if identity in known]
    for identity, mail in sorted(with_whom, key=lambda item: (-item[1].days, names[item[0]])):
        yield _person(identity, names[identity], mail, review, hues)
    for reason, number in sorted(review.mail.left_out.items(), key=lambda item: -item[1]):
        yield _left_out(f"{number:,} {reason.value}", _WHY[reason])
    if review.mail.unnamed:
        rare = day_words.count(review.mail.unnamed, "address", "addresses")
        yield _left_out(f"{rare} too seldom to be listed above", "Those with most mail are")


def _person(identity: int, name: str, mail: Correspondence, review: Review, hues: Mapping[int, str]) -> Row:
    person = review.known.people.get(identity)
    said = mail_in_words(mail)
    first, last = (day_words.short_day(day, review.today) for day in (mail.first, mail.last))
    when = f"on {last}" if mail.first == mail.last else f"from {first} to {last}"
    return Row(
        key=f"mail {identity}",
        section=Section.MAIL,
        title=name,
        about=", ".join(filter(None, (person.values["role"], person.organisation))) if person else "",
        initials=initials(name),
        hue=hues.get(person.layer_id or 0, "") if person else "",
        words=f"{said[0].upper()}{said[1:]}, {when}. {day_words.count(mail.messages, 'message')} in all",
        answers=(Answer.TAKE, Answer.OUT),
        proposal=Answer.TAKE,
        person_id=identity,
        is_mail=True,
        folded=fold(name),
    )


def _left_out(title: str, why: str) -> Row:
    return Row(
        key=f"left out {title}",
        section=Section.LEFT_OUT,
        title=title,
        about=why,
        icon="mail",
        folded=fold(f"{title} {why}"),
    )
