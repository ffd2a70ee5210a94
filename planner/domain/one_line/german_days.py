"""German days, times and lengths."""

from __future__ import annotations

from planner.domain.one_line.day_meaning import DayMeaning as Day
from planner.domain.one_line.language import Clock, DayTable, Length, words

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "null",
            "ein|eine|einen|einem|einer|eins",
            "zwei|zwo|ein paar",
            *("drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf"),
        )
    )
    for word in words.split("|")
} | {"fuenf": 5, "zwoelf": 12, "vierzehn": 14, "funfzehn": 15, "zwanzig": 20, "dreissig": 30, "neunzig": 90}

_SPELLED = ("erste", "zweite", "dritte", "vierte", "funfte", "sechste", "siebte", "achte", "neunte", "zehnte")

_NEXT = "nachsten|naechsten|nachster|nachste|nachstes|naechste|naechster|kommenden|kommende|kommender"
_LAST = "letzten|letzte|letzter|letztes|vergangenen|vergangene|vergangener|vorigen|vorige|voriger"
_THIS = "diesen|diese|dieser|dieses"

_DAYS: tuple[tuple[str, Day], ...] = (
    ("heute {part}?", Day("near")),
    ("vorhin|gerade_eben|eben_gerade|soeben", Day("near")),
    ("morgen {part}?", Day("near", 1)),
    ("gestern {part}?", Day("near", -1)),
    ("vorgestern {part}?", Day("near", -2)),
    ("ubermorgen|uebermorgen {part}?", Day("near", 2)),
    ("in|fur|fuer {number} {unit}", Day("count", 1)),
    ("heute in {number} {unit}", Day("count", 1)),
    ("morgen in {number} {unit}", Day("count", 1, edge="tomorrow")),
    ("vor {number} {unit}", Day("count", -1)),
    ("in {number} {_hours}", Day("clock", 1, "hour")),
    ("in {number} {_minutes}", Day("clock", 1, "minute")),
    ("vor {number} {_hours}", Day("clock", -1, "hour")),
    ("vor {number} {_minutes}", Day("clock", -1, "minute")),
    ("{number} {unit} nach {weekday}", Day("count", 1)),
    ("{weekday} {part}?", Day("weekday")),
    ("{weekday}+{part}", Day("weekday")),
    (f"{_NEXT} {{weekday}} {{part}}?", Day("weekday", edge="next")),
    (f"{_NEXT} {{weekday}}+{{part}}", Day("weekday", edge="next")),
    (f"{_LAST} {{weekday}} {{part}}?", Day("weekday", edge="last")),
    (f"{_THIS} {{weekday}} {{part}}?", Day("weekday", edge="this")),
    ("jeden {weekday} {part}?", Day("weekday", edge="next", repeats=True)),
    ("jeden|jede|jedes|alle zweite|zweiten|zwei|drei|vier? {unit}", Day("near", repeats=True)),
    ("wochentlich|monatlich|taglich", Day("near", repeats=True)),
    ("ubernachsten|uebernaechsten {weekday}", Day("weekday", 1, edge="next")),
    ("vorletzten {weekday}", Day("weekday", -1, edge="last")),
    ("{weekday} in {number} woche|wochen", Day("in_week", 1)),
    (f"{_NEXT} woche am? {{weekday}} {{part}}?", Day("in_week", 1)),
    (f"{{weekday}} {_NEXT} woche", Day("in_week", 1)),
    (f"{_LAST} woche am? {{weekday}} {{part}}?", Day("in_week", -1)),
    (f"{{weekday}} {_LAST} woche", Day("in_week", -1)),
    (f"{{weekday}} {_THIS} woche", Day("in_week", 0)),
    ("{weekday} ,? {iso}", Day("date")),
    ("{iso}", Day("date")),
    ("{weekday} ,? den|dem|der? {day} .? {month} .? {year}", Day("date")),
    ("{weekday} ,? den|dem|der? {day} .? {month}", Day("date")),
    ("den|dem|der? {day} .? {month} .? {year}", Day("date")),
    ("den|dem|der? {day} .? {month}", Day("date")),
    ("den|dem|der? {dotted} .", Day("date")),
    ("{weekday} ,? den|dem|der? {dotted} .?", Day("date")),
    ("{_due} < {dotted}", Day("date")),
    ("{_due} < {slashed}", Day("date")),
    ("{_dotted_clear}", Day("date")),
    ("{slashed} >! {_hours}|{_minutes}", Day("date")),
    ("{_due}|den|dem < {spelled} {month}", Day("date")),
    ("{spelled} {weekday} im {month} {year}?", Day("nth")),
    ("{spelled} {weekday} im monat|des_monats", Day("nth")),
    (f"{_LAST} {{weekday}} im {{month}} {{year}}?", Day("nth", edge="last")),
    (f"{_LAST} {{weekday}} im monat|des_monats", Day("nth", edge="last")),
    ("{_due}|den|dem < {day} .", Day("day_of_month")),
    ("{_due}|seit|ab|nach < {month} {year}?", Day("month")),
    (f"{_NEXT} {{month}}", Day("month")),
    (f"{_LAST} {{month}}", Day("month", edge="last")),
    ("{month} {year}", Day("month")),
    ("mitte {month} {year}?", Day("month", edge="mid")),
    ("anfang {month} {year}?", Day("month", edge="begin")),
    ("ende {month} {year}?", Day("month", edge="end")),
    (f"{_THIS} {{period}}", Day("period", 0)),
    (f"{_NEXT} {{period}}", Day("period", 1)),
    ("ubernachste|ubernachsten|uebernaechste {period}", Day("period", 2)),
    (f"{_LAST} {{period}}", Day("period", -1)),
    (f"ende {_THIS}|des|der {{period}}", Day("period", 0, edge="end")),
    (f"ende {_NEXT} {{period}}", Day("period", 1, edge="end")),
    (f"anfang {_NEXT} {{period}}", Day("period", 1, edge="begin")),
    (f"mitte {_NEXT} {{period}}", Day("period", 1, edge="mid")),
    ("im|in|bis|vor|seit|ab < {quarter} {year}?", Day("quarter")),
    ("anfang {quarter} {year}?", Day("quarter", edge="begin")),
    ("mitte {quarter} {year}?", Day("quarter", edge="mid")),
    ("ende {quarter} {year}?", Day("quarter", edge="end")),
    ("monatsende", Day("period", 0, "month", "end")),
    ("wochenende", Day("period", 0, "week", "end")),
    ("am wochenende", Day("period", 0, "weekend")),
    ("quartalsende", Day("period", 0, "quarter", "end")),
    ("jahresende", Day("period", 0, "year", "end")),
    ("kw|kalenderwoche {week}", Day("week_number")),
)

