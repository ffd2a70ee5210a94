"""The JSON of everything: written, read back, described, and refused where it is not as described."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import Cancelled, KnownError
from planner.domain.whole.sections import BY_KEY, SECTIONS
from planner.domain.whole.shape import Field, Is
from planner.exchange.whole import stream as whole_stream
from planner.exchange.whole.reader import Whole, looks_like_library, read_library
from planner.exchange.whole.schema import json_schema
from planner.exchange.whole.values import inward, outward
from planner.exchange.whole.writer import document

SCHEMA = 2
TAG = BY_KEY["tags"]
MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 31))  # noqa: DTZ001
PERSON = {"id": "7", "name": "Ana Ferreira", "created_on": "2026-09-15"}


def read(data: bytes | str | dict[str, Any], **options: Any) -> Whole:
    """A document read; a dict is one to be written first, with the head that every document has."""
    if isinstance(data, dict):
        head = {"format": "rapport-library", "version": 1, "schema": SCHEMA, "private": True}
        data = json.dumps(head | data)
    raw = data if isinstance(data, bytes) else data.encode()
    return read_library(io.BytesIO(raw), len(raw), newest_schema=SCHEMA, **options)


def values_of(field: Field) -> st.SearchStrategy[Any]:
    """Any value of a field as the library holds it."""
    found = {
        Is.ID: st.integers(1, 2**63 - 1),
        Is.LINK: st.integers(1, 2**63 - 1),
        Is.TEXT: st.sampled_from(field.choices) if field.choices else st.text(max_size=20),
        Is.DAY: st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(str),
        Is.BIRTHDAY: st.sampled_from(["1974-03-02", "--02-29"]),
        Is.MOMENT: MOMENTS.map(lambda each: f"{each:%Y-%m-%dT%H:%M:%SZ}"),
        Is.CLOCK: st.times().map(lambda each: f"{each:%H:%M}"),
        Is.ZONE: st.sampled_from(["", "UTC", "Europe/Lisbon"]),
        Is.NUMBER: st.integers(-10_000_000, 10_000_000),
        Is.REAL: st.floats(-1e9, 1e9),
        Is.FLAG: st.integers(0, 1),
        Is.PICTURE: st.binary(max_size=20),
        Is.PARTS: st.sampled_from(["", '{"street": "Rua Ä 1", "city": "Lisbon"}']),
    }[field.holds]
    return found | st.none() if field.may_be_null else found


@st.composite
def rows_of_all(draw: st.DrawFn) -> dict[str, list[tuple[Any, ...]]]:
    found = {}
    for section in SECTIONS:
        row = st.tuples(*(values_of(field) for field in section.fields))
        found[section.key] = draw(st.lists(row, max_size=2))
    return found


@settings(deadline=None, max_examples=60)
@given(rows_of_all(), st.booleans())
def test_whatever_stands_in_a_library_comes_back(
    rows: dict[str, list[tuple[Any, ...]]], private: bool
) -> None:
    written = b"".join(document(SCHEMA, private, [(section, rows[section.key]) for section in SECTIONS]))
    whole = read(written)
    assert (whole.schema, whole.private, whole.rows) == (SCHEMA, private, rows)
    assert looks_like_library(written)
    again = b"".join(document(SCHEMA, private, [(section, whole.of(section.key)) for section in SECTIONS]))
    assert again == written


def test_a_row_is_a_line_and_ids_are_in_quotes() -> None:
    written = b"".join(document(SCHEMA, False, [(TAG, [(2**62, 5, "chess é"), (9, 5, "b")])])).decode()
    assert written == (
        '{\n"format": "rapport-library",\n"version": 1,\n"schema": 2,\n"private": false,\n"tags": [\n'
        '{"id": "4611686018427387904", "person": "5", "tag": "chess é"},\n'
        '{"id": "9", "person": "5", "tag": "b"}\n]\n}\n'
    )


def test_what_a_row_does_not_say_has_its_default() -> None:
    (row,) = read({"people": [PERSON]}).of("people")
    said = dict(zip([field.key for field in BY_KEY["people"].fields], row, strict=True))
    assert {key: said[key] for key in ("id", "role", "birthday", "archived", "layer")} == {
        "id": 7,
        "role": "",
        "birthday": None,
        "archived": 0,
        "layer": None,
    }


def test_the_order_of_keys_and_spaces_between_them_do_not_matter() -> None:
    text = json.dumps(
        {"people": [PERSON], "private": False, "schema": 1, "version": 1, "format": "rapport-library"},
        indent=8,
    )
    assert len(read("\ufeff" + text).of("people")) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": 7}, "In row 1 of “people”, “id” is no id."),
        ({"id": "0"}, "In row 1 of “people”, “id” is no id."),
        ({"id": str(2**63)}, "In row 1 of “people”, “id” is no id."),
        ({"name": None}, "“name” says null, where something must stand."),
        ({"name": 5}, "“name” is no text."),
        ({"birthday": "1974-02-30"}, "“birthday” is no day."),
        ({"birthday": "--02-30"}, "“birthday” is no day."),
        ({"created_on": "0001-01-01"}, "“created_on” is no day."),
        ({"archived": 1}, "“archived” is neither true nor false."),
        ({"rhythm_days": 1.5}, "“rhythm_days” is no whole number."),
        ({"rhythm_days": 10**9}, "“rhythm_days” is no whole number."),
        ({"photo": "%%"}, "“photo” is no base64."),
        ({"shoe": 41}, "Row 1 of “people” says “shoe”, which this Rapport does not know."),
    ],
)
def test_a_value_that_is_none_is_refused_with_its_place(change: dict[str, Any], words: str) -> None:
    with pytest.raises(KnownError) as refused:
        read({"people": [PERSON | change]})
    assert words in str(refused.value)
    assert str(refused.value).endswith("Nothing was changed.")


@pytest.mark.parametrize(
    ("section", "row", "words"),
    [
        ("people", {"id": "7"}, "“name” is missing."),
        ("people", "Ana", "Row 1 of “people” is no object."),
        ("owner", {"id": "1", "zone": "Mars/Olympus"}, "“zone” is no time zone."),
        ("owner", {"id": "1", "works_from": "25:00"}, "“works_from” is no time of day."),
        (
            "contact_points",
            {"id": "1", "person": "7", "kind": "fax", "value": "1"},
            "“kind” is none of email, phone",
        ),
        (
            "contact_points",
            {"id": "1", "person": "7", "kind": "email", "value": "1", "parts": {"moon": ""}},
            "“parts” has other parts than post_box",
        ),
        (
            "own_views",
            {"id": "1", "person": "7", "kind": "power", "value": "1", "on_day": "2026-01-01"},
            "“value” is no number.",
        ),
        (
            "conversations",
            {"id": "1", "day": "2026-01-01", "channel": "smoke", "recorded_at": "2026-01-01T00:00:00Z"},
            "“channel” is none of in person, call",
        ),
        (
            "conversations",
            {"id": "1", "day": "2026-01-01", "channel": "call", "recorded_at": "2026-01-01T25:00:00Z"},
            "“recorded_at” is no moment in UTC.",
        ),
    ],
)
def test_rows_that_cannot_be(section: str, row: object, words: str) -> None:
    with pytest.raises(KnownError) as refused:
        read({section: [row]})
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "[]",
            "{",
            '{"format"',
            "null",
            '{"format": "rapport-library"}',
            '{"format": "other", "version": 1}',
        ),
        *(
            '{"people": {}}',
            '{"people": [1 2]}',
            '{"people": [NaN]}',
            '{"a": 1}',
            '{"format": "rapport-library",}',
        ),
        '{"format": "rapport-library", "version": true, "schema": 2, "private": true}',
        '{"format": "rapport-library", "version": 1, "schema": 2, "private": true} more',
        '{"format": "rapport-library", "format": "rapport-library"}',
        '{"people": [' + "[" * 100_000,
        '{"people": [' + "1" * 5_000,
    ],
)
def test_what_is_no_library_s_json_is_refused_in_words(text: str) -> None:
    with pytest.raises(KnownError) as refused:
        read(text)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("change", [{"version": 2}, {"schema": SCHEMA + 1}, {"novelties": []}])
def test_a_newer_one_is_refused_in_words(change: dict[str, Any]) -> None:
    with pytest.raises(KnownError, match="written by a newer Rapport"):
        read(change)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KnownError, match="larger than 2 GB"):
        read_library(io.BytesIO(), 2_000_000_001, newest_schema=SCHEMA)
    monkeypatch.setattr(whole_stream, "MOST_VALUE", 1_000)
    monkeypatch.setattr(whole_stream, "_AT_ONCE", 100)
    with pytest.raises(KnownError, match="longer than 16 MB"):
        read({"people": [PERSON | {"notes": "x" * 5_000}]})


def test_a_document_is_the_same_however_it_comes_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(
        {"people": [PERSON | {"notes": "ä" * 50}], "tags": [{"id": "12", "person": "7", "tag": "é"}]}
    )
    for size in (1, 2, 7):
        monkeypatch.setattr(whole_stream, "_AT_ONCE", size)
        again = read(
            {"people": [PERSON | {"notes": "ä" * 50}], "tags": [{"id": "12", "person": "7", "tag": "é"}]}
        )
        assert again == whole


def test_progress_is_told_and_can_stop_the_reading() -> None:
    told: list[float] = []
    read({"people": [PERSON]}, progress=lambda share: bool(told.append(share) or True))
    assert told == sorted(told)
    assert told[-1] == 1.0
    with pytest.raises(Cancelled):
        read({"people": [PERSON]}, progress=lambda _share: False)


@pytest.mark.parametrize("data", [b"", b"{}", b"BEGIN:VCARD", b"\x00", b'{"format": "other"}', b"[]"])
def test_other_files_are_not_taken_for_one(data: bytes) -> None:
    assert not looks_like_library(data)


def test_the_schema_says_every_field() -> None:
    said = json_schema()["properties"]
    for section in SECTIONS:
        items = said[section.key]["items"]
        assert list(items["properties"]) == [field.key for field in section.fields]
        assert all(each["description"] for each in items["properties"].values())
    assert said["people"]["items"]["required"] == ["id", "name", "created_on"]
    assert said["people"]["items"]["properties"]["birthday"]["type"] == ["string", "null"]


def test_each_value_goes_out_and_in() -> None:
    for section in SECTIONS:
        for field in section.fields:
            assert outward(field, None) is None
            if not field.may_be_null:
                with pytest.raises(ValueError, match="says null"):
                    inward(field, None)


SEED = json.dumps(
    {
        "format": "rapport-library",
        "version": 1,
        "schema": SCHEMA,
        "private": True,
        "people": [PERSON],
        "tags": [{"id": "1", "person": "7", "tag": "x"}],
    }
).encode()


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_no_bytes_bring_more_than_a_known_error(chance: st.DataObject) -> None:
    data = bytearray(SEED)
    for _ in range(chance.draw(st.integers(0, 6))):
        at = chance.draw(st.integers(0, len(data)))
        match chance.draw(st.integers(0, 2)):
            case 0:
                data[at : at + 1] = bytes([chance.draw(st.integers(0, 255))])
            case 1:
                del data[at : at + chance.draw(st.integers(1, 30))]
            case _:
                data[at:at] = chance.draw(
                    st.sampled_from([b'"', b"{", b"[", b",", b"1e999", b"\\ud800", b"null"])
                )
    looks_like_library(bytes(data))
    try:
        whole = read(bytes(data))
    except KnownError as refused:
        assert str(refused).endswith(".")
    else:
        assert set(whole.rows) <= set(BY_KEY)


@settings(deadline=None, max_examples=150)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    )
)
def test_no_json_brings_more_than_a_known_error(value: Any) -> None:
    for said in (
        {"people": value},
        {"people": [value]},
        {"tags": [{"id": value, "person": value, "tag": value}]},
    ):
        try:
            read(said)
        except KnownError as refused:
            assert str(refused).endswith(".")
