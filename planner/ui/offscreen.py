"""Documents as PDFs for the command line, without a display."""

from __future__ import annotations

import os

from planner.domain.names_hidden import NamesHidden
from planner.queries.about_told import Document
from planner.queries.meeting_brief import MeetingBrief


def brief_pdf(brief: MeetingBrief, title: str, hidden: NamesHidden | None) -> bytes:
    """The brief as the bytes of a PDF: everybody on one page, as far as one page carries them; with initials
    for the names that are `hidden`."""
    _begin()
    from planner.ui.brief.page import pages
    from planner.ui.brief.paper import pdf
    from planner.ui.widgets import veil

    veil.hide(hidden)
    try:
        return pdf(pages(brief, together=True), veil.shown(title))
    finally:
        veil.hide(None)


def about_pdf(document: Document) -> bytes:
    """Everything about one person as the bytes of a PDF."""
    _begin()
    from planner.ui.about.page import about_pdf as made

    return made(document)


def _begin() -> None:
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from planner.ui.start import make_application

    make_application()
