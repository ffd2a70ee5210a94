"""People as they leave, a few hundred at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from planner.domain.addresses import parts_of
from planner.domain.outgoing import OutgoingPerson, OutgoingPoint
from planner.domain.uids import Of, uid_of
from planner.library import Library

_AT_ONCE = 500
_PEOPLE = """
SELECT p.id, p.source_uid, p.name, p.given_name, p.additional_names, p.family_name, p.prefix, p.suffix,
    p.nickname, p.pronouns, p.role, coalesce(o.name, ''), coalesce(l.name, ''), p.city, p.zone, p.languages,
    p.birthday, CASE WHEN :photos THEN p.photo END, p.likes_to_talk, p.as_a_person, p.notes, p.kept_lines,
    coalesce(p.rhythm_days, l.rhythm_days),
    (SELECT max(day) FROM participation WHERE person_id = p.id AND day <= :today),
    (SELECT min(n.day) FROM plan_person x JOIN plan n ON n.id = x.plan_id
     WHERE x.person_id = p.id AND n.status = 'open' AND n.day >= :today),
    p.archived
FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN layer l ON l.id = p.layer_id
WHERE p.id IN (SELECT value FROM json_each(:people))
"""


def outgoing_people(
    library: Library, people: Sequence[int], today: date, *, photos: bool = True
) -> Iterator[OutgoingPerson]:
    """These people in this order; ids that are not there are left out."""
    for begin in range(0, len(people), _AT_ONCE):
        yield from _some(library, people[begin : begin + _AT_ONCE], today, photos)


def most_points(library: Library, people: Sequence[int]) -> dict[str, int]:
    """For each kind of contact point, how many of it the person with the most of them has."""
    rows = library.rows(
        "SELECT kind, max(number) FROM (SELECT kind, count(*) AS number FROM contact_point"
        " WHERE person_id IN (SELECT value FROM json_each(?)) GROUP BY person_id, kind) GROUP BY kind",
        (json.dumps(list(people)),),
    )
    return dict(rows)


def _some(library: Library, people: Sequence[int], today: date, photos: bool) -> Iterator[OutgoingPerson]:
    asked = json.dumps(list(people))
    tags, points = _tags(library, asked), _points(library, asked)
    rows = library.rows(_PEOPLE, {"people": asked, "today": today.isoformat(), "photos": photos})
    found = {row[0]: row for row in rows}
    for identity in people:
        if identity in found:
            yield _person(found[identity], tags[identity], points[identity])


def _person(row: tuple[Any, ...], tags: list[str], points: list[OutgoingPoint]) -> OutgoingPerson:
    return OutgoingPerson(
        id=row[0],
        uid=row[1] or uid_of(Of.PERSON, row[0]),
        name=row[2],
        given_name=row[3],
        additional_names=row[4],
        family_name=row[5],
        prefix=row[6],
        suffix=row[7],
        nickname=row[8],
        pronouns=row[9],
        role=row[10],
        organisation=row[11],
        layer=row[12],
        city=row[13],
        zone=row[14],
        languages=row[15],
        birthday=row[16],
        photo=row[17],
        likes_to_talk=row[18],
        as_a_person=row[19],
        notes=row[20],
        tags=tuple(tags),
        points=tuple(points),
        kept=tuple(line for line in row[21].split("\n") if line),
        rhythm_days=row[22],
        last_conversation=_day(row[23]),
        next_plan=_day(row[24]),
        archived=bool(row[25]),
    )


def _tags(library: Library, asked: str) -> defaultdict[int, list[str]]:
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for person, tag in library.rows(
        "SELECT person_id, tag FROM person_tag WHERE person_id IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (asked,),
    ):
        tags[person].append(tag)
    return tags


def _points(library: Library, asked: str) -> defaultdict[int, list[OutgoingPoint]]:
    points: defaultdict[int, list[OutgoingPoint]] = defaultdict(list)
    for person, kind, value, label, preferred, parts in library.rows(
        "SELECT person_id, kind, value, label, preferred, parts FROM contact_point"
        " WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY position, id",
        (asked,),
    ):
        points[person].append(
            OutgoingPoint(
                kind=kind,
                value=value,
                label=label,
                preferred=bool(preferred),
                parts=parts_of(parts) if parts else (),
            )
        )
    return points


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
