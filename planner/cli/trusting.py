"""The commands about promises, understanding and trust."""

from __future__ import annotations

from datetime import date

from planner.actions.commitments import end_commitment, renegotiate, reopen_commitment
from planner.actions.debriefs import DebriefForm, LearnedLine, debrief, skip_debrief
from planner.actions.notes import add_note
from planner.actions.understanding import LearnedForm, learn
from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.known_shapes import objectivity_shape
from planner.cli.plain import shown
from planner.cli.table import tell
from planner.domain import words
from planner.domain.commitments import Outcome
from planner.domain.errors import KnownError
from planner.domain.names import first_name, fold
from planner.library import Library
from planner.queries.commitments import Listed, When, commitments_by_day
from planner.queries.debriefs import Waiting, waiting_debriefs
from planner.queries.objectivity import objectivity_check
from planner.queries.people import person_called
from planner.queries.person import Promise, person_page
from planner.queries.understanding import understanding_of

_MANY = 1000


def promises(call: Call) -> int:
    """All promises by their day."""
    with call.opened() as library:
        found = commitments_by_day(library, call.today)
    listed = [each for each in found if call.options.all or each.when is not When.ENDED]
    if call.json:
        shapes.print_json([shapes.listed_shape(each) for each in listed])
        return 0
    if not listed:
        print("No promise is open, on either side.")
    tell([_listed(each, call.today) for each in listed])
    return 0


def _listed(each: Listed, today: date) -> tuple[str, ...]:
    day = words.day_words(each.due_on, today) if each.due_on else "no day given"
    whose = f"You to {each.name}" if each.yours else f"{each.name} to you"
    state = each.outcome or (each.when if each.when is When.OVERDUE else "")
    return day, whose, state, each.what + (f" ({each.note})" if each.note else "")


def keep(call: Call) -> int:
    """Say that a promise was kept."""
    with call.writing() as library:
        name, promise = _meant(library, call)
        on = call.options.on.back(call.today) if call.options.on else None
        end_commitment(library, promise.id, Outcome.KEPT, today=call.today, on=on)
        ended = person_page(library, _person(library, call), call.today).promises
    outcome = next(each.outcome for each in ended if each.id == promise.id)
    print(f"Noted that {_whose(name, promise)} “{shown(promise.what)}” was {outcome}.")
    return 0


def settle(call: Call) -> int:
    """Say what else became of a promise."""
    given = call.options
    with call.writing() as library:
        name, promise = _meant(library, call, ended=given.again)
        if given.again:
            reopen_commitment(library, promise.id)
            said = "is open again"
        elif given.until:
            day = given.until.ahead(call.today)
            renegotiate(library, promise.id, day, today=call.today)
            said = f"was moved to {words.day_words(day, call.today)}"
        else:
            outcome = Outcome.BROKEN if given.broken else Outcome.RELEASED
            end_commitment(library, promise.id, outcome, today=call.today)
            said = "was not kept" if given.broken else "is no longer needed"
    print(f"Noted that {_whose(name, promise)} “{shown(promise.what)}” {said}.")
    return 0


def _person(library: Library, call: Call) -> int:
    return person_called(library, call.options.person).id


def _whose(name: str, promise: Promise) -> str:
    return f"your promise to {shown(name)}" if promise.yours else f"the promise of {shown(name)}"


def _meant(library: Library, call: Call, *, ended: bool = False) -> tuple[str, Promise]:
    """The one promise that the words mean, with the person's name; of ended ones the newest."""
    person = person_called(library, call.options.person)
    wanted = fold(" ".join(call.options.what))
    known = person_page(library, person.id, call.today).promises
    fit = [each for each in known if (each.outcome is not None) is ended and wanted in fold(each.what)]
    if ended:
        fit = sorted(fit, key=lambda each: each.closed_on or date.min)[-1:]
    if len(fit) == 1:
        return person.name, fit[0]
    if not fit:
        which = f" with “{' '.join(call.options.what)}” in it" if wanted else ""
        state = "ended" if ended else "is open"
        raise KnownError(f"No promise between you and {person.name}{which} {state}.")
    listed = "; ".join(f"“{each.what}”" for each in fit)
    raise KnownError(f"Several promises could be meant: {listed}. Write some words of one.")


