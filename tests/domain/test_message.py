"""What a draft says, and that it reaches the mail program as one address and nothing else."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import KnownError
from planner.domain.layers import HUES
from planner.domain.message import MOST_ADDRESSES, Addressee, draft, without_address

ANA = Addressee(name="Dr. Ana Ferreira", email="ana@norvane.example", hue="board", topic="Resilience")
LUCA = Addressee(name="Luca Steiner", email="luca@norvane.example", hue="team", topic="Exit costs")


def test_a_draft_greets_in_the_way_of_the_layer_and_takes_up_the_last_topic() -> None:
    message = draft([ANA], "Mark Berger")
    assert message.to == ("ana@norvane.example",)
    assert message.subject == "Resilience"
    assert message.body.startswith("Dear Ana,\r\n\r\nWe last talked about “Resilience”. The point first")
    assert message.body.endswith("Best regards,\r\nMark Berger")


def test_every_layer_has_its_own_way() -> None:
    bodies = {draft([Addressee(name="Ana", email="a@b.example", hue=hue)]).body for hue in (*HUES, "")}
    assert len(bodies) == len(HUES) + 1


def test_one_message_to_several_names_all_and_tells_no_topic_of_one_to_the_others() -> None:
    message = draft([ANA, LUCA])
    assert message.to == ("ana@norvane.example", "luca@norvane.example")
    assert message.body.startswith("Hello Ana and Luca,")
    assert message.subject == ""
    assert "Resilience" not in message.body and "Exit" not in message.body


def test_without_an_address_a_sentence_says_so() -> None:
    nobody = Addressee(name="Priya Nair")
    with pytest.raises(KnownError, match="Priya Nair has no e-mail address yet"):
        draft([nobody])
    assert draft([nobody, LUCA]).to == ("luca@norvane.example",)
    assert without_address([nobody, LUCA]).startswith("Priya Nair has no")
    assert without_address([LUCA]) == ""


@pytest.mark.parametrize("broken", ["ana", "ana@", "@norvane", "a@b, c@d", "a@b\r\nBcc: c@d", "<a@b>"])
def test_what_is_no_address_is_none(broken: str) -> None:
    with pytest.raises(KnownError):
        draft([Addressee(name="Ana", email=broken)])


def test_a_message_does_not_go_to_a_whole_company() -> None:
    with pytest.raises(KnownError, match="at most"):
        draft([Addressee(name="Ana", email=f"a{n}@b.example") for n in range(MOST_ADDRESSES + 1)])


@settings(deadline=None, max_examples=60)
@given(name=st.text(min_size=1), topic=st.text(), owner=st.text())
def test_nothing_typed_can_leave_its_place(name: str, topic: str, owner: str) -> None:
    def sound(text: str) -> bool:
        return not any(0xD800 <= ord(each) <= 0xDFFF for each in text)

    if not all(map(sound, (name, topic, owner))):
        return
    message = draft([Addressee(name=name, email="a+b&c?@d.example", topic=topic)], owner)
    parts = urlsplit(message.mailto)
    assert unquote(parts.path) == "a+b&c?@d.example"
    asked = parse_qs(parts.query, keep_blank_values=True)
    assert set(asked) == {"subject", "body"}
    assert asked["body"] == [message.body] and asked["subject"] == [message.subject]
    assert "\n" not in message.subject
