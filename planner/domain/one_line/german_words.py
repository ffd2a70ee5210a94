"""German words for people and for ways of talking."""

from __future__ import annotations

from planner.domain.channels import Channel
from planner.domain.one_line.language import PeopleTable, Reaches, TalkTable, Way

_IN_PERSON, _CALL, _VIDEO = Channel.IN_PERSON, Channel.CALL, Channel.VIDEO
_MESSAGE, _EVENT = Channel.MESSAGE, Channel.EVENT
_PLACE, _MINE = Reaches.BY_PLACE, Reaches.MINE


def _ways(way: Way, *words: str) -> dict[str, Way]:
    return dict.fromkeys(words, way)


_WAYS = {
    **_ways(Way(_IN_PERSON, 3, hour="12:30"), "mittagessen", "lunch", "mittags essen", "geluncht"),
    **_ways(Way(_IN_PERSON, 3, hour="19:00"), "abendessen", "dinner", "nachtessen"),
    **_ways(Way(_IN_PERSON, 3, hour="08:00"), "fruhstuck", "fruehstuck", "gefruhstuckt"),
    **_ways(Way(_IN_PERSON, 3), "kaffee", "tee", "bier", "wein", "spaziergang", "essen", "personlich"),
    **_ways(Way(_IN_PERSON, 3), "besuch", "vier-augen-gesprach", "gegessen", "kaffeetrinken"),
    **_ways(Way(_IN_PERSON, 3, "past", _MINE), "besucht"),
    **_ways(Way(_IN_PERSON, 3, "past", _PLACE), "besuchte", "kam vorbei"),
    **_ways(Way(_IN_PERSON, 1), "treffen", "gesprach", "besprechung", "termin", "meeting", "sitzung"),
    **_ways(Way(_IN_PERSON, 1), "unterhaltung", "austausch", "jour fixe", "abstimmung", "interview"),
    **_ways(Way(_IN_PERSON, 2, "past"), "getroffen", "traf", "trafen", "gesehen", "sah", "begegnet"),
    **_ways(
        Way(_IN_PERSON, 1, "past"), "gesprochen", "sprach", "sprachen", "geredet", "redete", "besprochen"
    ),
    **_ways(Way(_IN_PERSON, 1, "past"), "unterhalten", "ausgetauscht", "gefragt", "erzahlt"),
    **_ways(Way(_IN_PERSON, 1, "past", _MINE), "eingeladen", "kontaktiert"),
    **_ways(Way(_IN_PERSON, 2, "base"), "triff", "treffe", "besuche", "besuchen", "sehe", "sehen"),
    **_ways(Way(_IN_PERSON, 1, "base"), "sprich", "spreche", "sprechen", "rede", "reden"),
    **_ways(Way(_CALL, 2, reaches=_PLACE), "anruf", "telefonat", "call", "telefon", "telefontermin"),
    **_ways(Way(_CALL, 2, "past", _MINE), "angerufen"),
    **_ways(Way(_CALL, 2, "past", _PLACE), "rief", "riefen", "telefonierte"),
    **_ways(Way(_CALL, 2, "past"), "telefoniert"),
    **_ways(Way(_CALL, 2, "base", _PLACE), "ruf", "rufe", "ruft"),
    **_ways(Way(_CALL, 2, "ahead"), "anrufen", "telefonieren"),
    **_ways(
        Way(_VIDEO, 3), "zoom", "teams", "webex", "skype", "facetime", "video", "videocall", "video-call"
    ),
    **_ways(Way(_VIDEO, 3), "videokonferenz", "videotelefonat", "videoanruf", "gezoomt"),
    **_ways(Way(_MESSAGE, 2, reaches=_PLACE), "brief", "mail", "e-mail", "email", "nachricht", "sms"),
    **_ways(
        Way(_MESSAGE, 2, reaches=_PLACE), "whatsapp", "signal", "slack", "linkedin", "postkarte", "karte"
    ),
    **_ways(Way(_MESSAGE, 2, "past", _MINE), "geschrieben", "gemailt", "geantwortet"),
    **_ways(Way(_MESSAGE, 2, "past", _PLACE), "schrieb", "schrieben", "mailte", "antwortete"),
    **_ways(Way(_MESSAGE, 2, "past"), "gehort"),
    **_ways(Way(_MESSAGE, 2, "base", _PLACE), "schreib", "schreibe", "maile"),
    **_ways(Way(_MESSAGE, 2, "ahead"), "schreiben", "mailen"),
    **_ways(Way(_EVENT, 3), "konferenz", "messe", "empfang", "feier", "fest", "veranstaltung", "tagung"),
    **_ways(Way(_EVENT, 3), "kongress", "gipfel", "konzert", "hochzeit", "beerdigung", "party", "event"),
    **_ways(Way(_EVENT, 3), "seminar", "webinar", "podium", "jubilaum", "gala", "klausur"),
}

