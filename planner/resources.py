"""Where the files that come with the program are found, installed or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from planner.domain.errors import KnownError


@cache
def resources_folder() -> Path:
    """The folder of tokens, icons and help: beside this module when installed, else the checkout's."""
    here = Path(__file__).resolve().parent
    for folder in (here / "resources", here.parent / "resources"):
        if (folder / "tokens.json").is_file():
            return folder
    raise KnownError(
        "Some files that come with Rapport are missing. Your library is safe; please install Rapport again."
    )


def resource(*parts: str) -> Path:
    """One file or folder among the resources, as in resource("icons", "control")."""
    return resources_folder().joinpath(*parts)
