"""Cards in the style of old phones, in UTF-16."""

from __future__ import annotations

from tests.exchange.programs.said import email, phone, read


def test_a_name_from_its_parts() -> None:
    (person,) = read("nokia_utf16").people
    assert (person.name, person.named_by) == ("Νίκος Παπαδόπουλος", "N")
    assert person.points == (email("nikos@example.gr"), phone("+30 690 000", "mobile"))
