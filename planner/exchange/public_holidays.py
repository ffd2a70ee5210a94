"""Public holidays by region, from tables that are installed with Rapport; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from planner.domain.errors import KnownError

_CODE = re.compile(r"\(([A-Z]{2}(?:-[^)]+)?)\)\s*\Z")
_BETWEEN_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def regions() -> dict[str, str]:
    """Every region by its code: 'CH' is 'Switzerland (CH)', 'CH-ZH' is 'Switzerland, ZH (CH-ZH)'."""
    from holidays.registry import COUNTRIES
    from holidays.utils import list_supported_countries

    named = {entry[1]: _BETWEEN_WORDS.sub(" ", entry[0]) for entry in COUNTRIES.values()}
    found = {}
    for country, parts in list_supported_countries(include_aliases=False).items():
        name = named.get(country, country)
        found[country] = f"{name} ({country})"
        found |= {f"{country}-{part}": f"{name}, {part} ({country}-{part})" for part in parts}
    return found


def region_code(text: str) -> str:
    """The code of a region typed as 'CH-ZH', 'Switzerland' or 'Switzerland, ZH (CH-ZH)'; '' for none.

    Raises KnownError where there is no such region.
    """
    typed = text.strip()
    if not typed:
        return ""
    known = regions()
    inner = _CODE.search(typed)
    wanted = (inner[1] if inner else typed).casefold()
    for code, label in known.items():
        if wanted in (code.casefold(), label.rpartition(" (")[0].casefold()):
            return code
    raise KnownError(f"“{typed}” is no region known here. Write a country, such as Switzerland or CH-ZH.")


def public_holidays(code: str, years: Iterable[int]) -> dict[date, str]:
    """The holidays of a region by day, in English where the tables have it. Raises KnownError as above."""
    from holidays import country_holidays

    if code not in regions():
        raise KnownError(f"“{code}” is no region known here.")
    country, _, part = code.partition("-")
    found = country_holidays(country, subdiv=part or None, years=list(years), language="en_US")
    return {day: str(name).replace("; ", ", ") for day, name in sorted(found.items())}
