"""What a column of a table can say about a person."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Meaning(StrEnum):
    """What a column becomes; the words are those a person chooses from, in this order."""

    NAME = "Name"
    GIVEN = "First name"
    MIDDLE = "Middle name"
    FAMILY = "Last name"
    PREFIX = "Title before the name"
    SUFFIX = "Letters after the name"
    NICKNAME = "Nickname"
    ORGANISATION = "Organisation"
    DEPARTMENT = "Department"
    ROLE = "Role"
    EMAIL = "E-mail"
    PHONE = "Phone"
    ADDRESS = "Address"
    STREET = "Street"
    EXTENSION = "Address, more of it"
    POST_BOX = "PO box"
    CITY = "City"
    REGION = "Region"
    CODE = "Postal code"
    COUNTRY = "Country"
    LINK = "Web page"
    BIRTHDAY = "Birthday"
    ANNIVERSARY = "Anniversary"
    BIRTH_YEAR = "Year of birth"
    BIRTH_MONTH = "Month of birth"
    BIRTH_DAY = "Day of birth"
    LANGUAGES = "Languages"
    PRONOUNS = "Pronouns"
    ZONE = "Time zone"
    TAGS = "Tags"
    NOTE = "Notes"
    LABEL = "Label of the next column"
    KEPT = "Kept for export"
    NOTHING = "Left out"


class Column(NamedTuple):
    """What one column becomes. `label` goes with a contact point; columns of a `group` belong together.

    A group is one e-mail address with the label beside it, or one postal address in several columns.
    """

    meaning: Meaning
    label: str = ""
    group: str = ""


REACHED_BY = frozenset({Meaning.EMAIL, Meaning.PHONE})
CALLED_BY = frozenset({Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.NICKNAME, Meaning.ORGANISATION})
IDENTIFYING = REACHED_BY | CALLED_BY
"""Without a column of these, a table is of no people."""

ADDRESS_PARTS = (
    *(Meaning.POST_BOX, Meaning.EXTENSION, Meaning.STREET),
    *(Meaning.CITY, Meaning.REGION, Meaning.CODE, Meaning.COUNTRY),
)
"""In the order of domain/addresses.py."""
