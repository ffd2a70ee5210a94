"""English words for people and for ways of talking."""

from __future__ import annotations

from planner.domain.attempts import Attempt
from planner.domain.channels import Channel
from planner.domain.one_line.language import PeopleTable, Reaches, TalkTable, Way, by_word, words

_IN_PERSON, _CALL, _VIDEO = Channel.IN_PERSON, Channel.CALL, Channel.VIDEO
_MESSAGE, _EVENT = Channel.MESSAGE, Channel.EVENT
_BY_PLACE = Reaches.BY_PLACE

_WAYS = (
    (Way(_IN_PERSON, 3, hour="12:30"), "lunch, lunched, lunches, brunch"),
    (Way(_IN_PERSON, 3, hour="19:00"), "dinner, supper"),
    (Way(_IN_PERSON, 3, hour="08:00"), "breakfast"),
    (
        Way(_IN_PERSON, 3),
        "coffee, tea, drink, drinks, beer, wine, walk, in person, 1:1, 1-on-1, one-on-one, "
        "one-to-one, face-to-face, visit, "
        "golf, ate",
    ),
    (Way(_IN_PERSON, 3, "past", _BY_PLACE), "visited, came by, dropped by, stopped by"),
    (
        Way(_IN_PERSON, 1),
        "meeting, meetings, talk, chat, catch-up, catchup, sync, conversation, discussion, review, "
        "session, interview, appointment, quick word, debrief, one-to-ones",
    ),
    (Way(_IN_PERSON, 3, "past"), "walked, hiked, golfed, dined, travelled, traveled"),
    (Way(_MESSAGE, 1, "past", _BY_PLACE), "sent, forwarded"),
    (Way(_IN_PERSON, 1, "past", _BY_PLACE), "congratulated, wished"),
    (Way(_IN_PERSON, 1, "past"), "spoke, talked, chatted, spoken, discussed, had a word"),
    (Way(_IN_PERSON, 2, "past"), "met, saw, seen, sat, bumped into, ran into"),
    (Way(_IN_PERSON, 1, "past"), "caught up, joined, asked, told"),
    (Way(_IN_PERSON, 1, "past", _BY_PLACE), "invited, reached out, approached, contacted"),
    (Way(_IN_PERSON, 2, "base"), "meet, see"),
    (Way(_IN_PERSON, 1, "base"), "speak, catch up, sit down, join, invite, contact, reach out"),
    (Way(_IN_PERSON, 2, "ahead"), "seeing"),
    (Way(_IN_PERSON, 1), "speaking, talking, catching up"),
    (Way(_CALL, 2, reaches=_BY_PLACE), "call, phone call, phone, ring, telephone, calling"),
    (Way(_CALL, 2, "past", _BY_PLACE), "called, rang, phoned, telephoned, dialled, rung"),
    (
        Way(_VIDEO, 3),
        "zoom, teams, webex, skype, facetime, google meet, video, video call, videocall, "
        "videoconference, vc, jitsi",
    ),
    (Way(_VIDEO, 3, "past", _BY_PLACE), "zoomed, skyped, facetimed"),
    (
        Way(_MESSAGE, 2, reaches=_BY_PLACE),
        "letter, email, e-mail, mail, message, text, sms, whatsapp, signal, slack, linkedin, postcard, card",
    ),
    (
        Way(_MESSAGE, 2, "past", _BY_PLACE),
        "wrote, emailed, e-mailed, mailed, messaged, texted, pinged, whatsapped, dmed, written, "
        "replied, answered",
    ),
    (Way(_MESSAGE, 2, "past"), "heard"),
    (Way(_MESSAGE, 2, "base", _BY_PLACE), "write, ping, reply"),
    (
        Way(_EVENT, 3),
        "conference, event, party, reception, gala, summit, fair, trade fair, concert, wedding, "
        "funeral, ceremony, congress, convention, meetup, webinar, panel, roundtable, festival, "
        "seminar, symposium, offsite, off-site, town hall, barbecue",
    ),
)

