"""Cards in the style of Evolution."""

from __future__ import annotations

from planner.exchange.drafts import PersonDraft
from tests.exchange.programs.said import address, email, link, phone, read


def test_slots_labels_and_properties_of_its_own() -> None:
    drafts = read("evolution")
    assert drafts.problems == ()
    assert drafts.people == (
        PersonDraft(
            name="Nadja Keller",
            given_name="Nadja",
            family_name="Keller",
            additional_names="Ruth",
            nickname="Nadi",
            role="Betriebsleiterin",
            organisation="Alpenbahn AG",
            department="Betrieb, Netz",
            city="Zürich",
            birthday="1974-02-28",
            anniversary="2008-08-08",
            tags=("VIP", "Bahn"),
            points=(
                email("nadja@alpenbahn.example", "work"),
                email("nadi@home.example", "home"),
                phone("+41 44 000 00 01", "work"),
                phone("+41 44 000 00 02", "assistant"),
                address(
                    "work",
                    post_box="Postfach 1",
                    street="Gleis 3",
                    city="Zürich",
                    region="ZH",
                    code="8001",
                    country="Schweiz",
                ),
                link("xmpp:nadja@chat.example", "xmpp"),
            ),
            uid="pas-id-5E9A0C1200000001",
            kept=(
                r"X-EVOLUTION-FILE-AS:Keller\, Nadja",
                "X-EVOLUTION-SPOUSE:Urs",
                "X-EVOLUTION-MANAGER:Beat Frei",
                "X-EVOLUTION-ANNIVERSARY:2008-08-08",
                "X-EVOLUTION-BLOG-URL:https://blog.example.ch",
                "X-RAPPORT-ORG:Alpenbahn AG;Betrieb;Netz",
                "ROLE:Leitet den Betrieb",
                r"LABEL;TYPE=WORK:Gleis 3\nZürich\, ZH\n8001\nPostfach 1\nSchweiz",
                "X-JABBER;TYPE=HOME:nadja@chat.example",
                "CALURI:https://alpenbahn.example/nadja",
            ),
            line=1,
        ),
    )
