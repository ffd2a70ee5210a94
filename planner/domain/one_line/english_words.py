"""English words for people and for ways of talking."""

from __future__ import annotations

from planner.domain.channels import Channel
from planner.domain.one_line.language import PeopleTable, Reaches, TalkTable, Way

_IN_PERSON, _CALL, _VIDEO = Channel.IN_PERSON, Channel.CALL, Channel.VIDEO
_MESSAGE, _EVENT = Channel.MESSAGE, Channel.EVENT
_REACHES = Reaches.BY_PLACE


def _ways(way: Way, *words: str) -> dict[str, Way]:
    return dict.fromkeys(words, way)


_WAYS = {
    **_ways(Way(_IN_PERSON, 3, hour="12:30"), "lunch", "lunched", "lunches", "brunch"),
    **_ways(Way(_IN_PERSON, 3, hour="19:00"), "dinner", "supper"),
    **_ways(Way(_IN_PERSON, 3, hour="08:00"), "breakfast"),
    **_ways(Way(_IN_PERSON, 3), "coffee", "tea", "drink", "drinks", "beer", "wine", "walk", "in person"),
    **_ways(Way(_IN_PERSON, 3), "1:1", "one-on-one", "face-to-face", "visit", "golf", "ate"),
    **_ways(Way(_IN_PERSON, 3, "past", reaches=_REACHES), "visited", "came by", "dropped by", "stopped by"),
    **_ways(Way(_IN_PERSON, 1), "meeting", "meetings", "talk", "chat", "catch-up", "catchup", "sync"),
    **_ways(
        Way(_IN_PERSON, 1), "conversation", "discussion", "review", "session", "interview", "appointment"
    ),
    **_ways(Way(_IN_PERSON, 1, "past"), "spoke", "talked", "chatted", "spoken", "discussed", "had a word"),
    **_ways(Way(_IN_PERSON, 2, "past"), "met", "saw", "seen", "sat", "bumped into", "ran into"),
    **_ways(Way(_IN_PERSON, 1, "past"), "caught up", "joined", "asked", "told"),
    **_ways(
        Way(_IN_PERSON, 1, "past", reaches=_REACHES), "invited", "reached out", "approached", "contacted"
    ),
    **_ways(Way(_IN_PERSON, 2, "base"), "meet", "see"),
    **_ways(Way(_IN_PERSON, 1, "base"), "speak", "catch up", "sit down", "join"),
    **_ways(Way(_IN_PERSON, 1, "base"), "invite", "contact", "reach out"),
    **_ways(Way(_IN_PERSON, 2), "seeing"),
    **_ways(Way(_IN_PERSON, 1), "speaking", "talking", "catching up"),
    **_ways(Way(_CALL, 2, reaches=_REACHES), "call", "phone call", "phone", "ring", "telephone", "calling"),
    **_ways(
        Way(_CALL, 2, "past", reaches=_REACHES), "called", "rang", "phoned", "telephoned", "dialled", "rung"
    ),
    **_ways(
        Way(_VIDEO, 3), "zoom", "teams", "webex", "skype", "facetime", "google meet", "video", "video call"
    ),
    **_ways(Way(_VIDEO, 3), "videocall", "videoconference", "vc", "jitsi"),
    **_ways(Way(_VIDEO, 3, "past", reaches=_REACHES), "zoomed", "skyped", "facetimed"),
    **_ways(
        Way(_MESSAGE, 2, reaches=_REACHES), "letter", "email", "e-mail", "mail", "message", "text", "sms"
    ),
    **_ways(
        Way(_MESSAGE, 2, reaches=_REACHES), "whatsapp", "signal", "slack", "linkedin", "postcard", "card"
    ),
    **_ways(Way(_MESSAGE, 2, "past", reaches=_REACHES), "wrote", "emailed", "e-mailed", "mailed", "messaged"),
    **_ways(Way(_MESSAGE, 2, "past", reaches=_REACHES), "texted", "pinged", "whatsapped", "dmed", "written"),
    **_ways(Way(_MESSAGE, 2, "past", reaches=_REACHES), "replied", "answered"),
    **_ways(Way(_MESSAGE, 2, "past"), "heard"),
    **_ways(Way(_MESSAGE, 2, "base", reaches=_REACHES), "write", "ping", "reply"),
    **_ways(
        Way(_EVENT, 3), "conference", "event", "party", "reception", "gala", "summit", "fair", "trade fair"
    ),
    **_ways(Way(_EVENT, 3), "concert", "wedding", "funeral", "ceremony", "congress", "convention", "meetup"),
    **_ways(Way(_EVENT, 3), "webinar", "panel", "roundtable", "festival", "seminar", "symposium", "offsite"),
    **_ways(Way(_EVENT, 3), "off-site", "town hall", "barbecue"),
}