def learn_about(call: Call) -> int:
    """Write down what was learned."""
    given = call.options
    text = " ".join(given.text)
    with call.writing() as library:
        person = person_called(library, given.person)
        asking = understanding_of(library, person.id, call.today).asking if given.asked else None
        angle = asking.angle if asking else given.angle
        form = LearnedForm(
            angle=angle,
            learned=text,
            on=given.on.back(call.today) if given.on else call.today,
            source=given.source,
            certainty=given.certainty,
            private=given.private,
            question=asking.question if asking else "",
        )
        learn(library, person.id, form, today=call.today)
        known = understanding_of(library, person.id, call.today)
    title = next(each.title for each in known.angles if each.angle is angle)
    print(f"Noted about {shown(person.name)}, {title[:1].lower()}{title[1:]}. {known.summary}.")
    return 0


def write_note(call: Call) -> int:
    """Write a note."""
    given = call.options
    on = given.on.back(call.today) if given.on else call.today
    with call.writing() as library:
        person = person_called(library, given.person)
        add_note(library, person.id, " ".join(given.text), on=on, private=given.private)
    print(f"Noted about {shown(person.name)} on {words.day_words(on, call.today)}.")
    return 0


def debrief_talk(call: Call) -> int:
    """Debrief the newest conversation with somebody that waits for it, or list all that wait."""
    given = call.options
    if not given.person:
        return _tell_waiting(call)
    if not (given.trust or given.skip or given.learned):
        raise KnownError("Say --trust up, same or down, or --learned and --angle, or --skip.")
    if bool(given.learned) is not bool(given.angle):
        raise KnownError("Say both what you learned and, with --angle, what it is about.")
    with call.writing() as library:
        person = person_called(library, " ".join(given.person))
        talk = _newest_waiting(library, person.id, person.name, call.today)
        if given.skip:
            skip_debrief(library, talk.conversation_id, today=call.today)
        else:
            line = LearnedLine(person_id=person.id, angle=given.angle, learned=given.learned)
            form = DebriefForm(
                marks={person.id: given.trust} if given.trust else {},
                learned=(line,) if given.learned else (),
            )
            debrief(library, talk.conversation_id, form, today=call.today)
    done = "Skipped" if given.skip else "Kept"
    print(f"{done} the debrief with {shown(person.name)} of {words.day_words(talk.day, call.today)}.")
    return 0


def _newest_waiting(library: Library, person_id: int, name: str, today: date) -> Waiting:
    for each in waiting_debriefs(library, today, limit=_MANY):
        if person_id in (identity for identity, _ in each.people):
            return each
    raise KnownError(f"No conversation with {name} of the last two weeks waits for a debrief.")


def _tell_waiting(call: Call) -> int:
    with call.opened() as library:
        waiting = waiting_debriefs(library, call.today)
    if not waiting:
        print("No conversation waits for a debrief.")
    tell(
        [
            (
                words.day_words(each.day, call.today),
                each.channel.value,
                ", ".join(first_name(name) if len(each.people) > 1 else name for _, name in each.people),
                each.topic,
            )
            for each in waiting
        ]
    )
    return 0


def objectivity(call: Call) -> int:
    """Hold ratings against records."""
    with call.opened() as library:
        check = objectivity_check(library, call.today)
    if call.json:
        shapes.print_json(objectivity_shape(check))
        return 0
    print(" ".join(filter(None, (check.finding, check.portfolio.power))))
    for title, people in (
        ("Largest gaps", check.largest),
        ("Rated lower than their record", check.underrated),
    ):
        if people:
            print(f"\n{title}")
            tell([(each.name, each.words) for each in people], indent="  ")
    return 0
