"""A brief as a PDF for the command line, without a display."""

from __future__ import annotations

import os

from planner.queries.meeting_brief import MeetingBrief


def brief_pdf(brief: MeetingBrief, title: str) -> bytes:
    """The brief as the bytes of a PDF: everybody on one page, as far as one page carries them."""
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from planner.ui.brief.page import pages
    from planner.ui.brief.paper import pdf
    from planner.ui.start import make_application

    make_application()
    return pdf(pages(brief, together=True), title)
