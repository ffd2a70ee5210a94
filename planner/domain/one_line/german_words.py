"""German words for people and for ways of talking."""

from __future__ import annotations

from planner.domain.attempts import Attempt
from planner.domain.channels import Channel
from planner.domain.one_line.language import PeopleTable, Reaches, TalkTable, Way, by_word, words

_IN_PERSON, _CALL, _VIDEO = Channel.IN_PERSON, Channel.CALL, Channel.VIDEO
_MESSAGE, _EVENT = Channel.MESSAGE, Channel.EVENT
_BY_PLACE, _MINE = Reaches.BY_PLACE, Reaches.MINE

_WAYS = (
    (Way(_IN_PERSON, 3, hour="12:30"), "mittagessen, lunch, mittags essen, geluncht"),
    (Way(_IN_PERSON, 3, hour="19:00"), "abendessen, dinner, nachtessen"),
    (Way(_IN_PERSON, 3, hour="08:00"), "fruhstuck, fruehstuck, gefruhstuckt"),
    (
        Way(_IN_PERSON, 3),
        "kaffee, tee, bier, wein, spaziergang, essen, personlich, besuch, vier-augen-gesprach, "
        "gegessen, kaffeetrinken",
    ),
    (Way(_IN_PERSON, 3, "past", _MINE), "besucht"),
    (Way(_IN_PERSON, 3, "past", _BY_PLACE), "besuchte, kam vorbei"),
    (
        Way(_IN_PERSON, 1),
        "treffen, gesprach, besprechung, termin, meeting, sitzung, unterhaltung, austausch, jour fixe, "
        "abstimmung, interview",
    ),
    (Way(_IN_PERSON, 2, "past"), "getroffen, traf, trafen, gesehen, sah, begegnet"),
    (
        Way(_IN_PERSON, 1, "past"),
        "gesprochen, sprach, sprachen, geredet, redete, besprochen, unterhalten, ausgetauscht, gefragt, "
        "erzahlt",
    ),
    (Way(_IN_PERSON, 1, "past", _MINE), "eingeladen, kontaktiert"),
    (Way(_IN_PERSON, 2, "base"), "triff, treffe, besuche, besuchen, sehe, sehen"),
    (Way(_IN_PERSON, 1, "base"), "sprich, spreche, sprechen, rede, reden"),
    (Way(_CALL, 2, reaches=_BY_PLACE), "anruf, telefonat, call, telefon, telefontermin"),
    (Way(_CALL, 2, "past", _MINE), "angerufen"),
    (Way(_CALL, 2, "past", _BY_PLACE), "rief, riefen, telefonierte"),
    (Way(_CALL, 2, "past"), "telefoniert"),
    (Way(_CALL, 2, "base", _BY_PLACE), "ruf, rufe, ruft"),
    (Way(_CALL, 2, "ahead"), "anrufen, telefonieren"),
    (
        Way(_VIDEO, 3),
        "zoom, teams, webex, skype, facetime, video, videocall, video-call, videokonferenz, "
        "videotelefonat, videoanruf, gezoomt",
    ),
    (
        Way(_MESSAGE, 2, reaches=_BY_PLACE),
        "brief, mail, e-mail, email, nachricht, sms, whatsapp, signal, slack, linkedin, postkarte, karte",
    ),
    (Way(_MESSAGE, 1, "past", _MINE), "geschickt, gesendet, zugeschickt, weitergeleitet"),
    (Way(_MESSAGE, 2, "past", _MINE), "geschrieben, gemailt, geantwortet"),
    (Way(_MESSAGE, 2, "past", _BY_PLACE), "schrieb, schrieben, mailte, antwortete"),
    (Way(_MESSAGE, 2, "past"), "gehort"),
    (Way(_MESSAGE, 2, "base", _BY_PLACE), "schreib, schreibe, maile"),
    (Way(_MESSAGE, 2, "ahead"), "schreiben, mailen"),
    (
        Way(_EVENT, 3),
        "konferenz, messe, empfang, feier, fest, veranstaltung, tagung, kongress, gipfel, konzert, "
        "hochzeit, beerdigung, party, event, seminar, webinar, podium, jubilaum, gala, klausur",
    ),
)

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
    and_=words("und, &, +, /, oder, sowie"),
    before=words(
        "traf, triff, treffe, besuche, sprich, spreche, rief, ruf, rufe, schreib, schreibe, mit, @, "
        "schulde, schulden, lass, lasse, frag, frage, zwischen, habe, hab"
    ),
    to_from=words("mit, von, an, bei, fur, fuer"),
    after=words(
        "besuchte, traf, rief, schrieb, mailte, antwortete, hat, schuldet, wird, will, versprach, "
        "sagte, sagt, meinte, sorgt, furchtet, mag, liebt, mochte, hort, entscheidet, steht, ist, "
        "war, kam, legt, schatzt, wohnt, lebt, spielt, vertraut, halt, sieht, ruht, braucht, muss, "
        "macht, schickt, bringt, liefert, interessiert"
    ),
    titles=words("dr, prof, professor, herr, herrn, frau"),
    group=words("die, der, dem, den, das, meinem, unserem, unseren, ganzen, allen, aus"),
    everyday=words(
        "karte, ernst, sommer, winter, koch, klein, lang, kurz, weiss, schwarz, braun, vogel, fuchs, "
        "wolf, bach, berg, stein, graf, konig, kaiser, richter, bauer, mark, frank, rosa, viola, "
        "iris, linde, heide, gross, jung, alt, neu, reich, roth, kern, mai, hof, feld, wald, baum, "
        "blum, engel, herz, gut, sauer, scharf, stark"
    ),
)