PEOPLE = PeopleTable(
    me="i|we",
    my_object="me|us",
    they={"she": "she", "her": "she", "he": "he", "him": "he", "they": "", "them": "", "who": ""},
    and_=frozenset({"and", "&", "+", "/", "or", "plus"}),
    before=frozenset(
        {"with", "@", "call", "called", "ring", "rang", "phone", "phoned", "meet", "met", "see", "saw", "ask"}
        | {"owe", "owed", "promised", "promise", "let", "told", "tell", "email", "emailed", "text", "texted"}
        | {"visit", "visited", "invite", "invited", "message", "messaged", "ping", "pinged", "write", "rest"}
        | {"pause", "rang", "zoomed", "skyped", "contact", "contacted", "w/", "between", "thank", "thanked"}
    ),
    to_from=frozenset({"to", "from", "for", "by", "into", "up"}),
    after=frozenset(
        {
            "called",
            "rang",
            "phoned",
            "wrote",
            "emailed",
            "e-mailed",
            "texted",
            "messaged",
            "visited",
            "invited",
        }
        | {
            "promised",
            "owes",
            "will",
            "'ll",
            "said",
            "told",
            "asked",
            "agreed",
            "offered",
            "worries",
            "fears",
        }
        | {"cares", "values", "wants", "likes", "loves", "thinks", "listens", "decides", "needs", "is", "has"}
        | {
            "was",
            "met",
            "came",
            "dropped",
            "stopped",
            "plays",
            "lives",
            "trusts",
            "prefers",
            "rests",
            "hopes",
        }
        | {
            "enjoys",
            "hates",
            "feels",
            "sees",
            "pinged",
            "zoomed",
            "replied",
            "reached",
            "committed",
            "dreads",
        }
    ),
    titles=frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame"}),
    group=frozenset({"the", "my", "our", "whole", "all", "everybody", "everyone", "in", "on", "of", "from"}),
    everyday=frozenset(
        {"mark", "bill", "rose", "grace", "hope", "faith", "joy", "frank", "rich", "grant", "chase", "drew"}
        | {
            "dean",
            "miles",
            "summer",
            "young",
            "king",
            "long",
            "small",
            "best",
            "page",
            "price",
            "cook",
            "day",
        }
        | {
            "art",
            "sue",
            "pat",
            "rob",
            "nick",
            "jack",
            "don",
            "ray",
            "guy",
            "lane",
            "banks",
            "augusta",
            "dale",
        }
        | {
            "christian",
            "iris",
            "penny",
            "star",
            "sky",
            "angel",
            "gene",
            "ward",
            "winter",
            "english",
            "french",
        }
        | {"black", "white", "brown", "green", "gray", "wood", "stone", "hill", "field", "church", "park"}
        | {"chance", "cliff", "dawn", "eve", "crystal", "amber", "ruby", "violet", "harry", "major", "baker"}
    ),
)

TALKS = TalkTable(
    ways=_WAYS,
    about=frozenset({"about", "re", "regarding", "concerning", "discussing", "topic", "subject"}),
    weakly_about=frozenset({"for", "on", "over", ":"}),
    not_about=frozenset({"phone", "way", "train", "plane", "bus", "line", "me", "us", "now", "a", "once"}),
    from_=frozenset({"from"}),
    to=frozenset({"to"}),
    with_=frozenset({"with", "w/"}),
    at=frozenset({"at", "in"}),
    past=frozenset(
        {"had", "was", "were", "got", "went", "came", "did", "spent", "enjoyed", "received"}
        | {"recently", "lately", "already", "just", "been"}
    ),
    future=frozenset(
        {"plan", "schedule", "arrange", "book", "let's", "remind", "will", "'ll", "should", "must", "shall"}
    ),
    filler=frozenset(
        {
            "you",
            "your",
            "somebody",
            "someone",
            "anybody",
            "nobody",
            "friends",
            "colleagues",
            "people",
            "guests",
        }
        | {
            "a",
            "an",
            "the",
            "with",
            "and",
            "to",
            "for",
            "my",
            "our",
            "her",
            "his",
            "i",
            "we",
            "me",
            "us",
            "please",
        }
        | {"quick", "short", "long", "good", "great", "nice", "brief", "in", "on", "at", "over", "via", "by"}
        | {"had", "was", "were", "have", "has", "of", "again", "back", "log", "new", "first", "second", "off"}
        | {"met", "up", "person", "together", "both", "then", "just", "it", "that", "this", "also", "some"}
        | {
            "tried",
            "phone",
            "from",
            "each",
            "other",
            "one",
            "plan",
            "schedule",
            "arrange",
            "book",
            "set",
            "up",
        }
        | {"remind", "let", "'s", "let's", "should", "will", "'ll", "must", "shall", "want", "got", "went"}
    ),
    negated=frozenset(
        {
            "tried",
            "didn't",
            "couldn't",
            "not",
            "never",
            "missed",
            "cancelled",
            "canceled",
            "cancel",
            "postponed",
        }
        | {"won't", "can't", "cannot", "unreachable", "don't"}
    ),
    particles=frozenset(),
    continuous="meeting|seeing|calling|visiting|speaking|talking|having",
)
