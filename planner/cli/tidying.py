"""The commands that keep everybody in order: who is here twice, making one of two, the trash."""

from __future__ import annotations

from planner.actions.duplicates import not_the_same
from planner.actions.erasing import erase_people, erased_words
from planner.actions.merging import merge_people
from planner.actions.people import name_of, names_in_a_row
from planner.actions.trash import move_to_trash, put_back
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.cli.shapes import print_json
from planner.cli.table import tell
from planner.cli.tidy_shapes import pair_shape, trash_shape
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.duplicates import Pair, likely_duplicates
from planner.queries.merging import side_by_side
from planner.queries.people import person_called
from planner.queries.trash import due_to_go, in_trash, what_goes


def duplicates(call: Call) -> int:
    """List the likely pairs, or keep one of them apart."""
    if call.options.apart:
        with call.writing() as library:
            pair = _pair(library, call.options.apart)
            not_the_same(library, pair.one, pair.two)
        print(f"Kept apart: {shown(pair.names[0])} and {shown(pair.names[1])}.")
        return 0
    with call.opened() as library:
        found = likely_duplicates(library)
    if call.json:
        print_json([pair_shape(each) for each in found])
    elif found:
        tell(
            [
                (str(number), *map(_called, each.names, each.known), each.why)
                for number, each in enumerate(found, 1)
            ]
        )
    else:
        print("Nobody seems to be here twice.")
    return 0


def _called(name: str, known: str) -> str:
    return f"{name} ({known})" if known else name


def _pair(library: Library, number: int) -> Pair:
    found = likely_duplicates(library)
    if not 1 <= number <= len(found):
        raise KnownError(f"There is no pair {number}. “rapport duplicates” lists them.")
    return found[number - 1]


def merge(call: Call) -> int:
    """Make one of two entries."""
    with call.writing() as library:
        both = side_by_side(library, *_two(library, call.options.people))
        merge_people(library, both.keep, both.other, call.options.take, today=call.today)
        name = name_of(library, both.keep)
    together = f", with {words.in_a_row(both.together)}" if both.together else ""
    print(f"Merged {shown(both.names[1])} into {shown(both.names[0])}: one entry, {shown(name)}{together}.")
    return 0


def _two(library: Library, typed: list[str]) -> tuple[int, int]:
    if len(typed) == 1 and typed[0].isdigit():
        pair = _pair(library, int(typed[0]))
        return pair.one, pair.two
    if len(typed) != 2:
        raise KnownError(
            "Name the two entries, each in quotes, or give their number in the list of duplicates."
        )
    return person_called(library, typed[0]).id, person_called(library, typed[1]).id


def trash(call: Call) -> int:
    """List the trash, or move somebody into it or back."""
    name = " ".join(call.options.person)
    if name:
        return _put_back(call, name) if call.options.put_back else _move_to_trash(call, name)
    with call.opened() as library:
        found = in_trash(library, call.today)
    if call.json:
        print_json([trash_shape(each) for each in found])
    elif found:
        tell(
            [
                (each.name, each.organisation, f"until {words.short_day(each.goes_on, call.today)}")
                for each in found
            ]
        )
    else:
        print("The trash is empty.")
    return 0


def _move_to_trash(call: Call, name: str) -> int:
    with call.writing() as library:
        person = person_called(library, name)
        move_to_trash(library, [person.id], today=call.today)
    print(
        f"Moved {shown(person.name)} to the trash. “rapport trash --put-back” brings back whoever is there."
    )
    return 0


def _put_back(call: Call, name: str) -> int:
    with call.writing() as library:
        person = person_called(library, name, in_trash=True)
        put_back(library, [person.id])
    print(f"Put {shown(person.name)} back.")
    return 0


def erase(call: Call) -> int:
    """Erase somebody for good, or say what that would take away."""
    with call.writing() as library:
        people = _to_erase(call, library)
        names = shown(names_in_a_row(library, people))
        if not call.options.yes:
            gone = what_goes(library, people)
            raise KnownError(
                f"{gone} This cannot be undone. Nothing was changed; add --yes to erase {names}."
            )
        done = erase_people(library, people, backups=not call.options.keep_backups)
    print(f"Erased {names} for good. {erased_words(done, kept=call.options.keep_backups)}")
    return 0


def _to_erase(call: Call, library: Library) -> list[int]:
    if call.options.due:
        due = [each.id for each in due_to_go(library, call.today)]
        if not due:
            raise KnownError("Nobody has been in the trash for 30 days.")
        return due
    name = " ".join(call.options.person)
    if not name:
        raise KnownError("Say whom to erase, or --due for all who have been in the trash for 30 days.")
    try:
        return [person_called(library, name, in_trash=True).id]
    except KnownError:
        return [person_called(library, name).id]
