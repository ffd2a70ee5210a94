"""The photo that stands inside a card. A photo that is only an address on the network is never fetched."""

from __future__ import annotations

from base64 import b64decode

from planner.exchange.content_lines import ContentLine, unescaped


def base64_bytes(text: str) -> bytes | None:
    """The bytes that base64 text stands for, spaces and lost padding forgiven; None where it is no base64."""
    packed = "".join(text.split()).rstrip("=")
    try:
        return b64decode(packed + "=" * (-len(packed) % 4), validate=True)
    except ValueError:
        return None


def is_elsewhere(line: ContentLine) -> bool:
    """True if the line only says where the picture is to be found."""
    value = line.value.lstrip()[:40].lower()
    return "://" in value or value.startswith(("cid:", "content:", "file:", "urn:"))


def picture(line: ContentLine) -> bytes | None:
    """The picture's bytes as they stand in the file, or None where they cannot be read."""
    value = unescaped(line.value).strip()
    if value[:5].lower() == "data:":
        kind, _, value = value.partition(",")
        if not kind.lower().rstrip().endswith(";base64"):
            return None
    return base64_bytes(value) or None
