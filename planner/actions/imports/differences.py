"""What a file says about a known person that the library does not."""

from __future__ import annotations

from collections.abc import Iterator

from planner.actions.imports.cards import Points
from planner.actions.imports.known import KnownPeople, KnownPerson
from planner.actions.imports.review import Difference
from planner.domain.names import fold
from planner.exchange.drafts import PersonDraft, PointKind

MOST_PHOTO_BYTES = 5 * 1024 * 1024

_WORDS = {
    "name": "Name",
    "nickname": "Nickname",
    "role": "Role",
    "city": "City",
    "zone": "Time zone",
    "languages": "Languages",
    "pronouns": "Pronouns",
    "birthday": "Birthday",
    "notes": "Notes",
}
_POINT_WORDS = {
    PointKind.EMAIL: "E-mail",
    PointKind.PHONE: "Phone",
    PointKind.ADDRESS: "Address",
    PointKind.LINK: "Link",
}


def texts_of(draft: PersonDraft) -> dict[str, str]:
    """What the draft says, by column. Without a role, the department says what somebody does."""
    return {
        "name": draft.name,
        "nickname": draft.nickname,
        "role": draft.role or draft.department,
        "city": draft.city,
        "zone": draft.zone,
        "languages": draft.languages,
        "pronouns": draft.pronouns,
        "birthday": draft.birthday or "",
        "notes": draft.note,
    }


def name_parts_of(draft: PersonDraft) -> dict[str, str]:
    """The parts of the draft's name, by column."""
    return {
        "given_name": draft.given_name,
        "additional_names": draft.additional_names,
        "family_name": draft.family_name,
        "prefix": draft.prefix,
        "suffix": draft.suffix,
    }


def photo_of(draft: PersonDraft) -> bytes | None:
    """The draft's picture as it stands in the file, None where it is missing or over 5 MB."""
    return draft.photo if draft.photo and len(draft.photo) <= MOST_PHOTO_BYTES else None


def layer_of(draft: PersonDraft, known: KnownPeople) -> int | None:
    """The layer that one of the tags names, by its name or short name."""
    for tag in draft.tags:
        if (layer := known.layer_named.get(fold(tag))) is not None:
            return layer
    return None


def tags_of(draft: PersonDraft, known: KnownPeople) -> dict[str, str]:
    """The tags that are no layer's name, folded form to tag."""
    tags: dict[str, str] = {}
    for tag in draft.tags:
        if fold(tag) and fold(tag) not in known.layer_named:
            tags.setdefault(fold(tag), tag)
    return tags


def differences(
    person: KnownPerson, draft: PersonDraft, points: Points, known: KnownPeople
) -> tuple[Difference, ...]:
    """Everything that taking the draft over would add or could change, in the order of a card."""
    return (
        *_text_differences(person, draft),
        *_placed_differences(person, draft, known),
        *(
            Difference(field=kind, words=_POINT_WORDS[point.kind], old="", new=point.value, adds=True)
            for (kind, normal), point in points.items()
            if (kind, normal) not in person.points
        ),
        *(
            Difference(field="tag", words="Tag", old="", new=tag, adds=True)
            for form, tag in tags_of(draft, known).items()
            if form not in person.tags
        ),
    )


def _text_differences(person: KnownPerson, draft: PersonDraft) -> Iterator[Difference]:
    for column, new in texts_of(draft).items():
        old = person.values[column]
        if not new or old == new or (column == "name" and not _is_a_name(draft)):
            continue
        if old and (fold(old) == fold(new) or (column == "notes" and new in old)):
            continue
        adds = not old or (column == "name" and "@" in old)
        yield Difference(field=column, words=_WORDS[column], old=old, new=new, adds=adds)


def _is_a_name(draft: PersonDraft) -> bool:
    return draft.named_by in ("FN", "N") and "@" not in draft.name


def _placed_differences(person: KnownPerson, draft: PersonDraft, known: KnownPeople) -> Iterator[Difference]:
    old, new = person.organisation, draft.organisation
    if new and fold(new) != person.organisation_folded:
        yield Difference(field="organisation", words="Organisation", old=old, new=new, adds=not old)
    layer = layer_of(draft, known)
    if layer is not None and layer != person.layer_id:
        old = known.layers.get(person.layer_id or 0, "")
        yield Difference(field="layer", words="Layer", old=old, new=known.layers[layer], adds=not old)
    if photo_of(draft) and not person.has_photo:
        yield Difference(field="photo", words="Photo", old="", new="a picture", adds=True)