TALKS = TalkTable(
    ways={word: way for way, spelled in _WAYS for word in words(spelled)},
    about=words("uber, ueber, wegen, bezuglich, zum thema, thema, betreffs, betr, betreff"),
    weakly_about=words("fur, fuer, zu, zum, zur, :"),
    not_about=words("telefon, mir, uns, mich, hause, mittag, abend, dritt, zweit, fuss"),
    from_=words("von"),
    to=words("an"),
    with_=words("mit"),
    at=words("bei, beim, im, in"),
    past=words("war, waren, hatte, hatten, gehabt, gewesen, bekommen, bekam, kurzlich, neulich"),
    future=words("will, muss, plane, planen, vereinbare, vereinbaren, werde, werden, soll"),
    filler=words(
        "sie, ihr, er, ihm, ihn, die, der, und, mit, habe, hab, von, an, bei, fur, hat, will, ist, "
        "war, muss, dem, den, das, lang, kurz, gut, uber, zu, zum, zur, mir, uns, mich, im, in, "
        "hatte, plane, vereinbare, werde, soll, du, dir, dich, jemand, jemandem, niemand, freunde, "
        "freunden, kollegen, leute, leuten, ein, eine, einen, einem, einer, am, auf, kurzes, kurzer, "
        "gutes, bitte, ich, wir, haben, bin, per, via, noch, mal, wieder, auch, gemeinsam, zusammen, "
        "sich, es, vor, nach, zuruck"
    ),
    negated=words("nicht, nie, niemals, kein, keine, verpasst, abgesagt, verschoben, versucht"),
    tried=by_word(
        {
            Attempt.UNANSWERED: "nicht erreicht, nicht erreichbar, keine antwort, nicht geantwortet, "
            "nicht gemeldet, nicht abgehoben, mailbox",
            Attempt.NOBODY_CAME: "nicht erschienen",
        }
    ),
    tried_way=by_word(
        {
            Attempt.UNANSWERED: "versucht",
            Attempt.CANCELLED: "abgesagt, geplatzt",
            Attempt.NOBODY_CAME: "nicht gekommen, niemand gekommen",
        }
    ),
    particles=words("an, zuruck"),
    continuous="treffe|besuche|spreche|sehe",
)
