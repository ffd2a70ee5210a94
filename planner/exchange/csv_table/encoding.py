"""From the bytes of a table to its text: tables hardly ever say in which charset they are written."""

from __future__ import annotations

from planner.exchange.code_pages import likely_page
from planner.exchange.content_lines import wide_encoding


def table_text(data: bytes) -> str:
    """The text of a table: UTF-16 or UTF-8 where it is, else what fits.

    It has LF line ends and neither byte order mark nor NULs.
    """
    wide = wide_encoding(data)
    if wide:
        text = data.decode(wide, "replace")
    else:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode(likely_page(data), "replace")
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text
