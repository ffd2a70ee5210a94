"""Photos made safe: decoded within a limit, small, and with nothing else in them."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from planner.exchange.drafts import Cancelled, Drafts, PersonDraft, Problem
from planner.exchange.photos import MOST_PIXELS_ACROSS, photo_format, safe_photo, with_safe_photos

RED = (200, 30, 30)


def encoded(form: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, form, **options)
    return out.getvalue()


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
def test_every_usual_picture_becomes_a_small_one(form: str) -> None:
    picture = opened(safe_photo(encoded(form, (1800, 900))))
    assert picture.size == (MOST_PIXELS_ACROSS, MOST_PIXELS_ACROSS // 2)
    assert picture.format in ("JPEG", "PNG")


def test_a_camera_s_notes_are_gone_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "at home, Rua Augusta 1"
    data = encoded("JPEG", (40, 30), exif=exif, comment=b"a secret")
    assert b"Augusta" in data
    safe = safe_photo(data) or b""
    assert opened(safe).size == (30, 40)
    assert not any(word in safe for word in (b"Exif", b"Augusta", b"secret"))


def test_what_sees_through_still_does() -> None:
    picture = Image.new("RGBA", (600, 600), (*RED, 0))
    out = io.BytesIO()
    picture.save(out, "PNG")
    safe = opened(safe_photo(out.getvalue()))
    assert (safe.format, safe.mode, safe.getchannel("A").getextrema()) == ("PNG", "RGBA", (0, 0))


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_photo_that_is_safe_already_stays_as_it_is(form: str) -> None:
    once = safe_photo(encoded(form, (300, 200))) or b""
    assert safe_photo(once) == once
    assert photo_format(once) == form


def test_a_monstrous_picture_is_none() -> None:
    small_file = encoded("PNG", (8_000, 8_000))
    assert len(small_file) < 5_000_000
    assert safe_photo(small_file) is None


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"GIF89a", b"<svg/>", b"%PDF-1.7", bytes(range(256))])
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert safe_photo(data) is None


@settings(deadline=None, max_examples=120)
@given(st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "BMP"]), st.data())
def test_a_damaged_picture_is_a_picture_or_none(form: str, chance: st.DataObject) -> None:
    data = bytearray(encoded(form))
    for _ in range(chance.draw(st.integers(1, 20))):
        data[chance.draw(st.integers(0, len(data) - 1))] = chance.draw(st.integers(0, 255))
    safe = safe_photo(bytes(data[: chance.draw(st.integers(1, len(data)))]))
    if safe is not None:
        opened(safe).load()


def drafts_of(*photos: bytes | None) -> Drafts:
    people = tuple(
        PersonDraft(name=f"Ana {number}", photo=photo, line=number * 10)
        for number, photo in enumerate(photos, 1)
    )
    return Drafts(format="vCard", people=people, problems=(Problem(line=15, words="Before."),))


def test_a_photo_that_is_none_is_left_out_and_said_in_its_place() -> None:
    good = encoded("JPEG")
    drafts = with_safe_photos(drafts_of(good, b"none", None))
    assert [person.photo for person in drafts.people] == [safe_photo(good), None, None]
    assert drafts.problems == (
        Problem(line=15, words="Before."),
        Problem(line=20, words="The photo of Ana 2 is no picture that can be read, so it was left out."),
    )


def test_drafts_without_photos_are_left_alone() -> None:
    drafts = drafts_of(None)
    assert with_safe_photos(drafts) is drafts


def test_making_photos_safe_can_be_stopped() -> None:
    many = replace(drafts_of(), people=drafts_of(encoded("PNG")).people * 250)
    told: list[float] = []
    with_safe_photos(many, lambda share: bool(told.append(share) or True))
    assert told == [0.4, 0.8]
    with pytest.raises(Cancelled):
        with_safe_photos(many, lambda _share: False)
