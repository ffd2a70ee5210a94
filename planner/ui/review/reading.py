"""From a review to the rows of its list. May run in any thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from planner.actions.imports.differences import photo_of
from planner.actions.imports.files import Becomes, EventReview, Kind, PersonReview, Review, preview
from planner.actions.imports.times import where_it_is, where_you_are
from planner.domain import words as day_words
from planner.domain.names import fold, initials
from planner.exchange.drafts import TodoDraft
from planner.ui.review import words
from planner.ui.review.mail_rows import mail_of, mail_rows
from planner.ui.review.rows import Answer, Found, Row, Section
from planner.ui.review.strangers import same_words, stranger_row

_OF_KIND = {
    Kind.NEW: Section.NEW,
    Kind.CHANGED: Section.CHANGED,
    Kind.POSSIBLE: Section.POSSIBLE,
    Kind.UNCHANGED: Section.UNCHANGED,
}
_OF_EVENT = {
    Becomes.CONVERSATION: Section.CONVERSATIONS,
    Becomes.PLAN: Section.PLANS,
    Becomes.BUSY: Section.BUSY,
    Becomes.COMMITMENT: Section.PROMISES,
    Becomes.CHANGED: Section.MOVED,
    Becomes.ALREADY: Section.ALREADY,
    Becomes.LEFT_OUT: Section.ASIDE,
}
_TICKED = (Answer.TAKE, Answer.OUT)
_ORDER = {section: number for number, section in enumerate(Section)}


def found_in(review: Review, hues: Mapping[int, str]) -> Found:
    """The rows of a review; `hues` are the layers' by id."""
    names = {person.id: person.name for person in review.known.people.values()}
    names |= {person.id: person.matched_name or person.draft.name for person in review.people}
    names |= {stranger.id: stranger.name for stranger in review.strangers}
    adds_mail = bool(review.mail.letters) and bool(preview(review).messages_added)
    keys: Counter[str] = Counter()
    rows = [
        *(_person(each, review, hues, keys) for each in review.people),
        *_events(review, names),
        *(stranger_row(each, review.today) for each in review.strangers),
        *mail_rows(review, names, hues),
        *_problems(review),
    ]
    rows.sort(key=lambda row: _ORDER[row.section])
    return Found(review=review, rows=tuple(rows), names=names, adds_mail=adds_mail)


def _person(each: PersonReview, review: Review, hues: Mapping[int, str], keys: Counter[str]) -> Row:
    draft, known = each.draft, review.known.people.get(each.id)
    name = each.matched_name if known else draft.name
    role = known.values["role"] if known else draft.role
    organisation = known.organisation if known else draft.organisation
    layer = known.layer_id if known else each.layer_id
    place = words.place(each.file, draft.line)
    keys[place] += 1
    added = words.additions(each.differences)
    about = ", ".join(filter(None, (role, organisation)))
    if each.kind is Kind.POSSIBLE:
        told = each.reason
    elif each.kind is Kind.NEW:
        told = _card(each, review)
    else:
        rest = "Everything else is here already" if each.differences else "Everything is here already"
        told = f"Adds {added}" if added else rest
    return Row(
        key=f"person {place} {keys[place]}",
        section=_OF_KIND[each.kind],
        title=name,
        about=about,
        initials=initials(name),
        hue=hues.get(layer or 0, ""),
        words=told,
        same_words=same_words(each.matched_name, added),
        new_words=f"Comes in as somebody new: {_card(each, review)}",
        conflicts=tuple(difference for difference in each.differences if not difference.adds),
        answers=_answers(each),
        proposal=Answer.TAKE if each.ticked else Answer.OUT,
        person_id=each.id,
        place=place,
        folded=fold(" ".join((name, draft.name, about, told))),
    )


def _answers(each: PersonReview) -> tuple[Answer, ...]:
    if each.kind is Kind.POSSIBLE:
        return (Answer.SAME, Answer.NEW, Answer.OUT) if each.matched else (Answer.NEW, Answer.OUT)
    return _TICKED if each.ticked else ()


def _card(each: PersonReview, review: Review) -> str:
    """What the card of somebody new holds."""
    draft = each.draft
    layer = review.known.layers.get(each.layer_id or 0, "")
    points = [words.shortened(point.value) for point in each.points.values()]
    city = "" if any(draft.city in point for point in points) else draft.city
    written = mail_of(review.mail.with_whom.get(each.id))
    born = f"birthday {words.value('birthday', draft.birthday)}" if draft.birthday else ""
    more = "a photo" if photo_of(draft) else "", "a note" if draft.note else ""
    return ", ".join(filter(None, (layer, *points, city, born, *more, written))) or "Only the name"


def _events(review: Review, names: Mapping[int, str]) -> Iterator[Row]:
    """Past ones newest first, the others soonest first."""
    past = (Becomes.CONVERSATION, Becomes.ALREADY, Becomes.LEFT_OUT)
    events = sorted(review.events, key=_moment)
    behind = [each for each in reversed(events) if each.becomes in past]
    for each in (*behind, *(each for each in events if each.becomes not in past)):
        yield _event(each, review, names)


def _moment(each: EventReview) -> tuple[str, float]:
    draft = each.draft
    return draft.day.isoformat(), draft.starts.timestamp() if draft.starts else 0.0


def _event(each: EventReview, review: Review, names: Mapping[int, str]) -> Row:
    title = " ".join(each.draft.title.split()) or "No title"
    when = _when(each, review)
    return Row(
        key=f"event {each.key}",
        section=_OF_EVENT[each.becomes],
        title=title,
        about=", ".join(filter(None, (when, words.shortened(each.draft.place)))),
        answers=_TICKED,
        proposal=Answer.TAKE,
        event=each,
        place=words.place(each.file, each.draft.line),
        folded=fold(" ".join((title, when, each.draft.place, *(names[person] for person in each.invited)))),
    )


def _when(each: EventReview, review: Review) -> str:
    """'Thu 10 Sep, 13:00, 1 h'; of a to-do, when it is due or was done."""
    draft = each.draft
    if draft.todo is not None:
        return _until(draft.todo, review.today)
    found = (where_it_is if each.over else where_you_are)(draft, review.known.home)
    day = day_words.day_words(found.day, review.today)
    if found.clock is None:
        return f"{day}, all day" if draft.days == 1 else f"{day}, {draft.days} days"
    return ", ".join((day, found.clock, *([day_words.length(draft.minutes)] if draft.minutes else ())))


def _until(todo: TodoDraft, today: date) -> str:
    if todo.done_on is not None:
        return f"done {day_words.short_day(todo.done_on, today)}"
    return f"due {day_words.short_day(todo.due_on, today)}" if todo.due_on else "no day"


def _problems(review: Review) -> Iterator[Row]:
    for number, each in enumerate(review.problems):
        place = words.place(each.file, each.line)
        yield Row(
            key=f"problem {number}",
            section=Section.PROBLEMS,
            title=each.words,
            about=place,
            icon="warning",
            place=place,
            folded=fold(f"{each.words} {place}"),
        )