_CLOCKS: tuple[tuple[str, Clock], ...] = (
    ("{clock} uhr?", Clock()),
    ("{hour} uhr", Clock()),
    ("{hour} uhr {minute} >! {_minutes}", Clock()),
    ("um|ab < {hour}", Clock()),
    ("gegen|ca|circa|ungefahr {hour} uhr?", Clock(rough=True)),
    ("gegen|ca|circa|ungefahr {clock} uhr?", Clock(rough=True)),
    ("halb {hour}", Clock(-30)),
    ("gegen halb {hour}", Clock(-30, rough=True)),
    ("viertel nach {hour}", Clock(15)),
    ("viertel vor {hour}", Clock(-15)),
    ("dreiviertel {hour}", Clock(-15)),
    ("um < viertel {hour}", Clock(-45)),
    ("{minute} nach {hour}", Clock()),
    ("{minute} vor {hour}", Clock(sign=-1)),
    ("mittags|zwolf_uhr_mittags", Clock(fixed="12:00")),
    ("mitternacht", Clock(fixed="00:00")),
    ("{_late}+h", Clock(rough=True)),
    ("{_late}+h+{minute}", Clock()),
    ("um|ab|von|bis < {_military}", Clock()),
    ("{_clock_range} uhr?", Clock()),
    ("von? {clock} uhr? -|bis {clock2} uhr?", Clock()),
    ("von {hour} uhr? -|bis {hour2} uhr?", Clock()),
    ("zwischen {hour} und {hour2} uhr?", Clock()),
    ("{hour}+-+{hour2} uhr", Clock()),
    ("{hour} bis {hour2} uhr", Clock()),
)

_LENGTHS: tuple[tuple[str, Length], ...] = (
    ("{compact}", Length()),
    ("{amount} {_hours}", Length(60)),
    ("{amount} {_minutes}", Length(1)),
    ("{amount} {_hours} und? {minute} {_minutes}?", Length(60)),
    ("halbe|halben|halbstundig stunde|std?", Length(more=30)),
    ("eine? halbe stunde", Length(more=30)),
    ("eineinhalb|anderthalb stunden|std", Length(more=90)),
    ("zweieinhalb stunden|std", Length(more=150)),
    ("eine? viertelstunde", Length(more=15)),
    ("eine? dreiviertelstunde", Length(more=45)),
)

DAYS = DayTable(
    weekdays=(
        *("montag|montags|mo", "dienstag|di", "mittwoch|mi", "donnerstag|do"),
        *("freitag|fr", "samstag|sonnabend|sa", "sonntag|so"),
    ),
    months=(
        *("januar|janner|jan", "februar|feb", "marz|maerz|mrz", "april|apr", "mai", "juni|jun", "juli|jul"),
        *("august|aug", "september|sep|sept", "oktober|okt", "november|nov", "dezember|dez"),
    ),
    numbers=_NUMBERS,
    units={
        **dict.fromkeys(("tag", "tage", "tagen"), "day"),
        **dict.fromkeys(("woche", "wochen"), "week"),
        **dict.fromkeys(("monat", "monate", "monaten"), "month"),
        **dict.fromkeys(("quartal", "quartale", "quartalen"), "quarter"),
        **dict.fromkeys(("jahr", "jahre", "jahren"), "year"),
        **dict.fromkeys(("arbeitstag", "arbeitstage", "arbeitstagen", "werktagen"), "workday"),
    },
    periods={
        "woche": "week",
        "wochenende": "weekend",
        "monat": "month",
        "monats": "month",
        "quartal": "quarter",
        "quartals": "quarter",
        "jahr": "year",
        "jahres": "year",
    },
    parts={
        "fruh": "morning",
        "frueh": "morning",
        "morgen": "morning",
        "vormittag": "morning",
        "mittag": "noon",
        "nachmittag": "afternoon",
        "abend": "evening",
        "nacht": "night",
    },
    ordinal="ten|te",
    spelled_days={
        word + ending: place for place, word in enumerate(_SPELLED, start=1) for ending in ("n", "r", "")
    },
    unclear=words("mo, di, mi, do, fr, sa, so, mai"),
    prepositions=words("am, bis, vor, im, in, vom, zum, spatestens, !") | frozenset(_NEXT.split("|")),
    due=words("bis, bis zum, bis am, spatestens, spatestens am, fallig, vor"),
    links=words(
        "am, um, bis, vor, zum, im, in, fur, von, ab, spatestens, den, dem, der, @, !, fallig, fuer, gegen, "
        "vom, an"
    )
    | {","},
    days=_DAYS,
    halves={"am": "am", "pm": "pm"},
    clocks=_CLOCKS,
    hour_words="h|std|stunde|stunden",
    minute_words="m|min|minute|minuten",
    lengths=_LENGTHS,
)
