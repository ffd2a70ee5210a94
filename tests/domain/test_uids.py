"""Names for people and plans in other programs' files."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.uids import Of, id_of, uid_of

ids = st.integers(1, 2**63 - 1)


@given(ids)
def test_an_id_comes_back_only_as_what_it_was(identity: int) -> None:
    for of, other in ((Of.PERSON, Of.PLAN), (Of.PLAN, Of.PERSON)):
        uid = uid_of(of, identity)
        assert id_of(of, uid) == id_of(of, uid.upper()) == identity
        assert id_of(other, uid) is None


@given(ids)
def test_every_name_is_a_uuid_of_version_8(identity: int) -> None:
    uid = UUID(uid_of(Of.PERSON, identity))
    assert (uid.version, uid.variant) == (8, "specified in RFC 4122")


@pytest.mark.parametrize(
    "text", ["", "x" * 36, "5f1b2a3c-0000-4444-8888-c0ffee000001", "00000000-0000-8001-8000-000000000000"]
)
def test_other_names_are_nobody_s(text: str) -> None:
    assert id_of(Of.PERSON, text) is None


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    id_of(Of.PERSON, text)