PEOPLE = PeopleTable(
    me="i|we",
    my_object="me|us",
    they={"she": "she", "her": "she", "he": "he", "him": "he", "they": "", "them": "", "who": ""},
    and_=words("and, &, +, /, or, plus"),
    before=words(
        "visit, visited, met, saw, told, invited, contacted, meet, see, invite, contact, call, phone, "
        "ring, called, rang, phoned, zoomed, skyped, email, message, text, emailed, messaged, texted, "
        "pinged, write, ping, with, @, ask, owe, owed, promised, promise, let, tell, rest, pause, w/, "
        "between, thank, thanked"
    ),
    to_from=words("to, from, for, by, into, up"),
    after=words(
        "visited, met, asked, told, invited, called, rang, phoned, zoomed, wrote, emailed, e-mailed, "
        "messaged, texted, pinged, replied, promised, owes, will, 'll, said, agreed, offered, "
        "worries, fears, cares, values, wants, likes, loves, thinks, listens, decides, needs, is, "
        "has, was, came, dropped, stopped, plays, lives, trusts, prefers, rests, hopes, enjoys, "
        "hates, feels, sees, reached, committed, dreads"
    ),
    titles=words("dr, prof, professor, mr, mrs, ms, sir, dame"),
    group=words("from, the, my, our, whole, all, everybody, everyone, in, on, of"),
    everyday=words(
        "mark, bill, rose, grace, hope, faith, joy, frank, rich, grant, chase, drew, dean, miles, "
        "summer, young, king, long, small, best, page, price, cook, day, art, sue, pat, rob, nick, "
        "jack, don, ray, guy, lane, banks, augusta, dale, christian, iris, penny, star, sky, angel, "
        "gene, ward, winter, english, french, black, white, brown, green, gray, wood, stone, hill, "
        "field, church, park, chance, cliff, dawn, eve, crystal, amber, ruby, violet, harry, major, "
        "baker"
    ),
)

TALKS = TalkTable(
    ways={word: way for way, spelled in _WAYS for word in words(spelled)},
    about=words("about, re, regarding, concerning, discussing, discuss, topic, subject"),
    weakly_about=words("for, on, over, :"),
    not_about=words("phone, way, train, plane, bus, line, me, us, now, a, once"),
    from_=words("from"),
    to=words("to"),
    with_=words("with, w/"),
    at=words("in, at, @"),
    past=words(
        "was, came, had, were, got, went, did, spent, enjoyed, received, recently, lately, already, "
        "just, been"
    ),
    future=words("will, 'll, plan, schedule, arrange, book, let's, remind, should, must, shall"),
    filler=words(
        "met, phone, her, and, with, let, to, from, for, by, up, will, 'll, has, was, the, my, our, in, "
        "on, of, long, over, me, us, a, at, had, were, got, went, just, plan, schedule, arrange, book, "
        "let's, remind, should, must, shall, you, your, somebody, someone, anybody, nobody, friends, "
        "colleagues, people, guests, an, his, i, we, please, quick, short, good, great, nice, brief, "
        "asap, soon, now, urgently, immediately, via, have, again, back, log, new, first, second, off, "
        "person, together, both, then, it, that, this, also, some, tried, each, other, one, set, 's, want"
    ),
    negated=words(
        "tried, didn't, couldn't, not, never, missed, cancelled, canceled, cancel, postponed, won't, "
        "can't, cannot, unreachable, don't"
    ),
    tried=by_word(
        {
            Attempt.UNANSWERED: "no answer, no reply, unreachable, voicemail, didn't answer, did not answer, "
            "didn't reply, did not reply, didn't pick up, hasn't replied, couldn't reach, could not reach, "
            "tried to reach, never called back, never replied, never answered, hasn't called back",
            Attempt.NOBODY_CAME: "no-show, stood me up, didn't show up, did not show up, never came",
        }
    ),
    tried_way=by_word(
        {
            Attempt.UNANSWERED: "tried, tried to",
            Attempt.CANCELLED: "cancelled, canceled, called off, fell through",
            Attempt.NOBODY_CAME: "didn't come, did not come, nobody came",
        }
    ),
    particles=frozenset(),
    continuous="meeting|seeing|calling|visiting|speaking|talking|having",
)
