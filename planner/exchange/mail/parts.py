"""The parts of a message (RFC 2045): as much as it takes to find its text, however it is broken."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import a2b_qp
from collections.abc import Iterator
from html import unescape

from planner.exchange.charsets import text_of
from planner.exchange.mail.headers import header_end

MOST_PARTS = 50
_DEEPEST = 8
_PARAMETER = re.compile(
    rb";\s*(boundary|charset|name|filename)\*?=\s*(?:\"([^\"\n]{0,200})\"|([^;\s\"]{1,200}))", re.I
)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_SPACES = re.compile(r"\s+")
_NAME = re.compile(r"<\s*(/?)\s*([a-zA-Z][a-zA-Z0-9]{0,20})")
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "ul", "ol", "h1", "h2", "h3", "h4"})
_SILENT = frozenset({"script", "style", "head", "title", "blockquote"})


def text_part(message: bytes, deep: int = 0) -> tuple[str, str]:
    """The text that a message or a part of one holds, and whether it is 'plain' or 'html'; ('', '') for none.

    Plain text goes before a page; attachments are none.
    """
    end = header_end(message, 0, len(message))
    header, body = (message[:end], message[end:]) if end >= 0 else (message, b"")
    kind, parameters = _said(header, b"content-type")
    disposition, others = _said(header, b"content-disposition")
    if disposition == b"attachment" or b"filename" in others or b"name" in parameters:
        return "", ""
    if kind.startswith(b"multipart/"):
        return _best(body, parameters.get(b"boundary", b""), deep)
    if kind not in (b"", b"text/plain", b"text/html"):
        return "", ""
    raw = _decoded(body, _said(header, b"content-transfer-encoding")[0])
    text = text_of(raw, parameters.get(b"charset", b"").decode("ascii", "replace"))
    return (words_of_page(text), "html") if kind == b"text/html" else (text, "plain")


def _best(body: bytes, boundary: bytes, deep: int) -> tuple[str, str]:
    page = ""
    for part in _parts(body, boundary) if boundary and deep < _DEEPEST else ():
        text, kind = text_part(part, deep + 1)
        if kind == "plain" and text.strip():
            return text, kind
        page = page or text
    return (page, "html") if page else ("", "")


def _parts(body: bytes, boundary: bytes) -> Iterator[bytes]:
    edge = b"\n--" + boundary
    body = b"\n" + body
    begin = body.find(edge)
    for _ in range(MOST_PARTS):
        if begin < 0 or body.startswith(b"--", begin + len(edge)):
            return
        end = body.find(edge, begin + len(edge))
        line = body.find(b"\n", begin + len(edge))
        if line < 0:
            return
        yield body[line + 1 : end if end >= 0 else len(body)]
        begin = end


def _said(header: bytes, name: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    """A header's value in small letters, and its parameters."""
    match = re.search(
        rb"^" + re.escape(name) + rb"[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", header, re.I | re.M
    )
    if match is None:
        return b"", {}
    parameters = {
        each[1].lower(): each[2] or each[3] or b"" for each in _PARAMETER.finditer(match[1][:4_000])
    }
    return match[1].partition(b";")[0].strip().lower(), parameters


def _decoded(body: bytes, encoding: bytes) -> bytes:
    if encoding == b"quoted-printable":
        return a2b_qp(body)
    if encoding != b"base64":
        return body
    packed = _NOT_BASE64.sub(b"", body)
    packed = packed[: len(packed) // 4 * 4] if len(packed) % 4 == 1 else packed + b"=" * (-len(packed) % 4)
    try:
        return b64decode(packed)
    except ValueError:
        return b""


def words_of_page(page: str) -> str:
    """The words of a page, without its marks, scripts, styles and quotes."""
    found: list[str] = []
    at, silent = 0, ""
    while at < len(page):
        begin = page.find("<", at)
        begin = len(page) if begin < 0 else begin
        if not silent and begin > at:
            found.append(_SPACES.sub(" ", unescape(page[at:begin])))
        if page.startswith("<!--", begin):
            end = page.find("-->", begin)
        else:
            end = page.find(">", begin)
        if end < 0:
            break
        match = _NAME.match(page, begin, end)
        name = match[2].lower() if match else ""
        if match and name in _SILENT and not silent and not match[1]:
            silent = name
        elif match and name == silent and match[1]:
            silent = ""
        elif name in _BREAKS and not silent:
            found.append("\n")
        at = end + 1
    return "".join(found)
