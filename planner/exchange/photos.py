"""Photos made safe to keep: decoded within a limit of memory, at most 512 px, encoded afresh.

What a camera wrote beside the picture, a place for instance, is gone afterwards.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planner.exchange.drafts import Cancelled, Drafts, Problem

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS_ACROSS = 512
MOST_MEMORY = 64 * 1024 * 1024
_BYTES_A_PIXEL = 4
_SMALL_ENOUGH = 96 * 1024
_PHOTOS_PER_PROGRESS = 100
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
"""No others: each further decoder is one more that a hostile file may find a fault in."""


def safe_photo(data: bytes) -> bytes | None:
    """The picture as a JPEG or PNG of at most 512 px across; None where it is none, or a monstrous one."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own words about odd files would frighten nobody here
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                return _encoded(opened)
    except Exception:  # a decoder fails in many ways on bytes that are no picture
        return None


def kept_photo(data: bytes) -> bytes | None:
    """A photo out of a library of ours as it is, where it is small and sound; else made safe, or None."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
                if max(opened.size) <= MOST_PIXELS_ACROSS:
                    opened.load()
                    return data
    except Exception:  # another kind of picture, or none
        pass
    return safe_photo(data)


def photo_format(data: bytes) -> str:
    """'JPEG', 'PNG', 'GIF' or 'WEBP' by the first bytes, else ''."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _encoded(opened: Image) -> bytes | None:
    from PIL import ImageOps

    across = (MOST_PIXELS_ACROSS, MOST_PIXELS_ACROSS)
    opened.draft("RGB", across)  # a JPEG comes smaller out of its decoder where it is asked to
    if opened.width * opened.height * _BYTES_A_PIXEL > MOST_MEMORY:
        return None
    sees_through = opened.has_transparency_data
    upright = ImageOps.exif_transpose(opened)
    picture = upright.convert("RGBA" if sees_through else "RGB")
    picture.thumbnail(across)
    picture.info.clear()  # profiles, comments and whatever else would be written along
    if sees_through or opened.format != "JPEG":
        drawn = _saved(picture, "PNG", optimize=True)
        if sees_through or len(drawn) <= _SMALL_ENOUGH:
            return drawn
    return _saved(picture, "JPEG", **_fineness(opened, picture))


def _fineness(opened: Image, picture: Image) -> dict[str, Any]:
    """How finely to write a JPEG: as finely as it came, where it is no smaller, so that it loses nothing."""
    tables = getattr(opened, "quantization", None)
    if tables and opened.mode == "RGB" and opened.size == picture.size:
        from PIL.JpegImagePlugin import get_sampling

        sampling = get_sampling(opened)
        return {"qtables": tables, "subsampling": max(0, sampling), "optimize": True}
    return {"quality": 88, "optimize": True}


def _saved(picture: Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def with_safe_photos(drafts: Drafts, progress: Callable[[float], bool] | None = None) -> Drafts:
    """The drafts with every photo made safe; one that is no picture is left out, and said.

    `progress` hears the share done every hundred photos and answers False to stop, which raises Cancelled.
    """
    whole = sum(person.photo is not None for person in drafts.people)
    if not whole:
        return drafts
    people, problems, done = [], list(drafts.problems), 0
    for person in drafts.people:
        if person.photo is not None:
            photo = safe_photo(person.photo)
            if photo is None:
                words = f"The photo of {person.name} is no picture that can be read, so it was left out."
                problems.append(Problem(line=person.line, words=words))
            person = replace(person, photo=photo)
            done += 1
            if progress and done % _PHOTOS_PER_PROGRESS == 0 and not progress(done / whole):
                raise Cancelled
        people.append(person)
    problems.sort(key=lambda problem: (not problem.line, problem.line))
    return replace(drafts, people=tuple(people), problems=tuple(problems))