PEOPLE = PeopleTable(
    me="ich|wir",
    my_object="mich|mir|uns",
    they={
        "sie": "she",
        "ihr": "she",
        "er": "he",
        "ihm": "he",
        "ihn": "he",
        "ihnen": "",
        "die": "",
        "der": "",
    },
    and_=frozenset({"und", "&", "+", "/", "oder", "sowie"}),
    before=frozenset(
        {
            "mit",
            "@",
            "ruf",
            "rufe",
            "rief",
            "triff",
            "treffe",
            "traf",
            "besuche",
            "schulde",
            "schulden",
            "lass",
        }
        | {"lasse", "sprich", "spreche", "schreib", "schreibe", "frag", "frage", "zwischen", "habe", "hab"}
    ),
    to_from=frozenset({"von", "an", "bei", "fur", "fuer", "mit"}),
    after=frozenset(
        {
            "rief",
            "schrieb",
            "mailte",
            "hat",
            "schuldet",
            "wird",
            "will",
            "versprach",
            "sagte",
            "sagt",
            "meinte",
        }
        | {"sorgt", "furchtet", "mag", "liebt", "mochte", "hort", "entscheidet", "steht", "ist", "war", "kam"}
        | {
            "legt",
            "schatzt",
            "wohnt",
            "lebt",
            "spielt",
            "vertraut",
            "halt",
            "sieht",
            "ruht",
            "braucht",
            "muss",
        }
        | {"macht", "schickt", "bringt", "liefert", "traf", "besuchte", "antwortete", "interessiert"}
    ),
    titles=frozenset({"dr", "prof", "professor", "herr", "herrn", "frau"}),
    group=frozenset(
        {"dem", "der", "den", "die", "das", "meinem", "unserem", "unseren", "ganzen", "allen", "aus"}
    ),
    everyday=frozenset(
        {"ernst", "sommer", "winter", "koch", "klein", "lang", "kurz", "weiss", "schwarz", "braun", "vogel"}
        | {
            "fuchs",
            "wolf",
            "bach",
            "berg",
            "stein",
            "graf",
            "konig",
            "kaiser",
            "richter",
            "bauer",
            "mark",
            "frank",
        }
        | {
            "rosa",
            "viola",
            "iris",
            "linde",
            "heide",
            "gross",
            "jung",
            "alt",
            "neu",
            "reich",
            "roth",
            "kern",
            "mai",
        }
        | {"karte", "hof", "feld", "wald", "baum", "blum", "engel", "herz", "gut", "sauer", "scharf", "stark"}
    ),
)

TALKS = TalkTable(
    ways=_WAYS,
    about=frozenset(
        {"uber", "ueber", "wegen", "bezuglich", "zum thema", "thema", "betreffs", "betr", "betreff"}
    ),
    weakly_about=frozenset({"zu", "zum", "zur", "fur", "fuer", ":"}),
    not_about=frozenset(
        {"telefon", "mir", "uns", "mich", "hause", "mittag", "abend", "dritt", "zweit", "fuss"}
    ),
    from_=frozenset({"von"}),
    to=frozenset({"an"}),
    with_=frozenset({"mit"}),
    at=frozenset({"bei", "beim", "im", "in"}),
    past=frozenset(
        {"war", "waren", "hatte", "hatten", "gehabt", "gewesen", "bekommen", "bekam", "kurzlich", "neulich"}
    ),
    future=frozenset(
        {"plane", "planen", "vereinbare", "vereinbaren", "werde", "werden", "soll", "muss", "will"}
    ),
    filler=frozenset(
        {
            "du",
            "dir",
            "dich",
            "jemand",
            "jemandem",
            "niemand",
            "freunde",
            "freunden",
            "kollegen",
            "leute",
            "leuten",
        }
        | {
            "ein",
            "eine",
            "einen",
            "einem",
            "einer",
            "der",
            "die",
            "das",
            "dem",
            "den",
            "mit",
            "und",
            "zu",
            "zum",
        }
        | {
            "zur",
            "an",
            "am",
            "auf",
            "bei",
            "im",
            "in",
            "kurz",
            "kurzes",
            "kurzer",
            "lang",
            "gut",
            "gutes",
            "bitte",
        }
        | {
            "ich",
            "wir",
            "mich",
            "mir",
            "uns",
            "hat",
            "habe",
            "haben",
            "hab",
            "hatte",
            "war",
            "bin",
            "ist",
            "per",
        }
        | {
            "via",
            "uber",
            "noch",
            "mal",
            "wieder",
            "auch",
            "gemeinsam",
            "zusammen",
            "von",
            "sich",
            "plane",
            "werde",
        }
        | {
            "vereinbare",
            "soll",
            "muss",
            "will",
            "sie",
            "er",
            "ihr",
            "ihm",
            "ihn",
            "es",
            "vor",
            "nach",
            "fur",
            "zuruck",
        }
    ),
    negated=frozenset(
        {"nicht", "nie", "niemals", "kein", "keine", "verpasst", "abgesagt", "verschoben", "versucht"}
    ),
    particles=frozenset({"an", "zuruck"}),
    continuous="treffe|besuche|spreche|sehe",
)
